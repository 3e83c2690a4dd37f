package se.fristad.contact.front.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import se.fristad.centre.Centre;
import se.fristad.centre.PublicLine;
import se.fristad.centre.PublicLines;
import se.fristad.centre.PublicPage;

/// What staff have told this face to say: telephone numbers and pages, at most a second old, asked
/// once for all who look. When the database does not answer, what was known stands: a number must
/// never be missing.
class PublicWords {
  private static final Logger LOG = LoggerFactory.getLogger(PublicWords.class);
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Source source;
  private final Clock clock;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile Known known;

  PublicWords(Source source, Centre centre, Clock clock) {
    this.source = source;
    this.clock = clock;
    this.known = new Known(PublicLines.unchanged(centre), List.of(), Instant.EPOCH);
  }

  /// Where the words are kept.
  interface Source {
    /// All numbers, shown or not.
    List<PublicLine> lines();

    /// The pages that anybody may read.
    List<PublicPage> pages();
  }

  private record Known(List<PublicLine> lines, List<PublicPage> pages, Instant at) {
    /// A clock that was set back makes nothing fresh.
    boolean isFresh(Instant now) {
      Duration age = Duration.between(at, now);
      return !age.isNegative() && age.compareTo(FRESH) < 0;
    }
  }

  /// The numbers that are shown.
  List<PublicLine> lines() {
    return now().lines().stream().filter(PublicLine::shown).toList();
  }

  /// The pages that anybody may read, in one language.
  List<PublicPage> pages(String language) {
    return now().pages().stream().filter(page -> page.language().equals(language)).toList();
  }

  /// A page in one language.
  Optional<PublicPage> page(String language, int number) {
    return pages(language).stream().filter(page -> page.number() == number).findFirst();
  }

  /// Whether a page can be read in any language.
  boolean has(int number) {
    return now().pages().stream().anyMatch(page -> page.number() == number);
  }

  private Known now() {
    Known before = known;
    if (before.isFresh(clock.instant()) || !asking.tryLock()) {
      return before;
    }
    try {
      Known fresh = new Known(source.lines(), source.pages(), clock.instant());
      known = fresh;
      return fresh;
    } catch (DataAccessException | TransactionException unanswered) {
      LOG.warn("the public face keeps its old words: {}", unanswered.getClass().getName());
      known = new Known(before.lines(), before.pages(), clock.instant());
      return known;
    } finally {
      asking.unlock();
    }
  }
}
