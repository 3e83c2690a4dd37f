package se.fristad.centre;

import java.time.LocalDate;
import java.util.Set;

/// A telephone number where someone answers who is not us (*stödlinje*).
///
/// @param id names its texts: `centre.line.<id>.name`, `.about`, `.source`
/// @param phone as people write it
/// @param doors who sees it
/// @param recheckBy numbers change; a person calls or looks it up at its owner before it is
///   published, and again by this day
public record SupportLine(String id, String phone, Set<Door> doors, LocalDate recheckBy) {
  /// Who a number is for.
  public enum Door {
    /// People subjected to violence, and those who worry about them.
    SUPPORT,
    /// People who want to stop using violence.
    CHANGE
  }

  /// Copies what it is given.
  public SupportLine {
    doors = Set.copyOf(doors);
  }

  /// What a telephone dials: digits only.
  public String dial() {
    return dialled(phone);
  }

  /// Key of its name.
  public String nameKey() {
    return "centre.line." + id + ".name";
  }

  /// Key of the sentence that says who answers and when.
  public String aboutKey() {
    return "centre.line." + id + ".about";
  }

  /// Key of where the number comes from, for those who look after the list.
  public String sourceKey() {
    return "centre.line." + id + ".source";
  }

  /// Whether the day to look it up again has passed.
  public boolean isDueForCheck(LocalDate today) {
    return today.isAfter(recheckBy);
  }

  static String dialled(String phone) {
    return phone.replaceAll("[^0-9+]", "");
  }
}
