package se.fristad.intake;

import org.jspecify.annotations.Nullable;

/// Why an intake cannot be concluded as it stands.
///
/// @param rule the rule of law or practice; null when something merely cannot be read
/// @param field the field beside which it is said
/// @param key the key of the sentence
record Refusal(@Nullable IntakeRule rule, String field, String key) {}
