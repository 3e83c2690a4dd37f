package se.fristad.contact.inbox;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.Allowed;
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.contact.Revealing;
import se.fristad.contact.Threads;
import se.fristad.contact.Words;
import se.fristad.page.FaultPage;
import se.fristad.page.PlainText;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// An answer to the person: warned of what it may reveal, barred where it names somebody by number,
/// and once however often it is sent. She is never shown who of us answers.
@StaffFace
@Controller
class AnswerPages {
  private final ConversationPages conversations;
  private final Threads threads;
  private final Presence presence;
  private final Shells shells;

  AnswerPages(ConversationPages conversations, Threads threads, Presence presence, Shells shells) {
    this.conversations = conversations;
    this.threads = threads;
    this.presence = presence;
    this.shells = shells;
  }

  @Allowed({
    Role.RECEPTION,
    Role.CASEWORKER,
    Role.TREATMENT_WORKER,
    Role.CHANGE_WORKER,
    Role.NURSE,
    Role.POLICE_OFFICER,
    Role.NGO_WORKER
  })
  @PostMapping("/staff/inbox/{queue}/{thread}/answer")
  Reply answer(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String client,
      @RequestParam(defaultValue = "") String sure) {
    Address address = Address.of(queue, thread).orElse(null);
    if (address == null) {
      return shells.notThere(viewer, request);
    }
    if (!client.matches("[0-9a-f-]{36}")) {
      return InboxConfiguration.GUESTS.contains(viewer.role())
          ? shells.notThere(viewer, request)
          : FaultPage.notUnderstood(shells.shell(viewer, request), true, 400);
    }
    Shell shell = shells.shell(viewer, request);
    return switch (Words.of(words)) {
      case Words.Empty empty ->
          again(
              request,
              viewer,
              address,
              words,
              client,
              shell.t("contact.inbox.answer.empty"),
              Set.of());
      case Words.TooLong tooLong ->
          again(
              request,
              viewer,
              address,
              words,
              client,
              shell.t("contact.inbox.answer.long", Words.MOST, tooLong.by()),
              Set.of());
      case Words.Fit fit -> {
        Set<Revealing> reveals = Revealing.in(fit.text().reveal());
        boolean barred = reveals.contains(Revealing.PERSONAL_NUMBER);
        if (barred || (!reveals.isEmpty() && sure.isEmpty())) {
          yield again(
              request,
              viewer,
              address,
              words,
              client,
              barred ? shell.t("contact.inbox.answer.personal-number") : null,
              reveals);
        }
        Opened<Integer> said =
            threads.answer(
                viewer, address.queue(), address.thread(), own(client, fit.text()), fit.text());
        yield switch (said) {
          case Opened.Value<Integer> value -> {
            presence.stops(address.queue(), address.thread(), viewer.staff());
            yield SeeOther.to(address.href());
          }
          case Opened.NotThere<Integer> notThere -> shells.notThere(viewer, request);
        };
      }
    };
  }

  /// Puts a prepared phrase into the answer that is being written; nothing is sent and nothing that
  /// was typed is lost.
  @Allowed({
    Role.RECEPTION,
    Role.CASEWORKER,
    Role.TREATMENT_WORKER,
    Role.CHANGE_WORKER,
    Role.NURSE,
    Role.POLICE_OFFICER,
    Role.NGO_WORKER
  })
  @PostMapping("/staff/inbox/{queue}/{thread}/phrase")
  Reply phrase(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String client,
      @RequestParam(defaultValue = "") String phrase) {
    Address address = Address.of(queue, thread).orElse(null);
    if (address == null) {
      return shells.notThere(viewer, request);
    }
    return conversations.page(
        request,
        viewer,
        address,
        new ConversationPages.Typed(
            PlainText.of(words),
            client.matches("[0-9a-f-]{36}") ? client : UUID.randomUUID().toString(),
            null,
            Set.of(),
            false,
            DeskForms.Typed.fresh(),
            Read.number(phrase)),
        200);
  }

  /// The answer's id: of the form that was sent and of what stands in it. The same form sent again
  /// is the same answer; the same form with other words, after the browser's Back, is another.
  private static UUID own(String client, Confidential words) {
    return UUID.nameUUIDFromBytes(
        (client + "\n" + words.reveal()).getBytes(StandardCharsets.UTF_8));
  }

  private View again(
      HttpServletRequest request,
      Viewer viewer,
      Address address,
      String words,
      String client,
      @Nullable String error,
      Set<Revealing> warned) {
    return conversations.page(
        request,
        viewer,
        address,
        new ConversationPages.Typed(
            words, client, error, warned, false, DeskForms.Typed.fresh(), 0),
        422);
  }
}
