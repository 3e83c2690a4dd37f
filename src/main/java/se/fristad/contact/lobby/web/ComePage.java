package se.fristad.contact.lobby.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Shell;

/// Somebody has come: which card, with whom, in which language. Everything has an answer
/// beforehand, so that one key is enough.
///
/// @param id minted with the form: sent twice it is one person
/// @param houses the houses to choose among; empty where there is one, or the time says which
/// @param refused why she was not written down, when it is about no field
public record ComePage(
    Shell shell,
    String back,
    String queue,
    String id,
    @Nullable String refused,
    Field meeting,
    List<Option> meetings,
    Field sign,
    List<Option> signs,
    Field children,
    Field language,
    List<Option> languages,
    Field interpreter,
    List<Option> interpreters,
    Field house,
    List<Option> houses) {
  /// Copies the lists.
  public ComePage {
    meetings = List.copyOf(meetings);
    signs = List.copyOf(signs);
    languages = List.copyOf(languages);
    interpreters = List.copyOf(interpreters);
    houses = List.copyOf(houses);
  }
}
