package se.fristad.contact;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The times of the conversations that a centre may set, as `fristad.contact.answering` and
/// `fristad.contact.live`. Waiting is counted in hours in which somebody is there to answer.
///
/// @param answering how long the person has to say no before somebody of another competence comes
///   in
/// @param live when one who has her page open has waited too long: three steps
/// @param message when what was written is unanswered for too long: two steps
/// @param callback how long after a promised time it is too late
/// @param tries how often a promised call is tried at the most; then nobody calls any more, and her
///   page tells her so
@ConfigurationProperties("fristad.contact")
record Times(
    @DefaultValue("2m") Duration answering,
    @DefaultValue({"2m", "5m", "10m"}) List<Duration> live,
    @DefaultValue({"4h", "8h"}) List<Duration> message,
    @DefaultValue("15m") Duration callback,
    @DefaultValue("3") int tries) {
  Times {
    live = List.copyOf(live);
    message = List.copyOf(message);
    if (answering.compareTo(Duration.ofMinutes(1)) < 0) {
      throw new IllegalArgumentException("fristad.contact.answering: a minute at least");
    }
    if (live.size() != 3 || !rises(live)) {
      throw new IllegalArgumentException("fristad.contact.live: three times, each longer");
    }
    if (message.size() != 2 || !rises(message)) {
      throw new IllegalArgumentException("fristad.contact.message: two times, the second longer");
    }
    if (tries < 1 || tries > 10) {
      throw new IllegalArgumentException("fristad.contact.tries: 1 to 10");
    }
    if (callback.isNegative()) {
      throw new IllegalArgumentException("fristad.contact.callback: not before the time");
    }
  }

  private static boolean rises(List<Duration> steps) {
    Duration before = Duration.ZERO;
    for (Duration step : steps) {
      if (step.compareTo(before) <= 0) {
        return false;
      }
      before = step;
    }
    return true;
  }
}
