package se.fristad.intake.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Described;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Shell;

/// Who of us knows the person an intake is about.
///
/// @param head whether the viewer sees for whom it is not there, and lifts it
/// @param who the colleague whom the head marks
/// @param declared for whom it is not there
/// @param lifted for whom it is there again, and why
public record ConflictPage(
    Shell shell,
    String href,
    boolean head,
    Field who,
    List<Option> colleagues,
    List<Declared> declared,
    List<Described> lifted) {
  /// Copies the lists.
  public ConflictPage {
    colleagues = List.copyOf(colleagues);
    declared = List.copyOf(declared);
    lifted = List.copyOf(lifted);
  }

  /// One for whom it is not there.
  ///
  /// @param why the reason for which it is lifted
  public record Declared(String name, String at, String staff, Field why) {}

  /// The fields with something wrong in them, for the summary.
  public List<Field> fields() {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(who), declared.stream().map(Declared::why))
        .toList();
  }

  /// The error of the first wrong field; null when nothing is wrong.
  public @Nullable String wrong() {
    return fields().stream()
        .map(Field::error)
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
