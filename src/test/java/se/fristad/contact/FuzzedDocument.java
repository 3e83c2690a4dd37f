package se.fristad.contact;

import java.util.Optional;

/// Made-up documents, shown to a worker.
public final class FuzzedDocument {
  private static final PageDrawing DRAWING = new PageDrawing();

  private FuzzedDocument() {}

  /// One input.
  public static void fuzzerTestOneInput(byte[] file) {
    if (AttachmentKind.of(file).equals(Optional.of(AttachmentKind.DOCUMENT))
        && DRAWING.pages(file) > 0) {
      DRAWING.page(file, 1);
    }
  }
}
