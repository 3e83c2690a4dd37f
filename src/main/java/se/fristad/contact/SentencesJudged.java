package se.fristad.contact;

import java.time.Instant;
import java.util.UUID;

/// Somebody whose language it is has read sentences of the public face, or they must be read again.
///
/// @param reading of this reading alone
/// @param language the code of the language
/// @param count how many sentences
/// @param good whether they are good as they stand
/// @param at when
public record SentencesJudged(UUID reading, String language, int count, boolean good, Instant at) {}
