package se.fristad.outgoing;

/// What she has said of one way to reach her.
public enum Answer {
  /// Never.
  NEVER,
  /// Only after she was asked each time, where she herself looks.
  ASK_FIRST,
  /// Yes.
  MAY;

  /// As it is kept.
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
