package se.fristad.casework;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

/// Opening a file: on an intake that was concluded as an application, or on her own application
/// without one. The file's id is minted with the form, so that the same form sent twice is one
/// file.
@Order(1)
@StaffFace
@Controller
class OpeningPages implements AfterIntake {
  static final String HREF = "/staff/openings";

  private final Road road;
  private final Forms forms;
  private final TakingUp takingUp;
  private final Shells shells;
  private final Clock clock;

  OpeningPages(Road road, Forms forms, TakingUp takingUp, Shells shells, Clock clock) {
    this.road = road;
    this.forms = forms;
    this.takingUp = takingUp;
    this.shells = shells;
    this.clock = clock;
  }

  @Override
  public List<Option> on(Viewer viewer, AfterIntake.Ended ended, Shell shell) {
    return viewer.role() == Role.CASEWORKER && ended.waits()
        ? List.of(Option.of(HREF + "?intake=" + ended.intake(), shell.t("casework.open.intake")))
        : List.of();
  }

  /// A new form, the one that was begun on this intake, or the one of this id.
  @Allowed(Role.CASEWORKER)
  @GetMapping("/staff/openings")
  View form(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(defaultValue = "") String intake,
      @RequestParam(defaultValue = "") String file) {
    Shell shell = shells.shell(viewer, request);
    Map<UUID, Forms.Kept> begun = forms.openings(viewer);
    UUID asked = Read.id(file).orElse(null);
    if (asked != null && begun.containsKey(asked) && !ChildOpeningForm.is(begun.get(asked))) {
      return kept(shell, viewer, asked, begun);
    }
    UUID of = Read.id(intake).orElse(null);
    if (of == null) {
      return intake.isEmpty()
          ? View.of(
              "casework/open",
              page(
                  shell,
                  UUID.randomUUID(),
                  null,
                  OpeningForm.begun(today(), null, null),
                  null,
                  begun,
                  List.of()))
          : shells.notThere(viewer, request);
    }
    UUID again =
        begun.entrySet().stream()
            .filter(one ->
                !ChildOpeningForm.is(one.getValue())
                    && one.getValue().words().value(OpeningForm.INTAKE).equals(intake))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(null);
    if (again != null) {
      return kept(shell, viewer, again, begun);
    }
    return switch (takingUp.read(viewer, of)) {
      case Opened.Value<TakingUp.Taken>(TakingUp.Taken taken) ->
          View.of(
              "casework/open",
              page(
                  shell,
                  UUID.randomUUID(),
                  taken,
                  OpeningForm.begun(today(), of, taken.municipality()),
                  null,
                  begun,
                  List.of()));
      case Opened.NotThere<TakingUp.Taken> _ -> shells.notThere(viewer, request);
    };
  }

  private View kept(Shell shell, Viewer viewer, UUID file, Map<UUID, Forms.Kept> begun) {
    Forms.Kept kept = begun.get(file);
    TypedForm typed =
        kept == null ? TypedForm.empty() : TypedForm.read(kept.words().sealable().reveal());
    return View.of(
        "casework/open",
        page(
            shell,
            file,
            taken(viewer, Read.id(typed.value(OpeningForm.INTAKE)).orElse(null)),
            typed,
            kept == null ? null : kept.at(),
            begun,
            List.of()));
  }

  private TakingUp.@Nullable Taken taken(Viewer viewer, @Nullable UUID intake) {
    return intake != null
            && takingUp.read(viewer, intake)
                instanceof Opened.Value<TakingUp.Taken>(TakingUp.Taken taken)
        ? taken
        : null;
  }

  /// Opens the file, or only keeps what is typed.
  @Allowed(Role.CASEWORKER)
  @PostMapping("/staff/openings")
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
    UUID intake = Read.id(typed.value(OpeningForm.INTAKE)).orElse(null);
    Sent sent = new Sent(typed, today());
    Step<?> step;
    String to;
    if (act.equals("save")) {
      step = save(viewer, id, typed);
      to = "/staff/people";
    } else {
      Road.Opening opening = OpeningForm.read(id, intake, sent);
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
                      taken(viewer, intake),
                      typed,
                      null,
                      Map.of(),
                      refusals))
              .with(422);
      case Step.NotThere<?> _ -> shells.notThere(viewer, request);
    };
  }

  /// Saves while somebody writes. What the gate gives back after a lost session comes here without
  /// a script, and is led to the form.
  @Allowed(Role.CASEWORKER)
  @PostMapping("/staff/openings/draft")
  Reply draft(
      HttpServletRequest request, Viewer viewer, @RequestParam(defaultValue = "") String file) {
    Shell shell = shells.shell(viewer, request);
    UUID id = Read.id(file).orElse(null);
    if (id == null) {
      return FaultPage.notUnderstood(shell, true, 400);
    }
    Texts texts = shell.texts();
    String said;
    switch (save(viewer, id, typed(request))) {
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
        : View.of("casework/step-saved", new SavedStep(shell, said, List.of()));
  }

  private Step<Instant> save(Viewer viewer, UUID file, TypedForm typed) {
    return forms.save(viewer, file, Forms.OPEN, Words.of(Confidential.of(typed.text())));
  }

  private static TypedForm typed(HttpServletRequest request) {
    return TypedForm.of(request.getParameterMap(), OpeningForm.NAMES, Set.of());
  }

  private OpenPage page(
      Shell shell,
      UUID file,
      TakingUp.@Nullable Taken taken,
      TypedForm typed,
      @Nullable Instant saved,
      Map<UUID, Forms.Kept> begun,
      List<Refusal> refusals) {
    Texts texts = shell.texts();
    Sheet sheet = new Sheet(texts, OpeningForm.KIND, typed, refusals, today());
    OpeningForm.draw(sheet);
    String intake = typed.value(OpeningForm.INTAKE);
    return new OpenPage(
        shell,
        HREF,
        OpeningForm.KIND,
        file.toString(),
        intake,
        taken == null ? null : texts.t("casework.open.of", texts.moment(taken.concludedAt())),
        Option.of(
            taken == null
                ? ChildOpeningPages.HREF
                : ChildOpeningPages.HREF + "?own=yes&intake=" + intake,
            texts.t("casework.open.child")),
        begun(texts, begun).stream().filter(one -> !one.value().endsWith(file.toString())).toList(),
        saved == null
            ? texts.t("casework.unsaved")
            : texts.t("casework.saved", texts.when(saved, clock.instant())),
        sheet.against(),
        sheet.parts());
  }

  /// What somebody has begun: the addresses and what she called them.
  List<Option> begun(Texts texts, Viewer viewer) {
    return viewer.role() == Role.CASEWORKER ? begun(texts, forms.openings(viewer)) : List.of();
  }

  private List<Option> begun(Texts texts, Map<UUID, Forms.Kept> begun) {
    return begun.entrySet().stream()
        .map(one -> {
          String name = one.getValue().words().value(OpeningForm.NAME);
          return Option.of(
              (ChildOpeningForm.is(one.getValue()) ? ChildOpeningPages.HREF : HREF)
                  + "?file="
                  + one.getKey(),
              texts.t(
                  "casework.open.begun",
                  name.isEmpty() ? texts.t("casework.open.nameless") : name,
                  texts.when(one.getValue().at(), clock.instant())));
        })
        .toList();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Files.HERE);
  }
}
