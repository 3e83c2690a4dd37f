package se.fristad.vault;

/// What a node shows: the public face, the staff face, the jobs that run by themselves.
/// `fristad.faces` lists them.
public enum Face {
  /// The public face at `/`. Holds public keys and the pepper, opens no thread that is not being
  /// visited.
  PUBLIC,
  /// The staff face at `/staff`. Holds the keysets of its sides.
  STAFF,
  /// Timers: sealing the log, turning keys, retrying events, ending visits.
  JOBS
}
