package se.fristad.casework.web;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Described;
import se.fristad.page.Field;
import se.fristad.page.Shell;

/// The card of somebody in danger, for the duty social service.
///
/// @param href its address
/// @param until until when it is seen, in a sentence
/// @param watches what the day asks for this night
/// @param shelter whether she is in a shelter, as it is known here
/// @param told what the shelter's own room says
/// @param decisions which decisions stand; empty when none does
/// @param acute where an acute protection is decided on; null in a child's file
/// @param words what the day is told
/// @param form minted with the form
/// @param said what was just handed over; null when nothing was
public record DutyCard(
    Shell shell,
    FileHead head,
    String href,
    String until,
    List<Described> watches,
    String shelter,
    List<Content> told,
    List<Described> decisions,
    @Nullable String acute,
    Field words,
    int most,
    String form,
    @Nullable String said) {
  /// Copies the lists.
  public DutyCard {
    watches = List.copyOf(watches);
    told = List.copyOf(told);
    decisions = List.copyOf(decisions);
  }
}
