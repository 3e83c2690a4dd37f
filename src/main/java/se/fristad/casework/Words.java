package se.fristad.casework;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.fristad.vault.Confidential;

/// Named values of a record, the part that is sealed. Immutable; empty values are not kept.
final class Words {
  private final Map<String, String> values;

  private Words(Map<String, String> values) {
    this.values = values;
  }

  static Words none() {
    return new Words(Map.of());
  }

  static Words of(Map<String, String> values) {
    Map<String, String> kept = new TreeMap<>(values);
    kept.values().removeIf(String::isEmpty);
    return new Words(kept);
  }

  /// Reads what [#sealable] gave.
  static Words of(Confidential text) {
    Map<String, String> values = new TreeMap<>();
    for (String pair : text.reveal().split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return new Words(values);
  }

  Words with(String name, @Nullable String value) {
    Map<String, String> more = new TreeMap<>(values);
    if (value == null || value.isEmpty()) {
      more.remove(name);
    } else {
      more.put(name, value);
    }
    return new Words(more);
  }

  Words with(String name, @Nullable Confidential value) {
    return with(name, value == null ? null : value.reveal());
  }

  Words with(String name, @Nullable LocalDate value) {
    return with(name, value == null ? null : value.toString());
  }

  /// A set of codes.
  Words withCodes(String name, Collection<String> codes) {
    return with(name, String.join(",", codes));
  }

  /// The value of a name; empty when there is none.
  String value(String name) {
    return values.getOrDefault(name, "");
  }

  Confidential text(String name) {
    return Confidential.of(value(name));
  }

  @Nullable LocalDate date(String name) {
    String value = value(name);
    return value.isEmpty() ? null : LocalDate.parse(value);
  }

  List<String> codes(String name) {
    String value = value(name);
    return value.isEmpty() ? List.of() : List.of(value.split(",", -1));
  }

  /// Whether the same stands in another.
  boolean isSame(Words other) {
    return values.equals(other.values);
  }

  /// How many characters stand in it.
  int length() {
    return values.values().stream().mapToInt(String::length).sum();
  }

  Map<String, String> values() {
    return Map.copyOf(values);
  }

  /// As it is sealed. Names are ours and need no escape; of the values only what would be read as
  /// something else has one, so that no script takes more room than its own letters.
  Confidential sealable() {
    return Confidential.of(
        values.entrySet().stream()
            .map(value -> value.getKey() + "=" + escaped(value.getValue()))
            .collect(Collectors.joining("&")));
  }

  private static String escaped(String value) {
    return value.replace("%", "%25").replace("+", "%2B").replace("&", "%26").replace("=", "%3D");
  }

  @Override
  public String toString() {
    return "[words]";
  }
}
