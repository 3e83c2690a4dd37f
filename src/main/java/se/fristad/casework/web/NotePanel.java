package se.fristad.casework.web;

import org.jspecify.annotations.Nullable;
import se.fristad.page.Field;
import se.fristad.page.Shell;

/// The journal's note, on every page of a file and one key away.
///
/// @param href where it is sent
/// @param form minted with the form
/// @param saved when it was saved last, in words
/// @param open whether it lies open
/// @param inPlace whether the page stays when it is written: beside another form
/// @param compare where the versions of other windows are seen beside it; null when there are none
/// @param written that a note was written just now; null when none was
public record NotePanel(
    Shell shell,
    String href,
    String form,
    String saved,
    Field field,
    boolean open,
    boolean inPlace,
    @Nullable String compare,
    @Nullable String written) {}
