package se.fristad.page;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One message of a conversation: who wrote it, when (in words and exactly), and what has become of
/// it, as "läst 14:03".
///
/// Its text is shown to whoever sees the page; the one who fills it in is the one who reveals it.
public record Bubble(
    From from, String name, String text, String when, String exact, @Nullable String state) {
  /// Who wrote.
  public enum From {
    /// The one who seeks support.
    PERSON,
    /// One of us.
    STAFF,
    /// The house itself.
    SYSTEM;

    /// The class in the stylesheet.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public String toString() {
    return "Bubble[" + from + "]";
  }
}
