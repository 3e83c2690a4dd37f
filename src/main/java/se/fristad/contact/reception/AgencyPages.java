package se.fristad.contact.reception;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import se.fristad.contact.Queue;
import se.fristad.contact.reception.web.SetUpForm.Kind;
import se.fristad.outgoing.TelephoneNumber;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.PlainText;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.TypedForm;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// The register of interpreters' agencies: only from one of these is an interpreter ordered.
@StaffFace
@Controller
class AgencyPages {
  private final Receptions receptions;
  private final Shells shells;
  private final Clock clock;

  AgencyPages(Receptions receptions, Shells shells, Clock clock) {
    this.receptions = receptions;
    this.shells = shells;
    this.clock = clock;
  }

  @Allowed({Role.RECEPTION, Role.CHANGE_WORKER, Role.HEAD})
  @GetMapping(SetUpPages.HOME + "/agency")
  Reply agency(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(name = "queue", defaultValue = "") String code,
      @RequestParam(name = "agency", defaultValue = "") String id) {
    Queue queue = SetUpForms.queue(viewer, code).orElse(null);
    if (queue == null) {
      return shells.notThere(viewer, request);
    }
    if (id.isEmpty()) {
      return agencyForm(
          request,
          viewer,
          queue,
          UUID.randomUUID(),
          0,
          TypedForm.empty()
              .with("agency_used", "yes")
              .with("reviewed", SetUpForms.today(clock).toString()),
          Map.of());
    }
    Optional<Receptions.Agency> known =
        receptions.agencies(queue).stream()
            .filter(one -> one.id().toString().equals(id))
            .findFirst();
    return known.isEmpty()
        ? shells.notThere(viewer, request)
        : agencyForm(
            request,
            viewer,
            queue,
            known.get().id(),
            known.get().version(),
            TypedForm.empty()
                .with("agency_name", known.get().name())
                .with("phone", known.get().phone())
                .with("spoken", String.join(",", known.get().languages()))
                .with("reviewed", known.get().reviewed().toString())
                .with("agency_used", known.get().inUse() ? "yes" : "no"),
            Map.of());
  }

  /// An agency of interpreters is kept in the register.
  @Allowed({Role.RECEPTION, Role.CHANGE_WORKER, Role.HEAD})
  @PostMapping(SetUpPages.HOME + "/agency")
  Reply keepAgency(
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
    Map<String, String> wrong = new LinkedHashMap<>();
    String name = PlainText.of(typed.value("agency_name")).strip();
    if (name.isEmpty() || PlainText.length(name) > Receptions.LONGEST_AGENCY) {
      wrong.put("agency_name", "contact.reception.wrong.agency-name");
    }
    Optional<Confidential> phone =
        TelephoneNumber.read(Confidential.of(typed.value("phone").strip()));
    if (phone.isEmpty()) {
      wrong.put("phone", "contact.reception.wrong.phone");
    }
    Set<String> languages = typed.ticked("spoken");
    if (languages.isEmpty() || !Interpreters.LANGUAGES.containsAll(languages)) {
      wrong.put("spoken", "contact.reception.wrong.spoken");
    }
    Optional<LocalDate> reviewed = Field.day(typed.value("reviewed"));
    if (reviewed.isEmpty()) {
      wrong.put("reviewed", "contact.reception.wrong.date");
    } else if (reviewed.get().isAfter(SetUpForms.today(clock))
        || reviewed.get().isBefore(SetUpForms.today(clock).minusYears(10))) {
      wrong.put("reviewed", "contact.reception.wrong.reviewed");
    }
    if (!Set.of("yes", "no").contains(typed.value("agency_used"))) {
      wrong.put("agency_used", "contact.reception.wrong.agency-used");
    }
    UUID id = Read.id(sent).orElseGet(UUID::randomUUID);
    int opened = Read.number(version);
    if (wrong.isEmpty()) {
      Receptions.Kept kept =
          receptions.keep(
              viewer,
              queue,
              new Receptions.Agency(
                  id,
                  name,
                  phone.orElseThrow().reveal(),
                  languages,
                  reviewed.orElseThrow(),
                  typed.value("agency_used").equals("yes"),
                  opened + 1));
      switch (kept) {
        case DONE -> {
          return SeeOther.to(SetUpForms.at("", queue));
        }
        case NAME_TAKEN -> wrong.put("agency_name", "contact.reception.wrong.agency-taken");
        case OVERTAKEN -> wrong.put("agency_name", "contact.reception.wrong.agency-overtaken");
        case OVER_OTHERS, NOT_THERE, TAKEN -> {
          return shells.notThere(viewer, request);
        }
      }
    }
    return agencyForm(request, viewer, queue, id, opened, typed, wrong).with(422);
  }

  private View agencyForm(
      HttpServletRequest request,
      Viewer viewer,
      Queue queue,
      UUID id,
      int version,
      TypedForm typed,
      Map<String, String> wrong) {
    Shell shell = shells.shell(viewer, request);
    SetUpForms.Form form = new SetUpForms.Form(shell, typed, wrong);
    return SetUpForms.form(
        shell,
        "agency",
        queue,
        Map.of("id", id.toString(), "version", Integer.toString(version)),
        List.of(
            form.needed(Kind.TEXT, "agency_name", List.of()),
            form.needed(Kind.TEXT, "phone", List.of()),
            form.needed(
                Kind.CHECKS,
                "spoken",
                Interpreters.LANGUAGES.stream()
                    .map(one -> Option.of(one, SetUpForms.language(shell, one)))
                    .sorted(Comparator.comparing(Option::label))
                    .toList()),
            form.needed(Kind.DATE, "reviewed", List.of()),
            form.needed(
                Kind.CHOICE,
                "agency_used",
                List.of(
                    Option.of("yes", shell.t("contact.reception.room.in-use")),
                    Option.of("no", shell.t("contact.reception.room.out"))))),
        null,
        List.of());
  }
}
