package se.fristad.page;

/// A page asked for a text that stands in no message file. A fault of ours; the tests find it
/// first.
public final class UnknownText extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownText(String key) {
    super(key);
  }
}
