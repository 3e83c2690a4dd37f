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
import se.fristad.centre.Centre;
import se.fristad.centre.OpeningHours;
import se.fristad.vault.Sides;

/// Reminders of booked times, as one of us asks for them and ends them for somebody who has said
/// that she wants it.
@StaffFace
@Component
public class Reminders {
  private final ReminderRows rows;
  private final ThreadRows threads;
  private final FileDoor door;
  private final ReminderTimes times;
  private final OpeningHours hours;
  private final Wake wake;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Reminders(
      ReminderRows rows,
      ThreadRows threads,
      FileDoor door,
      ReminderTimes times,
      Centre centre,
      Wake wake,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.threads = threads;
    this.door = door;
    this.times = times;
    this.hours = centre.hours();
    this.wake = wake;
    this.events = events;
    this.clock = clock;
  }

  /// What becomes of the wish to be reminded.
  public sealed interface Asking {
    /// Somebody calls then, if her rule allows it.
    record Stands(ReminderTimes.Window window) implements Asking {}

    /// The time is no more, or not hers, or it is too near for a reminder.
    record TooLate() implements Asking {}

    /// None of the times to call was chosen.
    record Nothing() implements Asking {}
  }

  /// The times in which she can be called before a booked time.
  public List<ReminderTimes.Window> windows(Instant meeting) {
    return times.windows(hours, meeting, clock.instant());
  }

  /// The reminders of a conversation, for whoever has it open before her.
  public List<Reminder> of(Queue queue, ThreadId thread) {
    return Sides.on(queue.side(), () -> rows.of(queue, thread.value()));
  }

  /// She wants to be reminded.
  ///
  /// @param code of the time in which she is called
  public Opened<Asking> ask(
      Viewer viewer, Queue queue, ThreadId thread, UUID meeting, String code) {
    return Sides.on(
        queue.side(),
        () ->
            door.write(
                viewer,
                new FileRef(queue.kind(), thread.value()),
                Purpose.MEETING,
                "ask_reminder",
                permit -> {
                  if (threads.lock(queue, permit.id()).isEmpty()) {
                    return null;
                  }
                  Instant now = clock.instant();
                  Instant meets = rows.begins(queue, permit.id(), meeting, now).orElse(null);
                  if (meets == null || times.windows(hours, meets, now).isEmpty()) {
                    return Written.refused(new Asking.TooLate());
                  }
                  ReminderTimes.Window window = times.window(hours, meets, now, code).orElse(null);
                  if (window == null) {
                    return Written.refused(new Asking.Nothing());
                  }
                  rows.ask(queue, permit.id(), meeting, meets, window, viewer.staff(), now);
                  told(queue, permit.id(), meeting, Reminder.State.ASKED, now);
                  return Written.plain(
                      new Asking.Stands(window), threads.written(queue, permit.id()));
                }));
  }

  /// She wants it no more: from this moment nobody calls.
  ///
  /// @return false when there was none
  public Opened<Boolean> withdraw(Viewer viewer, Queue queue, ThreadId thread, UUID meeting) {
    return Sides.on(
        queue.side(),
        () ->
            door.write(
                viewer,
                new FileRef(queue.kind(), thread.value()),
                Purpose.MEETING,
                "withdraw_reminder",
                permit -> {
                  if (threads.lock(queue, permit.id()).isEmpty()) {
                    return null;
                  }
                  Instant now = clock.instant();
                  boolean withdrawn =
                      rows.of(queue, permit.id()).stream()
                          .filter(one -> one.meeting().equals(meeting) && one.state().isOpen())
                          .findFirst()
                          .filter(one -> rows.turn(queue, one, Reminder.State.WITHDRAWN, null, now))
                          .isPresent();
                  if (!withdrawn) {
                    return Written.refused(false);
                  }
                  told(queue, permit.id(), meeting, Reminder.State.WITHDRAWN, now);
                  return Written.plain(true, threads.written(queue, permit.id()));
                }));
  }

  private void told(Queue queue, UUID thread, UUID meeting, Reminder.State state, Instant now) {
    events.publishEvent(new ReminderChanged(meeting, thread, queue, state, now));
    wake.ring();
  }
}
