package se.fristad.contact.reception;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.Allowed;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.centre.KeptHours;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.ClosedTimes;
import se.fristad.contact.Queue;
import se.fristad.contact.inbox.CallLines;
import se.fristad.contact.reception.web.TimesPage;
import se.fristad.page.Empty;
import se.fristad.page.Option;
import se.fristad.page.Paging;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.Table.Column;
import se.fristad.page.Table.Row;
import se.fristad.page.Tone;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// The booked times of a day and of a week: of the whole centre, of one who receives, of one room.
/// Each side of the wall has its own; whoever answers for both looks at one at a time.
@StaffFace
@Controller
class TimesPages {
  /// Where they stand.
  static final String HOME = "/staff/times";

  private final Bookings bookings;
  private final Receptions receptions;
  private final Interpreters interpreters;
  private final DayCalls calls;
  private final CallLines lines;
  private final AgencyLines agencies;
  private final StaffNames names;
  private final Shells shells;
  private final ClosedTimes closed;
  private final Clock clock;

  TimesPages(
      Bookings bookings,
      Receptions receptions,
      Interpreters interpreters,
      DayCalls calls,
      CallLines lines,
      AgencyLines agencies,
      StaffNames names,
      Shells shells,
      ClosedTimes closed,
      Clock clock) {
    this.bookings = bookings;
    this.receptions = receptions;
    this.interpreters = interpreters;
    this.calls = calls;
    this.lines = lines;
    this.agencies = agencies;
    this.names = names;
    this.shells = shells;
    this.closed = closed;
    this.clock = clock;
  }

  /// The queue of an address, among those whose times a viewer may see; her own when none is named.
  static Optional<Queue> queue(Viewer viewer, String code) {
    return Receptions.seenBy(viewer).stream()
        .filter(one -> code.isEmpty() || BookPages.code(one).equals(code))
        .findFirst();
  }

  private record Known(
      Queue queue,
      Map<UUID, String> workers,
      Map<UUID, String> rooms,
      List<Receptions.Absence> absences,
      Map<UUID, Interpreter> interpreters,
      Role role) {
    /// The interpreter of a booked time who must be seen to.
    boolean isToDo(Booked booked) {
      Interpreter one = interpreters.get(booked.id());
      return one != null && InterpreterPages.isToDo(one, booked);
    }
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER, Role.HEAD})
  @GetMapping(HOME)
  Reply times(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(name = "queue", defaultValue = "") String code,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "") String view,
      @RequestParam(defaultValue = "") String who) {
    Queue queue = queue(viewer, code).orElse(null);
    if (queue == null) {
      return shells.notThere(viewer, request);
    }
    Shell shell = shells.shell(viewer, request);
    LocalDate today = clock.instant().atZone(OpeningHours.HERE).toLocalDate();
    LocalDate date =
        Read.date(day).filter(one -> Math.abs(one.getYear() - today.getYear()) <= 10).orElse(today);
    boolean week = view.equals("week");
    LocalDate first = week ? date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : date;
    LocalDate last = week ? first.plusDays(6) : date;
    UUID whose = Read.id(who).orElse(null);
    List<Booked> all = bookings.between(viewer, queue, first, last);
    Known known = known(shell, viewer, queue, interpreters.beside(queue, all));
    List<Booked> booked =
        all.stream()
            .filter(
                one -> whose == null || one.worker().equals(whose) || whose.equals(one.roomId()))
            .toList();
    long clashes = booked.stream().filter(one -> clash(known, one)).count();
    long toDo =
        booked.stream()
            .filter(one -> one.until().isAfter(clock.instant()) && known.isToDo(one))
            .count();
    List<DayCalls.OnDay> rings =
        calls.between(
            shell, viewer, queue, first, last, DayCalls.whose(whose, receptions.receivers(queue)));
    List<AgencyLines.Line> orders =
        agencies.of(shell, viewer, queue).stream()
            .filter(one -> !one.task().day().isBefore(first) && !one.task().day().isAfter(last))
            .filter(one -> whose == null || isHers(queue, one, whose))
            .toList();
    String here = week ? "week" : "day";
    return View.of(
        "contact/times",
        new TimesPage(
            shell,
            week
                ? shell.t(
                    "contact.reception.week",
                    date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                    shell.texts().date(first))
                : great(BookPages.day(shell, date)),
            BookPages.code(queue),
            sides(shell, viewer, queue, here, date),
            here,
            date.toString(),
            whose == null ? "" : whose.toString(),
            whom(shell, known),
            steps(shell, queue, here, date, today, week, whose),
            week ? null : table(shell, known, booked),
            week || (rings.isEmpty() && date.isBefore(today))
                ? null
                : lines.table(
                    shell,
                    shell.t("contact.reception.calls"),
                    rings.stream().map(DayCalls.OnDay::line).toList()),
            week || orders.isEmpty() ? null : agencies.table(shell, orders),
            week ? days(shell, known, booked, rings, orders, first, today) : List.of(),
            clashes == 0 ? null : shell.t("contact.reception.clashes", clashes),
            toDo == 0 ? null : shell.t("contact.reception.interpreter.to-do", toDo),
            Receptions.mayChange(viewer, queue)
                ? SetUpPages.HOME + "?queue=" + BookPages.code(queue)
                : null));
  }

  private Known known(Shell shell, Viewer viewer, Queue queue, Map<UUID, Interpreter> beside) {
    List<Receptions.Receiver> receivers = receptions.receivers(queue);
    Map<UUID, Confidential> found =
        names.of(receivers.stream().map(Receptions.Receiver::staff).collect(Collectors.toSet()));
    Map<UUID, String> workers = new HashMap<>();
    for (Receptions.Receiver one : receivers) {
      Confidential name = found.get(one.staff());
      workers.put(one.id(), name == null ? shell.t("contact.inbox.colleague") : name.reveal());
    }
    return new Known(
        queue,
        workers,
        receptions.rooms(queue).stream()
            .collect(Collectors.toMap(Receptions.Room::id, Receptions.Room::name)),
        receptions.absences(queue),
        beside,
        viewer.role());
  }

  private static String great(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static boolean clash(Known known, Booked booked) {
    return known.absences().stream()
        .anyMatch(away ->
            (away.isWhole()
                    || booked.worker().equals(away.worker())
                    || (away.room() != null && away.room().equals(booked.roomId())))
                && away.from().isBefore(booked.until())
                && away.until().isAfter(booked.from()));
  }

  private static List<TimesPage.Way> sides(
      Shell shell, Viewer viewer, Queue queue, String view, LocalDate date) {
    List<Queue> seen = Receptions.seenBy(viewer);
    return seen.size() < 2
        ? List.of()
        : seen.stream()
            .map(one ->
                new TimesPage.Way(
                    shell.t("contact.inbox.door." + BookPages.code(one)),
                    address(one, view, date, null),
                    one == queue))
            .toList();
  }

  private static List<TimesPage.Way> steps(
      Shell shell,
      Queue queue,
      String view,
      LocalDate date,
      LocalDate today,
      boolean week,
      @Nullable UUID whose) {
    int step = week ? 7 : 1;
    return List.of(
        new TimesPage.Way(
            shell.t("contact.reception.before"),
            address(queue, view, date.minusDays(step), whose),
            false),
        new TimesPage.Way(
            shell.t("contact.reception.today"),
            address(queue, view, today, whose),
            date.equals(today)),
        new TimesPage.Way(
            shell.t("contact.reception.after"),
            address(queue, view, date.plusDays(step), whose),
            false),
        new TimesPage.Way(
            shell.t("contact.reception.view.day"), address(queue, "day", date, whose), !week),
        new TimesPage.Way(
            shell.t("contact.reception.view.week"), address(queue, "week", date, whose), week));
  }

  private static String address(Queue queue, String view, LocalDate date, @Nullable UUID whose) {
    return HOME
        + "?queue="
        + BookPages.code(queue)
        + "&view="
        + view
        + "&day="
        + date
        + (whose == null ? "" : "&who=" + whose);
  }

  private static List<Option> whom(Shell shell, Known known) {
    return Stream.concat(
            known.workers().entrySet().stream()
                .map(one -> Option.of(one.getKey().toString(), one.getValue()))
                .sorted(Comparator.comparing(Option::label)),
            known.rooms().entrySet().stream()
                .map(one ->
                    Option.of(
                        one.getKey().toString(),
                        shell.t("contact.reception.whom.room", one.getValue())))
                .sorted(Comparator.comparing(Option::label)))
        .toList();
  }

  private Table table(Shell shell, Known known, List<Booked> booked) {
    return new Table(
        shell.t("contact.reception.booked"),
        List.of(
            Column.of(shell.t("contact.reception.column.when")),
            Column.of(shell.t("contact.reception.column.what")),
            Column.of(shell.t("contact.reception.column.who")),
            Column.of(shell.t("contact.reception.column.room")),
            Column.of(shell.t("contact.reception.column.interpreter")),
            Column.of(shell.t("contact.reception.column.state"))),
        booked.stream().map(one -> row(shell, known, one)).toList(),
        Paging.whole(booked.size()),
        Empty.of(
            shell.t("contact.reception.booked.empty"),
            shell.t("contact.reception.booked.empty.text")),
        false,
        null);
  }

  private static Row row(Shell shell, Known known, Booked one) {
    TimesPage.Entry entry = entry(shell, known, one);
    String href = entry.href();
    String room = one.room();
    String clash = clash(known, one) ? entry.clash() : null;
    return Row.of(
        href == null ? Cell.of(entry.when()) : Cell.link(entry.when(), href),
        Cell.of(entry.what()),
        Cell.of(entry.who()),
        Cell.of(room == null ? shell.t("contact.reception.no-room") : room),
        interpreter(shell, known, one),
        clash == null
            ? Cell.badge(
                shell.t(
                    one.bookedBy() == null
                        ? one.errand() == null
                            ? "contact.reception.by.person"
                            : "contact.reception.by.asker"
                        : "contact.reception.by.us"),
                Tone.NEUTRAL)
            : Cell.badge(clash, Tone.DANGER));
  }

  private static Cell interpreter(Shell shell, Known known, Booked one) {
    Interpreter beside = known.interpreters().get(one.id());
    if (beside == null) {
      return Cell.of(shell.t("contact.reception.interpreter.none"));
    }
    String state = InterpreterPages.state(shell, beside, one);
    String conversation = BookPages.conversation(known.queue(), one, known.role());
    return known.role() == Role.HEAD || conversation == null
        ? Cell.of(state)
        : Cell.link(state, conversation + "/interpreter?meeting=" + one.id());
  }

  private static TimesPage.Entry entry(Shell shell, Known known, Booked one) {
    Interpreter beside = known.interpreters().get(one.id());
    String way = shell.t("contact.reception.way." + one.way().code());
    String what =
        switch (one.kind()) {
          case "group" -> shell.t("contact.reception.group.of", one.taken(), one.seats());
          case "acute" ->
              shell.t("contact.reception.acute.way", way.toLowerCase(shell.texts().locale()));
          default -> BookPages.kept(shell, one);
        };
    return new TimesPage.Entry(
        shell.t(
            "contact.reception.between",
            shell.texts().time(one.from()),
            shell.texts().time(one.until())),
        what,
        known.workers().getOrDefault(one.worker(), shell.t("contact.inbox.colleague")),
        BookPages.conversation(known.queue(), one, known.role()),
        clash(known, one)
            ? shell.t("contact.reception.clash")
            : beside != null && known.isToDo(one)
                ? InterpreterPages.state(shell, beside, one)
                : null);
  }

  /// Whether a call to an agency is hers: she rings it, or it is beside her time and nobody does.
  private boolean isHers(Queue queue, AgencyLines.Line one, UUID whose) {
    UUID caller = one.task().interpreter().caller();
    return caller == null
        ? one.task().booked().worker().equals(whose)
        : receptions.receivers(queue).stream()
            .anyMatch(receiver -> receiver.id().equals(whose) && receiver.staff().equals(caller));
  }

  private static TimesPage.Entry ring(Shell shell, CallLines.Line line) {
    return new TimesPage.Entry(
        line.between(),
        shell.t("contact.reception.call"),
        line.who(),
        line.href(),
        line.urgent() ? line.state() : null);
  }

  private List<TimesPage.Day> days(
      Shell shell,
      Known known,
      List<Booked> booked,
      List<DayCalls.OnDay> rings,
      List<AgencyLines.Line> orders,
      LocalDate first,
      LocalDate today) {
    List<TimesPage.Day> days = new ArrayList<>();
    KeptHours kept =
        closed.around(known.queue(), first.atStartOfDay(OpeningHours.HERE).toInstant());
    for (LocalDate date = first; date.isBefore(first.plusDays(7)); date = date.plusDays(1)) {
      LocalDate on = date;
      List<TimesPage.Entry> entries =
          Stream.concat(
                  Stream.concat(
                      rings.stream()
                          .filter(one -> one.day().equals(on))
                          .map(one -> ring(shell, one.line())),
                      orders.stream()
                          .filter(one -> one.task().day().equals(on))
                          .map(one -> AgencyLines.entry(shell, one))),
                  booked.stream()
                      .filter(one -> one.from().atZone(OpeningHours.HERE).toLocalDate().equals(on))
                      .map(one -> entry(shell, known, one)))
              .toList();
      boolean shut = !kept.isOpenOn(on);
      if (!shut || !entries.isEmpty() || on.getDayOfWeek().getValue() <= 5) {
        days.add(new TimesPage.Day(BookPages.day(shell, on), on.equals(today), shut, entries));
      }
    }
    return days;
  }
}
