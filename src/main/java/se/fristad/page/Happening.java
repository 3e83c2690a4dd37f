package se.fristad.page;

import org.jspecify.annotations.Nullable;

/// One thing that happened, in the story of a file. `when` is in words, `exact` the date and time
/// it stands for.
public record Happening(
    Icon icon,
    Tone tone,
    String title,
    String when,
    String exact,
    String who,
    @Nullable String detail) {}
