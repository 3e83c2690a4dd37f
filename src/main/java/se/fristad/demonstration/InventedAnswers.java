package se.fristad.demonstration;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import se.fristad.assessment.Answers;
import se.fristad.assessment.Instrument;
import se.fristad.assessment.Level;
import se.fristad.casework.facts.RiskLevel;
import se.fristad.casework.facts.ViolenceKind;

/// What is answered to the questions of danger in an invented road, so that the answers come to the
/// level that its story tells.
final class InventedAnswers {
  /// One yes to these is a high risk, whatever the other answers weigh.
  private static final Set<String> ENOUGH = Set.of("danger_now", "strangulation", "threat_to_kill");

  /// What is said when the answers weigh too little for the level, in this order, and taken back
  /// when they weigh too much, the last first. What the story itself tells is left alone.
  private static final List<String> WEIGHED =
      List.of(
          "escalating",
          "separation",
          "protection",
          "weapon",
          "strangulation",
          "suicide",
          "pregnant",
          "journey");

  /// Answers that go with the level, with some that nobody knows.
  static Map<String, String> to(Story story, SplittableRandom random) {
    Set<ViolenceKind> kinds = story.about().kinds();
    boolean high = story.about().risk() == RiskLevel.HIGH;
    Map<String, String> answers = new HashMap<>();
    for (String item :
        List.of(
            "danger_now",
            "weapon",
            "strangulation",
            "pregnant",
            "suicide",
            "separation",
            "escalating",
            "journey",
            "protection")) {
      int yes = high ? 30 : ENOUGH.contains(item) ? 0 : 8;
      int drawn = random.nextInt(100);
      answers.put(item, drawn < yes ? "yes" : drawn > 88 ? "unknown" : "no");
    }
    answers.put("safe_to_talk", random.nextInt(10) < 8 ? "yes" : "unknown");
    answers.put("threat_to_kill", yes(high && kinds.contains(ViolenceKind.DEATH_THREAT)));
    answers.put("surveillance", yes(kinds.contains(ViolenceKind.DIGITAL)));
    answers.put("collective", yes(story.about().by().size() > 1));
    answers.put("children_present", yes(!story.about().children().isEmpty()));
    agree(answers, Level.valueOf(story.about().risk().name()));
    return answers;
  }

  /// The level that somebody stands for is the one that the answers come to.
  private static void agree(Map<String, String> answers, Level level) {
    for (String item : WEIGHED) {
      if (level(answers).compareTo(level) < 0 && (level == Level.HIGH || !ENOUGH.contains(item))) {
        answers.put(item, "yes");
      }
    }
    for (String item : WEIGHED.reversed()) {
      if (level(answers).compareTo(level) > 0) {
        answers.put(item, "no");
      }
    }
  }

  private static Level level(Map<String, String> answers) {
    return Instrument.initialRisk()
        .result(new Answers(answers), LocalDate.of(Year.OF, 1, 1))
        .level();
  }

  /// How great she herself thinks the risk is.
  static int estimate(RiskLevel risk, SplittableRandom random) {
    return switch (risk) {
      case LOW -> random.nextInt(1, 5);
      case MEDIUM -> random.nextInt(3, 8);
      case HIGH -> random.nextInt(6, 11);
    };
  }

  private static String yes(boolean is) {
    return is ? "yes" : "no";
  }

  private InventedAnswers() {}
}
