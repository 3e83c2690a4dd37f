package se.fristad.contact.lobby;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
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
import se.fristad.access.DaySection;
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.contact.Agreed;
import se.fristad.contact.ConversationPanel;
import se.fristad.contact.Queue;
import se.fristad.contact.Reaching;
import se.fristad.contact.Revealing;
import se.fristad.contact.ThreadId;
import se.fristad.contact.Waiting;
import se.fristad.contact.lobby.web.MissedToday;
import se.fristad.contact.lobby.web.NoShowPage;
import se.fristad.contact.lobby.web.NoShowPanel;
import se.fristad.contact.reception.Receptions;
import se.fristad.outgoing.Decision;
import se.fristad.outgoing.Reach;
import se.fristad.outgoing.ReachWords;
import se.fristad.page.Field;
import se.fristad.page.Language;
import se.fristad.page.Option;
import se.fristad.page.PlainText;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.TextCatalogue;
import se.fristad.page.Tone;
import se.fristad.page.TypedForm;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// Somebody who had a time did not come: how she may be reached stands on top, what may be done
/// follows from it, and the task is ended with what came of it. Nothing goes out by itself.
@Order(12)
@StaffFace
@Controller
class NoShowPages implements ConversationPanel, DaySection {
  /// The longest message, in characters.
  private static final int MOST = 1_000;

  private final NoShows missing;
  private final Reaching reaching;
  private final TextCatalogue catalogue;
  private final Shells shells;
  private final Clock clock;

  NoShowPages(
      NoShows missing, Reaching reaching, TextCatalogue catalogue, Shells shells, Clock clock) {
    this.missing = missing;
    this.reaching = reaching;
    this.catalogue = catalogue;
    this.shells = shells;
    this.clock = clock;
  }

  static String href(Queue queue, UUID thread) {
    return "/staff/inbox/" + LobbyPages.code(queue) + "/" + thread;
  }

  static String href(Queue queue, NoShow task) {
    return href(queue, task.thread()) + "/missed?meeting=" + task.meeting();
  }

  private record Address(Queue queue, ThreadId thread) {
    static Optional<Address> of(Viewer viewer, String queue, String thread) {
      return LobbyPages.queue(viewer, queue)
          .flatMap(named -> Read.id(thread).map(id -> new Address(named, new ThreadId(id))));
    }
  }

  @Override
  public Optional<View> beside(Viewer viewer, Waiting conversation, Shell shell) {
    if (viewer.role() == Role.HEAD
        || !Receptions.seenBy(viewer).contains(conversation.queue())
        || !(missing.of(viewer, conversation.queue(), conversation.thread())
            instanceof Opened.Value<List<NoShow>>(List<NoShow> tasks))) {
      return Optional.empty();
    }
    return Optional.of(
        View.of(
            "contact/no-show-panel",
            new NoShowPanel(
                shell,
                href(conversation.queue(), conversation.thread().value()) + "/missed",
                tasks.stream()
                    .map(one ->
                        new NoShowPanel.Line(
                            one.meeting().toString(),
                            when(shell, one.from()),
                            state(shell, one),
                            one.open()))
                    .toList())));
  }

  private String state(Shell shell, NoShow one) {
    NoShow.Outcome outcome = one.outcome();
    if (outcome != null) {
      return shell.t("contact.missed.outcome." + outcome.code());
    }
    return shell.t(
        clock.instant().isBefore(one.due()) ? "contact.missed.due" : "contact.missed.overdue",
        when(shell, one.due()));
  }

  private String when(Shell shell, Instant at) {
    return shell.texts().when(at, clock.instant());
  }

  @Override
  public Optional<View> today(Viewer viewer, Shell shell) {
    if (!LobbyConfiguration.ROLES.contains(viewer.role())) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    List<MissedToday.Line> lines = new ArrayList<>();
    for (Queue queue : Receptions.seenBy(viewer)) {
      List<NoShow> open = missing.open(viewer, queue);
      long overdue = open.stream().filter(one -> !now.isBefore(one.due())).count();
      long danger = open.stream().filter(NoShow::danger).count();
      if (!open.isEmpty()) {
        lines.add(
            new MissedToday.Line(
                overdue > 0 || danger > 0 ? Tone.DANGER : Tone.WARN,
                shell.t("contact.missed.today", open.size(), overdue, danger),
                LobbyPages.home(queue)));
      }
    }
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(View.of("contact/missed-today", new MissedToday(shell, lines)));
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @GetMapping("/staff/inbox/{queue}/{thread}/missed")
  Reply missed(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @RequestParam(defaultValue = "") String meeting) {
    Address address = Address.of(viewer, queue, thread).orElse(null);
    return address == null
        ? shells.notThere(viewer, request)
        : page(request, viewer, address, meeting, null, Map.of(), 200);
  }

  /// Says what came of it.
  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @PostMapping("/staff/inbox/{queue}/{thread}/missed")
  Reply end(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @RequestParam(defaultValue = "") String meeting,
      @RequestParam(defaultValue = "") String message) {
    Address address = Address.of(viewer, queue, thread).orElse(null);
    UUID id = Read.id(meeting).orElse(null);
    if (address == null || id == null) {
      return shells.notThere(viewer, request);
    }
    TypedForm typed =
        TypedForm.of(request.getParameterMap(), Set.of("outcome", "missed_words"), Set.of());
    Map<String, String> wrong = new LinkedHashMap<>();
    NoShow.Outcome outcome = NoShow.Outcome.of(typed.value("outcome")).orElse(null);
    String words = PlainText.of(typed.value("missed_words"));
    if (outcome == null) {
      wrong.put("outcome", "contact.missed.wrong.outcome");
    } else if (outcome == NoShow.Outcome.WROTE
        && (words.isBlank() || PlainText.length(words) > MOST)) {
      wrong.put("missed_words", "contact.missed.wrong.words");
    } else if (outcome == NoShow.Outcome.WROTE && !Revealing.in(words).isEmpty()) {
      wrong.put("missed_words", "contact.missed.wrong.reveals");
    }
    if (outcome == null || !wrong.isEmpty()) {
      return page(request, viewer, address, meeting, typed, wrong, 422);
    }
    return switch (missing.end(
        viewer,
        address.queue(),
        address.thread(),
        id,
        outcome,
        Read.id(message).orElseGet(UUID::randomUUID),
        Confidential.of(words))) {
      case Opened.NotThere<NoShows.Ending> _ -> shells.notThere(viewer, request);
      case Opened.Value<NoShows.Ending>(NoShows.Ending ending) ->
          switch (ending) {
            case ENDED -> SeeOther.to(href(address.queue(), address.thread().value()));
            case IN_DANGER ->
                page(
                    request,
                    viewer,
                    address,
                    meeting,
                    typed,
                    Map.of("outcome", "contact.missed.wrong.danger"),
                    422);
            case NO_PAGE ->
                page(
                    request,
                    viewer,
                    address,
                    meeting,
                    typed,
                    Map.of("outcome", "contact.missed.wrong.no-page"),
                    422);
          };
    };
  }

  private View page(
      HttpServletRequest request,
      Viewer viewer,
      Address address,
      String meeting,
      @Nullable TypedForm typed,
      Map<String, String> wrong,
      int status) {
    NoShow task =
        missing.of(viewer, address.queue(), address.thread())
                instanceof Opened.Value<List<NoShow>>(List<NoShow> tasks)
            ? tasks.stream()
                .filter(one -> meeting.isEmpty() || one.meeting().toString().equals(meeting))
                .findFirst()
                .orElse(null)
            : null;
    if (task == null
        || !(reaching.look(viewer, address.queue(), address.thread())
            instanceof Opened.Value<Agreed>(Agreed agreed))) {
      return shells.notThere(viewer, request);
    }
    Shell shell = shells.shell(viewer, request);
    Reach reach = agreed.reach();
    Decision decision = reaching.decision(agreed);
    boolean calls = decision instanceof Decision.Allowed && reach.hasNumber() && !task.danger();
    NoShow.Outcome outcome = task.outcome();
    String advice =
        task.danger()
            ? "contact.missed.advice.danger"
            : calls
                ? "contact.missed.advice.call"
                : task.spoken() ? "contact.missed.advice.wait" : "contact.missed.advice.write";
    return View.of(
            "contact/no-show",
            new NoShowPage(
                shell,
                href(address.queue(), address.thread().value()),
                task.meeting().toString(),
                UUID.randomUUID().toString(),
                shell.t("contact.missed.lead", when(shell, task.from()), when(shell, task.due())),
                task.danger(),
                shell.t(advice, ReachWords.why(shell.texts(), decision)),
                ReachWords.rule(shell.texts(), reach),
                calls ? href(address.queue(), address.thread().value()) + "/call" : null,
                outcome == null ? null : shell.t("contact.missed.outcome." + outcome.code()),
                field(shell, "outcome", typed == null ? "" : typed.value("outcome"), wrong)
                    .needed(),
                Stream.of(NoShow.Outcome.values())
                    .filter(one -> !task.danger() || one.isEnoughInDanger())
                    .filter(one -> !task.spoken() || one != NoShow.Outcome.WROTE)
                    .map(one ->
                        Option.of(one.code(), shell.t("contact.missed.outcome." + one.code())))
                    .toList(),
                task.danger() || task.spoken()
                    ? null
                    : field(
                            shell,
                            "missed_words",
                            typed == null ? neutral(task.language()) : typed.value("missed_words"),
                            wrong)
                        .withHint(shell.t("contact.missed.words.hint"))))
        .with(status);
  }

  /// What may be written in her conversation, in her language: nothing of why or where.
  private String neutral(String language) {
    return catalogue
        .in(Language.of(language).filter(Language::isWhole).orElse(Language.SWEDISH))
        .t("contact.front.missed");
  }

  private static Field field(Shell shell, String name, String value, Map<String, String> wrong) {
    String error = wrong.get(name);
    return Field.of(name, shell.t("contact.missed.field." + name))
        .withValue(value)
        .withError(error == null ? null : shell.t(error));
  }
}
