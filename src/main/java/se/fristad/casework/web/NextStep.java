package se.fristad.casework.web;

import org.jspecify.annotations.Nullable;

/// A step that can be taken now.
///
/// @param due whether something that is due waits for it
/// @param begun when somebody began to write it, in words; null when nobody did
public record NextStep(String label, String href, boolean due, @Nullable String begun) {}
