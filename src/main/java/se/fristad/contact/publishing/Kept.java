package se.fristad.contact.publishing;

/// What became of a change.
sealed interface Kept {
  /// It stands.
  ///
  /// @param number of the page; 0 for a telephone number
  record Done(int number) implements Kept {}

  /// Somebody else has changed it since it was opened. Nothing was kept.
  record Overtaken() implements Kept {}
}
