package se.fristad.page;

import org.jspecify.annotations.Nullable;

/// One of the answers to choose among.
public record Option(String value, String label, @Nullable String hint) {
  /// Without a hint.
  public static Option of(String value, String label) {
    return new Option(value, label, null);
  }
}
