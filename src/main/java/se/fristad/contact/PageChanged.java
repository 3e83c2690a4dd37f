package se.fristad.contact;

import java.time.Instant;
import java.util.UUID;

/// A page of information was kept as a draft, published or withdrawn.
///
/// @param page which, in all its languages
/// @param language the code of the language
/// @param version the version that stands now
/// @param state `draft`, `published` or `withdrawn`
/// @param at when
public record PageChanged(UUID page, String language, int version, String state, Instant at) {}
