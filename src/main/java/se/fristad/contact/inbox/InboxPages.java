package se.fristad.contact.inbox;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.Allowed;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.contact.About;
import se.fristad.contact.Handling;
import se.fristad.contact.InboxSection;
import se.fristad.contact.Queue;
import se.fristad.contact.Sieve;
import se.fristad.contact.Step;
import se.fristad.contact.Threads;
import se.fristad.contact.Waiting;
import se.fristad.contact.facts.Channel;
import se.fristad.contact.inbox.web.ClosedPage;
import se.fristad.contact.inbox.web.InboxFilter;
import se.fristad.contact.inbox.web.InboxPage;
import se.fristad.contact.inbox.web.InboxRows;
import se.fristad.page.Empty;
import se.fristad.page.Field;
import se.fristad.page.Option;
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
import se.fristad.vault.Confidential;

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
  private final StaffNames names;
  private final Templates templates;
  private final ObjectProvider<InboxSection> sections;
  private final Clock clock;

  InboxPages(
      Threads threads,
      Shells shells,
      StaffNames names,
      Templates templates,
      ObjectProvider<InboxSection> sections,
      Clock clock) {
    this.threads = threads;
    this.shells = shells;
    this.names = names;
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
            rows(shell, viewer, Sieve.of(request.getParameterMap())),
            filter(shell, viewer, Sieve.of(request.getParameterMap())),
            closed,
            sections
                .orderedStream()
                .flatMap(section -> section.below(viewer, shell).stream())
                .map(templates::part)
                .toList(),
            viewer.role() != Role.HEAD));
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
    return View.of(
        "contact/inbox-rows",
        rows(shells.shell(viewer, request), viewer, Sieve.of(request.getParameterMap())));
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
    List<Waiting> closed =
        threads.closed(viewer, shown, paging.skipped() / PAGE).stream().limit(PAGE).toList();
    Map<UUID, Confidential> owners = owners(viewer, closed);
    return View.of(
        "contact/inbox-closed",
        new ClosedPage(
            shell,
            new Table(
                shell.t("contact.inbox.closed." + code(shown)),
                columns(shell, null),
                closed.stream().map(row -> row(shell, viewer, row, owners)).toList(),
                paging,
                Empty.of(
                        shell.t("contact.inbox.closed.empty"),
                        shell.t("contact.inbox.closed.empty.text"))
                    .then(shell.t("contact.inbox.back"), "/staff/inbox"),
                true,
                null)));
  }

  private InboxRows rows(Shell shell, Viewer viewer, Sieve sieve) {
    String pulse = pulse(viewer);
    List<Table> tables = new ArrayList<>();
    for (Queue queue : threads.queuesOf(viewer)) {
      List<Waiting> open = threads.open(viewer, queue, sieve);
      int all = sieve.filters() ? threads.openCount(viewer, queue) : open.size();
      Map<UUID, Confidential> owners = owners(viewer, open);
      Empty empty =
          all > 0
              ? Empty.of(
                      shell.t("contact.inbox.filtered.empty"),
                      shell.t("contact.inbox.filtered.empty.text", all))
                  .then(shell.t("contact.inbox.filter.none"), "/staff/inbox")
              : Empty.of(
                  shell.t("contact.inbox.empty"),
                  shell.t("contact.inbox.empty.text." + code(queue)));
      tables.add(
          new Table(
              shell.t("contact.inbox.queue." + code(queue)),
              columns(shell, sieve),
              open.stream().map(row -> row(shell, viewer, row, owners)).toList(),
              Paging.whole(open.size()),
              empty,
              false,
              null));
    }
    String query = sieve.query();
    return new InboxRows(
        shell,
        "/staff/inbox/rows?seen=" + pulse + (query.isEmpty() ? "" : "&" + query),
        shell.t("contact.inbox.seen", shell.texts().time(clock.instant())),
        tables);
  }

  /// The names of those who have what is shown; one's own needs none.
  private Map<UUID, Confidential> owners(Viewer viewer, List<Waiting> shown) {
    Set<UUID> owners = new HashSet<>();
    for (Waiting row : shown) {
      UUID owner = row.handling().owner();
      if (owner != null && !owner.equals(viewer.staff())) {
        owners.add(owner);
      }
    }
    return names.of(owners);
  }

  private String pulse(Viewer viewer) {
    StringBuilder pulse = new StringBuilder();
    for (Queue queue : threads.queuesOf(viewer)) {
      pulse.append(threads.pulse(viewer, queue)).append('-');
    }
    return pulse.append(clock.instant().getEpochSecond() / 60).toString();
  }

  private InboxFilter filter(Shell shell, Viewer viewer, Sieve sieve) {
    List<Queue> queues = threads.queuesOf(viewer);
    return new InboxFilter(
        field(shell, "about", sieve.about()),
        Stream.of(About.values())
            .filter(about -> queues.stream().anyMatch(about::in))
            .map(about -> Option.of(about.code(), shell.t("contact.inbox.about." + about.code())))
            .toList(),
        field(shell, "channel", sieve.channel()),
        Stream.of(Channel.values())
            .map(one -> Option.of(one.code(), shell.t("contact.inbox.channel." + one.code())))
            .toList(),
        field(shell, "language", sieve.language()),
        Sieve.languages().stream().map(code -> Option.of(code, language(shell, code))).toList(),
        field(shell, "owner", sieve.owner() == Sieve.Owner.ALL ? "" : sieve.owner().code()),
        Stream.of(Sieve.Owner.MINE, Sieve.Owner.NOBODY)
            .map(one -> Option.of(one.code(), shell.t("contact.inbox.owner." + one.code())))
            .toList(),
        sieve.danger(),
        sieve.sort() == Sieve.Sort.URGENT ? "" : sieve.sort().code(),
        sieve.descending(),
        sieve.filters());
  }

  private static Field field(Shell shell, String name, String value) {
    return Field.of(name, shell.t("contact.inbox.filter." + name)).withValue(value);
  }

  /// The columns; those of an open inbox sort it.
  private static List<Column> columns(Shell shell, @Nullable Sieve sieve) {
    return List.of(
        sorted(shell, "waits", sieve, Sieve.Sort.URGENT),
        Column.of(shell.t("contact.inbox.column.state")),
        sorted(shell, "begun", sieve, Sieve.Sort.AGE),
        Column.of(shell.t("contact.inbox.column.about")),
        sorted(shell, "channel", sieve, Sieve.Sort.CHANNEL),
        sorted(shell, "language", sieve, Sieve.Sort.LANGUAGE),
        sorted(shell, "owner", sieve, Sieve.Sort.OWNER));
  }

  private static Column sorted(Shell shell, String name, @Nullable Sieve sieve, Sieve.Sort by) {
    Column column = Column.of(shell.t("contact.inbox.column." + name));
    if (sieve == null) {
      return column;
    }
    String query = sieve.sortedBy(by).query();
    return column.sortedBy(
        "/staff/inbox" + (query.isEmpty() ? "" : "?" + query),
        sieve.sort() != by
            ? Table.Order.NONE
            : sieve.descending() ? Table.Order.DESCENDING : Table.Order.ASCENDING);
  }

  private Row row(Shell shell, Viewer viewer, Waiting row, Map<UUID, Confidential> owners) {
    Instant now = clock.instant();
    Instant since = row.waitingSince();
    Handling handling = row.handling();
    String first =
        since != null
            ? great(shell.texts().waited(Duration.between(since, now)))
            : handling.spoken() && row.open()
                ? shell.t("contact.inbox.call." + handling.channel().code())
                : shell.t(row.open() ? "contact.inbox.her-turn" : "contact.inbox.is-closed");
    Cell waits = Cell.link(first, href(row));
    if (since != null) {
      waits = waits.withDetail(shell.t("contact.inbox.since", shell.texts().when(since, now)));
    }
    Cell channel = Cell.of(shell.t("contact.inbox.channel." + handling.channel().code()));
    return Row.of(
        waits,
        state(shell, row, since == null ? Duration.ZERO : Duration.between(since, now)),
        Cell.of(great(shell.texts().when(row.begunAt(), now))),
        Cell.of(door(shell, row)),
        handling.spoken()
            ? channel
            : channel.withDetail(
                shell.t(
                    row.returns()
                        ? "contact.inbox.messages.returns"
                        : "contact.inbox.messages.stays",
                    row.messages())),
        Cell.of(language(shell, row.language())),
        Cell.of(owner(shell, viewer, handling.owner(), owners)));
  }

  /// By which door she came: as one of us noted of a call, or as she chose herself.
  static String door(Shell shell, Waiting row) {
    About about = row.handling().about();
    return about == null
        ? shell.t("contact.inbox.door." + row.entrance().code())
        : shell.t("contact.inbox.about." + about.code());
  }

  static String owner(
      Shell shell, Viewer viewer, @Nullable UUID owner, Map<UUID, Confidential> owners) {
    if (owner == null) {
      return shell.t("contact.inbox.owner.nobody");
    }
    if (owner.equals(viewer.staff())) {
      return shell.t("contact.inbox.you");
    }
    Confidential name = owners.get(owner);
    return name == null ? shell.t("contact.inbox.colleague") : name.reveal();
  }

  /// What a language is called.
  static String language(Shell shell, String code) {
    String key = "contact.inbox.language." + code;
    return shell.texts().has(key) ? shell.t(key) : great(shell.texts().languageName(code));
  }

  private static Cell state(Shell shell, Waiting row, Duration waited) {
    Step reached = row.open() ? row.reached() : null;
    if (reached != null) {
      return Cell.badge(
              shell.t("contact.inbox.step." + reached.code()),
              reached.last() || row.handling().danger() ? Tone.DANGER : Tone.WARN)
          .withDetail(
              row.handling().danger()
                  ? shell.t("contact.inbox.danger")
                  : shell.t(
                      row.answered() ? "contact.inbox.waits-again" : "contact.inbox.unanswered"));
    }
    if (row.open() && row.handling().danger()) {
      return Cell.badge(shell.t("contact.inbox.danger"), Tone.DANGER)
          .withDetail(
              shell.t(
                  row.handling().spoken()
                      ? "contact.inbox.to-sort"
                      : row.waitingSince() == null
                          ? "contact.inbox.answered"
                          : row.answered()
                              ? "contact.inbox.waits-again"
                              : "contact.inbox.unanswered"));
    }
    if (row.open() && row.handling().spoken()) {
      return Cell.badge(shell.t("contact.inbox.to-sort"), Tone.WARN);
    }
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
