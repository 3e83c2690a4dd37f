package se.fristad.contact.publishing.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Shell;
import se.fristad.page.Table;

/// The form of a telephone number.
///
/// @param title what it is called now
/// @param fixed whether it is 112, which nobody changes
/// @param refused why nothing was kept, when it is about no single field
public record LineForm(
    Shell shell,
    String title,
    String code,
    int version,
    boolean fixed,
    @Nullable String refused,
    Field phone,
    Field doors,
    List<Option> doorOptions,
    Set<String> chosen,
    Field answers,
    Field shuts,
    Field recheckBy,
    Field shown,
    List<Option> shownOptions,
    List<Field> names,
    Table versions) {
  /// Copies the collections.
  public LineForm {
    doorOptions = List.copyOf(doorOptions);
    chosen = Set.copyOf(chosen);
    shownOptions = List.copyOf(shownOptions);
    names = List.copyOf(names);
  }

  /// All fields, for the summary of what is wrong.
  public List<Field> fields() {
    List<Field> all = new java.util.ArrayList<>(List.of(phone, doors));
    all.addAll(names);
    all.addAll(List.of(answers, shuts, recheckBy, shown));
    return all;
  }
}
