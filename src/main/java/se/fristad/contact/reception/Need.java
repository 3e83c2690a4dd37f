package se.fristad.contact.reception;

import java.util.Set;
import se.fristad.contact.Entrance;

/// Whom a time must be with: somebody who speaks her language, or knows more about what she comes
/// for (*språk och kompetens*). Nothing of it is kept.
///
/// @param language a code of [se.fristad.contact.Calls#LANGUAGES]; empty when any will do
/// @param competence a code of [WorkerPages#COMPETENCES]; empty when any will do
public record Need(String language, String competence) {
  /// Anybody.
  public static final Need NONE = new Need("", "");

  private static final Set<String> UNTOLD = Set.of("other", "unknown");

  /// What follows from a conversation by itself: the language in which she writes, and at the door
  /// of the young somebody who knows them. Those who work for change receive on their own side.
  static Need of(Entrance entrance, String language) {
    return new Need(spoken(language), entrance == Entrance.YOUNG ? "young" : "");
  }

  /// A language as it is spoken: easy Swedish is Swedish, and one that nobody has said is any.
  public static String spoken(String language) {
    return language.equals("latt") ? "sv" : UNTOLD.contains(language) ? "" : language;
  }

  boolean isSpokenIn(Plan.Hours hours) {
    return language.isEmpty() || hours.speaks().contains(language);
  }

  /// Who knows children knows the young too; not the other way round.
  boolean isKnownIn(Plan.Hours hours) {
    return competence.isEmpty()
        || hours.knows().contains(competence)
        || (competence.equals("young") && hours.knows().contains("children"));
  }
}
