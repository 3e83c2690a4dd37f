package se.fristad.contact.lobby;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A colleague calls for help (*hjälp till ett rum*): where, and nothing else.
///
/// @param room which room; none at the desk and in the waiting room; when it is not known where she
///   is, the one in which she was booked last
/// @param climbedAt when it was found that nobody had answered for too long
/// @param takenBy who of us goes there
/// @param endedBy who said that it is over; nobody when the night ended it
/// @param falsePress whether a colleague found that it was pressed by mistake
/// @param rungAt when the caller pressed again
/// @param doubtedAt when the caller said that it was a mistake; it goes on until a colleague has
///   looked
public record HelpCall(
    UUID id,
    Place place,
    @Nullable UUID room,
    @Nullable String roomName,
    UUID calledBy,
    Instant calledAt,
    @Nullable Instant climbedAt,
    @Nullable UUID takenBy,
    @Nullable Instant takenAt,
    @Nullable UUID endedBy,
    @Nullable Instant endedAt,
    boolean falsePress,
    int version,
    @Nullable Instant rungAt,
    @Nullable Instant doubtedAt) {

  /// Where help is needed.
  public enum Place {
    /// At the desk.
    DESK,
    /// In the waiting room.
    WAITING_ROOM,
    /// In a room.
    ROOM,
    /// Nobody knows where.
    UNKNOWN;

    /// As it stands in the table and in the keys of the texts.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// What a form says.
    public static Optional<Place> of(String code) {
      return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }
  }

  /// Whether it is still needed.
  public boolean open() {
    return endedAt == null;
  }
}
