package se.fristad.contact.inbox.web;

import se.fristad.page.Shell;
import se.fristad.page.Table;

/// The conversations into which one was asked.
public record InvitedPage(Shell shell, Table table) {}
