package se.fristad.contact.reception.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Shell;
import se.fristad.page.Table;

/// A form of the reception's set-up: a room, hours, an absence, a group.
///
/// @param hidden what it carries
/// @param asked what it asks, in its order
/// @param above what stands already
/// @param ends what of it can be ended, each by a press
public record SetUpForm(
    Shell shell,
    String title,
    String lead,
    String back,
    String action,
    Map<String, String> hidden,
    List<Asked> asked,
    String submit,
    @Nullable Table above,
    List<SetUpPage.Gone> ends) {
  /// Copies the lists.
  public SetUpForm {
    hidden = Map.copyOf(hidden);
    asked = List.copyOf(asked);
    ends = List.copyOf(ends);
  }

  /// The fields, for the summary of what is wrong.
  public List<Field> fields() {
    return asked.stream().map(Asked::field).toList();
  }

  /// How a question is drawn.
  public enum Kind {
    /// A line.
    TEXT,
    /// A day.
    DATE,
    /// A time of day.
    TIME,
    /// One of a list.
    SELECT,
    /// One of a few.
    CHOICE,
    /// Some of a few.
    CHECKS
  }

  /// A question.
  public record Asked(Kind kind, Field field, List<Option> options, Set<String> chosen) {
    /// Copies the options.
    public Asked {
      options = List.copyOf(options);
      chosen = Set.copyOf(chosen);
    }
  }
}
