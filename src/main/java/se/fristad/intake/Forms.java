package se.fristad.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.fristad.centre.Municipality;
import se.fristad.centre.OpeningHours;
import se.fristad.intake.web.IntakeForm;
import se.fristad.page.ByLaw;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Shell;
import se.fristad.page.Texts;

/// Draws what was typed as the fields of the form.
final class Forms {
  private static final List<Question> AFTER = List.of(Question.SUICIDE, Question.PROTECTION);

  private Forms() {}

  /// The form of an intake.
  ///
  /// @param seen what this page stands on; of one that was not taken, what it stood on: until it is
  ///   opened anew it writes over nobody
  /// @param refusals what is wrong with it, shown beside the fields
  /// @param obstacle why it was not taken at all; null when nothing stands in the way
  static IntakeForm of(
      Shell shell,
      Intake.Row row,
      Seen seen,
      Typed typed,
      List<Refusal> refusals,
      @Nullable Obstacle obstacle) {
    Texts texts = shell.texts();
    Map<String, Field> fields = new LinkedHashMap<>();
    List<String> names = new ArrayList<>(List.of(Typed.WAY, Typed.SOURCE, Typed.MUNICIPALITY));
    names.addAll(List.of(Question.DANGER_NOW.field(), Typed.WHERE));
    Stream.of(Question.values())
        .filter(question -> question != Question.DANGER_NOW && !AFTER.contains(question))
        .map(Question::field)
        .forEach(names::add);
    names.add(Typed.ESTIMATE);
    AFTER.stream().map(Question::field).forEach(names::add);
    names.addAll(
        List.of(
            Typed.NEXT_CONTACT,
            Typed.CHILDREN,
            Typed.CHILDREN_NUMBER,
            Typed.CHILDREN_AGES,
            Typed.EXPOSED,
            Typed.REPORT,
            Typed.REPORT_DATE,
            Typed.REPORT_TIME,
            Typed.REPORT_MUNICIPALITY,
            Typed.REPORT_REASON,
            Typed.NOTE,
            Typed.OUTCOME,
            Typed.NAMELESS,
            Typed.OBVIOUS,
            Typed.ADVICE,
            Typed.OFFER_CHANNEL,
            Typed.OFFER_DATE,
            Typed.OFFER_HOW,
            Typed.PASSED_MUNICIPALITY,
            Typed.PASSED_AUTHORITY));
    LocalDate day = LocalDate.ofInstant(row.madeAt(), OpeningHours.HERE);
    for (String name : names) {
      fields.put(name, field(texts, name, typed, refusals, day));
    }
    String saved =
        row.version() == 1
            ? texts.t("intake.begun", texts.time(row.madeAt()))
            : texts.t("intake.saved", texts.time(row.savedAt()));
    List<String> before =
        Stream.of(Question.values())
            .filter(question -> question != Question.DANGER_NOW && !AFTER.contains(question))
            .map(Question::field)
            .toList();
    return new IntakeForm(
        shell,
        "/staff/intakes/" + row.id(),
        seen.version(),
        seen.page() == null ? "" : seen.page().toString(),
        saved,
        obstacle == null ? null : texts.t(obstacle.textKey()),
        guidance(texts, typed),
        fields,
        options(texts),
        typed.advice().stream().map(Advice::code).collect(Collectors.toSet()),
        before,
        AFTER.stream().map(Question::field).toList(),
        row.thread() == null ? "/staff/intakes" : "/staff/inbox",
        !row.nameless());
  }

  private static Field field(
      Texts texts, String name, Typed typed, List<Refusal> refusals, LocalDate day) {
    String key = "intake.field." + name;
    Field field = Field.of(name, texts.t(key)).withValue(typed.value(name));
    if (texts.has(key + ".hint")) {
      field = field.withHint(texts.t(key + ".hint"));
    }
    IntakeRule law =
        switch (name) {
          case Typed.CHILDREN -> IntakeRule.CHILDREN_ANSWERED_BEFORE_OUTCOME;
          case Typed.REPORT -> IntakeRule.REPORT_OF_CONCERN_BEFORE_OUTCOME;
          case Typed.OBVIOUS -> IntakeRule.INFORMATION_ONLY_IS_OBVIOUS;
          case Typed.OUTCOME -> IntakeRule.OUTCOME_IS_CHOSEN;
          default -> null;
        };
    if (law != null) {
      field = field.demandedBy(new ByLaw(law.paragraph(day), texts.t(law.textKey() + ".why")));
    } else if (name.startsWith("q_") || name.equals(Typed.WAY)) {
      field = field.needed();
    }
    return refusals.stream()
        .filter(refusal -> refusal.field().equals(name))
        .findFirst()
        .map(refusal -> sentence(texts, refusal, day))
        .map(field::withError)
        .orElse(field);
  }

  /// What is wrong, with the name of the rule and its paragraph on the day when the intake began.
  static String sentence(Texts texts, Refusal refusal, LocalDate day) {
    IntakeRule rule = refusal.rule();
    String said =
        texts.t(refusal.key(), Typed.TEXTS.getOrDefault(refusal.field(), Typed.MOST_TEXT));
    return rule == null
        ? said
        : texts.t("intake.refused", said, texts.t(rule.textKey()), rule.paragraph(day));
  }

  /// What the answers ask of the one who asks. Nothing is called or sent by itself.
  static List<String> guidance(Texts texts, Typed typed) {
    List<String> guidance = new ArrayList<>();
    typed
        .acute()
        .forEach((question, answer) -> {
          if (question.alarming(answer)) {
            guidance.add(texts.t("intake.guidance." + question.code()));
          }
        });
    return guidance;
  }

  private static Map<String, List<Option>> options(Texts texts) {
    Map<String, List<Option>> options = new LinkedHashMap<>();
    options.put("answers", chosen(texts, "intake.answer.", codes(Answer.values(), Answer::code)));
    options.put(Typed.WAY, chosen(texts, "intake.way.", codes(WayIn.values(), WayIn::code)));
    options.put(
        Typed.SOURCE, chosen(texts, "intake.source.", codes(Source.values(), Source::code)));
    options.put(Typed.MUNICIPALITY, municipalities(texts));
    options.put(Typed.CHILDREN, chosen(texts, "intake.children.", List.of("no", "yes", "unknown")));
    options.put(Typed.EXPOSED, chosen(texts, "intake.exposed.", List.of("no", "yes", "unknown")));
    options.put(Typed.REPORT, chosen(texts, "intake.report.", List.of("made", "identity_unknown")));
    options.put(
        Typed.OUTCOME,
        List.of(
                "opens",
                "information_only",
                "declined",
                "no_contact",
                "passed_municipality",
                "passed_authority",
                "passed_emergency")
            .stream()
            .map(code ->
                new Option(
                    code,
                    texts.t("intake.outcome." + code),
                    texts.t("intake.outcome." + code + ".hint")))
            .toList());
    options.put(Typed.NAMELESS, List.of(Option.of("1", texts.t("intake.nameless"))));
    options.put(Typed.OBVIOUS, List.of(Option.of("1", texts.t("intake.obvious"))));
    options.put(
        Typed.OFFER_CHANNEL,
        chosen(texts, "intake.offer.channel.", codes(Offer.Channel.values(), Offer.Channel::code)));
    options.put(
        Typed.ADVICE, chosen(texts, "intake.advice.", codes(Advice.values(), Advice::code)));
    return options;
  }

  private static List<Option> municipalities(Texts texts) {
    List<Option> options = new ArrayList<>();
    for (Municipality one : Municipality.ofUppsalaCounty()) {
      options.add(Option.of(one.code().code(), one.name()));
    }
    options.add(Option.of(Municipality.ELSEWHERE, texts.t("intake.municipality.elsewhere")));
    return options;
  }

  /// The name of a municipality; empty when none is known.
  static String municipality(Texts texts, @Nullable String code) {
    if (code == null) {
      return "";
    }
    return code.equals(Municipality.ELSEWHERE)
        ? texts.t("intake.municipality.elsewhere")
        : Typed.inCounty(code).map(Municipality::name).orElse("");
  }

  private static List<Option> chosen(Texts texts, String prefix, List<String> codes) {
    return codes.stream().map(code -> Option.of(code, texts.t(prefix + code))).toList();
  }

  private static <E> List<String> codes(E[] values, Function<E, String> code) {
    return Arrays.stream(values).map(code).toList();
  }
}
