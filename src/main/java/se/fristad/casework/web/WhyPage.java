package se.fristad.casework.web;

import se.fristad.page.Shell;
import se.fristad.page.Table;

/// Why somebody can see a file.
///
/// @param opened how many have opened it, in a sentence
/// @param may those who may open it now
/// @param not those who could, or may not
public record WhyPage(Shell shell, FileHead head, String opened, Table may, Table not) {}
