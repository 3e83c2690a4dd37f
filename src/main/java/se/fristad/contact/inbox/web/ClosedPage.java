package se.fristad.contact.inbox.web;

import se.fristad.page.Shell;
import se.fristad.page.Table;

/// The closed conversations of a queue.
public record ClosedPage(Shell shell, Table table) {}
