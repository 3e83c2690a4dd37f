package se.fristad.contact.lobby;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.audit.AuditLog;
import se.fristad.audit.Outcome;
import se.fristad.contact.Queue;
import se.fristad.contact.Wake;
import se.fristad.contact.reception.Receptions;
import se.fristad.vault.Sides;

/// A colleague calls for help by one press, and every colleague of her side who is logged in sees
/// it within a second, on whatever node and page.
///
/// A call is a row before anybody is told of it, so that it outlives the node on which it was
/// pressed. Open pages ask and are held until something is new; a node with open pages looks three
/// times a second for all of them together, so that no lost signal can keep a call from being seen.
@StaffFace
@Component
public class Help implements SmartLifecycle {
  /// How long a call that is over is still shown, so that everybody sees that it is.
  static final Duration SHOWN = Duration.ofMinutes(1);

  /// A call older than this is another one, when she presses again.
  static final Duration FRESH = Duration.ofMinutes(2);

  /// A page that has not asked for so long listens no more: open ones are held at most twenty
  /// seconds and ask again.
  static final Duration LISTENS = Duration.ofSeconds(30);

  /// How often a node looks, when anybody has a page open.
  private static final long LOOK_MILLIS = 300;

  private static final String KIND = "help";
  private static final String PURPOSE = "reception";

  private final HelpRows rows;
  private final SafetyRows notes;
  private final LobbyTimes times;
  private final AuditLog log;
  private final TransactionTemplate transaction;
  private final Wake wake;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final Map<Queue, Look> looks = new EnumMap<>(Queue.class);
  private volatile boolean running;

  Help(
      HelpRows rows,
      SafetyRows notes,
      LobbyTimes times,
      AuditLog log,
      PlatformTransactionManager transactions,
      Wake wake,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.notes = notes;
    this.times = times;
    this.log = log;
    this.transaction = new TransactionTemplate(transactions);
    this.wake = wake;
    this.events = events;
    this.clock = clock;
  }

  /// What a node saw, and when it looked.
  private record Look(
      List<HelpCall> calls, List<SafetyNote> notes, List<HelpRows.Listener> listeners, long at) {
    /// How many colleagues besides the caller have a page that listens.
    int hearing(HelpCall call) {
      return (int)
          listeners.stream()
              .filter(one -> !one.head() && !one.staff().equals(call.calledBy()))
              .count();
    }

    boolean headListens() {
      return listeners.stream().anyMatch(HelpRows.Listener::head);
    }
  }

  /// What became of a press.
  public enum Press {
    /// A call.
    CALLED,
    /// The one from before was taken, or old: it is over, and this is a new call.
    CALLED_ANEW,
    /// The call that rings already rings from where she is now.
    RUNG_AGAIN,
    /// Nothing went out: another press of hers stood in the way, twice.
    NOTHING
  }

  /// A call as a viewer is shown it.
  ///
  /// @param unanswered whether nobody has answered for too long
  /// @param hearing how many colleagues besides the caller are logged in with a page that listens,
  ///   on whatever node
  /// @param headListens whether a head's page listens
  public record Called(
      Queue queue, HelpCall call, boolean unanswered, int hearing, boolean headListens) {}

  /// A safety note that waits for this viewer; without its words.
  public record Waits(Queue queue, SafetyNote note) {}

  /// What a viewer must see now.
  public record Seen(List<Called> calls, List<Waits> notes) {
    /// Copies the lists.
    public Seen {
      calls = List.copyOf(calls);
      notes = List.copyOf(notes);
    }

    /// Changes with everything in it.
    String key() {
      StringBuilder key = new StringBuilder("k");
      for (Called one : calls) {
        key.append(one.call().id()).append(one.call().version()).append(one.unanswered());
        key.append(one.hearing()).append(one.headListens());
      }
      notes.forEach(one -> key.append(one.note().id()));
      return Integer.toHexString(key.toString().hashCode());
    }
  }

  /// Calls for help to where the viewer is: the room in which she receives just now, the desk when
  /// her place is there, or a place that is not known.
  ///
  /// Every press is heard. One against a call that a colleague has taken, or an old one, ends that
  /// and calls anew; one against a call that rings tells where she is now.
  ///
  /// @param room the room, when the page knows it
  public Press call(Viewer viewer, Queue queue, UUID id, @Nullable UUID room) {
    Press press =
        Sides.on(
            queue.side(),
            () ->
                transaction.execute(status -> {
                  Instant now = clock.instant();
                  HelpRows.Where where = where(viewer, queue, room, now);
                  Press first = press(viewer, queue, id, where, now);
                  // her other press was there between the look and the call: now it is seen
                  return first == Press.NOTHING ? press(viewer, queue, id, where, now) : first;
                }));
    lookAnew();
    return press == null ? Press.NOTHING : press;
  }

  private HelpRows.Where where(Viewer viewer, Queue queue, @Nullable UUID room, Instant now) {
    UUID staff = viewer.staff();
    UUID here =
        room != null && rows.isRoom(queue, room)
            ? room
            : rows.roomOf(queue, staff, now).orElse(null);
    if (here != null) {
      return new HelpRows.Where(HelpCall.Place.ROOM, here);
    }
    return viewer.role() == Role.RECEPTION
        ? new HelpRows.Where(HelpCall.Place.DESK, null)
        : new HelpRows.Where(
            HelpCall.Place.UNKNOWN, rows.lastRoomOf(queue, staff, now).orElse(null));
  }

  private Press press(Viewer viewer, Queue queue, UUID id, HelpRows.Where where, Instant now) {
    HelpCall open = rows.openOf(queue, viewer.staff()).orElse(null);
    Instant climbed = null;
    if (open != null) {
      boolean rings = open.takenAt() == null && now.isBefore(open.calledAt().plus(FRESH));
      if (rings) {
        return rows.ring(queue, open.id(), where, now)
                && done(viewer, queue, "ring", "rung", open.id(), open.version() + 1)
            ? Press.RUNG_AGAIN
            : Press.NOTHING;
      }
      if (rows.replace(queue, open.id(), viewer.staff(), now)) {
        boolean _ = done(viewer, queue, "end", "ended", open.id(), open.version() + 1);
      }
      // nobody answered the old one: the head does not wait another minute for the new one
      climbed = open.takenAt() == null ? now : null;
    }
    if (!rows.call(queue, id, where, viewer.staff(), now, climbed)) {
      return Press.NOTHING;
    }
    boolean _ = done(viewer, queue, "call", "called", id, 1);
    return open == null ? Press.CALLED : Press.CALLED_ANEW;
  }

  /// It is somewhere else: only the caller knows.
  public boolean move(
      Viewer viewer, Queue queue, UUID id, HelpCall.Place place, @Nullable UUID room) {
    return here(
        queue,
        () ->
            (place == HelpCall.Place.ROOM) == (room != null)
                && (room == null || rows.isRoom(queue, room))
                && rows.move(queue, id, place, room, viewer.staff())
                && done(viewer, queue, "move", "moved", id, 2));
  }

  /// The viewer goes there. The first one does; who comes second sees who.
  public boolean take(Viewer viewer, Queue queue, UUID id) {
    return here(
        queue,
        () ->
            rows.take(queue, id, viewer.staff(), clock.instant())
                && done(viewer, queue, "take", "taken", id, 2));
  }

  /// It is over. The caller says so only when a colleague has gone there.
  public boolean end(Viewer viewer, Queue queue, UUID id) {
    return here(
        queue,
        () ->
            rows.end(queue, id, viewer.staff(), clock.instant())
                && done(viewer, queue, "end", "ended", id, 2));
  }

  /// The caller says that it was pressed by mistake. Somebody may stand beside her and make her say
  /// it: it goes on, in a lower tone, until a colleague has looked ([#confirm]).
  public boolean takeBack(Viewer viewer, Queue queue, UUID id) {
    return here(
        queue,
        () ->
            rows.doubt(queue, id, viewer.staff(), clock.instant())
                && done(viewer, queue, "take_back", "doubted", id, 2));
  }

  /// A colleague has looked: it was pressed by mistake, and is over.
  public boolean confirm(Viewer viewer, Queue queue, UUID id) {
    return here(
        queue,
        () ->
            rows.confirm(queue, id, viewer.staff(), clock.instant())
                && done(viewer, queue, "confirm", "false_press", id, 3));
  }

  /// A page of the viewer's asks, and will be told.
  void listens(Viewer viewer) {
    Instant now = clock.instant();
    boolean isNew = false;
    for (Queue queue : Receptions.seenBy(viewer)) {
      HelpRows.Listener listener =
          new HelpRows.Listener(viewer.staff(), viewer.role() == Role.HEAD);
      Sides.run(queue.side(), () -> rows.listens(queue, listener, now));
      isNew |= !looked(queue).listeners().contains(listener);
    }
    if (isNew) {
      lookAnew();
    }
  }

  /// What this viewer must see now, at most a third of a second old: the calls of her side, and for
  /// the head those that nobody has answered. Without a line in the log: it says where, and nothing
  /// of whom.
  public Seen now(Viewer viewer) {
    Instant now = clock.instant();
    List<Called> called = new ArrayList<>();
    List<Waits> notes = new ArrayList<>();
    for (Queue queue : Receptions.seenBy(viewer)) {
      Look look = looked(queue);
      look.notes().stream()
          .filter(note -> note.receiver().equals(viewer.staff()))
          .forEach(note -> notes.add(new Waits(queue, note)));
      for (HelpCall call : look.calls()) {
        boolean unanswered =
            call.climbedAt() != null
                || (call.open()
                    && call.takenAt() == null
                    && !now.isBefore(call.calledAt().plus(times.unanswered())));
        boolean ownSide = viewer.role() != Role.HEAD;
        int hearing = look.hearing(call);
        // whom nobody hears the head hears at once
        boolean alone = call.open() && call.takenAt() == null && hearing == 0;
        if ((ownSide || unanswered || alone) && (call.open() || isShown(call, now))) {
          called.add(
              new Called(
                  queue,
                  call,
                  unanswered && call.open() && call.takenAt() == null,
                  hearing,
                  look.headListens()));
        }
      }
    }
    return new Seen(called, notes);
  }

  private static boolean isShown(HelpCall call, Instant now) {
    Instant ended = call.endedAt();
    return ended != null && now.isBefore(ended.plus(SHOWN));
  }

  /// Waits until what the viewer must see is no longer what she has seen, or some time has passed.
  public Seen await(Viewer viewer, String seen, Duration longest) {
    long until = System.nanoTime() + longest.toNanos();
    Seen now = now(viewer);
    while (running && now.key().equals(seen) && System.nanoTime() < until) {
      lock.lock();
      try {
        // woken by a press on this node; one on another is found by looking
        news.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException leaving) {
        Thread.currentThread().interrupt();
        return now;
      } finally {
        lock.unlock();
      }
      now = now(viewer);
    }
    return now;
  }

  /// The calls of the last day, the latest first: what was called, who went, when it was over.
  public List<HelpCall> lately(Viewer viewer, Queue queue) {
    Instant now = clock.instant();
    return Receptions.seenBy(viewer).contains(queue)
        ? Sides.on(queue.side(), () -> rows.since(queue, now.minus(Duration.ofDays(1))))
        : List.of();
  }

  /// The rooms among which the caller chooses when it was another one.
  List<LobbyRows.Room> rooms(Queue queue) {
    return Sides.on(queue.side(), () -> rows.rooms(queue));
  }

  private Look looked(Queue queue) {
    lock.lock();
    try {
      Look last = looks.get(queue);
      if (last != null
          && System.nanoTime() - last.at() < TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS)) {
        return last;
      }
      Instant shown = clock.instant().minus(SHOWN);
      Look look =
          Sides.on(
              queue.side(),
              () ->
                  new Look(
                      rows.since(queue, shown),
                      notes.unread(queue),
                      rows.listeners(queue, clock.instant().minus(LISTENS)),
                      System.nanoTime()));
      looks.put(queue, look);
      return look;
    } finally {
      lock.unlock();
    }
  }

  private boolean done(Viewer viewer, Queue queue, String act, String what, UUID id, int version) {
    log.append(viewer.line(act, KIND, id, PURPOSE, Outcome.DONE).wrote(version, null));
    events.publishEvent(new HelpChanged(what, id, queue, clock.instant()));
    wake.ring();
    return true;
  }

  private boolean here(Queue queue, Supplier<Boolean> work) {
    boolean done =
        Sides.on(
            queue.side(),
            () -> Optional.ofNullable(transaction.execute(status -> work.get())).orElse(false));
    lookAnew();
    return done;
  }

  /// Something was written on this node: whoever waits looks at once.
  void lookAnew() {
    lock.lock();
    try {
      looks.clear();
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    lookAnew();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
