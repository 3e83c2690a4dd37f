package se.fristad.contact.reception;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

/// Groups that are to meet.
@StaffFace
@Controller
class GroupPages {
  private final Receptions receptions;
  private final Bookings bookings;
  private final ReceiverNames names;
  private final Shells shells;
  private final Clock clock;

  GroupPages(
      Receptions receptions, Bookings bookings, ReceiverNames names, Shells shells, Clock clock) {
    this.receptions = receptions;
    this.bookings = bookings;
    this.names = names;
    this.shells = shells;
    this.clock = clock;
  }

  @Allowed({Role.RECEPTION, Role.CHANGE_WORKER, Role.HEAD})
  @GetMapping(SetUpPages.HOME + "/group")
  Reply group(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(name = "queue", defaultValue = "") String code) {
    return SetUpForms.queue(viewer, code)
        .map(queue ->
            groupForm(
                request,
                viewer,
                queue,
                TypedForm.empty().with("minutes", "90").with("seats", "8"),
                Map.of()))
        .orElseGet(() -> shells.notThere(viewer, request));
  }

  /// A group is set up, or called off.
  @Allowed({Role.RECEPTION, Role.CHANGE_WORKER, Role.HEAD})
  @PostMapping(SetUpPages.HOME + "/group")
  Reply keepGroup(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(name = "queue", defaultValue = "") String code,
      @RequestParam(name = "id", defaultValue = "") String sent,
      @RequestParam(name = "group", defaultValue = "") String off) {
    Queue queue = SetUpForms.queue(viewer, code).orElse(null);
    if (queue == null) {
      return shells.notThere(viewer, request);
    }
    if (!off.isEmpty()) {
      return receptions.callOff(viewer, queue, Read.id(off).orElseGet(UUID::randomUUID))
              == Receptions.Kept.DONE
          ? SeeOther.to(SetUpForms.at("", queue))
          : shells.notThere(viewer, request);
    }
    TypedForm typed = SetUpForms.typed(request);
    Map<String, String> wrong = new LinkedHashMap<>();
    Instant from = null;
    Optional<LocalDate> date = Field.day(typed.value("date"));
    if (date.isEmpty()) {
      wrong.put("date", "contact.reception.wrong.date");
    }
    LocalTime time = SetUpForms.quarter(typed, "clock", wrong);
    if (date.isPresent() && time != null) {
      from = date.get().atTime(time).atZone(OpeningHours.HERE).toInstant();
      if (!from.isAfter(clock.instant())
          || from.isAfter(clock.instant().plus(Duration.ofDays(200)))) {
        wrong.put("date", "contact.reception.wrong.ahead");
      }
    }
    int minutes =
        SetUpForms.LENGTHS.contains(typed.value("minutes"))
            ? Read.number(typed.value("minutes"))
            : 0;
    if (minutes == 0) {
      wrong.put("minutes", "contact.reception.wrong.minutes");
    }
    UUID worker =
        receptions.receivers(queue).stream()
            .map(Receptions.Receiver::id)
            .filter(one -> one.toString().equals(typed.value("worker")))
            .findFirst()
            .orElse(null);
    if (worker == null) {
      wrong.put("worker", "contact.reception.wrong.staff");
    }
    Receptions.Room room =
        receptions.rooms(queue).stream()
            .filter(one -> one.inUse() && one.id().toString().equals(typed.value("room")))
            .findFirst()
            .orElse(null);
    if (room == null) {
      wrong.put("room", "contact.reception.wrong.room");
    }
    int seats = Read.number(typed.value("seats").strip());
    if (seats < 2 || seats > (room == null ? SetUpForms.MOST_SEATS : room.seats())) {
      wrong.put("seats", "contact.reception.wrong.seats-group");
    }
    if (wrong.isEmpty() && from != null && worker != null && room != null) {
      FreeTimes.Time then =
          new FreeTimes.Time(
              from, from.plus(Duration.ofMinutes(minutes)), Way.ON_SITE, false, List.of());
      UUID id = Read.id(sent).orElseGet(UUID::randomUUID);
      boolean apart =
          bookings.isApart(queue, room.house(), new FreeTimes.Span(then.from(), then.until()));
      Receptions.Kept kept =
          apart
              ? receptions.group(
                  viewer,
                  queue,
                  id,
                  then,
                  new FreeTimes.Choice(worker, new Plan.Place(room.id(), room.house()), false),
                  seats)
              : Receptions.Kept.TAKEN;
      if (kept == Receptions.Kept.DONE) {
        return SeeOther.to(SetUpForms.at("", queue));
      }
      wrong.put("clock", "contact.reception.wrong.taken");
    }
    return groupForm(request, viewer, queue, typed, wrong).with(422);
  }

  private View groupForm(
      HttpServletRequest request,
      Viewer viewer,
      Queue queue,
      TypedForm typed,
      Map<String, String> wrong) {
    Shell shell = shells.shell(viewer, request);
    SetUpForms.Form form = new SetUpForms.Form(shell, typed, wrong);
    List<Option> workers = new ArrayList<>();
    names.of(shell, queue).forEach((id, name) -> workers.add(Option.of(id.toString(), name)));
    return SetUpForms.form(
        shell,
        "group",
        queue,
        Map.of("id", UUID.randomUUID().toString()),
        List.of(
            form.needed(Kind.DATE, "date", List.of()),
            form.needed(Kind.TIME, "clock", List.of()),
            form.needed(
                Kind.CHOICE,
                "minutes",
                SetUpForms.LENGTHS.stream()
                    .map(one ->
                        Option.of(one, shell.t("contact.reception.minutes", Integer.parseInt(one))))
                    .toList()),
            form.needed(Kind.SELECT, "worker", workers),
            form.needed(
                Kind.SELECT,
                "room",
                receptions.rooms(queue).stream()
                    .filter(Receptions.Room::inUse)
                    .map(one ->
                        Option.of(
                            one.id().toString(),
                            shell.t("contact.reception.room.seats", one.name(), one.seats())))
                    .toList()),
            form.needed(Kind.TEXT, "seats", List.of())),
        null,
        List.of());
  }
}
