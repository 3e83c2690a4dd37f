package se.fristad.contact.lobby;

import java.time.Instant;
import java.util.UUID;
import se.fristad.contact.Queue;

/// Something of a call for help has changed.
///
/// @param what `called`, `rung`, `moved`, `taken`, `unanswered`, `doubted`, `ended`, `false_press`
///   or `lapsed`
/// @param call which call
/// @param at when, by the application's clock
public record HelpChanged(String what, UUID call, Queue queue, Instant at) {}
