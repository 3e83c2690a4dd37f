package se.fristad.contact.inbox;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
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
import se.fristad.contact.Conflicts;
import se.fristad.contact.ConversationPanel;
import se.fristad.contact.Queue;
import se.fristad.contact.ThreadId;
import se.fristad.contact.Waiting;
import se.fristad.contact.inbox.web.ConflictLift;
import se.fristad.contact.inbox.web.ConflictPanel;
import se.fristad.page.Described;
import se.fristad.page.Field;
import se.fristad.page.PlainText;
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
    String href = InboxPages.href(conversation);
    if (viewer.role() != Role.HEAD) {
      return Optional.of(
          View.of(
              "contact/conflict-panel",
              new ConflictPanel(shell, href, true, List.of(), List.of())));
    }
    return switch (conflicts.in(viewer, conversation.queue(), conversation.thread())) {
      case Opened.NotThere<Conflicts.Known> _ -> Optional.empty();
      case Opened.Value<Conflicts.Known>(Conflicts.Known known) ->
          known.declared().isEmpty() && known.lifted().isEmpty()
              ? Optional.empty()
              : Optional.of(View.of("contact/conflict-panel", panel(shell, href, known)));
    };
  }

  private ConflictPanel panel(Shell shell, String href, Conflicts.Known known) {
    Set<UUID> staff = new HashSet<>();
    known.declared().forEach(one -> staff.add(one.staff()));
    known
        .lifted()
        .forEach(one -> {
          staff.add(one.staff());
          staff.add(one.by());
        });
    Map<UUID, Confidential> called = names.of(staff);
    return new ConflictPanel(
        shell,
        href,
        false,
        known.declared().stream()
            .map(one ->
                new ConflictPanel.Declared(
                    name(shell, called, one.staff()),
                    shell.texts().moment(one.at()),
                    href + "/conflict/lift?staff=" + one.staff()))
            .toList(),
        known.lifted().stream()
            .map(one ->
                new Described(
                    name(shell, called, one.staff()),
                    shell.t(
                        "contact.conflict.lifted.by",
                        name(shell, called, one.by()),
                        shell.texts().moment(one.at()),
                        one.why().reveal())))
            .toList());
  }

  private static String name(Shell shell, Map<UUID, Confidential> called, UUID staff) {
    Confidential name = called.get(staff);
    return name == null ? shell.t("contact.inbox.colleague") : name.reveal();
  }

  /// Where the head says why a conflict is lifted.
  @Allowed(Role.HEAD)
  @GetMapping("/staff/inbox/{queue}/{thread}/conflict/lift")
  View lifting(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @RequestParam(defaultValue = "") String staff) {
    return form(request, viewer, queue, thread, staff, UUID.randomUUID(), "", null);
  }

  private View form(
      HttpServletRequest request,
      Viewer viewer,
      String queue,
      String thread,
      String staff,
      UUID lift,
      String typed,
      @Nullable String wrong) {
    Queue named = InboxPages.queue(queue).orElse(null);
    UUID id = Read.id(thread).orElse(null);
    UUID whose = Read.id(staff).orElse(null);
    if (named == null
        || id == null
        || whose == null
        || !(conflicts.in(viewer, named, new ThreadId(id))
            instanceof Opened.Value<Conflicts.Known>(Conflicts.Known known))
        || known.declared().stream().noneMatch(one -> one.staff().equals(whose))) {
      return shells.notThere(viewer, request);
    }
    Shell shell = shells.shell(viewer, request);
    return View.of(
            "contact/conflict-lift",
            new ConflictLift(
                shell,
                "/staff/inbox/" + InboxPages.code(named) + "/" + id,
                name(shell, names.of(Set.of(whose)), whose),
                whose.toString(),
                lift.toString(),
                Field.of("why", shell.t("contact.conflict.why"))
                    .withHint(shell.t("contact.conflict.why.hint", Conflicts.MOST))
                    .withValue(typed)
                    .withError(wrong)
                    .needed()))
        .with(wrong == null ? 200 : 422);
  }

  @Allowed(Role.HEAD)
  @PostMapping("/staff/inbox/{queue}/{thread}/conflict/lift")
  Reply lift(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @RequestParam(defaultValue = "") String staff,
      @RequestParam(defaultValue = "") String lift,
      @RequestParam(defaultValue = "") String why) {
    Queue named = InboxPages.queue(queue).orElse(null);
    UUID id = Read.id(thread).orElse(null);
    UUID whose = Read.id(staff).orElse(null);
    UUID minted = Read.id(lift).orElseGet(UUID::randomUUID);
    if (named == null || id == null || whose == null) {
      return shells.notThere(viewer, request);
    }
    String reason = PlainText.of(why);
    Shell shell = shells.shell(viewer, request);
    int over = PlainText.length(reason) - Conflicts.MOST;
    if (reason.isEmpty() || over > 0) {
      return form(
          request,
          viewer,
          queue,
          thread,
          staff,
          minted,
          why,
          reason.isEmpty()
              ? shell.t("contact.conflict.wrong.why")
              : shell.t("contact.conflict.wrong.long", Conflicts.MOST, over));
    }
    return switch (conflicts.lift(
        viewer, named, new ThreadId(id), whose, minted, Confidential.of(reason))) {
      case Opened.NotThere<Boolean> _ -> shells.notThere(viewer, request);
      case Opened.Value<Boolean> _ ->
          SeeOther.to("/staff/inbox/" + InboxPages.code(named) + "/" + id);
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
