package se.fristad.contact.lobby;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.Allowed;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.contact.Queue;
import se.fristad.contact.lobby.web.HelpNow;
import se.fristad.contact.lobby.web.HelpPage;
import se.fristad.contact.reception.Receptions;
import se.fristad.page.Empty;
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
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// Help to a room: the button that stands on every page of those who receive, what their colleagues
/// see of it, and what is done about it.
@StaffFace
@Controller
class HelpPages {
  /// Where it is called, and where the calls of the last day stand.
  static final String HOME = "/staff/help";

  /// Where an open page asks.
  static final String NOW = "/staff/help/now";

  /// The door, where whoever called after her session had ended is told that it went out.
  private static final String SENT = "/staff/login?alarm=sent";

  /// How long a page that asks is held when nothing is new: less than any proxy waits.
  private static final Duration HELD = Duration.ofSeconds(20);

  private final Help help;
  private final StaffNames names;
  private final Shells shells;
  private final Clock clock;

  HelpPages(Help help, StaffNames names, Shells shells, Clock clock) {
    this.help = help;
    this.names = names;
    this.shells = shells;
    this.clock = clock;
  }

  /// Calls for help: one press, and nothing is asked. The page from which it was pressed stays.
  ///
  /// When her session has ended the call goes out all the same; she is told so at the door, and
  /// shown nothing else.
  @Allowed(
      value = {Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER},
      pressedInNeed = true)
  @PostMapping(HOME)
  Reply call(
      HttpServletRequest request,
      HttpServletResponse response,
      Viewer viewer,
      @RequestParam(defaultValue = "") String room) {
    Help.Press press =
        help.call(
            viewer,
            Receptions.seenBy(viewer).getFirst(),
            UUID.randomUUID(),
            Read.id(room).orElse(null));
    if (press == Help.Press.NOTHING) {
      // nothing may look as if help came: the page says so and tries again
      throw new IllegalStateException("a call for help did not go out");
    }
    if (Shells.hasEnded(request)) {
      return atTheDoor(request, response);
    }
    return done(request, viewer);
  }

  private Reply atTheDoor(HttpServletRequest request, HttpServletResponse response) {
    if (request.getHeader("HX-Request") == null) {
      return SeeOther.to(SENT);
    }
    // not a 303: the browser itself would follow it, and the page would not be left
    response.setHeader("HX-Redirect", SENT);
    return View.of(
        "contact/help-now", new HelpNow(shells.door(request), NOW, null, List.of(), List.of()));
  }

  private Reply done(HttpServletRequest request, Viewer viewer) {
    return request.getHeader("HX-Request") == null
        ? SeeOther.to(HOME)
        : View.of("contact/help-now", now(shells.shell(viewer, request), viewer, help.now(viewer)));
  }

  /// What is new, as soon as something is: the answer waits for it. Where help is needed, and
  /// nothing of whom somebody is with; it leaves no line in the log.
  @Allowed(
      value = {
        Role.RECEPTION,
        Role.CASEWORKER,
        Role.TREATMENT_WORKER,
        Role.CHANGE_WORKER,
        Role.HEAD
      },
      asksByItself = true)
  @GetMapping(NOW)
  View now(
      HttpServletRequest request, Viewer viewer, @RequestParam(defaultValue = "") String seen) {
    help.listens(viewer);
    return View.of(
        "contact/help-now",
        now(shells.shell(viewer, request), viewer, help.await(viewer, seen, HELD)));
  }

  /// The calls of the last day.
  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER, Role.HEAD})
  @GetMapping(HOME)
  View lately(HttpServletRequest request, Viewer viewer) {
    Shell shell = shells.shell(viewer, request);
    List<HelpCall> calls =
        Receptions.seenBy(viewer).stream()
            .flatMap(queue -> help.lately(viewer, queue).stream())
            .toList();
    Map<UUID, Confidential> known = known(calls);
    return View.of(
        "contact/help",
        new HelpPage(
            shell,
            now(shell, viewer, help.now(viewer)),
            new Table(
                shell.t("contact.help.lately"),
                List.of(
                    Column.of(shell.t("contact.help.column.when")),
                    Column.of(shell.t("contact.help.column.where")),
                    Column.of(shell.t("contact.help.column.by")),
                    Column.of(shell.t("contact.help.column.taken")),
                    Column.of(shell.t("contact.help.column.ended"))),
                calls.stream().map(one -> row(shell, viewer, one, known)).toList(),
                Paging.whole(calls.size()),
                Empty.of(
                    shell.t("contact.help.lately.empty"),
                    shell.t("contact.help.lately.empty.text")),
                false,
                null)));
  }

  private Map<UUID, Confidential> known(List<HelpCall> calls) {
    Set<UUID> who = new HashSet<>();
    calls.forEach(one ->
        Stream.of(one.calledBy(), one.takenBy(), one.endedBy())
            .filter(Objects::nonNull)
            .forEach(who::add));
    return names.of(who);
  }

  private static Row row(Shell shell, Viewer viewer, HelpCall one, Map<UUID, Confidential> known) {
    Instant taken = one.takenAt();
    Instant ended = one.endedAt();
    UUID takenBy = one.takenBy();
    return Row.of(
        Cell.of(shell.texts().moment(one.calledAt())),
        Cell.of(place(shell, one)),
        Cell.of(name(shell, viewer, one.calledBy(), known)),
        taken == null || takenBy == null
            ? Cell.of(shell.t("contact.help.nobody"))
            : Cell.of(name(shell, viewer, takenBy, known)).withDetail(shell.texts().time(taken)),
        ended == null
            ? Cell.of(shell.t("contact.help.goes-on"))
            : Cell.of(shell.texts().time(ended)).withDetail(shell.t(ended(one))));
  }

  private static String ended(HelpCall one) {
    if (one.endedBy() == null) {
      return "contact.help.lapsed";
    }
    return one.falsePress() ? "contact.help.false" : "contact.help.over";
  }

  /// What is done about a call: gone there, over, somewhere else, pressed by mistake, and that a
  /// colleague has found so.
  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER, Role.HEAD})
  @PostMapping("/staff/help/{queue}/{call}")
  Reply act(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String call,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String place) {
    Queue named = LobbyPages.queue(viewer, queue).orElse(null);
    UUID id = Read.id(call).orElse(null);
    if (named == null
        || id == null
        || !Set.of("take", "end", "back", "confirm", "move").contains(act)) {
      return shells.notThere(viewer, request);
    }
    // whoever came second finds what stands by now
    boolean _ =
        switch (act) {
          case "take" -> help.take(viewer, named, id);
          case "end" -> help.end(viewer, named, id);
          case "back" -> help.takeBack(viewer, named, id);
          case "confirm" -> help.confirm(viewer, named, id);
          default -> {
            UUID room = Read.id(place).orElse(null);
            yield help.move(
                viewer,
                named,
                id,
                room == null
                    ? HelpCall.Place.of(place).orElse(HelpCall.Place.DESK)
                    : HelpCall.Place.ROOM,
                room);
          }
        };
    return done(request, viewer);
  }

  private HelpNow now(Shell shell, Viewer viewer, Help.Seen seen) {
    Map<UUID, Confidential> known = known(seen.calls().stream().map(Help.Called::call).toList());
    List<HelpNow.Call> calls = new ArrayList<>();
    String loud = null;
    for (Help.Called one : seen.calls()) {
      HelpNow.Call call = call(shell, viewer, one, known);
      calls.add(call);
      if (call.tone().equals("loud") && loud == null) {
        loud = call.title();
      }
    }
    return new HelpNow(
        shell,
        NOW + "?seen=" + seen.key(),
        loud,
        calls,
        seen.notes().stream()
            .map(one ->
                new HelpNow.Note(
                    shell.t("contact.lobby.note.waits", LobbyPages.sign(shell, one.note().sign())),
                    NotePages.href(one.queue(), one.note().id())))
            .toList());
  }

  private HelpNow.Call call(
      Shell shell, Viewer viewer, Help.Called one, Map<UUID, Confidential> known) {
    HelpCall call = one.call();
    UUID takenBy = call.takenBy();
    boolean own = call.calledBy().equals(viewer.staff());
    boolean doubted = call.doubtedAt() != null;
    String who =
        own ? shell.t("contact.lobby.note.you") : name(shell, viewer, call.calledBy(), known);
    String said;
    if (!call.open()) {
      said = shell.t(call.falsePress() ? "contact.help.said.false" : "contact.help.said.over", who);
    } else if (takenBy != null) {
      said = shell.t("contact.help.said.taken", name(shell, viewer, takenBy, known), who);
    } else if (own) {
      said = own(shell, one);
    } else {
      Instant rung = call.rungAt();
      said =
          shell.t(
              doubted
                  ? "contact.help.said.doubted"
                  : rung == null ? "contact.help.said.called" : "contact.help.said.rung",
              who,
              shell.texts().time(call.calledAt()),
              rung == null ? "" : shell.texts().time(rung));
    }
    String tone;
    if (!call.open()) {
      tone = "over";
    } else if (own) {
      // whoever stands beside her reads her screen
      tone = "own";
    } else if (takenBy != null) {
      tone = "taken";
    } else {
      tone = doubted ? "doubted" : "loud";
    }
    return new HelpNow.Call(
        shell.t("contact.help.title", place(shell, call)),
        said,
        tone,
        own ? null : urge(shell, viewer, one),
        HOME + "/" + LobbyPages.code(one.queue()) + "/" + call.id(),
        call.open() && takenBy == null && !own,
        call.open() && takenBy != null,
        call.open() && own && !doubted,
        call.open() && !own && doubted,
        call.open() && own ? places(shell, one.queue(), call) : List.of());
  }

  /// What her own page says of a call that nobody has taken: who hears it, and nothing that is not
  /// so.
  private static String own(Shell shell, Help.Called one) {
    String key =
        one.hearing() > 0
            ? "contact.help.said.own"
            : one.headListens() ? "contact.help.said.own.head" : "contact.help.said.own.nobody";
    HelpCall call = one.call();
    Instant rung = call.rungAt();
    return shell.t(
        key,
        place(shell, call),
        shell.texts().time(rung == null ? call.calledAt() : rung),
        one.hearing());
  }

  private static @Nullable String urge(Shell shell, Viewer viewer, Help.Called one) {
    HelpCall call = one.call();
    if (one.unanswered()) {
      return shell.t("contact.help.urge");
    }
    return viewer.role() == Role.HEAD && call.open() && call.takenBy() == null && one.hearing() == 0
        ? shell.t("contact.help.urge.alone")
        : null;
  }

  private List<Option> places(Shell shell, Queue queue, HelpCall call) {
    List<Option> places = new ArrayList<>();
    for (HelpCall.Place place : List.of(HelpCall.Place.DESK, HelpCall.Place.WAITING_ROOM)) {
      if (place != call.place()) {
        places.add(Option.of(place.code(), shell.t("contact.help.place." + place.code())));
      }
    }
    help.rooms(queue).stream()
        .filter(room -> call.place() == HelpCall.Place.UNKNOWN || !room.id().equals(call.room()))
        .forEach(room -> places.add(Option.of(room.id().toString(), room.name())));
    return places;
  }

  private static String place(Shell shell, HelpCall call) {
    @Nullable String room = call.roomName();
    if (call.place() == HelpCall.Place.UNKNOWN && room != null) {
      return shell.t("contact.help.place.unknown.last", room);
    }
    return room == null ? shell.t("contact.help.place." + call.place().code()) : room;
  }

  private static String name(
      Shell shell, Viewer viewer, UUID staff, Map<UUID, Confidential> known) {
    if (staff.equals(viewer.staff())) {
      return shell.t("contact.inbox.you");
    }
    Confidential name = known.get(staff);
    return name == null ? shell.t("contact.inbox.colleague") : name.reveal();
  }
}
