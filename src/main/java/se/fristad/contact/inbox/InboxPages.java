package se.fristad.contact.inbox;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.Allowed;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.contact.InboxSection;
import se.fristad.contact.Queue;
import se.fristad.contact.Threads;
import se.fristad.contact.Waiting;
import se.fristad.contact.inbox.web.ClosedPage;
import se.fristad.contact.inbox.web.InboxPage;
import se.fristad.contact.inbox.web.InboxRows;
import se.fristad.page.Empty;
import se.fristad.page.Paging;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.Table.Column;
import se.fristad.page.Table.Row;
import se.fristad.page.Templates;
import se.fristad.page.Tone;
import se.fristad.page.Unchanged;
import se.fristad.page.View;

/// Who waits and how long; the closed conversations.
@StaffFace
@Controller
class InboxPages {
  /// From when a wait stands out: what the public face promises is two minutes.
  private static final Duration LONG = Duration.ofMinutes(2);

  private static final Duration VERY_LONG = Duration.ofMinutes(10);
  private static final int PAGE = 25;

  private final Threads threads;
  private final Shells shells;
  private final Templates templates;
  private final ObjectProvider<InboxSection> sections;
  private final Clock clock;

  InboxPages(
      Threads threads,
      Shells shells,
      Templates templates,
      ObjectProvider<InboxSection> sections,
      Clock clock) {
    this.threads = threads;
    this.shells = shells;
    this.templates = templates;
    this.sections = sections;
    this.clock = clock;
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER, Role.HEAD})
  @GetMapping("/staff/inbox")
  View inbox(HttpServletRequest request, Viewer viewer) {
    Shell shell = shells.shell(viewer, request);
    List<InboxPage.Link> closed =
        threads.queuesOf(viewer).stream()
            .map(queue ->
                new InboxPage.Link(
                    shell.t("contact.inbox.closed.link." + code(queue)),
                    "/staff/inbox/closed?queue=" + code(queue)))
            .toList();
    return View.of(
        "contact/inbox",
        new InboxPage(
            shell,
            rows(shell, viewer),
            closed,
            sections
                .orderedStream()
                .flatMap(section -> section.below(viewer, shell).stream())
                .map(templates::part)
                .toList()));
  }

  /// The tables again; nothing when nothing has changed within the same minute, so that a page that
  /// stands open fills no log.
  @Allowed(
      value = {
        Role.RECEPTION,
        Role.CASEWORKER,
        Role.TREATMENT_WORKER,
        Role.CHANGE_WORKER,
        Role.HEAD
      },
      asksByItself = true)
  @GetMapping("/staff/inbox/rows")
  Reply again(
      HttpServletRequest request, Viewer viewer, @RequestParam(defaultValue = "") String seen) {
    if (seen.equals(pulse(viewer))) {
      return new Unchanged();
    }
    return View.of("contact/inbox-rows", rows(shells.shell(viewer, request), viewer));
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER, Role.HEAD})
  @GetMapping("/staff/inbox/closed")
  View closed(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(defaultValue = "") String queue,
      @RequestParam(defaultValue = "") String page) {
    Optional<Queue> named = queue(queue).filter(threads.queuesOf(viewer)::contains);
    if (named.isEmpty()) {
      return shells.notThere(viewer, request);
    }
    Shell shell = shells.shell(viewer, request);
    Queue shown = named.get();
    int total = threads.closedCount(viewer, shown);
    int asked = Read.page(page);
    String address = "/staff/inbox/closed?queue=" + code(shown) + "&page=";
    Paging paging = Paging.of(asked, PAGE, total, number -> address + number);
    List<Row> rows =
        threads.closed(viewer, shown, paging.skipped() / PAGE).stream()
            .limit(PAGE)
            .map(row -> row(shell, row))
            .toList();
    return View.of(
        "contact/inbox-closed",
        new ClosedPage(
            shell,
            new Table(
                shell.t("contact.inbox.closed." + code(shown)),
                columns(shell),
                rows,
                paging,
                Empty.of(
                        shell.t("contact.inbox.closed.empty"),
                        shell.t("contact.inbox.closed.empty.text"))
                    .then(shell.t("contact.inbox.back"), "/staff/inbox"),
                true,
                null)));
  }

  private InboxRows rows(Shell shell, Viewer viewer) {
    String pulse = pulse(viewer);
    List<Table> tables = new ArrayList<>();
    for (Queue queue : threads.queuesOf(viewer)) {
      List<Waiting> open = threads.open(viewer, queue);
      tables.add(
          new Table(
              shell.t("contact.inbox.queue." + code(queue)),
              columns(shell),
              open.stream().map(row -> row(shell, row)).toList(),
              Paging.whole(open.size()),
              Empty.of(
                  shell.t("contact.inbox.empty"),
                  shell.t("contact.inbox.empty.text." + code(queue))),
              open.size() > 12,
              null));
    }
    return new InboxRows(
        shell,
        "/staff/inbox/rows?seen=" + pulse,
        shell.t("contact.inbox.seen", shell.texts().time(clock.instant())),
        tables);
  }

  private String pulse(Viewer viewer) {
    StringBuilder pulse = new StringBuilder();
    for (Queue queue : threads.queuesOf(viewer)) {
      pulse.append(threads.pulse(viewer, queue)).append('-');
    }
    return pulse.append(clock.instant().getEpochSecond() / 60).toString();
  }

  private static List<Column> columns(Shell shell) {
    return List.of(
        Column.of(shell.t("contact.inbox.column.waits")),
        Column.of(shell.t("contact.inbox.column.state")),
        Column.of(shell.t("contact.inbox.column.language")),
        Column.of(shell.t("contact.inbox.column.returns")),
        Column.number(shell.t("contact.inbox.column.messages")));
  }

  private Row row(Shell shell, Waiting row) {
    Instant now = clock.instant();
    Instant since = row.waitingSince();
    String first =
        since != null
            ? great(shell.texts().waited(Duration.between(since, now)))
            : shell.t(row.open() ? "contact.inbox.her-turn" : "contact.inbox.is-closed");
    String detail =
        since != null
            ? shell.t("contact.inbox.since", shell.texts().when(since, now))
            : shell.t("contact.inbox.begun", shell.texts().when(row.begunAt(), now));
    return Row.of(
        Cell.link(first, href(row)).withDetail(detail),
        state(shell, row, since == null ? Duration.ZERO : Duration.between(since, now)),
        Cell.of(shell.t("contact.inbox.language." + row.language())),
        Cell.of(shell.t(row.returns() ? "contact.inbox.returns.yes" : "contact.inbox.returns.no")),
        Cell.of(shell.texts().number(row.messages())));
  }

  private static Cell state(Shell shell, Waiting row, Duration waited) {
    if (!row.open()) {
      return Cell.badge(
          shell.t(row.answered() ? "contact.inbox.answered" : "contact.inbox.unanswered"),
          Tone.NEUTRAL);
    }
    if (row.waitingSince() == null) {
      return Cell.badge(shell.t("contact.inbox.answered"), Tone.SUCCESS);
    }
    Tone tone =
        waited.compareTo(VERY_LONG) >= 0
            ? Tone.DANGER
            : waited.compareTo(LONG) >= 0 ? Tone.WARN : Tone.INFO;
    return Cell.badge(
        shell.t(row.answered() ? "contact.inbox.waits-again" : "contact.inbox.unanswered"), tone);
  }

  /// A text that stands alone, with a great first letter.
  private static String great(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  static String href(Waiting row) {
    return "/staff/inbox/" + code(row.queue()) + "/" + row.thread().value();
  }

  static String code(Queue queue) {
    return queue.name().toLowerCase(Locale.ROOT);
  }

  static Optional<Queue> queue(String code) {
    return Stream.of(Queue.values()).filter(queue -> code(queue).equals(code)).findFirst();
  }
}
