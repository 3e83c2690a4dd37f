package se.fristad.centre;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A telephone number where someone answers who is not us (*stödlinje*).
///
/// @param id names its texts: `centre.line.<id>.name`, `.about`, `.source`
/// @param phone as people write it
/// @param doors who sees it
/// @param answering its hours every day; none when it answers at any hour or its hours are not
///   known, and then it is always shown
/// @param recheckBy numbers change; a person calls or looks it up at its owner before it is
///   published, and again by this day
public record SupportLine(
    String id, String phone, Set<Door> doors, @Nullable Hours answering, LocalDate recheckBy) {
  /// Hours that are the same every day, Sweden's time.
  ///
  /// @param from the first minute
  /// @param to the minute when it shuts, on the same day
  public record Hours(LocalTime from, LocalTime to) {}

  /// Who a number is for.
  public enum Door {
    /// People subjected to violence, and those who worry about them.
    SUPPORT,
    /// People who want to stop using violence.
    CHANGE,
    /// Children and young people.
    YOUNG
  }

  /// Copies what it is given.
  public SupportLine {
    doors = Set.copyOf(doors);
  }

  /// Whether someone can be expected to answer at a moment.
  public boolean answers(Instant now) {
    LocalTime time = now.atZone(OpeningHours.HERE).toLocalTime();
    return answering == null || (!time.isBefore(answering.from()) && time.isBefore(answering.to()));
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
