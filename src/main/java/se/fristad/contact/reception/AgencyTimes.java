package se.fristad.contact.reception;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When an agency of interpreters is to be called. A value that cannot be right stops the start.
///
/// @param order how long, in hours in which somebody is here, until it must be ordered or called
///   off
/// @param confirm how many open days before the time the agency must have said who comes
/// @param remind how many open days before the time the agency is reminded
@ConfigurationProperties("fristad.reception.agency")
public record AgencyTimes(
    @DefaultValue("4h") Duration order,
    @DefaultValue("2") int confirm,
    @DefaultValue("1") int remind) {
  /// Refuses what cannot be right.
  ///
  /// @throws IllegalArgumentException naming the property
  public AgencyTimes {
    if (order.isNegative() || order.compareTo(Duration.ofHours(40)) > 0) {
      throw new IllegalArgumentException("fristad.reception.agency.order: at most 40 hours");
    }
    if (confirm < 0 || confirm > 10) {
      throw new IllegalArgumentException("fristad.reception.agency.confirm: 0 to 10");
    }
    if (remind < 0 || remind > confirm) {
      throw new IllegalArgumentException("fristad.reception.agency.remind: 0 to confirm");
    }
  }
}
