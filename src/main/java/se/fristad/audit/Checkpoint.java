package se.fristad.audit;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/// The end of the log at one moment, kept where the owner of the database cannot reach it: whoever
/// cuts the tail, or puts back the whole table of last week, does not have this line.
///
/// @param number the last seal
/// @param root its root
/// @param lines how many lines are sealed up to it
/// @param at when it was taken, by the clock of the database
/// @param signature by the [SealKey]
@SuppressWarnings("ArrayRecordComponent")
record Checkpoint(long number, byte[] root, long lines, Instant at, byte[] signature) {
  private static final String NAME = "fristad-log/1";

  static Checkpoint sign(SealKey key, long number, byte[] root, long lines, Instant at) {
    return new Checkpoint(number, root, lines, at, key.key().sign(toSign(number, root, lines, at)));
  }

  /// Whether our key signed it.
  public boolean isSigned(PublicKeys keys) {
    return keys.signed(toSign(number, root, lines, at), signature);
  }

  /// One line of text.
  public String text() {
    return String.join(
        " ",
        NAME,
        at.toString(),
        Long.toString(number),
        Long.toString(lines),
        HexFormat.of().formatHex(root),
        Base64.getEncoder().encodeToString(signature));
  }

  /// Reads what [#text] wrote.
  ///
  /// @throws IllegalArgumentException when it is no checkpoint
  public static Checkpoint of(String text) {
    String[] parts = text.strip().split(" ", -1);
    if (parts.length != 6 || !parts[0].equals(NAME)) {
      throw new IllegalArgumentException("not a checkpoint");
    }
    try {
      return new Checkpoint(
          Long.parseLong(parts[2]),
          HexFormat.of().parseHex(parts[4]),
          Long.parseLong(parts[3]),
          Instant.parse(parts[1]),
          Base64.getDecoder().decode(parts[5]));
    } catch (RuntimeException malformed) {
      throw new IllegalArgumentException("not a checkpoint");
    }
  }

  private static byte[] toSign(long number, byte[] root, long lines, Instant at) {
    return Fields.of("fristad/audit/checkpoint/v1")
        .add(number)
        .add(root)
        .add(lines)
        .add(at)
        .bytes();
  }
}
