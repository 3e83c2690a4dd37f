package se.fristad.contact.reception;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The reception's parameters, the shipped defaults being Uppsala's. A value that cannot be right
/// stops the start.
///
/// @param houses how one finds to each house in which there are rooms, as it is told to a person;
///   the first is house 1
/// @param apart how long before and after somebody of the other side is in a house nobody of this
///   one is received there
/// @param notice how long before an ordinary time it can be booked at the latest
/// @param weeks how many weeks ahead times are offered
/// @param acute how many acute times a day is to have where nobody has said otherwise
@ConfigurationProperties("fristad.reception")
public record ReceptionTimes(
    @DefaultValue("Svartbäcksgatan 17, ingång genom Café Kardemumma") List<String> houses,
    @DefaultValue("45m") Duration apart,
    @DefaultValue("1h") Duration notice,
    @DefaultValue("8") int weeks,
    @DefaultValue("3") int acute) {
  /// Refuses what cannot be right.
  ///
  /// @throws IllegalArgumentException naming the property
  public ReceptionTimes {
    houses = List.copyOf(houses);
    if (houses.isEmpty() || houses.size() > 9 || houses.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("fristad.reception.houses: one to nine, none empty");
    }
    if (apart.compareTo(Duration.ofMinutes(15)) < 0 || apart.compareTo(Duration.ofHours(8)) > 0) {
      throw new IllegalArgumentException("fristad.reception.apart: 15 minutes to 8 hours");
    }
    if (notice.isNegative() || notice.compareTo(Duration.ofDays(7)) > 0) {
      throw new IllegalArgumentException("fristad.reception.notice: at most a week");
    }
    if (weeks < 1 || weeks > 26) {
      throw new IllegalArgumentException("fristad.reception.weeks: 1 to 26");
    }
    if (acute < 0 || acute > AcuteWeek.MOST) {
      throw new IllegalArgumentException("fristad.reception.acute: 0 to 12");
    }
  }

  /// How one finds to a house.
  public String way(int house) {
    return houses.get(Math.clamp(house, 1, houses.size()) - 1);
  }
}
