package se.fristad.contact.reception;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fristad.access.DaySection;
import se.fristad.access.FileDoor;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.audit.AuditLog;
import se.fristad.audit.Outcome;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.Queue;
import se.fristad.contact.ThreadId;
import se.fristad.contact.reception.web.OftenRefused;
import se.fristad.contact.reception.web.TimesPage;
import se.fristad.page.Shell;
import se.fristad.page.View;
import se.fristad.vault.Sides;

/// No oracle (security decisions 4): whoever asks for time after time could learn from what is
/// refused when somebody of the other side is in the house. Five refusals in a row in one day, in
/// the words of an occupied time, go to the head. Counted is every such refusal: a count of those
/// of the other side alone would tell of it.
@Order(12)
@StaffFace
@Component
class Refusals implements DaySection {
  /// From how many in a row the head sees it.
  static final int OFTEN = 5;

  private static final Duration SHOWN = Duration.ofDays(7);

  private final MeetingRows rows;
  private final FileDoor door;
  private final AuditLog log;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Refusals(
      MeetingRows rows,
      FileDoor door,
      AuditLog log,
      PlatformTransactionManager transactions,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.door = door;
    this.log = log;
    this.transaction = new TransactionTemplate(transactions);
    this.events = events;
    this.clock = clock;
  }

  /// Hears what became of a wish. In a transaction of its own: what was refused is undone, and its
  /// count is not.
  void heard(Viewer viewer, Queue queue, ThreadId thread, Booking booking) {
    switch (booking) {
      case Booking.Stands _ ->
          Sides.run(
              queue.side(),
              () ->
                  transaction.executeWithoutResult(
                      status -> rows.notRefused(queue, thread.value())));
      case Booking.Refused(FreeTimes.Why why, var _) -> {
        if (why == FreeTimes.Why.TAKEN || why == FreeTimes.Why.NO_ROOM) {
          Sides.run(
              queue.side(),
              () -> transaction.executeWithoutResult(status -> again(viewer, queue, thread)));
        }
      }
      case Booking.Already _, Booking.TooLate _ -> {}
    }
  }

  private void again(Viewer viewer, Queue queue, ThreadId thread) {
    Instant now = clock.instant();
    Instant today =
        now.atZone(OpeningHours.HERE).toLocalDate().atStartOfDay(OpeningHours.HERE).toInstant();
    if (rows.refusedAgain(queue, thread.value(), viewer.staff(), today, now) == OFTEN) {
      log.append(
          viewer.line("refused_often", queue.kind(), thread.value(), "booking", Outcome.DONE));
      events.publishEvent(new RefusedOften(thread.value(), queue, viewer.staff(), now));
    }
  }

  @Override
  public Optional<View> today(Viewer viewer, Shell shell) {
    if (viewer.role() != Role.HEAD) {
      return Optional.empty();
    }
    Instant since = clock.instant().minus(SHOWN);
    List<TimesPage.Way> often = new ArrayList<>();
    for (Queue queue : Queue.values()) {
      List<UUID> threads =
          Sides.on(
              queue.side(),
              () ->
                  door.list(
                      viewer,
                      queue.kind(),
                      "refused_often",
                      () -> rows.refusedOften(queue, OFTEN, since),
                      one -> one));
      threads.forEach(one ->
          often.add(
              new TimesPage.Way(
                  shell.t("contact.reception.refused-often.one", often.size() + 1),
                  BookPages.href(queue, new ThreadId(one)),
                  false)));
    }
    return often.isEmpty()
        ? Optional.empty()
        : Optional.of(View.of("contact/often-refused", new OftenRefused(shell, often)));
  }
}
