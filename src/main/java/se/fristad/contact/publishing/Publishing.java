package se.fristad.contact.publishing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.audit.AuditLog;
import se.fristad.audit.Outcome;
import se.fristad.centre.Phrase;
import se.fristad.centre.Phrases;
import se.fristad.centre.PublicLine;
import se.fristad.centre.PublicLines;
import se.fristad.centre.PublicPage;
import se.fristad.centre.PublicPages;
import se.fristad.centre.SentencesRead;
import se.fristad.contact.LineChanged;
import se.fristad.contact.PageChanged;
import se.fristad.contact.PhraseChanged;
import se.fristad.contact.PublicShelf;
import se.fristad.contact.SentencesJudged;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// Changes what the public face tells: the version, the line of the log and the event come together
/// or not at all.
@StaffFace
@Component
class Publishing implements PublicShelf {
  /// Who writes for the public face.
  static final Set<Role> EDITORS = Set.of(Role.CONTENT_EDITOR, Role.HEAD);

  private static final String LINE = "public_line";
  private static final String PAGE = "public_page";
  private static final String SENTENCES = "public_sentences";
  private static final String PHRASE = "prepared_phrase";
  private static final String PURPOSE = "publishing";

  private final PublicLines lines;
  private final PublicPages pages;
  private final Phrases phrases;
  private final SentencesRead sentences;
  private final AuditLog log;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Publishing(
      PublicLines lines,
      PublicPages pages,
      Phrases phrases,
      SentencesRead sentences,
      AuditLog log,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.lines = lines;
    this.pages = pages;
    this.phrases = phrases;
    this.sentences = sentences;
    this.log = log;
    this.events = events;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  List<PublicLine> lines() {
    return here(lines::all);
  }

  Optional<PublicLine> line(String code) {
    return lines().stream().filter(line -> line.line().id().equals(code)).findFirst();
  }

  List<PublicLines.Version> versions(PublicLine line) {
    return here(() -> lines.versions(line));
  }

  List<PublicPage> pages() {
    return here(pages::all);
  }

  List<PublicPage> versions(int number, String language) {
    return here(() -> pages.versions(number, language));
  }

  List<Phrase> phrases() {
    return here(phrases::all);
  }

  List<Phrase> phraseVersions(int number, String language) {
    return here(() -> phrases.versions(number, language));
  }

  /// Keeps a prepared phrase; its version is the one after the one that was opened.
  Kept keep(Viewer viewer, Phrase phrase) {
    return here(() -> {
      Instant now = clock.instant();
      String act = phrase.inUse() ? "change" : "withdraw";
      if (!phrases.keep(phrase, now, viewer.staff())) {
        return overtaken(viewer, act, PHRASE, phrase.id());
      }
      log.append(
          viewer
              .line(act, PHRASE, phrase.id(), PURPOSE, Outcome.DONE)
              .wrote(phrase.version(), null));
      events.publishEvent(
          new PhraseChanged(phrase.id(), phrase.language(), phrase.version(), phrase.inUse(), now));
      return new Kept.Done(phrase.number());
    });
  }

  java.util.Map<String, SentencesRead.Said> sentencesRead(String language) {
    return here(() -> sentences.of(language));
  }

  /// Notes that somebody has read sentences whose language it is, or that they must be read again.
  void judge(
      Viewer viewer,
      UUID reading,
      String language,
      List<String> keys,
      List<byte[]> digests,
      boolean good,
      SentencesRead.Reader reader) {
    here(() -> {
      Instant now = clock.instant();
      int kept =
          sentences.keep(reading, language, keys, digests, good, reader, now, viewer.staff());
      if (kept > 0) {
        log.append(
            viewer
                .line(good ? "read" : "unread", SENTENCES, reading, PURPOSE, Outcome.DONE)
                .wrote(1, null));
        events.publishEvent(new SentencesJudged(reading, language, kept, good, now));
      }
      return kept;
    });
  }

  /// Keeps a telephone number; its version is the one after the one that was opened.
  Kept keep(Viewer viewer, PublicLine line) {
    return here(() -> {
      Instant now = clock.instant();
      if (!lines.keep(line, now, viewer.staff())) {
        return overtaken(viewer, "change", LINE, line.id());
      }
      log.append(
          viewer
              .line("change", LINE, line.id(), PURPOSE, Outcome.DONE)
              .wrote(line.version(), null));
      events.publishEvent(new LineChanged(line.id(), line.version(), now));
      return new Kept.Done(0);
    });
  }

  /// What is written of a page.
  ///
  /// @param number 0 for a new one
  /// @param opened the version that was opened; 0 when there was none
  record Written(
      int number,
      String language,
      int opened,
      PublicPage.State state,
      String door,
      String title,
      String body,
      java.time.LocalDate reviewBy) {}

  /// Keeps a page: as a draft, published, or withdrawn.
  Kept keep(Viewer viewer, Written written) {
    return here(() -> {
      Instant now = clock.instant();
      List<PublicPage> all = pages.all();
      int number =
          written.number() > 0
              ? written.number()
              : all.stream().mapToInt(PublicPage::number).max().orElse(0) + 1;
      UUID id =
          all.stream()
              .filter(page -> page.number() == number)
              .findFirst()
              .map(PublicPage::id)
              .orElseGet(UUID::randomUUID);
      int version = written.opened() + 1;
      String act =
          switch (written.state()) {
            case DRAFT -> "draft";
            case PUBLISHED -> "publish";
            case WITHDRAWN -> "withdraw";
          };
      boolean kept =
          pages.keep(
              new PublicPage(
                  id,
                  number,
                  written.language(),
                  version,
                  written.state(),
                  written.door(),
                  written.title(),
                  written.body(),
                  written.reviewBy(),
                  now,
                  viewer.staff()));
      if (!kept) {
        return overtaken(viewer, act, PAGE, id);
      }
      log.append(viewer.line(act, PAGE, id, PURPOSE, Outcome.DONE).wrote(version, null));
      events.publishEvent(
          new PageChanged(id, written.language(), version, written.state().code(), now));
      return new Kept.Done(number);
    });
  }

  @Override
  public int publish(
      Viewer viewer,
      int number,
      String language,
      String door,
      String title,
      String body,
      java.time.LocalDate reviewBy) {
    return switch (keep(
        viewer,
        new Written(
            number, language, 0, PublicPage.State.PUBLISHED, door, title, body, reviewBy))) {
      case Kept.Done(int kept) -> kept;
      case Kept.Overtaken() -> 0;
    };
  }

  private Kept overtaken(Viewer viewer, String act, String kind, UUID id) {
    log.append(viewer.line(act, kind, id, PURPOSE, Outcome.REFUSED));
    return new Kept.Overtaken();
  }

  private <T> T here(Supplier<T> work) {
    return Sides.on(
        Side.SUPPORT,
        () -> {
          T done = transaction.execute(status -> work.get());
          if (done == null) {
            throw new IllegalStateException("no answer");
          }
          return done;
        });
  }
}
