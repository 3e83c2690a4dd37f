package se.fristad.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;

/// What she agrees to (*samtycke*), for how long, and that she takes it back.
@StaffFace
@Component
class Consents {
  private final Files files;
  private final ConsentRows rows;
  private final GoingOut goingOut;
  private final Tasks tasks;
  private final Sharing sharing;

  Consents(Files files, ConsentRows rows, GoingOut goingOut, Tasks tasks, Sharing sharing) {
    this.files = files;
    this.rows = rows;
    this.goingOut = goingOut;
    this.tasks = tasks;
    this.sharing = sharing;
  }

  /// Writes a consent down.
  Step<UUID> record(Viewer viewer, UUID file, Road.Subject subject, Road.Agreed agreed) {
    return files.write(
        viewer,
        file,
        "consent",
        hand -> {
          hand.open();
          hand.ofAdult();
          Files.refuse(refusals(agreed, hand.today()));
          if (subject == Road.Subject.SHARE) {
            Files.refuse(goingOut.against(hand, GoingOut.Way.SHARE, "consent_how", agreed.how()));
          }
          UUID id = insert(hand, subject, agreed);
          if (subject == Road.Subject.REGISTER) {
            renewed(hand, id, agreed);
          } else {
            sharing.renewed(hand);
          }
          return id;
        });
  }

  /// That what she tells is written down, as a part of another step: what stands against it has
  /// been asked before. She is asked anew when it ends.
  void register(Files.InHand hand, Road.Agreed agreed) {
    renewed(hand, insert(hand, Road.Subject.REGISTER, agreed), agreed);
  }

  private UUID insert(Files.InHand hand, Road.Subject subject, Road.Agreed agreed) {
    UUID id = UUID.randomUUID();
    rows.insert(
        id,
        hand.id(),
        subject,
        agreed.from(),
        agreed.until(),
        hand.staff(),
        hand.now(),
        hand.seal(id, "consent", 1, Words.none().with("how", agreed.how())));
    return id;
  }

  private void renewed(Files.InHand hand, UUID id, Road.Agreed agreed) {
    tasks.done(hand.id(), null, hand.staff(), hand.now(), TaskKind.RENEW_CONSENT);
    tasks.add(hand.id(), TaskKind.RENEW_CONSENT, id, agreed.until(), hand.responsible());
  }

  /// She takes a consent back. Nothing more is investigated; what was applied for falls.
  Step<UUID> withdraw(Viewer viewer, UUID file, Road.Subject subject) {
    return files.write(
        viewer,
        file,
        "withdraw_consent",
        hand -> {
          hand.ofAdult();
          if (rows.withdraw(hand.id(), subject, hand.now()) == 0) {
            throw Files.refused(CaseRule.CONSENT_STANDS.refusal("subject", ".none"));
          }
          if (subject == Road.Subject.REGISTER) {
            tasks.done(
                hand.id(),
                null,
                hand.staff(),
                hand.now(),
                TaskKind.RENEW_CONSENT,
                TaskKind.INVESTIGATE,
                TaskKind.ASSESS_RISK,
                TaskKind.REASSESS_RISK);
          } else {
            sharing.remind(hand);
          }
          return hand.id();
        });
  }

  /// What stands against a consent as it is written down.
  static List<Refusal> refusals(Road.Agreed agreed, LocalDate today) {
    List<Refusal> refusals = new ArrayList<>();
    if (agreed.from().isAfter(today)) {
      refusals.add(CaseRule.CONSENT_STANDS.refusal("consent_from", ".not_yet"));
    }
    if (agreed.until().isBefore(agreed.from())) {
      refusals.add(CaseRule.DATES_IN_ORDER.refusal("consent_until", ".consent"));
    } else if (agreed.until().isBefore(today)) {
      refusals.add(CaseRule.CONSENT_STANDS.refusal("consent_until", ".ended"));
    }
    if (agreed.how().isBlank()) {
      refusals.add(CaseRule.WRITTEN_IN_WORDS.refusal("consent_how", ".consent"));
    }
    return refusals;
  }
}
