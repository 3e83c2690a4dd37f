package se.fristad.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the verification found wrong. Each says itself in one sentence ([VerdictInWords]).
sealed interface Finding {
  /// A sealed line does not say what it said when it was sealed.
  record Altered(long line, @Nullable Instant at, long seal) implements Finding {}

  /// A line stands in the table that no program of ours wrote, or that was put in after its
  /// transaction number had been sealed.
  record Added(long line, Instant at) implements Finding {}

  /// A line stands twice: it was copied.
  record Doubled(long line, long original) implements Finding {}

  /// A sealed line is no longer there.
  record Removed(long line, long seal, Instant sealedAt) implements Finding {}

  /// A seal does not carry the signature of our key, or does not fit what it seals.
  record SealAltered(long seal) implements Finding {}

  /// A seal in the middle of the chain is missing.
  record SealRemoved(long seal) implements Finding {}

  /// A segment is not signed by our key, or does not begin where the one before ended.
  record SegmentAltered(int segment) implements Finding {}

  /// The log ends before a checkpoint: its tail was cut, or an older copy of it was put back.
  record CutTail(long seal, long last, Instant at, long lines) implements Finding {}

  /// The log goes another way than a checkpoint says: a table was put back and written on.
  record OtherHistory(long seal, Instant at) implements Finding {}

  /// A line of the checkpoint file is not signed by our key.
  record CheckpointAltered(int row) implements Finding {}
}
