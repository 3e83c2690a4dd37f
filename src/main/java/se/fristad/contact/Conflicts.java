package se.fristad.contact;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.access.FileDoor;
import se.fristad.access.FileRef;
import se.fristad.access.Opened;
import se.fristad.access.Permit;
import se.fristad.access.Purpose;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.access.Written;
import se.fristad.vault.Confidential;
import se.fristad.vault.DataKey;
import se.fristad.vault.Place;
import se.fristad.vault.SideKeys;
import se.fristad.vault.Sides;
import se.fristad.vault.WrappedKey;

/// Who of us knows the person or her family (*jäv*, 16 § FL): from then on her conversation is not
/// there for that one, in no list and at no address; the head sees who it is not there for.
@StaffFace
@Component
public class Conflicts {
  private final ThreadRows threads;
  private final ConflictRows rows;
  private final FileDoor door;
  private final SideKeys keys;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Conflicts(
      ThreadRows threads,
      ConflictRows rows,
      FileDoor door,
      SideKeys keys,
      ApplicationEventPublisher events,
      Clock clock) {
    this.threads = threads;
    this.rows = rows;
    this.door = door;
    this.keys = keys;
    this.events = events;
    this.clock = clock;
  }

  /// The longest reason, in characters.
  public static final int MOST = 1_000;

  /// Somebody has said so.
  public record Declared(UUID staff, Instant at) {}

  /// It was lifted.
  ///
  /// @param declared when it had been said
  /// @param at when it was lifted
  /// @param by by whom
  public record Lifted(UUID staff, Instant declared, Instant at, UUID by, Confidential why) {}

  /// For whom a conversation is not there, and for whom it is there again.
  public record Known(List<Declared> declared, List<Lifted> lifted) {
    /// Copies the lists.
    public Known {
      declared = List.copyOf(declared);
      lifted = List.copyOf(lifted);
    }
  }

  /// Says that the viewer herself knows her. Said twice it is said once.
  public Opened<Boolean> declare(Viewer viewer, Queue queue, ThreadId thread) {
    return Sides.on(
        queue.side(),
        () ->
            door.write(
                viewer,
                file(queue, thread),
                Purpose.ANSWERING,
                "declare_conflict",
                permit -> {
                  var locked = threads.lock(queue, permit.id());
                  if (locked.isEmpty()) {
                    return null;
                  }
                  Instant now = clock.instant();
                  rows.declare(queue, permit.id(), viewer.staff(), now);
                  events.publishEvent(new ConflictDeclared(permit.id(), queue, now));
                  return Written.plain(true, locked.get().version());
                }));
  }

  /// Who has said so of a conversation; for the room that goes on with it, in its transaction.
  public Set<UUID> of(Queue queue, ThreadId thread) {
    return rows.in(queue, thread.value()).stream()
        .map(Declared::staff)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// For whom a conversation is not there; for the head. One line in the log.
  public Opened<Known> in(Viewer viewer, Queue queue, ThreadId thread) {
    return Sides.on(
        queue.side(),
        () ->
            door.open(
                viewer,
                file(queue, thread),
                Purpose.SUPERVISING,
                permit -> known(queue, permit.id())));
  }

  private Known known(Queue queue, UUID thread) {
    List<ConflictRows.Lifted> stored = rows.liftedIn(queue, thread);
    Optional<WrappedKey> wrapped = threads.key(queue, thread);
    if (stored.isEmpty() || wrapped.isEmpty()) {
      return new Known(rows.in(queue, thread), List.of());
    }
    try (DataKey key = keys.unwrap(thread, wrapped.get())) {
      return new Known(
          rows.in(queue, thread),
          stored.stream()
              .map(one ->
                  new Lifted(
                      one.staff(),
                      one.declared(),
                      one.at(),
                      one.by(),
                      key.open(place(one.id()), one.sealed())))
              .toList());
    }
  }

  /// Lifts it: it was a mistake, or it is over. The conversation is there again for that one.
  ///
  /// @param lift minted with the form: the same form sent twice is one
  /// @return whether it stood until now
  public Opened<Boolean> lift(
      Viewer viewer, Queue queue, ThreadId thread, UUID staff, UUID lift, Confidential why) {
    return Sides.on(
        queue.side(),
        () ->
            door.write(
                viewer,
                file(queue, thread),
                Purpose.SUPERVISING,
                "lift_conflict",
                permit -> lifted(queue, permit, staff, lift, why)));
  }

  private @Nullable Written<Boolean> lifted(
      Queue queue, Permit permit, UUID staff, UUID lift, Confidential why) {
    UUID thread = permit.id();
    Optional<ThreadRows.Locked> locked = threads.lock(queue, thread);
    Optional<WrappedKey> wrapped = threads.key(queue, thread);
    if (locked.isEmpty() || wrapped.isEmpty()) {
      return null;
    }
    if (rows.liftedIn(queue, thread).stream().anyMatch(one -> one.id().equals(lift))) {
      return Written.plain(true, locked.get().version());
    }
    Optional<Instant> declared = rows.withdraw(queue, thread, staff);
    if (declared.isEmpty()) {
      return Written.refused(false);
    }
    Instant now = clock.instant();
    byte[] sealed;
    try (DataKey key = keys.unwrap(thread, wrapped.get())) {
      sealed = key.seal(place(lift), why);
    }
    rows.lifted(queue, lift, thread, staff, declared.get(), permit.viewer().staff(), now, sealed);
    events.publishEvent(new ConflictLifted(thread, queue, staff, now));
    return Written.sealed(true, locked.get().version(), sealed);
  }

  private static Place place(UUID lift) {
    return new Place("contact", lift, "lifted", 1);
  }

  private static FileRef file(Queue queue, ThreadId thread) {
    return new FileRef(queue.kind(), thread.value());
  }
}
