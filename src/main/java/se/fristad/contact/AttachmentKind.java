package se.fristad.contact;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// What a file is, by what stands in it.
public enum AttachmentKind {
  /// JPEG or PNG: decoded and written anew.
  PICTURE,
  /// PDF: kept as it is, shown as pictures of its pages.
  DOCUMENT;

  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  /// As it is stored.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The kind of a file; empty when it is none of those we take.
  public static Optional<AttachmentKind> of(byte[] file) {
    return begins(file, JPEG) || begins(file, PNG)
        ? Optional.of(PICTURE)
        : begins(file, PDF) ? Optional.of(DOCUMENT) : Optional.empty();
  }

  private static boolean begins(byte[] file, byte[] with) {
    if (file.length < with.length) {
      return false;
    }
    for (int at = 0; at < with.length; at++) {
      if (file[at] != with[at]) {
        return false;
      }
    }
    return true;
  }
}
