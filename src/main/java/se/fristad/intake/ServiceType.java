package se.fristad.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// A kind of support that this centre gives (*insatstyp*), its level, and what the board has
/// decided on it.
///
/// @param level 1 information, 2 advice, 3 support without individual assessment, 4 assessed
///   support
/// @param open whether it is still given
record ServiceType(UUID id, String name, int level, boolean open, List<BoardDecision> decisions) {
  /// Support without individual assessment: here the board's decisions decide.
  static final int WITHOUT_ASSESSMENT = 3;

  ServiceType {
    decisions = List.copyOf(decisions);
  }

  /// Whether a decision under a paragraph stands on a day.
  boolean stands(BoardDecision.Paragraph paragraph, LocalDate day) {
    return decisions.stream()
        .anyMatch(decision -> decision.paragraph() == paragraph && decision.stands(day));
  }

  /// Whether it is given on a day without individual assessment (11 kap. 5 § SoL).
  boolean mayBeGiven(LocalDate day) {
    return open
        && level == WITHOUT_ASSESSMENT
        && stands(BoardDecision.Paragraph.WITHOUT_ASSESSMENT, day);
  }

  /// Whether somebody may have it on a day without saying who she is (14 kap. 5 § SoL). Information
  /// and advice she always may.
  boolean mayBeAnonymous(LocalDate day) {
    return level < WITHOUT_ASSESSMENT
        || (level == WITHOUT_ASSESSMENT && stands(BoardDecision.Paragraph.WITHOUT_IDENTITY, day));
  }
}
