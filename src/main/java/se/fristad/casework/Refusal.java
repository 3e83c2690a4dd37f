package se.fristad.casework;

import org.jspecify.annotations.Nullable;

/// Why a step cannot be done as it stands.
///
/// @param rule the rule of law or practice; null when something merely cannot be read
/// @param field the field beside which it is said
/// @param key the key of the sentence
public record Refusal(@Nullable CaseRule rule, String field, String key) {}
