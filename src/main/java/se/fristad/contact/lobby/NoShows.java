package se.fristad.contact.lobby;

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
import se.fristad.contact.Queue;
import se.fristad.contact.ThreadId;
import se.fristad.contact.Threads;
import se.fristad.contact.Wake;
import se.fristad.vault.Confidential;
import se.fristad.vault.Sides;

/// Those who had a time and did not come: nothing is sent to them by the program, and none of them
/// is met with silence. A task stands until somebody says what came of it.
@StaffFace
@Component
public class NoShows {
  private final NoShowRows rows;
  private final LobbyRows lobby;
  private final FileDoor door;
  private final Threads threads;
  private final Wake wake;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  NoShows(
      NoShowRows rows,
      LobbyRows lobby,
      FileDoor door,
      Threads threads,
      Wake wake,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.lobby = lobby;
    this.door = door;
    this.threads = threads;
    this.wake = wake;
    this.events = events;
    this.clock = clock;
  }

  /// What becomes of the wish to end the task.
  public enum Ending {
    /// It is ended.
    ENDED,
    /// Danger is marked: it is passed on, or she has been heard of.
    IN_DANGER,
    /// There is no page on which she could read it.
    NO_PAGE
  }

  /// Those of whom nobody has found out yet, the most urgent first. One line in the log.
  public List<NoShow> open(Viewer viewer, Queue queue) {
    return Sides.on(
        queue.side(),
        () ->
            door.list(
                viewer,
                "booked_time",
                "did_not_come",
                () -> rows.open(queue, viewer.staff()),
                NoShow::meeting));
  }

  /// The tasks of a conversation, the latest first. One line in the log.
  public Opened<List<NoShow>> of(Viewer viewer, Queue queue, ThreadId thread) {
    return Sides.on(
        queue.side(),
        () ->
            door.open(
                viewer,
                new FileRef(queue.kind(), thread.value()),
                Purpose.MEETING,
                permit -> {
                  List<NoShow> found = rows.of(queue, permit.id());
                  return found.isEmpty() ? null : found;
                }));
  }

  /// Says what came of it. What is written to her stands in her conversation, where she sees it
  /// when she comes back, and nowhere else.
  ///
  /// @param message minted with the form: sent twice it is one message
  /// @param words what is written to her; only where that is the outcome
  public Opened<Ending> end(
      Viewer viewer,
      Queue queue,
      ThreadId thread,
      UUID meeting,
      NoShow.Outcome outcome,
      UUID message,
      Confidential words) {
    Opened<Ending> ended =
        Sides.on(
            queue.side(),
            () ->
                door.write(
                    viewer,
                    new FileRef(queue.kind(), thread.value()),
                    Purpose.MEETING,
                    "end_no_show",
                    permit -> {
                      if (!lobby.lockThread(queue, permit.id())) {
                        return null;
                      }
                      NoShow task = rows.find(queue, meeting).orElse(null);
                      if (task == null || !task.thread().equals(permit.id())) {
                        return null;
                      }
                      if (task.danger() && !outcome.isEnoughInDanger()) {
                        return Written.refused(Ending.IN_DANGER);
                      }
                      if (task.spoken() && outcome == NoShow.Outcome.WROTE) {
                        return Written.refused(Ending.NO_PAGE);
                      }
                      Instant now = clock.instant();
                      if (rows.end(queue, meeting, outcome, viewer.staff(), now)) {
                        if (outcome == NoShow.Outcome.WAS_HERE) {
                          lobby.tick(queue, meeting, Expected.State.CAME, viewer.staff(), now);
                          lobby.count(queue, task.from(), "did_not_come", -1);
                          lobby.count(queue, task.from(), "came", 1);
                        }
                        events.publishEvent(
                            new NoShowEnded(meeting, permit.id(), queue, outcome, now));
                        wake.ring();
                      }
                      return Written.plain(Ending.ENDED, lobby.written(queue, permit.id()));
                    }));
    if (outcome == NoShow.Outcome.WROTE
        && ended instanceof Opened.Value<Ending>(Ending answer)
        && answer == Ending.ENDED
        && threads.answer(viewer, queue, thread, message, words)
            instanceof Opened.NotThere<Integer>) {
      return new Opened.NotThere<>();
    }
    return ended;
  }
}
