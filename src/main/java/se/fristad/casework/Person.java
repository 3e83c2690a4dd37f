package se.fristad.casework;

import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fristad.law.Age;
import se.fristad.vault.Confidential;

/// Who somebody is, as she has said it herself.
///
/// @param number twelve digits; blank when she has none or has not said it
/// @param born her day of birth; null when it is not known
/// @param safeContact how contact may be made without danger
/// @param language code of the language she wants to speak, as `sv`
record Person(
    UUID id,
    Confidential name,
    Confidential number,
    @Nullable LocalDate born,
    Confidential telephone,
    Confidential address,
    Confidential safeContact,
    Road.Protection protection,
    String language,
    int version) {
  /// Her age on a day; empty when her day of birth is not known.
  OptionalInt age(LocalDate on) {
    return born == null || born.isAfter(on)
        ? OptionalInt.empty()
        : OptionalInt.of(Age.inYears(born, on));
  }

  Words words() {
    return Words.none()
        .with("name", name)
        .with("number", number)
        .with("born", born)
        .with("telephone", telephone)
        .with("address", address)
        .with("safe_contact", safeContact)
        .with("protection", protection.code())
        .with("language", language);
  }

  static Person of(UUID id, int version, Words words) {
    return new Person(
        id,
        words.text("name"),
        words.text("number"),
        words.date("born"),
        words.text("telephone"),
        words.text("address"),
        words.text("safe_contact"),
        Road.Protection.of(words.value("protection")),
        words.value("language"),
        version);
  }
}
