package se.fristad.contact;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What is asked of danger in a first contact (*initial riskbedömning*), in our own words and in
/// this order. It is no instrument: nothing is summed, and no answer decides anything.
public enum DangerQuestion {
  /// Is there danger right now?
  DANGER_NOW,
  /// Is it safe to write or talk where the person is?
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
  /// Children who live there, have seen or heard, or are exposed themselves.
  CHILDREN,
  /// Several who use violence, or a whole family or circle.
  COLLECTIVE,
  /// A journey abroad or a marriage against somebody's will.
  JOURNEY,
  /// Telephone, accounts or position that somebody watches; following.
  SURVEILLANCE,
  /// Thoughts of not wanting to live.
  SUICIDE;

  private static final Set<DangerQuestion> ACUTE =
      EnumSet.of(DANGER_NOW, WEAPON, STRANGULATION, THREAT_TO_KILL, JOURNEY, SUICIDE);

  /// What is asked of one who uses violence and wants to stop: of what may happen to others, and to
  /// that one.
  private static final List<DangerQuestion> OF_CHANGE =
      List.of(
          DANGER_NOW,
          WEAPON,
          STRANGULATION,
          THREAT_TO_KILL,
          SEPARATION,
          ESCALATING,
          CHILDREN,
          SUICIDE);

  /// As it stands in a form and in the keys of the texts.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The name of the field of its answer.
  public String field() {
    return "a_" + code();
  }

  /// The name of the field of the person's own words.
  public String words() {
    return "w_" + code();
  }

  /// Whether a yes marks the conversation with danger: somebody may come to serious harm soon.
  /// Nothing is called or sent by it.
  public boolean acute() {
    return ACUTE.contains(this);
  }

  /// What is asked in a queue; nothing of a professional, who tells of nobody in particular.
  public static List<DangerQuestion> of(Queue queue) {
    return switch (queue) {
      case SUPPORT -> List.of(values());
      case CHANGE -> OF_CHANGE;
      case PROFESSIONAL -> List.of();
    };
  }
}
