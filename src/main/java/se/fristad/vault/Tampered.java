package se.fristad.vault;

/// A sealed value did not open: it was altered, moved to another place, or belongs to another key.
/// Carries no value.
public final class Tampered extends IllegalStateException {
  private static final long serialVersionUID = 1;

  public Tampered() {
    super("a sealed value did not open");
  }
}
