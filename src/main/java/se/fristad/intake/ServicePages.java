package se.fristad.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
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
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.intake.web.ServiceFormPage;
import se.fristad.intake.web.ServicesPage;
import se.fristad.page.ByLaw;
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
import se.fristad.page.Table.Row;
import se.fristad.page.Tone;
import se.fristad.page.TypedForm;
import se.fristad.page.View;

/// The pages of support without individual assessment: the series that go on, a new one, one of
/// them. Without a decision of the board the form offers only "named" (B-T14), and it is not ended
/// before she knows that she may apply (B-T15).
@StaffFace
@Controller
class ServicePages {
  static final String LIST = "/staff/services";
  private static final Set<String> NAMES = Set.of("form", "who", "note", "told");

  private final Services services;
  private final Shells shells;

  ServicePages(Services services, Shells shells) {
    this.services = services;
    this.shells = shells;
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.HEAD})
  @GetMapping(LIST)
  View list(
      HttpServletRequest request, Viewer viewer, @RequestParam(defaultValue = "") String page) {
    Shell shell = shells.shell(viewer, request);
    int asked = Read.page(page);
    Services.Listed listed = services.list(viewer, asked);
    Map<UUID, ServiceType> types =
        services.types().stream().collect(Collectors.toMap(ServiceType::id, type -> type));
    LocalDate today = services.today();
    List<Option> begin =
        viewer.role() == Role.HEAD
            ? List.of()
            : types.values().stream()
                .filter(type -> type.mayBeGiven(today))
                .map(type ->
                    new Option(
                        LIST + "/new?type=" + type.id(),
                        type.name(),
                        shell.t(
                            type.mayBeAnonymous(today)
                                ? "intake.service.may-be-anonymous"
                                : "intake.service.only-named")))
                .toList();
    return View.of(
        "intake/services",
        new ServicesPage(
            shell,
            begin,
            viewer.role() == Role.HEAD,
            viewer.role() != Role.HEAD,
            new Table(
                shell.t("intake.services.list"),
                List.of(
                    Column.of(shell.t("intake.service.column.begun")),
                    Column.of(shell.t("intake.service.column.type")),
                    Column.of(shell.t("intake.service.column.form")),
                    Column.number(shell.t("intake.service.column.sessions")),
                    Column.of(shell.t("intake.service.column.state"))),
                listed.rows().stream().map(row -> row(shell, row, types, today)).toList(),
                Paging.of(asked, Services.PAGE, listed.total(), number -> LIST + "?page=" + number),
                Empty.of(shell.t("intake.services.empty"), shell.t("intake.services.empty.text")),
                false,
                null)));
  }

  private static Row row(
      Shell shell, Service.Row row, Map<UUID, ServiceType> types, LocalDate today) {
    ServiceType type = types.get(row.type());
    boolean lapsed =
        row.ended() == null && !row.named() && type != null && !type.mayBeAnonymous(today);
    return Row.of(
        Cell.link(shell.texts().date(row.begunAt()), LIST + "/" + row.id()),
        Cell.of(type == null ? "" : type.name()),
        Cell.of(shell.t(row.named() ? "intake.service.named" : "intake.service.anonymous")),
        Cell.of(shell.texts().number(row.sessions())),
        row.ended() != null
            ? Cell.badge(
                shell.t("intake.service.ended", shell.texts().date(row.ended())), Tone.NEUTRAL)
            : lapsed
                ? Cell.badge(shell.t("intake.service.lapsed"), Tone.DANGER)
                : row.told()
                    ? Cell.badge(shell.t("intake.service.goes-on"), Tone.SUCCESS)
                    : Cell.badge(shell.t("intake.service.untold"), Tone.WARN));
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER})
  @GetMapping(LIST + "/new")
  View fresh(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(defaultValue = "") String type,
      @RequestParam(defaultValue = "") String thread) {
    return Read.id(type)
        .flatMap(services::type)
        .map(kind ->
            form(
                request,
                viewer,
                kind,
                null,
                UUID.randomUUID(),
                Read.id(thread).orElse(null),
                TypedForm.empty(),
                List.of(),
                null))
        .orElseGet(() -> shells.notThere(viewer, request));
  }

  /// Begins a series; the same form sent twice is one.
  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER})
  @PostMapping(LIST)
  Reply begin(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(defaultValue = "") String id,
      @RequestParam(defaultValue = "") String type,
      @RequestParam(defaultValue = "") String thread) {
    ServiceType kind = Read.id(type).flatMap(services::type).orElse(null);
    if (kind == null) {
      return shells.notThere(viewer, request);
    }
    UUID service = Read.id(id).orElseGet(UUID::randomUUID);
    UUID of = Read.id(thread).orElse(null);
    TypedForm typed = typed(request);
    return switch (services.begin(viewer, service, kind.id(), of, typed)) {
      case Serving.Done done -> SeeOther.to(LIST + "/" + done.row().id());
      case Serving.Refused refused ->
          form(request, viewer, kind, null, service, of, typed, refused.wrong(), null).with(422);
      case Serving.Changed changed -> shells.notThere(viewer, request);
      case Serving.NotThere notThere -> shells.notThere(viewer, request);
    };
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.HEAD})
  @GetMapping(LIST + "/{id}")
  View one(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
    Service service = read(viewer, id);
    return service == null
        ? shells.notThere(viewer, request)
        : page(request, viewer, service, service.typed(), List.of(), null);
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER})
  @PostMapping(LIST + "/{id}")
  Reply save(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String version) {
    UUID service = Read.id(id).orElse(null);
    if (service == null) {
      return shells.notThere(viewer, request);
    }
    TypedForm typed = typed(request);
    Serving saved =
        services.save(
            viewer,
            service,
            Read.number(version),
            typed,
            act.equals("session"),
            act.equals("close"));
    return switch (saved) {
      case Serving.Done done ->
          SeeOther.to(done.row().ended() == null ? LIST + "/" + service : LIST);
      case Serving.Refused refused -> again(request, viewer, id, typed, refused.wrong(), null, 422);
      case Serving.Changed changed ->
          again(request, viewer, id, typed, List.of(), "intake.service.changed", 409);
      case Serving.NotThere notThere -> shells.notThere(viewer, request);
    };
  }

  private Reply again(
      HttpServletRequest request,
      Viewer viewer,
      String id,
      TypedForm typed,
      List<Serving.Wrong> wrong,
      @Nullable String obstacle,
      int status) {
    Service service = read(viewer, id);
    return service == null
        ? shells.notThere(viewer, request)
        : page(request, viewer, service, typed, wrong, obstacle).with(status);
  }

  private @Nullable Service read(Viewer viewer, String id) {
    UUID service = Read.id(id).orElse(null);
    return service != null
            && services.read(viewer, service) instanceof Opened.Value<Service>(Service found)
        ? found
        : null;
  }

  private View page(
      HttpServletRequest request,
      Viewer viewer,
      Service service,
      TypedForm typed,
      List<Serving.Wrong> wrong,
      @Nullable String obstacle) {
    return services
        .type(service.row().type())
        .map(kind ->
            form(
                request,
                viewer,
                kind,
                service.row(),
                service.row().id(),
                service.row().thread(),
                typed,
                wrong,
                obstacle))
        .orElseGet(() -> shells.notThere(viewer, request));
  }

  private static TypedForm typed(HttpServletRequest request) {
    return TypedForm.of(request.getParameterMap(), NAMES, Set.of());
  }

  private View form(
      HttpServletRequest request,
      Viewer viewer,
      ServiceType kind,
      Service.@Nullable Row row,
      UUID id,
      @Nullable UUID thread,
      TypedForm typed,
      List<Serving.Wrong> wrong,
      @Nullable String obstacle) {
    Shell shell = shells.shell(viewer, request);
    LocalDate today = services.today();
    boolean anonymous = kind.mayBeAnonymous(today) || (row != null && !row.named());
    List<Option> forms = new ArrayList<>();
    if (anonymous) {
      forms.add(
          new Option(
              "anonymous",
              shell.t("intake.service.anonymous"),
              shell.t("intake.service.anonymous.hint")));
    }
    forms.add(
        new Option("named", shell.t("intake.service.named"), shell.t("intake.service.named.hint")));
    boolean lapsed = row != null && !row.named() && !kind.mayBeAnonymous(today);
    String guidance =
        !kind.mayBeGiven(today)
            ? "intake.service.guidance.no-decision"
            : lapsed
                ? "intake.service.guidance.lapsed"
                : anonymous ? null : "intake.service.guidance.only-named";
    return View.of(
        "intake/service",
        new ServiceFormPage(
            shell,
            kind.name(),
            row == null ? LIST : LIST + "/" + row.id(),
            id.toString(),
            kind.id().toString(),
            thread == null ? "" : thread.toString(),
            row == null ? 0 : row.version(),
            row != null,
            viewer.role() != Role.HEAD && (row == null || row.ended() == null),
            obstacle == null ? null : shell.t(obstacle),
            guidance == null ? null : shell.t(guidance),
            field(shell, "form", typed, wrong, today)
                .demandedBy(law(shell, ServiceRule.ANONYMOUS_BY_DECISION, today)),
            forms,
            field(shell, "who", typed, wrong, today).withHint(shell.t("intake.service.who.hint")),
            field(shell, "note", typed, wrong, today).withHint(shell.t("intake.service.note.hint")),
            field(shell, "told", typed, wrong, today)
                .demandedBy(law(shell, ServiceRule.TOLD_BEFORE_CLOSING, today)),
            row == null ? List.of() : about(shell, row)));
  }

  private static List<Described> about(Shell shell, Service.Row row) {
    LocalDate last = row.lastOn();
    return List.of(
        new Described(shell.t("intake.service.column.begun"), shell.texts().date(row.begunAt())),
        new Described(
            shell.t("intake.service.column.sessions"), shell.texts().number(row.sessions())),
        new Described(
            shell.t("intake.service.last"),
            last == null ? shell.t("intake.service.none-yet") : shell.texts().date(last)));
  }

  private static ByLaw law(Shell shell, ServiceRule rule, LocalDate today) {
    return new ByLaw(rule.paragraph(today), shell.t(rule.textKey() + ".why"));
  }

  private static Field field(
      Shell shell, String name, TypedForm typed, List<Serving.Wrong> wrong, LocalDate today) {
    @Nullable String error =
        wrong.stream()
            .filter(one -> one.field().equals(name))
            .map(one ->
                switch (one) {
                  case Serving.Wrong.ByRule(String any, ServiceRule rule) ->
                      shell.t(
                          "intake.refused",
                          shell.t(rule.textKey() + ".sentence"),
                          shell.t(rule.textKey()),
                          rule.paragraph(today));
                  case Serving.Wrong.Unreadable(String any, String key) -> shell.t(key);
                })
            .findFirst()
            .orElse(null);
    return Field.of(name, shell.t("intake.service." + name))
        .withValue(typed.value(name))
        .withError(error);
  }
}
