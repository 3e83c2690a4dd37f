package se.fristad.contact.inbox.web;

import java.util.List;
import se.fristad.page.Field;
import se.fristad.page.Option;

/// What of the inbox is shown. It stands in the page's address.
///
/// @param sort how the list is sorted, kept when it is filtered; empty as it always is
/// @param active whether something is left out
public record InboxFilter(
    Field about,
    List<Option> abouts,
    Field channel,
    List<Option> channels,
    Field language,
    List<Option> languages,
    Field owner,
    List<Option> owners,
    boolean danger,
    String sort,
    boolean descending,
    boolean active) {
  /// Copies the lists.
  public InboxFilter {
    abouts = List.copyOf(abouts);
    channels = List.copyOf(channels);
    languages = List.copyOf(languages);
    owners = List.copyOf(owners);
  }
}
