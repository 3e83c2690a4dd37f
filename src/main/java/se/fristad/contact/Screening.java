package se.fristad.contact;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import se.fristad.page.TypedForm;
import se.fristad.vault.Confidential;

/// What somebody has told of danger in a conversation, as one of us wrote it down once.
///
/// @param version from 1 in each conversation; an earlier one is never written over
/// @param author which of us
/// @param typed answers and own words, each in the field of its question
public record Screening(int version, Instant at, UUID author, TypedForm typed) {
  /// The longest own words, in characters.
  public static final int MOST = 500;

  /// What was answered.
  public DangerAnswer answer(DangerQuestion question) {
    return answer(typed, question);
  }

  /// Her own words; empty when there are none.
  public Confidential words(DangerQuestion question) {
    return Confidential.of(typed.value(question.words()));
  }

  /// Which acute ones have a yes.
  static Set<DangerQuestion> acute(TypedForm typed) {
    Set<DangerQuestion> acute = new LinkedHashSet<>();
    for (DangerQuestion question : DangerQuestion.values()) {
      if (question.acute() && answer(typed, question) == DangerAnswer.YES) {
        acute.add(question);
      }
    }
    return acute;
  }

  /// Whether anything is answered or told.
  static boolean isBegun(TypedForm typed) {
    for (DangerQuestion question : DangerQuestion.values()) {
      if (answer(typed, question) != DangerAnswer.NOT_ASKED
          || !typed.value(question.words()).isBlank()) {
        return true;
      }
    }
    return false;
  }

  private static DangerAnswer answer(TypedForm typed, DangerQuestion question) {
    return DangerAnswer.of(typed.value(question.field())).orElse(DangerAnswer.NOT_ASKED);
  }
}
