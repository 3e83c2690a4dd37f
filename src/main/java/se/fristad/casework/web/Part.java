package se.fristad.casework.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Field;

/// A part of a form of a file.
///
/// @param heading null for the first part, which needs none
/// @param folded whether it is closed until somebody opens it
public record Part(
    @Nullable String heading, @Nullable String hint, boolean folded, List<Input> inputs) {
  /// Copies the list.
  public Part {
    inputs = List.copyOf(inputs);
  }

  /// Every field of some parts, in their order.
  static List<Field> fields(List<Part> parts) {
    return parts.stream()
        .flatMap(part -> part.inputs().stream())
        .flatMap(input -> input.asked().stream())
        .map(Input.Asked::field)
        .toList();
  }
}
