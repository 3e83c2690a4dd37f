package se.fristad.contact.inbox.web;

import se.fristad.page.Shell;
import se.fristad.page.Table;

/// All consultations: from where, and the latest.
public record ConsultationsPage(Shell shell, Table reached, Table latest) {}
