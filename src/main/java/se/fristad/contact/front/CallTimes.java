package se.fristad.contact.front;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.fristad.centre.KeptHours;
import se.fristad.centre.OpeningHours;
import se.fristad.outgoing.Hours;

/// The times at which somebody can be called: the rest of today while there is somebody here, and
/// the mornings and afternoons of the next three days on which there is.
@PublicOnly
@Component
public class CallTimes {
  private static final LocalTime NOON = LocalTime.NOON;
  private static final int DAYS = 3;
  private final HoursNow kept;

  CallTimes(HoursNow kept) {
    this.kept = kept;
  }

  /// A time to choose.
  ///
  /// @param code what the form sends
  public record Offered(String code, ZonedDateTime from, ZonedDateTime until) {
    Hours.Once once() {
      return new Hours.Once(from.toInstant(), until.toInstant());
    }
  }

  /// All of them, the next one first.
  public List<Offered> at(Instant now) {
    List<Offered> offered = new ArrayList<>();
    KeptHours hours = kept.now();
    ZonedDateTime here = now.atZone(OpeningHours.HERE);
    if (hours.isOpen(now)) {
      offered.add(new Offered("today", here, hours.until(here)));
    }
    ZonedDateTime day = hours.next(now);
    for (int days = 0; days < DAYS; days++) {
      ZonedDateTime noon = day.with(NOON);
      ZonedDateTime shuts = hours.until(day);
      if (day.isBefore(noon) && noon.isBefore(shuts)) {
        offered.add(new Offered(day.toLocalDate() + "-am", day, noon));
        offered.add(new Offered(day.toLocalDate() + "-pm", noon, shuts));
      } else {
        offered.add(new Offered(day.toLocalDate() + "-day", day, shuts));
      }
      day = hours.next(day.with(hours.hours().to()).toInstant());
    }
    return offered;
  }

  /// The one that was chosen, if it is still to be had.
  Optional<Offered> chosen(String code, Instant now) {
    return at(now).stream().filter(one -> one.code().equals(code)).findFirst();
  }
}
