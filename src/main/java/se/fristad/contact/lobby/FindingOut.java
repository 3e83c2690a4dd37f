package se.fristad.contact.lobby;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.centre.Centre;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.Queue;
import se.fristad.contact.Wake;

/// Begins the task to find out about her who did not come, in the transaction in which that is
/// written.
@Component
class FindingOut {
  private static final Duration MORNING = Duration.ofHours(1);

  private final NoShowRows rows;
  private final LobbyTimes times;
  private final OpeningHours hours;
  private final Wake wake;
  private final ApplicationEventPublisher events;

  FindingOut(
      NoShowRows rows,
      LobbyTimes times,
      Centre centre,
      Wake wake,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.times = times;
    this.hours = centre.hours();
    this.wake = wake;
    this.events = events;
  }

  /// Begins it; nothing when it has begun before.
  void begin(Queue queue, UUID meeting, UUID thread, Instant now) {
    boolean danger = rows.isDanger(queue, thread);
    Instant due = now.plus(danger ? times.findingDanger() : times.finding());
    if (!hours.isOpen(due)) {
      due = hours.nextOpening(due).toInstant().plus(MORNING);
    }
    if (rows.begin(queue, meeting, thread, now, due)) {
      events.publishEvent(new DidNotCome(meeting, thread, queue, now));
      wake.ring();
    }
  }
}
