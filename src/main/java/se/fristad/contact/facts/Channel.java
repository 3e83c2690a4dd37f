package se.fristad.contact.facts;

import java.util.Locale;

/// How somebody turned to us.
public enum Channel {
  /// Wrote on the public face.
  CHAT,
  /// Called.
  PHONE,
  /// Came by.
  VISIT;

  /// As it stands in a counter.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
