package se.fristad.law;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/// The last days that follow from what happened (*frister*).
public final class Deadlines {
  private Deadlines() {}

  /// Everything that a report about a child starts: always an assessment of immediate protection;
  /// the fourteen days only when no investigation of that child is open (20 kap. 1 och 2 §§ SoL).
  public static List<Deadline> childReport(LocalDateTime received, boolean investigationOpen) {
    throw new UnsupportedOperationException();
  }

  /// Immediate protection is assessed at once: the same day, and at the latest the next.
  public static Deadline protectionAssessment(LocalDateTime received) {
    throw new UnsupportedOperationException();
  }

  /// Whether to investigate is decided within fourteen days.
  public static Deadline preliminaryAssessment(LocalDate received) {
    throw new UnsupportedOperationException();
  }

  /// A child's investigation is completed within four months.
  public static Deadline childInvestigation(LocalDate opened) {
    throw new UnsupportedOperationException();
  }

  /// The follow-up of a child ends within six months from the end of the investigation or the
  /// placement.
  public static Deadline childFollowUp(LocalDate ended) {
    throw new UnsupportedOperationException();
  }

  /// Whoever reported and asks is told within a week of the decision; at once when it is asked
  /// later. Empty before 15 January 2026: no time was given.
  public static Optional<Deadline> reporterFeedback(LocalDate asked, LocalDate decided) {
    throw new UnsupportedOperationException();
  }

  /// The same while an investigation is already open: at once.
  public static Optional<Deadline> reporterFeedbackWhileOpen(LocalDate asked) {
    throw new UnsupportedOperationException();
  }

  /// Our own report of concern about a child: at once, that is the same day.
  public static Deadline reportOfConcern(LocalDateTime learned) {
    throw new UnsupportedOperationException();
  }

  /// The receipt of a report that we sent: the next working day, then asked for daily.
  public static Deadline receipt(LocalDate sent) {
    throw new UnsupportedOperationException();
  }

  /// The last day to appeal, counted from the day on which the person got the decision.
  public static Deadline appeal(LocalDate served) {
    throw new UnsupportedOperationException();
  }

  /// When a file is destroyed: from the strict day, done by the legal one.
  public static Deadline destruction(LocalDate lastNote) {
    throw new UnsupportedOperationException();
  }
}
