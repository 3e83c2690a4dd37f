package se.fristad.page;

/// To another page, which the browser asks for itself (303): what follows a form that was taken, so
/// that Reload sends nothing again.
///
/// @param path an address of ours, beginning with `/`
public record SeeOther(String path) implements Reply {
  /// Refuses an address that is not ours.
  public SeeOther {
    if (!path.startsWith("/") || path.startsWith("//")) {
      throw new IllegalArgumentException("not an address of ours");
    }
  }

  /// To this page.
  public static SeeOther to(String path) {
    return new SeeOther(path);
  }
}
