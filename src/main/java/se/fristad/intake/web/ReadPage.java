package se.fristad.intake.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Described;
import se.fristad.page.Happening;
import se.fristad.page.Option;
import se.fristad.page.Shell;

/// A concluded intake.
///
/// @param summary everything in one sentence
/// @param due that an investigation is to be opened; null when none is
/// @param next what can be done with it: addresses and their words
/// @param acute the acute questions with their answers
/// @param conflict where somebody says that she knows the person
/// @param unknown how many of them are not known or were not asked, in words
public record ReadPage(
    Shell shell,
    String summary,
    @Nullable String due,
    List<Option> next,
    List<Described> outcome,
    List<Described> children,
    List<Described> acute,
    String unknown,
    String note,
    List<Described> about,
    List<Happening> story,
    @Nullable String conversation,
    String conflict) {}
