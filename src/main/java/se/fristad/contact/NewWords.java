package se.fristad.contact;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.access.FileDoor;
import se.fristad.access.FileRef;
import se.fristad.access.Opened;
import se.fristad.access.Permit;
import se.fristad.access.Purpose;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.access.Written;
import se.fristad.centre.OpeningHours;
import se.fristad.outgoing.CodeWords;
import se.fristad.retention.Period;
import se.fristad.vault.Argon2;
import se.fristad.vault.Confidential;
import se.fristad.vault.DataKey;
import se.fristad.vault.SideKeys;
import se.fristad.vault.Sides;
import se.fristad.vault.WrappedKey;

/// Lost words, the part of those who answer.
///
/// Somebody writes anew and says that she has lost the words to an earlier conversation. One of us
/// finds which it is, reads her the question she left there and tries her answer: all we are told
/// is whether it agrees. Another of us says yes. Then the old conversation's key lies under the new
/// one's, and her open page there draws the new words: none of us sees them, and they stand nowhere
/// in clear. The old words lead back some days more and tell of it.
@StaffFace
@Component
public class NewWords {
  private static final int MOST = 50;
  private final ThreadRows threads;
  private final QueueRows queues;
  private final RenewalRows rows;
  private final ConflictRows conflicts;
  private final FileDoor door;
  private final SideKeys keys;
  private final CodeWords words;
  private final Wake wake;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  NewWords(
      ThreadRows threads,
      QueueRows queues,
      RenewalRows rows,
      ConflictRows conflicts,
      FileDoor door,
      SideKeys keys,
      CodeWords words,
      Wake wake,
      ApplicationEventPublisher events,
      Clock clock) {
    this.threads = threads;
    this.queues = queues;
    this.rows = rows;
    this.conflicts = conflicts;
    this.door = door;
    this.keys = keys;
    this.words = words;
    this.wake = wake;
    this.events = events;
    this.clock = clock;
  }

  /// A conversation that may be the one whose words are lost.
  ///
  /// @param asks whether she left a question there
  public record Candidate(
      ThreadId thread, Instant begunAt, Instant lastAt, boolean open, boolean asks) {}

  /// What is asked about lost words of a conversation.
  ///
  /// @param made the latest wish that was made in it
  /// @param of the latest wish for new words to it
  public record Standing(@Nullable Renewal made, @Nullable Renewal of) {}

  /// The question of a conversation.
  ///
  /// @param question as she wrote it; blank when there is none
  /// @param left how often an answer may be tried
  /// @param bar why none may; null when one may
  /// @param there whether somebody has that conversation's page open just now
  public record Question(Confidential question, int left, @Nullable Bar bar, boolean there) {}

  /// Why no new words are given to a conversation.
  public enum Bar {
    /// It is the conversation in which they are asked for.
    SAME,
    /// No words were ever taken.
    NO_WORDS,
    /// No question was left.
    NO_QUESTION,
    /// The answer has been tried too often.
    NO_TRIES,
    /// The one who has the words has stopped an earlier wish.
    STOPPED,
    /// New words were given a few days ago.
    RECENT,
    /// A wish runs already, and its answer agreed.
    RUNNING
  }

  /// What became of an answer that was tried.
  public sealed interface Tried {
    /// It is hers. Another of us is to say yes.
    record Agrees() implements Tried {}

    /// It is not.
    record Differs(int left) implements Tried {}

    /// It may not be tried.
    record Barred(Bar bar) implements Tried {}

    /// Too many wait; nothing was counted.
    record Busy() implements Tried {}
  }

  /// What became of a yes.
  public enum Confirmed {
    /// The words wait for her page.
    DONE,
    /// It was this viewer who tried the answer: another has to say yes.
    SAME_PERSON,
    /// There is nothing to say yes to, or not any more.
    OVER
  }

  /// The conversations to which words lead, of a day or of the last thirty. One line in the log.
  public Opened<List<Candidate>> candidates(
      Viewer viewer, Queue queue, ThreadId fresh, @Nullable LocalDate day) {
    if (!isThere(viewer, queue, fresh)) {
      return new Opened.NotThere<>();
    }
    Instant now = clock.instant();
    Instant from =
        day == null
            ? now.minus(Period.THREAD_SILENT.length())
            : day.atStartOfDay(OpeningHours.HERE).toInstant();
    Instant until =
        day == null
            ? now.plusSeconds(60)
            : day.plusDays(1).atStartOfDay(OpeningHours.HERE).toInstant();
    return new Opened.Value<>(
        Sides.on(
            queue.side(),
            () ->
                door.list(
                    viewer,
                    queue.kind(),
                    "with_words",
                    () -> {
                      Set<UUID> hidden = conflicts.of(queue, viewer.staff());
                      return rows.candidates(queue, from, until, MOST + 1).stream()
                          .filter(row -> !row.thread().equals(fresh))
                          .filter(row -> !hidden.contains(row.thread().value()))
                          .limit(MOST)
                          .toList();
                    },
                    row -> row.thread().value())));
  }

  /// How it stands with lost words in a conversation, and of it. One line in the log.
  public Opened<Standing> standing(Viewer viewer, Queue queue, ThreadId thread) {
    Purpose purpose = viewer.role() == Role.HEAD ? Purpose.SUPERVISING : Purpose.SCREENING;
    return Sides.on(
        queue.side(),
        () ->
            door.open(
                viewer,
                file(queue, thread),
                purpose,
                permit ->
                    new Standing(
                        rows.latestIn(queue, permit.id()).orElse(null),
                        rows.latestOf(queue, permit.id()).orElse(null))));
  }

  /// The question that she left in a conversation, to be read to the one who says it is hers.
  public Opened<Question> question(Viewer viewer, Queue queue, ThreadId fresh, ThreadId old) {
    return switch (look(viewer, queue, fresh, old)) {
      case Opened.NotThere<Looked> _ -> new Opened.NotThere<>();
      case Opened.Value<Looked>(Looked looked) -> new Opened.Value<>(looked.question());
    };
  }

  private record Looked(Question question, String kept) {}

  private Opened<Looked> look(Viewer viewer, Queue queue, ThreadId fresh, ThreadId old) {
    if (!isThere(viewer, queue, fresh)) {
      return new Opened.NotThere<>();
    }
    return Sides.on(
        queue.side(),
        () ->
            door.open(
                viewer,
                file(queue, old),
                Purpose.SCREENING,
                permit -> looked(queue, permit, fresh)));
  }

  private @Nullable Looked looked(Queue queue, Permit permit, ThreadId fresh) {
    UUID old = permit.id();
    Optional<WrappedKey> wrapped = threads.key(queue, old);
    Optional<RenewalRows.Question> left = rows.question(queue, old);
    Bar bar = bar(queue, old, fresh.value(), clock.instant());
    boolean there = rows.isOpen(queue, old, clock.instant());
    if (wrapped.isEmpty()) {
      return null;
    }
    Recognition recognition = new Recognition(Confidential.of(""), "");
    if (left.isPresent()) {
      try (DataKey key = keys.unwrap(old, wrapped.get())) {
        recognition =
            Recognition.read(
                key.open(Recognition.place(old, left.get().version()), left.get().sealed()));
      }
    }
    int tries = left.map(RenewalRows.Question::tries).orElse(0);
    return new Looked(
        new Question(recognition.question(), Math.max(0, Recognition.TRIES - tries), bar, there),
        recognition.kept());
  }

  private @Nullable Bar bar(Queue queue, UUID old, UUID fresh, Instant now) {
    Optional<RenewalRows.Question> left = rows.question(queue, old);
    Renewal latest = rows.latestOf(queue, old).orElse(null);
    if (old.equals(fresh)) {
      return Bar.SAME;
    }
    if (!rows.hasWords(queue, old)) {
      return Bar.NO_WORDS;
    }
    if (left.isEmpty()) {
      return Bar.NO_QUESTION;
    }
    if (latest != null && latest.state() == Renewal.State.STOPPED) {
      return Bar.STOPPED;
    }
    if (rows.hasFormerWords(queue, old, now)) {
      return Bar.RECENT;
    }
    if (latest != null
        && (latest.at(now) == Renewal.State.AGREED || latest.at(now) == Renewal.State.CONFIRMED)) {
      return Bar.RUNNING;
    }
    return left.get().tries() >= Recognition.TRIES ? Bar.NO_TRIES : null;
  }

  /// Tries the answer of the one who says that she has lost her words. It is counted, whatever it
  /// gives; who has that page open, or comes by the old words, is told that somebody has asked.
  ///
  /// @param renewal minted with the form
  public Opened<Tried> tryAnswer(
      Viewer viewer, Queue queue, ThreadId fresh, ThreadId old, UUID renewal, Confidential said) {
    return switch (look(viewer, queue, fresh, old)) {
      case Opened.NotThere<Looked> _ -> new Opened.NotThere<>();
      case Opened.Value<Looked>(Looked looked) -> {
        Bar bar = looked.question().bar();
        if (bar != null) {
          yield write(
              viewer, queue, old, "try_answer", permit -> Written.refused(new Tried.Barred(bar)));
        }
        // the slow derivation is made before the row is locked
        Optional<Boolean> agrees = words.agrees(Argon2.Lane.STAFF, looked.kept(), said);
        yield agrees.isEmpty()
            ? new Opened.Value<>(new Tried.Busy())
            : write(
                viewer,
                queue,
                old,
                "try_answer",
                permit -> tried(viewer, queue, permit, fresh, renewal, agrees.get()));
      }
    };
  }

  private @Nullable Written<Tried> tried(
      Viewer viewer, Queue queue, Permit permit, ThreadId fresh, UUID renewal, boolean agrees) {
    UUID old = permit.id();
    Instant now = clock.instant();
    Renewal before = rows.lock(queue, renewal).orElse(null);
    if (before != null) {
      // the same form twice is one try
      Tried same =
          before.state() == Renewal.State.AGREED
              ? new Tried.Agrees()
              : new Tried.Differs(left(queue, old));
      return Written.plain(same, threads.written(queue, old));
    }
    Bar bar = bar(queue, old, fresh.value(), now);
    if (bar != null) {
      return Written.refused(new Tried.Barred(bar));
    }
    // a line of its own for what the worker is told: whoever learns nothing leaves none
    return switch (write(
        viewer,
        queue,
        new ThreadId(old),
        agrees ? "answer_agreed" : "answer_differed",
        told -> told(queue, told, fresh, renewal, agrees, now))) {
      case Opened.NotThere<Tried> _ -> null;
      case Opened.Value<Tried>(Tried answer) -> Written.plain(answer, threads.written(queue, old));
    };
  }

  private Written<Tried> told(
      Queue queue, Permit permit, ThreadId fresh, UUID renewal, boolean agrees, Instant now) {
    UUID old = permit.id();
    rows.tried(queue, old);
    rows.lapse(queue, old, now);
    rows.ask(
        queue,
        renewal,
        old,
        fresh.value(),
        agrees,
        permit.viewer().staff(),
        now,
        now.plus(Period.NEW_WORDS.length()),
        Math.toIntExact(Period.FORMER_WORDS.length().toDays()));
    int version = threads.written(queue, old);
    events.publishEvent(new NewWordsAsked(old, queue, agrees, now));
    return Written.plain(
        agrees ? new Tried.Agrees() : new Tried.Differs(left(queue, old)), version);
  }

  private int left(Queue queue, UUID old) {
    int tries =
        rows.question(queue, old).map(RenewalRows.Question::tries).orElse(Recognition.TRIES);
    return Math.max(0, Recognition.TRIES - tries);
  }

  /// A second of us says yes. From then on the new words wait for the page of the one who asked.
  public Opened<Confirmed> confirm(Viewer viewer, Queue queue, ThreadId fresh, UUID renewal) {
    Opened<Standing> standing = standing(viewer, queue, fresh);
    if (!(standing instanceof Opened.Value<Standing>(Standing known))) {
      return new Opened.NotThere<>();
    }
    Renewal made = known.made();
    if (made == null || !made.id().equals(renewal)) {
      return new Opened.Value<>(Confirmed.OVER);
    }
    return write(
        viewer,
        queue,
        made.thread(),
        "confirm_words",
        permit -> confirmed(queue, permit, fresh, renewal));
  }

  private Written<Confirmed> confirmed(Queue queue, Permit permit, ThreadId fresh, UUID renewal) {
    UUID old = permit.id();
    Instant now = clock.instant();
    Renewal running = rows.lock(queue, renewal).orElse(null);
    Optional<WrappedKey> oldKey = threads.key(queue, old);
    Optional<WrappedKey> freshKey = threads.key(queue, fresh.value());
    if (running == null
        || running.at(now) != Renewal.State.AGREED
        || !fresh.equals(running.fresh())
        || oldKey.isEmpty()
        || freshKey.isEmpty()) {
      return Written.refused(Confirmed.OVER);
    }
    if (running.askedBy().equals(permit.viewer().staff())) {
      return Written.refused(Confirmed.SAME_PERSON);
    }
    try (DataKey key = keys.unwrap(old, oldKey.get());
        DataKey here = keys.unwrap(fresh.value(), freshKey.get())) {
      rows.confirm(
          queue,
          renewal,
          permit.viewer().staff(),
          now.plus(Period.NEW_WORDS.length()),
          here.wrap(key, Recognition.handover(old)));
    }
    events.publishEvent(new NewWordsConfirmed(old, queue, now));
    return Written.plain(Confirmed.DONE, threads.written(queue, old));
  }

  private <T> Opened<T> write(
      Viewer viewer,
      Queue queue,
      ThreadId thread,
      String act,
      java.util.function.Function<Permit, @Nullable Written<T>> work) {
    Opened<T> opened =
        Sides.on(
            queue.side(),
            () ->
                door.write(
                    viewer,
                    file(queue, thread),
                    Purpose.SCREENING,
                    act,
                    permit ->
                        threads.lock(queue, permit.id()).isEmpty() ? null : work.apply(permit)));
    Sides.run(queue.side(), wake::ring);
    return opened;
  }

  private boolean isThere(Viewer viewer, Queue queue, ThreadId fresh) {
    return Sides.on(
            queue.side(),
            () ->
                door.open(
                    viewer,
                    file(queue, fresh),
                    Purpose.SCREENING,
                    permit -> queues.find(queue, permit.id()).orElse(null)))
        instanceof Opened.Value<?>;
  }

  private static FileRef file(Queue queue, ThreadId thread) {
    return new FileRef(queue.kind(), thread.value());
  }
}
