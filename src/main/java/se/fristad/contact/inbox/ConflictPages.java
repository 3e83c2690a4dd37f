package se.fristad.contact.inbox;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import se.fristad.access.Allowed;
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.contact.Conflicts;
import se.fristad.contact.ConversationPanel;
import se.fristad.contact.Queue;
import se.fristad.contact.ThreadId;
import se.fristad.contact.Waiting;
import se.fristad.contact.inbox.web.ConflictPanel;
import se.fristad.page.Described;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// One of us knows the person: she says so, last of what stands beside the conversation, and it is
/// gone for her.
@Order(90)
@StaffFace
@Controller
class ConflictPages implements ConversationPanel {
  private final Conflicts conflicts;
  private final Shells shells;
  private final StaffNames names;

  ConflictPages(Conflicts conflicts, Shells shells, StaffNames names) {
    this.conflicts = conflicts;
    this.shells = shells;
    this.names = names;
  }

  @Override
  public Optional<View> beside(Viewer viewer, Waiting conversation, Shell shell) {
    boolean head = viewer.role() == Role.HEAD;
    List<Described> declared = head ? declared(viewer, conversation, shell) : List.of();
    return head && declared.isEmpty()
        ? Optional.empty()
        : Optional.of(
            View.of(
                "contact/conflict-panel",
                new ConflictPanel(shell, InboxPages.href(conversation), !head, declared)));
  }

  private List<Described> declared(Viewer viewer, Waiting conversation, Shell shell) {
    return switch (conflicts.in(viewer, conversation.queue(), conversation.thread())) {
      case Opened.NotThere<List<Conflicts.Declared>> _ -> List.of();
      case Opened.Value<List<Conflicts.Declared>>(List<Conflicts.Declared> found) -> {
        Map<UUID, Confidential> known =
            names.of(found.stream().map(Conflicts.Declared::staff).collect(Collectors.toSet()));
        yield found.stream()
            .map(one -> {
              Confidential name = known.get(one.staff());
              return new Described(
                  name == null ? shell.t("contact.inbox.colleague") : name.reveal(),
                  shell.texts().moment(one.at()));
            })
            .toList();
      }
    };
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @PostMapping("/staff/inbox/{queue}/{thread}/conflict")
  Reply declare(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread) {
    Queue named = InboxPages.queue(queue).orElse(null);
    UUID id = Read.id(thread).orElse(null);
    boolean said =
        named != null
            && id != null
            && conflicts.declare(viewer, named, new ThreadId(id)) instanceof Opened.Value<?>;
    return said ? SeeOther.to("/staff/inbox") : shells.notThere(viewer, request);
  }
}
