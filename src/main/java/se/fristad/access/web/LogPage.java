package se.fristad.access.web;

import java.util.List;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Shell;
import se.fristad.page.Table;

/// The log, newest first.
///
/// @param state how far the sealing has come, in a sentence
/// @param outcomes how many lines ended how
public record LogPage(
    Shell shell,
    String state,
    List<String> outcomes,
    Field staff,
    List<Option> people,
    Field act,
    List<Option> acts,
    Field subject,
    Field day,
    Table lines,
    boolean filtered) {}
