package se.fristad.contact.inbox.web;

import java.util.List;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Shell;

/// The quick log of a call or a walk-in.
///
/// @param id minted with the form: sent twice it is one call
/// @param lead what belongs here, and what does not
public record CallLogPage(
    Shell shell,
    String id,
    Field channel,
    List<Option> channels,
    Field about,
    List<Option> abouts,
    Field danger,
    List<Option> dangers,
    Field note,
    Field language,
    List<Option> languages,
    String lead) {
  /// Copies the lists.
  public CallLogPage {
    channels = List.copyOf(channels);
    abouts = List.copyOf(abouts);
    dangers = List.copyOf(dangers);
    languages = List.copyOf(languages);
  }
}
