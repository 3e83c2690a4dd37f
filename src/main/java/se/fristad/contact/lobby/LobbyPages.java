package se.fristad.contact.lobby;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.Allowed;
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.Calls;
import se.fristad.contact.Queue;
import se.fristad.contact.lobby.web.ComePage;
import se.fristad.contact.lobby.web.DeskPage;
import se.fristad.contact.lobby.web.DeskRows;
import se.fristad.contact.reception.Errand;
import se.fristad.contact.reception.ReceptionTimes;
import se.fristad.contact.reception.Receptions;
import se.fristad.page.Empty;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Paging;
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
import se.fristad.page.Unchanged;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// The desk: who waits, by a card and never by a name; who is expected today, and whether she came.
@StaffFace
@Controller
class LobbyPages {
  /// Where it stands.
  static final String HOME = "/staff/desk";

  private static final Set<String> NAMES =
      Set.of("meeting", "sign", "children", "language", "interpreter", "house");

  private final Lobby lobby;
  private final NoShows missing;
  private final ReceptionTimes reception;
  private final StaffNames names;
  private final Shells shells;
  private final Clock clock;

  LobbyPages(
      Lobby lobby,
      NoShows missing,
      ReceptionTimes reception,
      StaffNames names,
      Shells shells,
      Clock clock) {
    this.lobby = lobby;
    this.missing = missing;
    this.reception = reception;
    this.names = names;
    this.shells = shells;
    this.clock = clock;
  }

  static String code(Queue queue) {
    return queue.name().toLowerCase(Locale.ROOT);
  }

  /// The queue of an address, among those whose desk a viewer may see; her own when none is named.
  static Optional<Queue> queue(Viewer viewer, String code) {
    return Receptions.seenBy(viewer).stream()
        .filter(one -> code.isEmpty() || code(one).equals(code))
        .findFirst();
  }

  static String home(Queue queue) {
    return HOME + "?queue=" + code(queue);
  }

  static String href(Queue queue, UUID guest) {
    return HOME + "/" + code(queue) + "/" + guest;
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER, Role.HEAD})
  @GetMapping(HOME)
  Reply desk(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(name = "queue", defaultValue = "") String code) {
    Queue queue = queue(viewer, code).orElse(null);
    if (queue == null) {
      return shells.notThere(viewer, request);
    }
    Shell shell = shells.shell(viewer, request);
    List<Queue> seen = Receptions.seenBy(viewer);
    LocalDate today = today();
    return View.of(
        "contact/lobby",
        new DeskPage(
            shell,
            shell.t(
                "contact.lobby.title",
                shell.texts().weekday(today.getDayOfWeek()),
                shell.texts().date(today)),
            seen.size() < 2
                ? List.of()
                : seen.stream()
                    .map(one ->
                        new DeskPage.Side(
                            shell.t("contact.inbox.door." + code(one)), home(one), one == queue))
                    .toList(),
            viewer.role() == Role.HEAD ? null : HOME + "/come?queue=" + code(queue),
            rows(shell, viewer, queue)));
  }

  /// What changes, again; nothing when nothing has changed within the same minute, so that a page
  /// that stands open fills no log.
  @Allowed(
      value = {
        Role.RECEPTION,
        Role.CASEWORKER,
        Role.TREATMENT_WORKER,
        Role.CHANGE_WORKER,
        Role.HEAD
      },
      asksByItself = true)
  @GetMapping(HOME + "/rows")
  Reply again(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(name = "queue", defaultValue = "") String code,
      @RequestParam(defaultValue = "") String seen) {
    Queue queue = queue(viewer, code).orElse(null);
    if (queue == null) {
      return shells.notThere(viewer, request);
    }
    return seen.equals(pulse(queue))
        ? new Unchanged()
        : View.of("contact/lobby-rows", rows(shells.shell(viewer, request), viewer, queue));
  }

  private String pulse(Queue queue) {
    return lobby.pulse(queue) + "-" + clock.instant().getEpochSecond() / 60;
  }

  private LocalDate today() {
    return clock.instant().atZone(OpeningHours.HERE).toLocalDate();
  }

  private DeskRows rows(Shell shell, Viewer viewer, Queue queue) {
    Instant now = clock.instant();
    String pulse = pulse(queue);
    List<Guest> guests = lobby.here(viewer, queue);
    List<Expected> expected = lobby.expected(viewer, queue, today());
    Map<UUID, Confidential> known =
        names.of(expected.stream().map(Expected::staff).collect(Collectors.toSet()));
    boolean receives = viewer.role() != Role.HEAD;
    List<Guest> here = guests.stream().filter(one -> one.left() == null).toList();
    return new DeskRows(
        shell,
        HOME + "/rows?queue=" + code(queue) + "&seen=" + pulse,
        code(queue),
        shell.t("contact.inbox.seen", shell.texts().time(now)),
        new Table(
            shell.t("contact.lobby.waiting", here.size()),
            List.of(
                Column.of(shell.t("contact.lobby.column.sign")),
                Column.of(shell.t("contact.lobby.column.since")),
                Column.of(shell.t("contact.lobby.column.time")),
                Column.of(shell.t("contact.lobby.column.company")),
                Column.of(shell.t("contact.lobby.column.language")),
                Column.of(shell.t("contact.lobby.column.room"))),
            here.stream().map(one -> row(shell, queue, one, receives, now)).toList(),
            Paging.whole(here.size()),
            Empty.of(
                shell.t("contact.lobby.waiting.empty"),
                shell.t("contact.lobby.waiting.empty.text")),
            false,
            null),
        expected.stream()
            .map(one ->
                time(
                    shell,
                    queue,
                    one,
                    known,
                    receives,
                    Queue.PROFESSIONAL.isOpenTo(viewer.role()),
                    now))
            .toList(),
        guests.stream()
            .flatMap(one -> {
              Instant left = one.left();
              return left == null
                  ? java.util.stream.Stream.<DeskRows.Gone>of()
                  : java.util.stream.Stream.of(
                      new DeskRows.Gone(
                          sign(shell, one.sign()),
                          shell.texts().time(left),
                          receives ? href(queue, one.id()) : ""));
            })
            .toList(),
        missing.open(viewer, queue).stream()
            .map(one -> missed(shell, queue, one, receives, now))
            .toList());
  }

  private static DeskRows.Missed missed(
      Shell shell, Queue queue, NoShow one, boolean receives, Instant now) {
    boolean overdue = !now.isBefore(one.due());
    return new DeskRows.Missed(
        shell.texts().when(one.from(), now),
        shell.t(
            one.danger()
                ? "contact.missed.danger"
                : overdue ? "contact.missed.overdue" : "contact.missed.due",
            shell.texts().when(one.due(), now)),
        one.danger() || overdue ? Tone.DANGER : Tone.WARN,
        receives ? NoShowPages.href(queue, one) : NoShowPages.href(queue, one.thread()));
  }

  /// What a card is called.
  static String sign(Shell shell, Sign sign) {
    return shell.t("contact.lobby.sign." + sign.colour(), sign.number());
  }

  private static Row row(Shell shell, Queue queue, Guest one, boolean receives, Instant now) {
    Instant from = one.from();
    String room = one.roomName();
    Duration waited = Duration.between(one.came(), now);
    return Row.of(
        receives
            ? Cell.link(sign(shell, one.sign()), href(queue, one.id()))
            : Cell.of(sign(shell, one.sign())),
        Cell.of(shell.texts().time(one.came()))
            .withDetail(shell.texts().duration(waited.isNegative() ? Duration.ZERO : waited)),
        from == null
            ? Cell.of(shell.t("contact.lobby.no-time"))
                .withDetail(
                    shell.t(
                        "contact.lobby.became."
                            + Optional.ofNullable(one.became())
                                .map(Guest.Became::code)
                                .orElse("not-yet")))
            : Cell.of(shell.t("contact.lobby.at", shell.texts().time(from))),
        Cell.of(company(shell, one.children())),
        one.interpreter()
            ? Cell.badge(shell.t("contact.lobby.interpreter"), Tone.WARN)
                .withDetail(language(shell, one.language()))
            : Cell.of(language(shell, one.language())),
        room == null ? Cell.badge(shell.t("contact.lobby.waits"), Tone.INFO) : Cell.of(room));
  }

  static String company(Shell shell, int children) {
    return shell.t("contact.lobby.company", children);
  }

  /// What a language is called.
  static String language(Shell shell, String code) {
    String key = "contact.inbox.language." + code;
    if (shell.texts().has(key)) {
      return shell.t(key);
    }
    String name = shell.texts().languageName(code);
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static @Nullable String conversation(Queue queue, Expected one, boolean advises) {
    UUID thread = one.thread();
    return thread != null
        ? "/staff/inbox/" + code(queue) + "/" + thread
        : advises ? "/staff/inbox/" + code(Queue.PROFESSIONAL) + "/" + one.asker() : null;
  }

  private static String what(Shell shell, Expected one) {
    String way = shell.t("contact.reception.way." + one.way().code());
    Errand errand = one.errand();
    return errand == null
        ? way
        : shell.t(
            "contact.reception.errand.way",
            shell.t("contact.reception.errand." + errand.code()),
            way.toLowerCase(shell.texts().locale()));
  }

  private DeskRows.Time time(
      Shell shell,
      Queue queue,
      Expected one,
      Map<UUID, Confidential> known,
      boolean receives,
      boolean advises,
      Instant now) {
    Confidential name = known.get(one.staff());
    String room = one.roomName();
    Instant at = one.at();
    boolean begun = !now.isBefore(one.from());
    String code =
        one.state() == null
            ? begun && one.roomName() != null ? "overdue" : "not-yet"
            : one.state().code();
    Tone tone =
        switch (one.state()) {
          case CAME -> Tone.SUCCESS;
          case LATE -> Tone.WARN;
          case ABSENT -> Tone.DANGER;
          case null -> code.equals("overdue") ? Tone.WARN : Tone.NEUTRAL;
        };
    return new DeskRows.Time(
        one.meeting().toString(),
        shell.t(
            "contact.reception.between",
            shell.texts().time(one.from()),
            shell.texts().time(one.until())),
        receives ? conversation(queue, one, advises) : null,
        what(shell, one),
        name == null ? shell.t("contact.inbox.colleague") : name.reveal(),
        room == null ? shell.t("contact.reception.no-room") : room,
        shell.t("contact.lobby.state." + code),
        tone,
        at != null
            ? shell.t("contact.lobby.ticked", shell.texts().time(at))
            : code.equals("overdue")
                ? shell.t(
                    "contact.lobby.since",
                    shell.texts().duration(Duration.between(one.from(), now)))
                : null,
        receives && one.state() != Expected.State.CAME
            ? HOME + "/come?queue=" + code(queue) + "&meeting=" + one.meeting()
            : null,
        receives && one.state() == null,
        receives
            && begun
            && one.state() != Expected.State.CAME
            && one.state() != Expected.State.ABSENT,
        receives && one.state() != null);
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @GetMapping(HOME + "/come")
  Reply come(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(name = "queue", defaultValue = "") String code,
      @RequestParam(defaultValue = "") String meeting) {
    Queue queue = queue(viewer, code).orElse(null);
    if (queue == null) {
      return shells.notThere(viewer, request);
    }
    TypedForm fresh =
        TypedForm.empty()
            .with("sign", lobby.nextSign(queue).code())
            .with("language", "sv")
            .with("interpreter", "no")
            .with("house", "1");
    return page(
        request,
        viewer,
        queue,
        UUID.randomUUID(),
        Read.id(meeting).isPresent() ? fresh.with("meeting", meeting) : fresh,
        Map.of(),
        null);
  }

  /// Writes somebody down as here; the same form sent twice is one person.
  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @PostMapping(HOME + "/come")
  Reply came(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(name = "queue", defaultValue = "") String code,
      @RequestParam(defaultValue = "") String id) {
    Queue queue = queue(viewer, code).orElse(null);
    if (queue == null) {
      return shells.notThere(viewer, request);
    }
    TypedForm typed = TypedForm.of(request.getParameterMap(), NAMES, Set.of());
    UUID guest = Read.id(id).orElseGet(UUID::randomUUID);
    Map<String, String> wrong = new LinkedHashMap<>();
    Optional<Lobby.Coming> coming = read(typed, wrong);
    if (coming.isEmpty()) {
      return page(request, viewer, queue, guest, typed, wrong, null).with(422);
    }
    return switch (lobby.come(viewer, queue, guest, coming.get())) {
      case Opened.NotThere<Arriving> _ -> shells.notThere(viewer, request);
      case Opened.Value<Arriving>(Arriving answer) ->
          switch (answer) {
            case Arriving.Here _ -> SeeOther.to(home(queue));
            case Arriving.SignTaken _ ->
                page(
                        request,
                        viewer,
                        queue,
                        guest,
                        typed,
                        Map.of("sign", "contact.lobby.wrong.sign-taken"),
                        null)
                    .with(422);
            case Arriving.NotExpected _ ->
                page(
                        request,
                        viewer,
                        queue,
                        guest,
                        typed,
                        Map.of("meeting", "contact.lobby.wrong.not-expected"),
                        null)
                    .with(422);
          };
    };
  }

  private Optional<Lobby.Coming> read(TypedForm typed, Map<String, String> wrong) {
    UUID meeting = null;
    if (typed.has("meeting")) {
      meeting = Read.id(typed.value("meeting")).orElse(null);
      if (meeting == null) {
        wrong.put("meeting", "contact.lobby.wrong.not-expected");
      }
    }
    Optional<Sign> sign = Sign.of(typed.value("sign"));
    if (sign.isEmpty()) {
      wrong.put("sign", "contact.lobby.wrong.sign");
    }
    String children = typed.has("children") ? typed.value("children") : "0";
    if (!children.matches("[0-9]")) {
      wrong.put("children", "contact.lobby.wrong.children");
    }
    if (!Calls.LANGUAGES.contains(typed.value("language"))) {
      wrong.put("language", "contact.lobby.wrong.language");
    }
    if (!Set.of("yes", "no").contains(typed.value("interpreter"))) {
      wrong.put("interpreter", "contact.lobby.wrong.interpreter");
    }
    int house = typed.has("house") ? Read.number(typed.value("house")) : 1;
    if (house < 1 || house > reception.houses().size()) {
      wrong.put("house", "contact.lobby.wrong.house");
    }
    return wrong.isEmpty()
        ? Optional.of(
            new Lobby.Coming(
                sign.orElseThrow(),
                meeting,
                house,
                Integer.parseInt(children),
                typed.value("language"),
                typed.value("interpreter").equals("yes")))
        : Optional.empty();
  }

  private View page(
      HttpServletRequest request,
      Viewer viewer,
      Queue queue,
      UUID id,
      TypedForm typed,
      Map<String, String> wrong,
      @Nullable String refused) {
    Shell shell = shells.shell(viewer, request);
    List<Option> meetings = new ArrayList<>();
    for (Expected one : lobby.expected(viewer, queue, today())) {
      if (one.state() != Expected.State.CAME) {
        meetings.add(
            Option.of(
                one.meeting().toString(),
                shell.t(
                    "contact.lobby.meeting.at",
                    shell.texts().time(one.from()),
                    one.roomName() == null
                        ? shell.t("contact.reception.way." + one.way().code())
                        : one.roomName())));
      }
    }
    List<Sign> free = lobby.freeSigns(queue);
    return View.of(
        "contact/lobby-come",
        new ComePage(
            shell,
            home(queue),
            code(queue),
            id.toString(),
            refused,
            field(shell, "meeting", typed, wrong),
            meetings,
            free.isEmpty()
                ? field(shell, "sign", typed, wrong)
                    .needed()
                    .withHint(shell.t("contact.lobby.no-sign"))
                : field(shell, "sign", typed, wrong).needed(),
            free.stream().map(one -> Option.of(one.code(), sign(shell, one))).toList(),
            field(shell, "children", typed, wrong).withHint(shell.t("contact.lobby.children.hint")),
            field(shell, "language", typed, wrong).needed(),
            Calls.LANGUAGES.stream().map(code -> Option.of(code, language(shell, code))).toList(),
            field(shell, "interpreter", typed, wrong).needed(),
            List.of(
                Option.of("no", shell.t("contact.lobby.interpreter.no")),
                Option.of("yes", shell.t("contact.lobby.interpreter.yes"))),
            field(shell, "house", typed, wrong),
            reception.houses().size() == 1
                ? List.of()
                : IntStream.rangeClosed(1, reception.houses().size())
                    .mapToObj(house -> Option.of(Integer.toString(house), reception.way(house)))
                    .toList()));
  }

  private static Field field(Shell shell, String name, TypedForm typed, Map<String, String> wrong) {
    String error = wrong.get(name);
    return Field.of(name, shell.t("contact.lobby." + name))
        .withValue(typed.value(name))
        .withError(error == null ? null : shell.t(error));
  }

  /// Ticks a booked time as late or as not come, or takes a tick back.
  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @PostMapping(HOME + "/tick")
  Reply tick(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(name = "queue", defaultValue = "") String code,
      @RequestParam(defaultValue = "") String meeting,
      @RequestParam(defaultValue = "") String state) {
    Queue queue = queue(viewer, code).orElse(null);
    UUID id = Read.id(meeting).orElse(null);
    if (queue == null || id == null || !Set.of("late", "absent", "back").contains(state)) {
      return shells.notThere(viewer, request);
    }
    return switch (lobby.tick(viewer, queue, id, Expected.State.of(state).orElse(null))) {
      case Opened.NotThere<Boolean> _ -> shells.notThere(viewer, request);
      // what was refused stands otherwise by now: the page says how
      case Opened.Value<Boolean> _ -> SeeOther.to(home(queue));
    };
  }
}
