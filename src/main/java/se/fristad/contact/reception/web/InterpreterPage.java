package se.fristad.contact.reception.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Described;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Shell;
import se.fristad.page.Tone;

/// The interpreter beside a booked time: what is needed, what is read aloud to the agency, and what
/// became of it.
///
/// @param when the booked time, in words
/// @param back the conversation
/// @param meeting which booked time
/// @param version what was seen; 0 when no interpreter is needed
/// @param state how far it has come; nothing when none is needed
/// @param refused why a step could not be taken
/// @param nearest free times near the booked one, when the interpreter is cancelled
/// @param order what is read aloud, and no more; empty when nothing is to be ordered
/// @param why why the agency is called, as a heading; nothing when it is not
/// @param rung the agency that is called about what was ordered from it
/// @param caller who rings it; that nobody has taken it
/// @param agencies those that have the language
/// @param noAgency what to do when none has
/// @param asked the wishes; empty when they cannot be changed now
/// @param number the agency's number of the interpreter, while it can be confirmed
/// @param nobodyClose what the agency answers for
/// @param steps the other steps, each by a press
public record InterpreterPage(
    Shell shell,
    String when,
    String back,
    String meeting,
    int version,
    @Nullable String state,
    Tone tone,
    @Nullable String refused,
    List<BookPanel.Slot> nearest,
    String id,
    List<Described> order,
    @Nullable String why,
    @Nullable Agency rung,
    @Nullable String caller,
    List<Agency> agencies,
    @Nullable String noAgency,
    List<SetUpForm.Asked> asked,
    @Nullable Field number,
    @Nullable Field nobodyClose,
    List<Option> steps) {
  /// Copies the lists.
  public InterpreterPage {
    nearest = List.copyOf(nearest);
    order = List.copyOf(order);
    agencies = List.copyOf(agencies);
    asked = List.copyOf(asked);
    steps = List.copyOf(steps);
  }

  /// The fields, for the summary of what is wrong.
  public List<Field> fields() {
    return asked.stream().map(SetUpForm.Asked::field).toList();
  }

  /// An agency of the register.
  public record Agency(String id, String name, String phone) {}
}
