package se.fristad.contact;

import java.net.URI;
import java.net.URISyntaxException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
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

/// The link of a time by video: one of us writes it, sealed under the key of the conversation, and
/// she reads it there and nowhere else. Nothing is sent, and nobody is called by it.
@StaffFace
@Component
public class MeetingLinks {
  /// The longest link, in characters.
  public static final int MOST = 500;

  private final JdbcClient sql;
  private final ThreadRows threads;
  private final SideKeys keys;
  private final FileDoor door;
  private final Wake wake;
  private final Clock clock;

  MeetingLinks(
      JdbcClient sql, ThreadRows threads, SideKeys keys, FileDoor door, Wake wake, Clock clock) {
    this.sql = sql;
    this.threads = threads;
    this.keys = keys;
    this.door = door;
    this.wake = wake;
    this.clock = clock;
  }

  /// What becomes of a link.
  public enum Kept {
    /// It stands on her page.
    DONE,
    /// It is no address that begins with https, or it is too long.
    NO_LINK,
    /// The time is not by video, is no more, or is over.
    NO_TIME
  }

  private record Linked(byte @Nullable [] link, int version) {}

  /// Writes the link of a time, over the one that stood there.
  public Opened<Kept> write(
      Viewer viewer, Queue queue, ThreadId thread, UUID meeting, Confidential typed) {
    return Sides.on(
        queue.side(),
        () ->
            door.write(
                viewer,
                new FileRef(queue.kind(), thread.value()),
                Purpose.MEETING,
                "write_link",
                permit -> written(queue, permit, meeting, typed)));
  }

  private @Nullable Written<Kept> written(
      Queue queue, Permit permit, UUID meeting, Confidential typed) {
    UUID thread = permit.id();
    var wrapped = threads.key(queue, thread);
    if (threads.lock(queue, thread).isEmpty() || wrapped.isEmpty()) {
      return null;
    }
    Linked before = linked(queue, thread, meeting, clock.instant()).orElse(null);
    if (before == null) {
      return Written.refused(Kept.NO_TIME);
    }
    Confidential link = address(typed).orElse(null);
    if (link == null) {
      return Written.refused(Kept.NO_LINK);
    }
    int version = before.version() + 1;
    byte[] sealed;
    try (DataKey key = keys.unwrap(thread, wrapped.get())) {
      sealed = key.seal(place(meeting, version), link);
    }
    sql.sql("update " + queue.schema() + ".meeting set link = ?, link_version = ? where id = ?")
        .params(sealed, version, meeting)
        .update();
    wake.ring();
    return Written.sealed(Kept.DONE, threads.written(queue, thread), sealed);
  }

  /// The link of a time of a conversation that the viewer has open, for the field in which it is
  /// written.
  public Opened<Optional<Confidential>> read(
      Viewer viewer, Queue queue, ThreadId thread, UUID meeting) {
    return Sides.on(
        queue.side(),
        () ->
            door.open(
                viewer,
                new FileRef(queue.kind(), thread.value()),
                Purpose.MEETING,
                permit -> {
                  var wrapped = threads.key(queue, permit.id());
                  Linked linked = linked(queue, permit.id(), meeting, clock.instant()).orElse(null);
                  if (linked == null || wrapped.isEmpty()) {
                    return null;
                  }
                  byte[] link = linked.link();
                  if (link == null) {
                    return Optional.empty();
                  }
                  try (DataKey key = keys.unwrap(permit.id(), wrapped.get())) {
                    return Optional.of(key.open(place(meeting, linked.version()), link));
                  }
                }));
  }

  private Optional<Linked> linked(Queue queue, UUID thread, UUID meeting, Instant now) {
    return sql.sql(
            "select link, link_version from "
                + queue.schema()
                + ".meeting where id = ? and thread = ? and way = 'video' and state = 'booked' and until_at > ?")
        .params(meeting, thread, Timestamp.from(now))
        .query((row, number) -> new Linked(row.getBytes(1), row.getInt(2)))
        .optional();
  }

  private static Optional<Confidential> address(Confidential typed) {
    String text = typed.reveal().strip();
    if (text.length() > MOST) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(text);
      return "https".equalsIgnoreCase(uri.getScheme())
              && uri.getHost() != null
              && uri.getUserInfo() == null
          ? Optional.of(Confidential.of(text))
          : Optional.empty();
    } catch (URISyntaxException none) {
      return Optional.empty();
    }
  }

  private static Place place(UUID meeting, int version) {
    return new Place("contact", meeting, "link", version);
  }
}
