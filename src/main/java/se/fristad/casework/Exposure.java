package se.fristad.casework;

import java.util.Set;
import se.fristad.casework.facts.Relationship;
import se.fristad.casework.facts.ViolenceKind;
import se.fristad.vault.Confidential;

/// One kind of violence that she has been exposed to (*utsatthet*): when, how often, how severe, by
/// whom, where, with what consequences, in her own words. Several as a rule; one a kind, or one a
/// happening.
///
/// @param period since when, and until when, in words
/// @param whom names or other words about those who did it
/// @param ownWords hers
/// @param words the worker's
public record Exposure(
    ViolenceKind kind,
    Confidential period,
    Going going,
    Frequency frequency,
    Severity severity,
    Set<Relationship> who,
    Confidential whom,
    Set<Scene> where,
    Set<Consequence> consequences,
    Children children,
    Confidential ownWords,
    Confidential words,
    Provenance provenance) {
  /// Copies the sets.
  public Exposure {
    who = Set.copyOf(who);
    where = Set.copyOf(where);
    consequences = Set.copyOf(consequences);
  }

  /// Whether it goes on.
  public enum Going {
    /// It goes on.
    ON,
    /// It has ended.
    ENDED,
    /// It is threatened or feared, and has not happened.
    FEARED,
    /// Not known.
    UNKNOWN;

    String code() {
      return Road.code(this);
    }
  }

  /// How often.
  public enum Frequency {
    /// Once.
    ONCE,
    /// A few times.
    FEW,
    /// Every month.
    MONTHLY,
    /// Every week.
    WEEKLY,
    /// Every day.
    DAILY,
    /// Without a pause: control, fear.
    CONSTANT,
    /// Not known.
    UNKNOWN;

    String code() {
      return Road.code(this);
    }
  }

  /// How severe, as the worker judges it from what is told.
  public enum Severity {
    /// Hurts without lasting harm.
    LESS,
    /// Serious: harm, or fear that governs her life.
    SERIOUS,
    /// Could have killed, or threatens to: strangling, weapon, threat of death.
    LIFE,
    /// Not known.
    UNKNOWN;

    String code() {
      return Road.code(this);
    }
  }

  /// Where it happens.
  public enum Scene {
    /// At home.
    HOME,
    /// Outdoors or where others are.
    OUTDOORS,
    /// At school or work.
    SCHOOL_OR_WORK,
    /// At a relative's.
    RELATIVES,
    /// When children are handed over.
    HANDING_OVER,
    /// By telephone and net.
    ONLINE,
    /// Abroad.
    ABROAD,
    /// Elsewhere.
    ELSEWHERE;

    String code() {
      return Road.code(this);
    }
  }

  /// What it has done to her (`Consequence`, domain B16).
  public enum Consequence {
    /// Injury to the body.
    INJURY,
    /// Post-traumatic stress, as somebody who may has judged.
    PTSD,
    /// Anxiety or depression.
    ANXIETY,
    /// Sleep.
    SLEEP,
    /// Self-harm, thoughts of suicide.
    SELF_HARM,
    /// School or work.
    SCHOOL_OR_WORK,
    /// Economy, debts.
    ECONOMY,
    /// Home.
    HOUSING,
    /// Alone, cut off from others.
    ISOLATION,
    /// Her children's health.
    CHILDRENS_HEALTH;

    String code() {
      return Road.code(this);
    }
  }

  /// Whether children have seen, heard or otherwise lived with it.
  public enum Children {
    /// They have.
    YES,
    /// They have not.
    NO,
    /// There are none.
    NONE,
    /// Not known.
    UNKNOWN;

    String code() {
      return Road.code(this);
    }
  }

  /// Nothing of it is printed.
  @Override
  public String toString() {
    return "[exposure]";
  }
}
