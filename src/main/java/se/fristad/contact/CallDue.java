package se.fristad.contact;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A call that stands as a task: promised and not yet made, or made without anybody having said
/// what came of it. To whom and when, nothing of what was said.
///
/// @param from when she wishes it, or when it was made without a wish
/// @param missed how often it was tried in vain
/// @param owner who of us has the conversation and will ring; nobody when nobody has taken it
/// @param reminds the booked time of which the call reminds her; nothing when it does not
/// @param unsaid the call of which nobody has said what came of it; nothing when there is none
public record CallDue(
    ThreadId thread,
    Queue queue,
    Instant from,
    Instant until,
    int missed,
    @Nullable UUID owner,
    @Nullable Instant reminds,
    Agreed.@Nullable Call unsaid) {}
