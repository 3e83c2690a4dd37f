package se.fristad.contact;

import java.time.Instant;
import java.util.UUID;

/// One of us wrote down what somebody told of danger.
///
/// @param thread in which conversation
/// @param version which time in it, from 1
/// @param acute whether an acute question has a yes that it did not have before
/// @param at when, by the application's clock
public record ScreeningKept(UUID thread, Queue queue, int version, boolean acute, Instant at) {}
