package se.fristad.casework;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import se.fristad.casework.Telling.Receiver;
import se.fristad.law.Rule;
import se.fristad.law.Rules;

/// On what it rests that something secret is told (*sekretessbrytande grund*), with what must be
/// written down. The general clause (*generalklausulen*, 10 kap. 27 § OSL) is none of them: it does
/// not hold for what is secret by 26 kap. 1 §, so there is no way to choose it.
public enum DisclosureGround {
  /// She lets it be told (*SAMTYCKE*).
  CONSENT(Rules.CONSENT_TO_SHARE, EnumSet.complementOf(EnumSet.of(Receiver.PARTY))),

  /// It is necessary for our own work (*NODVANDIGT*): used sparingly, with a motive.
  NEEDED(Rules.TOLD_AS_NECESSARY, EnumSet.allOf(Receiver.class), Fact.MOTIVE),

  /// A party sees her matter (*PART*), after a weighing.
  PARTY(Rules.PARTY_INSIGHT, EnumSet.of(Receiver.PARTY), Fact.WEIGHING, Fact.RESERVATION),

  /// Somebody under 18, in addiction or in compulsory psychiatric care, or an unborn child, needs
  /// it (*BARN_VARD*).
  CARE(
      Rules.TOLD_FOR_CARE,
      EnumSet.of(Receiver.SOCIAL_SERVICES, Receiver.CHILD_UNIT, Receiver.HEALTH_CARE),
      Fact.WHO_NEEDS,
      Fact.NEED),

  /// Who reported by duty is told whether it was opened, and nothing more (*ANMALARE*).
  REPORTER(Rules.TOLD_TO_REPORTER, EnumSet.of(Receiver.REPORTER), Fact.ANSWER),

  /// A child is reported (*ANMALAN_BARN*): a duty by law breaks the secrecy.
  CHILD_REPORT(Rules.REPORT_CONCERN, EnumSet.of(Receiver.CHILD_UNIT)),

  /// Whoever investigates a child has asked (*UTREDNING_BARN*).
  CHILD_INQUIRY(
      Rules.TOLD_TO_CHILD_INQUIRY,
      EnumSet.of(Receiver.CHILD_UNIT, Receiver.SOCIAL_SERVICES),
      Fact.REQUEST),

  /// Somebody close is at risk of a grave crime (*POLIS_NARSTAENDE*): one of 3, 4 or 6 kap. BrB
  /// with imprisonment for at least a year; never that a crime was committed.
  POLICE_CLOSE(
      Rules.POLICE_TOLD_OF_RISK,
      EnumSet.of(Receiver.POLICE),
      Fact.PERSONS,
      Fact.CIRCUMSTANCES,
      Fact.CRIME,
      Fact.SUITABILITY),

  /// Somebody under 21 is at risk of beginning with crime (*POLIS_UNGA*).
  POLICE_YOUNG(
      Rules.POLICE_TOLD_OF_YOUNG,
      EnumSet.of(Receiver.POLICE, Receiver.SECURITY_POLICE, Receiver.CUSTOMS),
      Fact.PERSONS,
      Fact.BORN,
      Fact.CIRCUMSTANCES,
      Fact.SUITABILITY),

  /// A crime against somebody under 18 is suspected (*POLIS_BARN*), whatever its penalty.
  POLICE_CHILD(
      Rules.POLICE_TOLD_OF_CHILD,
      EnumSet.of(Receiver.POLICE, Receiver.PROSECUTOR),
      Fact.PERSONS,
      Fact.CRIME),

  /// A crime that was committed is investigated (*POLIS_BROTT*): with imprisonment for at least six
  /// months, or a year when it was attempted or prepared.
  POLICE_CRIME(
      Rules.POLICE_TOLD_OF_CRIME,
      EnumSet.of(Receiver.POLICE, Receiver.PROSECUTOR, Receiver.SECURITY_POLICE, Receiver.CUSTOMS),
      Fact.CRIME,
      Fact.STAGE,
      Fact.CIRCUMSTANCES),

  /// It is needed to prevent or detect crime (*BROTTSBEKAMPNING_15A*), and nothing weighs more.
  CRIME_FIGHTING(
      Rules.TOLD_AGAINST_CRIME,
      EnumSet.of(
          Receiver.POLICE,
          Receiver.PROSECUTOR,
          Receiver.SECURITY_POLICE,
          Receiver.CUSTOMS,
          Receiver.TAX,
          Receiver.SOCIAL_INSURANCE,
          Receiver.ENFORCEMENT,
          Receiver.MIGRATION,
          Receiver.EMPLOYMENT),
      Fact.NEED,
      Fact.WEIGHING),

  /// An authority has asked whether somebody stays in a shelter (*LAG_15_7*).
  SHELTER_STAY(
      Rules.STAY_TOLD_ON_REQUEST,
      EnumSet.of(
          Receiver.COURT,
          Receiver.PROSECUTOR,
          Receiver.POLICE,
          Receiver.ENFORCEMENT,
          Receiver.TAX,
          Receiver.CUSTOMS,
          Receiver.SECURITY_POLICE),
      Fact.REQUEST),

  /// Another board has asked whether somebody is known here (*NAMND_NAMND*): that she is, no more.
  BOARD(Rules.BOARD_TOLD_THAT_KNOWN, EnumSet.of(Receiver.SOCIAL_SERVICES), Fact.REQUEST),

  /// The board that decides on a placement needs the address (*SKYDDAT_BOENDE_ADRESS*).
  SHELTER_ADDRESS(
      Rules.ADDRESS_TOLD_FOR_PLACING,
      EnumSet.of(Receiver.SOCIAL_SERVICES, Receiver.CHILD_UNIT),
      Fact.NEED),

  /// The official statistics (*STATISTIK*).
  STATISTICS(Rules.OFFICIAL_STATISTICS, EnumSet.of(Receiver.STATISTICS)),

  /// Who supervises us has asked (*TILLSYN*).
  SUPERVISION(Rules.SUPERVISED, EnumSet.of(Receiver.SUPERVISION), Fact.REQUEST);

  /// What must be written down beside what was told, to whom and by whom.
  enum Fact {
    MOTIVE,
    WEIGHING,
    /// A reservation (*förbehåll*, 10 kap. 4 § OSL); may be left out.
    RESERVATION,
    WHO_NEEDS,
    NEED,
    ANSWER,
    REQUEST,
    PERSONS,
    BORN,
    CIRCUMSTANCES,
    CRIME,
    STAGE,
    SUITABILITY;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean mayBeLeftOut() {
      return this == RESERVATION;
    }
  }

  /// Six months and a year, as scales of penalty are counted.
  static final int HALF_A_YEAR = 6;

  static final int A_YEAR = 12;

  private final Rule law;
  private final Set<Receiver> receivers;
  private final List<Fact> facts;

  DisclosureGround(Rule law, Set<Receiver> receivers, Fact... facts) {
    this.law = law;
    this.receivers = Set.copyOf(receivers);
    this.facts = List.of(facts);
  }

  /// The rule of law.
  public Rule law() {
    return law;
  }

  /// To whom it lets something be told.
  public Set<Receiver> receivers() {
    return receivers;
  }

  List<Fact> facts() {
    return facts;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static DisclosureGround of(String code) {
    return Telling.of(values(), code);
  }

  /// Those that stood on a day.
  static List<DisclosureGround> on(LocalDate day) {
    return Arrays.stream(values()).filter(ground -> ground.law.on(day).isPresent()).toList();
  }
}
