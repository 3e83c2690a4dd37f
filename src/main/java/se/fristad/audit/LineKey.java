package se.fristad.audit;

/// The key with which a node marks the lines it writes. On every node that appends; file
/// `keys/line.key`.
///
/// Without it the owner of the database could write a line in the name of a person as a transaction
/// of today, and the next seal would take it for true.
///
/// @param key the key
record LineKey(SigningKey key) {}
