package se.fristad.outgoing;

import java.util.Locale;

/// What came of a letter.
public enum LetterOutcome {
  /// It was posted.
  POSTED,
  /// It was not posted after all; the paper is destroyed.
  NOT_POSTED,
  /// It came back: she does not live there, or does not fetch it.
  CAME_BACK;

  /// As it is stored and stands in a form.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
