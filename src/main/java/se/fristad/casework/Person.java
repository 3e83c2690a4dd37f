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
/// @param alias what she wants to be called; blank when it is her name
/// @param number twelve digits; blank when she has none or has not said it
/// @param reserve the centre's own number for whoever has none; blank for whoever has
/// @param born her day of birth; null when it is not known
/// @param reach how contact may be made without danger
/// @param guard what protects her personal data
/// @param language code of the language she wants to speak, as `sv`
record Person(
    UUID id,
    Confidential name,
    Confidential alias,
    Confidential number,
    Confidential reserve,
    @Nullable LocalDate born,
    Confidential telephone,
    Confidential address,
    Reach reach,
    Guard guard,
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

  /// With the centre's own number.
  Person numberedBy(Confidential own) {
    return new Person(
        id, name, alias, number, own, born, telephone, address, reach, guard, language, version);
  }

  /// What she is called: what she wants, else her name.
  Confidential called() {
    return alias.isBlank() ? name : alias;
  }

  /// As what she is treated on a day.
  Road.Protection treatedAs(LocalDate today) {
    return guard.treatedAs(today);
  }

  Person reachedBy(Reach next) {
    return new Person(
        id, name, alias, number, reserve, born, telephone, address, next, guard, language, version);
  }

  Person guardedBy(Guard next) {
    return new Person(
        id, name, alias, number, reserve, born, telephone, address, reach, next, language, version);
  }

  /// The same without the address, which is not ours to know.
  Person withoutAddress() {
    return new Person(
        id,
        name,
        alias,
        number,
        reserve,
        born,
        telephone,
        Confidential.of(""),
        reach,
        guard,
        language,
        version);
  }

  /// The same after her number has led to somebody else.
  Person withoutNumber() {
    return new Person(
        id,
        name,
        alias,
        number,
        reserve,
        born,
        Confidential.of(""),
        address,
        reach.withNumber(Confidential.of("")),
        guard,
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
    return guard.on(
        Words.none()
            .with("name", name)
            .with("alias", alias)
            .with("number", number)
            .with("reserve", reserve)
            .with("born", born)
            .with("telephone", telephone)
            .with("address", address)
            .with("reach", reach.sealable())
            .with("language", language));
  }

  static Person of(UUID id, int version, Words words) {
    return new Person(
        id,
        words.text("name"),
        words.text("alias"),
        words.text("number"),
        words.text("reserve"),
        words.date("born"),
        words.text("telephone"),
        words.text("address"),
        reach(words),
        Guard.of(words),
        words.value("language"),
        version);
  }
}
