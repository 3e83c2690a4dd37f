package se.fristad.page;

import org.jspecify.annotations.Nullable;

/// What must be seen at once on every page: where it is asked for, and the button that raises it.
///
/// @param watch where it is asked for again and again; the answer waits until something is new
/// @param press where the button is posted; nothing for whoever only sees
/// @param label the button's word
public record Alarm(String watch, @Nullable String press, String label) {}
