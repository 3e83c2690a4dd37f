package se.fristad.contact.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.contact.CallDue;
import se.fristad.contact.InboxSection;
import se.fristad.contact.Queue;
import se.fristad.contact.Reaching;
import se.fristad.contact.Threads;
import se.fristad.contact.inbox.web.CallsSection;
import se.fristad.page.Empty;
import se.fristad.page.Paging;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.Table.Column;
import se.fristad.page.Table.Row;
import se.fristad.page.Tone;
import se.fristad.page.View;

/// The calls that are promised, the next one first, under the inbox.
@Order(10)
@StaffFace
@Component
class CallsToMake implements InboxSection {
  private final Reaching reaching;
  private final Threads threads;
  private final Clock clock;

  CallsToMake(Reaching reaching, Threads threads, Clock clock) {
    this.reaching = reaching;
    this.threads = threads;
    this.clock = clock;
  }

  @Override
  public Optional<View> below(Viewer viewer, Shell shell) {
    List<Table> tables = new ArrayList<>();
    for (Queue queue : threads.queuesOf(viewer)) {
      List<CallDue> due = reaching.due(viewer, queue);
      tables.add(
          new Table(
              shell.t("contact.reach.calls." + InboxPages.code(queue)),
              List.of(
                  Column.of(shell.t("contact.reach.calls.when")),
                  Column.of(shell.t("contact.reach.calls.state")),
                  Column.number(shell.t("contact.reach.calls.missed"))),
              due.stream().map(row -> row(shell, viewer, row)).toList(),
              Paging.whole(due.size()),
              Empty.of(
                  shell.t("contact.reach.calls.empty"), shell.t("contact.reach.calls.empty.text")),
              true,
              null));
    }
    return tables.isEmpty()
        ? Optional.empty()
        : Optional.of(View.of("contact/calls-section", new CallsSection(shell, tables)));
  }

  private Row row(Shell shell, Viewer viewer, CallDue due) {
    Instant now = clock.instant();
    Instant from = due.wish().from();
    Instant until = due.wish().until();
    String href = "/staff/inbox/" + InboxPages.code(due.queue()) + "/" + due.thread().value();
    Cell state =
        now.isBefore(from)
            ? Cell.badge(shell.t("contact.reach.calls.later"), Tone.NEUTRAL)
            : now.isBefore(until)
                ? Cell.badge(
                    shell.t("contact.reach.calls.now"),
                    Duration.between(from, now).toMinutes() >= 15 ? Tone.WARN : Tone.INFO)
                : Cell.badge(shell.t("contact.reach.calls.over"), Tone.DANGER);
    return Row.of(
        Cell.link(
                shell.t(
                    "contact.reach.calls.between",
                    shell.texts().time(from),
                    shell.texts().time(until)),
                viewer.role() == Role.HEAD ? href : href + "/call")
            .withDetail(shell.texts().date(from)),
        state,
        Cell.of(shell.texts().number(due.wish().missed())));
  }
}
