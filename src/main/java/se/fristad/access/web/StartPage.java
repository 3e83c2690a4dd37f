package se.fristad.access.web;

import se.fristad.page.Shell;

/// The start of one who has no page of her own yet.
public record StartPage(Shell shell, boolean hasOtherRoles) {}
