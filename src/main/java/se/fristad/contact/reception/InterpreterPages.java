package se.fristad.contact.reception;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.contact.reception.web.BookPanel;
import se.fristad.contact.reception.web.InterpreterPage;
import se.fristad.contact.reception.web.SetUpForm.Asked;
import se.fristad.contact.reception.web.SetUpForm.Kind;
import se.fristad.outgoing.Channel;
import se.fristad.outgoing.Outgoing;
import se.fristad.outgoing.ToOrganisation;
import se.fristad.page.Described;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.Tone;
import se.fristad.page.TypedForm;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// The interpreter beside a booked time. Nothing is sent: what is read aloud to the agency stands
/// on the page, and somebody of ours calls.
@StaffFace
@Controller
class InterpreterPages {
  private static final Set<String> NAMES =
      Set.of("language", "dialect", "gender", "elsewhere", "by", "number", "nobody_close");

  private final Interpreters interpreters;
  private final Bookings bookings;
  private final AgencyCalls calls;
  private final Outgoing outgoing;
  private final StaffNames names;
  private final Shells shells;
  private final Clock clock;

  InterpreterPages(
      Interpreters interpreters,
      Bookings bookings,
      AgencyCalls calls,
      Outgoing outgoing,
      StaffNames names,
      Shells shells,
      Clock clock) {
    this.interpreters = interpreters;
    this.bookings = bookings;
    this.calls = calls;
    this.outgoing = outgoing;
    this.names = names;
    this.shells = shells;
    this.clock = clock;
  }

  private record Typed(
      @Nullable TypedForm form, Map<String, String> wrong, @Nullable String refused) {}

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @GetMapping("/staff/inbox/{queue}/{thread}/interpreter")
  Reply interpreter(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @RequestParam(defaultValue = "") String meeting) {
    BookPages.Address address = BookPages.Address.of(queue, thread).orElse(null);
    return address == null
        ? shells.notThere(viewer, request)
        : page(request, viewer, address, meeting, new Typed(null, Map.of(), null));
  }

  /// A step: what is needed, that it was ordered, confirmed, cancelled, and how it went.
  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @PostMapping("/staff/inbox/{queue}/{thread}/interpreter")
  Reply take(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @RequestParam(defaultValue = "") String meeting,
      @RequestParam(defaultValue = "") String version,
      @RequestParam(defaultValue = "") String step,
      @RequestParam(defaultValue = "") String agency) {
    BookPages.Address address = BookPages.Address.of(queue, thread).orElse(null);
    if (address == null) {
      return shells.notThere(viewer, request);
    }
    TypedForm form = TypedForm.of(request.getParameterMap(), NAMES, Set.of("nobody_close"));
    Map<String, String> wrong = new LinkedHashMap<>();
    Optional<Interpreters.Step> wished = step(step, agency, form, wrong);
    if (wished.isEmpty()) {
      return page(request, viewer, address, meeting, new Typed(form, wrong, null));
    }
    Opened<Interpreters.Answer> answer =
        interpreters.take(
            viewer,
            address.queue(),
            address.thread(),
            Read.id(meeting).orElseGet(UUID::randomUUID),
            version.equals("0") ? 0 : Math.max(0, Read.number(version)),
            wished.get());
    return switch (answer) {
      case Opened.NotThere<Interpreters.Answer> _ -> shells.notThere(viewer, request);
      case Opened.Value<Interpreters.Answer>(Interpreters.Answer what) -> {
        String key = "contact.reception.interpreter.no." + what.name().toLowerCase(Locale.ROOT);
        yield switch (what) {
          case DONE ->
              SeeOther.to(
                  BookPages.href(address.queue(), address.thread())
                      + "/interpreter?meeting="
                      + meeting);
          case NOT_A_NUMBER, NOT_AGAIN ->
              page(request, viewer, address, meeting, new Typed(form, Map.of("number", key), null));
          case CLOSE ->
              page(
                  request,
                  viewer,
                  address,
                  meeting,
                  new Typed(form, Map.of("nobody_close", key), null));
          default -> page(request, viewer, address, meeting, new Typed(form, Map.of(), key));
        };
      }
    };
  }

  private static Optional<Interpreters.Step> step(
      String step, String agency, TypedForm form, Map<String, String> wrong) {
    return switch (step) {
      case "needs" -> need(form, wrong).map(Interpreters.Step.Needs::new);
      case "taken_on" -> Optional.of(new Interpreters.Step.TakenOn());
      case "reminded" -> Optional.of(new Interpreters.Step.Reminded());
      case "ordered" ->
          Optional.of(new Interpreters.Step.Ordered(Read.id(agency).orElseGet(UUID::randomUUID)));
      case "confirmed" ->
          Optional.of(
              new Interpreters.Step.Confirmed(
                  form.value("number").strip(), form.ticked("nobody_close").contains("yes")));
      case "cancelled" -> Optional.of(new Interpreters.Step.Cancelled());
      case "called_off" -> Optional.of(new Interpreters.Step.CalledOff());
      case "came", "no_show", "unsuitable" ->
          Interpreter.State.of(step).map(Interpreters.Step.Went::new);
      default -> Optional.empty();
    };
  }

  private static Optional<Interpreter.Need> need(TypedForm form, Map<String, String> wrong) {
    String language = form.value("language");
    if (!Interpreters.LANGUAGES.contains(language)) {
      wrong.put("language", "contact.reception.interpreter.wrong.language");
    }
    String dialect = form.value("dialect");
    if (!dialect.isEmpty()
        && !(Interpreters.DIALECTS.contains(dialect) && dialect.startsWith(language + "-"))) {
      wrong.put("dialect", "contact.reception.interpreter.wrong.dialect");
    }
    String gender = form.value("gender");
    if (!Set.of("", "any", "woman", "man").contains(gender)) {
      wrong.put("gender", "contact.reception.interpreter.wrong.gender");
    }
    Optional<Way> way = Way.of(form.value("by"));
    if (way.isEmpty()) {
      wrong.put("by", "contact.reception.interpreter.wrong.by");
    }
    String elsewhere = form.value("elsewhere");
    if (!Set.of("yes", "no").contains(elsewhere)) {
      wrong.put("elsewhere", "contact.reception.interpreter.wrong.elsewhere");
    }
    return wrong.isEmpty()
        ? Optional.of(
            new Interpreter.Need(
                language,
                dialect.isEmpty() ? null : dialect,
                Set.of("", "any").contains(gender) ? null : gender,
                elsewhere.equals("yes"),
                way.orElseThrow()))
        : Optional.empty();
  }

  private Reply page(
      HttpServletRequest request,
      Viewer viewer,
      BookPages.Address address,
      String meeting,
      Typed typed) {
    Opened<Optional<Interpreters.Beside>> opened =
        interpreters.open(
            viewer,
            address.queue(),
            address.thread(),
            Read.id(meeting).orElseGet(UUID::randomUUID));
    if (!(opened instanceof Opened.Value<Optional<Interpreters.Beside>>(var found))
        || found.isEmpty()) {
      return shells.notThere(viewer, request);
    }
    Interpreters.Beside beside = found.get();
    Booked booked = beside.booked();
    Interpreter one = beside.interpreter();
    Shell shell = shells.shell(viewer, request);
    boolean begun = !booked.from().isAfter(clock.instant());
    boolean over = booked.cancelled() || !booked.until().isAfter(clock.instant());
    boolean open = !over && (one == null || one.state().isOpen());
    boolean orders = open && one != null;
    boolean confirms =
        !over
            && one != null
            && one.state() == Interpreter.State.ORDERED
            && !one.isForAnotherTime(booked.from());
    AgencyCalls.Why why =
        one == null
            ? null
            : calls.task(booked, one, clock.instant()).map(AgencyCalls.Task::why).orElse(null);
    List<Described> told =
        one != null && (orders || why != null)
            ? told(shell, InterpreterOrder.of(one, booked))
            : List.of();
    boolean may =
        outgoing.decide(
                new ToOrganisation(Channel.CALL, told.stream().map(Described::value).toList()))
            == ToOrganisation.Verdict.MAY;
    List<Receptions.Agency> having = beside.having();
    return View.of(
            "contact/interpreter",
            new InterpreterPage(
                shell,
                BookPages.when(shell, booked.from()),
                BookPages.href(address.queue(), address.thread()),
                booked.id().toString(),
                one == null ? 0 : one.version(),
                one == null ? null : state(shell, one, booked),
                one == null || !isToDo(one, booked) ? Tone.NEUTRAL : Tone.WARN,
                typed.refused() == null ? null : shell.t(typed.refused()),
                one != null && one.state() == Interpreter.State.CANCELLED && !begun && !over
                    ? nearest(shell, viewer, address, booked)
                    : List.of(),
                UUID.randomUUID().toString(),
                told,
                why == null ? null : shell.t("contact.reception.agency-call.title." + why.code()),
                may && one != null && !orders && why != null ? rung(beside, one) : null,
                why == null || one == null ? null : caller(shell, one),
                orders && may
                    ? having.stream()
                        .map(agency ->
                            new InterpreterPage.Agency(
                                agency.id().toString(), agency.name(), agency.phone()))
                        .toList()
                    : List.of(),
                orders && having.isEmpty()
                    ? shell.t("contact.reception.interpreter.no-agency")
                    : null,
                open ? asked(shell, one, typed) : List.of(),
                confirms ? field(shell, "number", typed).needed() : null,
                confirms ? field(shell, "nobody_close", typed).needed() : null,
                one == null ? List.of() : steps(shell, one, booked, begun, why)))
        .with(typed.form() == null ? 200 : 422);
  }

  /// The agency that is rung about what was ordered from it.
  private static InterpreterPage.@Nullable Agency rung(
      Interpreters.Beside beside, Interpreter one) {
    return beside.agencies().stream()
        .filter(agency -> agency.id().equals(one.agency()))
        .map(agency ->
            new InterpreterPage.Agency(agency.id().toString(), agency.name(), agency.phone()))
        .findFirst()
        .orElse(null);
  }

  private String caller(Shell shell, Interpreter one) {
    UUID caller = one.caller();
    if (caller == null) {
      return shell.t("contact.reach.calls.nobody");
    }
    Confidential name = names.of(Set.of(caller)).get(caller);
    return name == null ? shell.t("contact.inbox.colleague") : name.reveal();
  }

  private List<BookPanel.Slot> nearest(
      Shell shell, Viewer viewer, BookPages.Address address, Booked booked) {
    return bookings.offer(viewer, address.queue(), address.thread(), null)
            instanceof Opened.Value<Bookings.Offer>(Bookings.Offer offer)
        ? FreeTimes.nearest(offer.free(), booked.from(), booked.way(), Bookings.NEAREST).stream()
            .map(time -> BookPages.slot(shell, time))
            .toList()
        : List.of();
  }

  /// What is read aloud: what an order holds, and it holds nobody.
  static List<Described> told(Shell shell, InterpreterOrder order) {
    List<Described> lines = new ArrayList<>();
    lines.add(line(shell, "reference", order.reference()));
    lines.add(line(shell, "language", SetUpForms.language(shell, order.language())));
    if (order.dialect() != null) {
      lines.add(line(shell, "dialect", shell.t("contact.reception.dialect." + order.dialect())));
    }
    lines.add(line(shell, "when", BookPages.when(shell, order.from())));
    lines.add(
        line(
            shell,
            "length",
            shell.t(
                "contact.reception.minutes",
                java.time.Duration.between(order.from(), order.until()).toMinutes())));
    lines.add(line(shell, "by", shell.t("contact.reception.interpreter.by." + order.way().code())));
    if (order.gender() != null) {
      lines.add(
          line(shell, "gender", shell.t("contact.reception.interpreter.gender." + order.gender())));
    }
    if (order.elsewhere()) {
      lines.add(line(shell, "elsewhere", shell.t("contact.reception.interpreter.elsewhere.yes")));
    }
    return lines;
  }

  private static Described line(Shell shell, String what, String value) {
    return new Described(shell.t("contact.reception.interpreter.field." + what), value);
  }

  private static List<Option> steps(
      Shell shell, Interpreter one, Booked booked, boolean begun, AgencyCalls.@Nullable Why why) {
    List<String> steps = new ArrayList<>();
    if (why != null) {
      steps.add("taken_on");
    }
    if (why == AgencyCalls.Why.REMIND) {
      steps.add("reminded");
    }
    if (one.state().isOrdered()) {
      steps.addAll(List.of("cancelled", "called_off"));
    } else if (one.state().isOpen() && one.state() != Interpreter.State.CALLED_OFF) {
      steps.add("called_off");
    }
    if (one.state() == Interpreter.State.CONFIRMED && begun && !booked.cancelled()) {
      steps = List.of("came", "no_show", "unsuitable");
    }
    return steps.stream()
        .map(step -> Option.of(step, shell.t("contact.reception.interpreter.step." + step)))
        .toList();
  }

  /// Whether somebody must do something.
  static boolean isToDo(Interpreter one, Booked booked) {
    return one.state() == Interpreter.State.CANCELLED
        || one.state() == Interpreter.State.NEEDED
        || one.isForAnotherTime(booked.from())
        || (booked.cancelled() && one.state().isOrdered());
  }

  /// How far it has come, in words.
  static String state(Shell shell, Interpreter one, Booked booked) {
    String key =
        booked.cancelled() && one.state().isOrdered()
            ? "call-off"
            : one.isForAnotherTime(booked.from()) ? "moved" : one.state().code();
    return shell.t(
        "contact.reception.interpreter.state." + key,
        SetUpForms.language(shell, one.need().language()));
  }

  private static List<Asked> asked(Shell shell, @Nullable Interpreter one, Typed typed) {
    TypedForm form = typed.form();
    if (form == null || !form.has("language")) {
      form = before(one);
    }
    Typed shown = new Typed(form, typed.wrong(), null);
    return List.of(
        ask(
            shell,
            Kind.SELECT,
            "language",
            shown,
            Interpreters.LANGUAGES.stream()
                .map(code -> Option.of(code, SetUpForms.language(shell, code)))
                .sorted(java.util.Comparator.comparing(Option::label))
                .toList(),
            true),
        ask(
            shell,
            Kind.SELECT,
            "dialect",
            shown,
            Interpreters.DIALECTS.stream()
                .map(code -> Option.of(code, shell.t("contact.reception.dialect." + code)))
                .toList(),
            false),
        ask(
            shell,
            Kind.CHOICE,
            "gender",
            shown,
            Stream.of("any", "woman", "man")
                .map(code ->
                    Option.of(code, shell.t("contact.reception.interpreter.gender." + code)))
                .toList(),
            true),
        ask(
            shell,
            Kind.CHOICE,
            "elsewhere",
            shown,
            Stream.of("yes", "no")
                .map(code ->
                    Option.of(code, shell.t("contact.reception.interpreter.elsewhere." + code)))
                .toList(),
            true),
        ask(
            shell,
            Kind.CHOICE,
            "by",
            shown,
            Stream.of(Way.PHONE, Way.VIDEO, Way.ON_SITE)
                .map(way ->
                    Option.of(
                        way.code(), shell.t("contact.reception.interpreter.by." + way.code())))
                .toList(),
            true));
  }

  private static TypedForm before(@Nullable Interpreter one) {
    if (one == null) {
      return TypedForm.empty()
          .with("gender", "any")
          .with("elsewhere", "yes")
          .with("by", Way.PHONE.code());
    }
    Interpreter.Need need = one.need();
    String dialect = need.dialect();
    String gender = need.gender();
    return TypedForm.empty()
        .with("language", need.language())
        .with("dialect", dialect == null ? "" : dialect)
        .with("gender", gender == null ? "any" : gender)
        .with("elsewhere", need.elsewhere() ? "yes" : "no")
        .with("by", need.way().code());
  }

  private static Asked ask(
      Shell shell, Kind kind, String name, Typed typed, List<Option> options, boolean needed) {
    Field field = field(shell, name, typed);
    return new Asked(kind, needed ? field.needed() : field, options, Set.of());
  }

  private static Field field(Shell shell, String name, Typed typed) {
    TypedForm form = typed.form();
    String wrong = typed.wrong().get(name);
    String key = "contact.reception.interpreter.field." + name;
    Field field =
        Field.of(name, shell.t(key))
            .withValue(form == null ? "" : form.value(name))
            .withError(wrong == null ? null : shell.t(wrong));
    return shell.texts().has(key + ".hint") ? field.withHint(shell.t(key + ".hint")) : field;
  }
}
