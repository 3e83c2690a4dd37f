package se.fristad.casework;

import se.fristad.vault.Confidential;

/// Where a fact comes from, by what right it is kept, and before whom it is held back.
///
/// @param told who told it and when, in words; demanded when it is not her own word or the worker's
///   eyes
public record Provenance(Source source, Confidential told, Ground ground, Protection protection) {
  /// Where a fact comes from.
  public enum Source {
    /// She said so herself.
    HERSELF,
    /// The worker has seen or heard it.
    OBSERVED,
    /// Somebody near her.
    NEAR_HER,
    /// A document: a record of health care, a judgement, a report in writing.
    DOCUMENT,
    /// Another authority, in writing or by a named official.
    AUTHORITY,
    /// The police, by word of mouth only (*muntlig polisuppgift*): its own kind, since it may harm
    /// an investigation of crime and those who gave it. Never printed, never given out by itself.
    POLICE_BY_MOUTH;

    String code() {
      return Road.code(this);
    }

    /// Whether it must be said who told it.
    boolean needsTeller() {
      return this != HERSELF && this != OBSERVED;
    }
  }

  /// By what right it is kept.
  public enum Ground {
    /// It matters for her case, and is written down in it (14 kap. 3 § SoL).
    NEEDED_IN_CASE,
    /// She has agreed that it is fetched (12 kap. 2 § OSL).
    CONSENT,
    /// It came in a report of concern (19 kap. 1 § SoL).
    REPORTED,
    /// Another authority gave it out by a rule of secrecy of its own (OSL).
    GIVEN_OUT;

    String code() {
      return Road.code(this);
    }
  }

  /// Before whom it is held back, beyond the secrecy that everything has (26 kap. 1 § OSL).
  public enum Protection {
    /// None more.
    ORDINARY,
    /// It says where she is or can be found.
    PLACE,
    /// It is about somebody else, who may be harmed if it is known (26 kap. 1 § OSL).
    ANOTHER_PERSON,
    /// It would put somebody in danger if the one who used violence came to know it is known.
    DANGER;

    String code() {
      return Road.code(this);
    }
  }

  /// What she says herself, kept because it matters in her case.
  public static Provenance herself() {
    return new Provenance(
        Source.HERSELF, Confidential.of(""), Ground.NEEDED_IN_CASE, Protection.ORDINARY);
  }

  /// Whether it is left out of what is printed or given out, unless somebody decides otherwise.
  public boolean heldBack() {
    return source == Source.POLICE_BY_MOUTH || protection != Protection.ORDINARY;
  }

  /// Where it comes from is not printed.
  @Override
  public String toString() {
    return "[provenance]";
  }
}
