package se.fristad.casework;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import se.fristad.casework.web.DutyAcute;
import se.fristad.casework.web.DutyCard;
import se.fristad.casework.web.DutyPage;
import se.fristad.page.Described;
import se.fristad.page.Empty;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Paging;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.Table.Column;
import se.fristad.page.Templates;
import se.fristad.page.Texts;
import se.fristad.page.Tone;
import se.fristad.page.TypedForm;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// The duty social service's pages: the night's own page with what the day asks for and what was
/// handed over, and the card of somebody in danger. By day there are only the receipts.
@StaffFace
@Controller
class DutyPages {
  static final String HREF = "/staff/duty";

  private final Duty duty;
  private final AcuteRoad road;
  private final MandateRows mandates;
  private final ObjectProvider<NightPanel> panels;
  private final Templates templates;
  private final Shells shells;
  private final StaffNames names;
  private final Clock clock;

  DutyPages(
      Duty duty,
      AcuteRoad road,
      MandateRows mandates,
      ObjectProvider<NightPanel> panels,
      Templates templates,
      Shells shells,
      StaffNames names,
      Clock clock) {
    this.duty = duty;
    this.road = road;
    this.mandates = mandates;
    this.panels = panels;
    this.templates = templates;
    this.shells = shells;
    this.names = names;
    this.clock = clock;
  }

  @Allowed(Role.DUTY_SOCIAL_SERVICE)
  @GetMapping(HREF)
  View night(HttpServletRequest request, Viewer viewer) {
    return page(shells.shell(viewer, request), viewer, TypedForm.empty(), List.of());
  }

  /// Looks a card up. A POST, so that no number stands in an address.
  @Allowed(Role.DUTY_SOCIAL_SERVICE)
  @PostMapping(HREF)
  Reply look(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(defaultValue = "") String value,
      @RequestParam(defaultValue = "") String why,
      @RequestParam(defaultValue = "") String words) {
    Shell shell = shells.shell(viewer, request);
    TypedForm typed = TypedForm.empty().with("value", value).with("why", why).with("words", words);
    Sent sent = new Sent(typed, today());
    AcuteRoad.Looking looking =
        sent.one(
            "why",
            Stream.of(AcuteRoad.Looking.values())
                .filter(one -> one != AcuteRoad.Looking.DAY)
                .toArray(AcuteRoad.Looking[]::new),
            AcuteRoad.Looking::code);
    Confidential said = sent.text("words", Duty.MOST_WHY);
    return switch (sent.step(() -> road.look(viewer, Confidential.of(value), looking, said))) {
      case Step.Done<UUID>(UUID file) -> SeeOther.to(HREF + "/" + file);
      case Step.Again<UUID> _ -> SeeOther.to(HREF);
      case Step.Refused<UUID>(List<Refusal> refusals) ->
          page(shell, viewer, typed, refusals).with(422);
      // by day: the page says that it is closed, and keeps nothing
      case Step.NotThere<UUID> _ -> SeeOther.to(HREF);
    };
  }

  private View page(Shell shell, Viewer viewer, TypedForm typed, List<Refusal> refusals) {
    Texts texts = shell.texts();
    boolean open = duty.open();
    Sheet sheet = new Sheet(texts, "duty", typed, refusals, today());
    List<NightRows.Numbered> handedOver = duty.handedOver(viewer);
    return View.of(
        "casework/duty",
        new DutyPage(
            shell,
            HREF,
            open,
            texts.t(
                open ? "casework.duty.open.until" : "casework.duty.closed.until",
                texts.moment(duty.changes())),
            duty.watches(viewer).stream().map(one -> watch(texts, one)).toList(),
            open ? cards(texts, handedOver) : List.of(),
            List.of(
                sheet.field("value", "casework.duty.value").needed(),
                sheet.field("why", "casework.duty.why").needed(),
                sheet.field("words", "casework.duty.words").needed()),
            Stream.of(AcuteRoad.Looking.values())
                .filter(one -> one != AcuteRoad.Looking.DAY)
                .map(one -> Option.of(one.code(), texts.t("casework.duty.why." + one.code())))
                .toList(),
            open ? AcuteOpeningPages.HREF : null,
            Duty.MOST_WHY,
            table(texts, handedOver)));
  }

  private static DutyPage.Watch watch(Texts texts, NightRows.Numbered one) {
    Instant read = one.row().readAt();
    return new DutyPage.Watch(
        texts.t(
            "casework.duty.watch",
            texts.t(
                one.file().kind() == CaseFile.Kind.CHILD
                    ? "casework.file.title.child"
                    : "casework.file.title",
                one.number()),
            texts.moment(one.row().at())),
        HREF + "/watch/" + one.row().id(),
        read == null ? null : texts.t("casework.duty.watch.was-read", texts.moment(read)));
  }

  /// The cards that she sees now, by the number of the file.
  private List<Option> cards(Texts texts, List<NightRows.Numbered> handedOver) {
    Instant now = clock.instant();
    Map<UUID, String> seen = new LinkedHashMap<>();
    handedOver.stream()
        .filter(one -> one.row().until() != null && now.isBefore(one.row().until()))
        .forEach(one -> seen.putIfAbsent(one.file().id(), one.number()));
    return seen.entrySet().stream()
        .map(one ->
            Option.of(HREF + "/" + one.getKey(), texts.t("casework.file.title", one.getValue())))
        .toList();
  }

  private static Table table(Texts texts, List<NightRows.Numbered> handedOver) {
    return new Table(
        texts.t("casework.duty.handed-over"),
        Stream.of("what", "file", "at", "read")
            .map(column -> Column.of(texts.t("casework.duty.column." + column)))
            .toList(),
        handedOver.stream()
            .map(one -> {
              Instant read = one.row().readAt();
              return Table.Row.of(
                  Cell.of(texts.t("casework.night.what." + one.row().what().code())),
                  Cell.of(one.number()),
                  Cell.of(texts.moment(one.row().at())),
                  read == null
                      ? Cell.badge(texts.t("casework.duty.unread"), Tone.WARN)
                      : Cell.badge(texts.t("casework.duty.read"), Tone.SUCCESS)
                          .withDetail(texts.moment(read)));
            })
            .toList(),
        Paging.whole(handedOver.size()),
        Empty.of(
            texts.t("casework.duty.handed-over.empty"),
            texts.t("casework.duty.handed-over.empty.text")),
        false,
        null);
  }

  /// Reads what the day asks for: its receipt.
  @Allowed(Role.DUTY_SOCIAL_SERVICE)
  @PostMapping(HREF + "/watch/{event}")
  Reply receive(HttpServletRequest request, Viewer viewer, @PathVariable String event) {
    UUID id = Read.id(event).orElse(null);
    if (id == null) {
      return shells.notThere(viewer, request);
    }
    return switch (road.receiveWatch(viewer, id)) {
      case Step.Done<UUID>(UUID file) -> SeeOther.to(HREF + "/" + file);
      case Step.Again<UUID> _, Step.Refused<UUID> _ -> SeeOther.to(HREF);
      case Step.NotThere<UUID> _ -> shells.notThere(viewer, request);
    };
  }

  @Allowed(Role.DUTY_SOCIAL_SERVICE)
  @GetMapping(HREF + "/{id}")
  Reply card(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String said) {
    return card(
        request,
        viewer,
        id,
        TypedForm.empty(),
        List.of(),
        UUID.randomUUID(),
        said.equals("decided") || said.equals("told") ? said : null);
  }

  private View card(
      HttpServletRequest request,
      Viewer viewer,
      String id,
      TypedForm typed,
      List<Refusal> refusals,
      UUID form,
      @Nullable String said) {
    UUID file = Read.id(id).orElse(null);
    if (file == null) {
      return shells.notThere(viewer, request);
    }
    return switch (duty.card(viewer, file)) {
      case Opened.Value<Reading>(Reading reading) -> {
        Shell shell = shells.shell(viewer, request);
        View view =
            View.of(
                "casework/duty-card", card(shell, viewer, reading, typed, refusals, form, said));
        yield refusals.isEmpty() ? view : view.with(422);
      }
      case Opened.NotThere<Reading> _ -> shells.notThere(viewer, request);
    };
  }

  private DutyCard card(
      Shell shell,
      Viewer viewer,
      Reading reading,
      TypedForm typed,
      List<Refusal> refusals,
      UUID form,
      @Nullable String said) {
    Texts texts = shell.texts();
    String href = HREF + "/" + reading.file().id();
    Field words =
        new Sheet(texts, "duty", typed, refusals, today())
            .field("words", "casework.duty.card.words")
            .needed();
    return new DutyCard(
        shell,
        new ReadFile(shell, reading, names, clock.instant()).head(),
        href,
        texts.t("casework.duty.card.until", texts.moment(duty.changes())),
        reading.nights().stream()
            .map(seen -> new Described(texts.moment(seen.row().at()), seen.words().value("words")))
            .toList(),
        shelter(texts, reading),
        told(shell, viewer, reading.file()),
        decisions(texts, reading),
        reading.file().kind() == CaseFile.Kind.ADULT && reading.file().open()
            ? href + "/acute"
            : null,
        words,
        Duty.MOST_WORDS,
        form.toString(),
        said == null ? null : texts.t("casework.duty.card.said." + said));
  }

  private List<Content> told(Shell shell, Viewer viewer, CaseFile file) {
    return panels
        .orderedStream()
        .flatMap(panel -> panel.on(viewer, file, shell).stream())
        .map(templates::part)
        .toList();
  }

  /// Whether she is in a shelter, as her file knows it: never where.
  private String shelter(Texts texts, Reading reading) {
    LocalDate today = today();
    for (Reading.Seen<SupportRows.Row> seen : reading.supports()) {
      SupportRows.Row row = seen.row();
      LocalDate begins = row.beginsOn();
      LocalDate ended = row.endedOn();
      if (begins != null && !begins.isAfter(today) && (ended == null || ended.isAfter(today))) {
        return texts.t(
            "casework.duty.card.shelter.since",
            texts.t("casework.type." + row.type().code()),
            texts.date(begins));
      }
    }
    return texts.t("casework.duty.card.shelter.none");
  }

  private List<Described> decisions(Texts texts, Reading reading) {
    LocalDate today = today();
    List<Described> lines = new ArrayList<>();
    reading.decisions().stream()
        .map(Reading.Seen::row)
        .filter(row -> !row.granted().isEmpty() && (!row.acute() || row.protects(today)))
        .forEach(row ->
            lines.add(
                new Described(
                    row.acuteUntil() == null
                        ? texts.t("casework.duty.card.decided", texts.date(row.decidedAt()))
                        : texts.t("casework.acute.until", texts.date(row.acuteUntil())),
                    DecisionForm.types(texts, row.granted()))));
    return lines;
  }

  /// Tells the day something.
  @Allowed(Role.DUTY_SOCIAL_SERVICE)
  @PostMapping(HREF + "/{id}/note")
  Reply tell(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String form,
      @RequestParam(defaultValue = "") String words) {
    UUID file = Read.id(id).orElse(null);
    if (file == null) {
      return shells.notThere(viewer, request);
    }
    Window window = Window.read(form);
    TypedForm typed = TypedForm.empty().with("words", words);
    Sent sent = new Sent(typed, today());
    Confidential said = sent.text("words", Duty.MOST_WORDS);
    return switch (new Sending(window, "duty_note", Confidential.of(typed.text()))
        .by(() -> sent.step(() -> road.tellDay(viewer, file, said)))) {
      case Step.Done<UUID> _, Step.Again<UUID> _ -> SeeOther.to(HREF + "/" + file + "?said=told");
      case Step.Refused<UUID>(List<Refusal> refusals) ->
          card(request, viewer, id, typed, refusals, StepPages.next(window.form(), refusals), null);
      case Step.NotThere<UUID> _ -> shells.notThere(viewer, request);
    };
  }

  @Allowed(Role.DUTY_SOCIAL_SERVICE)
  @GetMapping(HREF + "/{id}/acute")
  Reply acute(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
    return acute(
        request,
        viewer,
        id,
        AcuteOpeningPages.begun(clock.instant()),
        List.of(),
        UUID.randomUUID());
  }

  private View acute(
      HttpServletRequest request,
      Viewer viewer,
      String id,
      TypedForm typed,
      List<Refusal> refusals,
      UUID form) {
    UUID file = Read.id(id).orElse(null);
    if (file == null) {
      return shells.notThere(viewer, request);
    }
    return switch (duty.card(viewer, file)) {
      case Opened.Value<Reading>(Reading reading) -> {
        Shell shell = shells.shell(viewer, request);
        Texts texts = shell.texts();
        Sheet sheet = new Sheet(texts, AcuteForm.KIND, typed, refusals, today());
        DecisionForm.mandate(sheet, mandates.of(viewer.staff(), today()));
        AcuteForm.draw(sheet, duty.asks(file, today()));
        View view =
            View.of(
                "casework/duty-acute",
                new DutyAcute(
                    shell,
                    new ReadFile(shell, reading, names, clock.instant()).head(),
                    HREF + "/" + file + "/acute",
                    HREF + "/" + file,
                    texts.t("casework.step.acute"),
                    texts.t("casework.step.acute.lead"),
                    form.toString(),
                    "",
                    sheet.against(),
                    sheet.parts()));
        yield refusals.isEmpty() ? view : view.with(422);
      }
      case Opened.NotThere<Reading> _ -> shells.notThere(viewer, request);
    };
  }

  /// Decides.
  @Allowed(Role.DUTY_SOCIAL_SERVICE)
  @PostMapping(HREF + "/{id}/acute")
  Reply decide(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String form) {
    UUID file = Read.id(id).orElse(null);
    if (file == null) {
      return shells.notThere(viewer, request);
    }
    Window window = Window.read(form);
    TypedForm typed = TypedForm.of(request.getParameterMap(), AcuteForm.NAMES, AcuteForm.SEVERAL);
    Sent sent = new Sent(typed, today());
    AcuteRoad.Acute acute = AcuteForm.read(sent);
    return switch (new Sending(window, AcuteForm.KIND, Confidential.of(typed.text()))
        .by(() -> sent.step(() -> road.decideAtNight(viewer, file, acute)))) {
      case Step.Done<UUID> _, Step.Again<UUID> _ ->
          SeeOther.to(HREF + "/" + file + "?said=decided");
      case Step.Refused<UUID>(List<Refusal> refusals) ->
          acute(request, viewer, id, typed, refusals, StepPages.next(window.form(), refusals));
      case Step.NotThere<UUID> _ -> shells.notThere(viewer, request);
    };
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Files.HERE);
  }
}
