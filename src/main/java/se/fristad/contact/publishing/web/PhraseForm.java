package se.fristad.contact.publishing.web;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Shell;
import se.fristad.page.Table;

/// The form of a prepared phrase.
///
/// @param number 0 for a new one
/// @param language the code of its language
/// @param shelf the code of the shelf on which it stands
/// @param shelfField which shelf; only of a new one
/// @param refused why nothing was kept, when it is about no single field
/// @param swedish what it says in Swedish; null when this is the Swedish
/// @param behind whether the Swedish was changed after this was written
/// @param audiences to whom it may be said; only the Swedish asks
public record PhraseForm(
    Shell shell,
    String title,
    int number,
    String language,
    String tag,
    String direction,
    String shelf,
    @Nullable Field shelfField,
    List<Option> shelves,
    int version,
    @Nullable String refused,
    @Nullable String swedish,
    boolean behind,
    Field text,
    @Nullable Field audiences,
    List<Option> audienceOptions,
    Set<String> chosen,
    Field inUse,
    List<Option> inUseOptions,
    Field reviewBy,
    Table versions) {
  /// Copies the lists.
  public PhraseForm {
    shelves = List.copyOf(shelves);
    audienceOptions = List.copyOf(audienceOptions);
    chosen = Set.copyOf(chosen);
    inUseOptions = List.copyOf(inUseOptions);
  }

  /// All fields, for the summary of what is wrong.
  public List<Field> fields() {
    return Stream.of(shelfField, text, audiences, inUse, reviewBy)
        .filter(Objects::nonNull)
        .toList();
  }

  /// Where one goes back to.
  public String back() {
    return "/staff/public/phrases?language=" + language + on(shelf);
  }

  /// What an address says of a shelf; nothing of the first.
  public static String on(String shelf) {
    return shelf.equals("talk") ? "" : "&shelf=" + shelf;
  }
}
