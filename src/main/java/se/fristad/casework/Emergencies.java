package se.fristad.casework;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.access.Purpose;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.audit.AuditLog;
import se.fristad.audit.Outcome;
import se.fristad.law.WorkingDays;
import se.fristad.vault.Confidential;

/// The emergency hour: somebody opens the file of a person in danger that is not hers, with a
/// written reason, to read, for one hour. The head is told at once and reviews it; what nobody has
/// reviewed within a working day the log reviewer finds in the log.
///
/// Whoever asks for somebody who has no file, or whom she may not read of, is told the same, and
/// both count: three a day, so that nobody finds out by asking.
@StaffFace
@Component
class Emergencies {
  /// How long it lasts.
  static final Duration HOUR = Duration.ofMinutes(60);

  /// How many somebody may ask for in a day and a night.
  static final int MOST = 3;

  /// The longest reason, in characters, and the shortest that says anything.
  static final int MOST_WORDS = 1_000;

  static final int LEAST_WORDS = 20;

  private final Files files;
  private final CaseLists lists;
  private final EmergencyRows rows;
  private final Reasons reasons;
  private final Tasks tasks;
  private final AuditLog log;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Emergencies(
      Files files,
      CaseLists lists,
      EmergencyRows rows,
      Reasons reasons,
      Tasks tasks,
      AuditLog log,
      ApplicationEventPublisher events,
      Clock clock) {
    this.files = files;
    this.lists = lists;
    this.rows = rows;
    this.reasons = reasons;
    this.tasks = tasks;
    this.log = log;
    this.events = events;
    this.clock = clock;
  }

  /// Begins one.
  ///
  /// @param value a personal number, a telephone, the centre's own number or a file's, whole
  /// @return the file
  Step<UUID> begin(Viewer viewer, Confidential value, Confidential reason) {
    if (!EmergencyRule.ROLES.contains(viewer.role())) {
      return new Step.NotThere<>();
    }
    if (reason.reveal().strip().length() < LEAST_WORDS) {
      return refused("reason", "casework.emergency.unsaid");
    }
    if (!lists.isValue(value)) {
      return refused("value", "casework.people.not-a-value");
    }
    Instant now = clock.instant();
    UUID hour = UUID.randomUUID();
    Optional<Optional<UUID>> asked =
        files.asking(() -> {
          rows.oneAtATime();
          if (rows.since(viewer.staff(), now.minus(Duration.ofDays(1))) >= MOST) {
            log.append(
                viewer.line(
                    "begin_emergency",
                    EmergencyRule.KIND,
                    null,
                    Purpose.EMERGENCY.code(),
                    Outcome.REFUSED));
            return Optional.empty();
          }
          rows.ask(hour, viewer.staff(), viewer.role().code(), now, now.plus(HOUR));
          return Optional.of(lists.inEmergency(value));
        });
    if (asked.isEmpty()) {
      return refused("value", "casework.emergency.most");
    }
    // somebody whom nobody knows takes the same way, through the same door
    UUID file = asked.get().orElseGet(UUID::randomUUID);
    Step<UUID> step =
        files.begin(
            viewer,
            file,
            hand -> {
              Instant until = hand.now().plus(HOUR);
              LocalDate due = nextWorkingDay(hand.today());
              rows.begin(
                  hour,
                  hand.id(),
                  hand.now(),
                  until,
                  Tasks.endOf(due),
                  hand.sealText(hour, "emergency", 1, reason));
              reasons.written(hand, "emergency", reason, HOUR);
              tasks.addFor(Role.HEAD, hand.id(), TaskKind.REVIEW_EMERGENCY, hour, due);
              events.publishEvent(new EmergencyBegun(hand.id(), hour, hand.now()));
              return hand.id();
            });
    if (step instanceof Step.NotThere<UUID>) {
      return refused("value", "casework.emergency.nobody");
    }
    return step;
  }

  private static Step<UUID> refused(String field, String key) {
    return new Step.Refused<>(
        java.util.List.of(
            key.endsWith("most")
                ? Refusal.unreadable(field, key, MOST)
                : Refusal.unreadable(field, key)));
  }

  private static LocalDate nextWorkingDay(LocalDate today) {
    LocalDate day = today.plusDays(1);
    while (!WorkingDays.isWorkingDay(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  /// What the head makes of one.
  enum Verdict {
    /// It was needed.
    NEEDED,
    /// It was not: the head takes it up with the one who did it.
    NOT_NEEDED;

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// The head has looked at it.
  Step<Boolean> review(Viewer viewer, UUID file, UUID hour, Verdict verdict) {
    return files.write(
        viewer,
        file,
        "review_emergency",
        Purpose.SUPERVISING,
        hand -> {
          boolean own =
              rows.of(hand).stream()
                  .anyMatch(one -> one.id().equals(hour) && one.staff().equals(hand.staff()));
          if (own) {
            throw Files.refused(
                Refusal.unreadable("verdict", "casework.step.review_emergency.own"));
          }
          if (!rows.review(hour, hand.id(), verdict.code(), hand.staff(), hand.now())) {
            throw Files.refused(
                Refusal.unreadable("verdict", "casework.step.review_emergency.before"));
          }
          tasks.done(hand.id(), hour, hand.staff(), hand.now(), TaskKind.REVIEW_EMERGENCY);
          return true;
        });
  }
}
