package se.fristad.audit;

/// What one run of the sealing did.
public sealed interface Batch {
  /// Lines were sealed.
  ///
  /// @param number the seal's number, from 1
  /// @param lines how many lines it holds
  record Sealed(long number, int lines) implements Batch {}

  /// There was nothing new.
  record NothingNew() implements Batch {}

  /// Another node sealed at the same moment; the next run goes on from there.
  record AnotherWasFirst() implements Batch {}
}
