package se.fristad.contact.inbox.web;

import se.fristad.page.Shell;

/// That half-written answers about danger were saved, or why not.
public record ScreeningSaved(Shell shell, String text) {}
