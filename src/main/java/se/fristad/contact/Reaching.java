package se.fristad.contact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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
import se.fristad.outgoing.CallOutcome;
import se.fristad.outgoing.CallTask;
import se.fristad.outgoing.CodeWords;
import se.fristad.outgoing.Decision;
import se.fristad.outgoing.Hours;
import se.fristad.outgoing.Outgoing;
import se.fristad.outgoing.OutgoingStep;
import se.fristad.outgoing.Reach;
import se.fristad.outgoing.ReachForm;
import se.fristad.outgoing.SafeContact;
import se.fristad.page.TypedForm;
import se.fristad.vault.Argon2;
import se.fristad.vault.Confidential;
import se.fristad.vault.DataKey;
import se.fristad.vault.Place;
import se.fristad.vault.SideKeys;
import se.fristad.vault.Sides;

/// How a person without a name is reached: what was agreed, the call that was promised, and what
/// came of it. Every look and every number goes through the [FileDoor].
@StaffFace
@Component
public class Reaching {
  /// How long somebody waits after a call in vain: a telephone that rings and rings is noticed.
  public static final Duration PAUSE = Duration.ofMinutes(20);

  private static final int MOST = 200;
  private final ThreadRows threads;
  private final ReachRows rows;
  private final ReminderRows reminders;
  private final ConflictRows conflicts;
  private final FileDoor door;
  private final SideKeys keys;
  private final Outgoing outgoing;
  private final CallTask calls;
  private final CodeWords words;
  private final Times times;
  private final Wake wake;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Reaching(
      ThreadRows threads,
      ReachRows rows,
      ReminderRows reminders,
      ConflictRows conflicts,
      FileDoor door,
      SideKeys keys,
      Outgoing outgoing,
      CallTask calls,
      CodeWords words,
      Times times,
      Wake wake,
      ApplicationEventPublisher events,
      Clock clock) {
    this.threads = threads;
    this.rows = rows;
    this.reminders = reminders;
    this.conflicts = conflicts;
    this.door = door;
    this.keys = keys;
    this.outgoing = outgoing;
    this.calls = calls;
    this.words = words;
    this.times = times;
    this.wake = wake;
    this.events = events;
    this.clock = clock;
  }

  /// What was agreed. One line in the log.
  public Opened<Agreed> look(Viewer viewer, Queue queue, ThreadId thread) {
    Purpose purpose = viewer.role() == Role.HEAD ? Purpose.SUPERVISING : Purpose.CALLING_BACK;
    return Sides.on(
        queue.side(),
        () -> door.open(viewer, file(queue, thread), purpose, permit -> agreed(queue, permit)));
  }

  /// What was agreed, as text, for her who says who she is and wants it to hold there too. One line
  /// in the log.
  public Optional<Confidential> text(Viewer viewer, Queue queue, ThreadId thread) {
    return switch (look(viewer, queue, thread)) {
      case Opened.Value<Agreed>(Agreed agreed) when agreed.version() > 0 ->
          Optional.of(agreed.reach().sealable());
      case Opened.Value<Agreed> _, Opened.NotThere<Agreed> _ -> Optional.empty();
    };
  }

  /// How often a promised call is tried at the most.
  public int tries() {
    return times.tries();
  }

  /// Whether a promised call is so late that everybody sees it.
  public boolean isLate(CallDue due) {
    return due.unsaid() == null && !clock.instant().isBefore(due.until().plus(times.callback()));
  }

  /// The calls that are promised, and those of which nobody has said what came of them, the next
  /// one first. One line in the log.
  public List<CallDue> due(Viewer viewer, Queue queue) {
    return Sides.on(
        queue.side(),
        () ->
            door.list(
                viewer,
                queue.kind(),
                "calls",
                () -> {
                  Set<UUID> hidden = conflicts.of(queue, viewer.staff());
                  return rows.due(queue, clock.instant(), MOST).stream()
                      .filter(row -> !hidden.contains(row.thread().value()))
                      .toList();
                },
                row -> row.thread().value()));
  }

  /// What the gate says of a call now.
  public Decision decision(Agreed agreed) {
    return decision(agreed.reach(), agreed.reminder(), clock.instant(), null);
  }

  /// By her rule; and where that says no, by what she has said of the reminder that is to be made
  /// now. The gate is one and the same.
  private Decision decision(
      Reach reach, @Nullable Reminder reminder, Instant now, @Nullable Instant yes) {
    OutgoingStep.Call call = new OutgoingStep.Call(false);
    Decision decision = outgoing.decide(reach.rule(), call, now, yes);
    return decision instanceof Decision.Refused && reminder != null
        ? outgoing.decide(
            reach.reminded(
                new Hours.Once(reminder.from(), reminder.until()),
                reminder.askedAt().atZone(Hours.HERE).toLocalDate()),
            call,
            now,
            yes)
        : decision;
  }

  /// Writes down what the person has said of how she is reached.
  ///
  /// @param version of what was shown; nobody's words are written over unseen
  /// @return for a field's name the key of the sentence beside it; empty when it is kept
  public Opened<Map<String, String>> agree(
      Viewer viewer, Queue queue, ThreadId thread, int version, TypedForm typed) {
    // the slow derivation is made before the row is locked
    Optional<String> hers =
        typed.has("hers")
            ? words.kept(Argon2.Lane.STAFF, Confidential.of(typed.value("hers")))
            : Optional.empty();
    return write(
        viewer,
        queue,
        thread,
        "agree_reach",
        Purpose.ANSWERING,
        hand -> {
          if (hand.version() != version) {
            return Written.refused(Map.of("call", "contact.reach.changed"));
          }
          ReachForm.Read read =
              ReachForm.read(
                  typed, hand.reach(), hand.now().atZone(Hours.HERE).toLocalDate(), word -> hers);
          return switch (read) {
            case ReachForm.Read.Unfit(Map<String, String> wrong) -> Written.refused(wrong);
            case ReachForm.Read.Fit(Reach reach) -> {
              byte[] sealed = hand.seal(reach);
              if (reach.isNeverCalled()) {
                neverCalled(hand);
              }
              events.publishEvent(new ReachAgreed(thread.value(), queue, hand.now()));
              yield Written.sealed(Map.of(), hand.version() + 1, sealed);
            }
          };
        });
  }

  /// Who is never to be called has no call standing: neither one that she wished before, nor a
  /// reminder.
  private void neverCalled(InHand hand) {
    Queue queue = hand.queue();
    rows.end(queue, hand.thread(), Agreed.State.TAKEN_BACK, hand.now());
    reminders.of(queue, hand.thread()).stream()
        .filter(one -> one.state().isOpen())
        .filter(one -> reminders.turn(queue, one, Reminder.State.REFUSED, "never", hand.now()))
        .forEach(one ->
            events.publishEvent(
                new ReminderChanged(
                    one.meeting(), hand.thread(), queue, Reminder.State.REFUSED, hand.now())));
  }

  /// Lifts the telephone: the gate decides, and only then the number is shown. Each time it is
  /// shown stands in the log.
  ///
  /// @param call minted with the page, so that a double click is one call
  /// @param version of the rule that was shown and read
  /// @param asked whether she was asked and said yes; it counts from her latest words in the
  ///   conversation, so that nobody says yes for her
  public Opened<Calling> call(
      Viewer viewer, Queue queue, ThreadId thread, UUID call, int version, boolean asked) {
    return write(
        viewer,
        queue,
        thread,
        "call",
        Purpose.CALLING_BACK,
        hand -> {
          if (hand.version() != version) {
            return Written.refused(new Calling.Changed());
          }
          if (!hand.reach().hasNumber()) {
            return Written.refused(new Calling.NoNumber());
          }
          Decision decision =
              decision(
                  hand.reach(),
                  reminders.now(queue, thread.value(), hand.now()).orElse(null),
                  hand.now(),
                  asked ? rows.lastWords(queue, thread.value()).orElse(null) : null);
          if (!(decision instanceof Decision.Allowed leave)) {
            return Written.refused(new Calling.Against(decision));
          }
          Instant again = again(hand, call);
          if (hand.now().isBefore(again)) {
            return Written.refused(new Calling.TooSoon(again));
          }
          rows.call(queue, call, thread.value(), viewer.staff(), hand.now());
          // who lifts the telephone has it, as who answers first
          threads.giveIfFree(queue, thread.value(), viewer.staff(), hand.now());
          Confidential number = calls.number(leave, hand.reach(), hand.now());
          return Written.plain(
              new Calling.Number(call, number, hand.reach()), Math.max(1, hand.version()));
        });
  }

  private Instant again(InHand hand, UUID call) {
    return rows.calls(hand.queue(), hand.thread()).stream()
        .filter(before -> !before.id().equals(call) && before.outcome() != CallOutcome.REACHED)
        .map(before -> before.at().plus(PAUSE))
        .findFirst()
        .orElse(Instant.EPOCH);
  }

  /// Says what came of a call. What must not happen again stops the next one: after somebody else
  /// has answered, or she was not alone, she is asked before anybody calls.
  ///
  /// @return false when it is no call of this viewer's, or was said before
  public Opened<Boolean> ended(
      Viewer viewer, Queue queue, ThreadId thread, UUID call, CallOutcome outcome) {
    return write(
        viewer,
        queue,
        thread,
        "call_ended",
        Purpose.CALLING_BACK,
        hand -> {
          boolean open =
              rows.calls(queue, thread.value()).stream()
                  .anyMatch(one ->
                      one.id().equals(call)
                          && one.staff().equals(viewer.staff())
                          && one.outcome() == null);
          if (!open) {
            return Written.refused(false);
          }
          rows.outcome(queue, call, outcome);
          remindedBy(hand, outcome);
          byte[] sealed = null;
          switch (outcome) {
            case REACHED -> rows.end(queue, thread.value(), Agreed.State.REACHED, hand.now());
            case NO_ANSWER -> {
              rows.missed(queue, thread.value());
              rows.wish(queue, thread.value())
                  .filter(wish -> wish.missed() >= times.tries())
                  .ifPresent(
                      wish -> rows.end(queue, thread.value(), Agreed.State.GIVEN_UP, hand.now()));
            }
            case SOMEBODY_ELSE, NOT_ALONE -> {
              rows.end(queue, thread.value(), Agreed.State.STOPPED, hand.now());
              // who has agreed on nothing but a reminder gives her number anew before anybody calls
              sealed =
                  hand.seal(
                      hand.reach().rule() instanceof SafeContact.Unasked
                          ? hand.reach().withNumber(Confidential.of(""))
                          : hand.reach().askedFirst());
            }
            case WRONG_NUMBER -> {
              rows.end(queue, thread.value(), Agreed.State.STOPPED, hand.now());
              sealed = hand.seal(hand.reach().withNumber(Confidential.of("")));
            }
          }
          events.publishEvent(new CallEnded(thread.value(), queue, outcome, hand.now()));
          return sealed == null
              ? Written.plain(true, Math.max(1, hand.version()))
              : Written.sealed(true, hand.version() + 1, sealed);
        });
  }

  /// What came of the call is what came of the reminder that was to be made then.
  private void remindedBy(InHand hand, CallOutcome outcome) {
    Queue queue = hand.queue();
    Reminder reminder =
        reminders.of(queue, hand.thread()).stream()
            .filter(one -> one.state() == Reminder.State.TO_CALL)
            .findFirst()
            .orElse(null);
    if (reminder == null) {
      return;
    }
    Reminder.State state =
        switch (outcome) {
          case REACHED -> Reminder.State.REACHED;
          case NO_ANSWER ->
              reminders.missed(queue, reminder) >= times.tries()
                  ? Reminder.State.NOT_REACHED
                  : Reminder.State.TO_CALL;
          case SOMEBODY_ELSE, NOT_ALONE, WRONG_NUMBER -> Reminder.State.STOPPED;
        };
    if (state != Reminder.State.TO_CALL
        && reminders.turn(queue, reminder, state, null, hand.now())) {
      events.publishEvent(
          new ReminderChanged(reminder.meeting(), hand.thread(), queue, state, hand.now()));
    }
  }

  /// Whether a word that somebody says is hers. Each try is counted and stands in the log; after
  /// three in a row that were not hers there are no more.
  public Opened<Word> word(Viewer viewer, Queue queue, ThreadId thread, Confidential said) {
    return switch (look(viewer, queue, thread)) {
      case Opened.NotThere<Agreed> _ -> new Opened.NotThere<>();
      case Opened.Value<Agreed>(Agreed agreed) -> {
        String hers = agreed.reach().hers();
        if (hers.isEmpty()) {
          yield new Opened.Value<>(Word.NONE);
        }
        if (agreed.reach().triesLeft() == 0) {
          yield write(
              viewer,
              queue,
              thread,
              "try_word",
              Purpose.CALLING_BACK,
              hand -> Written.refused(Word.LOCKED));
        }
        // the slow derivation is made before the row is locked
        Optional<Boolean> same = words.agrees(Argon2.Lane.STAFF, hers, said);
        yield same.isEmpty()
            ? new Opened.Value<>(Word.BUSY)
            : write(
                viewer,
                queue,
                thread,
                same.get() ? "word_agreed" : "word_differed",
                Purpose.CALLING_BACK,
                hand -> tried(hand, hers, same.get()));
      }
    };
  }

  private Written<Word> tried(InHand hand, String hers, boolean same) {
    if (hand.reach().triesLeft() == 0 || !hand.reach().hers().equals(hers)) {
      return Written.refused(hand.reach().triesLeft() == 0 ? Word.LOCKED : Word.BUSY);
    }
    byte[] sealed = hand.remember(hand.reach().tried(same, hand.now()));
    events.publishEvent(new WordTried(hand.thread(), hand.queue(), same, hand.now()));
    return Written.sealed(same ? Word.AGREES : Word.DIFFERS, hand.version() + 1, sealed);
  }

  /// What can be told of a word.
  public enum Word {
    /// It is hers.
    AGREES,
    /// It is not.
    DIFFERS,
    /// No word was agreed.
    NONE,
    /// Too many in a row were not hers.
    LOCKED,
    /// Too many wait.
    BUSY
  }

  /// What was agreed, open before somebody who writes in it.
  private record InHand(
      Queue queue,
      UUID thread,
      UUID staff,
      Reach reach,
      int version,
      Instant now,
      DataKey key,
      ReachRows rows) {
    byte[] seal(Reach next) {
      byte[] sealed = key.seal(place(thread, version + 1), next.sealable());
      rows.say(queue, thread, version + 1, staff, now, sealed);
      return sealed;
    }

    /// Seals what she has not said: that her word was tried.
    byte[] remember(Reach next) {
      byte[] sealed = key.seal(place(thread, version + 1), next.sealable());
      rows.again(queue, thread, version + 1, sealed);
      return sealed;
    }
  }

  private <T> Opened<T> write(
      Viewer viewer,
      Queue queue,
      ThreadId thread,
      String act,
      Purpose purpose,
      Function<InHand, Written<T>> work) {
    Opened<T> opened =
        Sides.on(
            queue.side(),
            () ->
                door.write(
                    viewer,
                    file(queue, thread),
                    purpose,
                    act,
                    permit -> inHand(queue, permit, work)));
    if (opened instanceof Opened.Value<T>) {
      Sides.run(queue.side(), wake::ring);
    }
    return opened;
  }

  private <T> @Nullable Written<T> inHand(
      Queue queue, Permit permit, Function<InHand, Written<T>> work) {
    UUID thread = permit.id();
    boolean there = threads.lock(queue, thread).isPresent();
    var wrapped = threads.key(queue, thread);
    Optional<ReachRows.Said> said = rows.said(queue, thread);
    if (!there || wrapped.isEmpty()) {
      return null;
    }
    try (DataKey key = keys.unwrap(thread, wrapped.get())) {
      return work.apply(
          new InHand(
              queue,
              thread,
              permit.viewer().staff(),
              said.map(one -> opened(key, thread, one)).orElseGet(Reach::nothing),
              said.map(ReachRows.Said::version).orElse(0),
              clock.instant(),
              key,
              rows));
    }
  }

  private @Nullable Agreed agreed(Queue queue, Permit permit) {
    UUID thread = permit.id();
    var wrapped = threads.key(queue, thread);
    Optional<ReachRows.Said> said = rows.said(queue, thread);
    Agreed.Wish wish = rows.wish(queue, thread).orElse(null);
    List<Agreed.Call> made = rows.calls(queue, thread);
    if (wrapped.isEmpty()) {
      return null;
    }
    try (DataKey key = keys.unwrap(thread, wrapped.get())) {
      return new Agreed(
          said.map(one -> opened(key, thread, one)).orElseGet(Reach::nothing),
          said.map(ReachRows.Said::version).orElse(0),
          said.map(ReachRows.Said::byHerself).orElse(false),
          wish,
          made,
          reminders.now(queue, thread, clock.instant()).orElse(null));
    }
  }

  private static Reach opened(DataKey key, UUID thread, ReachRows.Said said) {
    return Reach.read(key.open(place(thread, said.version()), said.sealed()));
  }

  private static FileRef file(Queue queue, ThreadId thread) {
    return new FileRef(queue.kind(), thread.value());
  }

  private static Place place(UUID thread, int version) {
    return new Place("contact", thread, "reach", version);
  }
}
