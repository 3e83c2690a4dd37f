package se.fristad.contact.front;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.fristad.contact.AttachmentKind;
import se.fristad.contact.Queue;
import se.fristad.contact.Wake;
import se.fristad.vault.DataKey;
import se.fristad.vault.Place;

/// Pictures and documents that somebody without a name sends. Never on a disk before it is sealed,
/// and known by what is in it and not by what it is called: its name is thrown away.
@PublicOnly
@Component
public class Attachments {
  /// The largest file, in bytes.
  public static final int MOST = 5 * 1024 * 1024;

  private final Doors doors;
  private final Wake wake;

  Attachments(Doors doors, Wake wake) {
    this.doors = doors;
    this.wake = wake;
  }

  /// What became of a file.
  public enum Sent {
    /// A picture is kept, without place and time.
    PICTURE,
    /// A document is kept, as it is.
    DOCUMENT,
    /// It is neither a picture nor a document that we can show.
    OTHER_KIND,
    /// It cannot be read as what it says it is, or claims to be too large.
    UNREADABLE,
    /// There are as many as we take.
    FULL,
    /// The visit has ended.
    GONE
  }

  /// Takes a file. Sent twice it is one.
  ///
  /// @param clientId minted with the form
  public Sent send(Queue queue, VisitToken token, UUID clientId, byte[] file) {
    Optional<Doors.Visited> visited = doors.visited(queue, token.hash());
    if (visited.isEmpty()) {
      return Sent.GONE;
    }
    AttachmentKind kind = AttachmentKind.of(file).orElse(null);
    if (kind == null) {
      return Sent.OTHER_KIND;
    }
    byte[] kept =
        switch (kind) {
          case PICTURE -> Picture.anew(file).orElse(null);
          case DOCUMENT -> file;
        };
    if (kept == null) {
      return Sent.UNREADABLE;
    }
    UUID thread = visited.get().thread();
    UUID id = UUID.randomUUID();
    try (DataKey visit = token.key();
        DataKey key = visit.unwrap(visited.get().wrapped(), thread.toString())) {
      byte[] sealed = key.sealBytes(new Place("contact", id, "attachment", 1), kept);
      return switch (doors.attach(queue, token.hash(), id, clientId, kind.code(), sealed)) {
        case "ok" -> {
          wake.ring();
          yield kind == AttachmentKind.PICTURE ? Sent.PICTURE : Sent.DOCUMENT;
        }
        case "full" -> Sent.FULL;
        default -> Sent.GONE;
      };
    }
  }
}
