package se.fristad.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.fristad.access.Opened;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;

/// What she lets be told, item by item, to whom, for what and until when (12 kap. 2 § OSL): written
/// down, taken back at once, and asked by everybody who is to tell something.
@StaffFace
@Component
class Tellings {
  private final Files files;
  private final GoingOut goingOut;
  private final ConsentRows rows;
  private final Tasks tasks;

  Tellings(Files files, GoingOut goingOut, ConsentRows rows, Tasks tasks) {
    this.files = files;
    this.goingOut = goingOut;
    this.rows = rows;
    this.tasks = tasks;
  }

  /// Writes such a consent down.
  Step<UUID> record(Viewer viewer, UUID file, Road.Letting letting) {
    return files.write(
        viewer,
        file,
        "consent",
        hand -> {
          hand.open();
          hand.ofAdult();
          List<Refusal> refusals =
              new ArrayList<>(Consents.refusals(letting.agreed(), hand.today()));
          if (letting.telling().items().isEmpty()) {
            refusals.add(CaseRule.CONSENT_TO_TELL_STANDS.refusal("items", ".items"));
          }
          if (letting.to().isBlank()) {
            refusals.add(CaseRule.CONSENT_TO_TELL_STANDS.refusal("to", ".to"));
          }
          refusals.addAll(goingOut.against(hand, GoingOut.Way.TELL, "to", letting.to()));
          Files.refuse(refusals);
          UUID id = UUID.randomUUID();
          Words words =
              letting
                  .telling()
                  .in(Words.none())
                  .with("to", letting.to())
                  .with("given", letting.given().code())
                  .with("how", letting.agreed().how());
          rows.insert(
              id,
              hand.id(),
              Road.Subject.DISCLOSE,
              letting.agreed().from(),
              letting.agreed().until(),
              hand.staff(),
              hand.now(),
              hand.seal(id, "consent", 1, words));
          tasks.done(hand.id(), null, hand.staff(), hand.now(), TaskKind.RENEW_DISCLOSURE);
          return id;
        });
  }

  /// She takes one back; from this moment nothing is told by it.
  Step<UUID> withdraw(Viewer viewer, UUID file, UUID consent) {
    return files.write(
        viewer,
        file,
        "withdraw_consent",
        hand -> {
          if (!rows.withdraw(hand.id(), consent, hand.now())) {
            throw Files.refused(CaseRule.CONSENT_STANDS.refusal("consent", ".none"));
          }
          tasks.done(hand.id(), null, hand.staff(), hand.now(), TaskKind.RENEW_DISCLOSURE);
          return consent;
        });
  }

  /// Whether something may be told today by her consent. What has ended is asked for again: the
  /// responsible caseworker has it on her day.
  ///
  /// @return nothing when the file is not there, or not for this viewer
  Step<Leave> ask(Viewer viewer, UUID file, Telling telling) {
    Opened<Leave> asked = files.read(viewer, file, "check_consent", hand -> leave(hand, telling));
    return switch (asked) {
      case Opened.NotThere<Leave> _ -> new Step.NotThere<>();
      case Opened.Value<Leave>(Leave leave) -> {
        if (leave instanceof Leave.Ended) {
          askAgain(viewer, file);
        }
        yield new Step.Done<>(leave);
      }
    };
  }

  /// She is to be asked again, today.
  void askAgain(Viewer viewer, UUID file) {
    files.write(
        viewer,
        file,
        "consent_ended",
        CaseFileRule.purposeOf(viewer),
        hand -> {
          tasks.keepDue(hand.id(), TaskKind.RENEW_DISCLOSURE, hand.today(), hand.responsible());
          return hand.id();
        });
  }

  /// The same for whoever has the file in hand.
  Leave leave(Files.InHand hand, Telling telling) {
    return leave(
        rows.of(hand.id()).stream()
            .filter(row -> row.subject().equals(Road.Subject.DISCLOSE.code()))
            .map(row -> new Reading.Seen<>(row, hand.open(row.id(), "consent", 1, row.sealed())))
            .toList(),
        telling,
        hand.today());
  }

  /// What the consents of a file come to on a day.
  static Leave leave(
      List<Reading.Seen<ConsentRows.Row>> consents, Telling telling, LocalDate today) {
    List<ConsentRows.Row> same =
        consents.stream()
            .filter(seen -> Telling.of(seen.words()).covers(telling))
            .map(Reading.Seen::row)
            .toList();
    ConsentRows.Row stands =
        same.stream()
            .filter(row -> row.stands(today))
            .max(Comparator.comparing(ConsentRows.Row::endsOn))
            .orElse(null);
    if (stands != null) {
      return new Leave.Given(stands.id(), stands.endsOn());
    }
    LocalDate from =
        same.stream()
            .filter(row -> row.withdrawnAt() == null && row.givenOn().isAfter(today))
            .map(ConsentRows.Row::givenOn)
            .min(LocalDate::compareTo)
            .orElse(null);
    if (from != null) {
      return new Leave.NotYet(from);
    }
    LocalDate withdrawn =
        same.stream()
            .map(ConsentRows.Row::withdrawnAt)
            .filter(Objects::nonNull)
            .map(at -> LocalDate.ofInstant(at, Files.HERE))
            .max(LocalDate::compareTo)
            .orElse(null);
    LocalDate ended =
        same.stream()
            .filter(row -> row.withdrawnAt() == null)
            .map(ConsentRows.Row::endsOn)
            .max(LocalDate::compareTo)
            .orElse(null);
    // a no that came later than the last day of an older yes is what she has said last
    if (withdrawn != null && (ended == null || !withdrawn.isBefore(ended))) {
      return new Leave.Withdrawn(withdrawn);
    }
    if (ended != null) {
      return new Leave.Ended(ended);
    }
    boolean other =
        consents.stream()
            .anyMatch(seen ->
                seen.row().stands(today)
                    && Telling.of(seen.words()).receiver() == telling.receiver());
    return other ? new Leave.Narrower() : new Leave.Unasked();
  }

  /// What stands against telling, as a refusal beside a field.
  static Refusal refusal(Leave leave, String field) {
    return switch (leave) {
      case Leave.Given _ -> throw new IllegalArgumentException("nothing stands against it");
      case Leave.Ended _ -> CaseRule.CONSENT_TO_TELL_STANDS.refusal(field, ".ended");
      case Leave.Withdrawn _ -> CaseRule.CONSENT_TO_TELL_STANDS.refusal(field, ".withdrawn");
      case Leave.NotYet _ -> CaseRule.CONSENT_TO_TELL_STANDS.refusal(field, ".not_yet");
      case Leave.Narrower _ -> CaseRule.CONSENT_TO_TELL_STANDS.refusal(field, ".narrower");
      case Leave.Unasked _ -> CaseRule.CONSENT_TO_TELL_STANDS.refusal(field, ".unasked");
    };
  }
}
