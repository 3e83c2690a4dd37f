package se.fristad.casework;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fristad.access.Allowed;
import se.fristad.access.Colleagues;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.casework.facts.SupportType;
import se.fristad.casework.web.MandatePage;
import se.fristad.casework.web.MandatesPage;
import se.fristad.casework.web.SavedStep;
import se.fristad.page.Described;
import se.fristad.page.Empty;
import se.fristad.page.Option;
import se.fristad.page.Paging;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.Table.Column;
import se.fristad.page.Texts;
import se.fristad.page.Tone;
import se.fristad.page.TypedForm;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// The head's page of mandates (*delegation*): who may decide on what, from when to when, as the
/// board has decided it. A mandate is ended, never erased: what was decided under it stands.
@StaffFace
@Controller
class MandatePages {
  private static final String LIST = "/staff/mandates";
  private static final int PAGE = 25;
  private static final Set<String> NAMES = Set.of("staff", "types", "from", "until", "second");

  private final Mandates mandates;
  private final Road road;
  private final Colleagues colleagues;
  private final StaffNames names;
  private final Shells shells;
  private final Clock clock;

  MandatePages(
      Mandates mandates,
      Road road,
      Colleagues colleagues,
      StaffNames names,
      Shells shells,
      Clock clock) {
    this.mandates = mandates;
    this.road = road;
    this.colleagues = colleagues;
    this.names = names;
    this.shells = shells;
    this.clock = clock;
  }

  @Allowed(Role.HEAD)
  @GetMapping(LIST)
  View list(
      HttpServletRequest request, Viewer viewer, @RequestParam(defaultValue = "") String page) {
    LocalDate today = today();
    TypedForm fresh =
        TypedForm.empty()
            .with("from", today.toString())
            .with("until", LocalDate.of(today.getYear(), 12, 31).toString());
    Drawn drawn =
        mandates
            .begun(viewer)
            .map(begun ->
                new Drawn(
                    begun.getKey(),
                    TypedForm.read(begun.getValue().words().sealable().reveal()),
                    begun.getValue().at(),
                    List.of()))
            .orElse(new Drawn(UUID.randomUUID(), fresh, null, List.of()));
    return page(request, viewer, drawn, Read.page(page));
  }

  /// The form as it is to be drawn.
  ///
  /// @param id minted with it; the mandate's to be
  /// @param saved when it was saved last; null when it was not
  private record Drawn(UUID id, TypedForm typed, @Nullable Instant saved, List<Refusal> refusals) {}

  /// Writes a mandate down; the same form sent twice is one.
  @Allowed(Role.HEAD)
  @PostMapping(LIST)
  Reply give(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(defaultValue = "") String form,
      @RequestParam(defaultValue = "") String act) {
    UUID id = Read.id(form).orElseGet(UUID::randomUUID);
    Sent sent = new Sent(typed(request), today());
    if (act.equals("save")) {
      return switch (save(viewer, id, sent.typed())) {
        case Step.Done<Instant> _, Step.Again<Instant> _ -> SeeOther.to(LIST);
        case Step.Refused<Instant>(List<Refusal> refusals) ->
            page(request, viewer, new Drawn(id, sent.typed(), null, refusals), 1).with(422);
        case Step.NotThere<Instant> _ -> shells.notThere(viewer, request);
      };
    }
    Road.Mandate mandate =
        new Road.Mandate(
            id,
            staff(sent),
            sent.ticked("types", SupportType.values(), SupportType::code),
            sent.day("from"),
            sent.day("until"),
            sent.has("second"));
    return switch (sent.step(() -> road.giveMandate(viewer, mandate))) {
      case Step.Done<UUID> _, Step.Again<UUID> _ -> SeeOther.to(LIST);
      case Step.Refused<UUID>(List<Refusal> refusals) ->
          page(
                  request,
                  viewer,
                  new Drawn(StepPages.next(id, refusals), sent.typed(), null, refusals),
                  1)
              .with(422);
      case Step.NotThere<UUID> _ -> shells.notThere(viewer, request);
    };
  }

  /// Saves while the head writes. What the gate gives back after a lost session comes here without
  /// a script, and is led to the form.
  @Allowed(Role.HEAD)
  @PostMapping(LIST + "/draft")
  Reply draft(
      HttpServletRequest request, Viewer viewer, @RequestParam(defaultValue = "") String form) {
    UUID id = Read.id(form).orElseGet(UUID::randomUUID);
    Shell shell = shells.shell(viewer, request);
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
        ? SeeOther.to(LIST)
        : View.of("casework/step-saved", new SavedStep(shell, said, List.of()));
  }

  private Step<Instant> save(Viewer viewer, UUID id, TypedForm typed) {
    return mandates.save(viewer, id, Words.of(Confidential.of(typed.text())));
  }

  private static TypedForm typed(HttpServletRequest request) {
    return TypedForm.of(request.getParameterMap(), NAMES, Set.of("types", "second"));
  }

  @Allowed(Role.HEAD)
  @GetMapping(LIST + "/{id}")
  View one(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
    MandateRows.Row row = find(viewer, id).orElse(null);
    if (row == null) {
      return shells.notThere(viewer, request);
    }
    Shell shell = shells.shell(viewer, request);
    Texts texts = shell.texts();
    Map<UUID, Confidential> known = names.of(List.of(row.staff(), row.givenBy()));
    List<Described> lines = new ArrayList<>();
    lines.add(
        new Described(texts.t("casework.mandate.what"), DecisionForm.types(texts, row.types())));
    if (row.second()) {
      lines.add(
          new Described(
              texts.t("casework.step.mandate.second"), texts.t("casework.mandate.second")));
    }
    lines.add(new Described(texts.t("casework.mandate.from"), texts.date(row.from())));
    lines.add(new Described(texts.t("casework.mandate.until"), texts.date(row.until())));
    lines.add(
        new Described(
            texts.t("casework.mandate.given"),
            texts.t(
                "casework.mandate.given.by",
                texts.date(row.givenAt()),
                name(texts, known, row.givenBy()))));
    return View.of(
        "casework/mandate",
        new MandatePage(
            shell,
            texts.t("casework.mandate.title", name(texts, known, row.staff())),
            lines,
            LIST + "/" + row.id(),
            row.until().isAfter(today())));
  }

  /// Today is its last day; one that has not begun is taken away. Done twice it is done once.
  @Allowed(Role.HEAD)
  @PostMapping(LIST + "/{id}/end")
  Reply end(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
    UUID mandate = Read.id(id).orElse(null);
    if (mandate == null) {
      return shells.notThere(viewer, request);
    }
    return switch (road.endMandate(viewer, mandate)) {
      case Step.NotThere<UUID> _ when find(viewer, id).isEmpty() ->
          shells.notThere(viewer, request);
      default -> SeeOther.to(LIST);
    };
  }

  private Optional<MandateRows.Row> find(Viewer viewer, String id) {
    return Read.id(id)
        .flatMap(asked ->
            mandates.all(viewer).stream().filter(row -> row.id().equals(asked)).findFirst());
  }

  private List<Colleagues.Colleague> deciders() {
    return colleagues.with(Set.of(Role.CASEWORKER, Role.HEAD, Role.DUTY_SOCIAL_SERVICE));
  }

  private UUID staff(Sent sent) {
    UUID chosen = Read.id(sent.value("staff")).orElse(null);
    return deciders().stream()
        .map(Colleagues.Colleague::id)
        .filter(id -> id.equals(chosen))
        .findFirst()
        .orElseGet(() -> {
          sent.refuse(Refusal.unreadable("staff", "casework.wrong.choose"));
          return UUID.randomUUID();
        });
  }

  private View page(HttpServletRequest request, Viewer viewer, Drawn drawn, int asked) {
    Shell shell = shells.shell(viewer, request);
    Texts texts = shell.texts();
    Sheet sheet = new Sheet(texts, "mandate", drawn.typed(), drawn.refusals(), today());
    sheet.select(
        sheet.needed("staff"),
        deciders().stream()
            .map(one ->
                Option.of(
                    one.id().toString(),
                    texts.t(
                        "casework.mandate.who",
                        one.name().reveal(),
                        texts.t("access.role." + one.role().code()))))
            .toList());
    sheet.day(sheet.needed("from"));
    sheet.day(sheet.needed("until"));
    sheet.checks(
        sheet.demanded("types", CaseRule.DELEGATE_HAS_MANDATE),
        sheet.options("casework.type", SupportType.values(), SupportType::code));
    sheet.tick(sheet.field("second"), texts.t("casework.step.mandate.second.yes"));
    Instant saved = drawn.saved();
    return View.of(
        "casework/mandates",
        new MandatesPage(
            shell,
            drawn.id().toString(),
            saved == null
                ? texts.t("casework.unsaved")
                : texts.t("casework.saved", texts.when(saved, clock.instant())),
            sheet.against(),
            sheet.parts(),
            table(viewer, texts, asked)));
  }

  private Table table(Viewer viewer, Texts texts, int asked) {
    List<MandateRows.Row> all = mandates.all(viewer);
    Paging paging = Paging.of(asked, PAGE, all.size(), number -> LIST + "?page=" + number);
    List<MandateRows.Row> shown = all.stream().skip(paging.skipped()).limit(PAGE).toList();
    Map<UUID, Confidential> known =
        names.of(shown.stream().map(MandateRows.Row::staff).collect(Collectors.toSet()));
    return new Table(
        texts.t("casework.mandates"),
        Stream.of("who", "what", "from", "until", "state")
            .map(column -> Column.of(texts.t("casework.mandate." + column + ".column")))
            .toList(),
        shown.stream().map(row -> row(texts, known, row)).toList(),
        paging,
        Empty.of(texts.t("casework.mandates.empty"), texts.t("casework.mandates.empty.text")),
        false,
        null);
  }

  private Table.Row row(Texts texts, Map<UUID, Confidential> known, MandateRows.Row row) {
    LocalDate today = today();
    String state =
        row.from().isAfter(today) ? "ahead" : row.until().isBefore(today) ? "ended" : "stands";
    Cell until = Cell.of(texts.date(row.until()));
    boolean soon = state.equals("stands") && !row.until().isAfter(today.plusDays(14));
    return Table.Row.of(
        Cell.link(name(texts, known, row.staff()), LIST + "/" + row.id()),
        row.second()
            ? Cell.of(DecisionForm.types(texts, row.types()))
                .withDetail(texts.t("casework.mandate.second"))
            : Cell.of(DecisionForm.types(texts, row.types())),
        Cell.of(texts.date(row.from())),
        soon ? until.withDetail(texts.near(row.until(), today)) : until,
        Cell.badge(
            texts.t("casework.mandate.state." + state),
            state.equals("stands") ? Tone.SUCCESS : Tone.NEUTRAL));
  }

  private static String name(Texts texts, Map<UUID, Confidential> known, UUID staff) {
    Confidential name = known.get(staff);
    return name == null ? texts.t("casework.somebody") : name.reveal();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Files.HERE);
  }
}
