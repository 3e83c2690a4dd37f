package se.fristad.vault;

import java.util.Arrays;

/// A data key as it is stored: wrapped under the key named `kek` ("key encryption key").
///
/// @param kek the id of the wrapping key in the side's keyset; the prefix `q:` marks a queue's HPKE
///   key
/// @param bytes the wrapped key
@SuppressWarnings("ArrayRecordComponent")
public record WrappedKey(String kek, byte[] bytes) {
  @Override
  public boolean equals(Object other) {
    return other instanceof WrappedKey that
        && kek.equals(that.kek)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * kek.hashCode() + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "[wrapped under " + kek + "]";
  }
}
