package se.fristad.contact.lobby;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The desk's parameters. A value that cannot be right stops the start.
///
/// @param stay how long somebody who comes without a time is reckoned to be in the house
/// @param missed how long after a booked time has begun she who has not come counts as one who did
///   not come
/// @param finding how long we give ourselves to find out in a safe way about her who did not come
/// @param findingDanger the same where danger is marked
/// @param unanswered after how long a call for help that nobody has answered is shown to the head
@ConfigurationProperties("fristad.lobby")
public record LobbyTimes(
    @DefaultValue("90m") Duration stay,
    @DefaultValue("20m") Duration missed,
    @DefaultValue("4h") Duration finding,
    @DefaultValue("30m") Duration findingDanger,
    @DefaultValue("1m") Duration unanswered) {
  /// Refuses what cannot be right.
  ///
  /// @throws IllegalArgumentException naming the property
  public LobbyTimes {
    if (stay.compareTo(Duration.ofMinutes(15)) < 0 || stay.compareTo(Duration.ofHours(8)) > 0) {
      throw new IllegalArgumentException("fristad.lobby.stay: 15 minutes to 8 hours");
    }
    if (missed.compareTo(Duration.ofMinutes(5)) < 0 || missed.compareTo(Duration.ofHours(4)) > 0) {
      throw new IllegalArgumentException("fristad.lobby.missed: 5 minutes to 4 hours");
    }
    if (findingDanger.compareTo(Duration.ofMinutes(5)) < 0
        || finding.compareTo(findingDanger) < 0) {
      throw new IllegalArgumentException(
          "fristad.lobby.finding: not shorter than finding-danger, which is 5 minutes at least");
    }
    if (finding.compareTo(Duration.ofDays(3)) > 0) {
      throw new IllegalArgumentException("fristad.lobby.finding: at most 3 days");
    }
    if (unanswered.compareTo(Duration.ofSeconds(10)) < 0
        || unanswered.compareTo(Duration.ofMinutes(10)) > 0) {
      throw new IllegalArgumentException("fristad.lobby.unanswered: 10 seconds to 10 minutes");
    }
  }
}
