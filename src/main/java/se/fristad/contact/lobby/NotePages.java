package se.fristad.contact.lobby;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import se.fristad.access.Allowed;
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.contact.Queue;
import se.fristad.contact.lobby.web.NotePage;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// A safety note, for the colleague who is to know it before she opens the door; and her saying
/// that she has read it.
@StaffFace
@Controller
class NotePages {
  private final SafetyNotes notes;
  private final StaffNames names;
  private final Shells shells;

  NotePages(SafetyNotes notes, StaffNames names, Shells shells) {
    this.notes = notes;
    this.names = names;
    this.shells = shells;
  }

  static String href(Queue queue, UUID note) {
    return "/staff/desk/note/" + LobbyPages.code(queue) + "/" + note;
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @GetMapping("/staff/desk/note/{queue}/{note}")
  Reply note(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String note) {
    Queue named = LobbyPages.queue(viewer, queue).orElse(null);
    UUID id = Read.id(note).orElse(null);
    if (named == null
        || id == null
        || !(notes.open(viewer, named, id) instanceof Opened.Value<SafetyNote>(SafetyNote found))) {
      return shells.notThere(viewer, request);
    }
    Shell shell = shells.shell(viewer, request);
    Confidential words = found.words();
    Map<UUID, Confidential> known = names.of(Set.of(found.author(), found.receiver()));
    var read = found.read();
    return View.of(
        "contact/lobby-note",
        new NotePage(
            shell,
            LobbyPages.sign(shell, found.sign()),
            LobbyPages.href(named, found.guest()),
            shell.t(
                read == null ? "contact.lobby.note.written" : "contact.lobby.note.written-read",
                name(shell, viewer, found.author(), known),
                shell.texts().time(found.at()),
                name(shell, viewer, found.receiver(), known),
                read == null ? "" : shell.texts().time(read)),
            found.dangers().stream()
                .map(one -> shell.t("contact.lobby.note." + one.code()))
                .toList(),
            words == null ? null : words.reveal(),
            read == null && found.receiver().equals(viewer.staff())
                ? href(named, id) + "/read"
                : null));
  }

  static String name(Shell shell, Viewer viewer, UUID staff, Map<UUID, Confidential> known) {
    if (staff.equals(viewer.staff())) {
      return shell.t("contact.lobby.note.you");
    }
    Confidential name = known.get(staff);
    return name == null ? shell.t("contact.inbox.colleague") : name.reveal();
  }

  /// She has read it.
  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @PostMapping("/staff/desk/note/{queue}/{note}/read")
  Reply read(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String note) {
    Queue named = LobbyPages.queue(viewer, queue).orElse(null);
    UUID id = Read.id(note).orElse(null);
    return named == null
            || id == null
            || notes.read(viewer, named, id) instanceof Opened.NotThere<Boolean>
        ? shells.notThere(viewer, request)
        : SeeOther.to(href(named, id));
  }
}
