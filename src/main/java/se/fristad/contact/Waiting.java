package se.fristad.contact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of the inbox: who waits, where, since when. Nothing of what was said.
///
/// @param thread which conversation
/// @param queue where it waits
/// @param language of the page on which she writes: a code of [se.fristad.page.Language]
/// @param begunAt when it began
/// @param waitingSince since when she waits for an answer; null when it is her turn
/// @param messages how many messages stand in it
/// @param answered whether any of us has answered
/// @param returns whether she has words that lead back
/// @param open whether the conversation is open
/// @param entrance the door she chose on the first screen
/// @param handling what those who answer have noted
/// @param reached the highest step of the ladder in this wait; null when none is reached
/// @param promised when we have promised to get in touch; null when we have not
public record Waiting(
    ThreadId thread,
    Queue queue,
    String language,
    Instant begunAt,
    @Nullable Instant waitingSince,
    int messages,
    boolean answered,
    boolean returns,
    boolean open,
    Entrance entrance,
    Handling handling,
    @Nullable Step reached,
    @Nullable Instant promised) {}
