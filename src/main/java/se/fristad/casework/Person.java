package se.fristad.casework;

import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fristad.law.Age;
import se.fristad.outgoing.Reach;
import se.fristad.outgoing.TelephoneNumber;
import se.fristad.vault.Confidential;

/// Who somebody is, as she has said it herself.
///
/// @param number twelve digits; blank when she has none or has not said it
/// @param born her day of birth; null when it is not known
/// @param reach how contact may be made without danger
/// @param language code of the language she wants to speak, as `sv`
record Person(
    UUID id,
    Confidential name,
    Confidential number,
    @Nullable LocalDate born,
    Confidential telephone,
    Confidential address,
    Reach reach,
    Road.Protection protection,
    String language,
    int version) {
  /// Her age on a day; empty when her day of birth is not known.
  OptionalInt age(LocalDate on) {
    return born == null || born.isAfter(on)
        ? OptionalInt.empty()
        : OptionalInt.of(Age.inYears(born, on));
  }

  /// What she has said in words of how she is reached.
  Confidential safeContact() {
    return reach.note();
  }

  /// Whether there is a number to call. What it is comes out by a call only.
  boolean hasNumber() {
    return reach.hasNumber() || TelephoneNumber.read(telephone).isPresent();
  }

  Person reachedBy(Reach next) {
    return new Person(
        id, name, number, born, telephone, address, next, protection, language, version);
  }

  /// The same after her number has led to somebody else.
  Person withoutNumber() {
    return new Person(
        id,
        name,
        number,
        born,
        Confidential.of(""),
        address,
        reach.withNumber(Confidential.of("")),
        protection,
        language,
        version);
  }

  /// What was written down before there was a rule is what she has said in words; nothing goes out
  /// by it until she has been asked.
  private static Reach reach(Words words) {
    return words.value("reach").isEmpty()
        ? Reach.told(words.text("safe_contact"))
        : Reach.read(words.text("reach"));
  }

  Words words() {
    return Words.none()
        .with("name", name)
        .with("number", number)
        .with("born", born)
        .with("telephone", telephone)
        .with("address", address)
        .with("reach", reach.sealable())
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
        reach(words),
        Road.Protection.of(words.value("protection")),
        words.value("language"),
        version);
  }
}
