package se.fristad.intake;

import java.util.Locale;

/// The acute questions of the first contact (*initial riskbedömning*), in our own words and the
/// order in which they are asked. No instrument of anybody else's is quoted, and nothing is summed.
enum Question {
  /// Is there danger right now?
  DANGER_NOW,
  /// Is it safe to talk where the person is?
  SAFE_TO_TALK,
  /// Is there a weapon, or access to one?
  WEAPON,
  /// A grip round the neck.
  STRANGULATION,
  /// A threat to kill.
  THREAT_TO_KILL,
  /// A separation, done or announced.
  SEPARATION,
  /// Has it become worse or more frequent?
  ESCALATING,
  /// Pregnancy.
  PREGNANT,
  /// Several who use violence, or a whole family or circle.
  COLLECTIVE,
  /// A journey abroad or a marriage that is planned.
  JOURNEY,
  /// Telephone, accounts or position that somebody watches.
  SURVEILLANCE,
  /// Thoughts of not wanting to live.
  SUICIDE,
  /// A wish for protection.
  PROTECTION;

  /// As it stands in a form and in the keys of the texts.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The name of its field.
  public String field() {
    return "q_" + code();
  }

  /// Whether this answer asks for guidance to the worker. Guidance is all that follows: no answer
  /// calls anyone.
  boolean alarming(Answer answer) {
    return switch (this) {
      case DANGER_NOW,
          WEAPON,
          STRANGULATION,
          THREAT_TO_KILL,
          JOURNEY,
          SURVEILLANCE,
          SUICIDE,
          PROTECTION ->
          answer == Answer.YES;
      case SAFE_TO_TALK -> answer == Answer.NO;
      case SEPARATION, ESCALATING, PREGNANT, COLLECTIVE -> false;
    };
  }
}
