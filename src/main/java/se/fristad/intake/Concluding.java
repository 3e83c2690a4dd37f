package se.fristad.intake;

import java.util.List;

/// How it went to conclude an intake.
sealed interface Concluding {
  /// It is final.
  record Concluded(Outcome outcome) implements Concluding {}

  /// Rules stand in the way; nothing was saved.
  record Refused(List<Refusal> refusals) implements Concluding {}

  /// It cannot be written in any more as it is; nothing was saved.
  record Not(Obstacle why) implements Concluding {}

  /// No such intake, or not for this viewer.
  record NotThere() implements Concluding {}
}
