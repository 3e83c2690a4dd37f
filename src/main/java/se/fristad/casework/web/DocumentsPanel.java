package se.fristad.casework.web;

import se.fristad.page.Shell;
import se.fristad.page.Table;

/// What has been made of a file, on its page.
public record DocumentsPanel(Shell shell, Table table) {}
