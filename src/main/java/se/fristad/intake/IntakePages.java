package se.fristad.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
import se.fristad.intake.web.ReadPage;
import se.fristad.intake.web.Saved;
import se.fristad.page.Described;
import se.fristad.page.Empty;
import se.fristad.page.FaultPage;
import se.fristad.page.Happening;
import se.fristad.page.Icon;
import se.fristad.page.Option;
import se.fristad.page.Paging;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.Table.Column;
import se.fristad.page.Templates;
import se.fristad.page.Texts;
import se.fristad.page.Tone;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// The pages of the intake: the form, the lists, the concluded one.
@StaffFace
@Controller
class IntakePages {
  private static final ZoneId HERE = ZoneId.of("Europe/Stockholm");
  private static final int PAGE = 25;
  private static final String LIST = "/staff/intakes";

  private final Intakes intakes;
  private final Shells shells;
  private final StaffNames names;
  private final Templates templates;

  IntakePages(Intakes intakes, Shells shells, StaffNames names, Templates templates) {
    this.intakes = intakes;
    this.shells = shells;
    this.names = names;
    this.templates = templates;
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.HEAD})
  @GetMapping("/staff/intakes")
  View list(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(defaultValue = "") String shown,
      @RequestParam(defaultValue = "") String page) {
    Shell shell = shells.shell(viewer, request);
    int asked = page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
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
      tables.add(table(shell, one, listed, asked));
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
  ResponseEntity<String> begin(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(defaultValue = "") String intake,
      @RequestParam(defaultValue = "") String way,
      @RequestParam(defaultValue = "") String thread) {
    UUID id = id(intake).orElse(null);
    WayIn by = WayIn.of(way).orElse(null);
    UUID of = id(thread).orElse(null);
    if (id == null || by == null || (of == null && !thread.isEmpty())) {
      return html(FaultPage.notUnderstood(shells.shell(viewer, request), true, 400));
    }
    return switch (intakes.begin(viewer, id, by, of)) {
      case Opened.Value<UUID> begun ->
          seeOther(of == null ? LIST + "/" + begun.value() : "/staff/inbox/support/" + of);
      case Opened.NotThere<UUID> notThere -> html(shells.notThere(viewer, request));
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
              ? readPage(shell, intake.get(), null)
              : form(
                  shell,
                  intake.get(),
                  Seen.now(intake.get().row()),
                  intake.get().typed(),
                  List.of(),
                  null,
                  200);
      case Intake.Stage.Concluded concluded -> readPage(shell, intake.get(), concluded);
    };
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER})
  @PostMapping("/staff/intakes/{id}")
  ResponseEntity<String> sent(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String version,
      @RequestParam(defaultValue = "") String page) {
    UUID intake = id(id).orElse(null);
    if (intake == null) {
      return html(shells.notThere(viewer, request));
    }
    Typed typed = Typed.of(request.getParameterMap());
    Seen seen = new Seen(number(version), id(page).orElse(null));
    return switch (act) {
      case "conclude" -> conclude(request, viewer, intake, seen, typed);
      case "rest" -> save(request, viewer, intake, seen, typed.restNotAsked());
      default -> save(request, viewer, intake, seen, typed);
    };
  }

  /// Saves while somebody writes; answers with a sentence for the form, never with a page.
  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER})
  @PostMapping("/staff/intakes/{id}/draft")
  ResponseEntity<String> draft(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String version,
      @RequestParam(defaultValue = "") String page) {
    UUID intake = id(id).orElse(null);
    if (intake == null) {
      return html(shells.notThere(viewer, request));
    }
    Shell shell = shells.shell(viewer, request);
    Typed typed = Typed.of(request.getParameterMap());
    List<String> guidance = Forms.guidance(shell.texts(), typed);
    Seen seen = new Seen(number(version), id(page).orElse(null));
    return switch (intakes.save(viewer, intake, seen, typed)) {
      case Saving.Kept kept ->
          html(
              View.of(
                  "intake/saved",
                  new Saved(
                      shell,
                      shell.t("intake.saved", Forms.time(shell.texts(), kept.at())),
                      kept.version(),
                      guidance)));
      case Saving.Not not ->
          html(
              View.of(
                  "intake/saved",
                  new Saved(shell, shell.t(not.why().textKey()), seen.version(), guidance)));
      case Saving.NotThere notThere -> html(shells.notThere(viewer, request));
    };
  }

  private ResponseEntity<String> save(
      HttpServletRequest request, Viewer viewer, UUID id, Seen seen, Typed typed) {
    return switch (intakes.save(viewer, id, seen, typed)) {
      case Saving.Kept kept ->
          seeOther(
              read(viewer, id.toString())
                  .map(Intake::row)
                  .filter(row -> row.thread() != null)
                  .map(row -> "/staff/inbox/support/" + row.thread())
                  .orElse(LIST + "/" + id));
      case Saving.Not not -> again(request, viewer, id, seen, typed, List.of(), not.why());
      case Saving.NotThere notThere -> html(shells.notThere(viewer, request));
    };
  }

  private ResponseEntity<String> conclude(
      HttpServletRequest request, Viewer viewer, UUID id, Seen seen, Typed typed) {
    return switch (intakes.conclude(viewer, id, seen, typed)) {
      case Concluding.Concluded concluded -> seeOther(LIST + "/" + id);
      case Concluding.Refused refused ->
          again(request, viewer, id, seen, typed, refused.refusals(), null);
      case Concluding.Not not -> again(request, viewer, id, seen, typed, List.of(), not.why());
      case Concluding.NotThere notThere -> html(shells.notThere(viewer, request));
    };
  }

  /// The form again with everything that was typed and what is wrong with it.
  private ResponseEntity<String> again(
      HttpServletRequest request,
      Viewer viewer,
      UUID id,
      Seen seen,
      Typed typed,
      List<Refusal> refusals,
      @Nullable Obstacle obstacle) {
    Shell shell = shells.shell(viewer, request);
    return html(
        read(viewer, id.toString())
            .map(intake ->
                form(shell, intake, seen, typed, refusals, obstacle, obstacle == null ? 422 : 409))
            .orElseGet(() -> shells.notThere(viewer, request)));
  }

  private Optional<Intake> read(Viewer viewer, String id) {
    return id(id)
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
                thread == null ? null : "/staff/inbox/support/" + thread))
        .with(status);
  }

  private Table table(Shell shell, Shown shown, Intakes.Listed listed, int asked) {
    Texts texts = shell.texts();
    Map<UUID, Confidential> known =
        names.of(
            listed.rows().stream()
                .map(Intake.Row::madeBy)
                .collect(java.util.stream.Collectors.toSet()));
    List<Table.Row> rows = listed.rows().stream().map(row -> row(texts, row, known)).toList();
    return new Table(
        shell.t("intake.list." + shown.code()),
        List.of(
            Column.of(shell.t("intake.list.made")),
            Column.of(shell.t("intake.list.outcome")),
            Column.of(shell.t("intake.list.way")),
            Column.of(shell.t("intake.list.municipality")),
            Column.of(shell.t("intake.list.by"))),
        rows,
        Paging.of(
            asked,
            PAGE,
            listed.total(),
            number -> LIST + "?shown=" + shown.code() + "&page=" + number),
        Empty.of(
            shell.t("intake.list." + shown.code() + ".empty"),
            shell.t("intake.list." + shown.code() + ".empty.text")),
        false,
        null);
  }

  private static Table.Row row(Texts texts, Intake.Row row, Map<UUID, Confidential> known) {
    Cell outcome =
        switch (row.stage()) {
          case Intake.Stage.Draft draft -> Cell.badge(texts.t("intake.stage.draft"), Tone.INFO);
          case Intake.Stage.Concluded concluded ->
              concluded.investigationDue() == null
                  ? Cell.badge(
                      texts.t("intake.outcome." + concluded.outcome() + ".short"), Tone.NEUTRAL)
                  : Cell.badge(texts.t("intake.outcome.opens.short"), Tone.WARN);
        };
    return Table.Row.of(
        Cell.link(texts.moment(row.madeAt()), LIST + "/" + row.id()),
        outcome,
        Cell.of(texts.t("intake.way." + row.way().code())),
        Cell.of(or(Forms.municipality(texts, row.municipality()), texts.t("intake.not-known"))),
        Cell.of(name(texts, row.madeBy(), known)));
  }

  private View readPage(Shell shell, Intake intake, Intake.Stage.@Nullable Concluded concluded) {
    Texts texts = shell.texts();
    Intake.Row row = intake.row();
    Typed typed = intake.typed();
    Set<UUID> staff = new HashSet<>(List.of(row.madeBy(), row.savedBy()));
    if (concluded != null) {
      staff.add(concluded.by());
    }
    Map<UUID, Confidential> known = names.of(staff);
    Map<Question, Answer> acute = typed.acute();
    List<Described> answers = new ArrayList<>();
    for (Question question : Question.values()) {
      Answer answer = acute.get(question);
      answers.add(
          new Described(
              texts.t("intake.field." + question.field()),
              texts.t(answer == null ? "intake.not-answered" : "intake.answer." + answer.code())));
    }
    for (String field : List.of(Typed.WHERE, Typed.ESTIMATE, Typed.NEXT_CONTACT)) {
      answers.add(
          new Described(
              texts.t("intake.field." + field),
              or(typed.value(field), texts.t("intake.not-answered"))));
    }
    Instant due = concluded == null ? null : concluded.investigationDue();
    return View.of(
        "intake/read",
        new ReadPage(
            shell,
            texts.t(
                "intake.summary",
                texts.t("intake.summary.danger." + danger(acute)),
                texts.t("intake.summary.children." + children(typed, concluded)),
                texts.t(
                    concluded == null
                        ? "intake.summary.draft"
                        : "intake.summary.outcome." + concluded.outcome())),
            due == null ? null : texts.t("intake.due", texts.moment(due)),
            outcome(texts, typed, concluded),
            childrenLines(texts, typed),
            answers,
            texts.t(
                "intake.unknown",
                count(acute.values(), Answer.UNKNOWN),
                count(acute.values(), Answer.NOT_ASKED)),
            typed.value(Typed.NOTE),
            about(texts, row),
            story(texts, row, concluded, known),
            row.thread() == null ? null : "/staff/inbox/support/" + row.thread()));
  }

  private static String danger(Map<Question, Answer> acute) {
    Answer answer = acute.get(Question.DANGER_NOW);
    return answer == null ? "not_asked" : answer.code();
  }

  private static String children(Typed typed, Intake.Stage.@Nullable Concluded concluded) {
    return switch (typed.children()) {
      case Children.None none -> "none";
      case Children.NotKnown notKnown -> "not_known";
      case Children.Unanswered unanswered -> "unanswered";
      case Children.Present present -> "unanswered";
      case Children.Spared spared -> "spared";
      case Children.Exposed exposed ->
          concluded == null
              ? "exposed"
              : typed.value(Typed.REPORT).equals("made") ? "reported" : "identity_unknown";
    };
  }

  private static List<Described> outcome(
      Texts texts, Typed typed, Intake.Stage.@Nullable Concluded concluded) {
    List<Described> lines = new ArrayList<>();
    if (concluded != null) {
      lines.add(
          new Described(
              texts.t("intake.field.outcome"), texts.t("intake.outcome." + concluded.outcome())));
      if (concluded.outcome().equals("passed_municipality")) {
        lines.add(
            new Described(
                texts.t("intake.field.passed_municipality"),
                Forms.municipality(texts, typed.value(Typed.PASSED_MUNICIPALITY))));
      }
      if (concluded.outcome().equals("passed_authority")) {
        lines.add(
            new Described(
                texts.t("intake.field.passed_authority"), typed.value(Typed.PASSED_AUTHORITY)));
      }
      if (concluded.outcome().equals("declined")) {
        for (Advice advice : Advice.values()) {
          lines.add(
              new Described(
                  texts.t("intake.advice." + advice.code()), texts.t("intake.answer.yes")));
        }
      }
    }
    return lines;
  }

  private static List<Described> childrenLines(Texts texts, Typed typed) {
    List<Described> lines = new ArrayList<>();
    String children = typed.value(Typed.CHILDREN);
    lines.add(
        new Described(
            texts.t("intake.field.children"),
            children.isEmpty()
                ? texts.t("intake.not-answered")
                : texts.t("intake.children." + children)));
    if (!children.equals("yes")) {
      return lines;
    }
    lines.add(
        new Described(
            texts.t("intake.field.children_number"),
            or(typed.value(Typed.CHILDREN_NUMBER), texts.t("intake.not-known"))));
    lines.add(
        new Described(
            texts.t("intake.field.children_ages"),
            or(typed.value(Typed.CHILDREN_AGES), texts.t("intake.not-known"))));
    String exposed = typed.value(Typed.EXPOSED);
    lines.add(
        new Described(
            texts.t("intake.field.exposed"),
            exposed.isEmpty()
                ? texts.t("intake.not-answered")
                : texts.t("intake.exposed." + exposed)));
    String report = typed.value(Typed.REPORT);
    if (report.equals("made")) {
      lines.add(
          new Described(
              texts.t("intake.field.report"),
              texts.t(
                  "intake.report.made.at",
                  typed.value(Typed.REPORT_DATE),
                  typed.value(Typed.REPORT_TIME),
                  Forms.municipality(texts, typed.value(Typed.REPORT_MUNICIPALITY)))));
    } else if (report.equals("identity_unknown")) {
      lines.add(
          new Described(
              texts.t("intake.report.identity_unknown"), typed.value(Typed.REPORT_REASON)));
    }
    return lines;
  }

  private static List<Described> about(Texts texts, Intake.Row row) {
    Source source = row.source();
    return List.of(
        new Described(texts.t("intake.field.way"), texts.t("intake.way." + row.way().code())),
        new Described(
            texts.t("intake.field.source"),
            source == null
                ? texts.t("intake.not-known")
                : texts.t("intake.source." + source.code())),
        new Described(
            texts.t("intake.field.municipality"),
            or(Forms.municipality(texts, row.municipality()), texts.t("intake.not-known"))));
  }

  private static List<Happening> story(
      Texts texts,
      Intake.Row row,
      Intake.Stage.@Nullable Concluded concluded,
      Map<UUID, Confidential> known) {
    List<Happening> story = new ArrayList<>();
    if (concluded != null) {
      story.add(
          happening(
              texts,
              Icon.DONE,
              Tone.SUCCESS,
              "intake.story.concluded",
              concluded.at(),
              name(texts, concluded.by(), known)));
    } else if (row.version() > 1) {
      story.add(
          happening(
              texts,
              Icon.CLOCK,
              Tone.NEUTRAL,
              "intake.story.saved",
              row.savedAt(),
              name(texts, row.savedBy(), known)));
    }
    story.add(
        happening(
            texts,
            row.thread() == null ? Icon.CALL : Icon.MESSAGE,
            Tone.INFO,
            row.thread() == null ? "intake.story.begun" : "intake.story.begun.thread",
            row.madeAt(),
            name(texts, row.madeBy(), known)));
    return story;
  }

  private static Happening happening(
      Texts texts, Icon icon, Tone tone, String key, Instant at, String who) {
    return new Happening(
        icon,
        tone,
        texts.t(key),
        texts.date(at.atZone(HERE).toLocalDate()),
        Forms.time(texts, at),
        who,
        null);
  }

  private static String name(Texts texts, UUID staff, Map<UUID, Confidential> known) {
    Confidential name = known.get(staff);
    return name == null ? texts.t("intake.colleague") : name.reveal();
  }

  private static long count(Collection<Answer> answers, Answer counted) {
    return answers.stream().filter(answer -> answer == counted).count();
  }

  private static String or(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }

  private static Optional<UUID> id(String text) {
    try {
      return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  private static int number(String text) {
    return text.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(text) : 0;
  }

  private ResponseEntity<String> html(View view) {
    return ResponseEntity.status(view.status())
        .header("Content-Type", "text/html;charset=UTF-8")
        .header("Cache-Control", "no-store")
        .body(templates.render(view));
  }

  private static ResponseEntity<String> seeOther(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
  }
}
