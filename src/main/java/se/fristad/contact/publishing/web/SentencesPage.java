package se.fristad.contact.publishing.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Paging;
import se.fristad.page.Shell;
import se.fristad.page.Tone;

/// The sentences of the public face in one language, each beside its Swedish.
///
/// @param done what has just been done
/// @param told how many are read, in words
/// @param code the language
/// @param tag HTML's `lang`
/// @param reading minted with the form
/// @param mayJudge whether this viewer notes that they were read
public record SentencesPage(
    Shell shell,
    @Nullable String done,
    String told,
    Field language,
    List<Option> languages,
    String code,
    String tag,
    String direction,
    String reading,
    int page,
    boolean mayJudge,
    Field keys,
    Set<String> ticked,
    Field reader,
    List<Option> readers,
    List<Sentence> sentences,
    Paging paging) {
  /// Copies the lists.
  public SentencesPage {
    languages = List.copyOf(languages);
    ticked = Set.copyOf(ticked);
    readers = List.copyOf(readers);
    sentences = List.copyOf(sentences);
  }

  /// A sentence.
  ///
  /// @param swedish the same in Swedish; null when it is Swedish
  /// @param state whether somebody has read it, in words
  public record Sentence(
      String key, String text, @Nullable String swedish, String state, Tone tone) {}
}
