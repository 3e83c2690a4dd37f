package se.fristad.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.fristad.access.FileRule;
import se.fristad.access.Purpose;
import se.fristad.access.Relation;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.access.Written;

/// Who may decide on what, from when to when (*delegation*). Written down by the head, as the board
/// has decided it (7 kap. 5 and 6 §§ KL); her own by another head, so that nobody gives herself
/// what she decides with.
@StaffFace
@Component
class Mandates {
  static final String KIND = "mandate";

  private final Files files;
  private final MandateRows rows;
  private final Forms forms;
  private final Clock clock;

  Mandates(Files files, MandateRows rows, Forms forms, Clock clock) {
    this.files = files;
    this.rows = rows;
    this.forms = forms;
    this.clock = clock;
  }

  /// Only the head.
  @StaffFace
  @Component
  static class Rule implements FileRule {
    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Relation relationOf(Viewer viewer, UUID id) {
      return Relation.NONE;
    }

    @Override
    public boolean allows(Viewer viewer, Relation relation, Purpose purpose) {
      return viewer.role() == Role.HEAD && purpose == Purpose.SUPERVISING;
    }
  }

  /// Writes a mandate down.
  Step<UUID> give(Viewer viewer, Road.Mandate mandate) {
    return files.step(
        viewer,
        KIND,
        mandate.id(),
        "give_mandate",
        Purpose.SUPERVISING,
        permit -> {
          if (!permit.id().equals(mandate.id())) {
            return null;
          }
          List<Refusal> refusals = new ArrayList<>();
          if (mandate.staff().equals(viewer.staff())) {
            refusals.add(CaseRule.MANDATE_IS_GIVEN_BY_ANOTHER.refusal("staff"));
          }
          if (mandate.types().isEmpty()) {
            refusals.add(CaseRule.DELEGATE_HAS_MANDATE.refusal("types", ".types"));
          }
          if (mandate.until().isBefore(mandate.from())) {
            refusals.add(CaseRule.DATES_IN_ORDER.refusal("until", ".mandate"));
          }
          Files.refuse(refusals);
          MandateRows.Row row =
              new MandateRows.Row(
                  mandate.id(),
                  mandate.staff(),
                  mandate.types(),
                  mandate.from(),
                  mandate.until(),
                  viewer.staff(),
                  clock.instant(),
                  mandate.second());
          if (!rows.insert(row)) {
            rows.find(mandate.id())
                .filter(there -> !there.saysTheSame(row))
                .ifPresent(there -> {
                  throw Files.refused(Refusal.sentBefore(there.givenAt(), row.givenAt()));
                });
          }
          forms.drop(mandate.id(), viewer.staff());
          return new Written.Done<>(mandate.id(), 1, null);
        });
  }

  /// Keeps what the head is typing of a mandate that she has not given; of one that was given
  /// meanwhile, nothing.
  ///
  /// @param id minted with the form
  Step<Instant> save(Viewer viewer, UUID id, Words words) {
    return Forms.twoAtOnce(() -> saving(viewer, id, words));
  }

  private Step<Instant> saving(Viewer viewer, UUID id, Words words) {
    return files.step(
        viewer,
        KIND,
        id,
        "save_form",
        Purpose.SUPERVISING,
        permit -> {
          if (!permit.id().equals(id)) {
            return null;
          }
          if (rows.find(id).isPresent()) {
            throw new Files.Before();
          }
          return forms.savedMandate(permit, words);
        });
  }

  /// What the head has typed of a mandate that she has not given.
  Optional<Map.Entry<UUID, Forms.Kept>> begun(Viewer viewer) {
    return viewer.role() == Role.HEAD ? forms.mandate(viewer) : Optional.empty();
  }

  /// Ends a mandate: today is its last day.
  Step<UUID> end(Viewer viewer, UUID mandate) {
    return files.step(
        viewer,
        KIND,
        mandate,
        "end_mandate",
        Purpose.SUPERVISING,
        permit ->
            rows.end(permit.id(), LocalDate.ofInstant(clock.instant(), Files.HERE))
                ? new Written.Done<>(permit.id(), 2, null)
                : null);
  }

  /// All mandates; their ids stand in the log.
  List<MandateRows.Row> all(Viewer viewer) {
    return viewer.role() == Role.HEAD
        ? files.list(viewer, KIND, "all", rows::all, MandateRows.Row::id)
        : List.of();
  }
}
