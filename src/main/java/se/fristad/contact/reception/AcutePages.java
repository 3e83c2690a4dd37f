package se.fristad.contact.reception;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
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
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.centre.Centre;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.Queue;
import se.fristad.contact.reception.web.AcutePage;
import se.fristad.contact.reception.web.TimesPage;
import se.fristad.page.Empty;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.Tone;
import se.fristad.page.TypedForm;
import se.fristad.page.View;

/// The acute times of a week: what stands and, beside it, a proposal for what lacks. It is changed
/// line by line and accepted by the day or as a whole; the other days keep what was chosen in them.
@StaffFace
@Controller
class AcutePages {
  /// Where they stand.
  static final String HOME = "/staff/times/acute";

  /// Every field of the form: each line of each day.
  private static final Set<String> NAMES =
      Stream.of(DayOfWeek.values())
          .flatMap(day ->
              Stream.concat(
                  Stream.of(wantedName(day)),
                  IntStream.rangeClosed(1, AcuteWeek.MOST + 1)
                      .boxed()
                      .flatMap(line -> Stream.of(pickName(day, line), idName(day, line)))))
          .collect(Collectors.toUnmodifiableSet());

  private final AcuteTimes acute;
  private final Receptions receptions;
  private final ReceptionTimes times;
  private final ReceiverNames names;
  private final Shells shells;
  private final OpeningHours open;
  private final Clock clock;

  AcutePages(
      AcuteTimes acute,
      Receptions receptions,
      ReceptionTimes times,
      ReceiverNames names,
      Shells shells,
      Centre centre,
      Clock clock) {
    this.acute = acute;
    this.receptions = receptions;
    this.times = times;
    this.names = names;
    this.shells = shells;
    this.open = centre.hours();
    this.clock = clock;
  }

  private static String pickName(DayOfWeek day, int line) {
    return "pick_" + day.getValue() + "_" + line;
  }

  private static String idName(DayOfWeek day, int line) {
    return "id_" + day.getValue() + "_" + line;
  }

  private static String wantedName(DayOfWeek day) {
    return "want_" + day.getValue();
  }

  /// The address of a week; of the next one when none is named.
  static String at(Queue queue, @Nullable LocalDate monday) {
    return HOME + "?queue=" + BookPages.code(queue) + (monday == null ? "" : "&week=" + monday);
  }

  /// The Monday of a week that can be planned: this one at the earliest, none further away than
  /// times are offered. The next one when nothing is said.
  private LocalDate monday(String week) {
    LocalDate current =
        SetUpForms.today(clock).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate asked =
        Read.date(week)
            .map(day -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
            .orElse(current.plusWeeks(1));
    LocalDate last = current.plusWeeks(times.weeks());
    return asked.isBefore(current) ? current : asked.isAfter(last) ? last : asked;
  }

  @Allowed({Role.RECEPTION, Role.CHANGE_WORKER, Role.HEAD})
  @GetMapping(HOME)
  Reply week(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(name = "queue", defaultValue = "") String code,
      @RequestParam(defaultValue = "") String week,
      @RequestParam(defaultValue = "") String kept,
      @RequestParam(defaultValue = "") String chosen) {
    Queue queue = SetUpForms.queue(viewer, code).orElse(null);
    if (queue == null) {
      return shells.notThere(viewer, request);
    }
    return page(
        request,
        viewer,
        queue,
        monday(week),
        chosen.isEmpty() ? null : TypedForm.of(request.getParameterMap(), NAMES, Set.of()),
        Map.of(),
        kept.isEmpty() ? -1 : Read.number(kept));
  }

  /// Accepts the lines of a day, or of the whole week; or takes an accepted time back.
  @Allowed({Role.RECEPTION, Role.CHANGE_WORKER, Role.HEAD})
  @PostMapping(HOME)
  Reply accept(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(name = "queue", defaultValue = "") String code,
      @RequestParam(defaultValue = "") String week,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "") String end) {
    Queue queue = SetUpForms.queue(viewer, code).orElse(null);
    if (queue == null) {
      return shells.notThere(viewer, request);
    }
    LocalDate monday = monday(week);
    TypedForm typed = TypedForm.of(request.getParameterMap(), NAMES, Set.of());
    if (!end.isEmpty()) {
      return takeBack(request, viewer, queue, monday, end);
    }
    DayOfWeek one = Read.date(day).map(LocalDate::getDayOfWeek).orElse(null);
    Map<UUID, String> lines = new LinkedHashMap<>();
    List<AcuteTimes.Wish> wishes = new ArrayList<>();
    Map<String, String> wrong = new HashMap<>();
    for (DayOfWeek weekday : DayOfWeek.values()) {
      for (int line = 1; line <= AcuteWeek.MOST + 1; line++) {
        String name = pickName(weekday, line);
        if ((one == null || one == weekday) && typed.has(name)) {
          UUID id = Read.id(typed.value(idName(weekday, line))).orElseGet(UUID::randomUUID);
          Picked picked = Picked.of(typed.value(name)).orElse(null);
          if (picked == null) {
            wrong.put(name, "contact.acute.wrong.pick");
          } else {
            lines.put(id, name);
            wishes.add(new AcuteTimes.Wish(id, picked.worker(), picked.from(), picked.until()));
          }
        }
      }
    }
    if (wrong.isEmpty() && wishes.isEmpty()) {
      String first = one == null ? firstLine(typed) : pickName(one, 1);
      wrong.put(first, "contact.acute.wrong.nothing");
    }
    if (wrong.isEmpty()) {
      switch (acute.accept(viewer, queue, monday, wishes)) {
        case AcuteTimes.Accepted.Done(int count) -> {
          return SeeOther.to(at(queue, monday) + "&kept=" + count + others(typed, one));
        }
        case AcuteTimes.Accepted.Gone(Set<UUID> gone) ->
            gone.forEach(id -> wrong.put(lines.getOrDefault(id, ""), "contact.acute.wrong.gone"));
      }
    }
    return page(request, viewer, queue, monday, typed, wrong, -1).with(422);
  }

  private static String firstLine(TypedForm typed) {
    return Stream.of(DayOfWeek.values())
        .filter(day -> typed.has(idName(day, 1)))
        .findFirst()
        .map(day -> pickName(day, 1))
        .orElse(pickName(DayOfWeek.MONDAY, 1));
  }

  /// What was chosen in the other days, so that it stands when the page comes back.
  private static String others(TypedForm typed, @Nullable DayOfWeek accepted) {
    if (accepted == null) {
      return "";
    }
    StringBuilder others = new StringBuilder("&chosen=yes");
    for (DayOfWeek day : DayOfWeek.values()) {
      for (int line = 1; day != accepted && line <= AcuteWeek.MOST + 1; line++) {
        int number = line;
        String id = typed.value(idName(day, line));
        if (Read.id(id).isPresent()) {
          others.append('&').append(idName(day, line)).append('=').append(id);
          Picked.of(typed.value(pickName(day, line)))
              .ifPresent(one ->
                  others.append('&').append(pickName(day, number)).append('=').append(one.code()));
        }
      }
    }
    return others.toString();
  }

  private Reply takeBack(
      HttpServletRequest request, Viewer viewer, Queue queue, LocalDate monday, String end) {
    Optional<Receptions.Weekly> known =
        receptions.hours(queue).stream()
            .filter(one -> one.id().toString().equals(end) && one.acute() && one.isOfOneDay())
            .findFirst();
    return known.isPresent()
            && receptions.end(viewer, queue, known.get().id(), known.get().from().minusDays(1))
                == Receptions.Kept.DONE
        ? SeeOther.to(at(queue, monday))
        : shells.notThere(viewer, request);
  }

  /// Keeps how many acute times each weekday is to have.
  @Allowed({Role.RECEPTION, Role.CHANGE_WORKER, Role.HEAD})
  @PostMapping(HOME + "/wanted")
  Reply want(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(name = "queue", defaultValue = "") String code,
      @RequestParam(defaultValue = "") String week) {
    Queue queue = SetUpForms.queue(viewer, code).orElse(null);
    if (queue == null) {
      return shells.notThere(viewer, request);
    }
    TypedForm typed = TypedForm.of(request.getParameterMap(), NAMES, Set.of());
    Map<DayOfWeek, Integer> wanted = new EnumMap<>(DayOfWeek.class);
    Map<String, String> wrong = new HashMap<>();
    for (DayOfWeek day : open.days()) {
      String text = typed.value(wantedName(day)).strip();
      if (text.matches("[0-9]{1,2}") && Integer.parseInt(text) <= AcuteWeek.MOST) {
        wanted.put(day, Integer.parseInt(text));
      } else {
        wrong.put(wantedName(day), "contact.acute.wrong.wanted");
      }
    }
    if (wrong.isEmpty()) {
      acute.want(viewer, queue, wanted);
      return SeeOther.to(at(queue, monday(week)));
    }
    return page(request, viewer, queue, monday(week), typed, wrong, -1).with(422);
  }

  /// A line as a form sends it: with whom, from when, for how long.
  private record Picked(UUID worker, Instant from, Instant until) {
    static Optional<Picked> of(String code) {
      String[] parts = code.split("\\.", -1);
      return parts.length == 3 && parts[1].matches("[0-9]{6,9}") && parts[2].matches("[0-9]{2}")
          ? Read.id(parts[0])
              .map(worker -> {
                Instant from = Instant.ofEpochSecond(Long.parseLong(parts[1]) * 60);
                return new Picked(worker, from, from.plusSeconds(Integer.parseInt(parts[2]) * 60L));
              })
          : Optional.empty();
    }

    static Picked of(AcuteTime time) {
      return new Picked(time.worker(), time.from(), time.until());
    }

    static Picked of(FreeTimes.Free time) {
      return new Picked(time.worker(), time.from(), time.until());
    }

    String code() {
      return worker
          + "."
          + from.getEpochSecond() / 60
          + "."
          + (until.getEpochSecond() - from.getEpochSecond()) / 60;
    }
  }

  private record Known(
      Shell shell,
      Queue queue,
      Map<UUID, String> workers,
      Map<UUID, String> rooms,
      List<Receptions.Weekly> hours,
      LocalDate today) {}

  private View page(
      HttpServletRequest request,
      Viewer viewer,
      Queue queue,
      LocalDate monday,
      @Nullable TypedForm typed,
      Map<String, String> wrong,
      int kept) {
    Shell shell = shells.shell(viewer, request);
    AcuteWeek week = acute.week(queue, monday);
    List<List<AcuteTime>> proposed = AcuteRule.propose(week);
    Known known =
        new Known(
            shell,
            queue,
            names.of(shell, queue),
            receptions.rooms(queue).stream()
                .collect(Collectors.toMap(Receptions.Room::id, Receptions.Room::name)),
            receptions.hours(queue),
            SetUpForms.today(clock));
    List<AcutePage.Day> days = new ArrayList<>();
    for (LocalDate date = monday; !date.isAfter(monday.plusDays(6)); date = date.plusDays(1)) {
      LocalDate on = date;
      int at =
          IntStream.range(0, week.days().size())
              .filter(one -> week.days().get(one).date().equals(on))
              .findFirst()
              .orElse(-1);
      if (at >= 0) {
        days.add(day(known, week.days().get(at), proposed.get(at), typed, wrong));
      } else if (open.days().contains(date.getDayOfWeek())) {
        days.add(closed(shell, date));
      }
    }
    int missing = missing(week, known.today());
    int filled = proposed.stream().mapToInt(List::size).sum();
    return View.of(
        "contact/acute",
        new AcutePage(
            shell,
            BookPages.code(queue),
            monday.toString(),
            shell.t(
                "contact.acute.title",
                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                shell.texts().date(monday)),
            sides(shell, viewer, queue, monday),
            steps(shell, queue, monday),
            kept < 0 ? null : shell.t("contact.acute.kept", kept),
            state(shell, week, missing, filled),
            missing == 0 ? Tone.SUCCESS : Tone.WARN,
            nothing(shell, queue, known, week),
            known.workers().isEmpty() ? List.of() : days,
            wanted(shell, queue, typed, wrong)));
  }

  /// How many acute times are lacking from today on.
  static int missing(AcuteWeek week, LocalDate today) {
    return week.days().stream()
        .filter(day -> !day.date().isBefore(today))
        .mapToInt(AcuteWeek.Day::missing)
        .sum();
  }

  private static String state(Shell shell, AcuteWeek week, int missing, int filled) {
    return week.days().isEmpty()
        ? shell.t("contact.acute.state.closed")
        : missing == 0
            ? shell.t("contact.acute.state.whole")
            : filled == 0
                ? shell.t("contact.acute.state.none", missing)
                : filled < missing
                    ? shell.t("contact.acute.state.some", missing, filled)
                    : shell.t("contact.acute.state.all", missing);
  }

  private static @Nullable Empty nothing(Shell shell, Queue queue, Known known, AcuteWeek week) {
    if (known.workers().isEmpty()) {
      return new Empty(
          shell.t("contact.acute.nobody"),
          shell.t("contact.acute.nobody.text"),
          shell.t("contact.reception.workers.add"),
          SetUpForms.at("/worker", queue));
    }
    return week.days().isEmpty()
        ? Empty.of(shell.t("contact.acute.closed"), shell.t("contact.acute.closed.text"))
        : null;
  }

  private static AcutePage.Day closed(Shell shell, LocalDate date) {
    return new AcutePage.Day(
        great(BookPages.day(shell, date)),
        date.toString(),
        "",
        Tone.NEUTRAL,
        shell.t("contact.reception.why.closed_day"),
        List.of(),
        List.of(),
        null,
        null);
  }

  private AcutePage.Day day(
      Known known,
      AcuteWeek.Day day,
      List<AcuteTime> proposed,
      @Nullable TypedForm typed,
      Map<String, String> wrong) {
    Shell shell = known.shell();
    boolean past = day.date().isBefore(known.today());
    List<AcutePage.Pick> picks = past ? List.of() : picks(known, day, proposed, typed, wrong);
    boolean whole = day.missing() == 0;
    return new AcutePage.Day(
        great(BookPages.day(shell, day.date())),
        day.date().toString(),
        shell.t("contact.acute.of", day.stands().size(), day.wanted()),
        whole ? Tone.SUCCESS : past ? Tone.NEUTRAL : Tone.WARN,
        null,
        Stream.concat(
                day.stands().stream().map(one -> stands(known, day, one, false)),
                day.lost().stream().map(one -> stands(known, day, one, true)))
            .toList(),
        picks,
        past
            ? shell.t("contact.reception.why.past")
            : picks.isEmpty() ? shell.t("contact.acute.none") : null,
        picks.isEmpty()
            ? null
            : shell.t(
                "contact.acute.accept.day", shell.texts().weekday(day.date().getDayOfWeek())));
  }

  private static String great(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static AcutePage.Stands stands(
      Known known, AcuteWeek.Day day, AcuteTime one, boolean lost) {
    Shell shell = known.shell();
    String name = known.workers().getOrDefault(one.worker(), "");
    String when = between(shell, one.from(), one.until());
    UUID end =
        known.hours().stream()
            .filter(hours ->
                hours.acute()
                    && hours.isOfOneDay()
                    && hours.from().equals(day.date())
                    && hours.worker().equals(one.worker())
                    && hours.starts().equals(one.from().atZone(OpeningHours.HERE).toLocalTime()))
            .map(Receptions.Weekly::id)
            .findFirst()
            .orElse(null);
    return new AcutePage.Stands(
        when,
        shell.t("contact.acute.who", name, where(known, one)),
        lost ? shell.t("contact.acute.lost") : null,
        end == null ? null : end.toString(),
        end == null ? null : shell.t("contact.acute.end", when, name));
  }

  private static String between(Shell shell, Instant from, Instant until) {
    return shell.t(
        "contact.reception.between", shell.texts().time(from), shell.texts().time(until));
  }

  private static String where(Known known, AcuteTime one) {
    UUID room = one.room();
    return room == null
        ? known.shell().t("contact.acute.no-room")
        : known.rooms().getOrDefault(room, "");
  }

  /// The lines of a day: what is proposed, or what was chosen, and one more that is empty.
  private static List<AcutePage.Pick> picks(
      Known known,
      AcuteWeek.Day day,
      List<AcuteTime> proposed,
      @Nullable TypedForm typed,
      Map<String, String> wrong) {
    DayOfWeek weekday = day.date().getDayOfWeek();
    Map<String, FreeTimes.Free> free = new LinkedHashMap<>();
    day.free().forEach(one -> free.put(Picked.of(one).code(), one));
    boolean mine = typed != null && typed.has(idName(weekday, 1));
    List<String> lines = new ArrayList<>();
    if (mine && typed != null) {
      for (int line = 1; typed.has(idName(weekday, line)); line++) {
        lines.add(typed.value(pickName(weekday, line)));
      }
    } else {
      proposed.forEach(one -> lines.add(Picked.of(one).code()));
      if (lines.size() + day.stands().size() < AcuteWeek.MOST && !free.isEmpty()) {
        lines.add("");
      }
    }
    if (free.isEmpty() && !mine) {
      return List.of();
    }
    List<AcutePage.Pick> picks = new ArrayList<>();
    Set<UUID> ids = new HashSet<>();
    for (int at = 0; at < lines.size(); at++) {
      String name = pickName(weekday, at + 1);
      List<AcuteTime> beside = beside(day, free, lines, at);
      List<Option> options = new ArrayList<>();
      free.forEach((code, one) -> {
        AcuteTime time = AcuteRule.of(day, beside, one);
        if (time != null) {
          options.add(Option.of(code, label(known, time)));
        }
      });
      String error = wrong.get(name);
      String value = lines.get(at);
      boolean there = options.stream().anyMatch(one -> one.value().equals(value));
      Shell shell = known.shell();
      Field field =
          Field.of(
                  name,
                  at == lines.size() - 1 && value.isEmpty()
                      ? shell.t("contact.acute.line.more", great(shell.texts().weekday(weekday)))
                      : shell.t(
                          "contact.acute.line", great(shell.texts().weekday(weekday)), at + 1))
              .withValue(there ? value : "")
              .withError(error == null ? null : shell.t(error, said(known, value)));
      UUID id =
          (mine && typed != null
                  ? Read.id(typed.value(idName(weekday, at + 1)))
                  : Optional.<UUID>empty())
              .filter(ids::add)
              .orElseGet(UUID::randomUUID);
      picks.add(new AcutePage.Pick(field, options, idName(weekday, at + 1), id.toString()));
    }
    return picks;
  }

  /// What is chosen in the other lines of a day.
  private static List<AcuteTime> beside(
      AcuteWeek.Day day, Map<String, FreeTimes.Free> free, List<String> lines, int but) {
    List<AcuteTime> beside = new ArrayList<>();
    for (int at = 0; at < lines.size(); at++) {
      FreeTimes.Free other = free.get(lines.get(at));
      AcuteTime time = at == but || other == null ? null : AcuteRule.of(day, beside, other);
      if (time != null) {
        beside.add(time);
      }
    }
    return beside;
  }

  private static String label(Known known, AcuteTime one) {
    return known
        .shell()
        .t(
            "contact.acute.option",
            between(known.shell(), one.from(), one.until()),
            known.workers().getOrDefault(one.worker(), ""),
            where(known, one));
  }

  /// A chosen line in words, whether or not it can still be had.
  private static String said(Known known, String code) {
    return Picked.of(code)
        .map(one ->
            known
                .shell()
                .t(
                    "contact.acute.who",
                    between(known.shell(), one.from(), one.until()),
                    known.workers().getOrDefault(one.worker(), "")))
        .orElse("");
  }

  private List<Field> wanted(
      Shell shell, Queue queue, @Nullable TypedForm typed, Map<String, String> wrong) {
    Map<DayOfWeek, Integer> known = acute.wanted(queue);
    return Stream.of(DayOfWeek.values())
        .filter(open.days()::contains)
        .map(day -> {
          String name = wantedName(day);
          String error = wrong.get(name);
          return Field.of(name, great(shell.texts().weekday(day)))
              .needed()
              .withValue(
                  typed != null && typed.has(name)
                      ? typed.value(name)
                      : error != null ? "" : Integer.toString(known.getOrDefault(day, 0)))
              .withError(error == null ? null : shell.t(error));
        })
        .toList();
  }

  private static List<TimesPage.Way> sides(
      Shell shell, Viewer viewer, Queue queue, LocalDate monday) {
    List<Queue> seen =
        Receptions.seenBy(viewer).stream()
            .filter(one -> Receptions.mayChange(viewer, one))
            .toList();
    return seen.size() < 2
        ? List.of()
        : seen.stream()
            .map(one ->
                new TimesPage.Way(
                    shell.t("contact.inbox.door." + BookPages.code(one)),
                    at(one, monday),
                    one == queue))
            .toList();
  }

  private List<TimesPage.Way> steps(Shell shell, Queue queue, LocalDate monday) {
    LocalDate current =
        SetUpForms.today(clock).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    List<TimesPage.Way> steps = new ArrayList<>();
    if (monday.isAfter(current)) {
      steps.add(
          new TimesPage.Way(
              shell.t("contact.reception.before"), at(queue, monday.minusWeeks(1)), false));
    }
    steps.add(
        new TimesPage.Way(
            shell.t("contact.acute.this-week"), at(queue, current), monday.equals(current)));
    steps.add(
        new TimesPage.Way(
            shell.t("contact.acute.next-week"),
            at(queue, null),
            monday.equals(current.plusWeeks(1))));
    if (monday.isBefore(current.plusWeeks(times.weeks()))) {
      steps.add(
          new TimesPage.Way(
              shell.t("contact.reception.after"), at(queue, monday.plusWeeks(1)), false));
    }
    return steps;
  }
}
