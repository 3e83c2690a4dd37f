package se.fristad.contact;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.access.FileDoor;
import se.fristad.access.FileRef;
import se.fristad.access.Opened;
import se.fristad.access.Purpose;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.access.Written;
import se.fristad.vault.Sides;

/// Who of us knows the person or her family (*jäv*, 16 § FL): from then on her conversation is not
/// there for that one, in no list and at no address; the head sees who it is not there for.
@StaffFace
@Component
public class Conflicts {
  private final ThreadRows threads;
  private final ConflictRows rows;
  private final FileDoor door;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Conflicts(
      ThreadRows threads,
      ConflictRows rows,
      FileDoor door,
      ApplicationEventPublisher events,
      Clock clock) {
    this.threads = threads;
    this.rows = rows;
    this.door = door;
    this.events = events;
    this.clock = clock;
  }

  /// Somebody has said so.
  public record Declared(UUID staff, Instant at) {}

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

  /// For whom a conversation is not there; for the head. One line in the log.
  public Opened<List<Declared>> in(Viewer viewer, Queue queue, ThreadId thread) {
    return Sides.on(
        queue.side(),
        () ->
            door.open(
                viewer,
                file(queue, thread),
                Purpose.SUPERVISING,
                permit -> rows.in(queue, permit.id())));
  }

  private static FileRef file(Queue queue, ThreadId thread) {
    return new FileRef(queue.kind(), thread.value());
  }
}
