package se.fristad.contact.lobby;

import java.time.Instant;
import java.util.UUID;
import se.fristad.contact.Queue;

/// Something of a call for help has changed.
///
/// @param what `called`, `moved`, `taken`, `unanswered`, `ended` or `false_press`
/// @param call which call
/// @param at when, by the application's clock
public record HelpChanged(String what, UUID call, Queue queue, Instant at) {}
