package se.fristad.casework;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.fristad.casework.web.Input;
import se.fristad.casework.web.Part;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Table;
import se.fristad.page.Texts;

/// Two versions of one form beside each other: question by question, in words.
final class Versions {
  private Versions() {}

  /// What stands in a form, by the question.
  private static Map<String, String> answers(List<Part> parts) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (Part part : parts) {
      for (Input input : part.inputs()) {
        for (Input.Asked asked : input.asked()) {
          answers.put(asked.field().label(), answer(asked));
        }
      }
    }
    return answers;
  }

  private static String answer(Input.Asked asked) {
    Field field = asked.field();
    return switch (asked) {
      case Input.Choice choice -> chosen(choice.options(), field.value());
      case Input.Select select -> chosen(select.options(), field.value());
      case Input.Checks checks -> chosen(checks.options(), field.value());
      case Input.Line _, Input.Area _, Input.Day _, Input.Time _, Input.Shut _ -> field.value();
    };
  }

  /// The words of the codes; a code of no answer is told as it is.
  private static String chosen(List<Option> options, String codes) {
    return Arrays.stream(codes.split(",", -1))
        .filter(code -> !code.isEmpty())
        .map(code ->
            options.stream()
                .filter(option -> option.value().equals(code))
                .map(Option::label)
                .findFirst()
                .orElse(code))
        .collect(Collectors.joining(", "));
  }

  /// The questions in which two versions differ, with both answers.
  static Table beside(Texts texts, List<Part> here, List<Part> there) {
    Map<String, String> seen = answers(here);
    Map<String, String> other = answers(there);
    TreeSet<String> missing = new TreeSet<>(other.keySet());
    missing.removeAll(seen.keySet());
    LinkedHashMap<String, String> all = new LinkedHashMap<>(seen);
    missing.forEach(label -> all.put(label, ""));
    String nothing = texts.t("casework.versions.nothing");
    return ReadFile.table(
        texts,
        "casework.versions.sides",
        List.of("casework.versions.question", "casework.versions.here", "casework.versions.there"),
        all.entrySet().stream()
            .filter(one -> !one.getValue().equals(other.getOrDefault(one.getKey(), "")))
            .map(one ->
                Table.Row.of(
                    Table.Cell.of(one.getKey()),
                    cell(one.getValue(), nothing),
                    cell(other.getOrDefault(one.getKey(), ""), nothing)))
            .toList());
  }

  private static Table.Cell cell(String answer, String nothing) {
    return Table.Cell.of(answer.isEmpty() ? nothing : answer);
  }
}
