package se.fristad.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Bytes of several fields, each with its length before it, so that no two lists of fields give the
/// same bytes. Absent is not the same as empty.
final class Fields {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

  private Fields() {}

  /// Begins with the name of what is encoded, so that a signature over one thing never fits
  /// another.
  static Fields of(String name) {
    return new Fields().add(name);
  }

  Fields add(byte @Nullable [] value) {
    if (value == null) {
      bytes.writeBytes(ByteBuffer.allocate(4).putInt(-1).array());
    } else {
      bytes.writeBytes(ByteBuffer.allocate(4).putInt(value.length).array());
      bytes.writeBytes(value);
    }
    return this;
  }

  Fields add(@Nullable String value) {
    return add(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
  }

  Fields add(long value) {
    return add(ByteBuffer.allocate(8).putLong(value).array());
  }

  Fields add(@Nullable Integer value) {
    return add(value == null ? null : ByteBuffer.allocate(4).putInt(value).array());
  }

  /// Microseconds since 1970, which is what the database keeps.
  Fields add(Instant value) {
    return add(ChronoUnit.MICROS.between(Instant.EPOCH, value));
  }

  Fields add(@Nullable UUID value) {
    return add(value == null ? null : bytesOf(value));
  }

  Fields add(List<UUID> values) {
    ByteBuffer all = ByteBuffer.allocate(16 * values.size());
    values.forEach(id -> all.put(bytesOf(id)));
    return add(all.array());
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  byte[] sha256() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("no SHA-256", impossible);
    }
  }

  private static byte[] bytesOf(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
