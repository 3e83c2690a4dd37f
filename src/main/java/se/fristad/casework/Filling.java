package se.fristad.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fills in a template: `{{motive}}` becomes what the decision says. A paragraph that names
/// something of which nothing is said is left out, and so is a heading under which nothing stands.
///
/// What is filled in is text and nothing else: no word of it becomes a heading, a link or a list.
final class Filling {
  private static final Pattern NAME = Pattern.compile("\\{\\{ *([a-z_]{1,40}) *}}");
  private static final Pattern BRACES = Pattern.compile("\\{\\{[^{}]*}}|\\{\\{|}}");
  private static final Pattern PUNCTUATION = Pattern.compile("[!-/:-@\\[-`{-~]");
  private static final Pattern HEADING = Pattern.compile("(#{1,6}) .*");

  private Filling() {}

  /// What a template names.
  static Set<String> names(String template) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = NAME.matcher(template);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  /// What stands in braces and is no name that may stand there.
  static List<String> unknown(String template, List<String> known) {
    return BRACES
        .matcher(template)
        .results()
        .map(MatchResult::group)
        .filter(braces -> {
          Matcher name = NAME.matcher(braces);
          return !(name.matches() && known.contains(name.group(1)));
        })
        .distinct()
        .toList();
  }

  /// The template with what is said of each name; a name that is not there is said nothing of.
  static String filled(String template, Map<String, String> said) {
    List<String> blocks = new ArrayList<>();
    for (String block : template.replace("\r", "").split("\n\\s*\n", -1)) {
      String trimmed = block.strip();
      if (!trimmed.isEmpty()
          && names(trimmed).stream().noneMatch(name -> said.getOrDefault(name, "").isBlank())) {
        blocks.add(
            NAME.matcher(trimmed)
                .replaceAll(match ->
                    Matcher.quoteReplacement(text(said.getOrDefault(match.group(1), "")))));
      }
    }
    return String.join("\n\n", withoutEmptyHeadings(blocks)) + "\n";
  }

  private static List<String> withoutEmptyHeadings(List<String> blocks) {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      int level = level(blocks.get(i));
      int next = i + 1 < blocks.size() ? level(blocks.get(i + 1)) : 1;
      // the first is the title of the whole
      boolean empty = level > 1 && next > 0 && next <= level;
      if (!empty) {
        kept.add(blocks.get(i));
      }
    }
    return kept;
  }

  /// How deep a heading is; 0 for what is none.
  private static int level(String block) {
    Matcher heading = HEADING.matcher(block);
    return heading.matches() ? heading.group(1).length() : 0;
  }

  /// As text within Markdown: each sign as itself, each line on its own.
  static String text(String said) {
    String[] paragraphs = said.replace("\r", "").strip().split("\n\\s*\n", -1);
    List<String> texts = new ArrayList<>();
    for (String paragraph : paragraphs) {
      List<String> lines = new ArrayList<>();
      for (String line : paragraph.split("\n", -1)) {
        lines.add(PUNCTUATION.matcher(line.strip()).replaceAll("\\\\$0"));
      }
      texts.add(String.join("\\\n", lines));
    }
    return String.join("\n\n", texts);
  }
}
