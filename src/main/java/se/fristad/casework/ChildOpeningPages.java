package se.fristad.casework;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.Allowed;
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.web.OpenPage;
import se.fristad.casework.web.SavedStep;
import se.fristad.centre.Centre;
import se.fristad.centre.ChildCases;
import se.fristad.intake.AfterIntake;
import se.fristad.intake.TakingUp;
import se.fristad.page.FaultPage;
import se.fristad.page.Option;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// Opening a child's own file without an adult's: on an intake that is the child's own, on a
/// concern that was learned in one, or on what came in another way. The file's id is minted with
/// the form, so that the same form sent twice is one file.
@Order(2)
@StaffFace
@Controller
class ChildOpeningPages implements AfterIntake {
  static final String HREF = "/staff/children";

  private final ChildRoad road;
  private final Forms forms;
  private final OpeningPages openings;
  private final TakingUp takingUp;
  private final Centre centre;
  private final Shells shells;
  private final Clock clock;

  ChildOpeningPages(
      ChildRoad road,
      Forms forms,
      OpeningPages openings,
      TakingUp takingUp,
      Centre centre,
      Shells shells,
      Clock clock) {
    this.road = road;
    this.forms = forms;
    this.openings = openings;
    this.takingUp = takingUp;
    this.centre = centre;
    this.shells = shells;
    this.clock = clock;
  }

  @Override
  public List<Option> on(Viewer viewer, AfterIntake.Ended ended, Shell shell) {
    List<Option> ways = new ArrayList<>();
    if (viewer.role() == Role.CASEWORKER && ended.waits()) {
      ways.add(way(ended, "yes", shell.t("casework.open_child.intake")));
    }
    if (viewer.role() == Role.CASEWORKER && ended.concern()) {
      ways.add(way(ended, "no", shell.t("casework.open_child.concern." + whose(ended))));
    }
    return ways;
  }

  private static Option way(AfterIntake.Ended ended, String own, String label) {
    return Option.of(HREF + "?intake=" + ended.intake() + "&own=" + own, label);
  }

  private String whose(AfterIntake.Ended ended) {
    String municipality = ended.municipality();
    return municipality != null && centre.childCases(municipality) == ChildCases.HERE
        ? "here"
        : "elsewhere";
  }

  /// A new form, or the one of this id.
  @Allowed(Role.CASEWORKER)
  @GetMapping("/staff/children")
  View form(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(defaultValue = "") String intake,
      @RequestParam(defaultValue = "") String own,
      @RequestParam(defaultValue = "") String file) {
    Shell shell = shells.shell(viewer, request);
    UUID asked = Read.id(file).orElse(null);
    Forms.Kept kept = asked == null ? null : forms.openings(viewer).get(asked);
    if (asked != null && kept != null && ChildOpeningForm.is(kept)) {
      return form(
          shell, viewer, asked, TypedForm.read(kept.words().sealable().reveal()), kept.at());
    }
    UUID of = Read.id(intake).orElse(null);
    if (of == null) {
      return intake.isEmpty()
          ? form(shell, viewer, UUID.randomUUID(), ChildOpeningForm.begun(today()), null)
          : shells.notThere(viewer, request);
    }
    return switch (takingUp.learned(viewer, of)) {
      case Opened.Value<TakingUp.Learned>(TakingUp.Learned learned) ->
          form(
              shell,
              viewer,
              UUID.randomUUID(),
              ChildOpeningForm.begun(of, learned, own.equals("yes"), centre),
              null);
      case Opened.NotThere<TakingUp.Learned> _ -> shells.notThere(viewer, request);
    };
  }

  private View form(
      Shell shell, Viewer viewer, UUID file, TypedForm typed, @Nullable Instant saved) {
    return View.of(
        "casework/open",
        page(
            shell,
            file,
            learned(viewer, typed),
            typed,
            saved,
            openings.begun(shell.texts(), viewer),
            List.of()));
  }

  private TakingUp.@Nullable Learned learned(Viewer viewer, TypedForm typed) {
    UUID intake = Read.id(typed.value(OpeningForm.INTAKE)).orElse(null);
    return intake != null
            && takingUp.learned(viewer, intake)
                instanceof Opened.Value<TakingUp.Learned>(TakingUp.Learned learned)
        ? learned
        : null;
  }

  /// Opens the file, or only keeps what is typed.
  @Allowed(Role.CASEWORKER)
  @PostMapping("/staff/children")
  Reply sent(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(defaultValue = "") String file,
      @RequestParam(defaultValue = "") String act) {
    Shell shell = shells.shell(viewer, request);
    UUID id = Read.id(file).orElse(null);
    if (id == null) {
      return FaultPage.notUnderstood(shell, true, 400);
    }
    TypedForm typed = typed(request);
    Step<?> step;
    String to;
    if (act.equals("save")) {
      step = save(viewer, id, typed);
      to = "/staff/people";
    } else {
      Sent sent = new Sent(typed, today());
      UUID intake = Read.id(typed.value(OpeningForm.INTAKE)).orElse(null);
      ChildRoad.Opening opening = ChildOpeningForm.read(id, intake, sent);
      step = sent.step(() -> road.open(viewer, opening));
      to = CasePages.FILES + id;
    }
    return switch (step) {
      case Step.Done<?> _, Step.Again<?> _ -> SeeOther.to(to);
      case Step.Refused<?>(List<Refusal> refusals) ->
          View.of(
                  "casework/open",
                  page(
                      shell,
                      StepPages.next(id, refusals),
                      learned(viewer, typed),
                      typed,
                      null,
                      List.of(),
                      refusals))
              .with(422);
      case Step.NotThere<?> _ -> shells.notThere(viewer, request);
    };
  }

  /// Saves while somebody writes. What the gate gives back after a lost session comes here without
  /// a script, and is led to the form.
  @Allowed(Role.CASEWORKER)
  @PostMapping("/staff/children/draft")
  Reply draft(
      HttpServletRequest request, Viewer viewer, @RequestParam(defaultValue = "") String file) {
    Shell shell = shells.shell(viewer, request);
    UUID id = Read.id(file).orElse(null);
    if (id == null) {
      return FaultPage.notUnderstood(shell, true, 400);
    }
    Texts texts = shell.texts();
    TypedForm typed = typed(request);
    String said;
    switch (save(viewer, id, typed)) {
      case Step.Done<Instant>(Instant at) -> said = texts.t("casework.saved", texts.time(at));
      case Step.Again<Instant> _ -> said = texts.t("casework.sent");
      case Step.Refused<Instant>(List<Refusal> refusals) ->
          said = Sheet.sentence(texts, refusals.getFirst());
      case Step.NotThere<Instant> _ -> {
        return shells.notThere(viewer, request);
      }
    }
    return request.getHeader("HX-Request") == null
        ? SeeOther.to(HREF + "?file=" + id)
        : View.of(
            "casework/step-saved",
            new SavedStep(shell, said, ChildReportForm.says(centre, typed, texts)));
  }

  private Step<Instant> save(Viewer viewer, UUID file, TypedForm typed) {
    return forms.save(viewer, file, Forms.OPEN, Words.of(Confidential.of(typed.text())));
  }

  private static TypedForm typed(HttpServletRequest request) {
    return ChildOpeningForm.marked(
        TypedForm.of(request.getParameterMap(), ChildOpeningForm.NAMES, Set.of()));
  }

  private OpenPage page(
      Shell shell,
      UUID file,
      TakingUp.@Nullable Learned learned,
      TypedForm typed,
      @Nullable Instant saved,
      List<Option> begun,
      List<Refusal> refusals) {
    Texts texts = shell.texts();
    Sheet sheet = new Sheet(texts, "report_child", typed, refusals, today());
    ChildOpeningForm.draw(
        sheet, learned != null && learned.waits(), ChildReportForm.says(centre, typed, texts));
    return new OpenPage(
        shell,
        HREF,
        ChildOpeningForm.KIND,
        file.toString(),
        typed.value(OpeningForm.INTAKE),
        learned == null
            ? null
            : texts.t("casework.open_child.of", texts.moment(learned.concludedAt())),
        null,
        begun.stream().filter(one -> !one.value().endsWith(file.toString())).toList(),
        saved == null
            ? texts.t("casework.unsaved")
            : texts.t("casework.saved", texts.when(saved, clock.instant())),
        sheet.against(),
        sheet.parts());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Files.HERE);
  }
}
