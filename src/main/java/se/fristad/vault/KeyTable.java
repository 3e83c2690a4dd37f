package se.fristad.vault;

/// A table of wrapped keys, contributed as a bean by the module that owns it, so that [KeyTurning]
/// finds every living key.
///
/// @param side the side whose keyset wraps them
/// @param table schema-qualified, with the columns `id uuid`, `kek text`, `wrapped bytea`
public record KeyTable(Side side, String table) {}
