package se.fristad.contact.inbox;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.contact.ConversationPanel;
import se.fristad.contact.NewWords;
import se.fristad.contact.Renewal;
import se.fristad.contact.ThreadId;
import se.fristad.contact.Waiting;
import se.fristad.contact.inbox.web.LostWordsPage;
import se.fristad.contact.inbox.web.LostWordsPanel;
import se.fristad.page.Empty;
import se.fristad.page.Field;
import se.fristad.page.Paging;
import se.fristad.page.PlainText;
import se.fristad.page.Read;
import se.fristad.page.Reply;
import se.fristad.page.SeeOther;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.Table.Column;
import se.fristad.page.Table.Row;
import se.fristad.page.Tone;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// Somebody says that she has lost her words: which conversation it is, whether her answer agrees,
/// and the yes of a second of us. Of the answer we are told whether it agrees and nothing more.
@Order(30)
@StaffFace
@Controller
class LostWordsPages implements ConversationPanel {
  /// The longest answer that is tried.
  private static final int MOST = 200;

  private final NewWords words;
  private final Shells shells;
  private final StaffNames names;
  private final Clock clock;

  LostWordsPages(NewWords words, Shells shells, StaffNames names, Clock clock) {
    this.words = words;
    this.shells = shells;
    this.names = names;
    this.clock = clock;
  }

  @Override
  public Optional<View> beside(Viewer viewer, Waiting conversation, Shell shell) {
    boolean works = viewer.role() != Role.HEAD;
    if (conversation.handling().spoken()) {
      return Optional.empty();
    }
    return switch (words.standing(viewer, conversation.queue(), conversation.thread())) {
      case Opened.NotThere<NewWords.Standing> _ -> Optional.empty();
      case Opened.Value<NewWords.Standing>(NewWords.Standing standing) -> {
        Renewal made = standing.made();
        Renewal of = standing.of();
        if (!works && made == null && of == null) {
          yield Optional.empty();
        }
        boolean waits = made != null && made.at(clock.instant()) == Renewal.State.AGREED;
        boolean own = made != null && made.askedBy().equals(viewer.staff());
        yield Optional.of(
            View.of(
                "contact/lost-words-panel",
                new LostWordsPanel(
                    shell,
                    InboxPages.href(conversation),
                    said(shell, viewer, "made", made),
                    tone(made),
                    made == null ? null : new Address(conversation.queue(), made.thread()).href(),
                    made == null ? "" : made.id().toString(),
                    works && waits && !own,
                    said(shell, viewer, "of", of),
                    tone(of),
                    works && !waits)));
      }
    };
  }

  private @Nullable String said(
      Shell shell, Viewer viewer, String which, @Nullable Renewal renewal) {
    if (renewal == null) {
      return null;
    }
    UUID second = renewal.confirmedBy();
    Set<UUID> staff =
        second == null ? Set.of(renewal.askedBy()) : Set.of(renewal.askedBy(), second);
    Map<UUID, Confidential> known = names.of(staff);
    return shell.t(
        "contact.lost." + which + "." + renewal.at(clock.instant()).code(),
        InboxPages.owner(shell, viewer, renewal.askedBy(), known),
        shell.texts().when(renewal.askedAt(), clock.instant()),
        second == null ? "" : InboxPages.owner(shell, viewer, second, known));
  }

  private Tone tone(@Nullable Renewal renewal) {
    return renewal == null
        ? Tone.NEUTRAL
        : switch (renewal.at(clock.instant())) {
          case ASKED, AGREED -> Tone.WARN;
          case CONFIRMED, GIVEN -> Tone.INFO;
          case STOPPED -> Tone.DANGER;
          case LAPSED -> Tone.NEUTRAL;
        };
  }

  /// Which conversation it is; and, when one is chosen, its question.
  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @GetMapping("/staff/inbox/{queue}/{thread}/lost")
  Reply lost(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "") String old) {
    Address address = Address.of(queue, thread).orElse(null);
    if (address == null) {
      return shells.notThere(viewer, request);
    }
    return Read.id(old)
        .<Reply>map(id -> asking(request, viewer, address, new ThreadId(id), null, null, 200))
        .orElseGet(() -> choosing(request, viewer, address, day));
  }

  private Reply choosing(HttpServletRequest request, Viewer viewer, Address address, String typed) {
    Shell shell = shells.shell(viewer, request);
    LocalDate day = Field.day(typed).orElse(null);
    Field field =
        Field.of("day", shell.t("contact.lost.day"))
            .withHint(shell.t("contact.lost.day.hint"))
            .withValue(typed);
    boolean wrong = day == null && !typed.isBlank();
    return switch (words.candidates(viewer, address.queue(), address.thread(), day)) {
      case Opened.NotThere<List<NewWords.Candidate>> _ -> shells.notThere(viewer, request);
      case Opened.Value<List<NewWords.Candidate>>(List<NewWords.Candidate> found) ->
          View.of(
                  "contact/lost-words",
                  new LostWordsPage(
                      shell,
                      address.href(),
                      wrong ? field.withError(shell.t("contact.lost.day.wrong")) : field,
                      table(shell, address, found),
                      null))
              .with(wrong ? 422 : 200);
    };
  }

  private Table table(Shell shell, Address address, List<NewWords.Candidate> found) {
    return new Table(
        shell.t("contact.lost.found", found.size()),
        List.of(
            Column.of(shell.t("contact.lost.begun")),
            Column.of(shell.t("contact.lost.last")),
            Column.of(shell.t("contact.lost.state")),
            Column.of(shell.t("contact.lost.question"))),
        found.stream()
            .map(one ->
                new Row(
                    List.of(
                        Cell.link(
                            shell.texts().moment(one.begunAt()),
                            address.href() + "/lost?old=" + one.thread().value()),
                        Cell.of(shell.texts().moment(one.lastAt())),
                        Cell.of(shell.t(one.open() ? "contact.lost.open" : "contact.lost.closed")),
                        Cell.of(
                            shell.t(one.asks() ? "contact.lost.asks" : "contact.lost.asks-not")))))
            .toList(),
        Paging.whole(found.size()),
        Empty.of(shell.t("contact.lost.none"), shell.t("contact.lost.none.text")),
        false,
        null);
  }

  /// Tries her answer.
  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @PostMapping("/staff/inbox/{queue}/{thread}/lost")
  Reply answer(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @RequestParam(defaultValue = "") String old,
      @RequestParam(defaultValue = "") String id,
      @RequestParam(defaultValue = "") String answer) {
    Address address = Address.of(queue, thread).orElse(null);
    if (address == null) {
      return shells.notThere(viewer, request);
    }
    ThreadId chosen = new ThreadId(Read.id(old).orElseGet(UUID::randomUUID));
    String text = PlainText.of(answer);
    if (text.isBlank() || PlainText.length(text) > MOST) {
      return asking(
          request,
          viewer,
          address,
          chosen,
          null,
          text.isBlank() ? "contact.lost.answer.empty" : "contact.lost.answer.long",
          422);
    }
    return switch (words.tryAnswer(
        viewer,
        address.queue(),
        address.thread(),
        chosen,
        Read.id(id).orElseGet(UUID::randomUUID),
        Confidential.of(text))) {
      case Opened.NotThere<NewWords.Tried> _ -> shells.notThere(viewer, request);
      case Opened.Value<NewWords.Tried>(NewWords.Tried tried) ->
          switch (tried) {
            case NewWords.Tried.Agrees _ -> SeeOther.to(address.href() + "#lost");
            case NewWords.Tried.Differs _ ->
                asking(request, viewer, address, chosen, "contact.lost.differs", null, 200);
            case NewWords.Tried.Barred _ ->
                asking(request, viewer, address, chosen, null, null, 422);
            case NewWords.Tried.Busy _ ->
                asking(request, viewer, address, chosen, "contact.lost.busy", null, 503);
          };
    };
  }

  private View asking(
      HttpServletRequest request,
      Viewer viewer,
      Address address,
      ThreadId old,
      @Nullable String said,
      @Nullable String wrong,
      int status) {
    return switch (words.question(viewer, address.queue(), address.thread(), old)) {
      case Opened.NotThere<NewWords.Question> _ -> shells.notThere(viewer, request);
      case Opened.Value<NewWords.Question>(NewWords.Question question) -> {
        Shell shell = shells.shell(viewer, request);
        NewWords.Bar bar = question.bar();
        String barred =
            bar == null
                ? null
                : shell.t(
                    "contact.lost.bar." + bar.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        yield View.of(
                "contact/lost-words",
                new LostWordsPage(
                    shell,
                    address.href(),
                    Field.of("day", shell.t("contact.lost.day")),
                    null,
                    new LostWordsPage.Asking(
                        old.value().toString(),
                        new Address(address.queue(), old).href(),
                        UUID.randomUUID().toString(),
                        question.question().reveal(),
                        bar == null,
                        barred != null ? barred : said == null ? null : shell.t(said),
                        bar != null || said != null ? Tone.WARN : Tone.NEUTRAL,
                        question.there() ? shell.t("contact.lost.there") : null,
                        shell.t("contact.lost.left", question.left()),
                        Field.of("answer", shell.t("contact.lost.answer"))
                            .withHint(shell.t("contact.lost.answer.hint"))
                            .withError(wrong == null ? null : shell.t(wrong, MOST))
                            .needed())))
            .with(status);
      }
    };
  }

  /// A second of us says yes.
  @Allowed({Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.CHANGE_WORKER})
  @PostMapping("/staff/inbox/{queue}/{thread}/confirm")
  Reply confirm(
      HttpServletRequest request,
      Viewer viewer,
      @PathVariable String queue,
      @PathVariable String thread,
      @RequestParam(defaultValue = "") String renewal) {
    Address address = Address.of(queue, thread).orElse(null);
    if (address == null) {
      return shells.notThere(viewer, request);
    }
    return words.confirm(
                viewer,
                address.queue(),
                address.thread(),
                Read.id(renewal).orElseGet(UUID::randomUUID))
            instanceof Opened.Value<NewWords.Confirmed>
        ? SeeOther.to(address.href() + "#lost")
        : shells.notThere(viewer, request);
  }
}
