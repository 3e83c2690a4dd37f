package se.fristad.contact;

import java.time.Instant;
import java.util.UUID;

/// Somebody of another competence was asked into a conversation; the person is told, and nobody
/// reads yet.
///
/// @param thread which
/// @param queue whose
/// @param role the code of her competence
/// @param at when, by the application's clock
public record ColleagueInvited(UUID thread, Queue queue, String role, Instant at) {}
