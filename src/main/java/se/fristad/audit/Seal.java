package se.fristad.audit;

import java.time.Instant;
import java.util.List;

/// One signed batch of lines.
///
/// A flat list of leaves, chained to the batch before: a tree could not name the altered line
/// without the leaves either.
///
/// @param horizon the batch holds the transactions of its segment from the seal before up to, and
///   without, this one
@SuppressWarnings("ArrayRecordComponent")
record Seal(
    long number,
    int segment,
    long horizon,
    Instant at,
    List<Leaf> leaves,
    byte[] previous,
    byte[] root,
    byte[] signature) {

  /// The root before the first seal.
  static byte[] beginning() {
    return new byte[32];
  }

  /// The hash of one line.
  record Leaf(long id, byte[] hash) {}

  static Seal sign(
      SealKey key,
      long number,
      int segment,
      long horizon,
      Instant at,
      List<StoredLine> lines,
      byte[] previous) {
    List<Leaf> leaves = lines.stream().map(line -> new Leaf(line.id(), line.leaf())).toList();
    Fields fields = head(number, segment, horizon, at, previous);
    leaves.forEach(leaf -> fields.add(leaf.id()).add(leaf.hash()));
    byte[] root = fields.sha256();
    return new Seal(
        number,
        segment,
        horizon,
        at,
        leaves,
        previous,
        root,
        key.key().sign(Fields.of("fristad/audit/root/v1").add(root).bytes()));
  }

  /// The fields before the leaves; each leaf adds its number and its hash.
  static Fields head(long number, int segment, long horizon, Instant at, byte[] previous) {
    return Fields.of("fristad/audit/seal/v1")
        .add(previous)
        .add(number)
        .add((long) segment)
        .add(horizon)
        .add(at);
  }

  static boolean isSigned(PublicKeys keys, byte[] root, byte[] signature) {
    return keys.signed(Fields.of("fristad/audit/root/v1").add(root).bytes(), signature);
  }

  static byte[] segmentToSign(int number, Instant begunAt, long horizon, byte[] lastRoot) {
    return Fields.of("fristad/audit/segment/v1")
        .add((long) number)
        .add(begunAt)
        .add(horizon)
        .add(lastRoot)
        .bytes();
  }
}
