package se.fristad.casework;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
import se.fristad.casework.web.EmergencyPage;
import se.fristad.page.Field;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// The emergency hour: asking for it, and reading in it.
@StaffFace
@Controller
class EmergencyPages {
  static final String HREF = "/staff/emergency";

  private final Emergencies emergencies;
  private final Readings readings;
  private final Shells shells;
  private final StaffNames names;
  private final Clock clock;

  EmergencyPages(
      Emergencies emergencies, Readings readings, Shells shells, StaffNames names, Clock clock) {
    this.emergencies = emergencies;
    this.readings = readings;
    this.shells = shells;
    this.names = names;
    this.clock = clock;
  }

  @Allowed(
      value = {Role.CASEWORKER, Role.DUTY_SOCIAL_SERVICE},
      shownAnew = true)
  @GetMapping(HREF)
  View form(HttpServletRequest request, Viewer viewer) {
    return page(shells.shell(viewer, request), "", "", List.of());
  }

  /// A POST, so that no number stands in an address.
  @Allowed(
      value = {Role.CASEWORKER, Role.DUTY_SOCIAL_SERVICE},
      shownAnew = true)
  @PostMapping(HREF)
  Reply begin(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(defaultValue = "") String value,
      @RequestParam(defaultValue = "") String reason) {
    Shell shell = shells.shell(viewer, request);
    if (reason.codePointCount(0, reason.length()) > Emergencies.MOST_WORDS) {
      return page(
              shell,
              value,
              reason,
              List.of(Refusal.unreadable("reason", "casework.wrong.long", Emergencies.MOST_WORDS)))
          .with(422);
    }
    return switch (emergencies.begin(viewer, Confidential.of(value), Confidential.of(reason))) {
      case Step.Done<UUID>(UUID file) -> SeeOther.to(HREF + "/" + file);
      case Step.Again<UUID> _ -> SeeOther.to(HREF);
      case Step.Refused<UUID>(List<Refusal> refusals) ->
          page(shell, value, reason, refusals).with(422);
      case Step.NotThere<UUID> _ -> shells.notThere(viewer, request);
    };
  }

  /// The file, to be read; nothing can be written in it from here.
  @Allowed({Role.CASEWORKER, Role.DUTY_SOCIAL_SERVICE})
  @GetMapping(HREF + "/{id}")
  View one(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
    UUID file = Read.id(id).orElse(null);
    if (file == null) {
      return shells.notThere(viewer, request);
    }
    return switch (readings.inEmergency(viewer, file)) {
      case Opened.Value<Reading>(Reading reading) -> {
        Shell shell = shells.shell(viewer, request);
        Instant now = clock.instant();
        yield View.of(
            "casework/file",
            new ReadFile(shell, reading, names, now)
                .warned(shell.t("casework.emergency.reading"))
                .page(List.of(), null, List.of()));
      }
      case Opened.NotThere<Reading> _ -> shells.notThere(viewer, request);
    };
  }

  private static View page(Shell shell, String value, String reason, List<Refusal> refusals) {
    return View.of(
        "casework/emergency",
        new EmergencyPage(
            shell,
            HREF,
            field(shell, "value", value, refusals),
            field(shell, "reason", reason, refusals),
            Emergencies.MOST_WORDS));
  }

  private static Field field(Shell shell, String name, String typed, List<Refusal> refusals) {
    Field field =
        Field.of(name, shell.t("casework.emergency." + name))
            .withHint(shell.t("casework.emergency." + name + ".hint"))
            .withValue(typed)
            .needed();
    return refusals.stream()
        .filter(refusal -> refusal.field().equals(name))
        .findFirst()
        .map(refusal -> field.withError(Sheet.sentence(shell.texts(), refusal)))
        .orElse(field);
  }
}
