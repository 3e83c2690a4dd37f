package se.fristad.law;

import static se.fristad.law.Act.FL;
import static se.fristad.law.Act.KL;
import static se.fristad.law.Act.OSL;
import static se.fristad.law.Act.REGISTRATION;
import static se.fristad.law.Act.SOL;
import static se.fristad.law.Act.SOL_2001;
import static se.fristad.law.Act.VIOLENCE_REGULATION;
import static se.fristad.law.DecidingDate.CASE;
import static se.fristad.law.DecidingDate.DECISION;
import static se.fristad.law.DecidingDate.EVENT;
import static se.fristad.law.Limit.AT_ONCE;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.fristad.law.Limit.Unit;
import se.fristad.law.Rule.Version;

/// Every rule of law that the program follows. None stands here that nothing calls.
///
/// Where an old and a new wording stand, the old one is the repealed socialtjänstlagen's: its
/// paragraphs are cited by number and have not been read here. For a case that ran on over 1 July
/// 2025 the new act applies from that day, but for what its transitional provisions except.
public final class Rules {
  /// The day on which 2025:1501 came into force.
  private static final LocalDate REWORDED = LocalDate.of(2026, Month.JANUARY, 15);

  // Who she is, and what she wants.

  /// Work rests on respect for self-determination. The centre's own order follows from it: an
  /// adult's file is opened with a consent that stands on the day.
  public static final Rule OWN_WILL =
      bySocialServicesAct("adult.own-will", EVENT, old(1, "1"), now(2, "1"));

  /// What is secret for her sake is told to others as she lets it be.
  public static final Rule CONSENT_TO_SHARE =
      throughout("adult.consent", EVENT, new Provision(OSL, 12, "2"));

  /// What is told of somebody's personal circumstances in the social services is secret, unless it
  /// is clear that it can be told without harm to her or anybody close to her.
  public static final Rule SECRET = bySecrecyAct("secret", 26, "1");

  /// What is secret may be told when it is necessary for our own work; used sparingly.
  public static final Rule TOLD_AS_NECESSARY = bySecrecyAct("secret.necessary", 10, "2");

  /// A party sees what is in her matter, unless it is of particular weight that something is not
  /// told.
  public static final Rule PARTY_INSIGHT = bySecrecyAct("secret.party", 10, "3");

  /// What is secret for a child's sake is secret to its guardian too, when it would come to
  /// considerable harm by it.
  public static final Rule CHILD_AGAINST_GUARDIAN = bySecrecyAct("secret.guardian", 12, "3");

  /// Board and health care are told what somebody under 18, in addiction or in compulsory
  /// psychiatric care, or an unborn child, needs.
  public static final Rule TOLD_FOR_CARE = bySecrecyAct("secret.care", 26, "9");

  /// Who reported is told whether an investigation was opened, or is going on.
  public static final Rule TOLD_TO_REPORTER = bySecrecyAct("secret.reporter", 26, "9 a");

  /// Who is asked by whoever investigates a child's need of protection tells what matters to it.
  public static final Rule TOLD_TO_CHILD_INQUIRY =
      throughout("secret.child-inquiry", EVENT, now(20, "6"));

  /// The police are told of a risk of grave crime against somebody close. The day from which it has
  /// stood is that of 2025:179, and was not read in the act.
  public static final Rule POLICE_TOLD_OF_RISK =
      bySecrecyAct("secret.police-close", 10, "18 c", LocalDate.of(2025, Month.APRIL, 1));

  /// The police are told of somebody under 21 who is at risk of committing crime.
  public static final Rule POLICE_TOLD_OF_YOUNG = bySecrecyAct("secret.police-young", 10, "18 a");

  /// Police and prosecutor are told of a suspected crime against somebody under 18.
  public static final Rule POLICE_TOLD_OF_CHILD = bySecrecyAct("secret.police-child", 10, "21");

  /// Police and prosecutor are told what matters to the investigation of a graver crime.
  public static final Rule POLICE_TOLD_OF_CRIME = bySecrecyAct("secret.police-crime", 10, "23");

  /// An authority is told what it needs against crime, unless the interest of secrecy weighs more;
  /// since 1 December 2025.
  public static final Rule TOLD_AGAINST_CRIME =
      bySecrecyAct("secret.crime", 10, "15 a", LocalDate.of(2025, Month.DECEMBER, 1));

  /// Court, police and some others are told on request whether somebody stays in a shelter.
  public static final Rule STAY_TOLD_ON_REQUEST =
      throughout("secret.shelter-stay", EVENT, now(15, "7"));

  /// Another social board of the municipality is told on request that somebody is known.
  public static final Rule BOARD_TOLD_THAT_KNOWN = throughout("secret.board", EVENT, now(15, "8"));

  /// The board that decides on a placement is told the address of a shelter.
  public static final Rule ADDRESS_TOLD_FOR_PLACING =
      bySecrecyAct("secret.shelter-address", 26, "14 d");

  /// The official statistics are told what the ordinance says.
  public static final Rule OFFICIAL_STATISTICS =
      throughout("secret.statistics", EVENT, now(15, "2"));

  /// Whoever supervises an authority is told what that needs.
  public static final Rule SUPERVISED = bySecrecyAct("secret.supervision", 10, "17");

  /// A personal number is made of date of birth, birth number and check digit.
  public static final Rule PERSONAL_NUMBER =
      throughout("person.number", EVENT, new Provision(REGISTRATION, 0, "18"));

  /// A mark of secrecy names the provision, the day and the authority that set it.
  public static final Rule SECRECY_MARKED =
      throughout("person.secrecy-marked", EVENT, new Provision(OSL, 5, "5"));

  /// What the register knows of somebody who is in danger is secret (*skyddade personuppgifter*).
  public static final Rule PROTECTED_PERSON =
      throughout("person.protected", EVENT, new Provision(OSL, 22, "1"));

  /// Where somebody lives is not in the register (*skyddad folkbokföring*): it is not ours to keep
  /// either.
  public static final Rule PROTECTED_REGISTRATION =
      throughout("person.protected-registration", EVENT, new Provision(REGISTRATION, 0, "16"));

  /// Whoever has another identity is not joined with the one she had (*fingerade personuppgifter*):
  /// what has come from that matter is secret here too.
  public static final Rule NEW_IDENTITY =
      throughout("person.new-identity", EVENT, new Provision(OSL, 22, "3"));

  /// Who knows somebody or her family takes no part in what concerns her (*jäv*).
  public static final Rule PARTIAL = throughout("file.partial", EVENT, new Provision(FL, 0, "16"));

  /// Everyone under 18 is a child, whose own interest is what is looked to.
  public static final Rule CHILD_UNDER_18 =
      bySocialServicesAct("child.under-18", EVENT, old(1, "2"), now(3, "1"));

  // Intake and investigation.

  /// What may lead to action opens an investigation at once.
  public static final Rule INVESTIGATE_AT_ONCE =
      bySocialServicesAct("adult.utredning", EVENT, old(11, "1"), now(14, "2"));

  /// Handling, decisions and measures are documented, and what happened when.
  public static final Rule DOCUMENTED =
      bySocialServicesAct("file.documented", EVENT, old(11, "5"), now(14, "3"));

  /// What is written about her is written with respect: she is told of the notes, and what she
  /// holds to be wrong is noted.
  public static final Rule NOTES_WITH_RESPECT =
      bySocialServicesAct("file.respect", EVENT, old(11, "6"), now(14, "6"));

  /// An authority helps people to look after their interests: whoever is passed on is passed to
  /// somebody.
  public static final Rule PASSED_ON =
      throughout("intake.passed-on", EVENT, new Provision(FL, 0, "6"));

  // The decision.

  /// A matter is investigated as its nature demands before it is decided.
  public static final Rule INVESTIGATED =
      throughout("decision.investigated", DECISION, new Provision(FL, 0, "23"));

  /// The risk of more violence is assessed (*riskbedömning*). How long an assessment holds is said
  /// by the instrument.
  public static final Rule RISK_ASSESSED =
      throughout("decision.risk", DECISION, new Provision(VIOLENCE_REGULATION, 0, ""));

  /// Only what has support in law is done: a decision names a ground that stood on its day.
  public static final Rule LAWFUL =
      throughout("decision.lawful", DECISION, new Provision(FL, 0, "5"));

  /// Support for personal needs that she cannot meet herself (*bistånd*, now *insatser*).
  public static final Rule ASSESSED_SUPPORT =
      bySocialServicesAct("ground.support", DECISION, old(4, "1"), now(11, "1"));

  /// Support beyond what she has a right to.
  public static final Rule FURTHER_SUPPORT =
      bySocialServicesAct("ground.further", DECISION, old(4, "2"), now(11, "4"));

  /// Support for economic needs.
  public static final Rule ECONOMIC_SUPPORT =
      bySocialServicesAct("ground.economic", DECISION, old(4, "1"), now(12, "1"));

  /// Support to victims of crime and those close to them (*brottsofferstöd*).
  public static final Rule CRIME_VICTIM_SUPPORT =
      bySocialServicesAct("ground.crime-victim", DECISION, old(5, "11"), now(13, "1"));

  /// Support to a child who has suffered or witnessed violence: both are victims of crime.
  public static final Rule CHILD_VICTIM_SUPPORT =
      bySocialServicesAct("ground.child-victim", DECISION, old(5, "11"), now(18, "7"));

  /// A decision says why, in words that can be understood, and by which paragraph.
  public static final Rule MOTIVE =
      throughout("decision.motive", DECISION, new Provision(FL, 0, "32"));

  /// A decision says its day, what it contains, who took it and who prepared it.
  public static final Rule DECISION_RECORDED =
      throughout("decision.recorded", DECISION, new Provision(FL, 0, "31"));

  /// An employee decides for the board only with its mandate for that kind of matter.
  public static final Rule MANDATE =
      throughout("decision.mandate", DECISION, new Provision(KL, 7, "5"));

  /// Before a decision the party is told of what it will rest on, and can answer within a fixed
  /// time.
  public static final Rule COMMUNICATED =
      throughout("decision.communicated", DECISION, new Provision(FL, 0, "25"));

  /// Who is given that time is told that she may speak to the board.
  public static final Rule SPEAKS_TO_THE_BOARD =
      bySocialServicesAct("decision.orally", DECISION, old(11, "9"), now(14, "8"));

  /// In what concerns a child, its best interest comes first.
  public static final Rule CHILDS_BEST_INTEREST =
      bySocialServicesAct("decision.childs-best", DECISION, old(1, "2"), now(3, "1"));

  /// An obvious slip may be put right.
  public static final Rule CORRECTED =
      throughout("decision.corrected", DECISION, new Provision(FL, 0, "36"));

  /// A decision that is wrong may be changed; to her disadvantage only for one of three reasons.
  public static final Rule CHANGED =
      throughout("decision.changed", DECISION, new Provision(FL, 0, "37"));

  /// One that is obviously wrong must be, when that is quick and to nobody's disadvantage.
  public static final Rule MUST_BE_CHANGED =
      throughout("decision.must-change", DECISION, new Provision(FL, 0, "38"));

  /// One that is appealed may be changed only so, and only before the court has the papers.
  public static final Rule CHANGED_UNDER_APPEAL =
      throughout("decision.changed-appealed", DECISION, new Provision(FL, 0, "39"));

  /// What is granted until further notice may be changed to her disadvantage when the circumstances
  /// have changed very much; not what was granted before 1 July 2025 (2025:400, point 3 of the
  /// transitional provisions).
  public static final Rule CIRCUMSTANCES_CHANGED =
      throughout("decision.circumstances", DECISION, now(14, "9"));

  /// The party is told what was decided, and how to appeal.
  public static final Rule TOLD = throughout("decision.told", DECISION, new Provision(FL, 0, "33"));

  /// Which decisions can be appealed to the administrative court. The day of the decision decides:
  /// an appeal against one of the repealed act's time is tried by that act (2025:400, point 6 of
  /// the transitional provisions).
  public static final Rule APPEALABLE =
      bySocialServicesAct("appeal.possible", DECISION, old(16, "3"), now(35, "1"));

  /// An appeal has come in within three weeks from the day on which the party got the decision.
  public static final Rule APPEAL =
      throughout("appeal", EVENT, new Provision(FL, 0, "44"), new Limit(3, Unit.WEEKS), null);

  /// What came in too late is dismissed (*avvisning*), unless it was the authority that told
  /// wrongly or it reached the court in time.
  public static final Rule LATE_APPEAL =
      throughout("appeal.late", EVENT, new Provision(FL, 0, "45"));

  // Support, follow-up, closing.

  /// Who began a matter that will be much delayed is told so, and why.
  public static final Rule DELAY_TOLD =
      throughout("adult.delayed", EVENT, new Provision(FL, 0, "11"));

  /// After six months without a decision she may ask in writing, once, that it is taken.
  public static final Rule DECIDED_IN_SIX_MONTHS =
      throughout(
          "adult.six-months", EVENT, new Provision(FL, 0, "12"), new Limit(6, Unit.MONTHS), null);

  /// Within four weeks it is decided, or the request is refused in a decision of its own.
  public static final Rule REQUEST_ANSWERED =
      throughout(
          "adult.request", EVENT, new Provision(FL, 0, "12"), new Limit(4, Unit.WEEKS), null);

  /// What is granted as a right is carried out: what has not been within three months, or not again
  /// three months after it was interrupted, is reported each quarter.
  public static final Rule CARRIED_OUT =
      bySocialServicesAct(
          "nonexec", DECISION, old(16, "6 f"), now(34, "1"), new Limit(3, Unit.MONTHS), null);

  /// When what was reported is carried out, that is told too, with the day.
  public static final Rule CARRIED_OUT_IS_TOLD =
      bySocialServicesAct("nonexec.told", EVENT, old(16, "6 g"), now(34, "2"));

  /// The council gets the numbers.
  public static final Rule COUNCIL_IS_TOLD =
      bySocialServicesAct("nonexec.figures", EVENT, old(16, "6 h"), now(34, "3"));

  /// A municipality that wants another to take a matter over asks in writing, and is answered at
  /// once in writing.
  public static final Rule TRANSFER_ASKED =
      new Rule(
          "transfer.asked",
          EVENT,
          List.of(new Version(now(29, "10"), SOL.from(), null, AT_ONCE, null)));

  /// Who has had no answer within a month, or a no, may turn to the supervisor.
  public static final Rule TRANSFER_ANSWERED =
      new Rule(
          "transfer.reply",
          EVENT,
          List.of(new Version(now(29, "11"), SOL.from(), null, new Limit(1, Unit.MONTHS), null)));

  /// The supervisor decides within three months from the application.
  public static final Rule TRANSFER_TRIED =
      new Rule(
          "transfer.tried",
          EVENT,
          List.of(new Version(now(29, "11"), SOL.from(), null, new Limit(3, Unit.MONTHS), null)));

  /// Support may be given without individual assessment when the board has so decided; there was no
  /// such rule before.
  public static final Rule SUPPORT_WITHOUT_ASSESSMENT =
      throughout("support.service", EVENT, now(11, "5"));

  /// A shelter for somebody under 21 always needs an individual assessment; before 1 July 2025 it
  /// did for everyone.
  public static final Rule SHELTER_ASSESSED =
      bySocialServicesAct("support.shelter", EVENT, old(4, "1"), now(11, "5"));

  /// Whoever gets support without assessment is told that assessed support can be applied for.
  public static final Rule TOLD_OF_ASSESSED_SUPPORT =
      throughout("support.told", EVENT, now(11, "6"));

  /// The board may decide, for particular reasons, that what reveals who gets a support is not
  /// documented; without such a decision it is documented as usual.
  public static final Rule ANONYMOUS_SUPPORT = throughout("support.anonymous", EVENT, now(14, "5"));

  /// An authority is objective and impartial. The centre's own order follows from it: who
  /// investigates does not deliver the support (A-MOT-18).
  public static final Rule IMPARTIAL =
      throughout("support.impartial", EVENT, new Provision(FL, 0, "5"));

  /// The employer does what is needed so that nobody comes to harm at work. The act was not read.
  public static final Rule SAFE_AT_WORK =
      throughout("support.safe-at-work", EVENT, new Provision(Act.WORK_ENVIRONMENT, 3, "2"));

  /// The quality of the work is followed up, steadily: each support is asked about before its file
  /// is closed.
  public static final Rule FOLLOWED_UP =
      bySocialServicesAct("close.followed-up", CASE, old(3, "3"), now(5, "2"));

  /// A matter is handled simply and fast, without loss of legal certainty: it is not closed over
  /// what is still to be done in it.
  public static final Rule NOTHING_LEFT =
      throughout("close.nothing-left", CASE, new Provision(FL, 0, "9"));

  /// The notes of a file are destroyed five years after the last one. The day on which the five
  /// years end decides.
  public static final Rule KEPT =
      bySocialServicesAct(
          "gallring.akt", CASE, old(12, "1"), now(16, "1"), new Limit(5, Unit.YEARS), null);

  /// The papers of a child's investigation are kept until the child is thirty, unless the matter
  /// ended before 15 January 2026 (2025:1501, point 2 of the transitional provisions).
  public static final Rule CHILD_FILE_KEPT =
      new Rule(
          "gallring.barnutredning",
          CASE,
          List.of(new Version(now(16, "2 a"), REWORDED, null, new Limit(30, Unit.YEARS), null)));

  // The child.

  /// Who suspects that a child is harmed reports it at once (*orosanmälan*).
  public static final Rule REPORT_CONCERN =
      reworded("child.anmalan", old(14, "1"), now(19, "1"), AT_ONCE, AT_ONCE, AT_ONCE);

  /// The centre's own order: the unit that got our report has said so by the next working day, or
  /// is asked.
  public static final Rule REPORT_RECEIVED =
      reworded(
          "child.kvitto",
          old(14, "1"),
          now(19, "1"),
          new Limit(1, Unit.WORKING_DAYS),
          new Limit(1, Unit.WORKING_DAYS),
          new Limit(1, Unit.WORKING_DAYS));

  /// A report about a child is met at once by an assessment of immediate protection; practice says
  /// the same day, and at the latest the next (prop. 2012/13:10 p. 60).
  public static final Rule IMMEDIATE_PROTECTION =
      bySocialServicesAct(
          "child.skyddsbedomning",
          EVENT,
          old(11, "1 a"),
          now(20, "1"),
          new Limit(1, Unit.DAYS),
          null);

  /// Within fourteen days it is decided whether to investigate (*förhandsbedömning*).
  public static final Rule PRELIMINARY_ASSESSMENT =
      bySocialServicesAct(
          "child.forhandsbedomning",
          EVENT,
          old(11, "1 a"),
          now(20, "2"),
          new Limit(14, Unit.DAYS),
          Reasons.EXCEPTIONAL);

  /// A child who has suffered or witnessed violence is investigated; who decides otherwise says
  /// why.
  public static final Rule EXPOSED_CHILD_INVESTIGATED =
      throughout("child.exposed", EVENT, new Provision(VIOLENCE_REGULATION, 0, ""));

  /// A child is given the chance to say what it thinks.
  public static final Rule CHILD_HEARD =
      bySocialServicesAct("child.heard", EVENT, old(11, "10"), now(3, "2"));

  /// The investigation of a child's need of protection or support is completed within four months.
  public static final Rule CHILD_INVESTIGATION =
      bySocialServicesAct(
          "child.utredning",
          EVENT,
          old(11, "2"),
          now(20, "3"),
          new Limit(4, Unit.MONTHS),
          Reasons.SPECIAL);

  /// Who reported by duty, and asks, is told whether an investigation was opened: within a week of
  /// that decision since 15 January 2026; no time was given before.
  public static final Rule REPORTER_TOLD =
      reworded(
          "reporter.feedback", old(14, "1 b"), now(19, "6"), null, null, new Limit(1, Unit.WEEKS));

  /// The follow-up of a child ends six months after the investigation or the placement did. The
  /// repealed act's own times have not been read, and are not counted.
  public static final Rule CHILD_FOLLOW_UP =
      new Rule(
          "child.uppfoljning",
          EVENT,
          List.of(
              new Version(old(11, "4 a"), SOL_2001.from(), lastOf(SOL_2001), null, null),
              new Version(now(23, "5"), SOL.from(), null, new Limit(6, Unit.MONTHS), null)));

  private static final List<Rule> ALL =
      List.of(
          OWN_WILL,
          CONSENT_TO_SHARE,
          SECRET,
          TOLD_AS_NECESSARY,
          PARTY_INSIGHT,
          CHILD_AGAINST_GUARDIAN,
          TOLD_FOR_CARE,
          TOLD_TO_REPORTER,
          TOLD_TO_CHILD_INQUIRY,
          POLICE_TOLD_OF_RISK,
          POLICE_TOLD_OF_YOUNG,
          POLICE_TOLD_OF_CHILD,
          POLICE_TOLD_OF_CRIME,
          TOLD_AGAINST_CRIME,
          STAY_TOLD_ON_REQUEST,
          BOARD_TOLD_THAT_KNOWN,
          ADDRESS_TOLD_FOR_PLACING,
          OFFICIAL_STATISTICS,
          SUPERVISED,
          PERSONAL_NUMBER,
          SECRECY_MARKED,
          PROTECTED_PERSON,
          PROTECTED_REGISTRATION,
          NEW_IDENTITY,
          PARTIAL,
          CHILD_UNDER_18,
          INVESTIGATE_AT_ONCE,
          DOCUMENTED,
          NOTES_WITH_RESPECT,
          PASSED_ON,
          INVESTIGATED,
          RISK_ASSESSED,
          LAWFUL,
          ASSESSED_SUPPORT,
          FURTHER_SUPPORT,
          ECONOMIC_SUPPORT,
          CRIME_VICTIM_SUPPORT,
          CHILD_VICTIM_SUPPORT,
          MOTIVE,
          DECISION_RECORDED,
          MANDATE,
          COMMUNICATED,
          SPEAKS_TO_THE_BOARD,
          CHILDS_BEST_INTEREST,
          CORRECTED,
          CHANGED,
          MUST_BE_CHANGED,
          CHANGED_UNDER_APPEAL,
          CIRCUMSTANCES_CHANGED,
          TOLD,
          APPEALABLE,
          APPEAL,
          LATE_APPEAL,
          DELAY_TOLD,
          DECIDED_IN_SIX_MONTHS,
          REQUEST_ANSWERED,
          CARRIED_OUT,
          CARRIED_OUT_IS_TOLD,
          COUNCIL_IS_TOLD,
          TRANSFER_ASKED,
          TRANSFER_ANSWERED,
          TRANSFER_TRIED,
          SUPPORT_WITHOUT_ASSESSMENT,
          SHELTER_ASSESSED,
          TOLD_OF_ASSESSED_SUPPORT,
          ANONYMOUS_SUPPORT,
          IMPARTIAL,
          SAFE_AT_WORK,
          FOLLOWED_UP,
          NOTHING_LEFT,
          KEPT,
          CHILD_FILE_KEPT,
          REPORT_CONCERN,
          REPORT_RECEIVED,
          IMMEDIATE_PROTECTION,
          PRELIMINARY_ASSESSMENT,
          EXPOSED_CHILD_INVESTIGATED,
          CHILD_HEARD,
          CHILD_INVESTIGATION,
          REPORTER_TOLD,
          CHILD_FOLLOW_UP);

  private Rules() {}

  /// All of them, in the order of the road.
  public static List<Rule> all() {
    return ALL;
  }

  /// The one of that name.
  public static Optional<Rule> of(String key) {
    return ALL.stream().filter(rule -> rule.key().equals(key)).findFirst();
  }

  /// The rules on which a decision about an adult or a child can rest, those that stood on its day.
  public static List<Rule> grounds(LocalDate decided) {
    return List.of(
            ASSESSED_SUPPORT,
            FURTHER_SUPPORT,
            CRIME_VICTIM_SUPPORT,
            ECONOMIC_SUPPORT,
            CHILD_VICTIM_SUPPORT)
        .stream()
        .filter(rule -> rule.on(decided).isPresent())
        .toList();
  }

  private static Provision old(int chapter, String paragraph) {
    return new Provision(SOL_2001, chapter, paragraph);
  }

  private static Provision now(int chapter, String paragraph) {
    return new Provision(SOL, chapter, paragraph);
  }

  private static LocalDate lastOf(Act act) {
    return act.to().orElseThrow();
  }

  /// One wording, as long as its act has stood.
  private static Rule throughout(String key, DecidingDate decides, Provision provision) {
    return throughout(key, decides, provision, null, null);
  }

  private static Rule throughout(
      String key,
      DecidingDate decides,
      Provision provision,
      @Nullable Limit limit,
      @Nullable Reasons longer) {
    return new Rule(
        key, decides, List.of(new Version(provision, provision.act().from(), null, limit, longer)));
  }

  private static Rule bySecrecyAct(String key, int chapter, String paragraph) {
    return throughout(key, EVENT, new Provision(OSL, chapter, paragraph));
  }

  /// One that came into the act later.
  private static Rule bySecrecyAct(String key, int chapter, String paragraph, LocalDate from) {
    return new Rule(
        key,
        EVENT,
        List.of(new Version(new Provision(OSL, chapter, paragraph), from, null, null, null)));
  }

  /// The repealed act's wording, then the standing one's.
  private static Rule bySocialServicesAct(
      String key, DecidingDate decides, Provision before, Provision after) {
    return bySocialServicesAct(key, decides, before, after, null, null);
  }

  private static Rule bySocialServicesAct(
      String key,
      DecidingDate decides,
      Provision before,
      Provision after,
      @Nullable Limit limit,
      @Nullable Reasons longer) {
    return new Rule(
        key,
        decides,
        List.of(
            new Version(before, SOL_2001.from(), lastOf(SOL_2001), limit, longer),
            new Version(after, SOL.from(), null, limit, longer)));
  }

  /// The same, and the standing act's paragraph worded anew from 15 January 2026.
  private static Rule reworded(
      String key,
      Provision before,
      Provision after,
      @Nullable Limit first,
      @Nullable Limit second,
      @Nullable Limit third) {
    return new Rule(
        key,
        EVENT,
        List.of(
            new Version(before, SOL_2001.from(), lastOf(SOL_2001), first, null),
            new Version(after, SOL.from(), REWORDED.minusDays(1), second, null),
            new Version(after, REWORDED, null, third, null)));
  }
}
