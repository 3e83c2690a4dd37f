package se.fristad.contact.inbox;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
import se.fristad.access.Purpose;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.contact.ConversationPanel;
import se.fristad.contact.DangerAnswer;
import se.fristad.contact.DangerQuestion;
import se.fristad.contact.Queue;
import se.fristad.contact.Revealing;
import se.fristad.contact.Screening;
import se.fristad.contact.ScreeningDraft;
import se.fristad.contact.Screenings;
import se.fristad.contact.Waiting;
import se.fristad.contact.inbox.web.ScreeningForm;
import se.fristad.contact.inbox.web.ScreeningPage;
import se.fristad.contact.inbox.web.ScreeningPanel;
import se.fristad.contact.inbox.web.ScreeningSaved;
import se.fristad.page.Described;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.PlainText;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.TypedForm;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// The questions of danger beside a conversation: asked, written down in the person's own words,
/// asked again.
@Order(20)
@StaffFace
@Controller
class ScreeningPages implements ConversationPanel {
  private static final Set<String> FIELDS =
      Stream.of(DangerQuestion.values())
          .flatMap(one -> Stream.of(one.field(), one.words()))
          .collect(Collectors.toUnmodifiableSet());

  private final Screenings screenings;
  private final Shells shells;
  private final StaffNames names;

  ScreeningPages(Screenings screenings, Shells shells, StaffNames names) {
    this.screenings = screenings;
    this.shells = shells;
    this.names = names;
  }

  @Override
  public Optional<View> beside(Viewer viewer, Waiting conversation, Shell shell) {
    Queue queue = conversation.queue();
    if (DangerQuestion.of(queue).isEmpty()) {
      return Optional.empty();
    }
    return switch (screenings.in(viewer, queue, conversation.thread(), purpose(viewer))) {
      case Opened.NotThere<Screenings.Told> _ -> Optional.empty();
      case Opened.Value<Screenings.Told>(Screenings.Told known) -> {
        boolean asks = viewer.role() != Role.HEAD;
        yield known.told().isEmpty() && !asks
            ? Optional.empty()
            : Optional.of(
                View.of(
                    "contact/screening-panel",
                    panel(shell, queue, InboxPages.href(conversation), known, asks)));
      }
    };
  }

  private ScreeningPanel panel(
      Shell shell, Queue queue, String href, Screenings.Told known, boolean asks) {
    List<Screening> told = known.told();
    Map<UUID, Confidential> authors =
        names.of(told.stream().map(Screening::author).collect(Collectors.toSet()));
    return new ScreeningPanel(
        shell,
        told.isEmpty() ? null : told(shell, queue, told.getFirst(), authors),
        told.isEmpty() ? List.of() : guidance(shell, queue, told.getFirst()),
        told.isEmpty() ? List.of() : answers(shell, queue, told.getFirst()),
        told.stream().skip(1).map(one -> told(shell, queue, one, authors)).toList(),
        asks ? begun(shell, queue, href, known) : null);
  }

  /// The form as she left it, or as it was told last.
  private static ScreeningForm begun(Shell shell, Queue queue, String href, Screenings.Told known) {
    ScreeningDraft mine = known.mine().orElse(null);
    Screening latest = known.told().stream().findFirst().orElse(null);
    return form(
        shell,
        queue,
        href,
        UUID.randomUUID(),
        mine != null ? mine.seen() : latest == null ? 0 : latest.version(),
        mine != null ? mine.typed() : latest == null ? TypedForm.empty() : latest.typed(),
        Map.of(),
        mine == null ? "" : shell.t("contact.screening.begun", shell.texts().moment(mine.at())),
        mine != null,
        known.another());
  }

  private static String told(
      Shell shell, Queue queue, Screening one, Map<UUID, Confidential> authors) {
    Confidential author = authors.get(one.author());
    return shell.t(
        "contact.screening.told",
        shell.texts().moment(one.at()),
        author == null ? shell.t("contact.inbox.colleague") : author.reveal(),
        count(queue, one, DangerAnswer.YES),
        count(queue, one, DangerAnswer.NO),
        count(queue, one, DangerAnswer.UNSAID),
        count(queue, one, DangerAnswer.NOT_ASKED));
  }

  private static Purpose purpose(Viewer viewer) {
    return viewer.role() == Role.HEAD ? Purpose.SUPERVISING : Purpose.SCREENING;
  }

  private static long count(Queue queue, Screening one, DangerAnswer answer) {
    return DangerQuestion.of(queue).stream()
        .filter(question -> one.answer(question) == answer)
        .count();
  }

  private static List<String> guidance(Shell shell, Queue queue, Screening one) {
    return DangerQuestion.of(queue).stream()
        .filter(question -> question.acute() && one.answer(question) == DangerAnswer.YES)
        .map(question -> text(shell, queue, "contact.screening.guidance.", question))
        .toList();
  }

  private static List<Described> answers(Shell shell, Queue queue, Screening one) {
    List<Described> lines = new ArrayList<>();
    Predicate<DangerQuestion> first =
        question -> question.acute() && one.answer(question) == DangerAnswer.YES;
    for (Predicate<DangerQuestion> part : List.of(first, first.negate())) {
      DangerQuestion.of(queue).stream()
          .filter(part)
          .filter(question -> one.answer(question) != DangerAnswer.NOT_ASKED)
          .forEach(question -> {
            String said = shell.t("contact.screening.answer." + one.answer(question).code());
            String words = one.words(question).reveal();
            lines.add(
                new Described(
                    text(shell, queue, "contact.screening.q.", question),
                    words.isEmpty()
                        ? said
                        : shell.t("contact.screening.answer.words", said, words)));
          });
    }
    return lines;
  }

  private static String text(Shell shell, Queue queue, String prefix, DangerQuestion question) {
    String own = prefix + question.code() + "." + InboxPages.code(queue);
    return shell.t(shell.texts().has(own) ? own : prefix + question.code());
  }

  private static ScreeningForm form(
      Shell shell,
      Queue queue,
      String href,
      UUID id,
      int version,
      TypedForm typed,
      Map<String, String> errors,
      String saved,
      boolean begun,
      boolean another) {
    return new ScreeningForm(
        shell,
        href + "/screening",
        id.toString(),
        version,
        saved,
        begun,
        another,
        DangerQuestion.of(queue).stream()
            .map(question ->
                new ScreeningForm.Asked(
                    Field.of(question.field(), text(shell, queue, "contact.screening.q.", question))
                        .withValue(
                            typed.has(question.field())
                                ? typed.value(question.field())
                                : DangerAnswer.NOT_ASKED.code())
                        .withError(errors.get(question.field()))
                        .needed(),
                    Field.of(question.words(), shell.t("contact.screening.words"))
                        .withValue(typed.value(question.words()))
                        .withError(errors.get(question.words()))))
            .toList(),
        Stream.of(DangerAnswer.values())
            .map(one -> Option.of(one.code(), shell.t("contact.screening.answer." + one.code())))
            .toList());
  }

  /// The questions on a page of their own.
  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @GetMapping("/staff/inbox/{queue}/{thread}/screening")
  View asking(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread) {
    return Address.of(queue, thread)
        .map(address -> page(request, viewer, address, null, Map.of(), false))
        .orElseGet(() -> shells.notThere(viewer, request));
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @PostMapping("/staff/inbox/{queue}/{thread}/screening")
  Reply asked(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @RequestParam(defaultValue = "") String id,
      @RequestParam(defaultValue = "") String version) {
    Address address = Address.of(queue, thread).orElse(null);
    if (address == null || DangerQuestion.of(address.queue()).isEmpty()) {
      return shells.notThere(viewer, request);
    }
    TypedForm typed = TypedForm.of(request.getParameterMap(), FIELDS, Set.of());
    Map<String, String> errors = wrong(shells.shell(viewer, request), address.queue(), typed);
    if (!errors.isEmpty()) {
      return page(request, viewer, address, typed, errors, false).with(422);
    }
    UUID minted = Read.id(id).orElseGet(UUID::randomUUID);
    Opened<Screenings.Keeping> kept =
        screenings.keep(
            viewer,
            address.queue(),
            address.thread(),
            own(minted, typed),
            Read.number(version),
            typed);
    return switch (kept) {
      case Opened.NotThere<Screenings.Keeping> _ -> shells.notThere(viewer, request);
      case Opened.Value<Screenings.Keeping>(Screenings.Keeping keeping) ->
          switch (keeping) {
            case KEPT -> SeeOther.to(address.href());
            case OVERTAKEN -> page(request, viewer, address, typed, Map.of(), true).with(409);
          };
    };
  }

  /// Saves while she writes, for herself alone; answers with a sentence for the form. Throws it
  /// away when she says so.
  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @PostMapping("/staff/inbox/{queue}/{thread}/screening/draft")
  Reply begun(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @RequestParam(defaultValue = "") String version,
      @RequestParam(defaultValue = "") String act) {
    Address address = Address.of(queue, thread).orElse(null);
    if (address == null || DangerQuestion.of(address.queue()).isEmpty()) {
      return shells.notThere(viewer, request);
    }
    boolean away = act.equals("throw");
    TypedForm typed =
        away ? TypedForm.empty() : TypedForm.of(request.getParameterMap(), FIELDS, Set.of());
    Shell shell = shells.shell(viewer, request);
    if (DangerQuestion.of(address.queue()).stream()
        .anyMatch(one -> PlainText.length(typed.value(one.words())) > Screening.MOST)) {
      return View.of(
          "contact/screening-saved",
          new ScreeningSaved(shell, shell.t("contact.screening.unsaved", Screening.MOST)));
    }
    return switch (screenings.begin(
        viewer, address.queue(), address.thread(), Read.number(version), typed)) {
      case Opened.NotThere<Instant> _ -> shells.notThere(viewer, request);
      case Opened.Value<Instant>(Instant at) ->
          away
              ? SeeOther.to(address.href())
              : View.of(
                  "contact/screening-saved",
                  new ScreeningSaved(
                      shell, shell.t("contact.screening.saved", shell.texts().time(at))));
    };
  }

  /// The id of what was sent: of the form, and of what stands in it. The same sent again is the
  /// same; the same form with another answer, after the browser's Back, is not.
  private static UUID own(UUID minted, TypedForm typed) {
    return UUID.nameUUIDFromBytes((minted + "\n" + typed.text()).getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> wrong(Shell shell, Queue queue, TypedForm typed) {
    Map<String, String> errors = new LinkedHashMap<>();
    boolean asked = false;
    for (DangerQuestion question : DangerQuestion.of(queue)) {
      DangerAnswer answer = DangerAnswer.of(typed.value(question.field())).orElse(null);
      String words = typed.value(question.words());
      asked |= answer != null && answer != DangerAnswer.NOT_ASKED;
      if (answer == null) {
        errors.put(question.field(), shell.t("contact.screening.wrong.answer"));
      } else if (answer == DangerAnswer.NOT_ASKED && !words.isEmpty()) {
        errors.put(question.field(), shell.t("contact.screening.wrong.words"));
      }
      if (PlainText.length(words) > Screening.MOST) {
        errors.put(
            question.words(),
            shell.t(
                "contact.screening.wrong.long",
                Screening.MOST,
                PlainText.length(words) - Screening.MOST));
      } else if (!Revealing.in(words).isEmpty()) {
        errors.put(question.words(), CallPages.stopped(shell, Revealing.in(words)));
      }
    }
    if (!asked && errors.isEmpty()) {
      errors.put(
          DangerQuestion.of(queue).getFirst().field(), shell.t("contact.screening.wrong.none"));
    }
    return errors;
  }

  private View page(
      HttpServletRequest request,
      Viewer viewer,
      Address address,
      @Nullable TypedForm typed,
      Map<String, String> errors,
      boolean overtaken) {
    Queue queue = address.queue();
    if (DangerQuestion.of(queue).isEmpty()
        || !(screenings.in(viewer, queue, address.thread(), purpose(viewer))
            instanceof Opened.Value<Screenings.Told>(Screenings.Told known))) {
      return shells.notThere(viewer, request);
    }
    Shell shell = shells.shell(viewer, request);
    Optional<Screening> latest = known.told().stream().findFirst();
    return View.of(
        "contact/screening",
        new ScreeningPage(
            shell,
            address.href(),
            overtaken ? shell.t("contact.screening.overtaken") : null,
            latest.map(one -> answers(shell, queue, one)).orElse(List.of()),
            typed == null
                ? begun(shell, queue, address.href(), known)
                : form(
                    shell,
                    queue,
                    address.href(),
                    UUID.randomUUID(),
                    latest.map(Screening::version).orElse(0),
                    typed,
                    errors,
                    "",
                    known.mine().isPresent(),
                    known.another())));
  }
}
