package se.fristad.page;

import org.jspecify.annotations.Nullable;

/// A place where nothing stands yet: what that means, what to do about it, and the way there if
/// there is one.
public record Empty(String title, String text, @Nullable String action, @Nullable String href) {
  /// With nothing to do.
  public static Empty of(String title, String text) {
    return new Empty(title, text, null, null);
  }

  /// With one thing to do.
  public Empty then(String verb, String address) {
    return new Empty(title, text, verb, address);
  }
}
