package se.fristad.statistics;

/// Somebody who tells facts of days that have passed long ago, such as the invented year while it
/// is being made. As long as she goes on no period is closed: a release is never taken back, so it
/// must not be cut from half a year.
public interface Telling {
  /// Whether there is more to come.
  boolean goesOn();
}
