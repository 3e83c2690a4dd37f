package se.fristad.centre;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.centre.Phrase.Audience;
import se.fristad.centre.Phrase.Shelf;

/// The phrases: those that come with the program, as staff have changed them, and those that staff
/// have added. Asked on the side of the caller.
@Component
public class Phrases {
  /// The languages in which the program brings its own.
  public static final List<String> SHIPPED_IN = List.of("sv", "latt", "en", "ar");

  private static final LocalDate REVIEW = LocalDate.of(2027, Month.FEBRUARY, 28);
  private static final Set<Audience> EVERYONE = EnumSet.allOf(Audience.class);
  private static final Set<Audience> WITHOUT_WORK = EnumSet.of(Audience.SUPPORT, Audience.CHANGE);

  /// To whom each of those that come with the program may be said, by number and in the order of a
  /// conversation.
  private static final Map<Integer, Set<Audience>> SHIPPED = shipped();

  private static Map<Integer, Set<Audience>> shipped() {
    Map<Integer, Set<Audience>> shipped = new LinkedHashMap<>();
    List<Set<Audience>> talk =
        List.of(
            EVERYONE, // 1 a person answers
            Set.of(Audience.SUPPORT), // 2 are you safe now
            Set.of(Audience.SUPPORT), // 3 can you write undisturbed
            EVERYONE, // 4 I am reading
            Set.of(Audience.SUPPORT), // 5 not your fault
            WITHOUT_WORK, // 6 what we must tell
            EVERYONE, // 7 come back with words
            WITHOUT_WORK, // 8 an interpreter
            EVERYONE, // 9 I ask a colleague
            Set.of(Audience.SUPPORT), // 10 protected housing
            Set.of(Audience.SUPPORT), // 11 welcome back
            WITHOUT_WORK, // 12 leave the page
            Set.of(Audience.CHANGE), // 13 good that you get in touch
            Set.of(Audience.CHANGE), // 14 is everybody safe now
            Set.of(Audience.PROFESSIONAL), // 15 no name
            Set.of(Audience.PROFESSIONAL)); // 16 your own duty to report
    for (int place = 0; place < talk.size(); place++) {
      shipped.put(Shelf.TALK.before() + 1 + place, talk.get(place));
    }
    // advice on safety is for one who is exposed, or worries: whoever uses violence is never told
    // how somebody gets away from it
    Map<Shelf, Integer> advice =
        Map.of(
            Shelf.NOW, 3,
            Shelf.DIGITAL, 5,
            Shelf.CHILDREN, 4,
            Shelf.LEAVING, 4,
            Shelf.PAPERS, 3,
            Shelf.ABROAD, 4);
    advice.forEach((shelf, pieces) -> {
      for (int place = 1; place <= pieces; place++) {
        shipped.put(shelf.before() + place, Set.of(Audience.SUPPORT));
      }
    });
    return shipped;
  }

  private final JdbcClient sql;

  Phrases(JdbcClient sql) {
    this.sql = sql;
  }

  /// The newest version of each in each language, also of those that are not in use; by number.
  public List<Phrase> all() {
    Map<String, Phrase> phrases = new LinkedHashMap<>();
    SHIPPED.forEach((number, audiences) -> {
      for (String language : SHIPPED_IN) {
        phrases.put(
            number + language,
            new Phrase(
                Phrase.id(number), number, language, 0, audiences, null, true, REVIEW, null, null));
      }
    });
    sql.sql("select * from centre.phrases()")
        .query((row, number) -> phrase(row))
        .list()
        .forEach(phrase -> phrases.put(phrase.number() + phrase.language(), phrase));
    return phrases.values().stream()
        .sorted(Comparator.comparingInt(Phrase::number).thenComparing(Phrase::language))
        .toList();
  }

  /// How one has been changed, the latest first.
  public List<Phrase> versions(int number, String language) {
    return sql.sql("select * from centre.phrase_versions(?, ?)")
        .params(number, language)
        .query((row, any) -> phrase(row))
        .list();
  }

  /// Adds a version; the phrase says which.
  ///
  /// @return false when somebody else has added this version first
  public boolean keep(Phrase phrase, Instant at, UUID by) {
    return sql.sql("select centre.keep_phrase(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            phrase.id(),
            phrase.number(),
            phrase.language(),
            phrase.version(),
            phrase.audiences().stream().map(Audience::code).sorted().toArray(String[]::new),
            Objects.requireNonNull(phrase.text()),
            phrase.inUse(),
            phrase.reviewBy(),
            Timestamp.from(at),
            by)
        .query(Boolean.class)
        .single();
  }

  /// The id of a phrase that is added.
  public static UUID id(int number) {
    return Phrase.id(number);
  }

  private static Phrase phrase(ResultSet row) throws SQLException {
    Timestamp at = row.getTimestamp("changed_at");
    return new Phrase(
        row.getObject("id", UUID.class),
        row.getInt("number"),
        row.getString("language"),
        row.getInt("version"),
        Stream.of((Object[]) row.getArray("audiences").getArray())
            .map(one -> Audience.of(one.toString()))
            .collect(Collectors.toUnmodifiableSet()),
        row.getString("text"),
        row.getBoolean("in_use"),
        row.getObject("review_by", LocalDate.class),
        at.toInstant(),
        row.getObject("changed_by", UUID.class));
  }
}
