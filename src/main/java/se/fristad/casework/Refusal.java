package se.fristad.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Texts;

/// Why a step cannot be done as it stands.
///
/// @param rule the rule of law or practice; null when something merely cannot be read
/// @param field the field beside which it is said
/// @param key the key of the sentence
/// @param cited the paragraph as it stood on the day that decides, `14 kap. 2 § SoL (2025:400)`;
///   empty without a rule
/// @param filled what the sentence is filled in with: moments and whole numbers
public record Refusal(
    @Nullable CaseRule rule, String field, String key, String cited, List<Object> filled) {
  private static final String SENT_BEFORE = "casework.wrong.sent_before";

  /// Copies the list.
  public Refusal {
    filled = List.copyOf(filled);
  }

  /// One whose sentence needs nothing filled in.
  Refusal(@Nullable CaseRule rule, String field, String key, String cited) {
    this(rule, field, key, cited, List.of());
  }

  /// What cannot be read, whatever the law says.
  static Refusal unreadable(String field, String key, Object... filled) {
    return new Refusal(null, field, key, "", List.of(filled));
  }

  /// The same form was sent before, with other words: what it did then stands, and nothing of what
  /// is written now is saved.
  static Refusal sentBefore(Instant at, Instant now) {
    boolean today =
        LocalDate.ofInstant(at, Files.HERE).equals(LocalDate.ofInstant(now, Files.HERE));
    return today
        ? unreadable("form", SENT_BEFORE, at.atZone(Files.HERE).toLocalTime())
        : unreadable("form", SENT_BEFORE, at);
  }

  /// Whether the form has to be minted anew, or it would be refused for ever.
  boolean isSentBefore() {
    return key.equals(SENT_BEFORE);
  }

  /// With the paragraph of a day, unless it has one already.
  Refusal citedOn(LocalDate day) {
    return rule == null || !cited.isEmpty()
        ? this
        : new Refusal(rule, field, key, rule.law().citedOn(day), filled);
  }

  /// With what its sentence is filled in with.
  Refusal filledWith(Object... values) {
    return new Refusal(rule, field, key, cited, List.of(values));
  }

  /// The sentence alone.
  String said(Texts texts) {
    return texts.t(
        key,
        filled.stream()
            .map(value ->
                switch (value) {
                  case Instant at -> texts.moment(at);
                  case java.time.LocalTime at -> texts.time(at);
                  case Integer number -> texts.number(number);
                  default -> value;
                })
            .toArray());
  }
}
