package se.fristad.contact.reception;

import java.time.Instant;
import java.util.UUID;
import se.fristad.contact.Queue;

/// Somebody's hours, a room, an absence, a closed day or a calendar elsewhere was set up anew.
///
/// @param what `worker`, `room`, `absence`, `group` or `calendar`
/// @param id which
/// @param at when
public record ReceptionChanged(String what, UUID id, Queue queue, Instant at) {}
