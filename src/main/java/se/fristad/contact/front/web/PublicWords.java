package se.fristad.contact.front.web;

import java.time.Duration;
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
  private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

  private final Source source;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile Known known;

  PublicWords(Source source, Centre centre) {
    this.source = source;
    this.known =
        new Known(PublicLines.unchanged(centre), List.of(), System.nanoTime() - 2 * FRESH_NANOS);
  }

  /// Where the words are kept.
  interface Source {
    /// All numbers, shown or not.
    List<PublicLine> lines();

    /// The pages that anybody may read.
    List<PublicPage> pages();
  }

  private record Known(List<PublicLine> lines, List<PublicPage> pages, long at) {}

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
    if (System.nanoTime() - before.at() < FRESH_NANOS || !asking.tryLock()) {
      return before;
    }
    try {
      Known fresh = new Known(source.lines(), source.pages(), System.nanoTime());
      known = fresh;
      return fresh;
    } catch (DataAccessException | TransactionException unanswered) {
      LOG.warn("the public face keeps its old words: {}", unanswered.getClass().getName());
      known = new Known(before.lines(), before.pages(), System.nanoTime());
      return known;
    } finally {
      asking.unlock();
    }
  }
}
