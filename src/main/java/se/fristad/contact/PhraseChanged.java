package se.fristad.contact;

import java.time.Instant;
import java.util.UUID;

/// A prepared phrase was changed, added, or taken out of use.
///
/// @param phrase which, in all its languages
/// @param language the code of the language
/// @param version the version that stands now
/// @param inUse whether it is offered
/// @param at when
public record PhraseChanged(UUID phrase, String language, int version, boolean inUse, Instant at) {}
