package se.fristad.contact.reception;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.Allowed;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.Queue;
import se.fristad.contact.reception.web.SetUpForm.Kind;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.TypedForm;
import se.fristad.page.View;

/// Who is away, which room is out of order, and when the whole reception is closed.
@StaffFace
@Controller
class AbsencePages {
  private final Receptions receptions;
  private final ReceiverNames names;
  private final Shells shells;
  private final Clock clock;

  AbsencePages(Receptions receptions, ReceiverNames names, Shells shells, Clock clock) {
    this.receptions = receptions;
    this.names = names;
    this.shells = shells;
    this.clock = clock;
  }

  @Allowed({Role.RECEPTION, Role.CHANGE_WORKER, Role.HEAD})
  @GetMapping(SetUpPages.HOME + "/absence")
  Reply absence(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(name = "queue", defaultValue = "") String code) {
    return SetUpForms.queue(viewer, code)
        .map(queue ->
            absenceForm(
                request,
                viewer,
                queue,
                TypedForm.empty()
                    .with("from", SetUpForms.today(clock).toString())
                    .with("from_time", "00:00")
                    .with("until", SetUpForms.today(clock).toString())
                    .with("until_time", "23:59"),
                Map.of()))
        .orElseGet(() -> shells.notThere(viewer, request));
  }

  /// Somebody is away, or a room is out of order; or no longer.
  @Allowed({Role.RECEPTION, Role.CHANGE_WORKER, Role.HEAD})
  @PostMapping(SetUpPages.HOME + "/absence")
  Reply keepAbsence(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(name = "queue", defaultValue = "") String code,
      @RequestParam(name = "id", defaultValue = "") String sent,
      @RequestParam(name = "absence", defaultValue = "") String gone) {
    Queue queue = SetUpForms.queue(viewer, code).orElse(null);
    if (queue == null) {
      return shells.notThere(viewer, request);
    }
    if (!gone.isEmpty()) {
      return receptions.takeAway(viewer, queue, Read.id(gone).orElseGet(UUID::randomUUID))
              == Receptions.Kept.DONE
          ? SeeOther.to(SetUpForms.at("", queue))
          : shells.notThere(viewer, request);
    }
    TypedForm typed = SetUpForms.typed(request);
    Map<String, String> wrong = new LinkedHashMap<>();
    UUID what = Read.id(typed.value("what")).orElse(null);
    boolean worker = receptions.receivers(queue).stream().anyMatch(one -> one.id().equals(what));
    boolean room = receptions.rooms(queue).stream().anyMatch(one -> one.id().equals(what));
    boolean whole = typed.value("what").equals("whole");
    if (!worker && !room && !whole) {
      wrong.put("what", "contact.reception.wrong.what");
    }
    Instant from = moment(typed, "from", wrong);
    Instant until = moment(typed, "until", wrong);
    if (from != null && until != null && !until.isAfter(from)) {
      wrong.put("until", "contact.reception.wrong.until");
    } else if (until != null && !until.isAfter(clock.instant())) {
      wrong.put("until", "contact.reception.wrong.past");
    }
    if (!wrong.isEmpty() || from == null || until == null) {
      return absenceForm(request, viewer, queue, typed, wrong).with(422);
    }
    int clashes =
        receptions.add(
            viewer,
            queue,
            new Receptions.Absence(
                Read.id(sent).orElseGet(UUID::randomUUID),
                worker ? what : null,
                room ? what : null,
                from,
                until));
    return SeeOther.to(SetUpForms.at("", queue) + (clashes == 0 ? "" : "&moved=" + clashes));
  }

  private static @Nullable Instant moment(TypedForm typed, String name, Map<String, String> wrong) {
    Optional<LocalDate> day = Field.day(typed.value(name));
    if (day.isEmpty()) {
      wrong.put(name, "contact.reception.wrong.date");
    }
    Optional<LocalTime> time = Field.time(typed.value(name + "_time"));
    if (time.isEmpty()) {
      wrong.put(name + "_time", "contact.reception.wrong.time");
    }
    return day.isPresent() && time.isPresent()
        ? day.get().atTime(time.get()).atZone(OpeningHours.HERE).toInstant()
        : null;
  }

  private View absenceForm(
      HttpServletRequest request,
      Viewer viewer,
      Queue queue,
      TypedForm typed,
      Map<String, String> wrong) {
    Shell shell = shells.shell(viewer, request);
    SetUpForms.Form form = new SetUpForms.Form(shell, typed, wrong);
    List<Option> whom = new ArrayList<>();
    whom.add(Option.of("whole", shell.t("contact.reception.whole")));
    names.of(shell, queue).forEach((id, name) -> whom.add(Option.of(id.toString(), name)));
    receptions
        .rooms(queue)
        .forEach(room ->
            whom.add(
                Option.of(
                    room.id().toString(), shell.t("contact.reception.whom.room", room.name()))));
    return SetUpForms.form(
        shell,
        "absence",
        queue,
        Map.of("id", UUID.randomUUID().toString()),
        List.of(
            form.needed(Kind.SELECT, "what", whom),
            form.needed(Kind.DATE, "from", List.of()),
            form.needed(Kind.TIME, "from_time", List.of()),
            form.needed(Kind.DATE, "until", List.of()),
            form.needed(Kind.TIME, "until_time", List.of())),
        null,
        List.of());
  }
}
