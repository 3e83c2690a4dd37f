package se.fristad.casework;

import java.util.List;

/// How a step of the road went.
public sealed interface Step<T> {
  /// It is done: saved, logged and told.
  record Done<T>(T value) implements Step<T> {
    /// The value is not printed.
    @Override
    public String toString() {
      return "[done]";
    }
  }

  /// Rules stand in the way; nothing was saved.
  record Refused<T>(List<Refusal> refusals) implements Step<T> {
    /// Copies the list.
    public Refused {
      refusals = List.copyOf(refusals);
    }
  }

  /// The same form was sent before; what it did then stands, and nothing was done again.
  record Again<T>() implements Step<T> {}

  /// No such file, or not for this viewer.
  record NotThere<T>() implements Step<T> {}
}
