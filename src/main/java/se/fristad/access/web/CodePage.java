package se.fristad.access.web;

import se.fristad.page.Field;
import se.fristad.page.Shell;

/// Typing a one-time code.
public record CodePage(Shell shell, Field code) {}
