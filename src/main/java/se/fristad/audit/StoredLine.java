package se.fristad.audit;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A line as it stands in the table.
///
/// @param id its number; gaps mean nothing, a transaction that is rolled back leaves one
/// @param segment the segment it was written in
/// @param xid the transaction that wrote it, unsigned
/// @param at the clock of the database
/// @param claimedAt the clock of the program
/// @param login the database login that wrote it
/// @param line what was said
/// @param mark the signature of the node that wrote it
record StoredLine(
    long id,
    int segment,
    long xid,
    Instant at,
    Instant claimedAt,
    String login,
    LogLine line,
    byte[] mark) {

  private static final int NONCE = 16;

  /// The leaf in the seal. Kept when the content is destroyed after ten years: the chain of seals
  /// needs leaves, not lines.
  byte[] leaf() {
    return said(Fields.of("fristad/audit/line/v1"), claimedAt, login, line)
        .add(id)
        .add((long) segment)
        .add(xid)
        .add(at)
        .add(mark)
        .sha256();
  }

  /// Signs what a node says before the database has it.
  static byte[] mark(LineKey key, byte[] nonce, Instant claimedAt, String login, LogLine line) {
    byte[] signature = key.key().sign(toMark(nonce, claimedAt, login, line));
    byte[] mark = Arrays.copyOf(nonce, NONCE + signature.length);
    System.arraycopy(signature, 0, mark, NONCE, signature.length);
    return mark;
  }

  /// Whether one of our nodes wrote this.
  boolean wasWrittenByANode(PublicKeys nodes) {
    if (mark.length <= NONCE) {
      return false;
    }
    byte[] nonce = Arrays.copyOf(mark, NONCE);
    byte[] signature = Arrays.copyOfRange(mark, NONCE, mark.length);
    return nodes.signed(toMark(nonce, claimedAt, login, line), signature);
  }

  private static byte[] toMark(byte[] nonce, Instant claimedAt, String login, LogLine line) {
    return said(Fields.of("fristad/audit/mark/v1").add(nonce), claimedAt, login, line).bytes();
  }

  private static Fields said(Fields fields, Instant claimedAt, String login, LogLine line) {
    byte @Nullable [] hash = line.hash();
    return fields
        .add(claimedAt)
        .add(login)
        .add(line.staff())
        .add(line.organisation())
        .add(line.role())
        .add(line.act())
        .add(line.kind())
        .add(line.subject())
        .add(line.purpose())
        .add(line.outcome().code())
        .add(line.ids())
        .add(line.version())
        .add(hash);
  }
}
