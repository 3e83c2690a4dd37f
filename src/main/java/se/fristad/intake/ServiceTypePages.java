package se.fristad.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import se.fristad.access.Viewer;
import se.fristad.intake.web.ServiceTypePage;
import se.fristad.intake.web.ServiceTypesPage;
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
import se.fristad.page.Table.Row;
import se.fristad.page.Tone;
import se.fristad.page.TypedForm;
import se.fristad.page.View;

/// The head's pages of the kinds of support: their level, and what the board has decided on each,
/// with day, diary number and particular reasons. A decision is never taken away: it ends with its
/// last day.
@StaffFace
@Controller
class ServiceTypePages {
  static final String LIST = "/staff/service-types";
  private static final Set<String> TYPE = Set.of("name", "level");
  private static final Set<String> DECISION =
      Set.of("paragraph", "decided", "from", "until", "diary", "reasons");

  private final Services services;
  private final Shells shells;

  ServiceTypePages(Services services, Shells shells) {
    this.services = services;
    this.shells = shells;
  }

  private record Wrong(String field, String key) {}

  @Allowed(Role.HEAD)
  @GetMapping(LIST)
  View list(HttpServletRequest request, Viewer viewer) {
    return types(
        request, viewer, UUID.randomUUID(), TypedForm.empty().with("level", "3"), List.of());
  }

  @Allowed(Role.HEAD)
  @PostMapping(LIST)
  Reply add(HttpServletRequest request, Viewer viewer, @RequestParam(defaultValue = "") String id) {
    UUID type = Read.id(id).orElseGet(UUID::randomUUID);
    TypedForm typed = TypedForm.of(request.getParameterMap(), TYPE, Set.of());
    List<Wrong> wrong = new ArrayList<>();
    if (typed.value("name").isBlank() || typed.isLonger("name", 200)) {
      wrong.add(new Wrong("name", "intake.service-type.wrong.name"));
    }
    if (!typed.value("level").matches("[1-4]")) {
      wrong.add(new Wrong("level", "intake.service-type.wrong.level"));
    }
    if (!wrong.isEmpty()) {
      return types(request, viewer, type, typed, wrong).with(422);
    }
    Opened<UUID> added =
        services.addType(viewer, type, typed.value("name"), Integer.parseInt(typed.value("level")));
    return added instanceof Opened.Value<?>
        ? SeeOther.to(LIST + "/" + type)
        : shells.notThere(viewer, request);
  }

  @Allowed(Role.HEAD)
  @GetMapping(LIST + "/{id}")
  View one(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
    TypedForm fresh =
        TypedForm.empty()
            .with("paragraph", "11:5")
            .with("decided", services.today().toString())
            .with("from", services.today().toString());
    return Read.id(id)
        .flatMap(services::type)
        .map(type -> type(request, viewer, type, UUID.randomUUID(), fresh, List.of()))
        .orElseGet(() -> shells.notThere(viewer, request));
  }

  /// Writes down what the board has decided; the same form sent twice is one decision.
  @Allowed(Role.HEAD)
  @PostMapping(LIST + "/{id}/decisions")
  Reply decide(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String id,
      @RequestParam(name = "decision", defaultValue = "") String sent) {
    ServiceType type = Read.id(id).flatMap(services::type).orElse(null);
    if (type == null) {
      return shells.notThere(viewer, request);
    }
    UUID decision = Read.id(sent).orElseGet(UUID::randomUUID);
    TypedForm typed = TypedForm.of(request.getParameterMap(), DECISION, Set.of());
    List<Wrong> wrong = new ArrayList<>();
    BoardDecision.Paragraph paragraph =
        BoardDecision.Paragraph.of(typed.value("paragraph")).orElse(null);
    if (paragraph == null) {
      wrong.add(new Wrong("paragraph", "intake.board.wrong.paragraph"));
    }
    LocalDate decided = Field.day(typed.value("decided")).orElse(null);
    if (decided == null || decided.isAfter(services.today())) {
      wrong.add(new Wrong("decided", "intake.board.wrong.decided"));
    }
    LocalDate from = Field.day(typed.value("from")).orElse(null);
    if (from == null || (decided != null && from.isBefore(decided))) {
      wrong.add(new Wrong("from", "intake.board.wrong.from"));
    }
    LocalDate until = Field.day(typed.value("until")).orElse(null);
    if ((until == null && typed.has("until"))
        || (until != null && from != null && until.isBefore(from))) {
      wrong.add(new Wrong("until", "intake.board.wrong.until"));
    }
    if (typed.value("diary").isBlank() || typed.isLonger("diary", 100)) {
      wrong.add(new Wrong("diary", "intake.board.wrong.diary"));
    }
    boolean needsReasons = paragraph == BoardDecision.Paragraph.WITHOUT_IDENTITY;
    if (needsReasons && typed.value("reasons").isBlank()) {
      wrong.add(new Wrong("reasons", "intake.board.wrong.reasons"));
    }
    if (typed.isLonger("reasons", 4_000)) {
      wrong.add(new Wrong("reasons", "intake.board.wrong.long"));
    }
    if (paragraph == null || decided == null || from == null || !wrong.isEmpty()) {
      return type(request, viewer, type, decision, typed, wrong).with(422);
    }
    Opened<UUID> written =
        services.decide(
            viewer,
            type.id(),
            new BoardDecision(
                decision,
                paragraph,
                decided,
                from,
                until,
                typed.value("diary"),
                needsReasons ? typed.value("reasons") : null));
    return written instanceof Opened.Value<?>
        ? SeeOther.to(LIST + "/" + type.id())
        : shells.notThere(viewer, request);
  }

  @Allowed(Role.HEAD)
  @PostMapping(LIST + "/{id}/end")
  Reply end(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
    UUID type = Read.id(id).orElse(null);
    return type != null && services.endType(viewer, type) instanceof Opened.Value<?>
        ? SeeOther.to(LIST)
        : shells.notThere(viewer, request);
  }

  private View types(
      HttpServletRequest request, Viewer viewer, UUID id, TypedForm typed, List<Wrong> wrong) {
    Shell shell = shells.shell(viewer, request);
    LocalDate today = services.today();
    List<ServiceType> types = services.types();
    return View.of(
        "intake/service-types",
        new ServiceTypesPage(
            shell,
            id.toString(),
            field(shell, "service-type", "name", typed, wrong).needed(),
            field(shell, "service-type", "level", typed, wrong).needed(),
            IntStream.rangeClosed(1, 4)
                .mapToObj(level ->
                    new Option(
                        Integer.toString(level),
                        shell.t("intake.service-type.level." + level),
                        shell.t("intake.service-type.level." + level + ".hint")))
                .toList(),
            new Table(
                shell.t("intake.service-types.list"),
                List.of(
                    Column.of(shell.t("intake.service-type.name")),
                    Column.of(shell.t("intake.service-type.level")),
                    Column.of(shell.t("intake.service-type.without-assessment")),
                    Column.of(shell.t("intake.service-type.without-identity"))),
                types.stream().map(type -> row(shell, type, today)).toList(),
                Paging.whole(types.size()),
                Empty.of(
                    shell.t("intake.service-types.empty"),
                    shell.t("intake.service-types.empty.text")),
                false,
                null)));
  }

  private static Row row(Shell shell, ServiceType type, LocalDate today) {
    boolean three = type.level() == ServiceType.WITHOUT_ASSESSMENT;
    Cell name = Cell.link(type.name(), LIST + "/" + type.id());
    return Row.of(
        type.open() ? name : name.withDetail(shell.t("intake.service-type.ended")),
        Cell.of(shell.t("intake.service-type.level." + type.level())),
        three
            ? badge(shell, type.stands(BoardDecision.Paragraph.WITHOUT_ASSESSMENT, today))
            : Cell.of(shell.t("intake.service-type.not-needed")),
        three
            ? badge(shell, type.stands(BoardDecision.Paragraph.WITHOUT_IDENTITY, today))
            : Cell.of(shell.t("intake.service-type.not-needed")));
  }

  private static Cell badge(Shell shell, boolean stands) {
    return stands
        ? Cell.badge(shell.t("intake.board.stands"), Tone.SUCCESS)
        : Cell.badge(shell.t("intake.board.none"), Tone.WARN);
  }

  private View type(
      HttpServletRequest request,
      Viewer viewer,
      ServiceType type,
      UUID id,
      TypedForm typed,
      List<Wrong> wrong) {
    Shell shell = shells.shell(viewer, request);
    LocalDate today = services.today();
    return View.of(
        "intake/service-type",
        new ServiceTypePage(
            shell,
            type.name(),
            shell.t("intake.service-type.level." + type.level()),
            LIST + "/" + type.id(),
            id.toString(),
            type.open(),
            type.level() == ServiceType.WITHOUT_ASSESSMENT,
            field(shell, "board", "paragraph", typed, wrong).needed(),
            Stream.of(BoardDecision.Paragraph.values())
                .map(one ->
                    new Option(
                        one.code(),
                        shell.t("intake.board.paragraph." + one.code().replace(":", "-")),
                        shell.t(
                            "intake.board.paragraph." + one.code().replace(":", "-") + ".hint")))
                .toList(),
            field(shell, "board", "decided", typed, wrong).needed(),
            field(shell, "board", "from", typed, wrong).needed(),
            field(shell, "board", "until", typed, wrong)
                .withHint(shell.t("intake.board.until.hint")),
            field(shell, "board", "diary", typed, wrong).needed(),
            field(shell, "board", "reasons", typed, wrong)
                .withHint(shell.t("intake.board.reasons.hint")),
            new Table(
                shell.t("intake.board"),
                List.of(
                    Column.of(shell.t("intake.board.decided")),
                    Column.of(shell.t("intake.board.paragraph")),
                    Column.of(shell.t("intake.board.validity")),
                    Column.of(shell.t("intake.board.diary"))),
                type.decisions().stream().map(one -> row(shell, one, today)).toList(),
                Paging.whole(type.decisions().size()),
                Empty.of(shell.t("intake.board.empty"), shell.t("intake.board.empty.text")),
                false,
                null)));
  }

  private static Row row(Shell shell, BoardDecision one, LocalDate today) {
    LocalDate until = one.until();
    Cell paragraph =
        Cell.of(shell.t("intake.board.paragraph." + one.paragraph().code().replace(":", "-")));
    String reasons = one.reasons();
    Cell validity =
        one.stands(today)
            ? Cell.badge(shell.t("intake.board.stands"), Tone.SUCCESS)
            : Cell.badge(
                shell.t(today.isBefore(one.from()) ? "intake.board.ahead" : "intake.board.lapsed"),
                Tone.NEUTRAL);
    return Row.of(
        Cell.of(shell.texts().date(one.decided())),
        reasons == null ? paragraph : paragraph.withDetail(reasons),
        validity.withDetail(
            until == null
                ? shell.t("intake.board.from-on", shell.texts().date(one.from()))
                : shell.t(
                    "intake.board.from-to",
                    shell.texts().date(one.from()),
                    shell.texts().date(until))),
        Cell.of(one.diary()));
  }

  private static Field field(
      Shell shell, String form, String name, TypedForm typed, List<Wrong> wrong) {
    @Nullable String error =
        wrong.stream()
            .filter(one -> one.field().equals(name))
            .map(one -> shell.t(one.key()))
            .findFirst()
            .orElse(null);
    return Field.of(name, shell.t("intake." + form + "." + name))
        .withValue(typed.value(name))
        .withError(error);
  }
}
