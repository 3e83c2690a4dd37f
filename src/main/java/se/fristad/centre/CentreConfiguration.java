package se.fristad.centre;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Uppsala's facts unless `fristad.centre.*` says otherwise.
@Configuration(proxyBeanMethods = false)
class CentreConfiguration {
  /// @param closed dates as `2026-12-24`, with commas between
  @Bean
  Centre centre(
      @Value("${fristad.centre.public-name:Resurscentrum Uppsala}") String publicName,
      @Value("${fristad.centre.phone:018-727 52 47}") String phone,
      @Value("${fristad.centre.opens:09:00}") String opens,
      @Value("${fristad.centre.closes:16:00}") String closes,
      @Value("${fristad.centre.closed:}") String closed) {
    Set<LocalDate> dates =
        Arrays.stream(closed.split(","))
            .map(String::strip)
            .filter(date -> !date.isEmpty())
            .map(LocalDate::parse)
            .collect(Collectors.toSet());
    return new Centre(
        publicName,
        phone,
        new OpeningHours(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.parse(opens),
            LocalTime.parse(closes),
            dates),
        lines());
  }

  /// The national lines. Checked against their owners' pages before each release.
  private static List<SupportLine> lines() {
    return List.of(
        new SupportLine("peace", "020-50 50 50", LocalTime.MIN, LocalTime.MAX),
        new SupportLine("choice", "020-57 70 70", LocalTime.of(7, 0), LocalTime.of(20, 59)),
        new SupportLine("police", "114 14", LocalTime.MIN, LocalTime.MAX));
  }
}
