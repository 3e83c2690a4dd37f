package se.fristad.contact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.centre.Phrase;
import se.fristad.centre.Phrase.Audience;
import se.fristad.centre.Phrase.Shelf;
import se.fristad.centre.Phrases;
import se.fristad.page.Language;
import se.fristad.page.TextCatalogue;
import se.fristad.vault.Sides;

/// The prepared phrases (*färdiga meningar*) as one who answers is offered them: in the language of
/// the page on which the person writes, each beside its Swedish, so that nobody sends what she
/// cannot read.
@StaffFace
@Component
public class Phrasebook {
  private final Phrases phrases;
  private final TextCatalogue catalogue;

  Phrasebook(Phrases phrases, TextCatalogue catalogue) {
    this.phrases = phrases;
    this.catalogue = catalogue;
  }

  /// A phrase as it is offered.
  ///
  /// @param shelf where it stands
  /// @param text in her language
  /// @param swedish the same in Swedish
  /// @param behind whether the Swedish was changed after this was written
  public record Offered(int number, Shelf shelf, String text, String swedish, boolean behind) {}

  /// What a queue's staff may say in a language, advice on safety not among it. A phrase whose
  /// Swedish is not in use is offered in no language.
  public List<Offered> offered(Queue queue, Language language) {
    return all(queue, language).stream().filter(one -> !one.shelf().advises()).toList();
  }

  /// The advice on safety that a queue's staff may give in a language, shelf by shelf.
  public List<Offered> advice(Queue queue, Language language) {
    return all(queue, language).stream().filter(one -> one.shelf().advises()).toList();
  }

  private List<Offered> all(Queue queue, Language language) {
    List<Phrase> all = Sides.on(queue.side(), phrases::all);
    Map<Integer, Phrase> swedish = new HashMap<>();
    all.stream()
        .filter(one -> one.language().equals(Language.SWEDISH.code()))
        .forEach(one -> swedish.put(one.number(), one));
    return all.stream()
        .filter(one -> one.language().equals(language.code()) && one.inUse())
        .flatMap(one ->
            Optional.ofNullable(swedish.get(one.number()))
                .filter(
                    original -> original.inUse() && original.audiences().contains(audience(queue)))
                .map(original ->
                    new Offered(
                        one.number(),
                        original.shelf(),
                        text(one),
                        text(original),
                        isBehind(one, original)))
                .stream())
        .toList();
  }

  /// The phrase or piece of advice of a number, if it is offered there.
  public Optional<Offered> offered(Queue queue, Language language, int number) {
    return all(queue, language).stream().filter(one -> one.number() == number).findFirst();
  }

  /// What a phrase says.
  public String text(Phrase phrase) {
    String text = phrase.text();
    return text != null
        ? text
        : catalogue.in(Language.of(phrase.language()).orElseThrow()).t(phrase.textKey());
  }

  /// Whether the Swedish has been changed since a phrase was written in its language.
  public static boolean isBehind(Phrase phrase, Phrase swedish) {
    var changed = swedish.at();
    var written = phrase.at();
    return changed != null
        && !phrase.language().equals(swedish.language())
        && (written == null || changed.isAfter(written));
  }

  private static Audience audience(Queue queue) {
    return switch (queue) {
      case SUPPORT -> Audience.SUPPORT;
      case CHANGE -> Audience.CHANGE;
      case PROFESSIONAL -> Audience.PROFESSIONAL;
    };
  }
}
