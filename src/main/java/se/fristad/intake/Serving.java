package se.fristad.intake;

import java.util.List;

/// How it went to begin, write in or end a series of support.
sealed interface Serving {
  /// Done.
  record Done(Service.Row row) implements Serving {}

  /// Something stands in the way; nothing was kept.
  record Refused(List<Wrong> wrong) implements Serving {}

  /// Somebody has written in it since the page was made.
  record Changed() implements Serving {}

  /// No such series, or not for this viewer.
  record NotThere() implements Serving {}

  /// What is wrong.
  ///
  /// @param field beside which field it is said
  /// @param rule which rule; its sentence is said
  sealed interface Wrong {
    String field();

    /// A rule of law.
    record ByRule(String field, ServiceRule rule) implements Wrong {}

    /// Something cannot be read or kept.
    record Unreadable(String field, String key) implements Wrong {}
  }
}
