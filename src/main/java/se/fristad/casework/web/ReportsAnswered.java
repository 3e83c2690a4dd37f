package se.fristad.casework.web;

import org.jspecify.annotations.Nullable;
import se.fristad.page.Tone;

/// Whether the children that are reported in a file have been answered for.
///
/// @param sentence how many have not
/// @param why what is waited for; null when nothing is
public record ReportsAnswered(Tone tone, String sentence, @Nullable String why) {}
