package se.fristad.casework;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.Allowed;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.casework.web.SavedStep;
import se.fristad.casework.web.TemplatePage;
import se.fristad.casework.web.TemplatesPage;
import se.fristad.page.Described;
import se.fristad.page.Field;
import se.fristad.page.Markdown;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.Templates;
import se.fristad.page.Texts;
import se.fristad.page.TypedForm;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// The head's pages of the templates that documents are made of: written, looked at filled in, and
/// never erased.
@StaffFace
@Controller
class TemplatePages {
  private static final String LIST = "/staff/templates";
  private static final Set<String> NAMES = Set.of("words", "base");

  private final DocumentTemplates written;
  private final Documents documents;
  private final StaffNames names;
  private final Shells shells;
  private final Templates templates;
  private final Clock clock;

  TemplatePages(
      DocumentTemplates written,
      Documents documents,
      StaffNames names,
      Shells shells,
      Templates templates,
      Clock clock) {
    this.written = written;
    this.documents = documents;
    this.names = names;
    this.shells = shells;
    this.templates = templates;
    this.clock = clock;
  }

  @Allowed(Role.HEAD)
  @GetMapping(LIST)
  View list(HttpServletRequest request, Viewer viewer) {
    Shell shell = shells.shell(viewer, request);
    Texts texts = shell.texts();
    List<Table.Row> rows =
        Arrays.stream(DocumentKind.values())
            .map(kind -> {
              TemplateRows.@Nullable Row latest =
                  written.of(viewer, kind).stream().findFirst().orElse(null);
              return Table.Row.of(
                  Cell.link(texts.t(kind.textKey()), LIST + "/" + kind.code()),
                  Cell.of(
                      latest == null
                          ? texts.t("casework.template.shipped")
                          : texts.t("casework.document.version", latest.version())),
                  Cell.of(latest == null ? "–" : texts.moment(latest.madeAt())),
                  Cell.of(by(texts, latest)));
            })
            .toList();
    return View.of(
        "casework/templates",
        new TemplatesPage(
            shell,
            ReadFile.table(
                texts,
                "casework.templates",
                List.of(
                    "casework.document.what",
                    "casework.template.stands",
                    "casework.document.made",
                    "casework.document.by"),
                rows)));
  }

  /// A template as it is to be drawn.
  ///
  /// @param base the version that is written on
  private record Drawn(
      UUID form, int base, String words, @Nullable Instant saved, List<Refusal> refusals) {}

  @Allowed(Role.HEAD)
  @GetMapping(LIST + "/{kind}")
  View one(HttpServletRequest request, Viewer viewer, @PathVariable("kind") String named) {
    DocumentKind kind = DocumentKind.of(named).orElse(null);
    if (kind == null) {
      return shells.notThere(viewer, request);
    }
    List<TemplateRows.Row> versions = written.of(viewer, kind);
    Drawn drawn =
        written
            .begun(viewer, kind)
            .map(begun -> {
              TypedForm typed = TypedForm.read(begun.getValue().words().sealable().reveal());
              return new Drawn(
                  begun.getKey(),
                  Read.number(typed.value("base")),
                  typed.value("words"),
                  begun.getValue().at(),
                  List.of());
            })
            .orElseGet(() ->
                new Drawn(
                    UUID.randomUUID(), base(versions), words(kind, versions), null, List.of()));
    return page(request, viewer, kind, versions, drawn);
  }

  private static int base(List<TemplateRows.Row> versions) {
    return versions.isEmpty() ? 0 : versions.getFirst().version();
  }

  private static String words(DocumentKind kind, List<TemplateRows.Row> versions) {
    return versions.isEmpty() ? kind.shipped() : versions.getFirst().words();
  }

  /// Writes a version, shows how it looks, or only keeps it.
  @Allowed(Role.HEAD)
  @PostMapping(LIST + "/{kind}")
  Reply sent(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable("kind") String named,
      @RequestParam(defaultValue = "") String form,
      @RequestParam(defaultValue = "") String act) {
    DocumentKind kind = DocumentKind.of(named).orElse(null);
    if (kind == null) {
      return shells.notThere(viewer, request);
    }
    UUID id = Read.id(form).orElseGet(UUID::randomUUID);
    TypedForm typed = typed(request);
    int base = Read.number(typed.value("base"));
    String words = typed.value("words");
    if (act.equals("save") || act.equals("preview")) {
      return switch (save(viewer, id, kind, typed)) {
        case Step.Done<Instant> _, Step.Again<Instant> _ ->
            SeeOther.to(act.equals("save") ? LIST : LIST + "/" + kind.code() + "#preview");
        case Step.Refused<Instant>(List<Refusal> refusals) ->
            page(request, viewer, kind, new Drawn(id, base, words, null, refusals));
        case Step.NotThere<Instant> _ -> shells.notThere(viewer, request);
      };
    }
    return switch (written.write(viewer, id, kind, base, words)) {
      case Step.Done<UUID> _, Step.Again<UUID> _ -> SeeOther.to(LIST);
      case Step.Refused<UUID>(List<Refusal> refusals) -> {
        if (refusals.stream().noneMatch(Refusal::isSentBefore)) {
          save(viewer, id, kind, typed);
        }
        yield page(
            request,
            viewer,
            kind,
            new Drawn(StepPages.next(id, refusals), base, words, null, refusals));
      }
      case Step.NotThere<UUID> _ -> shells.notThere(viewer, request);
    };
  }

  private View page(HttpServletRequest request, Viewer viewer, DocumentKind kind, Drawn drawn) {
    return page(request, viewer, kind, written.of(viewer, kind), drawn).with(422);
  }

  /// Saves while the head writes.
  @Allowed(Role.HEAD)
  @PostMapping(LIST + "/{kind}/draft")
  Reply draft(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable("kind") String named,
      @RequestParam(defaultValue = "") String form) {
    DocumentKind kind = DocumentKind.of(named).orElse(null);
    if (kind == null) {
      return shells.notThere(viewer, request);
    }
    Shell shell = shells.shell(viewer, request);
    Texts texts = shell.texts();
    String said;
    switch (save(viewer, Read.id(form).orElseGet(UUID::randomUUID), kind, typed(request))) {
      case Step.Done<Instant>(Instant at) -> said = texts.t("casework.saved", texts.time(at));
      case Step.Again<Instant> _ -> said = texts.t("casework.sent");
      case Step.Refused<Instant>(List<Refusal> refusals) ->
          said = Sheet.sentence(texts, refusals.getFirst());
      case Step.NotThere<Instant> _ -> {
        return shells.notThere(viewer, request);
      }
    }
    return request.getHeader("HX-Request") == null
        ? SeeOther.to(LIST + "/" + kind.code())
        : View.of("casework/step-saved", new SavedStep(shell, said, List.of()));
  }

  /// A version that was written before; read, not written on.
  @Allowed(Role.HEAD)
  @GetMapping(LIST + "/{kind}/{version}")
  View version(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable("kind") String named,
      @PathVariable String version) {
    DocumentKind kind = DocumentKind.of(named).orElse(null);
    List<TemplateRows.Row> versions = kind == null ? List.of() : written.of(viewer, kind);
    TemplateRows.Row row = row(versions, version);
    if (kind == null || row == null) {
      return shells.notThere(viewer, request);
    }
    Shell shell = shells.shell(viewer, request);
    Texts texts = shell.texts();
    return View.of(
        "casework/template",
        new TemplatePage(
            shell,
            texts.t("casework.template.title.version", texts.t(kind.textKey()), row.version()),
            LIST + "/" + kind.code(),
            "",
            row.version(),
            "",
            null,
            List.of(),
            Markdown.html(documents.example(kind, row.words()), 2),
            versions(texts, kind, versions)));
  }

  /// How a version looks on paper, filled in with somebody invented; `0` is the program's own.
  @Allowed(Role.HEAD)
  @GetMapping(LIST + "/{kind}/{version}/paper")
  void paper(
      HttpServletRequest request,
      HttpServletResponse response,
      Viewer viewer,
      @PathVariable("kind") String named,
      @PathVariable String version)
      throws IOException {
    DocumentKind kind = DocumentKind.of(named).orElse(null);
    TemplateRows.Row row = kind == null ? null : row(written.of(viewer, kind), version);
    if (kind == null || (row == null && !version.equals("0"))) {
      templates.answer(shells.notThere(viewer, request), response);
      return;
    }
    DocumentPages.paper(
        response, documents.examplePaper(kind, row == null ? kind.shipped() : row.words()));
  }

  private static TemplateRows.@Nullable Row row(List<TemplateRows.Row> versions, String version) {
    return versions.stream()
        .filter(one -> Integer.toString(one.version()).equals(version))
        .findFirst()
        .orElse(null);
  }

  private Step<Instant> save(Viewer viewer, UUID id, DocumentKind kind, TypedForm typed) {
    return written.save(viewer, id, kind, Words.of(Confidential.of(typed.text())));
  }

  private static TypedForm typed(HttpServletRequest request) {
    return TypedForm.of(request.getParameterMap(), NAMES, Set.of());
  }

  private View page(
      HttpServletRequest request,
      Viewer viewer,
      DocumentKind kind,
      List<TemplateRows.Row> versions,
      Drawn drawn) {
    Shell shell = shells.shell(viewer, request);
    Texts texts = shell.texts();
    Instant saved = drawn.saved();
    Field words =
        Field.of("words", texts.t("casework.template.words"))
            .withHint(texts.t("casework.template.words.hint"))
            .withValue(drawn.words())
            .needed();
    if (!drawn.refusals().isEmpty()) {
      words = words.withError(sentences(texts, drawn.refusals()));
    }
    return View.of(
        "casework/template",
        new TemplatePage(
            shell,
            texts.t(kind.textKey()),
            LIST + "/" + kind.code(),
            drawn.form().toString(),
            drawn.base(),
            saved == null
                ? texts.t("casework.unsaved")
                : texts.t("casework.saved", texts.when(saved, clock.instant())),
            words,
            kind.names().stream()
                .map(name ->
                    new Described(
                        "{{" + name + "}}",
                        texts.t(
                            kind.needed().contains(name)
                                ? "casework.template.name.needed"
                                : "casework.template.name",
                            texts.t("casework.document.name." + name))))
                .toList(),
            Markdown.html(documents.example(kind, drawn.words()), 2),
            versions(texts, kind, versions)));
  }

  private static String sentences(Texts texts, List<Refusal> refusals) {
    return refusals.stream()
        .map(refusal -> Sheet.sentence(texts, refusal))
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private Table versions(Texts texts, DocumentKind kind, List<TemplateRows.Row> versions) {
    List<Table.Row> rows = new ArrayList<>();
    for (TemplateRows.Row row : versions) {
      rows.add(
          row(
              texts,
              texts.t("casework.document.version", row.version()),
              LIST + "/" + kind.code() + "/" + row.version(),
              texts.moment(row.madeAt()),
              by(texts, row)));
    }
    if (versions.isEmpty()) {
      rows.add(
          row(
              texts,
              texts.t("casework.template.shipped"),
              LIST + "/" + kind.code() + "/0",
              "–",
              by(texts, null)));
    }
    return ReadFile.table(
        texts,
        "casework.template.versions",
        List.of(
            "casework.template.version",
            "casework.document.made",
            "casework.document.by",
            "casework.document.paper"),
        rows);
  }

  private static Table.Row row(Texts texts, String version, String href, String at, String by) {
    return Table.Row.of(
        href.endsWith("/0") ? Cell.of(version) : Cell.link(version, href),
        Cell.of(at),
        Cell.of(by),
        Cell.link(texts.t("casework.document.example"), href + "/paper"));
  }

  private String by(Texts texts, TemplateRows.@Nullable Row row) {
    UUID staff = row == null ? null : row.madeBy();
    if (staff == null) {
      return texts.t("casework.template.program");
    }
    Map<UUID, Confidential> known = names.of(List.of(staff));
    Confidential name = known.get(staff);
    return name == null ? texts.t("casework.somebody") : name.reveal();
  }
}
