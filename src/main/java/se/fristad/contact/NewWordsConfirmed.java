package se.fristad.contact;

import java.time.Instant;
import java.util.UUID;

/// A second of us has said yes to new words; they wait for the page of the one who asked.
///
/// @param thread the conversation whose words are lost
public record NewWordsConfirmed(UUID thread, Queue queue, Instant at) {}
