package se.fristad.casework;

import java.time.LocalDate;
import java.util.Locale;
import se.fristad.law.Rule;
import se.fristad.law.Rules;

/// What a step of the road demands. Each is one named object that follows from one rule of law;
/// every refusal names one, and cites the paragraph of the day that decides.
public enum CaseRule {
  /// Who has a file is called something there, and what is written has words.
  WRITTEN_IN_WORDS(Rules.DOCUMENTED),

  /// A note is locked when it is written: what is wrong in it is said beside it.
  CORRECTED_BESIDE(Rules.DOCUMENTED),

  /// What the person holds to be wrong is noted; what stands is not touched.
  DISPUTED_FACT_IS_NOTED(Rules.NOTES_WITH_RESPECT),

  /// The person is told of the notes about her, or it is said why not yet.
  PERSON_KNOWS_OF_NOTES(Rules.NOTES_WITH_RESPECT),

  /// What happened stands in the order in which it can have happened, and nothing tomorrow.
  DATES_IN_ORDER(Rules.DOCUMENTED),

  /// A personal number has the right check digit.
  PERSONAL_NUMBER_IS_ONE(Rules.PERSONAL_NUMBER),

  /// A mark of secrecy is written down with its provision, day and authority.
  SECRECY_MARK_IS_WHOLE(Rules.SECRECY_MARKED),

  /// Whether somebody is protected is read in the register, and till then she is.
  REGISTER_IS_READ(Rules.PROTECTED_PERSON),

  /// Whoever reads the file of somebody who is protected says why.
  READING_HAS_A_REASON(Rules.PROTECTED_PERSON),

  /// Where somebody lives who is protected in the register is not kept here.
  ADDRESS_IS_THE_REGISTERS(Rules.PROTECTED_REGISTRATION),

  /// What is printed about somebody who is protected names no place.
  NO_PLACE_IN_PRINT(Rules.PROTECTED_REGISTRATION),

  /// Another identity is the head's alone, and never stands beside the one before.
  NEW_IDENTITY_IS_THE_HEADS(Rules.NEW_IDENTITY),

  /// Nothing goes to anybody who must never be contacted.
  NEVER_CONTACTED(Rules.SECRET),

  /// Whoever is kin or a neighbour opens no file.
  NOT_FOR_KIN(Rules.PARTIAL),

  /// A file is handed over with what is to be known of it.
  HANDED_OVER_WHOLE(Rules.DOCUMENTED),

  /// Under 18 it is a child's file, never an adult's investigation.
  CHILD_HAS_A_FILE_OF_ITS_OWN(Rules.CHILD_UNDER_18),

  /// Nobody has a file, or is investigated, against her will: a consent that has begun, has not
  /// ended and is not withdrawn (A-INV-02).
  CONSENT_STANDS(Rules.OWN_WILL),

  /// Whoever outside the house gives her support is told about her as she lets it be (A-INV-13).
  CONSENT_TO_SHARE_STANDS(Rules.CONSENT_TO_SHARE),

  /// What is told by her consent is what she lets be told, to whom and for what, on that day
  /// (A-INV-13, B-T23).
  CONSENT_TO_TELL_STANDS(Rules.CONSENT_TO_SHARE),

  /// Something secret is told only by a ground that lets it, with what the ground demands written
  /// down.
  DISCLOSED_BY_A_GROUND(Rules.SECRET),

  /// A party sees her matter; what is left out is left out by a paragraph, in words, and a decision
  /// never is.
  PARTY_SEES_HER_MATTER(Rules.PARTY_INSIGHT),

  /// What is kept from a guardian for the child's sake is kept from a guardian.
  GUARDIAN_SEES_NO_HARM(Rules.CHILD_AGAINST_GUARDIAN),

  /// A closed file stays closed: when she wants help again, it begins with a new contact.
  FILE_IS_OPEN(Rules.OWN_WILL),

  /// A file follows on an intake that was concluded as an application and that nobody has taken up,
  /// or on her own application.
  APPLIED_FOR(Rules.INVESTIGATE_AT_ONCE),

  /// An acute protection is for a time: from a moment that can have been, to a last day within the
  /// month. What is needed longer is investigated (A-MOT-16).
  ACUTE_IS_FOR_A_TIME(Rules.ASSESSED_SUPPORT),

  /// After an acute protection an investigation is opened at once, or it is said why not.
  INVESTIGATED_AFTER_ACUTE(Rules.INVESTIGATE_AT_ONCE),

  /// What risk is seen is said, before there is an assessment.
  ACUTE_RISK_IS_SAID(Rules.RISK_ASSESSED),

  /// What happens at night, and what the night is to watch, is handed over in words (A-DEC-05).
  NIGHT_IS_HANDED_OVER(Rules.DOCUMENTED),

  /// One investigation at a time.
  ONE_INVESTIGATION(Rules.INVESTIGATE_AT_ONCE),

  /// A risk assessment ends with a level that somebody stands for, with a reason when it is another
  /// than the form's own.
  RISK_IS_JUDGED(Rules.RISK_ASSESSED),

  /// When something may have changed the danger the risk is assessed anew, or it is said why not.
  DANGER_IS_ASSESSED_ANEW(Rules.RISK_ASSESSED),

  /// An investigation is ready when the violence is mapped and the needs are written down
  /// (A-INV-03, A-INV-05 to A-INV-09).
  VIOLENCE_AND_NEEDS_MAPPED(Rules.INVESTIGATED),

  /// What is written of what happened says where it comes from and by what right it is kept.
  FACT_HAS_A_SOURCE(Rules.DOCUMENTED),

  /// What is mapped is never changed; something else takes its place, once.
  MAPPED_ONCE_MORE(Rules.DOCUMENTED),

  /// A decision follows on an investigation that is ready.
  DECISION_AFTER_INVESTIGATION(Rules.INVESTIGATED),

  /// An application is decided once. Whoever comes second is told.
  DECIDED_ONCE(Rules.DECISION_RECORDED),

  /// A decision says what was applied for and what of it is granted.
  DECISION_SAYS_WHAT(Rules.DECISION_RECORDED),

  /// A decision rests on a risk assessment; on an expired one only when somebody confirms it and
  /// says why.
  RISK_ASSESSMENT_STANDS(Rules.RISK_ASSESSED),

  /// A decision rests on a section of law that stood on its day.
  GROUND_STOOD_THAT_DAY(Rules.LAWFUL),

  /// A decision says why.
  MOTIVE_IS_GIVEN(Rules.MOTIVE),

  /// Who decides has the board's mandate for that kind of matter on that day (*delegation*).
  DELEGATE_HAS_MANDATE(Rules.MANDATE),

  /// The board gives mandates, and nobody herself: what the head is to decide another head writes
  /// down (7 kap. 5 and 6 §§ KL).
  MANDATE_IS_GIVEN_BY_ANOTHER(Rules.MANDATE),

  /// What the delegation order gives to two is proposed by one and confirmed by another, never the
  /// same.
  SECOND_PERSON_CONFIRMS(Rules.MANDATE),

  /// Before a decision to her disadvantage she was told of what it rests on and had time to answer;
  /// or it is said why not (25 § FL).
  COMMUNICATED_BEFORE(Rules.COMMUNICATED),

  /// She who may answer is told that she may do it orally.
  MAY_SPEAK_TO_THE_BOARD(Rules.SPEAKS_TO_THE_BOARD),

  /// When there are children a decision says how their best interest was judged.
  CHILDS_BEST_INTEREST(Rules.CHILDS_BEST_INTEREST),

  /// An obvious slip is put right beside the decision, which stays as it was.
  SLIP_IS_CORRECTED_BESIDE(Rules.CORRECTED),

  /// A decision is changed by a new one, once, to something else; to her disadvantage only for a
  /// reason that the law names.
  DECISION_IS_CHANGED(Rules.CHANGED),

  /// An open-ended support is taken back when circumstances have changed very much, if it was
  /// granted by the standing act.
  CIRCUMSTANCES_HAVE_CHANGED(Rules.CIRCUMSTANCES_CHANGED),

  /// An appealed decision is changed only to her advantage, before the court has the papers.
  CHANGED_UNDER_APPEAL(Rules.CHANGED_UNDER_APPEAL),

  /// Before an appeal goes to the court it is said whether the decision is changed, and why.
  RECONSIDERED_FIRST(Rules.MUST_BE_CHANGED),

  /// The notice of a decision tells all of it, and how it is appealed (31–33 §§ FL).
  NOTICE_SAYS_IT_ALL(Rules.TOLD),

  /// Who took a decision is left out of its notice only when a threat against her is feared, and it
  /// is said which (33 § FL).
  NAME_LEFT_OUT_FOR_A_THREAT(Rules.TOLD),

  /// The summary of an investigation tells what has happened, the risk and the needs.
  SUMMARY_SAYS_IT_ALL(Rules.INVESTIGATED),

  /// She is told what was decided: once, and not before it was.
  DECISION_IS_SERVED(Rules.TOLD),

  /// An appeal is against a decision that can be appealed, once.
  APPEAL_OF_A_DECISION(Rules.APPEALABLE),

  /// An appeal that came too late is dismissed by somebody with a mandate, in words.
  LATE_APPEAL_IS_DISMISSED(Rules.LATE_APPEAL),

  /// An appeal that came in time is handed over to the court, never dismissed by us.
  APPEAL_IN_TIME_IS_HANDED_OVER(Rules.APPEAL),

  /// A matter takes longer than its goal only when she has been told, and why (11 § FL).
  DELAY_IS_TOLD(Rules.DELAY_TOLD),

  /// After six months, and not before, she may ask once that her matter is decided (12 § FL).
  DECISION_IS_ASKED_FOR_ONCE(Rules.DECIDED_IN_SIX_MONTHS),

  /// Her request is answered within four weeks: by the decision, or by one that refuses it.
  REQUEST_IS_ANSWERED(Rules.REQUEST_ANSWERED),

  /// What is granted and not carried out within three months is reported, with why (34 kap. 1 §
  /// SoL).
  NOT_CARRIED_OUT_IS_REPORTED(Rules.CARRIED_OUT),

  /// When it is carried out, or will not be, that is told once, and not before it was.
  LATE_IS_TOLD_WHEN_DONE(Rules.CARRIED_OUT_IS_TOLD),

  /// Another municipality is asked in writing to take a matter over, with what she wants herself.
  TRANSFER_IS_ASKED_IN_WRITING(Rules.TRANSFER_ASKED),

  /// Who is asked answers in writing, once.
  TRANSFER_IS_ANSWERED(Rules.TRANSFER_ASKED),

  /// The supervisor tries it after a no, or when a month has passed without an answer.
  TRANSFER_IS_TRIED(Rules.TRANSFER_ANSWERED),

  /// Only what the law lets be given without assessment is a service.
  SERVICE_NEEDS_NO_ASSESSMENT(Rules.SUPPORT_WITHOUT_ASSESSMENT),

  /// A shelter is assessed for everyone under 21, and before 1 July 2025 for everyone.
  SHELTER_IS_ASSESSED(Rules.SHELTER_ASSESSED),

  /// Who gets a service is told that she can apply.
  TOLD_OF_ASSESSED_SUPPORT(Rules.TOLD_OF_ASSESSED_SUPPORT),

  /// An assessed support is one that a decision in the same file grants.
  SUPPORT_UNDER_A_DECISION(Rules.LAWFUL),

  /// Whoever investigates does not deliver the support (A-MOT-18).
  DELIVERER_IS_NOT_INVESTIGATOR(Rules.IMPARTIAL),

  /// A support is given by somebody whose work that is, in the house that was chosen to give it:
  /// she who gives it reads the file, and nobody reads it for whom there is no need.
  DELIVERER_GIVES_SUPPORT(Rules.LAWFUL),

  /// A plan says what she wants to reach, and who does what by when (A-INV-11).
  PLAN_SAYS_WHO_WHAT_WHEN(Rules.DOCUMENTED),

  /// A plan is hers: what she thinks of it is written down, and whether she has got it.
  PLAN_IS_HERS(Rules.OWN_WILL),

  /// One plan stands; a revision is made beside it (A-ADD-06).
  PLAN_STANDS_BESIDE(Rules.DOCUMENTED),

  /// A plan is gone through with her on a day that is set (A-INV-12).
  PLAN_IS_GONE_THROUGH(Rules.FOLLOWED_UP),

  /// A paper lies where she is only when that is no danger to her.
  PAPER_IS_SAFE_WITH_HER(Rules.SECRET),

  /// Somebody comes along only within the time that is safe for the person.
  ACCOMPANIED_IN_SAFE_TIME(Rules.CRIME_VICTIM_SUPPORT),

  /// Whoever of us goes along knows the risk, and is not alone with it (E-T16).
  WHO_GOES_IS_SAFE(Rules.SAFE_AT_WORK),

  /// She is contacted after the closing only as she has said that she may be, when she said it, and
  /// for as long as she wants it.
  CONTACT_ON_HER_TERMS(Rules.OWN_WILL),

  /// She is asked whether her need was met before the file is closed, or does not want to be.
  NEED_IS_FOLLOWED_UP(Rules.FOLLOWED_UP),

  /// Nothing that is to be done is left when a file is closed.
  NOTHING_LEFT_TO_DO(Rules.NOTHING_LEFT),

  /// A child that may have met violence is reported at once, once (A-CHI-01, A-CHI-02).
  CHILD_IS_REPORTED(Rules.REPORT_CONCERN),

  /// The unit that has our report has said so, or has decided: till then nobody is known to have
  /// the child in sight, and the file in which it was learned is not closed.
  CHILD_REPORT_IS_ANSWERED(Rules.REPORT_RECEIVED),

  /// Each report is met by an assessment of immediate protection, in words.
  PROTECTION_IS_ASSESSED(Rules.IMMEDIATE_PROTECTION),

  /// Whether to investigate is decided within fourteen days, once; for longer only by exceptional
  /// reasons.
  CHILD_IS_DECIDED_ON(Rules.PRELIMINARY_ASSESSMENT),

  /// A child that has suffered or witnessed violence is investigated; who decides otherwise says
  /// why.
  EXPOSED_CHILD_IS_INVESTIGATED(Rules.EXPOSED_CHILD_INVESTIGATED),

  /// A child's investigation is completed within four months; later only by special reasons, on a
  /// day that is fixed.
  CHILD_INVESTIGATION_IS_COMPLETED(Rules.CHILD_INVESTIGATION),

  /// The child has been asked what it thinks, or it is said why not.
  CHILD_IS_HEARD(Rules.CHILD_HEARD),

  /// Who reported by duty and asks is told what became of it.
  REPORTER_IS_TOLD(Rules.REPORTER_TOLD),

  /// A child that gets no support may be followed up for half a year.
  CHILD_IS_FOLLOWED_UP(Rules.CHILD_FOLLOW_UP),

  /// Who leaves is offered to be contacted again, and her answer is written down (A-MOT-13).
  CONTACT_IS_OFFERED(Rules.CRIME_VICTIM_SUPPORT);

  private final Rule law;

  CaseRule(Rule law) {
    this.law = law;
  }

  /// The rule of law that it follows from.
  public Rule law() {
    return law;
  }

  /// The key of its name; its sentences stand under it.
  public String textKey() {
    return "casework.rule." + name().toLowerCase(Locale.ROOT);
  }

  /// A refusal beside a field; the paragraph is that of the day of the step.
  ///
  /// @param which which of the rule's sentences: empty, or begins with a dot
  Refusal refusal(String field, String which) {
    return new Refusal(this, field, textKey() + ".sentence" + which, "");
  }

  /// A refusal that cites the paragraph of another day: that of the decision it is about.
  Refusal refusal(String field, String which, LocalDate day) {
    return refusal(field, which).citedOn(day);
  }

  Refusal refusal(String field) {
    return refusal(field, "");
  }
}
