package se.fristad.intake.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Shell;

/// A promise to ask again.
///
/// @param when when it is due, and how often it was tried
/// @param how how she can be reached without danger
/// @param conversation where she is asked; null when there is no conversation any more
/// @param open whether this viewer may note what became of it
/// @param answered what became of it; null while it is to be kept
public record OfferPage(
    Shell shell,
    String href,
    int version,
    @Nullable String obstacle,
    String when,
    String channel,
    String how,
    @Nullable String conversation,
    boolean open,
    @Nullable String answered,
    Field answer,
    List<Option> answers,
    Field again,
    Field safe) {
  /// Copies the list.
  public OfferPage {
    answers = List.copyOf(answers);
  }
}
