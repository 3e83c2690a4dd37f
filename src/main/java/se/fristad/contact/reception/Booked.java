package se.fristad.contact.reception;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A booked time (*bokad tid*), or a group.
///
/// @param kind `ordinary`, `acute` or `group`
/// @param worker who receives, by her id of the reception
/// @param staff who receives, by her id of the staff register
/// @param roomId the room; none by telephone and video
/// @param room what the room is called; none by telephone and video
/// @param house the house in which it is; 0 when there is no room
/// @param thread whose time it is; a group has none of its own
/// @param asker the conversation of somebody who asks in her work, where the calendar shows her
///   time; in her own queue it is the thread
/// @param errand what she comes for; nothing for all others
/// @param seats how many places a group has; 0 for others
/// @param taken how many of them are taken
/// @param bookedBy who of us booked it; nobody when she did herself
/// @param cancelled whether it was taken back
public record Booked(
    UUID id,
    String kind,
    Way way,
    UUID worker,
    UUID staff,
    @Nullable UUID roomId,
    @Nullable String room,
    int house,
    Instant from,
    Instant until,
    @Nullable UUID thread,
    @Nullable UUID asker,
    @Nullable Errand errand,
    int seats,
    int taken,
    @Nullable UUID bookedBy,
    boolean cancelled) {}
