package se.fristad.house;

/// The house cannot start or go on, for a reason that a person can mend. Carries one clear sentence
/// and what to do; ends the program with exit code 1 and damages nothing.
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param sentence what is wrong and what to do, for a person
  public Refused(String sentence) {
    super(sentence);
  }
}
