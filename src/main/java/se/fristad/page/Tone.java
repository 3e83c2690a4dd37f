package se.fristad.page;

import java.util.Locale;

/// What a badge, a notice or an entry says by its colour; always beside a word that says the same.
public enum Tone {
  /// A fact.
  NEUTRAL,
  /// Worth knowing.
  INFO,
  /// Done, safe.
  SUCCESS,
  /// Soon, doubtful.
  WARN,
  /// Danger to somebody.
  DANGER;

  /// The class in the stylesheet.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
