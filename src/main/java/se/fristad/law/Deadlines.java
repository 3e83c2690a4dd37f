package se.fristad.law;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import se.fristad.law.Rule.Version;

/// The last days that follow from what happened (*frister*).
///
/// Days are those of Europe/Stockholm. A report counts from the day on which it reached the
/// authority, on Saturdays and Sundays too. Whether the Sunday rule moves what binds the authority
/// itself is not settled: the strict day is therefore always the goal, the moved day the limit.
public final class Deadlines {
  /// Where it stands that weeks, months and years end on the day of the same name or number, and in
  /// a month without it on its last day.
  public static final Provision COUNTED_BY = new Provision(Act.COUNTING_OF_TIME, 0, "1");

  /// The Sunday rule: what is to be done at the latest on a Saturday, Sunday, public holiday or one
  /// of three eves may be done on the next working day.
  public static final Provision MOVED_BY = new Provision(Act.COUNTING_OF_TIME, 0, "2");

  private Deadlines() {}

  /// Everything that a report about a child starts: always an assessment of immediate protection;
  /// the fourteen days only when no investigation of that child is open (20 kap. 1 och 2 §§ SoL).
  public static List<Deadline> childReport(LocalDateTime received, boolean investigationOpen) {
    Deadline protection = protectionAssessment(received);
    return investigationOpen
        ? List.of(protection)
        : List.of(protection, preliminaryAssessment(received.toLocalDate()));
  }

  /// Immediate protection is assessed at once: the same day, and at the latest the next. No Sunday
  /// moves it.
  public static Deadline protectionAssessment(LocalDateTime received) {
    LocalDate day = received.toLocalDate();
    Version version = Rules.IMMEDIATE_PROTECTION.nearest(day);
    return new Deadline(Rules.IMMEDIATE_PROTECTION, version, day, limit(version).after(day), true);
  }

  /// Whether to investigate is decided within fourteen days.
  public static Deadline preliminaryAssessment(LocalDate received) {
    return counted(Rules.PRELIMINARY_ASSESSMENT, received);
  }

  /// A child's investigation is completed within four months.
  public static Deadline childInvestigation(LocalDate opened) {
    return counted(Rules.CHILD_INVESTIGATION, opened);
  }

  /// The follow-up of a child ends within six months from the end of the investigation or the
  /// placement. Empty before 1 July 2025: the repealed act's time has not been read.
  public static Optional<Deadline> childFollowUp(LocalDate ended) {
    return Rules.CHILD_FOLLOW_UP.limit(ended).map(limit -> counted(Rules.CHILD_FOLLOW_UP, ended));
  }

  /// Whoever reported and asks is told within a week of the decision. Who asks after the decision
  /// is told at once; the week stays the limit as long as it lasts. Empty when both were before 15
  /// January 2026: no time was given.
  public static Optional<Deadline> reporterFeedback(LocalDate asked, LocalDate decided) {
    Rule rule = Rules.REPORTER_TOLD;
    LocalDate arose = asked.isAfter(decided) ? asked : decided;
    Version version = rule.nearest(arose);
    return rule.limit(arose)
        .map(limit -> {
          LocalDate week = limit.after(decided);
          LocalDate moved = WorkingDays.onOrAfter(week);
          return asked.isAfter(decided)
              ? new Deadline(rule, version, asked, moved.isBefore(asked) ? asked : moved, true)
              : new Deadline(rule, version, week, moved, false);
        });
  }

  /// The same while an investigation is already open: at once.
  public static Optional<Deadline> reporterFeedbackWhileOpen(LocalDate asked) {
    Rule rule = Rules.REPORTER_TOLD;
    return rule.limit(asked)
        .map(limit -> new Deadline(rule, rule.nearest(asked), asked, asked, true));
  }

  /// Our own report of concern about a child: at once, that is the same day.
  public static Deadline reportOfConcern(LocalDateTime learned) {
    LocalDate day = learned.toLocalDate();
    Version version = Rules.REPORT_CONCERN.nearest(day);
    return new Deadline(Rules.REPORT_CONCERN, version, day, limit(version).after(day), true);
  }

  /// The receipt of a report that we sent: the next working day, then asked for daily.
  public static Deadline receipt(LocalDate sent) {
    return counted(Rules.REPORT_RECEIVED, sent);
  }

  /// The last day to appeal, counted from the day on which the person got the decision.
  public static Deadline appeal(LocalDate served) {
    return counted(Rules.APPEAL, served);
  }

  /// The paragraph by which an appeal that came in on a day is dismissed; empty when it came in
  /// time. That it was the authority that told wrongly, or that it reached the court in time, is
  /// for a person to say before anything is dismissed.
  public static Optional<Provision> lateAppeal(LocalDate served, LocalDate cameIn) {
    return cameIn.isAfter(appeal(served).legal()) ? Rules.LATE_APPEAL.on(cameIn) : Optional.empty();
  }

  /// The last day on which what is granted is carried out in time; from the next it is reported.
  /// The report looks at the strict day: it is no act that Sunday moves.
  public static Deadline carriedOut(LocalDate from) {
    return counted(Rules.CARRIED_OUT, from);
  }

  /// The last day for an answer to a request that a matter is taken over; from the next, whoever
  /// asked may turn to the supervisor.
  public static Deadline transferAnswered(LocalDate asked) {
    return counted(Rules.TRANSFER_ANSWERED, asked);
  }

  /// When the supervisor is to have decided.
  public static Deadline transferTried(LocalDate applied) {
    return counted(Rules.TRANSFER_TRIED, applied);
  }

  /// When the notes of a file are destroyed: from the strict day, done by the legal one, the last
  /// of the year that follows.
  ///
  /// The exceptions are the caller's to ask for, and nothing is destroyed before they are: papers
  /// about a placed child (16 kap. 2 § SoL), a child's investigation ([#childFileKept]), the
  /// samples kept for research (16 kap. 4 § SoL), and the whole file while any other note of the
  /// same person is kept.
  public static Deadline destruction(LocalDate lastNote) {
    LocalDate due = limit(Rules.KEPT.nearest(lastNote)).after(lastNote);
    return new Deadline(
        Rules.KEPT, Rules.KEPT.nearest(due), due, LocalDate.of(due.getYear() + 1, 12, 31), false);
  }

  /// The day before which the papers of a child's investigation are not destroyed; empty when the
  /// matter ended before there was such a rule.
  public static Optional<LocalDate> childFileKept(LocalDate born, LocalDate closed) {
    return Rules.CHILD_FILE_KEPT
        .limit(closed)
        .map(limit -> limit.after(born))
        .map(birthday ->
            // born on 29 February: 1 March in other years, as in Age
            birthday.getDayOfMonth() == born.getDayOfMonth() ? birthday : birthday.plusDays(1));
  }

  private static Deadline counted(Rule rule, LocalDate from) {
    Version version = rule.nearest(from);
    LocalDate strict = limit(version).after(from);
    return new Deadline(rule, version, strict, WorkingDays.onOrAfter(strict), false);
  }

  private static Limit limit(Version version) {
    Limit limit = version.limit();
    if (limit == null) {
      throw new IllegalStateException("no time is given by " + version.provision());
    }
    return limit;
  }
}
