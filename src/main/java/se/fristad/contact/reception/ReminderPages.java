package se.fristad.contact.reception;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
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
import se.fristad.contact.Reminders;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;

/// That somebody in a conversation wants to be reminded of her time, or wants it no more.
@StaffFace
@Controller
class ReminderPages {
  private final Reminders reminders;
  private final Shells shells;

  ReminderPages(Reminders reminders, Shells shells) {
    this.reminders = reminders;
    this.shells = shells;
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @PostMapping("/staff/inbox/{queue}/{thread}/reminder")
  Reply reminder(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @RequestParam(defaultValue = "") String meeting,
      @RequestParam(defaultValue = "") String when,
      @RequestParam(defaultValue = "") String withdraw) {
    BookPages.Address address = BookPages.Address.of(queue, thread).orElse(null);
    if (address == null) {
      return shells.notThere(viewer, request);
    }
    String back = BookPages.href(address.queue(), address.thread());
    UUID time = Read.id(meeting).orElseGet(UUID::randomUUID);
    if (!withdraw.isEmpty()) {
      return switch (reminders.withdraw(viewer, address.queue(), address.thread(), time)) {
        case Opened.NotThere<Boolean> _ -> shells.notThere(viewer, request);
        case Opened.Value<Boolean> _ -> SeeOther.to(back);
      };
    }
    return switch (reminders.ask(viewer, address.queue(), address.thread(), time, when)) {
      case Opened.NotThere<Reminders.Asking> _ -> shells.notThere(viewer, request);
      case Opened.Value<Reminders.Asking>(Reminders.Asking asking) ->
          switch (asking) {
            // how it stands is said beside the time
            case Reminders.Asking.Stands _, Reminders.Asking.TooLate _ -> SeeOther.to(back);
            case Reminders.Asking.Nothing _ -> shells.notThere(viewer, request);
          };
    };
  }
}
