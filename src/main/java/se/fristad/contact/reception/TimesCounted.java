package se.fristad.contact.reception;

import java.time.Instant;
import java.time.LocalDate;
import se.fristad.contact.Queue;

/// All times of a day are counted.
///
/// @param day which
/// @param at when it was counted
public record TimesCounted(Queue queue, LocalDate day, Instant at) {}
