package se.fristad.contact.inbox.web;

import org.jspecify.annotations.Nullable;
import se.fristad.page.Shell;

/// Who is here and who writes, as it renews itself: nothing of what was said.
///
/// @param href where the next look is taken
/// @param present who else of us has it open; null when nobody
/// @param typing who writes; null when nobody
/// @param page how it stands with the person's page; null for a call or a visit
public record ConversationSigns(
    Shell shell,
    String href,
    @Nullable String present,
    @Nullable String typing,
    @Nullable String page) {}
