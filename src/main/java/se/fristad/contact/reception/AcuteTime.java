package se.fristad.contact.reception;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An acute time (*akuttid*) of one day, as it stands or as it is proposed.
///
/// @param worker an id of the reception's own
/// @param room the room that it holds; none when it is by telephone and video alone
/// @param speaks the languages of the worker
record AcuteTime(
    UUID worker,
    @Nullable UUID room,
    Instant from,
    Instant until,
    Set<Way> ways,
    Set<String> speaks) {
  AcuteTime {
    ways = Set.copyOf(ways);
    speaks = Set.copyOf(speaks);
  }

  /// Whether two of them cannot both be: the same worker, or the same room, at once.
  boolean isAgainst(AcuteTime other) {
    return from.isBefore(other.until)
        && other.from.isBefore(until)
        && (worker.equals(other.worker) || (room != null && room.equals(other.room)));
  }
}
