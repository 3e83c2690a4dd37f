package se.fristad.assessment;

import java.util.Map;

/// What was answered: the item's id, and the option's or the number. An item that is missing here
/// was not answered.
public record Answers(Map<String, String> values) {
  /// Copies the map.
  public Answers {
    values = Map.copyOf(values);
  }

  /// The answer to an item; empty when there is none.
  public String to(String item) {
    return values.getOrDefault(item, "").strip();
  }
}
