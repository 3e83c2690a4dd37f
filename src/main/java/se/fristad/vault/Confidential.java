package se.fristad.vault;

import java.util.Objects;

/// A text that must not be printed, logged, serialised or rendered by accident: what people write
/// and tell, names, numbers, places.
///
/// It prints `[confidential]`; a template that writes it does not compile until someone writes
/// `reveal()`, so that "who shows this?" is one search.
public final class Confidential {
  private final String text;

  private Confidential(String text) {
    this.text = text;
  }

  /// Wraps a text.
  public static Confidential of(String text) {
    return new Confidential(Objects.requireNonNull(text));
  }

  /// The text itself. Each call is a place where somebody may read it.
  public String reveal() {
    return text;
  }

  /// Whether nothing but white space stands in it.
  public boolean isBlank() {
    return text.isBlank();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Confidential that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "[confidential]";
  }
}
