package se.fristad.contact.lobby;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.contact.About;
import se.fristad.contact.Queue;
import se.fristad.contact.Revealing;
import se.fristad.contact.ThreadId;
import se.fristad.contact.lobby.web.GuestPage;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.PlainText;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.TypedForm;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// Somebody in the waiting room: where she sits, what becomes of it that she came, that she has
/// gone.
@StaffFace
@Controller
class GuestPages {
  private static final Set<String> NAMES =
      Set.of("room", "about", "danger", "receiver", "dangers", "note_words");

  private final Lobby lobby;
  private final SafetyNotes notes;
  private final StaffNames names;
  private final Shells shells;

  GuestPages(Lobby lobby, SafetyNotes notes, StaffNames names, Shells shells) {
    this.lobby = lobby;
    this.notes = notes;
    this.names = names;
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
    TypedForm typed = TypedForm.of(request.getParameterMap(), NAMES, Set.of("dangers"));
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
    TypedForm typed = TypedForm.of(request.getParameterMap(), NAMES, Set.of("dangers"));
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

  /// Writes a note for the colleague who is to open the door. What may tell who somebody is is not
  /// kept, as in any note.
  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @PostMapping("/staff/desk/{queue}/{guest}/note")
  Reply note(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String guest,
      @RequestParam(defaultValue = "") String id) {
    Address address = Address.of(viewer, queue, guest).orElse(null);
    if (address == null) {
      return shells.notThere(viewer, request);
    }
    Shell shell = shells.shell(viewer, request);
    TypedForm typed = TypedForm.of(request.getParameterMap(), NAMES, Set.of("dangers"));
    Map<String, String> wrong = new LinkedHashMap<>();
    UUID receiver =
        Read.id(typed.value("receiver"))
            .filter(notes.receivers(address.queue())::contains)
            .orElse(null);
    if (receiver == null) {
      wrong.put("receiver", shell.t("contact.lobby.note.wrong.receiver"));
    }
    Set<Danger> dangers =
        typed.ticked("dangers").stream()
            .flatMap(code -> Danger.of(code).stream())
            .collect(Collectors.toSet());
    String words = PlainText.of(typed.value("note_words"));
    if (dangers.isEmpty() && words.isBlank()) {
      wrong.put("dangers", shell.t("contact.lobby.note.wrong.empty"));
    }
    if (PlainText.length(words) > SafetyNotes.MOST) {
      wrong.put(
          "note_words",
          shell.t(
              "contact.calls.wrong.long",
              SafetyNotes.MOST,
              PlainText.length(words) - SafetyNotes.MOST));
    } else if (!Revealing.in(words).isEmpty()) {
      wrong.put(
          "note_words",
          shell.t(
              "contact.inbox.stops",
              Revealing.in(words).stream()
                  .map(one -> shell.t("contact.inbox.stops." + one.name().toLowerCase(Locale.ROOT)))
                  .collect(Collectors.joining(", "))));
    }
    if (receiver == null || !wrong.isEmpty()) {
      return page(request, viewer, address, typed, wrong, null, 422);
    }
    return switch (notes.write(
        viewer,
        address.queue(),
        address.guest(),
        Read.id(id).orElseGet(UUID::randomUUID),
        receiver,
        dangers,
        words.isBlank() ? null : Confidential.of(words))) {
      case Opened.NotThere<Boolean> _ -> shells.notThere(viewer, request);
      case Opened.Value<Boolean>(Boolean kept) ->
          kept
              ? SeeOther.to(address.href())
              : page(
                  request,
                  viewer,
                  address,
                  typed,
                  Map.of(),
                  shell.t("contact.lobby.wrong.gone"),
                  422);
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
                field(shell, "about", typed, wrong).needed(),
                Stream.of(About.values())
                    .filter(one -> one.in(address.queue()))
                    .map(one -> Option.of(one.code(), shell.t("contact.inbox.about." + one.code())))
                    .toList(),
                field(shell, "danger", typed, wrong).needed(),
                List.of(
                    Option.of("no", shell.t("contact.calls.danger.no")),
                    Option.of("yes", shell.t("contact.calls.danger.yes"))),
                refused == null ? null : said(shell, refused),
                noteOf(shell, viewer, address, guest, typed, wrong)))
        .with(status);
  }

  private GuestPage.Notes noteOf(
      Shell shell,
      Viewer viewer,
      Address address,
      Guest guest,
      TypedForm typed,
      Map<String, String> wrong) {
    List<UUID> receivers = notes.receivers(address.queue());
    List<SafetyNote> written = notes.of(address.queue(), guest.id());
    Set<UUID> who = new HashSet<>(receivers);
    written.forEach(one -> who.addAll(Set.of(one.receiver(), one.author())));
    Map<UUID, Confidential> known = names.of(who);
    UUID hers = guest.staff();
    return new GuestPage.Notes(
        written.stream()
            .map(one -> {
              boolean mine =
                  one.receiver().equals(viewer.staff()) || one.author().equals(viewer.staff());
              var read = one.read();
              return new GuestPage.Written(
                  shell.t(
                      read == null ? "contact.lobby.note.unread" : "contact.lobby.note.read-at",
                      shell.texts().time(one.at()),
                      NotePages.name(shell, viewer, one.receiver(), known),
                      read == null ? "" : shell.texts().time(read)),
                  mine ? NotePages.href(address.queue(), one.id()) : null);
            })
            .toList(),
        UUID.randomUUID().toString(),
        noteField(shell, "receiver", typed, wrong)
            .withValue(
                typed.has("receiver") || hers == null || !receivers.contains(hers)
                    ? typed.value("receiver")
                    : hers.toString())
            .needed(),
        receivers.stream()
            .map(one ->
                Option.of(
                    one.toString(),
                    one.equals(viewer.staff())
                        ? shell.t("contact.inbox.you")
                        : NotePages.name(shell, viewer, one, known)))
            .sorted(Comparator.comparing(Option::label))
            .toList(),
        noteField(shell, "dangers", typed, wrong),
        Stream.of(Danger.values())
            .map(one -> Option.of(one.code(), shell.t("contact.lobby.note." + one.code())))
            .toList(),
        typed.ticked("dangers"),
        noteField(shell, "note_words", typed, wrong)
            .withHint(shell.t("contact.lobby.note.words.hint")));
  }

  private static Field noteField(
      Shell shell, String name, TypedForm typed, Map<String, String> wrong) {
    return Field.of(name, shell.t("contact.lobby.note.field." + name))
        .withValue(typed.value(name))
        .withError(wrong.get(name));
  }

  /// A sentence, by its key or as it is.
  private static String said(Shell shell, String sentence) {
    return shell.texts().has(sentence) ? shell.t(sentence) : sentence;
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
        .withError(error == null ? null : said(shell, error));
  }
}
