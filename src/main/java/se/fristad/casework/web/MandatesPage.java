package se.fristad.casework.web;

import java.util.List;
import se.fristad.page.Field;
import se.fristad.page.Shell;
import se.fristad.page.Table;

/// The mandates and the form of a new one.
///
/// @param id minted with the form: the same form sent twice is one mandate
/// @param saved when it was saved last, in words
/// @param against what stands against it as a whole
/// @param parts the form
public record MandatesPage(
    Shell shell, String id, String saved, List<String> against, List<Part> parts, Table table) {
  /// Copies the lists.
  public MandatesPage {
    against = List.copyOf(against);
    parts = List.copyOf(parts);
  }

  /// Every field, for the summary of what is wrong.
  public List<Field> fields() {
    return parts.stream()
        .flatMap(part -> part.inputs().stream())
        .filter(Input.Asked.class::isInstance)
        .map(input -> ((Input.Asked) input).field())
        .toList();
  }
}
