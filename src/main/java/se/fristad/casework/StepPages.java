package se.fristad.casework;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
import se.fristad.casework.web.OtherVersion;
import se.fristad.casework.web.Part;
import se.fristad.casework.web.SavedStep;
import se.fristad.casework.web.StepPage;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// The forms of a file, one page each: what every [StepForm] has in common.
@StaffFace
@Controller
class StepPages {
  private final ObjectProvider<StepForm> forms;
  private final Readings readings;
  private final Forms kept;
  private final ReasonPages reasons;
  private final Shells shells;
  private final StaffNames names;
  private final Clock clock;

  StepPages(
      ObjectProvider<StepForm> forms,
      Readings readings,
      Forms kept,
      ReasonPages reasons,
      Shells shells,
      StaffNames names,
      Clock clock) {
    this.forms = forms;
    this.readings = readings;
    this.kept = kept;
    this.reasons = reasons;
    this.shells = shells;
    this.names = names;
    this.clock = clock;
  }

  /// A form that an address names, of this viewer's role.
  private record Named(UUID file, StepForm form, @Nullable UUID record) {
    String href() {
      return href(file, form.kind(), record);
    }

    String kind() {
      return StepPages.kind(form.kind(), record);
    }

    static String href(UUID file, String kind, @Nullable UUID record) {
      return CasePages.FILES + file + "/steps/" + StepPages.kind(kind, record);
    }
  }

  /// What a form is kept under.
  static String kind(String kind, @Nullable UUID record) {
    return record == null ? kind : kind + "/" + record;
  }

  /// The address of a form.
  static String href(UUID file, String kind, @Nullable UUID record) {
    return Named.href(file, kind, record);
  }

  /// A form as it is to be drawn.
  ///
  /// @param window as it stood open; null when it is opened now
  /// @param typed null for what is kept, or a new one
  /// @param version the kept version that was asked for; null for the latest
  private record Drawn(
      @Nullable Window window,
      @Nullable TypedForm typed,
      List<Refusal> refusals,
      @Nullable UUID version) {
    Drawn(Window window, TypedForm typed, List<Refusal> refusals) {
      this(window, typed, refusals, null);
    }
  }

  @Allowed({Role.CASEWORKER, Role.TREATMENT_WORKER, Role.NGO_WORKER, Role.HEAD})
  @GetMapping({"/staff/files/{id}/steps/{kind}", "/staff/files/{id}/steps/{kind}/{record}"})
  Reply one(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String id,
      @PathVariable String kind,
      @PathVariable(required = false) @Nullable String record,
      @RequestParam(defaultValue = "") String version) {
    Named named = named(viewer, id, kind, record);
    return named == null
        ? shells.notThere(viewer, request)
        : page(
            request,
            viewer,
            named,
            new Drawn(null, null, List.of(), Read.id(version).orElse(null)));
  }

  /// Takes the step, or only keeps what is typed.
  @Allowed({Role.CASEWORKER, Role.TREATMENT_WORKER, Role.NGO_WORKER, Role.HEAD})
  @PostMapping({"/staff/files/{id}/steps/{kind}", "/staff/files/{id}/steps/{kind}/{record}"})
  Reply sent(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String id,
      @PathVariable String kind,
      @PathVariable(required = false) @Nullable String record,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String form,
      @RequestParam(defaultValue = "") String version) {
    Named named = named(viewer, id, kind, record);
    if (named == null) {
      return shells.notThere(viewer, request);
    }
    Window window = Window.read(form);
    TypedForm typed = typed(request, named.form());
    if (named.form().kind().equals(NoteForm.KIND) && request.getHeader("HX-Request") != null) {
      return note(request, viewer, named, window, typed);
    }
    String file = CasePages.FILES + named.file();
    return switch (act) {
      case "save", "more" ->
          switch (save(viewer, named, window, typed)) {
            case Step.Done<Forms.Saved> _, Step.Again<Forms.Saved> _ ->
                SeeOther.to(act.equals("more") ? named.href() : file);
            case Step.Refused<Forms.Saved>(List<Refusal> refusals) ->
                page(request, viewer, named, new Drawn(window, typed, refusals));
            case Step.NotThere<Forms.Saved> _ -> shells.notThere(viewer, request);
          };
      case "throw" ->
          switch (kept.dropVersion(
              viewer, named.file(), named.kind(), Read.id(version).orElseGet(UUID::randomUUID))) {
            // thrown away before, in another window: it is gone all the same
            case Step.Done<UUID> _, Step.Again<UUID> _, Step.Refused<UUID> _ ->
                SeeOther.to(named.href());
            case Step.NotThere<UUID> _ -> shells.notThere(viewer, request);
          };
      default ->
          switch (send(viewer, named, window, typed)) {
            case Step.Done<?> _, Step.Again<?> _ ->
                // whoever has just said that she knows the person has no file to come back to
                SeeOther.to(
                    named.form().kind().equals(ConflictForm.KIND) && viewer.role() != Role.HEAD
                        ? "/staff/day"
                        : file);
            case Step.Refused<?>(List<Refusal> refusals) -> {
              // what was typed just before is not yet saved, and whoever leaves now would lose it
              if (refusals.stream().noneMatch(Refusal::isSentBefore)) {
                save(viewer, named, window, typed);
              }
              yield page(
                  request, viewer, named, new Drawn(next(window, refusals), typed, refusals));
            }
            case Step.NotThere<?> _ -> shells.notThere(viewer, request);
          };
    };
  }

  /// A note written beside another form: that form's page stays as it is.
  private Reply note(
      HttpServletRequest request, Viewer viewer, Named named, Window window, TypedForm typed) {
    Shell shell = shells.shell(viewer, request);
    return switch (send(viewer, named, window, typed)) {
      case Step.Done<?> _, Step.Again<?> _ ->
          View.of("casework/note-panel", NotePanels.written(shell, named.file(), clock.instant()));
      case Step.Refused<?>(List<Refusal> refusals) ->
          View.of(
              "casework/note-panel",
              NotePanels.refused(shell, named.file(), next(window, refusals), typed, refusals));
      case Step.NotThere<?> _ -> shells.notThere(viewer, request);
    };
  }

  /// Saves while somebody writes; answers with a sentence for the form. What the gate gives back
  /// after a lost session comes here without a script, and is led to the form.
  @Allowed({Role.CASEWORKER, Role.TREATMENT_WORKER, Role.NGO_WORKER, Role.HEAD})
  @PostMapping({
    "/staff/files/{id}/steps/{kind}/draft",
    "/staff/files/{id}/steps/{kind}/{record}/draft"
  })
  Reply draft(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String id,
      @PathVariable String kind,
      @PathVariable(required = false) @Nullable String record,
      @RequestParam(defaultValue = "") String form) {
    Named named = named(viewer, id, kind, record);
    if (named == null) {
      return shells.notThere(viewer, request);
    }
    Window window = Window.read(form);
    TypedForm typed = typed(request, named.form());
    Shell shell = shells.shell(viewer, request);
    Step<Forms.Saved> step = save(viewer, named, window, typed);
    if (request.getHeader("HX-Request") == null && !(step instanceof Step.NotThere<Forms.Saved>)) {
      return SeeOther.to(named.href());
    }
    return switch (step) {
      case Step.Done<Forms.Saved>(Forms.Saved saved) ->
          saved(
              named,
              shell,
              typed,
              named.form().keeps()
                  ? shell.t("casework.saved", shell.texts().time(saved.at()))
                  : shell.t("casework.unkept"),
              saved.others() > 0);
      case Step.Again<Forms.Saved> _ -> saved(named, shell, typed, shell.t("casework.sent"), false);
      case Step.Refused<Forms.Saved>(List<Refusal> refusals) ->
          saved(named, shell, typed, Sheet.sentence(shell.texts(), refusals.getFirst()), false);
      case Step.NotThere<Forms.Saved> _ -> shells.notThere(viewer, request);
    };
  }

  private View saved(Named named, Shell shell, TypedForm typed, String text, boolean others) {
    return View.of(
        "casework/step-saved",
        new SavedStep(
            shell,
            text,
            others ? named.href() : null,
            named.form().says(typed, shell.texts(), today())));
  }

  private Step<Forms.Saved> save(Viewer viewer, Named named, Window window, TypedForm typed) {
    TypedForm keeping = named.form().keeps() ? typed : TypedForm.empty();
    return kept.keep(
        viewer, named.file(), named.kind(), window, Words.of(Confidential.of(keeping.text())));
  }

  private Step<?> send(Viewer viewer, Named named, Window window, TypedForm typed) {
    return new Sending(window, named.kind(), Confidential.of(typed.text()))
        .by(() ->
            named.form().send(viewer, named.file(), named.record(), new Sent(typed, today())));
  }

  /// A form that was sent before comes back as a new one: what is typed in it can be kept, and sent
  /// as a step of its own by whoever means that.
  static UUID next(UUID minted, List<Refusal> refusals) {
    return next(Window.of(minted), refusals).form();
  }

  static Window next(Window window, List<Refusal> refusals) {
    return refusals.stream().anyMatch(Refusal::isSentBefore) ? window.anew() : window;
  }

  private static TypedForm typed(HttpServletRequest request, StepForm form) {
    return TypedForm.of(request.getParameterMap(), form.names(), form.several());
  }

  private @Nullable Named named(Viewer viewer, String id, String kind, @Nullable String record) {
    UUID file = Read.id(id).orElse(null);
    UUID about = record == null ? null : Read.id(record).orElse(null);
    if (file == null || (record != null && about == null)) {
      return null;
    }
    return forms.stream()
        .filter(form -> form.kind().equals(kind) && form.roles().contains(viewer.role()))
        .findFirst()
        .map(form -> new Named(file, form, about))
        .orElse(null);
  }

  private View page(HttpServletRequest request, Viewer viewer, Named named, Drawn drawn) {
    return switch (readings.desk(viewer, named.file(), named.kind())) {
      case Opened.Value<Readings.Desk>(Readings.Desk desk) -> {
        Shell shell = shells.shell(viewer, request);
        View view = View.of("casework/step", page(shell, viewer, named, drawn, desk));
        yield drawn.refusals().isEmpty() ? view : view.with(422);
      }
      case Opened.NotThere<Readings.Desk> _ -> reasons.insteadOf(request, viewer, named.file());
    };
  }

  private StepPage page(Shell shell, Viewer viewer, Named named, Drawn drawn, Readings.Desk desk) {
    Texts texts = shell.texts();
    StepForm form = named.form();
    StepForm.At at = new StepForm.At(viewer, desk.reading(), named.record(), today());
    List<Forms.Kept> versions = desk.versions();
    Forms.Kept before =
        versions.stream()
            .filter(one -> one.row().equals(drawn.version()))
            .findFirst()
            .orElse(versions.isEmpty() ? null : versions.getFirst());
    TypedForm typed = drawn.typed();
    if (typed == null) {
      typed = before == null ? form.begun(at) : typed(before);
    }
    Window window = drawn.window() == null ? Window.of(before) : drawn.window();
    Sheet sheet = new Sheet(texts, form.kind(), typed, drawn.refusals(), today());
    boolean offered =
        form.offered(at, texts).stream()
            .anyMatch(offer -> Objects.equals(offer.record(), named.record()));
    if (offered || drawn.typed() != null) {
      form.draw(sheet, at);
    }
    List<Part> parts = sheet.parts();
    String key = "casework.step." + form.kind();
    return new StepPage(
        shell,
        new ReadFile(shell, desk.reading(), names, clock.instant()).head(),
        named.href(),
        texts.t(key),
        texts.has(key + ".lead") ? texts.t(key + ".lead") : null,
        window.sent(),
        !form.keeps()
            ? texts.t("casework.unkept")
            : before == null
                ? texts.t("casework.unsaved")
                : texts.t("casework.saved", texts.when(before.at(), clock.instant())),
        sheet.against(),
        parts,
        others(texts, named, at, versions, before, parts),
        texts.t(key + ".send"),
        texts.has(key + ".consequence") ? texts.t(key + ".consequence") : null,
        form.kind().equals(NoteForm.KIND) || viewer.role() == Role.HEAD
            ? null
            : NotePanels.of(shell, named.file(), desk.notes(), clock.instant(), true));
  }

  private static TypedForm typed(Forms.Kept kept) {
    return TypedForm.read(kept.words().sealable().reveal());
  }

  /// What stands in other windows, beside what is seen here.
  private List<OtherVersion> others(
      Texts texts,
      Named named,
      StepForm.At at,
      List<Forms.Kept> versions,
      Forms.@Nullable Kept here,
      List<Part> parts) {
    return versions.stream()
        .filter(one -> here == null || !one.row().equals(here.row()))
        .map(one -> {
          Sheet sheet = new Sheet(texts, named.form().kind(), typed(one), List.of(), today());
          named.form().draw(sheet, at);
          return new OtherVersion(
              texts.t("casework.versions.saved", texts.when(one.at(), clock.instant())),
              Versions.beside(texts, parts, sheet.parts()),
              one.row().toString(),
              named.href() + "?version=" + one.row());
        })
        .toList();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Files.HERE);
  }
}
