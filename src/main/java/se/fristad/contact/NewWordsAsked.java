package se.fristad.contact;

import java.time.Instant;
import java.util.UUID;

/// Somebody has said that she has lost the words to a conversation, and has answered its question.
///
/// @param thread the conversation whose words are lost
/// @param agreed whether the answer was hers
public record NewWordsAsked(UUID thread, Queue queue, boolean agreed, Instant at) {}
