package se.fristad.access;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.fristad.page.Option;
import se.fristad.page.Texts;

/// The words for the codes of the log, as the rooms whose acts they are tell them in their own
/// message files; nothing is to be added here.
///
/// | key | says |
/// | --- | --- |
/// | `<room>.log.kind.<kind>` | what it was done with |
/// | `<room>.log.act.<act>` | what was done |
/// | `<room>.log.act.<kind>.<act>` | what was done with that kind, where the act alone says too little |
/// | `<room>.log.purpose.<code>` | why, or which list |
///
/// What a list was narrowed to stands after its code, each after a colon and with words of its own:
/// `open_by_due:only_child:risk_high`.
final class LogWords {
  private final Map<String, String> words = new TreeMap<>();

  LogWords(Texts texts) {
    for (String sort : List.of("kind", "act", "purpose")) {
      for (String key : texts.keysOfRooms("log." + sort)) {
        words.put(key.substring(key.indexOf(".log.") + ".log.".length()), texts.t(key));
      }
    }
  }

  String kind(String code) {
    return words.getOrDefault("kind." + code, code);
  }

  String act(String kind, String code) {
    String general = words.getOrDefault("act." + code, code);
    return words.getOrDefault("act." + kind + "." + code, general);
  }

  String purpose(String code) {
    return Arrays.stream(code.split(":", -1))
        .map(part -> words.getOrDefault("purpose." + part, part))
        .collect(Collectors.joining(", "));
  }

  /// The acts to choose among, by their words; one code may stand for acts of several kinds.
  List<Option> acts() {
    Map<String, TreeSet<String>> byCode = new TreeMap<>();
    words.forEach((key, word) -> {
      if (key.startsWith("act.")) {
        byCode
            .computeIfAbsent(key.substring(key.lastIndexOf('.') + 1), any -> new TreeSet<>())
            .add(word);
      }
    });
    return byCode.entrySet().stream()
        .map(act -> Option.of(act.getKey(), String.join(" / ", act.getValue())))
        .sorted(Comparator.comparing(Option::label))
        .toList();
  }
}
