package se.fristad.access;

import org.jspecify.annotations.Nullable;

/// What a write did, for the log: the file's new version and the SHA-256 of the sealed value, so
/// that a row put back to an older state is found.
///
/// @param value what the caller gets
/// @param version the file's version after the write, from 1
/// @param hash SHA-256 of the sealed value as stored; null when nothing sealed was written
@SuppressWarnings("ArrayRecordComponent")
public record Written<T>(T value, int version, byte @Nullable [] hash) {
  /// Neither value nor hash is printed.
  @Override
  public String toString() {
    return "[written, version " + version + "]";
  }
}
