package se.fristad.contact;

import java.time.Instant;
import java.util.UUID;
import se.fristad.contact.facts.Channel;

/// One of us logged a call or a walk-in.
///
/// @param thread which contact
/// @param queue whose
/// @param channel telephone or visit
/// @param at when, by the application's clock
public record CallLogged(UUID thread, Queue queue, Channel channel, Instant at) {}
