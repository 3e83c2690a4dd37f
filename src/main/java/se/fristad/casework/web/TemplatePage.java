package se.fristad.casework.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Described;
import se.fristad.page.Field;
import se.fristad.page.Shell;
import se.fristad.page.Table;

/// A template: its text, how it looks filled in, its versions.
///
/// @param href its address
/// @param form minted with the form
/// @param base the version that is written on
/// @param saved when it was saved last, in words
/// @param words the field; null for a version that has been replaced, which is only read
/// @param names what can be named in it, and what is said of each in the example
/// @param preview how it looks filled in, as HTML, safe whatever stands in it
public record TemplatePage(
    Shell shell,
    String title,
    String href,
    String form,
    int base,
    String saved,
    @Nullable Field words,
    List<Described> names,
    String preview,
    Table versions) {
  /// Copies the list.
  public TemplatePage {
    names = List.copyOf(names);
  }

  /// The fields, for the summary of what is wrong.
  public List<Field> fields() {
    return words == null ? List.of() : List.of(words);
  }
}
