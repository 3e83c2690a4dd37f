package se.fristad.intake.web;

import java.util.List;
import se.fristad.page.Shell;

/// What a form is told when it was saved while somebody writes.
public record Saved(Shell shell, String text, int version, List<String> guidance) {}
