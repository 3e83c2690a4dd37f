package se.fristad.contact.reception;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.Allowed;
import se.fristad.access.Colleagues;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.Calls;
import se.fristad.contact.Desk;
import se.fristad.contact.Queue;
import se.fristad.contact.reception.web.SetUpForm;
import se.fristad.contact.reception.web.SetUpForm.Asked;
import se.fristad.contact.reception.web.SetUpForm.Kind;
import se.fristad.contact.reception.web.SetUpPage;
import se.fristad.contact.reception.web.TimesPage;
import se.fristad.outgoing.TelephoneNumber;
import se.fristad.page.Empty;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Paging;
import se.fristad.page.PlainText;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.Table.Column;
import se.fristad.page.Table.Row;
import se.fristad.page.Tone;
import se.fristad.page.TypedForm;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// Where the head and the reception set up who receives when, the rooms, who is away, and groups.
@StaffFace
@Controller
class SetUpPages {
  /// Where it stands.
  static final String HOME = "/staff/times/set-up";

  /// What somebody who receives may be good at.
  static final List<String> COMPETENCES =
      List.of("support", "children", "young", "honour", "housing", "change", "groups");

  private static final int LONGEST_NAME = 40;
  private static final int MOST_SEATS = 60;
  private static final List<String> LENGTHS = List.of("30", "45", "60", "90");
  private static final Set<String> SEVERAL = Set.of("languages", "competences", "ways", "spoken");
  private static final Set<String> NAMES =
      Set.of(
          "name",
          "house",
          "seats",
          "in_use",
          "staff",
          "languages",
          "competences",
          "day",
          "starts",
          "ends",
          "minutes",
          "kind",
          "ways",
          "room",
          "from",
          "until",
          "worker",
          "from_time",
          "until_time",
          "date",
          "clock",
          "way",
          "what",
          "agency_name",
          "phone",
          "spoken",
          "reviewed",
          "agency_used");

  private final Receptions receptions;
  private final ReceptionTimes times;
  private final Bookings bookings;
  private final Colleagues colleagues;
  private final StaffNames names;
  private final Shells shells;
  private final Clock clock;

  SetUpPages(
      Receptions receptions,
      ReceptionTimes times,
      Bookings bookings,
      Colleagues colleagues,
      StaffNames names,
      Shells shells,
      Clock clock) {
    this.receptions = receptions;
    this.times = times;
    this.bookings = bookings;
    this.colleagues = colleagues;
    this.names = names;
    this.shells = shells;
    this.clock = clock;
  }

  private Optional<Queue> queue(Viewer viewer, String code) {
    return TimesPages.queue(viewer, code).filter(one -> Receptions.mayChange(viewer, one));
  }

  @Allowed({Role.RECEPTION, Role.CHANGE_WORKER, Role.HEAD})
  @GetMapping(HOME)
  Reply setUp(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(name = "queue", defaultValue = "") String code,
      @RequestParam(defaultValue = "") String moved) {
    Queue queue = queue(viewer, code).orElse(null);
    if (queue == null) {
      return shells.notThere(viewer, request);
    }
    Shell shell = shells.shell(viewer, request);
    int clashes = Read.number(moved);
    Map<UUID, String> workers = workers(shell, queue);
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
                            at("", one),
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

  private static String at(String page, Queue queue) {
    return HOME + page + "?queue=" + BookPages.code(queue);
  }

  private Map<UUID, String> workers(Shell shell, Queue queue) {
    List<Receptions.Receiver> receivers = receptions.receivers(queue);
    Map<UUID, Confidential> found =
        names.of(receivers.stream().map(Receptions.Receiver::staff).collect(Collectors.toSet()));
    Map<UUID, String> workers = new HashMap<>();
    for (Receptions.Receiver one : receivers) {
      Confidential name = found.get(one.staff());
      workers.put(one.id(), name == null ? shell.t("contact.inbox.colleague") : name.reveal());
    }
    return workers.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one, LinkedHashMap::new));
  }

  private SetUpPage.Part workersPart(Shell shell, Queue queue, Map<UUID, String> workers) {
    List<Receptions.Weekly> hours = receptions.hours(queue);
    LocalDate today = today();
    List<Row> rows =
        workers.entrySet().stream()
            .map(worker -> {
              List<Receptions.Weekly> own =
                  hours.stream()
                      .filter(one -> one.worker().equals(worker.getKey()))
                      .filter(one -> one.until() == null || !one.until().isBefore(today))
                      .toList();
              long acute = own.stream().filter(Receptions.Weekly::acute).count();
              return Row.of(
                  Cell.link(worker.getValue(), at("/worker", queue) + "&worker=" + worker.getKey()),
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
        table(
            shell,
            "workers",
            List.of(
                Column.of(shell.t("contact.reception.column.name")),
                Column.of(shell.t("contact.reception.column.days")),
                Column.number(shell.t("contact.reception.column.acute"))),
            rows),
        shell.t("contact.reception.workers.add"),
        at("/worker", queue),
        List.of());
  }

  private SetUpPage.Part roomsPart(Shell shell, Queue queue, List<Receptions.Room> rooms) {
    return new SetUpPage.Part(
        table(
            shell,
            "rooms",
            List.of(
                Column.of(shell.t("contact.reception.column.name")),
                Column.of(shell.t("contact.reception.column.house")),
                Column.number(shell.t("contact.reception.column.seats")),
                Column.of(shell.t("contact.reception.column.used"))),
            rows(
                rooms,
                room ->
                    Row.of(
                        Cell.link(room.name(), at("/room", queue) + "&room=" + room.id()),
                        Cell.of(times.way(room.house())),
                        Cell.of(shell.texts().number(room.seats())),
                        Cell.badge(
                            shell.t(
                                room.inUse()
                                    ? "contact.reception.room.in-use"
                                    : "contact.reception.room.out"),
                            room.inUse() ? Tone.SUCCESS : Tone.NEUTRAL)))),
        shell.t("contact.reception.rooms.add"),
        at("/room", queue),
        List.of());
  }

  private static <T> List<Row> rows(List<T> some, java.util.function.Function<T, Row> row) {
    return some.stream().map(row).toList();
  }

  private SetUpPage.Part absencesPart(
      Shell shell, Queue queue, Map<UUID, String> workers, List<Receptions.Room> rooms) {
    Map<UUID, String> named = new HashMap<>(workers);
    rooms.forEach(room -> named.put(room.id(), room.name()));
    List<Receptions.Absence> absences = receptions.absences(queue);
    return new SetUpPage.Part(
        table(
            shell,
            "absences",
            List.of(
                Column.of(shell.t("contact.reception.column.whom")),
                Column.of(shell.t("contact.reception.column.from")),
                Column.of(shell.t("contact.reception.column.until"))),
            rows(
                absences,
                one ->
                    Row.of(
                        Cell.of(whose(shell, named, one)),
                        Cell.of(shell.texts().moment(one.from())),
                        Cell.of(shell.texts().moment(one.until()))))),
        shell.t("contact.reception.absences.add"),
        at("/absence", queue),
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
        bookings.between(viewer, queue, today(), today().plusWeeks(26)).stream()
            .filter(one -> one.kind().equals("group") && one.until().isAfter(clock.instant()))
            .toList();
    return new SetUpPage.Part(
        table(
            shell,
            "to-come",
            List.of(
                Column.of(shell.t("contact.reception.column.when")),
                Column.of(shell.t("contact.reception.column.who")),
                Column.of(shell.t("contact.reception.column.places"))),
            rows(
                groups,
                one ->
                    Row.of(
                        Cell.of(BookPages.when(shell, one.from())),
                        Cell.of(workers.getOrDefault(one.worker(), "")),
                        Cell.of(shell.t("contact.reception.group.of", one.taken(), one.seats()))))),
        shell.t("contact.reception.groups.add"),
        at("/group", queue),
        groups.stream()
            .map(one ->
                new SetUpPage.Gone(
                    shell.t("contact.reception.groups.end", BookPages.when(shell, one.from())),
                    "group",
                    one.id().toString()))
            .toList());
  }

  private static Table table(Shell shell, String what, List<Column> columns, List<Row> rows) {
    String key = "contact.reception." + what;
    return new Table(
        shell.t(key),
        columns,
        rows,
        Paging.whole(rows.size()),
        Empty.of(shell.t(key + ".empty"), shell.t(key + ".empty.text")),
        false,
        null);
  }

  private LocalDate today() {
    return clock.instant().atZone(OpeningHours.HERE).toLocalDate();
  }

  // --- rooms

  @Allowed({Role.RECEPTION, Role.CHANGE_WORKER, Role.HEAD})
  @GetMapping(HOME + "/room")
  Reply room(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(name = "queue", defaultValue = "") String code,
      @RequestParam(name = "room", defaultValue = "") String id) {
    Queue queue = queue(viewer, code).orElse(null);
    if (queue == null) {
      return shells.notThere(viewer, request);
    }
    if (id.isEmpty()) {
      return roomForm(
          request,
          viewer,
          queue,
          UUID.randomUUID(),
          0,
          TypedForm.empty().with("in_use", "yes"),
          Map.of());
    }
    Optional<Receptions.Room> known =
        receptions.rooms(queue).stream().filter(one -> one.id().toString().equals(id)).findFirst();
    return known.isEmpty()
        ? shells.notThere(viewer, request)
        : roomForm(
            request,
            viewer,
            queue,
            known.get().id(),
            known.get().version(),
            TypedForm.empty()
                .with("name", known.get().name())
                .with("house", Integer.toString(known.get().house()))
                .with("seats", Integer.toString(known.get().seats()))
                .with("in_use", known.get().inUse() ? "yes" : "no"),
            Map.of());
  }

  @Allowed({Role.RECEPTION, Role.CHANGE_WORKER, Role.HEAD})
  @PostMapping(HOME + "/room")
  Reply keepRoom(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(name = "queue", defaultValue = "") String code,
      @RequestParam(name = "id", defaultValue = "") String sent,
      @RequestParam(defaultValue = "") String version) {
    Queue queue = queue(viewer, code).orElse(null);
    if (queue == null) {
      return shells.notThere(viewer, request);
    }
    TypedForm typed = typed(request);
    UUID id = Read.id(sent).orElseGet(UUID::randomUUID);
    Map<String, String> wrong = new LinkedHashMap<>();
    String name = typed.value("name").strip();
    if (name.isEmpty() || PlainText.length(name) > LONGEST_NAME) {
      wrong.put("name", "contact.reception.wrong.name");
    }
    int seats = Read.number(typed.value("seats").strip());
    if (seats < 1 || seats > MOST_SEATS) {
      wrong.put("seats", "contact.reception.wrong.seats");
    }
    int house = times.houses().size() == 1 ? 1 : Read.number(typed.value("house"));
    if (house < 1 || house > times.houses().size()) {
      wrong.put("house", "contact.reception.wrong.house");
    }
    if (!Set.of("yes", "no").contains(typed.value("in_use"))) {
      wrong.put("in_use", "contact.reception.wrong.in-use");
    }
    int opened = Read.number(version);
    if (wrong.isEmpty()) {
      Receptions.Kept kept =
          receptions.keep(
              viewer,
              queue,
              new Receptions.Room(
                  id, name, house, seats, typed.value("in_use").equals("yes"), opened + 1));
      switch (kept) {
        case DONE -> {
          return SeeOther.to(at("", queue));
        }
        case NAME_TAKEN -> wrong.put("name", "contact.reception.wrong.name-taken");
        case OVERTAKEN -> wrong.put("name", "contact.reception.wrong.overtaken");
        case OVER_OTHERS, NOT_THERE, TAKEN -> {
          return shells.notThere(viewer, request);
        }
      }
    }
    return roomForm(request, viewer, queue, id, opened, typed, wrong).with(422);
  }

  private View roomForm(
      HttpServletRequest request,
      Viewer viewer,
      Queue queue,
      UUID id,
      int version,
      TypedForm typed,
      Map<String, String> wrong) {
    Shell shell = shells.shell(viewer, request);
    Form form = new Form(shell, typed, wrong);
    List<Asked> asked = new ArrayList<>();
    asked.add(form.needed(Kind.TEXT, "name", List.of()));
    if (times.houses().size() > 1) {
      asked.add(
          form.needed(
              Kind.SELECT,
              "house",
              IntStream.rangeClosed(1, times.houses().size())
                  .mapToObj(house -> Option.of(Integer.toString(house), times.way(house)))
                  .toList()));
    }
    asked.add(form.needed(Kind.TEXT, "seats", List.of()));
    asked.add(
        form.needed(
            Kind.CHOICE,
            "in_use",
            List.of(
                Option.of("yes", shell.t("contact.reception.room.in-use")),
                Option.of("no", shell.t("contact.reception.room.out")))));
    return form(
        shell,
        "room",
        queue,
        Map.of("id", id.toString(), "version", Integer.toString(version)),
        asked,
        null,
        List.of());
  }

  // --- interpreters' agencies

  private SetUpPage.Part agenciesPart(Shell shell, Queue queue) {
    LocalDate today = today();
    return new SetUpPage.Part(
        table(
            shell,
            "agencies",
            List.of(
                Column.of(shell.t("contact.reception.column.name")),
                Column.of(shell.t("contact.reception.column.phone")),
                Column.of(shell.t("contact.reception.column.languages")),
                Column.of(shell.t("contact.reception.column.reviewed"))),
            rows(
                receptions.agencies(queue),
                one ->
                    Row.of(
                        Cell.link(one.name(), at("/agency", queue) + "&agency=" + one.id()),
                        Cell.of(one.phone()),
                        Cell.of(
                            one.languages().stream()
                                .map(code -> language(shell, code))
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
        at("/agency", queue),
        List.of());
  }

  @Allowed({Role.RECEPTION, Role.CHANGE_WORKER, Role.HEAD})
  @GetMapping(HOME + "/agency")
  Reply agency(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(name = "queue", defaultValue = "") String code,
      @RequestParam(name = "agency", defaultValue = "") String id) {
    Queue queue = queue(viewer, code).orElse(null);
    if (queue == null) {
      return shells.notThere(viewer, request);
    }
    if (id.isEmpty()) {
      return agencyForm(
          request,
          viewer,
          queue,
          UUID.randomUUID(),
          0,
          TypedForm.empty().with("agency_used", "yes").with("reviewed", today().toString()),
          Map.of());
    }
    Optional<Receptions.Agency> known =
        receptions.agencies(queue).stream()
            .filter(one -> one.id().toString().equals(id))
            .findFirst();
    return known.isEmpty()
        ? shells.notThere(viewer, request)
        : agencyForm(
            request,
            viewer,
            queue,
            known.get().id(),
            known.get().version(),
            TypedForm.empty()
                .with("agency_name", known.get().name())
                .with("phone", known.get().phone())
                .with("spoken", String.join(",", known.get().languages()))
                .with("reviewed", known.get().reviewed().toString())
                .with("agency_used", known.get().inUse() ? "yes" : "no"),
            Map.of());
  }

  /// An agency of interpreters is kept in the register.
  @Allowed({Role.RECEPTION, Role.CHANGE_WORKER, Role.HEAD})
  @PostMapping(HOME + "/agency")
  Reply keepAgency(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(name = "queue", defaultValue = "") String code,
      @RequestParam(name = "id", defaultValue = "") String sent,
      @RequestParam(defaultValue = "") String version) {
    Queue queue = queue(viewer, code).orElse(null);
    if (queue == null) {
      return shells.notThere(viewer, request);
    }
    TypedForm typed = typed(request);
    Map<String, String> wrong = new LinkedHashMap<>();
    String name = PlainText.of(typed.value("agency_name")).strip();
    if (name.isEmpty() || PlainText.length(name) > Receptions.LONGEST_AGENCY) {
      wrong.put("agency_name", "contact.reception.wrong.agency-name");
    }
    Optional<Confidential> phone =
        TelephoneNumber.read(Confidential.of(typed.value("phone").strip()));
    if (phone.isEmpty()) {
      wrong.put("phone", "contact.reception.wrong.phone");
    }
    Set<String> languages = typed.ticked("spoken");
    if (languages.isEmpty() || !Interpreters.LANGUAGES.containsAll(languages)) {
      wrong.put("spoken", "contact.reception.wrong.spoken");
    }
    Optional<LocalDate> reviewed = Field.day(typed.value("reviewed"));
    if (reviewed.isEmpty()) {
      wrong.put("reviewed", "contact.reception.wrong.date");
    } else if (reviewed.get().isAfter(today()) || reviewed.get().isBefore(today().minusYears(10))) {
      wrong.put("reviewed", "contact.reception.wrong.reviewed");
    }
    if (!Set.of("yes", "no").contains(typed.value("agency_used"))) {
      wrong.put("agency_used", "contact.reception.wrong.agency-used");
    }
    UUID id = Read.id(sent).orElseGet(UUID::randomUUID);
    int opened = Read.number(version);
    if (wrong.isEmpty()) {
      Receptions.Kept kept =
          receptions.keep(
              viewer,
              queue,
              new Receptions.Agency(
                  id,
                  name,
                  phone.orElseThrow().reveal(),
                  languages,
                  reviewed.orElseThrow(),
                  typed.value("agency_used").equals("yes"),
                  opened + 1));
      switch (kept) {
        case DONE -> {
          return SeeOther.to(at("", queue));
        }
        case NAME_TAKEN -> wrong.put("agency_name", "contact.reception.wrong.agency-taken");
        case OVERTAKEN -> wrong.put("agency_name", "contact.reception.wrong.agency-overtaken");
        case OVER_OTHERS, NOT_THERE, TAKEN -> {
          return shells.notThere(viewer, request);
        }
      }
    }
    return agencyForm(request, viewer, queue, id, opened, typed, wrong).with(422);
  }

  private View agencyForm(
      HttpServletRequest request,
      Viewer viewer,
      Queue queue,
      UUID id,
      int version,
      TypedForm typed,
      Map<String, String> wrong) {
    Shell shell = shells.shell(viewer, request);
    Form form = new Form(shell, typed, wrong);
    return form(
        shell,
        "agency",
        queue,
        Map.of("id", id.toString(), "version", Integer.toString(version)),
        List.of(
            form.needed(Kind.TEXT, "agency_name", List.of()),
            form.needed(Kind.TEXT, "phone", List.of()),
            form.needed(
                Kind.CHECKS,
                "spoken",
                Interpreters.LANGUAGES.stream()
                    .map(one -> Option.of(one, language(shell, one)))
                    .sorted(java.util.Comparator.comparing(Option::label))
                    .toList()),
            form.needed(Kind.DATE, "reviewed", List.of()),
            form.needed(
                Kind.CHOICE,
                "agency_used",
                List.of(
                    Option.of("yes", shell.t("contact.reception.room.in-use")),
                    Option.of("no", shell.t("contact.reception.room.out"))))),
        null,
        List.of());
  }

  // --- those who receive, and their hours

  @Allowed({Role.RECEPTION, Role.CHANGE_WORKER, Role.HEAD})
  @GetMapping(HOME + "/worker")
  Reply worker(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(name = "queue", defaultValue = "") String code,
      @RequestParam(name = "worker", defaultValue = "") String id) {
    Queue queue = queue(viewer, code).orElse(null);
    if (queue == null) {
      return shells.notThere(viewer, request);
    }
    if (id.isEmpty()) {
      return workerForm(
          request, viewer, queue, TypedForm.empty().with("languages", "sv"), Map.of());
    }
    return hoursForm(
            request,
            viewer,
            queue,
            id,
            TypedForm.empty()
                .with("kind", "ordinary")
                .with("minutes", "60")
                .with("ways", "on_site,phone,video")
                .with("from", today().toString()),
            Map.of())
        .<Reply>map(view -> view)
        .orElseGet(() -> shells.notThere(viewer, request));
  }

  /// Somebody receives from now on.
  @Allowed({Role.RECEPTION, Role.CHANGE_WORKER, Role.HEAD})
  @PostMapping(HOME + "/worker")
  Reply keepWorker(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(name = "queue", defaultValue = "") String code) {
    Queue queue = queue(viewer, code).orElse(null);
    if (queue == null) {
      return shells.notThere(viewer, request);
    }
    TypedForm typed = typed(request);
    Map<String, String> wrong = new LinkedHashMap<>();
    Optional<Colleagues.Colleague> staff =
        colleagues.with(Desk.answering(queue)).stream()
            .filter(one -> one.id().toString().equals(typed.value("staff")))
            .findFirst();
    if (staff.isEmpty()) {
      wrong.put("staff", "contact.reception.wrong.staff");
    }
    Set<String> languages = typed.ticked("languages");
    if (languages.isEmpty() || languages.size() > 12 || !Calls.LANGUAGES.containsAll(languages)) {
      wrong.put("languages", "contact.reception.wrong.languages");
    }
    Set<String> competences = typed.ticked("competences");
    if (!COMPETENCES.containsAll(competences)) {
      wrong.put("competences", "contact.reception.wrong.competences");
    }
    if (!wrong.isEmpty() || staff.isEmpty()) {
      return workerForm(request, viewer, queue, typed, wrong).with(422);
    }
    UUID worker = receptions.receive(viewer, queue, staff.get().id(), languages, competences);
    return SeeOther.to(at("/worker", queue) + "&worker=" + worker);
  }

  private View workerForm(
      HttpServletRequest request,
      Viewer viewer,
      Queue queue,
      TypedForm typed,
      Map<String, String> wrong) {
    Shell shell = shells.shell(viewer, request);
    Form form = new Form(shell, typed, wrong);
    return form(
        shell,
        "worker",
        queue,
        Map.of(),
        List.of(
            form.needed(
                Kind.SELECT,
                "staff",
                colleagues.with(Desk.answering(queue)).stream()
                    .map(one -> Option.of(one.id().toString(), one.name().reveal()))
                    .toList()),
            form.needed(
                Kind.CHECKS,
                "languages",
                Calls.LANGUAGES.stream()
                    .filter(one -> !Set.of("other", "unknown").contains(one))
                    .map(one -> Option.of(one, language(shell, one)))
                    .toList()),
            form.asked(
                Kind.CHECKS,
                "competences",
                COMPETENCES.stream()
                    .map(one -> Option.of(one, shell.t("contact.reception.competence." + one)))
                    .toList())),
        null,
        List.of());
  }

  static String language(Shell shell, String code) {
    String key = "contact.inbox.language." + code;
    String name = shell.texts().has(key) ? shell.t(key) : shell.texts().languageName(code);
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /// Hours more, or the end of some.
  @Allowed({Role.RECEPTION, Role.CHANGE_WORKER, Role.HEAD})
  @PostMapping(HOME + "/hours")
  Reply keepHours(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(name = "queue", defaultValue = "") String code,
      @RequestParam(name = "id", defaultValue = "") String sent,
      @RequestParam(name = "worker", defaultValue = "") String worker,
      @RequestParam(defaultValue = "") String end) {
    Queue queue = queue(viewer, code).orElse(null);
    if (queue == null) {
      return shells.notThere(viewer, request);
    }
    String back = at("/worker", queue) + "&worker=" + worker;
    if (!end.isEmpty()) {
      Receptions.Kept ended =
          receptions.end(
              viewer, queue, Read.id(end).orElseGet(UUID::randomUUID), today().minusDays(1));
      return ended == Receptions.Kept.DONE ? SeeOther.to(back) : shells.notThere(viewer, request);
    }
    TypedForm typed = typed(request);
    Map<String, String> wrong = new LinkedHashMap<>();
    Optional<Receptions.Weekly> hours =
        hours(queue, typed, Read.id(sent).orElseGet(UUID::randomUUID), worker, wrong);
    if (hours.isPresent()) {
      switch (receptions.add(viewer, queue, hours.get())) {
        case DONE -> {
          return SeeOther.to(back);
        }
        case OVER_OTHERS -> wrong.put("starts", "contact.reception.wrong.over-others");
        case OVERTAKEN, NAME_TAKEN, NOT_THERE, TAKEN -> {
          return shells.notThere(viewer, request);
        }
      }
    }
    return hoursForm(request, viewer, queue, worker, typed, wrong)
        .<Reply>map(view -> view.with(422))
        .orElseGet(() -> shells.notThere(viewer, request));
  }

  private Optional<Receptions.Weekly> hours(
      Queue queue, TypedForm typed, UUID id, String worker, Map<String, String> wrong) {
    boolean acute = typed.value("kind").equals("acute");
    if (!acute && !typed.value("kind").equals("ordinary")) {
      wrong.put("kind", "contact.reception.wrong.kind");
    }
    DayOfWeek day =
        Stream.of(DayOfWeek.values())
            .filter(one -> one.name().equals(typed.value("day")))
            .findFirst()
            .orElse(null);
    if (day == null) {
      wrong.put("day", "contact.reception.wrong.day");
    }
    LocalTime starts = quarter(typed, "starts", wrong);
    LocalTime ends = quarter(typed, "ends", wrong);
    int minutes =
        LENGTHS.contains(typed.value("minutes")) ? Read.number(typed.value("minutes")) : 0;
    if (minutes == 0) {
      wrong.put("minutes", "contact.reception.wrong.minutes");
    }
    if (starts != null
        && ends != null
        && minutes > 0
        && Duration.between(starts, ends).toMinutes() < minutes) {
      wrong.put("ends", "contact.reception.wrong.short");
    }
    Set<Way> ways =
        typed.ticked("ways").stream()
            .flatMap(one -> Way.of(one).stream())
            .collect(Collectors.toSet());
    if (ways.isEmpty()) {
      wrong.put("ways", "contact.reception.wrong.ways");
    }
    UUID room = Read.id(typed.value("room")).orElse(null);
    boolean known =
        room == null || receptions.rooms(queue).stream().anyMatch(one -> one.id().equals(room));
    if (!known || (acute && ways.contains(Way.ON_SITE) && room == null)) {
      wrong.put("room", "contact.reception.wrong.room");
    }
    LocalDate from = Field.day(typed.value("from")).orElse(null);
    if (from == null) {
      wrong.put("from", "contact.reception.wrong.date");
    }
    LocalDate until = Field.day(typed.value("until")).orElse(null);
    if (!typed.value("until").isBlank()
        && (until == null || (from != null && until.isBefore(from)))) {
      wrong.put("until", "contact.reception.wrong.until");
    }
    UUID whose = Read.id(worker).orElse(null);
    return wrong.isEmpty()
            && day != null
            && starts != null
            && ends != null
            && from != null
            && whose != null
        ? Optional.of(
            new Receptions.Weekly(
                id,
                whose,
                acute,
                day,
                starts,
                ends,
                minutes,
                ways,
                acute ? room : null,
                from,
                until))
        : Optional.empty();
  }

  private static @Nullable LocalTime quarter(
      TypedForm typed, String name, Map<String, String> wrong) {
    Optional<LocalTime> time =
        Field.time(typed.value(name)).filter(one -> one.getMinute() % 15 == 0);
    if (time.isEmpty()) {
      wrong.put(name, "contact.reception.wrong.quarter");
    }
    return time.orElse(null);
  }

  private Optional<View> hoursForm(
      HttpServletRequest request,
      Viewer viewer,
      Queue queue,
      String worker,
      TypedForm typed,
      Map<String, String> wrong) {
    Shell shell = shells.shell(viewer, request);
    Map<UUID, String> workers = workers(shell, queue);
    UUID id = Read.id(worker).filter(workers::containsKey).orElse(null);
    if (id == null) {
      return Optional.empty();
    }
    Form form = new Form(shell, typed, wrong);
    Map<UUID, String> rooms =
        receptions.rooms(queue).stream()
            .collect(Collectors.toMap(Receptions.Room::id, Receptions.Room::name));
    LocalDate today = today();
    List<Receptions.Weekly> own =
        receptions.hours(queue).stream()
            .filter(one -> one.worker().equals(id))
            .filter(one -> one.until() == null || !one.until().isBefore(today))
            .toList();
    Table above =
        table(
            shell,
            "hours",
            List.of(
                Column.of(shell.t("contact.reception.column.when")),
                Column.of(shell.t("contact.reception.column.kind")),
                Column.of(shell.t("contact.reception.column.ways")),
                Column.of(shell.t("contact.reception.column.valid"))),
            rows(own, one -> row(shell, rooms, one)));
    View view =
        form(
            shell,
            "hours",
            queue,
            Map.of("id", UUID.randomUUID().toString(), "worker", worker),
            List.of(
                form.needed(
                    Kind.CHOICE,
                    "kind",
                    List.of(
                        new Option(
                            "ordinary",
                            shell.t("contact.reception.kind.ordinary"),
                            shell.t("contact.reception.kind.ordinary.hint")),
                        new Option(
                            "acute",
                            shell.t("contact.reception.kind.acute"),
                            shell.t("contact.reception.kind.acute.hint")))),
                form.needed(
                    Kind.SELECT,
                    "day",
                    Stream.of(DayOfWeek.values())
                        .map(day -> Option.of(day.name(), shell.texts().weekday(day)))
                        .toList()),
                form.needed(Kind.TIME, "starts", List.of()),
                form.needed(Kind.TIME, "ends", List.of()),
                form.needed(
                    Kind.CHOICE,
                    "minutes",
                    LENGTHS.stream()
                        .map(one ->
                            Option.of(
                                one, shell.t("contact.reception.minutes", Integer.parseInt(one))))
                        .toList()),
                form.needed(Kind.CHECKS, "ways", ways(shell)),
                form.asked(
                    Kind.SELECT,
                    "room",
                    rooms.entrySet().stream()
                        .map(one -> Option.of(one.getKey().toString(), one.getValue()))
                        .sorted(Comparator.comparing(Option::label))
                        .toList()),
                form.needed(Kind.DATE, "from", List.of()),
                form.asked(Kind.DATE, "until", List.of())),
            above,
            own.stream()
                .map(one ->
                    new SetUpPage.Gone(
                        shell.t("contact.reception.hours.end", span(shell, one)),
                        "end",
                        one.id().toString()))
                .toList());
    return Optional.of(view);
  }

  private static List<Option> ways(Shell shell) {
    return Stream.of(Way.values())
        .map(way -> Option.of(way.code(), shell.t("contact.reception.way." + way.code())))
        .toList();
  }

  private static String span(Shell shell, Receptions.Weekly one) {
    return shell.t(
        "contact.reception.span",
        shell.texts().weekday(one.day()),
        shell.texts().time(one.starts()),
        shell.texts().time(one.ends()));
  }

  private static Row row(Shell shell, Map<UUID, String> rooms, Receptions.Weekly one) {
    UUID room = one.room();
    LocalDate until = one.until();
    return Row.of(
        Cell.of(span(shell, one))
            .withDetail(shell.t("contact.reception.minutes.each", one.minutes())),
        one.acute()
            ? Cell.badge(shell.t("contact.reception.kind.acute"), Tone.WARN)
            : Cell.badge(shell.t("contact.reception.kind.ordinary"), Tone.NEUTRAL),
        Cell.of(
                Stream.of(Way.values())
                    .filter(one.ways()::contains)
                    .map(way -> shell.t("contact.reception.way." + way.code()))
                    .collect(Collectors.joining(", ")))
            .withDetail(room == null ? "" : rooms.getOrDefault(room, "")),
        Cell.of(
            until == null
                ? shell.t("contact.reception.valid.from", shell.texts().date(one.from()))
                : shell.t(
                    "contact.reception.valid.until",
                    shell.texts().date(one.from()),
                    shell.texts().date(until))));
  }

  // --- absences

  @Allowed({Role.RECEPTION, Role.CHANGE_WORKER, Role.HEAD})
  @GetMapping(HOME + "/absence")
  Reply absence(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(name = "queue", defaultValue = "") String code) {
    return queue(viewer, code)
        .map(queue ->
            absenceForm(
                request,
                viewer,
                queue,
                TypedForm.empty()
                    .with("from", today().toString())
                    .with("from_time", "00:00")
                    .with("until", today().toString())
                    .with("until_time", "23:59"),
                Map.of()))
        .orElseGet(() -> shells.notThere(viewer, request));
  }

  /// Somebody is away, or a room is out of order; or no longer.
  @Allowed({Role.RECEPTION, Role.CHANGE_WORKER, Role.HEAD})
  @PostMapping(HOME + "/absence")
  Reply keepAbsence(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(name = "queue", defaultValue = "") String code,
      @RequestParam(name = "id", defaultValue = "") String sent,
      @RequestParam(name = "absence", defaultValue = "") String gone) {
    Queue queue = queue(viewer, code).orElse(null);
    if (queue == null) {
      return shells.notThere(viewer, request);
    }
    if (!gone.isEmpty()) {
      return receptions.takeAway(viewer, queue, Read.id(gone).orElseGet(UUID::randomUUID))
              == Receptions.Kept.DONE
          ? SeeOther.to(at("", queue))
          : shells.notThere(viewer, request);
    }
    TypedForm typed = typed(request);
    Map<String, String> wrong = new LinkedHashMap<>();
    UUID what = Read.id(typed.value("what")).orElse(null);
    boolean worker = receptions.receivers(queue).stream().anyMatch(one -> one.id().equals(what));
    boolean room = receptions.rooms(queue).stream().anyMatch(one -> one.id().equals(what));
    boolean whole = typed.value("what").equals("whole");
    if (!worker && !room && !whole) {
      wrong.put("what", "contact.reception.wrong.what");
    }
    Instant from = moment(typed, "from", wrong);
    Instant until = moment(typed, "until", wrong);
    if (from != null && until != null && !until.isAfter(from)) {
      wrong.put("until", "contact.reception.wrong.until");
    } else if (until != null && !until.isAfter(clock.instant())) {
      wrong.put("until", "contact.reception.wrong.past");
    }
    if (!wrong.isEmpty() || from == null || until == null) {
      return absenceForm(request, viewer, queue, typed, wrong).with(422);
    }
    int clashes =
        receptions.add(
            viewer,
            queue,
            new Receptions.Absence(
                Read.id(sent).orElseGet(UUID::randomUUID),
                worker ? what : null,
                room ? what : null,
                from,
                until));
    return SeeOther.to(at("", queue) + (clashes == 0 ? "" : "&moved=" + clashes));
  }

  private static @Nullable Instant moment(TypedForm typed, String name, Map<String, String> wrong) {
    Optional<LocalDate> day = Field.day(typed.value(name));
    if (day.isEmpty()) {
      wrong.put(name, "contact.reception.wrong.date");
    }
    Optional<LocalTime> time = Field.time(typed.value(name + "_time"));
    if (time.isEmpty()) {
      wrong.put(name + "_time", "contact.reception.wrong.time");
    }
    return day.isPresent() && time.isPresent()
        ? day.get().atTime(time.get()).atZone(OpeningHours.HERE).toInstant()
        : null;
  }

  private View absenceForm(
      HttpServletRequest request,
      Viewer viewer,
      Queue queue,
      TypedForm typed,
      Map<String, String> wrong) {
    Shell shell = shells.shell(viewer, request);
    Form form = new Form(shell, typed, wrong);
    List<Option> whom = new ArrayList<>();
    whom.add(Option.of("whole", shell.t("contact.reception.whole")));
    workers(shell, queue).forEach((id, name) -> whom.add(Option.of(id.toString(), name)));
    receptions
        .rooms(queue)
        .forEach(room ->
            whom.add(
                Option.of(
                    room.id().toString(), shell.t("contact.reception.whom.room", room.name()))));
    return form(
        shell,
        "absence",
        queue,
        Map.of("id", UUID.randomUUID().toString()),
        List.of(
            form.needed(Kind.SELECT, "what", whom),
            form.needed(Kind.DATE, "from", List.of()),
            form.needed(Kind.TIME, "from_time", List.of()),
            form.needed(Kind.DATE, "until", List.of()),
            form.needed(Kind.TIME, "until_time", List.of())),
        null,
        List.of());
  }

  // --- groups

  @Allowed({Role.RECEPTION, Role.CHANGE_WORKER, Role.HEAD})
  @GetMapping(HOME + "/group")
  Reply group(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(name = "queue", defaultValue = "") String code) {
    return queue(viewer, code)
        .map(queue ->
            groupForm(
                request,
                viewer,
                queue,
                TypedForm.empty().with("minutes", "90").with("seats", "8"),
                Map.of()))
        .orElseGet(() -> shells.notThere(viewer, request));
  }

  /// A group is set up, or called off.
  @Allowed({Role.RECEPTION, Role.CHANGE_WORKER, Role.HEAD})
  @PostMapping(HOME + "/group")
  Reply keepGroup(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(name = "queue", defaultValue = "") String code,
      @RequestParam(name = "id", defaultValue = "") String sent,
      @RequestParam(name = "group", defaultValue = "") String off) {
    Queue queue = queue(viewer, code).orElse(null);
    if (queue == null) {
      return shells.notThere(viewer, request);
    }
    if (!off.isEmpty()) {
      return receptions.callOff(viewer, queue, Read.id(off).orElseGet(UUID::randomUUID))
              == Receptions.Kept.DONE
          ? SeeOther.to(at("", queue))
          : shells.notThere(viewer, request);
    }
    TypedForm typed = typed(request);
    Map<String, String> wrong = new LinkedHashMap<>();
    Instant from = null;
    Optional<LocalDate> date = Field.day(typed.value("date"));
    if (date.isEmpty()) {
      wrong.put("date", "contact.reception.wrong.date");
    }
    LocalTime time = quarter(typed, "clock", wrong);
    if (date.isPresent() && time != null) {
      from = date.get().atTime(time).atZone(OpeningHours.HERE).toInstant();
      if (!from.isAfter(clock.instant())
          || from.isAfter(clock.instant().plus(Duration.ofDays(200)))) {
        wrong.put("date", "contact.reception.wrong.ahead");
      }
    }
    int minutes =
        LENGTHS.contains(typed.value("minutes")) ? Read.number(typed.value("minutes")) : 0;
    if (minutes == 0) {
      wrong.put("minutes", "contact.reception.wrong.minutes");
    }
    UUID worker =
        receptions.receivers(queue).stream()
            .map(Receptions.Receiver::id)
            .filter(one -> one.toString().equals(typed.value("worker")))
            .findFirst()
            .orElse(null);
    if (worker == null) {
      wrong.put("worker", "contact.reception.wrong.staff");
    }
    Receptions.Room room =
        receptions.rooms(queue).stream()
            .filter(one -> one.inUse() && one.id().toString().equals(typed.value("room")))
            .findFirst()
            .orElse(null);
    if (room == null) {
      wrong.put("room", "contact.reception.wrong.room");
    }
    int seats = Read.number(typed.value("seats").strip());
    if (seats < 2 || seats > (room == null ? MOST_SEATS : room.seats())) {
      wrong.put("seats", "contact.reception.wrong.seats-group");
    }
    if (wrong.isEmpty() && from != null && worker != null && room != null) {
      FreeTimes.Time then =
          new FreeTimes.Time(
              from, from.plus(Duration.ofMinutes(minutes)), Way.ON_SITE, false, List.of());
      UUID id = Read.id(sent).orElseGet(UUID::randomUUID);
      boolean apart =
          bookings.isApart(queue, room.house(), new FreeTimes.Span(then.from(), then.until()));
      Receptions.Kept kept =
          apart
              ? receptions.group(
                  viewer,
                  queue,
                  id,
                  then,
                  new FreeTimes.Choice(worker, new Plan.Place(room.id(), room.house())),
                  seats)
              : Receptions.Kept.TAKEN;
      if (kept == Receptions.Kept.DONE) {
        return SeeOther.to(at("", queue));
      }
      wrong.put("clock", "contact.reception.wrong.taken");
    }
    return groupForm(request, viewer, queue, typed, wrong).with(422);
  }

  private View groupForm(
      HttpServletRequest request,
      Viewer viewer,
      Queue queue,
      TypedForm typed,
      Map<String, String> wrong) {
    Shell shell = shells.shell(viewer, request);
    Form form = new Form(shell, typed, wrong);
    List<Option> workers = new ArrayList<>();
    workers(shell, queue).forEach((id, name) -> workers.add(Option.of(id.toString(), name)));
    return form(
        shell,
        "group",
        queue,
        Map.of("id", UUID.randomUUID().toString()),
        List.of(
            form.needed(Kind.DATE, "date", List.of()),
            form.needed(Kind.TIME, "clock", List.of()),
            form.needed(
                Kind.CHOICE,
                "minutes",
                LENGTHS.stream()
                    .map(one ->
                        Option.of(one, shell.t("contact.reception.minutes", Integer.parseInt(one))))
                    .toList()),
            form.needed(Kind.SELECT, "worker", workers),
            form.needed(
                Kind.SELECT,
                "room",
                receptions.rooms(queue).stream()
                    .filter(Receptions.Room::inUse)
                    .map(one ->
                        Option.of(
                            one.id().toString(),
                            shell.t("contact.reception.room.seats", one.name(), one.seats())))
                    .toList()),
            form.needed(Kind.TEXT, "seats", List.of())),
        null,
        List.of());
  }

  // --- forms

  private static TypedForm typed(HttpServletRequest request) {
    return TypedForm.of(request.getParameterMap(), NAMES, SEVERAL);
  }

  private static View form(
      Shell shell,
      String what,
      Queue queue,
      Map<String, String> hidden,
      List<Asked> asked,
      @Nullable Table above,
      List<SetUpPage.Gone> ends) {
    String key = "contact.reception.form." + what;
    Map<String, String> all = new LinkedHashMap<>(hidden);
    all.put("queue", BookPages.code(queue));
    return View.of(
        "contact/set-up-form",
        new SetUpForm(
            shell,
            shell.t(key),
            shell.t(key + ".lead"),
            at("", queue),
            HOME + "/" + what.toLowerCase(Locale.ROOT),
            all,
            asked,
            shell.t(key + ".keep"),
            above,
            ends));
  }

  /// Draws the questions of a form with what was typed and what is wrong.
  private record Form(Shell shell, TypedForm typed, Map<String, String> wrong) {
    Asked needed(Kind kind, String name, List<Option> options) {
      return asked(kind, name, options, true);
    }

    Asked asked(Kind kind, String name, List<Option> options) {
      return asked(kind, name, options, false);
    }

    private Asked asked(Kind kind, String name, List<Option> options, boolean needed) {
      String key = "contact.reception.field." + name;
      String error = wrong.get(name);
      Field field =
          Field.of(name, shell.t(key))
              .withValue(typed.value(name))
              .withError(error == null ? null : shell.t(error));
      if (shell.texts().has(key + ".hint")) {
        field = field.withHint(shell.t(key + ".hint"));
      }
      return new Asked(
          kind,
          needed ? field.needed() : field,
          options,
          kind == Kind.CHECKS ? typed.ticked(name) : Set.of());
    }
  }
}
