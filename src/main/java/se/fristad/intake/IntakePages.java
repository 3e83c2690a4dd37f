package se.fristad.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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
import se.fristad.intake.web.FormPage;
import se.fristad.intake.web.ListPage;
import se.fristad.intake.web.NewPage;
import se.fristad.intake.web.Saved;
import se.fristad.page.FaultPage;
import se.fristad.page.Option;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.View;

/// The pages of the intake: the form, the lists, the concluded one.
@StaffFace
@Controller
class IntakePages {
  static final String LIST = "/staff/intakes";

  private final Intakes intakes;
  private final Shells shells;
  private final StaffNames names;
  private final ObjectProvider<AfterIntake> after;

  IntakePages(Intakes intakes, Shells shells, StaffNames names, ObjectProvider<AfterIntake> after) {
    this.intakes = intakes;
    this.shells = shells;
    this.names = names;
    this.after = after;
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.HEAD})
  @GetMapping("/staff/intakes")
  View list(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(defaultValue = "") String shown,
      @RequestParam(defaultValue = "") String page) {
    Shell shell = shells.shell(viewer, request);
    int asked = Read.page(page);
    List<Shown> lists =
        Stream.of(Shown.values())
            .filter(one -> shown.isEmpty() || one.code().equals(shown))
            .toList();
    List<Table> tables = new ArrayList<>();
    String urgent = "";
    for (Shown one : lists) {
      Intakes.Listed listed = intakes.list(viewer, one, asked);
      if (one == Shown.INVESTIGATION && listed.total() > 0) {
        urgent = shell.t("intake.list.urgent", listed.total());
      }
      Set<UUID> makers = listed.rows().stream().map(Intake.Row::madeBy).collect(Collectors.toSet());
      tables.add(IntakeLists.table(shell, one, listed, asked, names.of(makers)));
    }
    return View.of("intake/list", new ListPage(shell, urgent, tables, viewer.role() != Role.HEAD));
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER})
  @GetMapping("/staff/intakes/new")
  View fresh(HttpServletRequest request, Viewer viewer) {
    Shell shell = shells.shell(viewer, request);
    List<Option> ways =
        Stream.of(WayIn.PHONE, WayIn.VISIT, WayIn.REFERRAL, WayIn.LETTER)
            .map(way -> new Option(way.code(), shell.t("intake.begin." + way.code()), null))
            .toList();
    return View.of("intake/new", new NewPage(shell, UUID.randomUUID().toString(), ways));
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER})
  @PostMapping("/staff/intakes")
  Reply begin(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(defaultValue = "") String intake,
      @RequestParam(defaultValue = "") String way,
      @RequestParam(defaultValue = "") String thread,
      @RequestParam(defaultValue = "") String screened) {
    UUID id = Read.id(intake).orElse(null);
    WayIn by = WayIn.of(way).orElse(null);
    UUID of = Read.id(thread).orElse(null);
    if (id == null || by == null || (of == null && !thread.isEmpty())) {
      return FaultPage.notUnderstood(shells.shell(viewer, request), true, 400);
    }
    return switch (intakes.begin(viewer, id, by, of, !screened.isEmpty())) {
      case Opened.Value<UUID> begun ->
          SeeOther.to(of == null ? LIST + "/" + begun.value() : "/staff/inbox/support/" + of);
      case Opened.NotThere<UUID> notThere -> shells.notThere(viewer, request);
    };
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.HEAD})
  @GetMapping("/staff/intakes/{id}")
  View one(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
    Optional<Intake> intake = read(viewer, id);
    if (intake.isEmpty()) {
      return shells.notThere(viewer, request);
    }
    Shell shell = shells.shell(viewer, request);
    return switch (intake.get().row().stage()) {
      case Intake.Stage.Draft draft ->
          viewer.role() == Role.HEAD
              ? readPage(viewer, shell, intake.get())
              : form(
                  shell,
                  intake.get(),
                  Seen.now(intake.get().row()),
                  intake.get().typed(),
                  List.of(),
                  null,
                  200);
      case Intake.Stage.Concluded concluded -> readPage(viewer, shell, intake.get());
    };
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER})
  @PostMapping("/staff/intakes/{id}")
  Reply sent(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String version,
      @RequestParam(defaultValue = "") String page) {
    UUID intake = Read.id(id).orElse(null);
    if (intake == null) {
      return shells.notThere(viewer, request);
    }
    Typed typed = Typed.of(request.getParameterMap());
    Seen seen = new Seen(Read.number(version), Read.id(page).orElse(null));
    return switch (act) {
      case "conclude" -> conclude(request, viewer, intake, seen, typed);
      case "rest" -> save(request, viewer, intake, seen, typed.restNotAsked(), "#f-children");
      default -> save(request, viewer, intake, seen, typed, "");
    };
  }

  /// Saves while somebody writes; answers with a sentence for the form, never with a page.
  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER})
  @PostMapping("/staff/intakes/{id}/draft")
  Reply draft(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String version,
      @RequestParam(defaultValue = "") String page) {
    UUID intake = Read.id(id).orElse(null);
    if (intake == null) {
      return shells.notThere(viewer, request);
    }
    Shell shell = shells.shell(viewer, request);
    Typed typed = Typed.of(request.getParameterMap());
    List<String> guidance = Forms.guidance(shell.texts(), typed);
    Seen seen = new Seen(Read.number(version), Read.id(page).orElse(null));
    return switch (intakes.save(viewer, intake, seen, typed)) {
      case Saving.Kept kept ->
          View.of(
              "intake/saved",
              new Saved(
                  shell,
                  shell.t("intake.saved", shell.texts().time(kept.at())),
                  kept.version(),
                  guidance));
      case Saving.Not not ->
          View.of(
              "intake/saved",
              new Saved(shell, shell.t(not.why().textKey()), seen.version(), guidance));
      case Saving.NotThere notThere -> shells.notThere(viewer, request);
    };
  }

  /// @param place where on the page she goes on
  private Reply save(
      HttpServletRequest request, Viewer viewer, UUID id, Seen seen, Typed typed, String place) {
    return switch (intakes.save(viewer, id, seen, typed)) {
      case Saving.Kept kept ->
          SeeOther.to(
              read(viewer, id.toString())
                      .map(Intake::row)
                      .filter(row -> row.thread() != null)
                      .map(row -> "/staff/inbox/support/" + row.thread())
                      .orElse(LIST + "/" + id)
                  + place);
      case Saving.Not not -> again(request, viewer, id, seen, typed, List.of(), not.why());
      case Saving.NotThere notThere -> shells.notThere(viewer, request);
    };
  }

  private Reply conclude(
      HttpServletRequest request, Viewer viewer, UUID id, Seen seen, Typed typed) {
    return switch (intakes.conclude(viewer, id, seen, typed)) {
      case Concluding.Concluded concluded -> SeeOther.to(LIST + "/" + id);
      case Concluding.Refused refused ->
          again(request, viewer, id, seen, typed, refused.refusals(), null);
      case Concluding.Not not -> again(request, viewer, id, seen, typed, List.of(), not.why());
      case Concluding.NotThere notThere -> shells.notThere(viewer, request);
    };
  }

  /// The form again with everything that was typed and what is wrong with it.
  private Reply again(
      HttpServletRequest request,
      Viewer viewer,
      UUID id,
      Seen seen,
      Typed typed,
      List<Refusal> refusals,
      @Nullable Obstacle obstacle) {
    Shell shell = shells.shell(viewer, request);
    return read(viewer, id.toString())
        .map(intake ->
            form(shell, intake, seen, typed, refusals, obstacle, obstacle == null ? 422 : 409))
        .orElseGet(() -> shells.notThere(viewer, request));
  }

  private Optional<Intake> read(Viewer viewer, String id) {
    return Read.id(id)
        .flatMap(intake ->
            switch (intakes.read(viewer, intake)) {
              case Opened.Value<Intake> opened -> Optional.of(opened.value());
              case Opened.NotThere<Intake> notThere -> Optional.empty();
            });
  }

  private static View form(
      Shell shell,
      Intake intake,
      Seen seen,
      Typed typed,
      List<Refusal> refusals,
      @Nullable Obstacle obstacle,
      int status) {
    UUID thread = intake.row().thread();
    return View.of(
            "intake/form-page",
            new FormPage(
                shell,
                Forms.of(shell, intake.row(), seen, typed, refusals, obstacle),
                thread == null ? null : "/staff/inbox/support/" + thread,
                LIST + "/" + intake.row().id() + "/conflict"))
        .with(status);
  }

  private View readPage(Viewer viewer, Shell shell, Intake intake) {
    List<Option> next =
        intake.row().stage() instanceof Intake.Stage.Concluded concluded
            ? after
                .orderedStream()
                .flatMap(room -> room.on(viewer, ended(intake, concluded), shell).stream())
                .toList()
            : List.of();
    return View.of(
        "intake/read", ReadIntake.of(shell, intake, next, names.of(ReadIntake.staffIn(intake))));
  }

  private static AfterIntake.Ended ended(Intake intake, Intake.Stage.Concluded concluded) {
    TakingUp.Learned learned = TakingUp.learned(intake, concluded);
    return new AfterIntake.Ended(
        intake.row().id(),
        learned.waits(),
        intake.typed().children() instanceof Children.Exposed
            && !(intake.typed().report(concluded.at()) instanceof Report.IdentityUnknown),
        learned.municipality());
  }
}
