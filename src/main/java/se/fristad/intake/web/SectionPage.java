package se.fristad.intake.web;

import se.fristad.page.Shell;
import se.fristad.page.Table;

/// The conversations that were closed before an intake was made of them.
public record SectionPage(Shell shell, Table table) {}
