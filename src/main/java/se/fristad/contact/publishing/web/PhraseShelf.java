package se.fristad.contact.publishing.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Shell;
import se.fristad.page.Table;

/// The prepared phrases in one language, each beside its Swedish.
///
/// @param done what has just been done
/// @param due how many are to be read through again, in any language
/// @param language which one is shown
/// @param shelf which shelf of them is
/// @param fresh where a new one is written
public record PhraseShelf(
    Shell shell,
    @Nullable String done,
    @Nullable String due,
    Field language,
    List<Option> languages,
    Field shelf,
    List<Option> shelves,
    String fresh,
    Table phrases) {
  /// Copies the lists.
  public PhraseShelf {
    languages = List.copyOf(languages);
    shelves = List.copyOf(shelves);
  }
}
