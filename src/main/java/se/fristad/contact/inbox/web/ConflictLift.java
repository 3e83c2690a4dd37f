package se.fristad.contact.inbox.web;

import se.fristad.page.Field;
import se.fristad.page.Shell;

/// Where the head says why a conflict of interest is lifted.
///
/// @param name for whom it is lifted
/// @param lift minted with the form
public record ConflictLift(
    Shell shell, String href, String name, String staff, String lift, Field why) {}
