package se.fristad.contact.front;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.centre.Centre;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.Queue;
import se.fristad.contact.ReminderTimes;
import se.fristad.contact.Wake;
import se.fristad.outgoing.Reach;
import se.fristad.outgoing.TelephoneNumber;
import se.fristad.vault.Confidential;
import se.fristad.vault.DataKey;
import se.fristad.vault.Place;

/// Somebody without a name wants to be reminded of her time. Nothing is sent, since there is no way
/// by which anything could be: one of us calls, if what she has said of calls allows it.
@PublicOnly
@Component
public class RemindWishes {
  private final Doors doors;
  private final TimesToBook times;
  private final ReminderTimes when;
  private final OpeningHours hours;
  private final Wake wake;
  private final Clock clock;

  RemindWishes(
      Doors doors, TimesToBook times, ReminderTimes when, Centre centre, Wake wake, Clock clock) {
    this.doors = doors;
    this.times = times;
    this.when = when;
    this.hours = centre.hours();
    this.wake = wake;
    this.clock = clock;
  }

  /// What became of her wish.
  public sealed interface Asked {
    /// Somebody calls then.
    record Stands(ReminderTimes.Window window) implements Asked {}

    /// There is no number, or what was typed is none.
    ///
    /// @param typed whether something was typed
    record NoNumber(boolean typed) implements Asked {}

    /// She has said that nobody may ever call.
    record Never() implements Asked {}

    /// None of the times to call was chosen.
    record Nothing() implements Asked {}

    /// She has no time to come, or it is too near.
    record TooLate() implements Asked {}

    /// The visit has ended, and nothing was kept.
    record Gone() implements Asked {}
  }

  /// The times in which she can be called before a time of hers.
  public List<ReminderTimes.Window> windows(Instant meeting) {
    return when.windows(hours, meeting, clock.instant());
  }

  /// She wants to be reminded. Sent twice it is one wish.
  ///
  /// @param typed the number; empty when the one that we have is meant
  /// @param code of the time to call
  public Asked ask(Queue queue, VisitToken token, Confidential typed, String code) {
    Optional<Doors.Visited> visited = doors.visited(queue, token.hash());
    if (visited.isEmpty()) {
      return new Asked.Gone();
    }
    Instant now = clock.instant();
    TimesToBook.Had had = times.had(queue, token).filter(one -> !one.cancelled()).orElse(null);
    if (had == null || when.windows(hours, had.from(), now).isEmpty()) {
      return new Asked.TooLate();
    }
    ReminderTimes.Window window = when.window(hours, had.from(), now, code).orElse(null);
    if (window == null) {
      return new Asked.Nothing();
    }
    Confidential number = null;
    if (!typed.isBlank()) {
      number = TelephoneNumber.read(typed).orElse(null);
      if (number == null) {
        return new Asked.NoNumber(true);
      }
    }
    return ask(queue, token, visited.get(), had, window, number);
  }

  private Asked ask(
      Queue queue,
      VisitToken token,
      Doors.Visited visited,
      TimesToBook.Had had,
      ReminderTimes.Window window,
      @Nullable Confidential number) {
    UUID thread = visited.thread();
    try (DataKey visit = token.key();
        DataKey key = visit.unwrap(visited.wrapped(), thread.toString())) {
      // somebody here may write at the same moment: then once more, over what she wrote
      for (int attempt = 0; attempt < 3; attempt++) {
        Doors.Said before = doors.reach(queue, token.hash());
        Reach known = CallWishes.known(key, thread, before);
        if (known.isNeverCalled()) {
          return new Asked.Never();
        }
        if (number == null && !known.hasNumber()) {
          return new Asked.NoNumber(false);
        }
        int version = before.version() == null ? 1 : before.version() + 1;
        byte[] sealed =
            number == null
                ? null
                : key.seal(
                    new Place("contact", thread, "reach", version),
                    known.withNumber(number).sealable());
        switch (doors.remind(queue, token.hash(), had.id(), had.from(), window, version, sealed)) {
          case "ok" -> {
            wake.ring();
            return new Asked.Stands(window);
          }
          case "gone" -> {
            return new Asked.Gone();
          }
          case "past" -> {
            return new Asked.TooLate();
          }
          default -> {}
        }
      }
    }
    return new Asked.Nothing();
  }

  /// She wants it no more: from this moment nobody calls.
  ///
  /// @return false when the visit has ended
  public boolean withdraw(Queue queue, VisitToken token) {
    String answer = doors.unremind(queue, token.hash());
    wake.ring();
    return answer.equals("ok");
  }
}
