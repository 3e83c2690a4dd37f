package se.fristad.contact.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fristad.access.DaySection;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.contact.ClosedTimes;
import se.fristad.contact.Queue;
import se.fristad.contact.Step;
import se.fristad.contact.Threads;
import se.fristad.contact.Waiting;
import se.fristad.contact.inbox.web.WaitingToday;
import se.fristad.page.Shell;
import se.fristad.page.Texts;
import se.fristad.page.Tone;
import se.fristad.page.View;

/// Who waits for an answer and what the night brought, on top of my day.
@Order(10)
@StaffFace
@Component
class WhoWaits implements DaySection {
  private final Threads threads;
  private final ClosedTimes closed;
  private final Clock clock;

  WhoWaits(Threads threads, ClosedTimes closed, Clock clock) {
    this.threads = threads;
    this.closed = closed;
    this.clock = clock;
  }

  @Override
  public Optional<View> today(Viewer viewer, Shell shell) {
    if (!InboxConfiguration.ROLES.contains(viewer.role())) {
      return Optional.empty();
    }
    List<WaitingToday.Line> lines = new ArrayList<>();
    List<Queue> queues = threads.queuesOf(viewer);
    for (Queue queue : queues) {
      WaitingToday.Line line = line(shell.texts(), queue, threads.open(viewer, queue));
      lines.add(
          queues.size() == 1
              ? line
              : line.named(shell.t("contact.inbox.queue." + InboxPages.code(queue))));
    }
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(View.of("contact/waiting-today", new WaitingToday(shell, lines)));
  }

  private WaitingToday.Line line(Texts texts, Queue queue, List<Waiting> open) {
    Instant now = clock.instant();
    List<Instant> waiting =
        open.stream().map(Waiting::waitingSince).filter(Objects::nonNull).sorted().toList();
    ZonedDateTime shut = closed.around(queue, now).lastClosing(now);
    List<Waiting> night =
        open.stream().filter(row -> !row.begunAt().isBefore(shut.toInstant())).toList();
    long unanswered = night.stream().filter(row -> !row.answered()).count();
    return new WaitingToday.Line(
        waiting.isEmpty() ? Tone.SUCCESS : Tone.WARN,
        waiting.isEmpty()
            ? texts.t("contact.today.nobody")
            : texts.t(
                "contact.today.waiting",
                waiting.size(),
                texts.duration(Duration.between(waiting.getFirst(), now))),
        Stream.of(Step.values())
            .flatMap(step -> {
              long reached = open.stream().filter(row -> row.reached() == step).count();
              return reached == 0
                  ? Stream.<String>of()
                  : Stream.of(texts.t("contact.today.step." + step.code(), reached));
            })
            .toList(),
        night.isEmpty()
            ? null
            : texts.t(
                "contact.today.night",
                texts.near(shut.toLocalDate(), now.atZone(shut.getZone()).toLocalDate()),
                texts.time(shut.toInstant()),
                night.size(),
                unanswered));
  }
}
