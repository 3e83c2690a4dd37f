package se.fristad.page;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A form as it was typed, right or wrong: what a draft keeps and what a refused form gives back.
/// Empty fields are not kept, nor is anything the form has no field for.
///
/// What is typed may be about a person: nothing of it is printed, and [#text] is sealed before it
/// is kept.
///
/// ```java
/// TypedForm typed = TypedForm.of(request.getParameterMap(), Set.of("note", "needs"), Set.of("needs"));
/// byte[] sealed = key.seal(place, Confidential.of(typed.text()));
/// ```
public final class TypedForm {
  private static final TypedForm EMPTY = new TypedForm(Map.of());

  private final Map<String, String> values;

  private TypedForm(Map<String, String> values) {
    this.values = values;
  }

  /// Nothing typed yet.
  public static TypedForm empty() {
    return EMPTY;
  }

  /// Reads what a browser sent.
  ///
  /// @param names the fields of this form; what else was sent is thrown away
  /// @param several those of them in which more than one may be ticked: codes without a comma
  public static TypedForm of(Map<String, String[]> sent, Set<String> names, Set<String> several) {
    Map<String, String> values = new TreeMap<>();
    sent.forEach((name, given) -> {
      if (names.contains(name) && given.length > 0) {
        String text = PlainText.of(several.contains(name) ? String.join(",", given) : given[0]);
        if (!text.isEmpty()) {
          values.put(name, text);
        }
      }
    });
    return new TypedForm(values);
  }

  /// Reads what [#text] gave.
  public static TypedForm read(String text) {
    Map<String, String> values = new TreeMap<>();
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return new TypedForm(values);
  }

  /// All of it in one text, to be sealed.
  public String text() {
    return values.entrySet().stream()
        .map(value ->
            value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /// What was typed in a field; empty when nothing was.
  public String value(String name) {
    return values.getOrDefault(name, "");
  }

  /// Whether something was typed, chosen or ticked.
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /// What was ticked in a field in which more than one may be.
  public Set<String> ticked(String name) {
    return Stream.of(value(name).split(",", -1))
        .filter(code -> !code.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The same with a value given beforehand.
  public TypedForm with(String name, String value) {
    Map<String, String> more = new TreeMap<>(values);
    more.put(name, value);
    return new TypedForm(more);
  }

  /// The same without what stands in a field.
  public TypedForm without(String name) {
    Map<String, String> fewer = new TreeMap<>(values);
    fewer.remove(name);
    return new TypedForm(fewer);
  }

  /// Whether a field holds more characters than it may.
  public boolean isLonger(String name, int most) {
    return PlainText.length(value(name)) > most;
  }

  /// How much was typed altogether, in UTF-16 units: a draft has a limit, so that nobody fills the
  /// table.
  public int length() {
    return values.values().stream().mapToInt(String::length).sum();
  }

  @Override
  public String toString() {
    return "[typed]";
  }
}
