package se.fristad.contact.inbox;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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
import se.fristad.access.Viewer;
import se.fristad.contact.About;
import se.fristad.contact.Calls;
import se.fristad.contact.Queue;
import se.fristad.contact.Revealing;
import se.fristad.contact.ThreadId;
import se.fristad.contact.facts.Channel;
import se.fristad.contact.inbox.web.CallLogPage;
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

/// The quick log of a call or a walk-in, one press away from every staff page: how, what it was
/// about, danger, a note; and the language. Without identity.
@StaffFace
@Controller
class CallPages {
  /// The longest note, in characters: a line or two, not a journal.
  static final int MOST = 1_000;

  private static final Set<String> NAMES = Set.of("channel", "about", "danger", "note", "language");

  private final Calls calls;
  private final Shells shells;

  CallPages(Calls calls, Shells shells) {
    this.calls = calls;
    this.shells = shells;
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @GetMapping("/staff/calls/new")
  View fresh(HttpServletRequest request, Viewer viewer) {
    TypedForm typed =
        TypedForm.empty().with("channel", "phone").with("language", "sv").with("danger", "no");
    return page(request, viewer, UUID.randomUUID(), typed, List.of());
  }

  /// Logs it; the same form sent twice is one call.
  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @PostMapping("/staff/calls")
  Reply log(
      HttpServletRequest request, Viewer viewer, @RequestParam(defaultValue = "") String call) {
    Shell shell = shells.shell(viewer, request);
    TypedForm typed = TypedForm.of(request.getParameterMap(), NAMES, Set.of());
    UUID id = Read.id(call).orElseGet(UUID::randomUUID);
    Queue queue = queue(viewer);
    List<Wrong> wrong = new ArrayList<>();
    Channel channel =
        Stream.of(Channel.PHONE, Channel.VISIT)
            .filter(one -> one.code().equals(typed.value("channel")))
            .findFirst()
            .orElse(null);
    if (channel == null) {
      wrong.add(new Wrong("channel", shell.t("contact.calls.wrong.channel")));
    }
    About about = About.of(typed.value("about")).filter(one -> one.in(queue)).orElse(null);
    if (about == null) {
      wrong.add(new Wrong("about", shell.t("contact.calls.wrong.about")));
    }
    if (!Set.of("yes", "no").contains(typed.value("danger"))) {
      wrong.add(new Wrong("danger", shell.t("contact.calls.wrong.danger")));
    }
    if (!Calls.LANGUAGES.contains(typed.value("language"))) {
      wrong.add(new Wrong("language", shell.t("contact.calls.wrong.language")));
    }
    String note = PlainText.of(typed.value("note"));
    if (PlainText.length(note) > MOST) {
      wrong.add(
          new Wrong(
              "note", shell.t("contact.calls.wrong.long", MOST, PlainText.length(note) - MOST)));
    } else if (!Revealing.in(note).isEmpty()) {
      wrong.add(new Wrong("note", stopped(shell, Revealing.in(note))));
    }
    if (channel == null || about == null || !wrong.isEmpty()) {
      return page(request, viewer, id, typed, wrong).with(422);
    }
    Queue kept =
        about == About.PROFESSIONAL && calls.answersProfessionals(viewer)
            ? Queue.PROFESSIONAL
            : queue;
    Opened<ThreadId> logged =
        calls.log(
            viewer,
            kept,
            id,
            new Calls.Call(
                channel,
                about,
                typed.value("danger").equals("yes"),
                typed.value("language"),
                Confidential.of(note)));
    return switch (logged) {
      case Opened.Value<ThreadId> value ->
          SeeOther.to("/staff/inbox/" + InboxPages.code(kept) + "/" + value.value().value());
      case Opened.NotThere<ThreadId> notThere -> shells.notThere(viewer, request);
    };
  }

  private record Wrong(String field, String text) {}

  /// Why a note is not kept: what it seems to reveal, and what to do.
  static String stopped(Shell shell, Set<Revealing> found) {
    List<String> named =
        found.stream()
            .map(one -> shell.t("contact.inbox.stops." + one.name().toLowerCase(Locale.ROOT)))
            .toList();
    return shell.t("contact.inbox.stops", String.join(", ", named));
  }

  private static Queue queue(Viewer viewer) {
    return viewer.role() == Role.CHANGE_WORKER ? Queue.CHANGE : Queue.SUPPORT;
  }

  private View page(
      HttpServletRequest request, Viewer viewer, UUID id, TypedForm typed, List<Wrong> wrong) {
    Shell shell = shells.shell(viewer, request);
    Queue queue = queue(viewer);
    return View.of(
        "contact/call-log",
        new CallLogPage(
            shell,
            id.toString(),
            field(shell, "channel", typed, wrong).needed(),
            Stream.of(Channel.PHONE, Channel.VISIT)
                .map(one -> Option.of(one.code(), shell.t("contact.inbox.channel." + one.code())))
                .toList(),
            field(shell, "about", typed, wrong).needed(),
            Stream.of(About.values())
                .filter(one -> one.in(queue))
                .map(one -> Option.of(one.code(), shell.t("contact.inbox.about." + one.code())))
                .toList(),
            field(shell, "danger", typed, wrong)
                .needed()
                .withHint(shell.t("contact.calls.danger.hint")),
            List.of(
                Option.of("no", shell.t("contact.calls.danger.no")),
                Option.of("yes", shell.t("contact.calls.danger.yes"))),
            field(shell, "note", typed, wrong).withHint(shell.t("contact.calls.note.hint")),
            field(shell, "language", typed, wrong).needed(),
            Calls.LANGUAGES.stream()
                .map(code -> Option.of(code, InboxPages.language(shell, code)))
                .toList(),
            shell.t("contact.calls.lead." + InboxPages.code(queue))));
  }

  private static Field field(Shell shell, String name, TypedForm typed, List<Wrong> wrong) {
    @Nullable String error =
        wrong.stream()
            .filter(one -> one.field().equals(name))
            .map(Wrong::text)
            .findFirst()
            .orElse(null);
    return Field.of(name, shell.t("contact.calls." + name))
        .withValue(typed.value(name))
        .withError(error);
  }
}
