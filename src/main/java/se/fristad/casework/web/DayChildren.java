package se.fristad.casework.web;

import org.jspecify.annotations.Nullable;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Tone;

/// The children that are reported and not yet investigated, on my day.
///
/// @param sentence how many they are
/// @param why what is waited for; null when nothing is
/// @param table those who have waited longest; null when nobody waits
public record DayChildren(
    Shell shell, Tone tone, String sentence, @Nullable String why, @Nullable Table table) {}
