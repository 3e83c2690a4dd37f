package se.fristad.contact;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
import se.fristad.centre.Municipality;
import se.fristad.centre.OpeningHours;
import se.fristad.vault.Confidential;
import se.fristad.vault.DataKey;
import se.fristad.vault.Place;
import se.fristad.vault.SideKeys;
import se.fristad.vault.Sides;
import se.fristad.vault.WrappedKey;

/// What those who ask in their work were helped with (A-PRO): noted beside the conversation. Which
/// kind of workplace, which municipality and what about stay when the conversation is gone; the
/// words die with it.
@StaffFace
@Component
public class Consultations {
  private static final Queue QUEUE = Queue.PROFESSIONAL;

  private final ThreadRows threads;
  private final ConsultationRows rows;
  private final FileDoor door;
  private final SideKeys keys;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Consultations(
      ThreadRows threads,
      ConsultationRows rows,
      FileDoor door,
      SideKeys keys,
      ApplicationEventPublisher events,
      Clock clock) {
    this.threads = threads;
    this.rows = rows;
    this.door = door;
    this.keys = keys;
    this.events = events;
    this.clock = clock;
  }

  /// How many consultations a municipality has had.
  public record Reached(String municipality, int times) {}

  /// How it went to note one.
  public enum Noting {
    /// It stands.
    KEPT,
    /// Somebody else has changed it meanwhile. Nothing was kept.
    OVERTAKEN
  }

  /// What has been noted of a conversation; one line in the log.
  public Opened<Optional<Consultation>> of(Viewer viewer, ThreadId thread) {
    return Sides.on(
        QUEUE.side(),
        () -> door.open(viewer, file(thread), purpose(viewer), permit -> read(permit)));
  }

  private @Nullable Optional<Consultation> read(Permit permit) {
    UUID thread = permit.id();
    Optional<ConsultationRows.Row> row = rows.of(thread);
    Optional<WrappedKey> wrapped = threads.key(QUEUE, thread);
    if (wrapped.isEmpty()) {
      return null;
    }
    return row.map(one -> opened(thread, one, wrapped.get()));
  }

  private Consultation opened(UUID thread, ConsultationRows.Row row, WrappedKey wrapped) {
    byte[] sealed = row.sealed();
    Confidential words = Confidential.of("");
    if (sealed != null) {
      try (DataKey key = keys.unwrap(thread, wrapped)) {
        words = key.open(place(row.id()), sealed);
      }
    }
    return new Consultation(
        row.id(),
        row.notedOn(),
        row.organisation(),
        row.municipality(),
        row.topic(),
        words,
        row.version());
  }

  /// Notes it, or changes what was noted.
  ///
  /// @param noted its version is the one that was opened; 0 for none
  /// @throws IllegalArgumentException for a municipality that nobody knows
  public Opened<Noting> note(Viewer viewer, ThreadId thread, Consultation noted) {
    if (!Municipality.isKnown(noted.municipality())) {
      throw new IllegalArgumentException("no such municipality");
    }
    return Sides.on(
        QUEUE.side(),
        () ->
            door.write(
                viewer,
                file(thread),
                Purpose.SCREENING,
                "note_consultation",
                permit -> kept(permit, noted)));
  }

  private @Nullable Written<Noting> kept(Permit permit, Consultation noted) {
    UUID thread = permit.id();
    Optional<ThreadRows.Locked> locked = threads.lock(QUEUE, thread);
    Optional<WrappedKey> wrapped = threads.key(QUEUE, thread);
    if (locked.isEmpty() || wrapped.isEmpty()) {
      return null;
    }
    Optional<ConsultationRows.Row> before = rows.of(thread);
    if (before.map(ConsultationRows.Row::version).orElse(0) != noted.version()) {
      return Written.refused(Noting.OVERTAKEN);
    }
    Instant now = clock.instant();
    UUID id = before.map(ConsultationRows.Row::id).orElseGet(UUID::randomUUID);
    Consultation whole =
        new Consultation(
            id,
            LocalDate.ofInstant(now, OpeningHours.HERE),
            noted.organisation(),
            noted.municipality(),
            noted.topic(),
            noted.words(),
            noted.version());
    if (before.isEmpty()) {
      rows.insert(whole, thread);
    } else {
      rows.update(whole);
    }
    events.publishEvent(new ConsultationNoted(id, noted.version() + 1, now));
    int version = threads.written(QUEUE, thread);
    if (noted.words().isBlank()) {
      rows.forget(id);
      return Written.plain(Noting.KEPT, version);
    }
    byte[] sealed;
    try (DataKey key = keys.unwrap(thread, wrapped.get())) {
      sealed = key.seal(place(id), noted.words());
    }
    rows.words(id, thread, permit.viewer().staff(), now, sealed);
    return Written.sealed(Noting.KEPT, version, sealed);
  }

  /// How many have been noted.
  public int count(Viewer viewer) {
    return mayList(viewer) ? Sides.on(QUEUE.side(), () -> rows.count(viewer.staff())) : 0;
  }

  /// Those noted, the latest first, without words; one line in the log.
  public List<Consultation> latest(Viewer viewer, int skipped, int most) {
    return Sides.on(
        QUEUE.side(),
        () ->
            door.list(
                viewer,
                QUEUE.kind(),
                "consultations",
                () ->
                    mayList(viewer)
                        ? rows.latest(viewer.staff(), skipped, most).stream()
                            .map(row ->
                                new Consultation(
                                    row.id(),
                                    row.notedOn(),
                                    row.organisation(),
                                    row.municipality(),
                                    row.topic(),
                                    Confidential.of(""),
                                    row.version()))
                            .toList()
                        : List.of(),
                Consultation::id));
  }

  /// How many came from each municipality since a day.
  public List<Reached> reached(Viewer viewer, LocalDate since) {
    return mayList(viewer) ? Sides.on(QUEUE.side(), () -> rows.reached(since)) : List.of();
  }

  private static boolean mayList(Viewer viewer) {
    return QUEUE.isOpenTo(viewer.role());
  }

  private static Purpose purpose(Viewer viewer) {
    return viewer.role() == Role.HEAD ? Purpose.SUPERVISING : Purpose.SCREENING;
  }

  private static FileRef file(ThreadId thread) {
    return new FileRef(QUEUE.kind(), thread.value());
  }

  private static Place place(UUID consultation) {
    return new Place("contact", consultation, "consultation", 1);
  }
}
