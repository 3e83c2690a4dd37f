package se.fristad.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Every rule that the program follows. None stands here that nothing calls.
public final class Rules {
  private Rules() {}

  /// All of them, in the order of the road.
  public static List<Rule> all() {
    throw new UnsupportedOperationException();
  }

  /// The one of that name.
  public static Optional<Rule> of(String key) {
    throw new UnsupportedOperationException();
  }

  /// The rules that a decision can rest on and that stood on its day.
  public static List<Rule> grounds(LocalDate decided) {
    throw new UnsupportedOperationException();
  }
}
