package se.fristad.demonstration;

import java.time.LocalDate;

/// Somebody who does not exist.
///
/// @param number twelve digits of Skatteverket's test form: the birth number is 238 or 239, which
///   no living person has
/// @param language code of the language she wants to speak
/// @param telephone of the series that is kept for films and books, 070-1740605 to 070-1740699
record Invented(
    String name,
    String number,
    LocalDate born,
    Sex sex,
    String language,
    String telephone,
    String address) {
  /// As it stands in the number.
  enum Sex {
    WOMAN,
    MAN
  }

  /// Nobody is printed, invented or not.
  @Override
  public String toString() {
    return "[invented]";
  }
}
