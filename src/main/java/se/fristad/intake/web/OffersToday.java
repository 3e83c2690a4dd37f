package se.fristad.intake.web;

import se.fristad.page.Shell;

/// How many are to be asked again today, for my day.
public record OffersToday(Shell shell, String sentence) {}
