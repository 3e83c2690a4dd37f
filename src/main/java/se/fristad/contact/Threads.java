package se.fristad.contact;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.access.FileDoor;
import se.fristad.access.FileRef;
import se.fristad.access.Opened;
import se.fristad.access.Permit;
import se.fristad.access.Purpose;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.access.Written;
import se.fristad.vault.Confidential;
import se.fristad.vault.DataKey;
import se.fristad.vault.Place;
import se.fristad.vault.SideKeys;
import se.fristad.vault.Sides;
import se.fristad.vault.WrappedKey;

/// The conversations, as those who answer meet them: who waits, what was said, the answer, the
/// closing.
///
/// Every opening goes through the [FileDoor]: rule, log line and work in one transaction on the
/// side of the thread's queue.
@StaffFace
@Component
public class Threads {
  /// How many rows of an inbox are shown at most.
  public static final int MOST = 200;

  private final ThreadRows rows;
  private final QueueRows queues;
  private final InvitationRows invitations;
  private final DeskRows desk;
  private final FileDoor door;
  private final SideKeys keys;
  private final Wake wake;
  private final Counted counted;
  private final Announcements announcements;
  private final Times times;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Threads(
      ThreadRows rows,
      QueueRows queues,
      InvitationRows invitations,
      DeskRows desk,
      FileDoor door,
      SideKeys keys,
      Wake wake,
      Counted counted,
      Announcements announcements,
      Times times,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.queues = queues;
    this.invitations = invitations;
    this.desk = desk;
    this.door = door;
    this.keys = keys;
    this.wake = wake;
    this.counted = counted;
    this.announcements = announcements;
    this.times = times;
    this.events = events;
    this.clock = clock;
  }

  /// The queues that a viewer may look into: those of the sides her role works on, and the one of
  /// professionals if she is one of those who answer them.
  public List<Queue> queuesOf(Viewer viewer) {
    return List.of(Queue.values()).stream().filter(queue -> queue.isOpenTo(viewer.role())).toList();
  }

  /// The open conversations of a queue, the most urgent first. One line in the log.
  public List<Waiting> open(Viewer viewer, Queue queue) {
    return open(viewer, queue, Sieve.everything());
  }

  /// What of a queue's open conversations is asked for, in the order asked for. One line in the
  /// log, which says whether something was left out.
  public List<Waiting> open(Viewer viewer, Queue queue, Sieve sieve) {
    return Sides.on(
        queue.side(),
        () ->
            door.list(
                viewer,
                queue.kind(),
                sieve.filters() ? "open_filtered" : "open",
                () ->
                    queue.isOpenTo(viewer.role())
                        ? queues.open(queue, sieve, viewer.staff(), MOST)
                        : List.of(),
                row -> row.thread().value()));
  }

  /// The closed conversations of a queue, the latest first. One line in the log.
  ///
  /// @param page from 0, of 25 rows; one row more is read so that the page knows whether there is a
  ///   next one
  public List<Waiting> closed(Viewer viewer, Queue queue, int page) {
    return Sides.on(
        queue.side(),
        () ->
            door.list(
                viewer,
                queue.kind(),
                "closed",
                () ->
                    queue.isOpenTo(viewer.role())
                        ? queues.closed(queue, viewer.staff(), 26, page * 25)
                        : List.of(),
                row -> row.thread().value()));
  }

  /// A number that changes whenever something changes in a queue: for a page that was opened
  /// through the door and asks every few seconds whether to look again. It tells nothing else, and
  /// leaves no line in the log; the look itself does.
  public long pulse(Viewer viewer, Queue queue) {
    return queuesOf(viewer).contains(queue) ? Sides.on(queue.side(), () -> queues.pulse(queue)) : 0;
  }

  /// As [#pulse(Viewer, Queue)], of one conversation; 0 when there is none.
  public long pulse(Viewer viewer, Queue queue, ThreadId thread) {
    return Sides.on(
        queue.side(),
        () ->
            queuesOf(viewer).contains(queue)
                    || invitations.invited(queue, thread.value(), viewer.staff()).isPresent()
                ? rows.pulse(queue, thread.value())
                : 0L);
  }

  /// How many conversations of a queue are open.
  public int openCount(Viewer viewer, Queue queue) {
    return queuesOf(viewer).contains(queue)
        ? Sides.on(queue.side(), () -> queues.openCount(queue, viewer.staff()))
        : 0;
  }

  /// How many conversations of a queue are closed.
  public int closedCount(Viewer viewer, Queue queue) {
    return queuesOf(viewer).contains(queue)
        ? Sides.on(queue.side(), () -> queues.closedCount(queue, viewer.staff()))
        : 0;
  }

  /// Reads a conversation.
  public Opened<Conversation> read(Viewer viewer, Queue queue, ThreadId thread, Purpose purpose) {
    return Sides.on(
        queue.side(),
        () ->
            door.open(viewer, file(queue, thread), purpose, permit -> conversation(queue, permit)));
  }

  /// Answers. The answer is sealed under the thread's key and stands in her open page within a
  /// second.
  ///
  /// @param clientId minted with the form; the same id is the same answer, whatever happens on the
  ///   way
  /// @return the answer's place in the conversation
  public Opened<Integer> answer(
      Viewer viewer, Queue queue, ThreadId thread, UUID clientId, Confidential words) {
    return Sides.on(
        queue.side(),
        () ->
            door.write(
                viewer,
                file(queue, thread),
                Purpose.ANSWERING,
                "answer",
                permit -> answered(queue, permit, clientId, words)));
  }

  /// Marks that there is danger, or takes the mark away.
  public Opened<ThreadId> mark(Viewer viewer, Queue queue, ThreadId thread, boolean danger) {
    return Sides.on(
        queue.side(),
        () ->
            door.write(
                viewer,
                file(queue, thread),
                Purpose.ANSWERING,
                danger ? "mark_danger" : "unmark_danger",
                permit -> marked(queue, permit, danger)));
  }

  /// Closes a conversation. Her words die a day later; until then, writing opens it again.
  ///
  /// @param because why a call became nothing more; null for a conversation in writing
  /// @return false when a call has been given no reason: then nothing is closed
  public Opened<Boolean> close(
      Viewer viewer, Queue queue, ThreadId thread, @Nullable ClosedBecause because) {
    return Sides.on(
        queue.side(),
        () ->
            door.write(
                viewer,
                file(queue, thread),
                Purpose.ANSWERING,
                "close",
                permit -> closed(queue, permit, because)));
  }

  private @Nullable Conversation conversation(Queue queue, Permit permit) {
    Optional<Waiting> about = queues.find(queue, permit.id());
    Optional<WrappedKey> wrapped = rows.key(queue, permit.id());
    List<ThreadRows.Said> said = rows.said(queue, permit.id());
    if (about.isEmpty() || wrapped.isEmpty()) {
      return null;
    }
    List<Conversation.Line> lines = new ArrayList<>();
    try (DataKey key = keys.unwrap(permit.id(), wrapped.get())) {
      for (ThreadRows.Said one : said) {
        Confidential words = key.open(place(one.clientId()), one.sealed());
        lines.add(
            new Conversation.Line(one.seq(), one.fromPerson(), one.author(), one.at(), words));
      }
    }
    if (invitations.invited(queue, permit.id(), permit.viewer().staff()).isPresent()) {
      return refusedByHer(queue, permit, lines)
          ? null
          : new Conversation(about.get(), lines, List.of(), List.of(), true);
    }
    List<Conversation.Note> notes = new ArrayList<>();
    List<DeskRows.SealedNote> sealed = desk.notes(queue, permit.id());
    try (DataKey key = keys.unwrap(permit.id(), wrapped.get())) {
      for (DeskRows.SealedNote one : sealed) {
        notes.add(
            new Conversation.Note(
                one.id(),
                one.handover(),
                one.author(),
                one.at(),
                key.open(Desk.place(one.id()), one.sealed())));
      }
    }
    return new Conversation(about.get(), lines, notes, invitations.of(queue, permit.id()), false);
  }

  /// Whether the person has said no since she was asked: then whoever was asked in reads nothing,
  /// from this moment.
  private boolean refusedByHer(Queue queue, Permit permit, List<Conversation.Line> lines) {
    InvitationRows.Asked asked =
        invitations.asked(queue, permit.id(), permit.viewer().staff()).orElse(null);
    if (asked == null || Boolean.TRUE.equals(asked.answer())) {
      return false;
    }
    List<Conversation.Line> since =
        lines.stream().filter(line -> line.fromPerson() && line.seq() > asked.seq()).toList();
    Instant delivered = asked.delivered();
    Instant until = delivered == null ? clock.instant() : delivered.plus(times.answering());
    // her first words, and whatever else she says while she has time to answer: many ask who it is
    // before they say no
    boolean no =
        since.stream()
            .filter(line -> line.equals(since.getFirst()) || !line.at().isAfter(until))
            .anyMatch(line -> SaidNo.in(line.words().reveal()));
    if (no) {
      invitations.answer(queue, asked.id(), false, clock.instant());
    }
    return no;
  }

  private @Nullable Written<Integer> answered(
      Queue queue, Permit permit, UUID clientId, Confidential words) {
    Optional<ThreadRows.Locked> locked = rows.lock(queue, permit.id());
    Optional<WrappedKey> wrapped = rows.key(queue, permit.id());
    Optional<Integer> before = rows.placeOf(queue, permit.id(), clientId);
    if (locked.isEmpty() || wrapped.isEmpty() || locked.get().spoken()) {
      return null;
    }
    if (before.isPresent()) {
      return Written.plain(before.get(), locked.get().version());
    }
    Instant now = clock.instant();
    if (invitations.invited(queue, permit.id(), permit.viewer().staff()).isPresent()
        && conversation(queue, permit) == null) {
      return null;
    }
    byte[] sealed;
    try (DataKey key = keys.unwrap(permit.id(), wrapped.get())) {
      sealed = key.seal(place(clientId), signed(queue, permit, locked.get(), words));
    }
    int version = rows.answer(queue, permit.id(), clientId, permit.viewer().staff(), now, sealed);
    int seq = rows.placeOf(queue, permit.id(), clientId).orElseThrow();
    rows.giveIfFree(queue, permit.id(), permit.viewer().staff(), now);
    counted.once(queue, permit.id(), locked.get());
    counted.answered(locked.get(), now);
    events.publishEvent(new ThreadAnswered(permit.id(), queue, now, !locked.get().answered()));
    wake.ring();
    return Written.sealed(seq, version, sealed);
  }

  /// With the name that stands for the writer, when another of us wrote last: never her own. Who
  /// was asked in says her competence.
  private Confidential signed(
      Queue queue, Permit permit, ThreadRows.Locked locked, Confidential words) {
    UUID staff = permit.viewer().staff();
    String name =
        Stream.of(
                desk.alias(queue, staff),
                invitations
                    .invited(queue, permit.id(), staff)
                    .map(role -> announcements.competence(role, locked.language())))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return name.isEmpty() || rows.wroteLast(queue, permit.id(), staff)
        ? words
        : Confidential.of(words.reveal() + "\n\n– " + name);
  }

  private @Nullable Written<ThreadId> marked(Queue queue, Permit permit, boolean danger) {
    Optional<ThreadRows.Locked> locked = rows.lock(queue, permit.id());
    if (locked.isEmpty()) {
      return null;
    }
    int version = rows.mark(queue, permit.id(), danger);
    events.publishEvent(new DangerMarked(permit.id(), queue, danger, clock.instant()));
    wake.ring();
    return Written.plain(new ThreadId(permit.id()), version);
  }

  private @Nullable Written<Boolean> closed(
      Queue queue, Permit permit, @Nullable ClosedBecause because) {
    Optional<ThreadRows.Locked> locked = rows.lock(queue, permit.id());
    if (locked.isEmpty()) {
      return null;
    }
    if (!locked.get().open()) {
      return Written.plain(true, locked.get().version());
    }
    if (locked.get().spoken() && because == null) {
      return Written.refused(false);
    }
    Instant now = clock.instant();
    if (because != null) {
      rows.because(queue, permit.id(), because);
    }
    int version = rows.close(queue, permit.id(), now);
    counted.once(queue, permit.id(), locked.get());
    events.publishEvent(
        new ThreadClosed(
            permit.id(), queue, now, because != null && because != ClosedBecause.INTAKE));
    wake.ring();
    return Written.plain(true, version);
  }

  private static FileRef file(Queue queue, ThreadId thread) {
    return new FileRef(queue.kind(), thread.value());
  }

  private static Place place(UUID clientId) {
    return new Place("contact", clientId, "words", 1);
  }
}
