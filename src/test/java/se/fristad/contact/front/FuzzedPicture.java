package se.fristad.contact.front;

import java.util.Optional;
import se.fristad.contact.AttachmentKind;

/// Made-up pictures.
public final class FuzzedPicture {
  private FuzzedPicture() {}

  /// One input.
  public static void fuzzerTestOneInput(byte[] file) {
    Optional<byte[]> kept =
        AttachmentKind.of(file)
            .filter(AttachmentKind.PICTURE::equals)
            .flatMap(kind -> Picture.anew(file));
    if (kept.isPresent() && Picture.orientation(kept.get()) != 1) {
      throw new IllegalStateException("something of the original came along");
    }
  }
}
