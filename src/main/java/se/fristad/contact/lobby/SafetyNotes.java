package se.fristad.contact.lobby;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.access.FileDoor;
import se.fristad.access.FileRef;
import se.fristad.access.FileRule;
import se.fristad.access.Opened;
import se.fristad.access.Permit;
import se.fristad.access.Purpose;
import se.fristad.access.Relation;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.access.Written;
import se.fristad.contact.Queue;
import se.fristad.contact.Wake;
import se.fristad.contact.reception.Receptions;
import se.fristad.vault.Confidential;
import se.fristad.vault.DataKey;
import se.fristad.vault.Place;
import se.fristad.vault.SideKeys;
import se.fristad.vault.Sides;
import se.fristad.vault.WrappedKey;

/// What a colleague should know before she opens the door: written at the desk, sealed, read by the
/// one for whom it is, who says that she has. Gone with the day.
@StaffFace
@Component
public class SafetyNotes {
  /// The longest own words, in characters: a line or two.
  static final int MOST = 500;

  private final SafetyRows rows;
  private final LobbyRows lobby;
  private final Receptions receptions;
  private final Help help;
  private final FileDoor door;
  private final SideKeys keys;
  private final Wake wake;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  SafetyNotes(
      SafetyRows rows,
      LobbyRows lobby,
      Receptions receptions,
      Help help,
      FileDoor door,
      SideKeys keys,
      Wake wake,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.lobby = lobby;
    this.receptions = receptions;
    this.help = help;
    this.door = door;
    this.keys = keys;
    this.wake = wake;
    this.events = events;
    this.clock = clock;
  }

  /// Who may read a note: the one for whom it is, and who wrote it.
  @Component
  static class Rule implements FileRule {
    static final String KIND = "safety_note";
    private final SafetyRows rows;

    Rule(SafetyRows rows) {
      this.rows = rows;
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Relation relationOf(Viewer viewer, UUID id) {
      return rows.isOf(LobbyHoldings.here(), id, viewer.staff()) ? Relation.MINE : Relation.NONE;
    }

    @Override
    public boolean allows(Viewer viewer, Relation relation, Purpose purpose) {
      return relation == Relation.MINE
          && purpose == Purpose.MEETING
          && LobbyRule.RECEIVE.contains(viewer.role());
    }
  }

  /// Those for whom a note can be written: who receives on that side.
  public List<UUID> receivers(Queue queue) {
    return receptions.receivers(queue).stream().map(Receptions.Receiver::staff).toList();
  }

  /// Writes a note for a colleague. The same form sent twice is one note.
  ///
  /// @param id minted with the form
  /// @param words own words; nothing when the answers say it all
  /// @return false when it is for nobody who receives, or about somebody who has gone
  public Opened<Boolean> write(
      Viewer viewer,
      Queue queue,
      UUID guest,
      UUID id,
      UUID receiver,
      Set<Danger> dangers,
      @Nullable Confidential words) {
    boolean receives = receivers(queue).contains(receiver);
    return told(
        queue,
        () ->
            door.write(
                viewer,
                new FileRef(LobbyRule.KIND, guest),
                Purpose.MEETING,
                "write_safety_note",
                permit ->
                    lobby.lock(queue, permit.id())
                        ? written(queue, permit, id, receives ? receiver : null, dangers, words)
                        : null));
  }

  private Written<Boolean> written(
      Queue queue,
      Permit permit,
      UUID id,
      @Nullable UUID receiver,
      Set<Danger> dangers,
      @Nullable Confidential words) {
    Guest guest = lobby.find(queue, permit.id()).orElseThrow();
    if (receiver == null || guest.left() != null || (dangers.isEmpty() && words == null)) {
      return Written.refused(false);
    }
    Instant now = clock.instant();
    byte[] sealed = null;
    WrappedKey wrapped = null;
    if (words != null) {
      try (DataKey key = DataKey.random()) {
        sealed = key.seal(place(id), words);
        wrapped = keys.wrap(id, key);
      }
    }
    if (rows.write(
        queue, id, guest.id(), receiver, dangers, permit.viewer().staff(), now, sealed, wrapped)) {
      events.publishEvent(new SafetyWritten("written", id, queue, now));
      wake.ring();
    }
    return sealed == null
        ? Written.plain(true, guest.version())
        : Written.sealed(true, guest.version(), sealed);
  }

  /// What was written about somebody: for whom, and whether it is read; never the words.
  List<SafetyNote> of(Queue queue, UUID guest) {
    return Sides.on(queue.side(), () -> rows.of(queue, guest));
  }

  /// A note with its words. One line in the log.
  public Opened<SafetyNote> open(Viewer viewer, Queue queue, UUID id) {
    return Sides.on(
        queue.side(),
        () ->
            door.open(
                viewer,
                new FileRef(Rule.KIND, id),
                Purpose.MEETING,
                permit -> rows.find(queue, permit.id()).map(this::opened).orElse(null)));
  }

  private SafetyNote opened(SafetyRows.Stored stored) {
    SafetyNote note = stored.note();
    byte[] sealed = stored.sealed();
    WrappedKey wrapped = stored.key();
    if (sealed == null || wrapped == null) {
      return note;
    }
    try (DataKey key = keys.unwrap(note.id(), wrapped)) {
      return new SafetyNote(
          note.id(),
          note.guest(),
          note.sign(),
          note.receiver(),
          note.dangers(),
          note.author(),
          note.at(),
          key.open(place(note.id()), sealed),
          note.read());
    }
  }

  /// The one for whom it is says that she has read it; for anybody else nothing happens.
  public Opened<Boolean> read(Viewer viewer, Queue queue, UUID id) {
    return told(
        queue,
        () ->
            door.write(
                viewer,
                new FileRef(Rule.KIND, id),
                Purpose.MEETING,
                "read_safety_note",
                permit -> {
                  SafetyNote note =
                      rows.find(queue, permit.id()).map(SafetyRows.Stored::note).orElse(null);
                  if (note == null) {
                    return null;
                  }
                  if (!note.receiver().equals(viewer.staff())) {
                    return Written.refused(false);
                  }
                  Instant now = clock.instant();
                  if (rows.read(queue, permit.id(), viewer.staff(), now)) {
                    events.publishEvent(new SafetyWritten("read", permit.id(), queue, now));
                    wake.ring();
                  }
                  return Written.plain(true, 2);
                }));
  }

  private <T> Opened<T> told(Queue queue, Supplier<Opened<T>> work) {
    Opened<T> written = Sides.on(queue.side(), work);
    help.lookAnew();
    return written;
  }

  private static Place place(UUID id) {
    return new Place("contact", id, "safety", 1);
  }
}
