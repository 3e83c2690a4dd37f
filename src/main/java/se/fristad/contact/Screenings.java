package se.fristad.contact;

import java.time.Clock;
import java.time.Instant;
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
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.access.Written;
import se.fristad.page.TypedForm;
import se.fristad.vault.Confidential;
import se.fristad.vault.DataKey;
import se.fristad.vault.Place;
import se.fristad.vault.SideKeys;
import se.fristad.vault.Sides;
import se.fristad.vault.WrappedKey;

/// What somebody tells of danger while she writes or calls: asked again and again, each time kept
/// sealed under the conversation's key, and gone with it.
@StaffFace
@Component
public class Screenings {
  private final ScreeningRows rows;
  private final ThreadRows threads;
  private final Threads marks;
  private final FileDoor door;
  private final SideKeys keys;
  private final Wake wake;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Screenings(
      ScreeningRows rows,
      ThreadRows threads,
      Threads marks,
      FileDoor door,
      SideKeys keys,
      Wake wake,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.threads = threads;
    this.marks = marks;
    this.door = door;
    this.keys = keys;
    this.wake = wake;
    this.events = events;
    this.clock = clock;
  }

  /// How it went to keep one.
  public enum Keeping {
    /// It stands there.
    KEPT,
    /// A colleague has written one since the page was opened: nothing is kept.
    OVERTAKEN
  }

  /// What was told in a conversation.
  ///
  /// @param told the latest first
  /// @param mine what the viewer has begun to write herself
  /// @param another whether a colleague has begun too
  public record Told(List<Screening> told, Optional<ScreeningDraft> mine, boolean another) {
    /// Copies the list.
    public Told {
      told = List.copyOf(told);
    }
  }

  /// All that was told in a conversation, and what the viewer has begun to write. One line in the
  /// log.
  public Opened<Told> in(Viewer viewer, Queue queue, ThreadId thread, Purpose purpose) {
    return Sides.on(
        queue.side(),
        () ->
            door.open(
                viewer,
                file(queue, thread),
                purpose,
                permit -> {
                  List<Screening> told = told(queue, permit.id());
                  return told == null
                      ? null
                      : new Told(
                          told,
                          begun(queue, permit.id(), viewer.staff()),
                          rows.hasBegun(queue, permit.id(), viewer.staff()));
                }));
  }

  /// What somebody has begun to write: it is asked for by whose it is, and nobody else's is opened.
  private Optional<ScreeningDraft> begun(Queue queue, UUID thread, UUID author) {
    Optional<WrappedKey> wrapped = threads.key(queue, thread);
    return wrapped.isEmpty()
        ? Optional.empty()
        : rows.begun(queue, thread, author)
            .map(one -> {
              try (DataKey key = keys.unwrap(thread, wrapped.get())) {
                return new ScreeningDraft(
                    one.id(),
                    one.seen(),
                    one.at(),
                    one.version(),
                    TypedForm.read(
                        key.open(draft(one.id(), one.version()), one.sealed()).reveal()));
              }
            });
  }

  /// Saves what somebody has begun to write, for herself alone; a form in which nothing is new
  /// throws it away.
  ///
  /// @param seen the version that the form was made from
  /// @return when it was saved
  public Opened<Instant> begin(
      Viewer viewer, Queue queue, ThreadId thread, int seen, TypedForm typed) {
    return Sides.on(
        queue.side(),
        () ->
            door.write(
                viewer,
                file(queue, thread),
                Purpose.SCREENING,
                "screen_draft",
                permit -> begun(viewer, queue, permit, seen, typed)));
  }

  private @Nullable Written<Instant> begun(
      Viewer viewer, Queue queue, Permit permit, int seen, TypedForm typed) {
    Optional<ThreadRows.Locked> locked = threads.lock(queue, permit.id());
    Optional<WrappedKey> wrapped = threads.key(queue, permit.id());
    if (locked.isEmpty() || wrapped.isEmpty()) {
      return null;
    }
    Instant now = clock.instant();
    List<Screening> told = told(queue, permit.id());
    boolean changed =
        told == null || told.isEmpty()
            ? Screening.isBegun(typed)
            : !told.getFirst().typed().text().equals(typed.text());
    if (!changed || !Screening.isBegun(typed)) {
      rows.drop(queue, permit.id(), viewer.staff());
      events.publishEvent(new ScreeningDraftSaved(permit.id(), queue, false, now));
      return Written.plain(now, locked.get().version());
    }
    Optional<ScreeningRows.Begun> before = rows.begun(queue, permit.id(), viewer.staff());
    UUID id = before.map(ScreeningRows.Begun::id).orElseGet(UUID::randomUUID);
    int version = before.map(ScreeningRows.Begun::version).orElse(0) + 1;
    byte[] sealed;
    try (DataKey key = keys.unwrap(permit.id(), wrapped.get())) {
      sealed = key.seal(draft(id, version), Confidential.of(typed.text()));
    }
    rows.begin(
        queue,
        permit.id(),
        viewer.staff(),
        new ScreeningRows.Begun(id, seen, now, version, sealed));
    events.publishEvent(new ScreeningDraftSaved(permit.id(), queue, true, now));
    return Written.sealed(now, locked.get().version(), sealed);
  }

  /// The latest of a conversation; for the room that goes on with it, in its transaction.
  public Optional<Screening> latest(Queue queue, ThreadId thread) {
    List<Screening> told = told(queue, thread.value());
    return told == null ? Optional.empty() : told.stream().findFirst();
  }

  /// Whether anything was told in a conversation that the caller has opened; nothing of what.
  public boolean has(Queue queue, ThreadId thread) {
    return Sides.on(queue.side(), () -> !rows.of(queue, thread.value()).isEmpty());
  }

  private @Nullable List<Screening> told(Queue queue, UUID thread) {
    Optional<WrappedKey> wrapped = threads.key(queue, thread);
    List<ScreeningRows.Sealed> sealed = rows.of(queue, thread);
    if (wrapped.isEmpty()) {
      return null;
    }
    try (DataKey key = keys.unwrap(thread, wrapped.get())) {
      return sealed.stream()
          .map(one ->
              new Screening(
                  one.version(),
                  one.at(),
                  one.author(),
                  TypedForm.read(key.open(place(one.id(), one.version()), one.sealed()).reveal())))
          .toList();
    }
  }

  /// Keeps what she tells now. An acute question that has a yes which it did not have marks the
  /// conversation with danger, in the same transaction.
  ///
  /// @param id minted with the form: the same id is the same
  /// @param seen the version that the form was made from; 0 for none
  /// @param typed what was answered, already looked through
  public Opened<Keeping> keep(
      Viewer viewer, Queue queue, ThreadId thread, UUID id, int seen, TypedForm typed) {
    return Sides.on(
        queue.side(),
        () ->
            door.write(
                viewer,
                file(queue, thread),
                Purpose.SCREENING,
                "screen",
                permit -> kept(viewer, queue, permit, id, seen, typed)));
  }

  private @Nullable Written<Keeping> kept(
      Viewer viewer, Queue queue, Permit permit, UUID id, int seen, TypedForm typed) {
    Optional<ThreadRows.Locked> locked = threads.lock(queue, permit.id());
    Optional<WrappedKey> wrapped = threads.key(queue, permit.id());
    if (locked.isEmpty() || wrapped.isEmpty()) {
      return null;
    }
    List<ScreeningRows.Sealed> before = rows.of(queue, permit.id());
    if (before.stream().anyMatch(one -> one.id().equals(id))) {
      return Written.plain(Keeping.KEPT, locked.get().version());
    }
    int latest = before.isEmpty() ? 0 : before.getFirst().version();
    if (latest != seen) {
      return Written.refused(Keeping.OVERTAKEN);
    }
    Set<DangerQuestion> acute = Screening.acute(typed);
    Instant now = clock.instant();
    int version = latest + 1;
    byte[] sealed;
    try (DataKey key = keys.unwrap(permit.id(), wrapped.get())) {
      if (!before.isEmpty()) {
        ScreeningRows.Sealed last = before.getFirst();
        acute.removeAll(
            Screening.acute(
                TypedForm.read(
                    key.open(place(last.id(), last.version()), last.sealed()).reveal())));
      }
      sealed = key.seal(place(id, version), Confidential.of(typed.text()));
    }
    rows.keep(
        queue, permit.id(), new ScreeningRows.Sealed(id, version, viewer.staff(), now, sealed));
    rows.drop(queue, permit.id(), viewer.staff());
    int written = threads.written(queue, permit.id());
    if (!acute.isEmpty()) {
      // a line and an event of its own, so that whoever looks for marks finds this one too
      marks.mark(viewer, queue, new ThreadId(permit.id()), true);
    }
    events.publishEvent(new ScreeningKept(permit.id(), queue, version, !acute.isEmpty(), now));
    wake.ring();
    return Written.sealed(Keeping.KEPT, written, sealed);
  }

  private static FileRef file(Queue queue, ThreadId thread) {
    return new FileRef(queue.kind(), thread.value());
  }

  private static Place draft(UUID id, int version) {
    return new Place("contact", id, "screening_draft", version);
  }

  private static Place place(UUID id, int version) {
    return new Place("contact", id, "screening", version);
  }
}
