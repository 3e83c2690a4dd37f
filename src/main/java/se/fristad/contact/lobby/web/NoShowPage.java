package se.fristad.contact.lobby.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Described;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Shell;

/// Somebody did not come: what may be done to find out, and what came of it.
///
/// @param rule how she may be reached, as it was agreed
/// @param advice what to do now
/// @param call where she is called as it was agreed; nothing when nobody may call now
/// @param ended what came of it; nothing yet
public record NoShowPage(
    Shell shell,
    String back,
    String meeting,
    String message,
    String lead,
    boolean danger,
    String advice,
    List<Described> rule,
    @Nullable String call,
    @Nullable String ended,
    Field outcome,
    List<Option> outcomes,
    @Nullable Field words) {
  /// Copies the lists.
  public NoShowPage {
    rule = List.copyOf(rule);
    outcomes = List.copyOf(outcomes);
  }
}
