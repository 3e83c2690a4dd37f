package se.fristad.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One field of a form: what is asked, a hint, what was typed, what is wrong with it.
///
/// The typed text is kept here as it was sent, so that a refused form comes back whole; the
/// template escapes it.
public record Field(
    String name,
    String label,
    @Nullable String hint,
    String value,
    @Nullable String error,
    boolean required,
    @Nullable ByLaw law) {
  // whatever a keyboard of digits offers between them: also none
  private static final Pattern DAY =
      Pattern.compile(
          "(\\d{4})[-./ \u2010-\u2015\u2212]?(\\d{1,2})[-./ \u2010-\u2015\u2212]?(\\d{1,2})");
  private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:. ]?(\\d{2})");

  /// Refuses names that would not be safe as an HTML id.
  public Field {
    if (!name.matches("[a-zA-Z_][a-zA-Z0-9_.-]*")) {
      throw new IllegalArgumentException("field name");
    }
  }

  /// An empty field.
  public static Field of(String name, String label) {
    return new Field(name, label, null, "", null, false, null);
  }

  /// With a hint under the label.
  public Field withHint(String text) {
    return new Field(name, label, text, value, error, required, law);
  }

  /// With what was typed; nothing when it is absent.
  public Field withValue(@Nullable String typed) {
    return new Field(name, label, hint, typed == null ? "" : typed, error, required, law);
  }

  /// With what is wrong and what to do about it; nothing is wrong when it is absent.
  public Field withError(@Nullable String text) {
    return new Field(name, label, hint, value, text, required, law);
  }

  /// That must be answered.
  public Field needed() {
    return new Field(name, label, hint, value, error, true, law);
  }

  /// That the law demands.
  public Field demandedBy(ByLaw paragraph) {
    return new Field(name, label, hint, value, error, true, paragraph);
  }

  /// The day that was typed in a date field: `2026-11-21`, and also `20261121` or `2026/11/21`.
  ///
  /// The fields are texts and not the browser's own: those ask for `mm/dd/yyyy` whenever the
  /// computer's language is another than the page's.
  public static Optional<LocalDate> day(String typed) {
    Matcher parts = DAY.matcher(typed.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(parts.group(1)),
              Integer.parseInt(parts.group(2)),
              Integer.parseInt(parts.group(3))));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /// The time that was typed in a time field: `14:05`, and also `14.05`, `1405` or `9:30`.
  public static Optional<LocalTime> time(String typed) {
    Matcher parts = TIME.matcher(typed.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalTime.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))));
    } catch (DateTimeException noSuchTime) {
      return Optional.empty();
    }
  }

  /// The id of the input, and of the group when there are several inputs.
  public String id() {
    return "f-" + name;
  }

  /// The ids of what describes the input, for `aria-describedby`; null when nothing does.
  public @Nullable String describedBy() {
    var ids = (hint != null ? id() + "-hint " : "") + (error != null ? id() + "-error" : "");
    return ids.isEmpty() ? null : ids.strip();
  }

  /// `true` for `aria-invalid` when something is wrong, else null.
  public @Nullable String invalid() {
    return error != null ? "true" : null;
  }
}
