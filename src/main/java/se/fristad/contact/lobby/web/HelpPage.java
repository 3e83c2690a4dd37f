package se.fristad.contact.lobby.web;

import se.fristad.page.Shell;
import se.fristad.page.Table;

/// Calls for help of the last day.
public record HelpPage(Shell shell, HelpNow now, Table lately) {}
