package se.fristad.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.access.FileDoor;
import se.fristad.access.FileRef;
import se.fristad.access.Opened;
import se.fristad.access.Permit;
import se.fristad.access.Purpose;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.access.Written;
import se.fristad.vault.Confidential;
import se.fristad.vault.DataKey;
import se.fristad.vault.Place;
import se.fristad.vault.Side;
import se.fristad.vault.SideKeys;
import se.fristad.vault.Sides;

/// Who of us knows the person an intake is about, or her family (*jäv*, 16 § FL): from then on the
/// intake is not there for that one, in no list and at no address, also when she has made it. The
/// head sees for whom, marks a colleague, and lifts what was a mistake.
@StaffFace
@Component
class IntakeConflicts {
  /// The longest reason, in characters.
  static final int MOST = 1_000;

  private final IntakeRows intakes;
  private final IntakeConflictRows rows;
  private final NotHers notHers;
  private final FileDoor door;
  private final SideKeys keys;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  IntakeConflicts(
      IntakeRows intakes,
      IntakeConflictRows rows,
      NotHers notHers,
      FileDoor door,
      SideKeys keys,
      ApplicationEventPublisher events,
      Clock clock) {
    this.intakes = intakes;
    this.rows = rows;
    this.notHers = notHers;
    this.door = door;
    this.keys = keys;
    this.events = events;
    this.clock = clock;
  }

  /// It was lifted.
  record Lifted(UUID staff, Instant at, UUID by, Confidential why) {}

  /// For whom it is not there, and for whom it is there again.
  record Known(List<IntakeConflictRows.Row> declared, List<Lifted> lifted) {}

  /// Whether the viewer may say so here; to the head also who has. One line in the log.
  Opened<Known> in(Viewer viewer, UUID intake) {
    return Sides.on(
        Side.SUPPORT,
        () ->
            door.open(
                viewer, file(intake), IntakeFileRule.purposeOf(viewer), permit -> known(permit)));
  }

  private @Nullable Known known(Permit permit) {
    IntakeRows.Sealed sealed = intakes.sealed(permit.id()).orElse(null);
    if (sealed == null) {
      return null;
    }
    if (permit.viewer().role() != Role.HEAD) {
      return new Known(List.of(), List.of());
    }
    try (DataKey key = keys.unwrap(permit.id(), sealed.key())) {
      return new Known(
          rows.of(permit.id()),
          rows.liftedOf(permit.id()).stream()
              .map(one ->
                  new Lifted(
                      one.staff(), one.at(), one.by(), key.open(place(one.id()), one.sealed())))
              .toList());
    }
  }

  /// Says that somebody knows her: the viewer herself, or, by the head, a colleague.
  Opened<Boolean> declare(Viewer viewer, UUID intake, UUID staff) {
    if (viewer.role() != Role.HEAD && !staff.equals(viewer.staff())) {
      throw new IllegalArgumentException("nobody but the head says so of another");
    }
    return Sides.on(
        Side.SUPPORT,
        () ->
            door.write(
                viewer,
                file(intake),
                IntakeFileRule.purposeOf(viewer),
                "declare_conflict",
                permit -> {
                  Optional<Intake.Row> row = intakes.lock(permit.id());
                  if (row.isEmpty()) {
                    return null;
                  }
                  Instant now = clock.instant();
                  rows.declare(permit.id(), staff, now, viewer.staff());
                  notHers.hold(row.get().thread(), permit.id(), now);
                  events.publishEvent(new IntakeConflictChanged(permit.id(), true, now));
                  return Written.plain(true, row.get().version());
                }));
  }

  /// Lifts it, with a reason.
  ///
  /// @return whether it stood until now
  Opened<Boolean> lift(Viewer viewer, UUID intake, UUID staff, Confidential why) {
    return Sides.on(
        Side.SUPPORT,
        () ->
            door.write(
                viewer,
                file(intake),
                Purpose.SUPERVISING,
                "lift_conflict",
                permit -> lifted(permit, staff, why)));
  }

  private @Nullable Written<Boolean> lifted(Permit permit, UUID staff, Confidential why) {
    Optional<Intake.Row> row = intakes.lock(permit.id());
    IntakeRows.Sealed stored = intakes.sealed(permit.id()).orElse(null);
    if (row.isEmpty() || stored == null) {
      return null;
    }
    Optional<Instant> declared = rows.withdraw(permit.id(), staff);
    if (declared.isEmpty()) {
      return Written.refused(false);
    }
    Instant now = clock.instant();
    UUID id = UUID.randomUUID();
    byte[] sealed;
    try (DataKey key = keys.unwrap(permit.id(), stored.key())) {
      sealed = key.seal(place(id), why);
    }
    rows.lifted(id, permit.id(), staff, declared.get(), now, permit.viewer().staff(), sealed);
    notHers.release(row.get().thread(), permit.id(), staff);
    events.publishEvent(new IntakeConflictChanged(permit.id(), false, now));
    return Written.sealed(true, row.get().version(), sealed);
  }

  private static FileRef file(UUID intake) {
    return new FileRef(IntakeFileRule.KIND, intake);
  }

  private static Place place(UUID lifted) {
    return new Place("intake", lifted, "lifted", 1);
  }
}
