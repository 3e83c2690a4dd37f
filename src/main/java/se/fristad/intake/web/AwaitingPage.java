package se.fristad.intake.web;

import se.fristad.page.Shell;

/// Applications that nobody has taken up, in one sentence.
public record AwaitingPage(Shell shell, String sentence) {}
