package se.fristad.contact.front;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.fristad.contact.Queue;
import se.fristad.contact.Wake;
import se.fristad.outgoing.CodeWords;
import se.fristad.outgoing.Hours;
import se.fristad.outgoing.Reach;
import se.fristad.outgoing.ReachForm;
import se.fristad.page.TypedForm;
import se.fristad.vault.Argon2;
import se.fristad.vault.DataKey;
import se.fristad.vault.Place;

/// Somebody without a name wishes to be called: what she says of it is sealed under the key of her
/// conversation, which only those who answer at its door can open.
@PublicOnly
@Component
public class CallWishes {
  private final Doors doors;
  private final CallTimes times;
  private final CodeWords words;
  private final Wake wake;
  private final Clock clock;

  CallWishes(Doors doors, CallTimes times, CodeWords words, Wake wake, Clock clock) {
    this.doors = doors;
    this.times = times;
    this.words = words;
    this.wake = wake;
    this.clock = clock;
  }

  /// What became of a wish.
  public sealed interface Wished {
    /// It stands, and one of us calls then.
    record Stands(CallTimes.Offered when) implements Wished {}

    /// Something cannot be read: for each field the key of the sentence beside it.
    record Unfit(Map<String, String> wrong) implements Wished {}

    /// The visit has ended, and nothing was kept.
    record Gone() implements Wished {}
  }

  /// The times to choose among now.
  public List<CallTimes.Offered> offered() {
    return times.at(clock.instant());
  }

  /// She wishes to be called. Sent twice it is one wish.
  public Wished wish(Queue queue, VisitToken token, TypedForm typed) {
    Optional<Doors.Visited> visited = doors.visited(queue, token.hash());
    if (visited.isEmpty()) {
      return new Wished.Gone();
    }
    Instant now = clock.instant();
    Optional<CallTimes.Offered> chosen = times.chosen(typed.value("when"), now);
    UUID thread = visited.get().thread();
    try (DataKey visit = token.key();
        DataKey key = visit.unwrap(visited.get().wrapped(), thread.toString())) {
      // somebody here may write at the same moment: then once more, over what she wrote
      for (int attempt = 0; attempt < 3; attempt++) {
        Doors.Said before = doors.reach(queue, token.hash());
        Reach known = known(key, thread, before);
        ReachForm.Read read =
            ReachForm.wish(
                typed,
                known,
                chosen.map(CallTimes.Offered::once).orElse(null),
                now.atZone(Hours.HERE).toLocalDate(),
                word -> words.kept(Argon2.Lane.PUBLIC, word));
        switch (read) {
          case ReachForm.Read.Unfit(Map<String, String> wrong) -> {
            return new Wished.Unfit(wrong);
          }
          case ReachForm.Read.Fit(Reach reach) -> {
            CallTimes.Offered when = chosen.orElseThrow();
            int version = before.version() == null ? 1 : before.version() + 1;
            byte[] sealed = key.seal(place(thread, version), reach.sealable());
            switch (doors.wishCall(
                queue,
                token.hash(),
                version,
                sealed,
                when.from().toInstant(),
                when.until().toInstant())) {
              case "ok" -> {
                wake.ring();
                return new Wished.Stands(when);
              }
              case "gone" -> {
                return new Wished.Gone();
              }
              default -> {}
            }
          }
        }
      }
    }
    return new Wished.Unfit(Map.of("when", "outgoing.reach.wrong.busy"));
  }

  /// She takes it back: nobody calls.
  ///
  /// @return false when the visit has ended
  public boolean takeBack(Queue queue, VisitToken token) {
    String answer = doors.unwishCall(queue, token.hash());
    wake.ring();
    return answer.equals("ok");
  }

  static Reach known(DataKey key, UUID thread, Doors.Said before) {
    Integer version = before.version();
    byte[] sealed = before.sealed();
    return version == null || sealed == null
        ? Reach.nothing()
        : Reach.read(key.open(place(thread, version), sealed));
  }

  private static Place place(UUID thread, int version) {
    return new Place("contact", thread, "reach", version);
  }
}
