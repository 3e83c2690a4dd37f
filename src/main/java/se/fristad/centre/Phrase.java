package se.fristad.centre;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A phrase that staff have ready for those who write (*färdig mening*), in one language, in one
/// version.
///
/// @param id of the phrase in all its languages
/// @param number its place, and by it its [Shelf]
/// @param language the code of its language
/// @param version how often this language's text has been changed; 0 for one that came with the
///   program
/// @param audiences at whose doors it may be said; the Swedish version decides
/// @param text what is said; null for one that nobody has changed: its text stands in the message
///   files under [#textKey]
/// @param inUse whether it is offered
/// @param reviewBy by when somebody reads it through again
/// @param at when this version was made; null for one that came with the program
/// @param by by whom
public record Phrase(
    UUID id,
    int number,
    String language,
    int version,
    Set<Audience> audiences,
    @Nullable String text,
    boolean inUse,
    LocalDate reviewBy,
    @Nullable Instant at,
    @Nullable UUID by) {
  /// The longest text, in Unicode code points: a phrase is a sentence or two.
  public static final int MOST = 500;

  /// Copies the audiences.
  public Phrase {
    audiences = Set.copyOf(audiences);
  }

  /// On which shelf a phrase stands. Its number says which, as the numbers of books in a library
  /// do: so advice on safety is written, translated, reviewed and kept as every other phrase is.
  public enum Shelf {
    /// What is said in a conversation.
    TALK(1, 200),
    /// Advice on safety: when it gets dangerous.
    NOW(201, 299),
    /// Advice on safety: telephone, computer, accounts, whereabouts.
    DIGITAL(301, 399),
    /// Advice on safety: the children.
    CHILDREN(401, 499),
    /// Advice on safety: to be able to leave.
    LEAVING(501, 599),
    /// Advice on safety: papers and money.
    PAPERS(601, 699),
    /// Advice on safety: honour, and journeys abroad.
    ABROAD(701, 799);

    private final int first;
    private final int last;

    Shelf(int first, int last) {
      this.first = first;
      this.last = last;
    }

    /// As it stands in an address and in the keys of the texts.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it holds advice on safety.
    public boolean advises() {
      return this != TALK;
    }

    /// Whether a number belongs to it.
    public boolean holds(int number) {
      return number >= first && number <= last;
    }

    /// The number before its first.
    public int before() {
      return first - 1;
    }

    /// The shelf of a code.
    public static Optional<Shelf> of(String code) {
      return Stream.of(values()).filter(shelf -> shelf.code().equals(code)).findFirst();
    }
  }

  /// On which shelf it stands.
  public Shelf shelf() {
    return Stream.of(Shelf.values())
        .filter(shelf -> shelf.holds(number))
        .findFirst()
        .orElse(Shelf.TALK);
  }

  /// To whom a phrase may be said. What comforts one who is exposed to violence must never be said
  /// to one who uses it.
  public enum Audience {
    /// Those who are exposed, and those who worry about somebody.
    SUPPORT,
    /// Those who use violence and want to stop.
    CHANGE,
    /// Those who meet violence in their work.
    PROFESSIONAL;

    /// As it stands in the table.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Audience of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /// Where the text of one that came with the program stands in the message files.
  public String textKey() {
    return "centre.phrase." + number;
  }

  /// Whether the day to read it through has passed.
  public boolean isDueForReview(LocalDate today) {
    return inUse && today.isAfter(reviewBy);
  }

  static UUID id(int number) {
    return UUID.nameUUIDFromBytes(("fristad/phrase/" + number).getBytes(StandardCharsets.US_ASCII));
  }
}
