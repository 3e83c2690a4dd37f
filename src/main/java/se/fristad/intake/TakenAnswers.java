package se.fristad.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.fristad.contact.DangerAnswer;
import se.fristad.contact.DangerQuestion;
import se.fristad.contact.Screening;
import se.fristad.page.Texts;

/// What was told of danger in a conversation, as the acute questions of an intake: so that nobody
/// tells it twice. What nobody asked is left empty, since it is still to be asked.
final class TakenAnswers {
  private TakenAnswers() {}

  static Typed into(Typed typed, Screening told, Texts texts) {
    Typed taken = typed;
    List<String> words = new ArrayList<>();
    for (DangerQuestion asked : DangerQuestion.values()) {
      String answer = answer(asked, told.answer(asked));
      if (!answer.isEmpty()) {
        taken = taken.with(field(asked), answer);
        String own = told.words(asked).reveal();
        if (!own.isEmpty()) {
          words.add(texts.t("intake.field." + field(asked)) + " ”" + own + "”");
        }
      }
    }
    return words.isEmpty() ? taken : taken.with(Typed.NOTE, String.join("\n", words));
  }

  /// The field of the question that asks the same.
  private static String field(DangerQuestion asked) {
    return asked == DangerQuestion.CHILDREN
        ? Typed.CHILDREN
        : Stream.of(Question.values())
            .filter(question -> question.name().equals(asked.name()))
            .findFirst()
            .orElseThrow()
            .field();
  }

  private static String answer(DangerQuestion asked, DangerAnswer answer) {
    return switch (answer) {
      case YES -> Answer.YES.code();
      case NO -> Answer.NO.code();
      // she knows, and does not want to say: to us it is not known, and never a no
      case UNSAID -> Answer.UNKNOWN.code();
      case NOT_ASKED -> "";
    };
  }
}
