package se.fristad.casework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.fristad.assessment.Answers;
import se.fristad.assessment.Instrument;
import se.fristad.assessment.Instrument.Item;
import se.fristad.assessment.Result;
import se.fristad.page.Texts;

/// What a risk assessment came to, in words: one sentence why, what is not known, her own estimate.
final class RiskWords {
  /// What stands before an item's id as the name of its field and of its answer.
  static final String ANSWER = "a_";

  private final Instrument instrument;
  private final Texts texts;

  RiskWords(Instrument instrument, Texts texts) {
    this.instrument = instrument;
    this.texts = texts;
  }

  /// The answers among other words, by the names `a_<item>`.
  static Answers answers(Map<String, String> words) {
    Map<String, String> answers = new HashMap<>();
    words.forEach((name, value) -> {
      if (name.startsWith(ANSWER)) {
        answers.put(name.substring(ANSWER.length()), value);
      }
    });
    return new Answers(answers);
  }

  /// A text of the instrument, in the reader's language.
  Optional<String> text(String key) {
    return instrument.text(texts.locale().getLanguage(), key);
  }

  /// A text that the instrument has for certain.
  String told(String key) {
    return text(key).orElse(key);
  }

  String option(Item item, String option) {
    return instrument.optionText(texts.locale().getLanguage(), item, option).orElse(option);
  }

  /// The level and why, in one sentence.
  String why(Result result) {
    String level = texts.t(result.level().textKey());
    return result.critical().isEmpty()
        ? texts.t(result.explanationKey(), level, result.sum().orElse(0))
        : texts.t(
            result.explanationKey(),
            level,
            result.critical().stream()
                .min(Comparator.naturalOrder())
                .map(item -> texts.t("casework.quoted", told(item)))
                .orElseThrow());
  }

  /// The level and why, what is not known, her own estimate, what to consider.
  List<String> sentences(Answers answers, Result result) {
    List<String> sentences = new ArrayList<>();
    sentences.add(why(result));
    result
        .warningKey()
        .ifPresent(key ->
            sentences.add(texts.t(key, result.unknowns(), texts.t(result.upTo().textKey()))));
    own(answers).ifPresent(sentences::add);
    instrument.proposal(result).flatMap(this::text).ifPresent(sentences::add);
    return sentences;
  }

  /// How great she thinks the risk is.
  Optional<String> own(Answers answers) {
    return instrument.ownEstimate(answers).stream()
        .mapToObj(own ->
            texts.t(
                "assessment.own-estimate",
                own,
                instrument.sections().stream()
                    .flatMap(section -> section.items().stream())
                    .filter(item -> item.kind() == Instrument.Kind.SCALE)
                    .mapToInt(Item::most)
                    .max()
                    .orElse(10)))
        .findFirst();
  }
}
