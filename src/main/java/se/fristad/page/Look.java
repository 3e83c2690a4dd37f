package se.fristad.page;

/// How the staff face is coloured: the reader's choice of light and dark, the centre's accent.
public record Look(Theme theme, Accent accent) {
  /// As the reader's own computer wants it, in the first accent.
  public static final Look STANDARD = new Look(Theme.SYSTEM, Accent.PINE);

  /// Light and dark.
  public enum Theme {
    /// What the reader's system says.
    SYSTEM,
    /// Always light.
    LIGHT,
    /// Always dark.
    DARK;

    /// HTML's `data-theme`.
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
