package se.fristad.contact.reception;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
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
import se.fristad.contact.MeetingLinks;
import se.fristad.contact.reception.web.LinkPage;
import se.fristad.page.Field;
import se.fristad.page.PlainText;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// The link of a time by video: written here, read in her conversation.
@StaffFace
@Controller
class LinkPages {
  private final MeetingLinks links;
  private final Shells shells;

  LinkPages(MeetingLinks links, Shells shells) {
    this.links = links;
    this.shells = shells;
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @GetMapping("/staff/inbox/{queue}/{thread}/link")
  Reply link(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @RequestParam(defaultValue = "") String meeting) {
    BookPages.Address address = BookPages.Address.of(queue, thread).orElse(null);
    if (address == null) {
      return shells.notThere(viewer, request);
    }
    return switch (links.read(
        viewer, address.queue(), address.thread(), Read.id(meeting).orElseGet(UUID::randomUUID))) {
      case Opened.NotThere<Optional<Confidential>> _ -> shells.notThere(viewer, request);
      case Opened.Value<Optional<Confidential>>(Optional<Confidential> link) ->
          page(request, viewer, address, meeting, link.map(Confidential::reveal).orElse(""), null);
    };
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @PostMapping("/staff/inbox/{queue}/{thread}/link")
  Reply write(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @RequestParam(defaultValue = "") String meeting,
      @RequestParam(defaultValue = "") String link) {
    BookPages.Address address = BookPages.Address.of(queue, thread).orElse(null);
    if (address == null) {
      return shells.notThere(viewer, request);
    }
    String typed = PlainText.of(link);
    return switch (links.write(
        viewer,
        address.queue(),
        address.thread(),
        Read.id(meeting).orElseGet(UUID::randomUUID),
        Confidential.of(typed))) {
      case Opened.NotThere<MeetingLinks.Kept> _ -> shells.notThere(viewer, request);
      case Opened.Value<MeetingLinks.Kept>(MeetingLinks.Kept kept) ->
          switch (kept) {
            case DONE -> SeeOther.to(BookPages.href(address.queue(), address.thread()));
            case NO_LINK ->
                page(request, viewer, address, meeting, typed, "contact.reception.wrong.link");
            case NO_TIME ->
                page(request, viewer, address, meeting, typed, "contact.reception.wrong.no-video");
          };
    };
  }

  private View page(
      HttpServletRequest request,
      Viewer viewer,
      BookPages.Address address,
      String meeting,
      String typed,
      @Nullable String wrong) {
    Shell shell = shells.shell(viewer, request);
    return View.of(
            "contact/link",
            new LinkPage(
                shell,
                BookPages.href(address.queue(), address.thread()),
                meeting,
                Field.of("link", shell.t("contact.reception.field.link"))
                    .withHint(shell.t("contact.reception.field.link.hint"))
                    .withValue(typed)
                    .withError(wrong == null ? null : shell.t(wrong))
                    .needed()))
        .with(wrong == null ? 200 : 422);
  }
}
