package se.fristad.casework.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Field;
import se.fristad.page.Shell;

/// One step of a file, as a form.
///
/// @param href where the form is sent
/// @param lead what the step is; null when the title says it
/// @param form minted with the form: the same form sent twice is one step
/// @param saved when it was saved last, in words
/// @param against what stands against the step as a whole, each with its rule and paragraph
/// @param parts empty when the step cannot be taken now
/// @param others what she has typed in it in other windows
/// @param consequence what will happen; null when the button says it
/// @param note the journal's note beside it; null when this is the note, or for somebody who may
///   not write one
public record StepPage(
    Shell shell,
    FileHead head,
    String href,
    String title,
    @Nullable String lead,
    String form,
    String saved,
    List<String> against,
    List<Part> parts,
    List<OtherVersion> others,
    String submit,
    @Nullable String consequence,
    @Nullable NotePanel note) {
  /// Copies the lists.
  public StepPage {
    against = List.copyOf(against);
    parts = List.copyOf(parts);
    others = List.copyOf(others);
  }

  /// Every field, for the summary of what is wrong.
  public List<Field> fields() {
    return Part.fields(parts);
  }
}
