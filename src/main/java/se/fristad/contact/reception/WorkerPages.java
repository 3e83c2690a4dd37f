package se.fristad.contact.reception;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.Allowed;
import se.fristad.access.Colleagues;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.contact.Calls;
import se.fristad.contact.Desk;
import se.fristad.contact.Queue;
import se.fristad.contact.reception.web.SetUpForm.Kind;
import se.fristad.contact.reception.web.SetUpPage;
import se.fristad.page.Field;
import se.fristad.page.Option;
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

/// Those who receive, and the hours of each.
@StaffFace
@Controller
class WorkerPages {
  /// What somebody who receives may be good at.
  static final List<String> COMPETENCES =
      List.of("support", "children", "young", "honour", "housing", "change", "groups");

  private final Receptions receptions;
  private final Colleagues colleagues;
  private final ReceiverNames names;
  private final Shells shells;
  private final Clock clock;

  WorkerPages(
      Receptions receptions,
      Colleagues colleagues,
      ReceiverNames names,
      Shells shells,
      Clock clock) {
    this.receptions = receptions;
    this.colleagues = colleagues;
    this.names = names;
    this.shells = shells;
    this.clock = clock;
  }

  @Allowed({Role.RECEPTION, Role.CHANGE_WORKER, Role.HEAD})
  @GetMapping(SetUpPages.HOME + "/worker")
  Reply worker(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(name = "queue", defaultValue = "") String code,
      @RequestParam(name = "worker", defaultValue = "") String id) {
    Queue queue = SetUpForms.queue(viewer, code).orElse(null);
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
                .with("from", SetUpForms.today(clock).toString()),
            Map.of())
        .<Reply>map(view -> view)
        .orElseGet(() -> shells.notThere(viewer, request));
  }

  /// Somebody receives from now on.
  @Allowed({Role.RECEPTION, Role.CHANGE_WORKER, Role.HEAD})
  @PostMapping(SetUpPages.HOME + "/worker")
  Reply keepWorker(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(name = "queue", defaultValue = "") String code) {
    Queue queue = SetUpForms.queue(viewer, code).orElse(null);
    if (queue == null) {
      return shells.notThere(viewer, request);
    }
    TypedForm typed = SetUpForms.typed(request);
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
    return SeeOther.to(SetUpForms.at("/worker", queue) + "&worker=" + worker);
  }

  private View workerForm(
      HttpServletRequest request,
      Viewer viewer,
      Queue queue,
      TypedForm typed,
      Map<String, String> wrong) {
    Shell shell = shells.shell(viewer, request);
    SetUpForms.Form form = new SetUpForms.Form(shell, typed, wrong);
    return SetUpForms.form(
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
                    .map(one -> Option.of(one, SetUpForms.language(shell, one)))
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

  /// Hours more, or the end of some.
  @Allowed({Role.RECEPTION, Role.CHANGE_WORKER, Role.HEAD})
  @PostMapping(SetUpPages.HOME + "/hours")
  Reply keepHours(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(name = "queue", defaultValue = "") String code,
      @RequestParam(name = "id", defaultValue = "") String sent,
      @RequestParam(name = "worker", defaultValue = "") String worker,
      @RequestParam(defaultValue = "") String end) {
    Queue queue = SetUpForms.queue(viewer, code).orElse(null);
    if (queue == null) {
      return shells.notThere(viewer, request);
    }
    String back = SetUpForms.at("/worker", queue) + "&worker=" + worker;
    if (!end.isEmpty()) {
      Receptions.Kept ended =
          receptions.end(
              viewer,
              queue,
              Read.id(end).orElseGet(UUID::randomUUID),
              SetUpForms.today(clock).minusDays(1));
      return ended == Receptions.Kept.DONE ? SeeOther.to(back) : shells.notThere(viewer, request);
    }
    TypedForm typed = SetUpForms.typed(request);
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
    LocalTime starts = SetUpForms.quarter(typed, "starts", wrong);
    LocalTime ends = SetUpForms.quarter(typed, "ends", wrong);
    int minutes =
        SetUpForms.LENGTHS.contains(typed.value("minutes"))
            ? Read.number(typed.value("minutes"))
            : 0;
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

  private Optional<View> hoursForm(
      HttpServletRequest request,
      Viewer viewer,
      Queue queue,
      String worker,
      TypedForm typed,
      Map<String, String> wrong) {
    Shell shell = shells.shell(viewer, request);
    Map<UUID, String> workers = names.of(shell, queue);
    UUID id = Read.id(worker).filter(workers::containsKey).orElse(null);
    if (id == null) {
      return Optional.empty();
    }
    SetUpForms.Form form = new SetUpForms.Form(shell, typed, wrong);
    Map<UUID, String> rooms =
        receptions.rooms(queue).stream()
            .collect(Collectors.toMap(Receptions.Room::id, Receptions.Room::name));
    LocalDate today = SetUpForms.today(clock);
    List<Receptions.Weekly> own =
        receptions.hours(queue).stream()
            .filter(one -> one.worker().equals(id))
            .filter(one -> one.until() == null || !one.until().isBefore(today))
            .toList();
    Table above =
        SetUpForms.table(
            shell,
            "hours",
            List.of(
                Column.of(shell.t("contact.reception.column.when")),
                Column.of(shell.t("contact.reception.column.kind")),
                Column.of(shell.t("contact.reception.column.ways")),
                Column.of(shell.t("contact.reception.column.valid"))),
            SetUpForms.rows(own, one -> row(shell, rooms, one)));
    View view =
        SetUpForms.form(
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
                    SetUpForms.LENGTHS.stream()
                        .map(one ->
                            Option.of(
                                one, shell.t("contact.reception.minutes", Integer.parseInt(one))))
                        .toList()),
                form.needed(Kind.CHECKS, "ways", SetUpForms.ways(shell)),
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
                : one.isOfOneDay()
                    ? shell.t("contact.reception.valid.only", shell.texts().date(until))
                    : shell.t(
                        "contact.reception.valid.until",
                        shell.texts().date(one.from()),
                        shell.texts().date(until))));
  }
}
