package se.fristad.contact.lobby;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.contact.About;
import se.fristad.contact.Queue;
import se.fristad.contact.ThreadId;
import se.fristad.contact.lobby.web.GuestPage;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.TypedForm;
import se.fristad.page.View;

/// Somebody in the waiting room: where she sits, what becomes of it that she came, that she has
/// gone.
@StaffFace
@Controller
class GuestPages {
  private static final Set<String> NAMES = Set.of("room", "about", "danger");

  private final Lobby lobby;
  private final Shells shells;

  GuestPages(Lobby lobby, Shells shells) {
    this.lobby = lobby;
    this.shells = shells;
  }

  private record Address(Queue queue, UUID guest) {
    static Optional<Address> of(Viewer viewer, String queue, String guest) {
      return LobbyPages.queue(viewer, queue)
          .flatMap(named -> Read.id(guest).map(id -> new Address(named, id)));
    }

    String href() {
      return LobbyPages.href(queue, guest);
    }
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @GetMapping("/staff/desk/{queue}/{guest}")
  Reply guest(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String guest) {
    Address address = Address.of(viewer, queue, guest).orElse(null);
    return address == null
        ? shells.notThere(viewer, request)
        : page(
            request, viewer, address, TypedForm.empty().with("danger", "no"), Map.of(), null, 200);
  }

  /// Seats her in a room, or in the waiting room again.
  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @PostMapping("/staff/desk/{queue}/{guest}/seat")
  Reply seat(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String guest,
      @RequestParam(defaultValue = "") String room,
      @RequestParam(defaultValue = "") String waits) {
    Address address = Address.of(viewer, queue, guest).orElse(null);
    if (address == null) {
      return shells.notThere(viewer, request);
    }
    TypedForm typed = TypedForm.of(request.getParameterMap(), NAMES, Set.of());
    UUID seat = Read.id(room).orElse(null);
    if (seat == null && waits.isEmpty()) {
      return page(
          request, viewer, address, typed, Map.of("room", "contact.lobby.wrong.room"), null, 422);
    }
    return switch (lobby.seat(
        viewer, address.queue(), address.guest(), waits.isEmpty() ? seat : null)) {
      case Opened.NotThere<Seating> _ -> shells.notThere(viewer, request);
      case Opened.Value<Seating>(Seating answer) ->
          switch (answer) {
            case SEATED -> SeeOther.to(LobbyPages.home(address.queue()));
            case OCCUPIED ->
                page(
                    request,
                    viewer,
                    address,
                    typed,
                    Map.of("room", "contact.lobby.wrong.occupied"),
                    null,
                    422);
            case GONE ->
                page(request, viewer, address, typed, Map.of(), "contact.lobby.wrong.gone", 422);
          };
    };
  }

  /// She has gone, or has not after all.
  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @PostMapping("/staff/desk/{queue}/{guest}/leave")
  Reply leave(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String guest,
      @RequestParam(defaultValue = "") String back) {
    Address address = Address.of(viewer, queue, guest).orElse(null);
    if (address == null) {
      return shells.notThere(viewer, request);
    }
    return switch (lobby.leave(viewer, address.queue(), address.guest(), !back.isEmpty())) {
      case Opened.NotThere<Seating> _ -> shells.notThere(viewer, request);
      case Opened.Value<Seating>(Seating answer) ->
          answer == Seating.SEATED
              ? SeeOther.to(LobbyPages.home(address.queue()))
              : page(
                  request,
                  viewer,
                  address,
                  TypedForm.empty(),
                  Map.of(),
                  "contact.lobby.wrong.sign-again",
                  422);
    };
  }

  /// What becomes of it that she came without a time.
  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @PostMapping("/staff/desk/{queue}/{guest}/become")
  Reply become(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String guest,
      @RequestParam(defaultValue = "") String became,
      @RequestParam(defaultValue = "") String call) {
    Address address = Address.of(viewer, queue, guest).orElse(null);
    Guest.Became what = Guest.Became.of(became).orElse(null);
    if (address == null || what == null) {
      return shells.notThere(viewer, request);
    }
    TypedForm typed = TypedForm.of(request.getParameterMap(), NAMES, Set.of());
    About about =
        About.of(typed.value("about")).filter(one -> one.in(address.queue())).orElse(null);
    if (about == null && what != Guest.Became.NOTHING) {
      return page(
          request, viewer, address, typed, Map.of("about", "contact.calls.wrong.about"), null, 422);
    }
    Opened<Optional<ThreadId>> done =
        lobby.become(
            viewer,
            address.queue(),
            address.guest(),
            what,
            Read.id(call).orElseGet(UUID::randomUUID),
            about,
            typed.value("danger").equals("yes"));
    return switch (done) {
      case Opened.NotThere<Optional<ThreadId>> _ -> shells.notThere(viewer, request);
      case Opened.Value<Optional<ThreadId>>(Optional<ThreadId> thread) ->
          SeeOther.to(
              thread
                  .map(
                      one -> "/staff/inbox/" + LobbyPages.code(address.queue()) + "/" + one.value())
                  .orElse(LobbyPages.home(address.queue())));
    };
  }

  private View page(
      HttpServletRequest request,
      Viewer viewer,
      Address address,
      TypedForm typed,
      Map<String, String> wrong,
      @Nullable String refused,
      int status) {
    if (!(lobby.open(viewer, address.queue(), address.guest())
        instanceof Opened.Value<Guest>(Guest guest))) {
      return shells.notThere(viewer, request);
    }
    Shell shell = shells.shell(viewer, request);
    UUID thread = guest.thread();
    return View.of(
            "contact/lobby-guest",
            new GuestPage(
                shell,
                LobbyPages.sign(shell, guest.sign()),
                LobbyPages.home(address.queue()),
                address.href(),
                facts(shell, guest),
                thread == null
                    ? null
                    : "/staff/inbox/" + LobbyPages.code(address.queue()) + "/" + thread,
                guest.left() != null,
                field(shell, "room", typed, wrong).needed(),
                lobby.rooms(address.queue(), guest.id()).stream()
                    .filter(one -> !one.id().equals(guest.room()))
                    .map(one -> Option.of(one.id().toString(), one.name()))
                    .toList(),
                guest.room() != null,
                guest.meeting() == null && guest.became() == null,
                UUID.randomUUID().toString(),
                field(shell, "about", typed, wrong),
                Stream.of(About.values())
                    .filter(one -> one.in(address.queue()))
                    .map(one -> Option.of(one.code(), shell.t("contact.inbox.about." + one.code())))
                    .toList(),
                field(shell, "danger", typed, wrong),
                List.of(
                    Option.of("no", shell.t("contact.calls.danger.no")),
                    Option.of("yes", shell.t("contact.calls.danger.yes"))),
                refused == null ? null : shell.t(refused)))
        .with(status);
  }

  private static List<GuestPage.Fact> facts(Shell shell, Guest guest) {
    List<GuestPage.Fact> facts = new ArrayList<>();
    facts.add(fact(shell, "since", shell.texts().time(guest.came())));
    var from = guest.from();
    var became = guest.became();
    facts.add(
        fact(
            shell,
            "time",
            from == null
                ? shell.t("contact.lobby.no-time")
                : shell.t("contact.lobby.at", shell.texts().time(from))));
    facts.add(fact(shell, "company", LobbyPages.company(shell, guest.children())));
    facts.add(
        fact(
            shell,
            "language",
            LobbyPages.language(shell, guest.language())
                + (guest.interpreter() ? " · " + shell.t("contact.lobby.interpreter") : "")));
    String room = guest.roomName();
    facts.add(fact(shell, "room", room == null ? shell.t("contact.lobby.waits") : room));
    if (became != null) {
      facts.add(fact(shell, "became", shell.t("contact.lobby.became." + became.code())));
    }
    return facts;
  }

  private static GuestPage.Fact fact(Shell shell, String word, String answer) {
    return new GuestPage.Fact(shell.t("contact.lobby.column." + word), answer);
  }

  private static Field field(Shell shell, String name, TypedForm typed, Map<String, String> wrong) {
    String error = wrong.get(name);
    String key = name.equals("room") ? "contact.lobby.seat.room" : "contact.calls." + name;
    return Field.of(name, shell.t(key))
        .withValue(typed.value(name))
        .withError(error == null ? null : shell.t(error));
  }
}
