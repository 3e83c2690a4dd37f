package se.fristad.contact.inbox;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
import se.fristad.contact.Threads;
import se.fristad.contact.inbox.web.ConversationSigns;
import se.fristad.page.Reply;
import se.fristad.page.Shell;
import se.fristad.page.Unchanged;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// Who has a conversation open, and who writes in it: asked for again and again by the page of the
/// conversation, and nothing of what was said.
@StaffFace
@Controller
class SignsPages {
  private final Threads threads;
  private final Presence presence;
  private final Shells shells;
  private final StaffNames names;

  SignsPages(Threads threads, Presence presence, Shells shells, StaffNames names) {
    this.threads = threads;
    this.presence = presence;
    this.shells = shells;
    this.names = names;
  }

  /// Who is here and who writes, again; nothing when nothing is new. Nothing of what was said is
  /// read, and there is no line in the log; who has not had it open for a while opens it through
  /// the door again, and that leaves one.
  @Allowed(
      value = {
        Role.RECEPTION,
        Role.CASEWORKER,
        Role.TREATMENT_WORKER,
        Role.CHANGE_WORKER,
        Role.HEAD,
        Role.NURSE,
        Role.POLICE_OFFICER,
        Role.NGO_WORKER
      },
      asksByItself = true)
  @GetMapping("/staff/inbox/{queue}/{thread}/signs")
  Reply signs(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @RequestParam(defaultValue = "") String seen) {
    Address address = Address.of(queue, thread).orElse(null);
    if (address == null || !isHere(viewer, address)) {
      return shells.notThere(viewer, request);
    }
    Presence.Seen now = presence.seen(address.queue(), address.thread(), viewer.staff());
    return seen.equals(now.key())
        ? new Unchanged()
        : View.of(
            "contact/conversation-signs",
            signs(shells.shell(viewer, request), viewer, address, now));
  }

  /// One of us writes: the person sees it for some seconds. What is written stays in the browser
  /// until it is sent.
  @Allowed({
    Role.RECEPTION,
    Role.CASEWORKER,
    Role.TREATMENT_WORKER,
    Role.CHANGE_WORKER,
    Role.NURSE,
    Role.POLICE_OFFICER,
    Role.NGO_WORKER
  })
  @PostMapping("/staff/inbox/{queue}/{thread}/typing")
  Reply typing(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread) {
    Address address = Address.of(queue, thread).orElse(null);
    if (address == null || !isHere(viewer, address)) {
      return shells.notThere(viewer, request);
    }
    presence.writes(address.queue(), address.thread(), viewer.staff());
    return new Unchanged();
  }

  /// Whether the viewer has it open, or may open it now.
  private boolean isHere(Viewer viewer, Address address) {
    if (presence.still(address.queue(), address.thread(), viewer.staff())) {
      return true;
    }
    if (threads.read(viewer, address.queue(), address.thread(), ConversationPages.purpose(viewer))
        instanceof Opened.NotThere<?>) {
      return false;
    }
    presence.here(address.queue(), address.thread(), viewer.staff());
    return true;
  }

  private ConversationSigns signs(Shell shell, Viewer viewer, Address address, Presence.Seen now) {
    Set<UUID> both = new HashSet<>(now.others());
    both.addAll(now.typing());
    Map<UUID, Confidential> known = names.of(both);
    List<String> writing = new ArrayList<>();
    if (now.personTyping()) {
      writing.add(shell.t("contact.inbox.person"));
    }
    writing.addAll(named(shell, viewer, now.typing(), known));
    return new ConversationSigns(
        shell,
        address.href() + "/signs?seen=" + now.key(),
        now.others().isEmpty()
            ? null
            : shell.t(
                "contact.inbox.present",
                now.others().size(),
                String.join(", ", named(shell, viewer, now.others(), known))),
        writing.isEmpty()
            ? null
            : shell.t("contact.inbox.typing", writing.size(), String.join(", ", writing)),
        now.person() == Presence.Page.NONE
            ? null
            : shell.t("contact.inbox.page." + now.person().name().toLowerCase(Locale.ROOT)));
  }

  private static List<String> named(
      Shell shell, Viewer viewer, Set<UUID> staff, Map<UUID, Confidential> known) {
    return staff.stream().map(one -> InboxPages.owner(shell, viewer, one, known)).sorted().toList();
  }

  /// Who is here when the page is opened; from now on the viewer is, too.
  ConversationSigns arrived(Shell shell, Viewer viewer, Address address) {
    presence.here(address.queue(), address.thread(), viewer.staff());
    return signs(
        shell, viewer, address, presence.seen(address.queue(), address.thread(), viewer.staff()));
  }
}
