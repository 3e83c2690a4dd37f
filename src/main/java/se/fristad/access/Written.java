package se.fristad.access;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/// What the work of a [FileDoor#write] did, for the log.
///
/// @param <T> what the caller gets: often a sealed answer of the owner's
public sealed interface Written<T> {
  /// What the caller gets.
  T value();

  /// It is written, and stays.
  ///
  /// @param version the file's version after the write, from 1
  /// @param hash SHA-256 of the sealed value as stored, so that a row put back to an older state is
  ///   found; null when nothing sealed was written
  @SuppressWarnings("ArrayRecordComponent")
  record Done<T>(T value, int version, byte @Nullable [] hash) implements Written<T> {
    /// Neither value nor hash is printed.
    @Override
    public String toString() {
      return "[written, version " + version + "]";
    }
  }

  /// A rule stands in the way. Whatever was written is undone, and the refusal has a line of its
  /// own in the log.
  record Refused<T>(T value) implements Written<T> {
    /// The value is not printed.
    @Override
    public String toString() {
      return "[refused]";
    }
  }

  /// Written, with the sealed value as it is stored.
  static <T> Written<T> sealed(T value, int version, byte[] sealed) {
    return new Done<>(value, version, sha256(sealed));
  }

  /// Written, and nothing sealed was; or already there, and nothing was written.
  static <T> Written<T> plain(T value, int version) {
    return new Done<>(value, version, null);
  }

  /// Refused.
  static <T> Written<T> refused(T value) {
    return new Refused<>(value);
  }

  private static byte[] sha256(byte[] sealed) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(sealed);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
    }
  }
}
