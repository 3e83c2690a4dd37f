package se.fristad.vault;

import java.time.Duration;
import java.time.Instant;

/// What a room does by itself when a moment has come: it looks through its own rows by their
/// `due_at` and does what is due. Contributed as a bean by the room; nodes with [Face#JOBS] run it,
/// on its side.
///
/// There is no timer for a single file: a list of them would be a register of everyone. A sweep may
/// be broken off and run again, on another node too: it takes rows with `for update skip locked`,
/// and marks in the same transaction what it has done.
///
/// ```java
/// @OnFace(Face.JOBS)
/// @Component
/// class Reminders implements Sweep {
///   public String name() { return "remind-of-receipts"; }
///   public Side side() { return Side.SUPPORT; }
///   public Duration every() { return Duration.ofMinutes(5); }
///   public void sweep(Instant now) { rows.due(now, 200).forEach(this::remind); }
/// }
/// ```
public interface Sweep {
  /// A code that says the work; the side's is added to it: `end-visits`.
  String name();

  /// The side whose rows it looks through.
  Side side();

  /// How long to rest between two sweeps. A thing that is due is found that much too late at most.
  Duration every();

  /// Does what is due, in transactions of its own.
  ///
  /// @param now by the program's clock
  void sweep(Instant now);
}
