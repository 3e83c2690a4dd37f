package se.fristad.contact.inbox;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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
import se.fristad.contact.Conversation;
import se.fristad.contact.ConversationPanel;
import se.fristad.contact.Queue;
import se.fristad.contact.Revealing;
import se.fristad.contact.ThreadId;
import se.fristad.contact.Threads;
import se.fristad.contact.Waiting;
import se.fristad.contact.Words;
import se.fristad.contact.inbox.web.ConversationLines;
import se.fristad.contact.inbox.web.ConversationPage;
import se.fristad.page.Bubble;
import se.fristad.page.Described;
import se.fristad.page.FaultPage;
import se.fristad.page.Field;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.Templates;
import se.fristad.page.Unchanged;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// A conversation: read, answered, closed. The person is never shown who of us answers.
@StaffFace
@Controller
class ConversationPages {
  private final Threads threads;
  private final Shells shells;
  private final StaffNames names;
  private final Templates templates;
  private final ObjectProvider<ConversationPanel> panels;
  private final Clock clock;

  ConversationPages(
      Threads threads,
      Shells shells,
      StaffNames names,
      Templates templates,
      ObjectProvider<ConversationPanel> panels,
      Clock clock) {
    this.threads = threads;
    this.shells = shells;
    this.names = names;
    this.templates = templates;
    this.panels = panels;
    this.clock = clock;
  }

  /// Which conversation an address means.
  private record Address(Queue queue, ThreadId thread) {
    static Optional<Address> of(String queue, String thread) {
      return InboxPages.queue(queue)
          .flatMap(named -> Read.id(thread).map(id -> new Address(named, new ThreadId(id))));
    }

    String href() {
      return "/staff/inbox/" + InboxPages.code(queue) + "/" + thread.value();
    }
  }

  /// An answer as it was typed.
  ///
  /// @param warned whether the writer was told what it may reveal
  private record Typed(String text, String client, @Nullable String error, Set<Revealing> warned) {
    static Typed fresh() {
      return new Typed("", UUID.randomUUID().toString(), null, Set.of());
    }
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER, Role.HEAD})
  @GetMapping("/staff/inbox/{queue}/{thread}")
  View conversation(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread) {
    return Address.of(queue, thread)
        .map(address -> page(request, viewer, address, Typed.fresh(), 200))
        .orElseGet(() -> shells.notThere(viewer, request));
  }

  /// What was said, again; nothing when nothing is new, and then no line in the log.
  @Allowed(
      value = {
        Role.RECEPTION,
        Role.CASEWORKER,
        Role.TREATMENT_WORKER,
        Role.CHANGE_WORKER,
        Role.HEAD
      },
      asksByItself = true)
  @GetMapping("/staff/inbox/{queue}/{thread}/lines")
  Reply lines(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @RequestParam(defaultValue = "") String seen) {
    Address address = Address.of(queue, thread).orElse(null);
    if (address == null) {
      return shells.notThere(viewer, request);
    }
    long pulse = threads.pulse(viewer, address.queue(), address.thread());
    if (pulse != 0 && seen.equals(Long.toString(pulse))) {
      return new Unchanged();
    }
    Shell shell = shells.shell(viewer, request);
    return switch (threads.read(viewer, address.queue(), address.thread(), purpose(viewer))) {
      case Opened.Value<Conversation> opened ->
          View.of(
              "contact/conversation-lines", lines(shell, viewer, address, opened.value(), pulse));
      case Opened.NotThere<Conversation> notThere -> shells.notThere(viewer, request);
    };
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @PostMapping("/staff/inbox/{queue}/{thread}/answer")
  Reply answer(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String client,
      @RequestParam(defaultValue = "") String sure) {
    Address address = Address.of(queue, thread).orElse(null);
    if (address == null) {
      return shells.notThere(viewer, request);
    }
    if (!client.matches("[0-9a-f-]{36}")) {
      return FaultPage.notUnderstood(shells.shell(viewer, request), true, 400);
    }
    Shell shell = shells.shell(viewer, request);
    return switch (Words.of(words)) {
      case Words.Empty empty ->
          again(
              request,
              viewer,
              address,
              words,
              client,
              shell.t("contact.inbox.answer.empty"),
              Set.of());
      case Words.TooLong tooLong ->
          again(
              request,
              viewer,
              address,
              words,
              client,
              shell.t("contact.inbox.answer.long", Words.MOST, tooLong.by()),
              Set.of());
      case Words.Fit fit -> {
        Set<Revealing> reveals = Revealing.in(fit.text().reveal());
        boolean barred = reveals.contains(Revealing.PERSONAL_NUMBER);
        if (barred || (!reveals.isEmpty() && sure.isEmpty())) {
          yield again(
              request,
              viewer,
              address,
              words,
              client,
              barred ? shell.t("contact.inbox.answer.personal-number") : null,
              reveals);
        }
        Opened<Integer> said =
            threads.answer(
                viewer, address.queue(), address.thread(), own(client, fit.text()), fit.text());
        yield switch (said) {
          case Opened.Value<Integer> value -> SeeOther.to(address.href());
          case Opened.NotThere<Integer> notThere -> shells.notThere(viewer, request);
        };
      }
    };
  }

  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @PostMapping("/staff/inbox/{queue}/{thread}/close")
  Reply close(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread) {
    Optional<Address> address = Address.of(queue, thread);
    boolean closed =
        address.isPresent()
            && threads.close(viewer, address.get().queue(), address.get().thread())
                instanceof Opened.Value<?>;
    return closed ? SeeOther.to("/staff/inbox") : shells.notThere(viewer, request);
  }

  /// The answer's id: of the form that was sent and of what stands in it. The same form sent again
  /// is the same answer; the same form with other words, after the browser's Back, is another.
  private static UUID own(String client, Confidential words) {
    return UUID.nameUUIDFromBytes(
        (client + "\n" + words.reveal()).getBytes(StandardCharsets.UTF_8));
  }

  private View again(
      HttpServletRequest request,
      Viewer viewer,
      Address address,
      String words,
      String client,
      @Nullable String error,
      Set<Revealing> warned) {
    return page(request, viewer, address, new Typed(words, client, error, warned), 422);
  }

  private View page(
      HttpServletRequest request, Viewer viewer, Address address, Typed typed, int status) {
    long pulse = threads.pulse(viewer, address.queue(), address.thread());
    return switch (threads.read(viewer, address.queue(), address.thread(), purpose(viewer))) {
      case Opened.Value<Conversation> opened -> {
        Shell shell = shells.shell(viewer, request);
        Waiting about = opened.value().about();
        yield View.of(
                "contact/conversation",
                new ConversationPage(
                    shell,
                    address.href(),
                    about(shell, about),
                    lines(shell, viewer, address, opened.value(), pulse),
                    Field.of("words", shell.t("contact.inbox.answer"))
                        .withHint(shell.t("contact.inbox.answer.hint"))
                        .withValue(typed.text())
                        .withError(typed.error())
                        .needed(),
                    typed.client(),
                    warnings(shell, typed.warned()),
                    !typed.warned().isEmpty() && typed.error() == null,
                    viewer.role() != Role.HEAD,
                    about.open(),
                    panels
                        .orderedStream()
                        .flatMap(panel -> panel.beside(viewer, about, shell).stream())
                        .map(templates::part)
                        .toList()))
            .with(status);
      }
      case Opened.NotThere<Conversation> notThere -> shells.notThere(viewer, request);
    };
  }

  private static List<String> warnings(Shell shell, Set<Revealing> found) {
    return found.stream()
        .map(one -> shell.t("contact.inbox.reveals." + one.name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  private List<Described> about(Shell shell, Waiting about) {
    List<Described> lines = new ArrayList<>();
    lines.add(
        new Described(
            shell.t("contact.inbox.about.door"),
            shell.t("contact.inbox.door." + about.entrance().code())));
    lines.add(
        new Described(
            shell.t("contact.inbox.about.language"),
            shell.t("contact.inbox.language." + about.language())));
    lines.add(
        new Described(shell.t("contact.inbox.about.begun"), shell.texts().moment(about.begunAt())));
    lines.add(
        new Described(
            shell.t("contact.inbox.about.returns"),
            shell.t(about.returns() ? "contact.inbox.returns.yes" : "contact.inbox.returns.no")));
    return lines;
  }

  private ConversationLines lines(
      Shell shell, Viewer viewer, Address address, Conversation conversation, long pulse) {
    Set<UUID> authors = new HashSet<>();
    conversation.lines().stream()
        .map(Conversation.Line::author)
        .filter(author -> author != null && !author.equals(viewer.staff()))
        .forEach(authors::add);
    Map<UUID, Confidential> known = names.of(authors);
    List<Bubble> bubbles =
        conversation.lines().stream().map(line -> bubble(shell, viewer, line, known)).toList();
    Waiting about = conversation.about();
    String turn =
        !about.open()
            ? shell.t("contact.inbox.turn.closed")
            : shell.t(
                about.waitingSince() != null
                    ? "contact.inbox.turn.ours"
                    : "contact.inbox.turn.hers");
    return new ConversationLines(shell, address.href() + "/lines?seen=" + pulse, bubbles, turn);
  }

  private Bubble bubble(
      Shell shell, Viewer viewer, Conversation.Line line, Map<UUID, Confidential> known) {
    UUID author = line.author();
    String name;
    if (line.fromPerson() || author == null) {
      name = shell.t("contact.inbox.person");
    } else if (author.equals(viewer.staff())) {
      name = shell.t("contact.inbox.you");
    } else {
      Confidential colleague = known.get(author);
      name = colleague == null ? shell.t("contact.inbox.colleague") : colleague.reveal();
    }
    return new Bubble(
        line.fromPerson() ? Bubble.From.PERSON : Bubble.From.STAFF,
        name,
        line.words().reveal(),
        shell.texts().time(line.at()),
        shell.texts().date(line.at()),
        null);
  }

  private static Purpose purpose(Viewer viewer) {
    return viewer.role() == Role.HEAD ? Purpose.SUPERVISING : Purpose.ANSWERING;
  }
}
