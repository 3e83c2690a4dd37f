package se.fristad.contact.publishing.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Shell;
import se.fristad.page.Table;

/// The form of a page of information.
///
/// @param number 0 for a new one
/// @param published whether anybody can read it now
/// @param refused why nothing was kept, when it is about no single field
/// @param preview how it would look; null when nobody asked
public record PageForm(
    Shell shell,
    String title,
    int number,
    String language,
    String direction,
    int version,
    boolean published,
    @Nullable String refused,
    @Nullable Preview preview,
    Field languageField,
    List<Option> languages,
    Field door,
    List<Option> doors,
    Field name,
    Field body,
    Field reviewBy,
    Table versions) {
  /// Copies the lists.
  public PageForm {
    languages = List.copyOf(languages);
    doors = List.copyOf(doors);
  }

  /// How it would look.
  public record Preview(String title, String html) {}

  /// All fields, for the summary of what is wrong.
  public List<Field> fields() {
    return List.of(languageField, door, name, body, reviewBy);
  }
}
