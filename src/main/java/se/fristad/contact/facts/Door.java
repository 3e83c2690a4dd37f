package se.fristad.contact.facts;

import java.util.Locale;

/// A door of the support side. What comes by the door for those who use violence is counted on that
/// side of the wall, or nowhere; a question of somebody at work is no contact of one who seeks
/// support.
public enum Door {
  /// For those who are exposed to violence, or afraid.
  SUPPORT,
  /// For those who worry about somebody.
  WORRIED,
  /// For children and young people.
  YOUNG;

  /// As it stands in a counter.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
