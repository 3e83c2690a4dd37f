package se.fristad.contact.reception;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import se.fristad.contact.ThreadId;
import se.fristad.contact.reception.web.ApartPage;
import se.fristad.page.Field;
import se.fristad.page.PlainText;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.View;

/// Two of one side who must not meet: one of us says so, by the address of the other conversation,
/// and from then on they are kept apart in house and hour.
@StaffFace
@Controller
class ApartPages {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Bookings bookings;
  private final Shells shells;

  ApartPages(Bookings bookings, Shells shells) {
    this.bookings = bookings;
    this.shells = shells;
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @GetMapping("/staff/inbox/{queue}/{thread}/apart")
  Reply apart(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread) {
    BookPages.Address address = BookPages.Address.of(queue, thread).orElse(null);
    return address == null
        ? shells.notThere(viewer, request)
        : page(request, viewer, address, "", null);
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @PostMapping("/staff/inbox/{queue}/{thread}/apart")
  Reply keep(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @RequestParam(defaultValue = "") String other,
      @RequestParam(defaultValue = "") String meet) {
    BookPages.Address address = BookPages.Address.of(queue, thread).orElse(null);
    if (address == null) {
      return shells.notThere(viewer, request);
    }
    String typed = PlainText.of(other);
    Opened<Bookings.KeptApart> answer =
        meet.isEmpty()
            ? bookings.keepApart(viewer, address.queue(), address.thread(), last(typed))
            : bookings.mayMeet(
                viewer,
                address.queue(),
                address.thread(),
                Read.id(meet).orElseGet(UUID::randomUUID));
    return switch (answer) {
      case Opened.NotThere<Bookings.KeptApart> _ -> shells.notThere(viewer, request);
      case Opened.Value<Bookings.KeptApart>(Bookings.KeptApart kept) ->
          switch (kept) {
            case DONE -> SeeOther.to(BookPages.href(address.queue(), address.thread()) + "/apart");
            case SAME ->
                page(request, viewer, address, typed, "contact.reception.wrong.apart-same");
            case UNKNOWN ->
                page(request, viewer, address, typed, "contact.reception.wrong.apart-unknown");
          };
    };
  }

  /// The id of the conversation in an address that somebody has copied.
  private static @Nullable UUID last(String typed) {
    UUID found = null;
    Matcher ids = ID.matcher(typed);
    while (ids.find()) {
      found = UUID.fromString(ids.group());
    }
    return found;
  }

  private Reply page(
      HttpServletRequest request,
      Viewer viewer,
      BookPages.Address address,
      String typed,
      @Nullable String wrong) {
    return switch (bookings.apart(viewer, address.queue(), address.thread())) {
      case Opened.NotThere<Bookings.Apart> _ -> shells.notThere(viewer, request);
      case Opened.Value<Bookings.Apart>(Bookings.Apart apart) -> {
        Shell shell = shells.shell(viewer, request);
        List<ApartPage.Other> others = new ArrayList<>();
        for (UUID one : apart.others()) {
          others.add(
              new ApartPage.Other(
                  one.toString(),
                  shell.t("contact.reception.apart.other", others.size() + 1),
                  BookPages.href(address.queue(), new ThreadId(one))));
        }
        yield View.of(
                "contact/apart",
                new ApartPage(
                    shell,
                    BookPages.href(address.queue(), address.thread()),
                    others,
                    apart.clash(),
                    Field.of("other", shell.t("contact.reception.field.other"))
                        .withHint(shell.t("contact.reception.field.other.hint"))
                        .withValue(typed)
                        .withError(wrong == null ? null : shell.t(wrong))
                        .needed()))
            .with(wrong == null ? 200 : 422);
      }
    };
  }
}
