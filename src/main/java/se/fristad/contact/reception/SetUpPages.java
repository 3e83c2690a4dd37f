package se.fristad.contact.reception;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.Allowed;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.contact.Queue;
import se.fristad.contact.reception.web.SetUpPage;
import se.fristad.contact.reception.web.TimesPage;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.Shell;
import se.fristad.page.Table.Cell;
import se.fristad.page.Table.Column;
import se.fristad.page.Table.Row;
import se.fristad.page.Tone;
import se.fristad.page.View;

/// Where the head and the reception see what is set up: who receives when, the rooms, who is away,
/// groups, and agencies of interpreters.
@StaffFace
@Controller
class SetUpPages {
  /// Where it stands.
  static final String HOME = "/staff/times/set-up";

  private final Receptions receptions;
  private final ReceptionTimes times;
  private final Bookings bookings;
  private final ReceiverNames names;
  private final Shells shells;
  private final Clock clock;

  SetUpPages(
      Receptions receptions,
      ReceptionTimes times,
      Bookings bookings,
      ReceiverNames names,
      Shells shells,
      Clock clock) {
    this.receptions = receptions;
    this.times = times;
    this.bookings = bookings;
    this.names = names;
    this.shells = shells;
    this.clock = clock;
  }

  @Allowed({Role.RECEPTION, Role.CHANGE_WORKER, Role.HEAD})
  @GetMapping(HOME)
  Reply setUp(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(name = "queue", defaultValue = "") String code,
      @RequestParam(defaultValue = "") String moved) {
    Queue queue = SetUpForms.queue(viewer, code).orElse(null);
    if (queue == null) {
      return shells.notThere(viewer, request);
    }
    Shell shell = shells.shell(viewer, request);
    int clashes = Read.number(moved);
    Map<UUID, String> workers = names.of(shell, queue);
    List<Receptions.Room> rooms = receptions.rooms(queue);
    List<Queue> seen = Receptions.seenBy(viewer);
    return View.of(
        "contact/set-up",
        new SetUpPage(
            shell,
            BookPages.code(queue),
            seen.size() < 2
                ? List.of()
                : seen.stream()
                    .map(one ->
                        new TimesPage.Way(
                            shell.t("contact.inbox.door." + BookPages.code(one)),
                            SetUpForms.at("", one),
                            one == queue))
                    .toList(),
            clashes == 0 ? null : shell.t("contact.reception.must-move", clashes),
            List.of(
                workersPart(shell, queue, workers),
                roomsPart(shell, queue, rooms),
                absencesPart(shell, queue, workers, rooms),
                groupsPart(shell, viewer, queue, workers),
                agenciesPart(shell, queue))));
  }

  private SetUpPage.Part workersPart(Shell shell, Queue queue, Map<UUID, String> workers) {
    List<Receptions.Weekly> hours = receptions.hours(queue);
    LocalDate today = SetUpForms.today(clock);
    List<Row> rows =
        workers.entrySet().stream()
            .map(worker -> {
              List<Receptions.Weekly> own =
                  hours.stream()
                      .filter(one -> one.worker().equals(worker.getKey()))
                      .filter(one -> one.until() == null || !one.until().isBefore(today))
                      .filter(one -> !one.isOfOneDay())
                      .toList();
              long acute = own.stream().filter(Receptions.Weekly::acute).count();
              return Row.of(
                  Cell.link(
                      worker.getValue(),
                      SetUpForms.at("/worker", queue) + "&worker=" + worker.getKey()),
                  own.isEmpty()
                      ? Cell.badge(shell.t("contact.reception.hours.none"), Tone.WARN)
                      : Cell.of(
                          own.stream()
                              .map(one -> shell.texts().weekday(one.day()))
                              .distinct()
                              .collect(Collectors.joining(", "))),
                  Cell.of(shell.texts().number(acute)));
            })
            .toList();
    return new SetUpPage.Part(
        SetUpForms.table(
            shell,
            "workers",
            List.of(
                Column.of(shell.t("contact.reception.column.name")),
                Column.of(shell.t("contact.reception.column.days")),
                Column.number(shell.t("contact.reception.column.acute"))),
            rows),
        shell.t("contact.reception.workers.add"),
        SetUpForms.at("/worker", queue),
        List.of());
  }

  private SetUpPage.Part roomsPart(Shell shell, Queue queue, List<Receptions.Room> rooms) {
    return new SetUpPage.Part(
        SetUpForms.table(
            shell,
            "rooms",
            List.of(
                Column.of(shell.t("contact.reception.column.name")),
                Column.of(shell.t("contact.reception.column.house")),
                Column.number(shell.t("contact.reception.column.seats")),
                Column.of(shell.t("contact.reception.column.used"))),
            SetUpForms.rows(
                rooms,
                room ->
                    Row.of(
                        Cell.link(
                            room.name(), SetUpForms.at("/room", queue) + "&room=" + room.id()),
                        Cell.of(times.way(room.house())),
                        Cell.of(shell.texts().number(room.seats())),
                        Cell.badge(
                            shell.t(
                                room.inUse()
                                    ? "contact.reception.room.in-use"
                                    : "contact.reception.room.out"),
                            room.inUse() ? Tone.SUCCESS : Tone.NEUTRAL)))),
        shell.t("contact.reception.rooms.add"),
        SetUpForms.at("/room", queue),
        List.of());
  }

  private SetUpPage.Part absencesPart(
      Shell shell, Queue queue, Map<UUID, String> workers, List<Receptions.Room> rooms) {
    Map<UUID, String> named = new HashMap<>(workers);
    rooms.forEach(room -> named.put(room.id(), room.name()));
    List<Receptions.Absence> absences = receptions.absences(queue);
    return new SetUpPage.Part(
        SetUpForms.table(
            shell,
            "absences",
            List.of(
                Column.of(shell.t("contact.reception.column.whom")),
                Column.of(shell.t("contact.reception.column.from")),
                Column.of(shell.t("contact.reception.column.until"))),
            SetUpForms.rows(
                absences,
                one ->
                    Row.of(
                        Cell.of(whose(shell, named, one)),
                        Cell.of(shell.texts().moment(one.from())),
                        Cell.of(shell.texts().moment(one.until()))))),
        shell.t("contact.reception.absences.add"),
        SetUpForms.at("/absence", queue),
        absences.stream()
            .map(one ->
                new SetUpPage.Gone(
                    shell.t(
                        "contact.reception.absences.end",
                        whose(shell, named, one),
                        shell.texts().date(one.from())),
                    "absence",
                    one.id().toString()))
            .toList());
  }

  private static String whose(Shell shell, Map<UUID, String> named, Receptions.Absence one) {
    UUID room = one.room();
    UUID what = one.worker() == null ? room : one.worker();
    return what == null ? shell.t("contact.reception.whole") : named.getOrDefault(what, "");
  }

  private SetUpPage.Part groupsPart(
      Shell shell, Viewer viewer, Queue queue, Map<UUID, String> workers) {
    List<Booked> groups =
        bookings
            .between(viewer, queue, SetUpForms.today(clock), SetUpForms.today(clock).plusWeeks(26))
            .stream()
            .filter(one -> one.kind().equals("group") && one.until().isAfter(clock.instant()))
            .toList();
    return new SetUpPage.Part(
        SetUpForms.table(
            shell,
            "to-come",
            List.of(
                Column.of(shell.t("contact.reception.column.when")),
                Column.of(shell.t("contact.reception.column.who")),
                Column.of(shell.t("contact.reception.column.places"))),
            SetUpForms.rows(
                groups,
                one ->
                    Row.of(
                        Cell.of(BookPages.when(shell, one.from())),
                        Cell.of(workers.getOrDefault(one.worker(), "")),
                        Cell.of(shell.t("contact.reception.group.of", one.taken(), one.seats()))))),
        shell.t("contact.reception.groups.add"),
        SetUpForms.at("/group", queue),
        groups.stream()
            .map(one ->
                new SetUpPage.Gone(
                    shell.t("contact.reception.groups.end", BookPages.when(shell, one.from())),
                    "group",
                    one.id().toString()))
            .toList());
  }

  private SetUpPage.Part agenciesPart(Shell shell, Queue queue) {
    LocalDate today = SetUpForms.today(clock);
    return new SetUpPage.Part(
        SetUpForms.table(
            shell,
            "agencies",
            List.of(
                Column.of(shell.t("contact.reception.column.name")),
                Column.of(shell.t("contact.reception.column.phone")),
                Column.of(shell.t("contact.reception.column.languages")),
                Column.of(shell.t("contact.reception.column.reviewed"))),
            SetUpForms.rows(
                receptions.agencies(queue),
                one ->
                    Row.of(
                        Cell.link(
                            one.name(), SetUpForms.at("/agency", queue) + "&agency=" + one.id()),
                        Cell.of(one.phone()),
                        Cell.of(
                            one.languages().stream()
                                .map(code -> SetUpForms.language(shell, code))
                                .sorted()
                                .collect(Collectors.joining(", "))),
                        !one.inUse()
                            ? Cell.badge(shell.t("contact.reception.agency.out"), Tone.NEUTRAL)
                            : one.isStale(today)
                                ? Cell.badge(
                                    shell.t(
                                        "contact.reception.agency.stale",
                                        shell.texts().date(one.reviewed())),
                                    Tone.WARN)
                                : Cell.of(shell.texts().date(one.reviewed()))))),
        shell.t("contact.reception.agencies.add"),
        SetUpForms.at("/agency", queue),
        List.of());
  }
}
