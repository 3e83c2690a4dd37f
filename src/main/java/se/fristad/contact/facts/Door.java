package se.fristad.contact.facts;

import java.util.Locale;

/// A door of the support side. What comes by the door for those who use violence is counted on that
/// side of the wall, or nowhere.
public enum Door {
  /// For those who are exposed to violence, and those who worry about somebody.
  SUPPORT;

  /// As it stands in a counter.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
