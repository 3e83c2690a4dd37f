package se.fristad.contact.inbox.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Shell;

/// The questions of how she may be reached, beside nothing else.
///
/// @param href the conversation's own address
/// @param version of what was agreed when this was drawn
/// @param fields by their names
/// @param answers never, ask first, yes
/// @param chosen the days that are ticked
/// @param hasNumber whether a number is kept
/// @param hasWord whether a word of hers is kept
public record ReachPage(
    Shell shell,
    String href,
    int version,
    Map<String, Field> fields,
    List<Option> answers,
    List<Option> days,
    Set<String> chosen,
    List<Option> languages,
    boolean hasNumber,
    boolean hasWord) {
  /// Copies the lists.
  public ReachPage {
    fields = Map.copyOf(fields);
    answers = List.copyOf(answers);
    days = List.copyOf(days);
    chosen = Set.copyOf(chosen);
    languages = List.copyOf(languages);
  }

  /// A field of this form.
  public Field field(String name) {
    Field field = fields.get(name);
    if (field == null) {
      throw new IllegalArgumentException("no field of this form");
    }
    return field;
  }

  /// All of them, in the order in which they stand.
  public List<Field> all() {
    return List.of(
            "call",
            "number",
            "voicemail",
            "text",
            "email",
            "letter",
            "days",
            "from",
            "until",
            "named",
            "others",
            "language",
            "ours",
            "hers",
            "alone",
            "note")
        .stream()
        .map(this::field)
        .toList();
  }

  /// What is ticked in a box that stands alone.
  public Set<String> ticked(String name) {
    return field(name).value().isEmpty() ? Set.of() : Set.of("1");
  }

  /// The one answer of a box that stands alone.
  public List<Option> tick(String label) {
    return List.of(Option.of("1", label));
  }
}
