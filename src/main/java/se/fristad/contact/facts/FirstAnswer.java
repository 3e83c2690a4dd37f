package se.fristad.contact.facts;

import java.time.LocalDate;
import java.util.UUID;

/// One of us answered for the first time.
///
/// @param id of the fact alone
/// @param day when it was answered
/// @param door by which she had come
/// @param minutes she had waited, by the clock on the wall, nights included
public record FirstAnswer(UUID id, LocalDate day, Door door, long minutes) implements ContactFact {}
