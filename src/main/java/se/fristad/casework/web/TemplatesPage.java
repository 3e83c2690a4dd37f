package se.fristad.casework.web;

import se.fristad.page.Shell;
import se.fristad.page.Table;

/// The templates that documents are made of.
public record TemplatesPage(Shell shell, Table table) {}
