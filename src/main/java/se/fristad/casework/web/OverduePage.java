package se.fristad.casework.web;

import se.fristad.page.Shell;
import se.fristad.page.Table;

/// Who has what that is late: by person, and all together.
public record OverduePage(Shell shell, Table table) {}
