package se.fristad.contact.lobby;

import java.time.Instant;
import java.util.UUID;
import se.fristad.contact.Queue;

/// Something at the desk has changed.
///
/// @param what `came`, `seated`, `left`, `back`, `became`, `late`, `absent` or `taken_back`
/// @param id the waiting person's row, or the booked time that was ticked
/// @param at when, by the application's clock
public record LobbyChanged(String what, UUID id, Queue queue, Instant at) {}
