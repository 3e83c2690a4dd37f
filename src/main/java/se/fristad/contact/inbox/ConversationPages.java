package se.fristad.contact.inbox;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import se.fristad.access.Purpose;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.centre.Phrase;
import se.fristad.contact.ClosedBecause;
import se.fristad.contact.Conversation;
import se.fristad.contact.ConversationPanel;
import se.fristad.contact.Phrasebook;
import se.fristad.contact.Queue;
import se.fristad.contact.Revealing;
import se.fristad.contact.Sieve;
import se.fristad.contact.ThreadId;
import se.fristad.contact.Threads;
import se.fristad.contact.Waiting;
import se.fristad.contact.Words;
import se.fristad.contact.inbox.web.AdvicePanel;
import se.fristad.contact.inbox.web.ConversationLines;
import se.fristad.contact.inbox.web.ConversationPage;
import se.fristad.contact.inbox.web.PhrasePanel;
import se.fristad.page.Bubble;
import se.fristad.page.Described;
import se.fristad.page.Field;
import se.fristad.page.Language;
import se.fristad.page.Option;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.Templates;
import se.fristad.page.Unchanged;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// A conversation: read, marked, closed. Its answers are in [AnswerPages], and who is here with one
/// in [SignsPages].
@StaffFace
@Controller
class ConversationPages {
  private final Threads threads;
  private final Shells shells;
  private final StaffNames names;
  private final Templates templates;
  private final ObjectProvider<ConversationPanel> panels;
  private final DeskForms desk;
  private final SignsPages signs;
  private final Phrasebook phrasebook;
  private final Clock clock;

  /// How many of one's own conversations stand above each.
  private static final int BESIDE = 8;

  private static final Sieve MINE =
      new Sieve("", "", "", false, Sieve.Owner.MINE, Sieve.Sort.URGENT, false);

  ConversationPages(
      Threads threads,
      Shells shells,
      StaffNames names,
      Templates templates,
      ObjectProvider<ConversationPanel> panels,
      DeskForms desk,
      SignsPages signs,
      Phrasebook phrasebook,
      Clock clock) {
    this.threads = threads;
    this.shells = shells;
    this.names = names;
    this.templates = templates;
    this.panels = panels;
    this.desk = desk;
    this.signs = signs;
    this.phrasebook = phrasebook;
    this.clock = clock;
  }

  /// An answer as it was typed.
  ///
  /// @param warned whether the writer was told what it may reveal
  /// @param reasonless whether a call was to be closed without a reason
  /// @param desk what was typed in the forms for colleagues
  /// @param phrase the prepared phrase that is to be put into it; 0 for none
  record Typed(
      String text,
      String client,
      @Nullable String error,
      Set<Revealing> warned,
      boolean reasonless,
      DeskForms.Typed desk,
      int phrase) {
    static Typed fresh() {
      return new Typed(
          "", UUID.randomUUID().toString(), null, Set.of(), false, DeskForms.Typed.fresh(), 0);
    }

    Typed withoutReason() {
      return new Typed(text, client, error, warned, true, desk, 0);
    }

    Typed with(DeskForms.Typed typed) {
      return new Typed(text, client, error, warned, reasonless, typed, 0);
    }

    Typed saying(String words, @Nullable String wrong) {
      return new Typed(words, client, wrong, warned, reasonless, desk, phrase);
    }
  }

  @Allowed({
    Role.RECEPTION,
    Role.CASEWORKER,
    Role.TREATMENT_WORKER,
    Role.CHANGE_WORKER,
    Role.HEAD,
    Role.NURSE,
    Role.POLICE_OFFICER,
    Role.NGO_WORKER
  })
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
        Role.HEAD,
        Role.NURSE,
        Role.POLICE_OFFICER,
        Role.NGO_WORKER
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
  @PostMapping("/staff/inbox/{queue}/{thread}/close")
  Reply close(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @RequestParam(defaultValue = "") String because) {
    Address address = Address.of(queue, thread).orElse(null);
    if (address == null) {
      return shells.notThere(viewer, request);
    }
    ClosedBecause reason = ClosedBecause.of(because).orElse(null);
    return switch (threads.close(viewer, address.queue(), address.thread(), reason)) {
      case Opened.Value<Boolean> closed ->
          closed.value()
              ? SeeOther.to("/staff/inbox")
              : page(request, viewer, address, Typed.fresh().withoutReason(), 422);
      case Opened.NotThere<Boolean> notThere -> shells.notThere(viewer, request);
    };
  }

  /// Marks that there is danger, or takes the mark away. Nothing is called or sent by it.
  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @PostMapping("/staff/inbox/{queue}/{thread}/danger")
  Reply danger(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @RequestParam(defaultValue = "") String danger) {
    Address address = Address.of(queue, thread).orElse(null);
    if (address == null) {
      return shells.notThere(viewer, request);
    }
    return switch (threads.mark(viewer, address.queue(), address.thread(), danger.equals("yes"))) {
      case Opened.Value<ThreadId> marked -> SeeOther.to(address.href());
      case Opened.NotThere<ThreadId> notThere -> shells.notThere(viewer, request);
    };
  }

  /// The page of a conversation, with what was typed in its forms.
  View page(HttpServletRequest request, Viewer viewer, Address address, Typed asked, int status) {
    long pulse = threads.pulse(viewer, address.queue(), address.thread());
    return switch (threads.read(viewer, address.queue(), address.thread(), purpose(viewer))) {
      case Opened.Value<Conversation> opened -> {
        Shell shell = shells.shell(viewer, request);
        Waiting about = opened.value().about();
        boolean answers = viewer.role() != Role.HEAD && !about.handling().spoken();
        List<Phrasebook.Offered> phrases =
            answers
                ? Language.of(about.language())
                    .map(language -> phrasebook.offered(address.queue(), language))
                    .orElse(List.of())
                : List.of();
        boolean guest = opened.value().guest();
        List<Phrasebook.Offered> advice =
            viewer.role() == Role.HEAD || guest
                ? List.of()
                : Language.of(about.language())
                    .map(language -> phrasebook.advice(address.queue(), language))
                    .orElse(List.of());
        Typed typed =
            withPhrase(
                shell,
                asked,
                answers
                    ? Stream.concat(phrases.stream(), advice.stream()).toList()
                    : List.<Phrasebook.Offered>of());
        yield View.of(
                "contact/conversation",
                new ConversationPage(
                    shell,
                    address.href(),
                    about(shell, about),
                    lines(shell, viewer, address, opened.value(), pulse),
                    signs.arrived(shell, viewer, address),
                    Field.of("words", shell.t("contact.inbox.answer"))
                        .withHint(shell.t("contact.inbox.answer.hint"))
                        .withValue(typed.text())
                        .withError(typed.error())
                        .needed(),
                    typed.client(),
                    warnings(shell, typed.warned()),
                    !typed.warned().isEmpty() && typed.error() == null,
                    answers,
                    viewer.role() != Role.HEAD && !opened.value().guest(),
                    about.open(),
                    about.handling().danger(),
                    Field.of("because", shell.t("contact.inbox.close.because"))
                        .needed()
                        .withError(
                            typed.reasonless() ? shell.t("contact.inbox.close.reasonless") : null),
                    about.handling().spoken() ? reasons(shell) : List.of(),
                    opened.value().guest() ? "/staff/invited" : "/staff/inbox",
                    answers ? panel(shell, about, phrases, isOf(phrases, asked.phrase())) : null,
                    opened.value().guest()
                        ? null
                        : desk.panel(shell, viewer, opened.value(), typed.desk()),
                    opened.value().guest() ? List.of() : beside(viewer, address),
                    guest
                        ? List.of()
                        : panels(viewer, shell, about, advice, answers, asked.phrase())))
            .with(status);
      }
      case Opened.NotThere<Conversation> notThere -> shells.notThere(viewer, request);
    };
  }

  /// What stands beside it: first how she may be reached, then the advice on safety, then the rest.
  private List<Content> panels(
      Viewer viewer,
      Shell shell,
      Waiting about,
      List<Phrasebook.Offered> advice,
      boolean answers,
      int put) {
    List<Content> all =
        new ArrayList<>(
            panels
                .orderedStream()
                .flatMap(panel -> panel.beside(viewer, about, shell).stream())
                .map(templates::part)
                .toList());
    if (viewer.role() != Role.HEAD && about.queue() == Queue.SUPPORT) {
      all.add(
          Math.min(1, all.size()),
          templates.part(
              View.of("contact/advice-panel", advice(shell, about, advice, answers, put))));
    }
    return all;
  }

  /// The advice in her language, each piece beside its Swedish; in Swedish alone, to be told
  /// through an interpreter, when there is none in hers.
  private AdvicePanel advice(
      Shell shell, Waiting about, List<Phrasebook.Offered> hers, boolean answers, int put) {
    Language spoken = Language.of(about.language()).orElse(Language.SWEDISH);
    boolean lent = hers.isEmpty();
    Language language = lent ? Language.SWEDISH : spoken;
    List<Phrasebook.Offered> shown = lent ? phrasebook.advice(about.queue(), language) : hers;
    return new AdvicePanel(
        shell,
        InboxPages.href(about),
        language.tag(),
        language.direction(),
        lent ? shell.t("contact.advice.none", InboxPages.language(shell, about.language())) : null,
        answers && !lent,
        Stream.of(Phrase.Shelf.values())
            .filter(Phrase.Shelf::advises)
            .map(shelf ->
                new AdvicePanel.Shelf(
                    shell.t("contact.public.shelf." + shelf.code()),
                    shelf.holds(put),
                    shown.stream()
                        .filter(one -> one.shelf() == shelf)
                        .map(one ->
                            new PhrasePanel.Phrase(
                                one.number(),
                                one.text(),
                                language == Language.SWEDISH ? null : one.swedish(),
                                one.behind()))
                        .toList()))
            .filter(shelf -> !shelf.pieces().isEmpty())
            .toList());
  }

  private static boolean isOf(List<Phrasebook.Offered> phrases, int number) {
    return phrases.stream().anyMatch(one -> one.number() == number);
  }

  /// The answer with the phrase at its end, on a line of its own; as it was when the phrase is not
  /// offered here or there is no room for it.
  private static Typed withPhrase(Shell shell, Typed typed, List<Phrasebook.Offered> phrases) {
    return phrases.stream()
        .filter(one -> one.number() == typed.phrase())
        .findFirst()
        .map(one -> {
          String words = typed.text().isEmpty() ? one.text() : typed.text() + "\n" + one.text();
          return Words.of(words) instanceof Words.TooLong
              ? typed.saying(typed.text(), shell.t("contact.inbox.phrases.full", Words.MOST))
              : typed.saying(words, null);
        })
        .orElse(typed);
  }

  private static PhrasePanel panel(
      Shell shell, Waiting about, List<Phrasebook.Offered> phrases, boolean open) {
    Language language = Language.of(about.language()).orElse(Language.SWEDISH);
    String called = InboxPages.language(shell, about.language());
    return new PhrasePanel(
        shell.t("contact.inbox.phrases", called),
        open,
        language.tag(),
        language.direction(),
        phrases.isEmpty() ? shell.t("contact.inbox.phrases.none", called) : null,
        phrases.stream()
            .map(one ->
                new PhrasePanel.Phrase(
                    one.number(),
                    one.text(),
                    language == Language.SWEDISH ? null : one.swedish(),
                    one.behind()))
            .toList());
  }

  /// The other conversations that the viewer has, so that several can be kept going side by side.
  private List<ConversationPage.Beside> beside(Viewer viewer, Address here) {
    if (viewer.role() == Role.HEAD) {
      return List.of();
    }
    return threads.open(viewer, here.queue(), MINE).stream()
        .limit(BESIDE)
        .map(row ->
            new ConversationPage.Beside(
                InboxPages.href(row),
                row.thread().equals(here.thread()),
                row.waitingSince(),
                row.handling().danger(),
                row.begunAt()))
        .toList();
  }

  private static List<Option> reasons(Shell shell) {
    return Stream.of(ClosedBecause.values())
        .map(one -> Option.of(one.code(), shell.t("contact.inbox.because." + one.code())))
        .toList();
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
            shell.t(
                "contact.inbox.about.value",
                shell.t("contact.inbox.channel." + about.handling().channel().code()),
                InboxPages.door(shell, about))));
    lines.add(
        new Described(
            shell.t("contact.inbox.about.language"), InboxPages.language(shell, about.language())));
    lines.add(
        new Described(shell.t("contact.inbox.about.begun"), shell.texts().moment(about.begunAt())));
    if (!about.handling().spoken()) {
      lines.add(
          new Described(
              shell.t("contact.inbox.about.returns"),
              shell.t(about.returns() ? "contact.inbox.returns.yes" : "contact.inbox.returns.no")));
    }
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
        about.handling().spoken()
            ? shell.t(about.open() ? "contact.inbox.turn.call" : "contact.inbox.turn.call.closed")
            : !about.open()
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
        line.words().reveal().isEmpty() ? shell.t("contact.inbox.no-note") : line.words().reveal(),
        shell.texts().time(line.at()),
        shell.texts().date(line.at()),
        null);
  }

  /// For what a role reads a conversation.
  static Purpose purpose(Viewer viewer) {
    return viewer.role() == Role.HEAD ? Purpose.SUPERVISING : Purpose.ANSWERING;
  }
}
