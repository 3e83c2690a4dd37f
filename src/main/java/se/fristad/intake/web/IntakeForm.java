package se.fristad.intake.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Shell;

/// The form of an intake, beside its conversation or alone.
///
/// @param href the intake's own address, to which the form is sent
/// @param version the version that this form was made from
/// @param page this page's own random id
/// @param saved when it was saved last, in words
/// @param obstacle why it was not taken; null when nothing stands in the way
/// @param guidance what the answers so far ask of the worker
/// @param fields every field by its name, in the order of the page
/// @param options what there is to choose among, by the name of the field
/// @param advice what is ticked of the advice
/// @param before the questions before the estimate
/// @param after the questions after it
/// @param back where "later" leads
/// @param mayName whether it may say who the person is: it was not made of a conversation
public record IntakeForm(
    Shell shell,
    String href,
    int version,
    String page,
    String saved,
    @Nullable String obstacle,
    List<String> guidance,
    Map<String, Field> fields,
    Map<String, List<Option>> options,
    Set<String> advice,
    List<String> before,
    List<String> after,
    String back,
    boolean mayName) {
  /// The field of a name.
  public Field field(String name) {
    Field field = fields.get(name);
    if (field == null) {
      throw new IllegalStateException("no such field");
    }
    return field;
  }

  /// What there is to choose among in a field.
  public List<Option> options(String name) {
    return options.getOrDefault(name, List.of());
  }

  /// Every field, for the summary of what is wrong.
  public List<Field> all() {
    return List.copyOf(fields.values());
  }

  /// Whether one of these fields is filled in or wrong, so that its part is shown open.
  public boolean used(String... names) {
    for (String name : names) {
      if (!field(name).value().isEmpty() || field(name).error() != null) {
        return true;
      }
    }
    return false;
  }

  /// Whether the report of concern is to be answered, as far as the form says.
  public boolean mayNeedReport() {
    String exposed = field("exposed").value();
    return exposed.equals("yes")
        || exposed.equals("unknown")
        || used("report", "report_date", "report_time", "report_municipality", "report_reason");
  }
}
