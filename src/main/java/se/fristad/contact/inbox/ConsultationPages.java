package se.fristad.contact.inbox;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
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
import se.fristad.centre.Municipality;
import se.fristad.centre.MunicipalityCode;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.Consultation;
import se.fristad.contact.Consultation.Organisation;
import se.fristad.contact.Consultation.Topic;
import se.fristad.contact.Consultations;
import se.fristad.contact.ConversationPanel;
import se.fristad.contact.Queue;
import se.fristad.contact.Revealing;
import se.fristad.contact.ThreadId;
import se.fristad.contact.Waiting;
import se.fristad.contact.inbox.web.ConsultationForm;
import se.fristad.contact.inbox.web.ConsultationPanel;
import se.fristad.contact.inbox.web.ConsultationsPage;
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
import se.fristad.page.TypedForm;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// What somebody who asks in her work was helped with: beside her conversation, in a form of its
/// own, and in a list of all.
@Order(15)
@StaffFace
@Controller
class ConsultationPages implements ConversationPanel {
  static final String LIST = "/staff/consultations";
  private static final int PAGE = 25;
  private static final String SURE = "sure";
  private static final Set<String> NAMES =
      Set.of("version", "organisation", "municipality", "topic", "case", SURE);

  private final Consultations consultations;
  private final Shells shells;
  private final Clock clock;

  ConsultationPages(Consultations consultations, Shells shells, Clock clock) {
    this.consultations = consultations;
    this.shells = shells;
    this.clock = clock;
  }

  @Override
  public Optional<View> beside(Viewer viewer, Waiting conversation, Shell shell) {
    if (conversation.queue() != Queue.PROFESSIONAL) {
      return Optional.empty();
    }
    return switch (consultations.of(viewer, conversation.thread())) {
      case Opened.NotThere<Optional<Consultation>> _ -> Optional.empty();
      case Opened.Value<Optional<Consultation>>(Optional<Consultation> noted) ->
          Optional.of(
              View.of(
                  "contact/consultation-panel",
                  new ConsultationPanel(
                      shell,
                      InboxPages.href(conversation) + "/consultation",
                      noted.map(one -> told(shell, one)).orElse(List.of()),
                      noted.map(one -> one.words().reveal()).orElse(""),
                      viewer.role() != Role.HEAD)));
    };
  }

  private static List<Described> told(Shell shell, Consultation noted) {
    return List.of(
        new Described(
            shell.t("contact.consultation.organisation"),
            shell.t("contact.consultation.organisation." + noted.organisation().code())),
        new Described(
            shell.t("contact.consultation.municipality"),
            municipality(shell, noted.municipality())),
        new Described(
            shell.t("contact.consultation.topic"),
            shell.t("contact.consultation.topic." + noted.topic().code())),
        new Described(shell.t("contact.consultation.noted"), shell.texts().date(noted.notedOn())));
  }

  private static String municipality(Shell shell, String code) {
    return MunicipalityCode.read(code)
        .flatMap(Municipality::inCounty)
        .map(Municipality::name)
        .orElseGet(() -> shell.t("contact.consultation.elsewhere"));
  }

  private static @Nullable ThreadId thread(String queue, String thread) {
    return InboxPages.queue(queue)
        .filter(named -> named == Queue.PROFESSIONAL)
        .flatMap(named -> Read.id(thread))
        .map(ThreadId::new)
        .orElse(null);
  }

  @Allowed({Role.CASEWORKER, Role.TREATMENT_WORKER})
  @GetMapping("/staff/inbox/{queue}/{thread}/consultation")
  View form(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread) {
    ThreadId asked = thread(queue, thread);
    if (asked == null) {
      return shells.notThere(viewer, request);
    }
    return switch (consultations.of(viewer, asked)) {
      case Opened.NotThere<Optional<Consultation>> _ -> shells.notThere(viewer, request);
      case Opened.Value<Optional<Consultation>>(Optional<Consultation> noted) ->
          draw(
              shells.shell(viewer, request),
              asked,
              noted.map(ConsultationPages::typed).orElseGet(TypedForm::empty),
              Map.of(),
              Set.of(),
              null);
    };
  }

  private static TypedForm typed(Consultation noted) {
    return TypedForm.empty()
        .with("version", Integer.toString(noted.version()))
        .with("organisation", noted.organisation().code())
        .with("municipality", noted.municipality())
        .with("topic", noted.topic().code())
        .with("case", noted.words().reveal());
  }

  /// Notes it. Whatever else may tell who it is about stops it; a name warns, since a workplace may
  /// bear one.
  @Allowed({Role.CASEWORKER, Role.TREATMENT_WORKER})
  @PostMapping("/staff/inbox/{queue}/{thread}/consultation")
  Reply note(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread) {
    ThreadId asked = thread(queue, thread);
    if (asked == null) {
      return shells.notThere(viewer, request);
    }
    Shell shell = shells.shell(viewer, request);
    TypedForm typed = TypedForm.of(request.getParameterMap(), NAMES, Set.of());
    Set<Revealing> found = Revealing.in(typed.value("case"));
    Map<String, String> wrong = wrong(shell, typed, found);
    boolean warned = found.equals(Set.of(Revealing.NAME)) && !typed.has(SURE);
    Organisation organisation = Organisation.of(typed.value("organisation")).orElse(null);
    Topic topic = Topic.of(typed.value("topic")).orElse(null);
    if (!wrong.isEmpty() || warned || organisation == null || topic == null) {
      return known(viewer, asked)
          ? draw(shell, asked, typed, wrong, found, null).with(422)
          : shells.notThere(viewer, request);
    }
    return switch (consultations.note(
        viewer,
        asked,
        new Consultation(
            UUID.randomUUID(),
            today(),
            organisation,
            typed.value("municipality"),
            topic,
            Confidential.of(typed.value("case")),
            Read.number(typed.value("version"))))) {
      case Opened.NotThere<Consultations.Noting> _ -> shells.notThere(viewer, request);
      case Opened.Value<Consultations.Noting>(Consultations.Noting noting) ->
          switch (noting) {
            case KEPT -> SeeOther.to(href(asked));
            case OVERTAKEN ->
                draw(
                        shell,
                        asked,
                        typed,
                        Map.of(),
                        found,
                        shell.t("contact.consultation.overtaken"))
                    .with(409);
          };
    };
  }

  /// A refused form is drawn only for who may write it.
  private boolean known(Viewer viewer, ThreadId thread) {
    return consultations.of(viewer, thread) instanceof Opened.Value<?>;
  }

  private static Map<String, String> wrong(Shell shell, TypedForm typed, Set<Revealing> found) {
    Map<String, String> wrong = new LinkedHashMap<>();
    if (Organisation.of(typed.value("organisation")).isEmpty()) {
      wrong.put("organisation", shell.t("contact.consultation.wrong.organisation"));
    }
    if (!Municipality.isKnown(typed.value("municipality"))) {
      wrong.put("municipality", shell.t("contact.consultation.wrong.municipality"));
    }
    if (Topic.of(typed.value("topic")).isEmpty()) {
      wrong.put("topic", shell.t("contact.consultation.wrong.topic"));
    }
    if (typed.isLonger("case", Consultation.MOST)) {
      wrong.put("case", shell.t("contact.consultation.wrong.long", Consultation.MOST));
    } else if (!found.isEmpty() && !found.equals(Set.of(Revealing.NAME))) {
      wrong.put("case", CallPages.stopped(shell, found));
    }
    return wrong;
  }

  private View draw(
      Shell shell,
      ThreadId thread,
      TypedForm typed,
      Map<String, String> wrong,
      Set<Revealing> found,
      @Nullable String refused) {
    List<Option> municipalities = new ArrayList<>();
    Municipality.ofUppsalaCounty()
        .forEach(one -> municipalities.add(Option.of(one.code().code(), one.name())));
    municipalities.add(
        Option.of(Municipality.ELSEWHERE, shell.t("contact.consultation.elsewhere")));
    return View.of(
        "contact/consultation",
        new ConsultationForm(
            shell,
            href(thread),
            Read.number(typed.value("version")),
            refused,
            field(shell, "organisation", typed, wrong).needed(),
            Stream.of(Organisation.values())
                .map(one ->
                    Option.of(
                        one.code(), shell.t("contact.consultation.organisation." + one.code())))
                .toList(),
            field(shell, "municipality", typed, wrong).needed(),
            municipalities,
            field(shell, "topic", typed, wrong).needed(),
            Stream.of(Topic.values())
                .map(one ->
                    Option.of(one.code(), shell.t("contact.consultation.topic." + one.code())))
                .toList(),
            field(shell, "case", typed, wrong)
                .withHint(shell.t("contact.consultation.case.hint", Consultation.MOST)),
            found.equals(Set.of(Revealing.NAME)) && !wrong.containsKey("case")));
  }

  private static Field field(Shell shell, String name, TypedForm typed, Map<String, String> wrong) {
    return Field.of(name, shell.t("contact.consultation." + name))
        .withValue(typed.value(name))
        .withError(wrong.get(name));
  }

  @Allowed({Role.CASEWORKER, Role.TREATMENT_WORKER, Role.HEAD})
  @GetMapping(LIST)
  View list(
      HttpServletRequest request, Viewer viewer, @RequestParam(defaultValue = "") String page) {
    Shell shell = shells.shell(viewer, request);
    Paging paging =
        Paging.of(
            Read.page(page), PAGE, consultations.count(viewer), number -> LIST + "?page=" + number);
    List<Consultation> shown = consultations.latest(viewer, paging.skipped(), PAGE);
    return View.of(
        "contact/consultations",
        new ConsultationsPage(shell, reached(shell, viewer), table(shell, shown, paging)));
  }

  /// How many from each municipality in a year, those that asked nothing too: a small municipality
  /// must be seen.
  private Table reached(Shell shell, Viewer viewer) {
    Map<String, Integer> times = new LinkedHashMap<>();
    Municipality.ofUppsalaCounty().forEach(one -> times.put(one.code().code(), 0));
    times.put(Municipality.ELSEWHERE, 0);
    consultations
        .reached(viewer, today().minusYears(1))
        .forEach(one -> times.merge(one.municipality(), one.times(), Integer::sum));
    return new Table(
        shell.t("contact.consultation.reached"),
        List.of(
            Column.of(shell.t("contact.consultation.municipality")),
            Column.number(shell.t("contact.consultation.times"))),
        times.entrySet().stream()
            .map(one ->
                Row.of(
                    Cell.of(municipality(shell, one.getKey())),
                    Cell.of(shell.texts().number(one.getValue()))))
            .toList(),
        Paging.whole(times.size()),
        Empty.of(shell.t("contact.consultation.empty"), shell.t("contact.consultation.empty.text")),
        true,
        null);
  }

  private static Table table(Shell shell, List<Consultation> shown, Paging paging) {
    return new Table(
        shell.t("contact.consultation.latest"),
        List.of(
            Column.of(shell.t("contact.consultation.noted")),
            Column.of(shell.t("contact.consultation.organisation")),
            Column.of(shell.t("contact.consultation.municipality")),
            Column.of(shell.t("contact.consultation.topic"))),
        shown.stream()
            .map(one ->
                Row.of(
                    Cell.of(shell.texts().date(one.notedOn())),
                    Cell.of(
                        shell.t("contact.consultation.organisation." + one.organisation().code())),
                    Cell.of(municipality(shell, one.municipality())),
                    Cell.of(shell.t("contact.consultation.topic." + one.topic().code()))))
            .toList(),
        paging,
        Empty.of(shell.t("contact.consultation.empty"), shell.t("contact.consultation.empty.text")),
        true,
        null);
  }

  private static String href(ThreadId thread) {
    return "/staff/inbox/" + InboxPages.code(Queue.PROFESSIONAL) + "/" + thread.value();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), OpeningHours.HERE);
  }
}
