package se.fristad.contact.reception;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.Allowed;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.contact.Queue;
import se.fristad.contact.reception.web.SetUpForm.Asked;
import se.fristad.contact.reception.web.SetUpForm.Kind;
import se.fristad.page.Option;
import se.fristad.page.PlainText;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.TypedForm;
import se.fristad.page.View;

/// The rooms in which people are received.
@StaffFace
@Controller
class RoomPages {
  private static final int LONGEST_NAME = 40;
  private final Receptions receptions;
  private final ReceptionTimes times;
  private final Shells shells;

  RoomPages(Receptions receptions, ReceptionTimes times, Shells shells) {
    this.receptions = receptions;
    this.times = times;
    this.shells = shells;
  }

  @Allowed({Role.RECEPTION, Role.CHANGE_WORKER, Role.HEAD})
  @GetMapping(SetUpPages.HOME + "/room")
  Reply room(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(name = "queue", defaultValue = "") String code,
      @RequestParam(name = "room", defaultValue = "") String id) {
    Queue queue = SetUpForms.queue(viewer, code).orElse(null);
    if (queue == null) {
      return shells.notThere(viewer, request);
    }
    if (id.isEmpty()) {
      return roomForm(
          request,
          viewer,
          queue,
          UUID.randomUUID(),
          0,
          TypedForm.empty().with("in_use", "yes"),
          Map.of());
    }
    Optional<Receptions.Room> known =
        receptions.rooms(queue).stream().filter(one -> one.id().toString().equals(id)).findFirst();
    return known.isEmpty()
        ? shells.notThere(viewer, request)
        : roomForm(
            request,
            viewer,
            queue,
            known.get().id(),
            known.get().version(),
            TypedForm.empty()
                .with("name", known.get().name())
                .with("house", Integer.toString(known.get().house()))
                .with("seats", Integer.toString(known.get().seats()))
                .with("in_use", known.get().inUse() ? "yes" : "no"),
            Map.of());
  }

  @Allowed({Role.RECEPTION, Role.CHANGE_WORKER, Role.HEAD})
  @PostMapping(SetUpPages.HOME + "/room")
  Reply keepRoom(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(name = "queue", defaultValue = "") String code,
      @RequestParam(name = "id", defaultValue = "") String sent,
      @RequestParam(defaultValue = "") String version) {
    Queue queue = SetUpForms.queue(viewer, code).orElse(null);
    if (queue == null) {
      return shells.notThere(viewer, request);
    }
    TypedForm typed = SetUpForms.typed(request);
    UUID id = Read.id(sent).orElseGet(UUID::randomUUID);
    Map<String, String> wrong = new LinkedHashMap<>();
    String name = typed.value("name").strip();
    if (name.isEmpty() || PlainText.length(name) > LONGEST_NAME) {
      wrong.put("name", "contact.reception.wrong.name");
    }
    int seats = Read.number(typed.value("seats").strip());
    if (seats < 1 || seats > SetUpForms.MOST_SEATS) {
      wrong.put("seats", "contact.reception.wrong.seats");
    }
    int house = times.houses().size() == 1 ? 1 : Read.number(typed.value("house"));
    if (house < 1 || house > times.houses().size()) {
      wrong.put("house", "contact.reception.wrong.house");
    }
    if (!Set.of("yes", "no").contains(typed.value("in_use"))) {
      wrong.put("in_use", "contact.reception.wrong.in-use");
    }
    int opened = Read.number(version);
    if (wrong.isEmpty()) {
      Receptions.Kept kept =
          receptions.keep(
              viewer,
              queue,
              new Receptions.Room(
                  id, name, house, seats, typed.value("in_use").equals("yes"), opened + 1));
      switch (kept) {
        case DONE -> {
          return SeeOther.to(SetUpForms.at("", queue));
        }
        case NAME_TAKEN -> wrong.put("name", "contact.reception.wrong.name-taken");
        case OVERTAKEN -> wrong.put("name", "contact.reception.wrong.overtaken");
        case OVER_OTHERS, NOT_THERE, TAKEN -> {
          return shells.notThere(viewer, request);
        }
      }
    }
    return roomForm(request, viewer, queue, id, opened, typed, wrong).with(422);
  }

  private View roomForm(
      HttpServletRequest request,
      Viewer viewer,
      Queue queue,
      UUID id,
      int version,
      TypedForm typed,
      Map<String, String> wrong) {
    Shell shell = shells.shell(viewer, request);
    SetUpForms.Form form = new SetUpForms.Form(shell, typed, wrong);
    List<Asked> asked = new ArrayList<>();
    asked.add(form.needed(Kind.TEXT, "name", List.of()));
    if (times.houses().size() > 1) {
      asked.add(
          form.needed(
              Kind.SELECT,
              "house",
              IntStream.rangeClosed(1, times.houses().size())
                  .mapToObj(house -> Option.of(Integer.toString(house), times.way(house)))
                  .toList()));
    }
    asked.add(form.needed(Kind.TEXT, "seats", List.of()));
    asked.add(
        form.needed(
            Kind.CHOICE,
            "in_use",
            List.of(
                Option.of("yes", shell.t("contact.reception.room.in-use")),
                Option.of("no", shell.t("contact.reception.room.out")))));
    return SetUpForms.form(
        shell,
        "room",
        queue,
        Map.of("id", id.toString(), "version", Integer.toString(version)),
        asked,
        null,
        List.of());
  }
}
