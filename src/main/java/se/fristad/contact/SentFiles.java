package se.fristad.contact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import se.fristad.vault.DataKey;
import se.fristad.vault.Place;
import se.fristad.vault.SideKeys;
import se.fristad.vault.Sides;

/// What she has sent beside her words: pictures, and documents as pictures of their pages. A
/// document as she sent it leaves this room only to somebody who has read what that means, and that
/// stands in the log.
@StaffFace
@Component
public class SentFiles {
  private final ThreadRows threads;
  private final AttachmentRows rows;
  private final FileDoor door;
  private final SideKeys keys;
  private final PageDrawing drawing;

  SentFiles(
      ThreadRows threads, AttachmentRows rows, FileDoor door, SideKeys keys, PageDrawing drawing) {
    this.threads = threads;
    this.rows = rows;
    this.door = door;
    this.keys = keys;
    this.drawing = drawing;
  }

  /// A file that was sent.
  public record Sent(UUID id, AttachmentKind kind, Instant at) {}

  private record Whole(AttachmentKind kind, byte[] bytes) {}

  /// What was sent in a conversation. One line in the log.
  public Opened<List<Sent>> of(Viewer viewer, Queue queue, ThreadId thread) {
    return Sides.on(
        queue.side(),
        () ->
            door.open(
                viewer,
                file(queue, thread),
                purpose(viewer),
                permit ->
                    rows.of(queue, permit.id()).stream()
                        .map(row -> new Sent(row.id(), row.kind(), row.at()))
                        .toList()));
  }

  /// A picture, or the picture of one page of a document; not there when there is no such page or
  /// it cannot be drawn. One line in the log.
  ///
  /// @param page from 1; a picture has one
  public Opened<byte[]> picture(Viewer viewer, Queue queue, ThreadId thread, UUID id, int page) {
    Opened<Whole> opened =
        Sides.on(
            queue.side(),
            () ->
                door.open(
                    viewer,
                    file(queue, thread),
                    purpose(viewer),
                    permit -> whole(queue, permit, id)));
    // drawn after the transaction: it may take a while
    return switch (opened) {
      case Opened.NotThere<Whole> _ -> new Opened.NotThere<>();
      case Opened.Value<Whole>(Whole whole) ->
          (switch (whole.kind()) {
                case PICTURE -> page == 1 ? Optional.of(whole.bytes()) : Optional.<byte[]>empty();
                case DOCUMENT -> drawing.page(whole.bytes(), page);
              })
              .<Opened<byte[]>>map(Opened.Value::new)
              .orElseGet(Opened.NotThere::new);
    };
  }

  /// How many pages of a document can be shown; 0 when it cannot be read.
  public Opened<Integer> pages(Viewer viewer, Queue queue, ThreadId thread, UUID id) {
    Opened<Whole> opened =
        Sides.on(
            queue.side(),
            () ->
                door.open(
                    viewer,
                    file(queue, thread),
                    purpose(viewer),
                    permit -> whole(queue, permit, id)));
    return switch (opened) {
      case Opened.NotThere<Whole> _ -> new Opened.NotThere<>();
      case Opened.Value<Whole>(Whole whole) ->
          new Opened.Value<>(
              whole.kind() == AttachmentKind.PICTURE ? 1 : drawing.pages(whole.bytes()));
    };
  }

  /// A document as she sent it, for one who has read the warning. That it was taken out stands in
  /// the log by itself.
  public Opened<byte[]> original(Viewer viewer, Queue queue, ThreadId thread, UUID id) {
    return Sides.on(
        queue.side(),
        () ->
            door.write(
                viewer,
                file(queue, thread),
                Purpose.ANSWERING,
                "take_original",
                permit -> {
                  Whole whole = whole(queue, permit, id);
                  int version =
                      threads.lock(queue, permit.id()).map(ThreadRows.Locked::version).orElse(1);
                  return whole == null ? null : Written.plain(whole.bytes(), version);
                }));
  }

  private @Nullable Whole whole(Queue queue, Permit permit, UUID id) {
    var wrapped = threads.key(queue, permit.id());
    Optional<byte[]> sealed = rows.sealed(queue, permit.id(), id);
    AttachmentKind kind =
        rows.of(queue, permit.id()).stream()
            .filter(row -> row.id().equals(id))
            .map(AttachmentRows.Row::kind)
            .findFirst()
            .orElse(null);
    if (wrapped.isEmpty() || sealed.isEmpty() || kind == null) {
      return null;
    }
    try (DataKey key = keys.unwrap(permit.id(), wrapped.get())) {
      return new Whole(
          kind, key.openBytes(new Place("contact", id, "attachment", 1), sealed.get()));
    }
  }

  private static Purpose purpose(Viewer viewer) {
    return viewer.role() == Role.HEAD ? Purpose.SUPERVISING : Purpose.ANSWERING;
  }

  private static FileRef file(Queue queue, ThreadId thread) {
    return new FileRef(queue.kind(), thread.value());
  }
}
