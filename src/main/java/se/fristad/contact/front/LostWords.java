package se.fristad.contact.front;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.contact.PhraseWords;
import se.fristad.contact.Queue;
import se.fristad.contact.Recognition;
import se.fristad.contact.Wake;
import se.fristad.outgoing.CodeWords;
import se.fristad.page.PlainText;
import se.fristad.page.TypedForm;
import se.fristad.vault.Argon2;
import se.fristad.vault.Confidential;
import se.fristad.vault.DataKey;
import se.fristad.vault.PhraseKeys;

/// The person's part of lost words: the question she leaves beforehand, the new words that two of
/// us have said yes to, and the stop by the one who still has the old ones.
///
/// The new words are drawn here, on the node that shows them to her, and nowhere else: what leaves
/// this class for the database is their lookup and the conversation's key wrapped under them.
@PublicOnly
@Component
public class LostWords {
  /// The longest question, and the longest answer.
  public static final int MOST = 200;

  /// The shortest answer, without spaces: shorter ones are guessed.
  public static final int LEAST = 4;

  /// The names of her form's fields.
  public static final java.util.Set<String> FIELDS = java.util.Set.of("question", "answer");

  private static final SecureRandom RANDOM = new SecureRandom();
  private final Doors doors;
  private final CodeWords words;
  private final PhraseKeys phraseKeys;
  private final Wake wake;

  LostWords(Doors doors, CodeWords words, PhraseKeys phraseKeys, Wake wake) {
    this.doors = doors;
    this.words = words;
    this.phraseKeys = phraseKeys;
    this.wake = wake;
  }

  /// What became of a question.
  public sealed interface Asked {
    /// It is kept.
    record Kept() implements Asked {}

    /// Something is wrong: for each field the key of the sentence beside it.
    record Unfit(Map<String, String> wrong) implements Asked {}

    /// The visit has ended, and nothing was kept.
    record Gone() implements Asked {}
  }

  /// Keeps a question that only she can answer, in place of an earlier one.
  public Asked ask(Queue queue, VisitToken token, TypedForm typed) {
    Optional<Doors.Visited> visited = doors.visited(queue, token.hash());
    if (visited.isEmpty()) {
      return new Asked.Gone();
    }
    Map<String, String> wrong = wrong(typed);
    if (!wrong.isEmpty()) {
      return new Asked.Unfit(wrong);
    }
    Optional<String> kept = words.kept(Argon2.Lane.PUBLIC, Confidential.of(typed.value("answer")));
    if (kept.isEmpty()) {
      return new Asked.Unfit(Map.of("answer", "recognise.busy"));
    }
    UUID thread = visited.get().thread();
    Recognition recognition = new Recognition(Confidential.of(typed.value("question")), kept.get());
    try (DataKey visit = token.key();
        DataKey key = visit.unwrap(visited.get().wrapped(), thread.toString())) {
      // another page of hers may write at the same moment: then once more, over what it wrote
      for (int attempt = 0; attempt < 3; attempt++) {
        int version = doors.recognition(queue, token.hash()) + 1;
        byte[] sealed = key.seal(Recognition.place(thread, version), recognition.sealable());
        switch (doors.recognise(queue, token.hash(), version, sealed)) {
          case "ok" -> {
            return new Asked.Kept();
          }
          case "gone" -> {
            return new Asked.Gone();
          }
          case "wait" -> {
            return new Asked.Unfit(Map.of("question", "recognise.wait"));
          }
          default -> {}
        }
      }
    }
    return new Asked.Unfit(Map.of("question", "recognise.busy"));
  }

  private static Map<String, String> wrong(TypedForm typed) {
    Map<String, String> wrong = new LinkedHashMap<>();
    String question = typed.value("question").strip();
    String answer = folded(typed.value("answer"));
    if (question.isEmpty()) {
      wrong.put("question", "recognise.question.empty");
    } else if (PlainText.length(question) > MOST) {
      wrong.put("question", "recognise.long");
    }
    if (answer.isEmpty()) {
      wrong.put("answer", "recognise.answer.empty");
    } else if (PlainText.length(typed.value("answer")) > MOST) {
      wrong.put("answer", "recognise.long");
    } else if (answer.codePointCount(0, answer.length()) < LEAST) {
      wrong.put("answer", "recognise.answer.short");
    } else if (folded(question).contains(answer)) {
      wrong.put("answer", "recognise.answer.told");
    }
    return wrong;
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "");
  }

  /// Takes the new words that two of us have said yes to, in the page where they were asked for.
  ///
  /// @param language in which they are drawn
  public PhraseSet take(Queue queue, VisitToken token, String language) {
    Optional<Doors.Visited> visited = doors.visited(queue, token.hash());
    Optional<Doors.WayBack> old =
        visited.isEmpty() ? Optional.empty() : doors.newWords(queue, token.hash());
    if (visited.isEmpty() || old.isEmpty()) {
      return new PhraseSet.Gone();
    }
    UUID fresh = visited.get().thread();
    UUID thread = old.get().thread();
    try (DataKey visit = token.key();
        DataKey here = visit.unwrap(visited.get().wrapped(), fresh.toString());
        DataKey key = here.unwrap(old.get().wrapped(), Recognition.handover(thread))) {
      while (true) {
        Confidential drawn = Confidential.of(PhraseWords.draw(language, RANDOM));
        @Nullable PhraseSet set = set(queue, token, thread, key, drawn);
        if (set != null) {
          return set;
        }
      }
    }
  }

  /// Null when others have drawn the same words.
  private @Nullable PhraseSet set(
      Queue queue, VisitToken token, UUID thread, DataKey key, Confidential drawn) {
    return switch (phraseKeys.derive(Confidential.of(PhraseWords.normalise(drawn.reveal())))) {
      case PhraseKeys.Derived.Busy _ -> new PhraseSet.Busy();
      case PhraseKeys.Derived.Ready(byte[] lookup, DataKey phraseKey) -> {
        try (phraseKey) {
          String answer =
              doors.takeWords(
                  queue,
                  token.hash(),
                  thread,
                  PhraseKeys.SCHEME,
                  lookup,
                  phraseKey.wrap(key, thread.toString()));
          wake.ring();
          yield switch (answer) {
            case "ok" -> new PhraseSet.Set(drawn);
            case "taken" -> null;
            default -> new PhraseSet.Gone();
          };
        }
      }
    };
  }

  /// The one who has the old words says that it was not she who asked for new ones.
  public Stopped stop(Queue queue, VisitToken token) {
    String answer = doors.stopWords(queue, token.hash());
    wake.ring();
    return switch (answer) {
      case "ok" -> Stopped.STOPPED;
      case "none" -> Stopped.NOTHING;
      default -> Stopped.GONE;
    };
  }

  /// What became of a stop.
  public enum Stopped {
    /// New words do not work, and the old ones do.
    STOPPED,
    /// Nobody had asked.
    NOTHING,
    /// The visit has ended, or it was opened by the new words.
    GONE
  }

  /// She writes just now: those who have the conversation open see it for some seconds.
  public void typing(Queue queue, VisitToken token) {
    doors.typing(queue, token.hash());
  }
}
