package se.fristad.law;

import dev.personnummer.Personnummer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// A *personnummer* or *samordningsnummer*: 18 och 18 b §§ folkbokföringslagen (1991:481), lagen
/// (2022:1697) om samordningsnummer.
///
/// Kept with twelve digits, as 18 § tells registers to. The digit that is odd for men is not read:
/// who somebody is, is asked. Printing a number prints no digit of it.
///
/// Two things the law allows are known and not solved here: a day near the birthday may stand in
/// the number (18 § third paragraph), so [#birthDate] can be some days off; and a coordination
/// number of someone whose birthday is not known is refused.
public final class PersonalNumber {
  private static final Pattern TWELVE = Pattern.compile("(1[89]|20)([0-9]{6})[-+]?([0-9]{4})");
  private static final Pattern TEN = Pattern.compile("([0-9]{2})([0-9]{4})([-+]?)([0-9]{4})");

  /// A coordination number's day is the day of birth and sixty.
  private static final int COORDINATION = 60;

  private final String digits;
  private final LocalDate birthDate;

  private PersonalNumber(String digits, LocalDate birthDate) {
    this.digits = digits;
    this.birthDate = birthDate;
  }

  /// What is wrong with something that is no number.
  public enum Wrong {
    /// Not ten or twelve digits.
    DIGITS,
    /// No such day.
    DATE,
    /// Nobody is born yet then.
    FUTURE,
    /// The check digit.
    CHECK_DIGIT
  }

  /// Reads a number as people write it: twelve digits, or ten with `-` (`+` from the year the
  /// person turns 100), with or without the sign, spaces disregarded.
  ///
  /// @param today decides the century of ten digits, and that nobody is born in a later month
  /// @return empty when it is no such number, whatever the reason
  public static Optional<PersonalNumber> read(String typed, LocalDate today) {
    return digits(typed, today).flatMap(digits -> check(digits, today));
  }

  /// Why it cannot be read; empty when it can.
  public static Optional<Wrong> wrong(String typed, LocalDate today) {
    Optional<String> digits = digits(typed, today);
    if (digits.isEmpty()) {
      return Optional.of(Wrong.DIGITS);
    }
    Optional<LocalDate> born = born(digits.get());
    if (born.isEmpty()) {
      return Optional.of(Wrong.DATE);
    }
    if (born.get().withDayOfMonth(1).isAfter(today)) {
      return Optional.of(Wrong.FUTURE);
    }
    return check(digits.get(), today).isPresent()
        ? Optional.empty()
        : Optional.of(Wrong.CHECK_DIGIT);
  }

  private static Optional<String> digits(String typed, LocalDate today) {
    if (typed.length() > 40) {
      return Optional.empty();
    }
    String text = typed.replaceAll("[\\s\u00a0]", "").replaceAll("[\u2010-\u2015\u2212]", "-");
    var twelve = TWELVE.matcher(text);
    if (twelve.matches()) {
      return Optional.of(twelve.group(1) + twelve.group(2) + twelve.group(3));
    }
    var ten = TEN.matcher(text);
    if (ten.matches()) {
      int year = yearOf(Integer.parseInt(ten.group(1)), ten.group(3).equals("+"), today);
      return Optional.of(year + ten.group(2) + ten.group(4));
    }
    return Optional.empty();
  }

  /// 18 § second paragraph: the sign turns to plus in the year a person becomes 100.
  private static int yearOf(int twoDigits, boolean plus, LocalDate today) {
    int latest = plus ? today.getYear() - 100 : today.getYear();
    return latest - Math.floorMod(latest - twoDigits, 100);
  }

  private static Optional<PersonalNumber> check(String digits, LocalDate today) {
    return Personnummer.valid(digits)
        ? born(digits)
            .filter(born -> !born.withDayOfMonth(1).isAfter(today))
            .map(born -> new PersonalNumber(digits, born))
        : Optional.empty();
  }

  private static Optional<LocalDate> born(String digits) {
    int day = Integer.parseInt(digits.substring(6, 8));
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(digits.substring(0, 4)),
              Integer.parseInt(digits.substring(4, 6)),
              day > COORDINATION ? day - COORDINATION : day));
    } catch (DateTimeException impossibleDate) {
      return Optional.empty();
    }
  }

  /// Whether it is a *samordningsnummer*.
  public boolean isCoordination() {
    return Integer.parseInt(digits.substring(6, 8)) > COORDINATION;
  }

  /// Day of birth as the number tells it.
  public LocalDate birthDate() {
    return birthDate;
  }

  /// Twelve digits, as kept and compared. Confidential: wrap it before it is handed on.
  public String twelveDigits() {
    return digits;
  }

  /// As shown to people who may read it: `YYYYMMDD-NNNC`. Confidential.
  public String written() {
    return digits.substring(0, 8) + "-" + digits.substring(8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PersonalNumber that && digits.equals(that.digits);
  }

  @Override
  public int hashCode() {
    return digits.hashCode();
  }

  @Override
  public String toString() {
    return "[personal number]";
  }
}
