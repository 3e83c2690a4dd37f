package se.fristad.casework;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.Allowed;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.web.KinPage;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// Somebody says who her kin and her neighbours are; and the head sees who was refused by it.
@StaffFace
@Controller
class KinPages {
  static final String HREF = "/staff/kin";
  private static final int MOST = 200;

  private final Marks marks;
  private final Shells shells;

  KinPages(Marks marks, Shells shells) {
    this.marks = marks;
    this.shells = shells;
  }

  @Allowed({
    Role.CASEWORKER,
    Role.TREATMENT_WORKER,
    Role.NGO_WORKER,
    Role.DUTY_SOCIAL_SERVICE,
    Role.HEAD
  })
  @GetMapping(HREF)
  View one(HttpServletRequest request, Viewer viewer) {
    return page(shells.shell(viewer, request), viewer, "", "", List.of());
  }

  /// A POST, and never shown again: not even to her who has typed it.
  @Allowed({
    Role.CASEWORKER,
    Role.TREATMENT_WORKER,
    Role.NGO_WORKER,
    Role.DUTY_SOCIAL_SERVICE,
    Role.HEAD
  })
  @PostMapping(HREF)
  Reply declare(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String value) {
    Shell shell = shells.shell(viewer, request);
    Optional<MarkRows.Kind> chosen =
        Arrays.stream(MarkRows.Kind.values()).filter(one -> one.code().equals(kind)).findFirst();
    if (chosen.isEmpty()) {
      return page(
              shell,
              viewer,
              kind,
              value,
              List.of(Refusal.unreadable("kind", "casework.wrong.choose")))
          .with(422);
    }
    if (value.codePointCount(0, value.length()) > MOST) {
      return page(
              shell,
              viewer,
              kind,
              value,
              List.of(Refusal.unreadable("value", "casework.wrong.long", MOST)))
          .with(422);
    }
    return switch (marks.declare(viewer, chosen.get(), Confidential.of(value))) {
      case Step.Done<Boolean> _, Step.Again<Boolean> _ -> SeeOther.to(HREF);
      case Step.Refused<Boolean>(List<Refusal> refusals) ->
          page(shell, viewer, kind, value, refusals).with(422);
      case Step.NotThere<Boolean> _ -> shells.notThere(viewer, request);
    };
  }

  /// Takes one of her own back; done twice it is done once.
  @Allowed({
    Role.CASEWORKER,
    Role.TREATMENT_WORKER,
    Role.NGO_WORKER,
    Role.DUTY_SOCIAL_SERVICE,
    Role.HEAD
  })
  @PostMapping(HREF + "/{id}/back")
  Reply takeBack(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
    UUID mark = Read.id(id).orElse(null);
    return mark != null && marks.takeBack(viewer, mark)
        ? SeeOther.to(HREF)
        : shells.notThere(viewer, request);
  }

  /// The head has seen that somebody was refused.
  @Allowed(Role.HEAD)
  @PostMapping(HREF + "/met/{id}")
  Reply seen(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
    UUID met = Read.id(id).orElse(null);
    return met != null && marks.seen(viewer, met)
        ? SeeOther.to("/staff/day")
        : shells.notThere(viewer, request);
  }

  private View page(Shell shell, Viewer viewer, String kind, String value, List<Refusal> refusals) {
    return View.of(
        "casework/kin",
        new KinPage(
            shell,
            HREF,
            field(shell, "kind", kind, refusals),
            Arrays.stream(MarkRows.Kind.values())
                .map(one ->
                    new Option(
                        one.code(),
                        shell.t("casework.kin.kind." + one.code()),
                        shell.t("casework.kin.kind." + one.code() + ".hint")))
                .toList(),
            field(shell, "value", value, refusals),
            marks.of(viewer).stream()
                .map(row ->
                    new KinPage.Declared(
                        shell.t(
                            "casework.kin.declared." + row.kind().code(),
                            shell.texts().date(row.at())),
                        HREF + "/" + row.id() + "/back"))
                .toList()));
  }

  private static Field field(Shell shell, String name, String typed, List<Refusal> refusals) {
    Field field = Field.of(name, shell.t("casework.kin." + name)).withValue(typed).needed();
    return refusals.stream()
        .filter(refusal ->
            refusal.field().equals(name)
                || (name.equals("value") && refusal.field().equals("number")))
        .findFirst()
        .map(refusal -> field.withError(Sheet.sentence(shell.texts(), refusal)))
        .orElse(field);
  }
}
