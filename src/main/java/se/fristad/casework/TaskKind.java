package se.fristad.casework;

import java.util.Locale;
import se.fristad.law.Rule;
import se.fristad.law.Rules;

/// What can be due in a file, and the rule it follows from.
enum TaskKind {
  /// An investigation is to be opened.
  INVESTIGATE(true, Rules.INVESTIGATE_AT_ONCE),
  /// The first risk assessment is to be made.
  ASSESS_RISK(false, Rules.RISK_ASSESSED),
  /// A risk assessment expires.
  REASSESS_RISK(false, Rules.RISK_ASSESSED),
  /// Something has happened that may have changed the danger: it is assessed anew, or said why not.
  REASSESS_NOW(true, Rules.RISK_ASSESSED),
  /// A consent ends.
  RENEW_CONSENT(false, Rules.OWN_WILL),
  /// A consent that others are told ends or is taken back while somebody of another house gives her
  /// support.
  RENEW_SHARING(false, Rules.CONSENT_TO_SHARE),
  /// A consent by which somebody was to be told something has ended.
  RENEW_DISCLOSURE(false, Rules.CONSENT_TO_SHARE),
  /// She is to answer what a decision will rest on.
  AWAIT_ANSWER(false, Rules.COMMUNICATED),
  /// A second person is to confirm a proposed decision, or send it back.
  CONFIRM_DECISION(true, Rules.MANDATE),
  /// A proposal has come back.
  PROPOSE_AGAIN(true, Rules.MANDATE),
  /// She is to be told what was decided.
  SERVE_DECISION(true, Rules.TOLD),
  /// An appeal is to be dismissed or handed over.
  ANSWER_APPEAL(true, Rules.APPEAL),
  /// An adult's matter is to be decided.
  DECIDE_IN_TIME(false, Rules.DECIDED_IN_SIX_MONTHS),
  /// Her request that it is decided is to be answered.
  ANSWER_REQUEST(true, Rules.REQUEST_ANSWERED),
  /// What is granted is to be carried out.
  CARRY_OUT(false, Rules.CARRIED_OUT),
  /// An acute protection ends: what comes after it is to be decided.
  ACUTE_ENDS(false, Rules.ASSESSED_SUPPORT),
  /// Children came along into an acute protection: each is to be reported.
  CHILDREN_ALONG(true, Rules.REPORT_CONCERN),
  /// Another municipality is to answer whether it takes the matter over.
  AWAIT_TRANSFER(false, Rules.TRANSFER_ANSWERED),
  /// We are to answer whether we do: at once.
  ANSWER_TRANSFER(true, Rules.TRANSFER_ASKED),
  /// The supervisor is to decide whether it is moved.
  AWAIT_TRIAL(false, Rules.TRANSFER_TRIED),
  /// She is to be asked whether her need was met.
  FOLLOW_UP(true, Rules.FOLLOWED_UP),
  /// Somebody comes along that day; then it is said how it went.
  ACCOMPANY(true, Rules.CRIME_VICTIM_SUPPORT),
  /// She is to be asked how it went, as she has said that she may be.
  CONTACT_AGAIN(false, Rules.FOLLOWED_UP),
  /// The plan is to be gone through with her.
  REVIEW_PLAN(true, Rules.FOLLOWED_UP),
  /// Something is to be done by the plan.
  PLAN_ACTION(false, Rules.DOCUMENTED),
  /// A child is to be reported to the unit of its municipality.
  REPORT_CHILD(true, Rules.REPORT_CONCERN),
  /// The unit is to say that it has our report.
  AWAIT_RECEIPT(false, Rules.REPORT_RECEIVED),
  /// It has not, and is to be asked: each day anew.
  ASK_FOR_RECEIPT(false, Rules.REPORT_RECEIVED),
  /// A child's need of immediate protection is to be assessed.
  ASSESS_PROTECTION(true, Rules.IMMEDIATE_PROTECTION),
  /// It is to be decided whether to investigate.
  DECIDE_ON_CHILD(true, Rules.PRELIMINARY_ASSESSMENT),
  /// A child's investigation is to be completed.
  COMPLETE_CHILD(true, Rules.CHILD_INVESTIGATION),
  /// Who reported by duty is to be told what became of it.
  TELL_REPORTER(true, Rules.REPORTER_TOLD),
  /// The follow-up of a child is to end.
  END_CHILD_FOLLOW_UP(true, Rules.CHILD_FOLLOW_UP),
  /// Somebody is to read the population register, and write down what it says.
  READ_REGISTER(false, Rules.PROTECTED_PERSON),
  /// Somebody of the same household is protected: whether she is too is to be confirmed.
  CONFIRM_PROTECTION(false, Rules.PROTECTED_PERSON),
  /// The head is to look at an emergency hour.
  REVIEW_EMERGENCY(false, Rules.PROTECTED_PERSON),
  /// Whoever answers for a file is kin or a neighbour: the head gives it to somebody else.
  HAND_OVER(false, Rules.PARTIAL),
  /// Nobody answers for a file that was opened at night: the head gives it to somebody.
  GIVE_OUT(false, Rules.DOCUMENTED),
  /// Whoever has got a file goes through what was handed over.
  TAKE_OVER(false, Rules.DOCUMENTED),
  /// The head is to look at two files that seem to be of one person.
  SAME_PERSON(false, Rules.DOCUMENTED);

  private final boolean duty;
  private final Rule rule;

  TaskKind(boolean duty, Rule rule) {
    this.duty = duty;
    this.rule = rule;
  }

  /// Whether a file cannot be closed before it is done.
  boolean duty() {
    return duty;
  }

  Rule rule() {
    return rule;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The key of its text.
  String textKey() {
    return "casework.task." + code();
  }

  static TaskKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
