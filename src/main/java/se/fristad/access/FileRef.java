package se.fristad.access;

import java.util.UUID;

/// Which file is meant: the owner's kind and the file's id.
///
/// @param kind as the owner's [FileRule#kind()], `thread`, `intake` …
/// @param id random, never a sequence
public record FileRef(String kind, UUID id) {}
