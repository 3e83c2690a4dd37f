package se.fristad.intake.web;

import se.fristad.page.Shell;
import se.fristad.page.Table;

/// Those who declined and are to be asked again.
public record OffersPage(Shell shell, Table table) {}
