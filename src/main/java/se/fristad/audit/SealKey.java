package se.fristad.audit;

/// The key that signs seals, segments and checkpoints. On the jobs node only; file `keys/log.key`.
///
/// @param key the key
record SealKey(SigningKey key) {}
