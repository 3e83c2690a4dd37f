package se.fristad.contact.front;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.centre.KeptHours;
import se.fristad.contact.Entrance;
import se.fristad.contact.Queue;
import se.fristad.contact.ReminderTimes;
import se.fristad.contact.reception.Errand;
import se.fristad.contact.reception.FreeTimes;
import se.fristad.contact.reception.Plan;
import se.fristad.contact.reception.Way;
import se.fristad.vault.WrappedKey;

/// The SQL of the doors: the only statements that the public face ever sends.
@PublicOnly
@Component
class Doors {
  private final JdbcClient sql;

  Doors(JdbcClient sql) {
    this.sql = sql;
  }

  /// @param seq the place of the words, and
  /// @param at their moment, when they are kept
  record Answer(String answer, @Nullable Integer seq, @Nullable Instant at, boolean hasPhrase) {
    static Answer of(ResultSet row) throws SQLException {
      Timestamp at = row.getTimestamp(3);
      return new Answer(
          row.getString(1),
          (Integer) row.getObject(2),
          at == null ? null : at.toInstant(),
          row.getBoolean(4));
    }
  }

  record Visited(
      UUID thread,
      byte[] wrapped,
      int lastSeq,
      boolean script,
      boolean hasPhrase,
      boolean closed,
      Signs signs) {}

  record Signed(String tokenHash, Signs signs) {}

  record Sealed(
      String tokenHash,
      UUID thread,
      int seq,
      UUID clientId,
      boolean fromPerson,
      Instant at,
      byte[] sealed) {}

  record WayBack(UUID thread, byte[] wrapped) {}

  @SuppressWarnings("TooManyParameters")
  Answer begin(
      Entrance entrance,
      UUID thread,
      WrappedKey key,
      byte[] tokenHash,
      byte[] visitWrapped,
      String language,
      boolean script,
      UUID clientId,
      byte[] sealed) {
    return sql.sql(
            "select answer, seq, at, false from "
                + entrance.queue().door()
                + ".begin_at(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            entrance.code(),
            thread,
            key.kek(),
            key.bytes(),
            tokenHash,
            visitWrapped,
            language,
            script,
            clientId,
            sealed)
        .query((row, number) -> Answer.of(row))
        .single();
  }

  Optional<Visited> visited(Queue queue, byte[] tokenHash) {
    return sql.sql(
            "select thread, wrapped, last_seq, script, has_phrase, state, typing, new_words, lost, call from "
                + queue.door()
                + ".visited(?)")
        .param(tokenHash)
        .query((row, number) ->
            new Visited(
                row.getObject(1, UUID.class),
                row.getBytes(2),
                row.getInt(3),
                row.getBoolean(4),
                row.getBoolean(5),
                "closed".equals(row.getString(6)),
                new Signs(
                    row.getBoolean(7),
                    row.getBoolean(8),
                    Signs.Lost.of(row.getString(9)),
                    Signs.Call.of(row.getString(10)))))
        .optional();
  }

  Answer say(Queue queue, byte[] tokenHash, UUID clientId, byte[] sealed) {
    return sql.sql("select answer, seq, at, has_phrase from " + queue.door() + ".say(?, ?, ?)")
        .params(tokenHash, clientId, sealed)
        .query((row, number) -> Answer.of(row))
        .single();
  }

  List<Sealed> newer(Queue queue, byte[][] tokenHashes, Integer[] after) {
    return sql.sql(
            "select encode(token_hash, 'hex'), thread, seq, client_id, sender, at, sealed from "
                + queue.door()
                + ".newer(?, ?)")
        .params(tokenHashes, after)
        .query((row, number) -> {
          Timestamp at = row.getTimestamp(6);
          return new Sealed(
              row.getString(1),
              row.getObject(2, UUID.class),
              row.getInt(3),
              row.getObject(4, UUID.class),
              "person".equals(row.getString(5)),
              at.toInstant(),
              row.getBytes(7));
        })
        .list();
  }

  /// What many open pages are to be told beside their words; those of which nothing is to be told
  /// are left out.
  List<Signed> signs(Queue queue, byte[][] tokenHashes) {
    return sql.sql(
            "select encode(token_hash, 'hex'), typing, new_words, lost, call from "
                + queue.door()
                + ".signs(?)")
        .params(new Object[] {tokenHashes})
        .query((row, number) ->
            new Signed(
                row.getString(1),
                new Signs(
                    row.getBoolean(2),
                    row.getBoolean(3),
                    Signs.Lost.of(row.getString(4)),
                    Signs.Call.of(row.getString(5)))))
        .list();
  }

  void typing(Queue queue, byte[] tokenHash) {
    call(queue, "typing", tokenHash);
  }

  /// The version of her question; 0 when she has none.
  int recognition(Queue queue, byte[] tokenHash) {
    return sql.sql("select coalesce(" + queue.door() + ".recognition(?), 0)")
        .param(tokenHash)
        .query(Integer.class)
        .single();
  }

  String recognise(Queue queue, byte[] tokenHash, int version, byte[] sealed) {
    return sql.sql("select " + queue.door() + ".recognise(?, ?, ?)")
        .params(tokenHash, version, sealed)
        .query((row, number) -> row.getString(1))
        .single();
  }

  /// The old thread and its key under the key of the one that the page shows.
  Optional<WayBack> newWords(Queue queue, byte[] tokenHash) {
    return sql.sql("select thread, wrapped from " + queue.door() + ".new_words(?)")
        .param(tokenHash)
        .query((row, number) -> new WayBack(row.getObject(1, UUID.class), row.getBytes(2)))
        .optional();
  }

  String takeWords(
      Queue queue, byte[] tokenHash, UUID thread, int scheme, byte[] lookup, byte[] wrapped) {
    return sql.sql("select " + queue.door() + ".take_words(?, ?, ?, ?, ?)")
        .params(tokenHash, thread, scheme, lookup, wrapped)
        .query((row, number) -> row.getString(1))
        .single();
  }

  String stopWords(Queue queue, byte[] tokenHash) {
    return sql.sql("select " + queue.door() + ".stop_words(?)")
        .param(tokenHash)
        .query((row, number) -> row.getString(1))
        .single();
  }

  List<String> alive(Queue queue, byte[][] tokenHashes) {
    return sql.sql("select encode(alive, 'hex') from " + queue.door() + ".alive(?)")
        .params(new Object[] {tokenHashes})
        .query((row, number) -> row.getString(1))
        .list();
  }

  String setPhrase(Queue queue, byte[] tokenHash, int scheme, byte[] lookup, byte[] wrapped) {
    return sql.sql("select " + queue.door() + ".set_phrase(?, ?, ?, ?)")
        .params(tokenHash, scheme, lookup, wrapped)
        .query((row, number) -> row.getString(1))
        .single();
  }

  Optional<WayBack> openByPhrase(Queue queue, byte[] lookup) {
    return sql.sql("select thread, wrapped from " + queue.door() + ".open_by_phrase(?)")
        .param(lookup)
        .query((row, number) -> new WayBack(row.getObject(1, UUID.class), row.getBytes(2)))
        .optional();
  }

  Optional<WayBack> visitKey(Queue queue, byte[] tokenHash) {
    return sql.sql("select thread, wrapped from " + queue.door() + ".visit_key(?)")
        .param(tokenHash)
        .query((row, number) -> new WayBack(row.getObject(1, UUID.class), row.getBytes(2)))
        .optional();
  }

  int returnByPhrase(
      Queue queue, byte[] lookup, byte[] tokenHash, byte[] visitWrapped, boolean script) {
    return sql.sql("select " + queue.door() + ".return_by_phrase(?, ?, ?, ?)")
        .params(lookup, tokenHash, visitWrapped, script)
        .query(Integer.class)
        .single();
  }

  void fade(Queue queue, byte[] tokenHash) {
    call(queue, "fade", tokenHash);
  }

  void end(Queue queue, byte[] tokenHash) {
    call(queue, "leave", tokenHash);
  }

  boolean destroy(Queue queue, byte[] tokenHash) {
    return sql.sql("select " + queue.door() + ".destroy(?)")
        .param(tokenHash)
        .query(Boolean.class)
        .single();
  }

  record Said(@Nullable Integer version, byte @Nullable [] sealed) {}

  /// What she has said before of how she is reached; nothing when she has said nothing.
  Said reach(Queue queue, byte[] tokenHash) {
    return sql.sql("select version, sealed from " + queue.door() + ".reach(?)")
        .param(tokenHash)
        .query((row, number) -> new Said((Integer) row.getObject(1), row.getBytes(2)))
        .optional()
        .orElse(new Said(null, null));
  }

  String wishCall(
      Queue queue, byte[] tokenHash, int version, byte[] sealed, Instant from, Instant until) {
    return sql.sql("select " + queue.door() + ".wish_call(?, ?, ?, ?, ?)")
        .params(tokenHash, version, sealed, Timestamp.from(from), Timestamp.from(until))
        .query((row, number) -> row.getString(1))
        .single();
  }

  String unwishCall(Queue queue, byte[] tokenHash) {
    return sql.sql("select " + queue.door() + ".unwish_call(?)")
        .param(tokenHash)
        .query((row, number) -> row.getString(1))
        .single();
  }

  String attach(Queue queue, byte[] tokenHash, UUID id, UUID clientId, String kind, byte[] sealed) {
    return sql.sql("select " + queue.door() + ".attach(?, ?, ?, ?, ?)")
        .params(tokenHash, id, clientId, kind, sealed)
        .query((row, number) -> row.getString(1))
        .single();
  }

  /// What free times are reckoned from, for one open visit; nothing when it has ended. Her own time
  /// is free in it.
  ///
  /// @param anybody whether it is also with those who do not know what her door asks for
  Plan slots(Queue queue, byte[] tokenHash, Instant from, Instant until, boolean anybody) {
    List<Plan.Hours> hours = new ArrayList<>();
    List<Plan.Hours> held = new ArrayList<>();
    List<Plan.Place> rooms = new ArrayList<>();
    List<Plan.Taken> taken = new ArrayList<>();
    List<Plan.Near> near = new ArrayList<>();
    sql.sql(
            "select what, id, room, kind, weekday, starts, ends, minutes, ways, speaks, house, valid_from, valid_until, begins, finishes from "
                + queue.door()
                + ".free_from(?, ?, ?, ?)")
        .params(tokenHash, Timestamp.from(from), Timestamp.from(until), anybody)
        .query(row -> {
          switch (row.getString(1)) {
            case "hours" -> {
              Plan.Hours one = hours(row);
              hours.add(one);
              if (one.room() != null) {
                held.add(one);
              }
            }
            case "held" -> held.add(hours(row));
            case "room" -> rooms.add(new Plan.Place(row.getObject(2, UUID.class), row.getInt(11)));
            case "near" -> {
              int house = row.getInt(11);
              each(row, (begins, ends) -> near.add(new Plan.Near(house, begins, ends)));
            }
            default -> {
              UUID what = row.getObject(2, UUID.class);
              boolean away = "away".equals(row.getString(4));
              each(row, (begins, ends) -> taken.add(new Plan.Taken(what, begins, ends, away)));
            }
          }
        });
    return new Plan(hours, held, rooms, taken, near);
  }

  /// The beginnings of a row and the ends that belong to them.
  private static void each(ResultSet row, BiConsumer<Instant, Instant> span) throws SQLException {
    Long[] begins = (Long[]) row.getArray(14).getArray();
    Long[] ends = (Long[]) row.getArray(15).getArray();
    for (int at = 0; at < begins.length; at++) {
      span.accept(Instant.ofEpochSecond(begins[at]), Instant.ofEpochSecond(ends[at]));
    }
  }

  private static Plan.Hours hours(ResultSet row) throws SQLException {
    Array speaks = row.getArray(10);
    return new Plan.Hours(
        row.getObject(2, UUID.class),
        "acute".equals(row.getString(4)),
        DayOfWeek.of(row.getInt(5)),
        row.getObject(6, LocalTime.class),
        row.getObject(7, LocalTime.class),
        row.getInt(8),
        Arrays.stream((String[]) row.getArray(9).getArray())
            .map(code -> Way.of(code).orElseThrow())
            .collect(Collectors.toSet()),
        speaks == null ? Set.of() : Set.of((String[]) speaks.getArray()),
        Set.of(),
        row.getObject(3, UUID.class),
        row.getObject(12, LocalDate.class),
        row.getObject(13, LocalDate.class));
  }

  /// A time was refused once more, in the words of an occupied one; or one was given.
  void refused(Queue queue, byte[] tokenHash, boolean again) {
    sql.sql("select " + queue.door() + ".refused(?, ?)")
        .params(tokenHash, again)
        .query((row, number) -> again)
        .list();
  }

  /// The times for which the whole reception of a queue is closed and which are not over.
  List<KeptHours.Closure> closures(Queue queue, Instant now) {
    return sql.sql("select from_at, until_at from " + queue.door() + ".closures(?)")
        .param(Timestamp.from(now))
        .query((row, number) ->
            new KeptHours.Closure(row.getTimestamp(1).toInstant(), row.getTimestamp(2).toInstant()))
        .list();
  }

  /// For each span, whether somebody is in a house within it: yes or no, and nothing else.
  List<Boolean> occupied(Queue queue, int house, List<FreeTimes.Span> spans) {
    return sql.sql("select unnest(" + queue.door() + ".occupied(?, ?, ?))")
        .params(
            house,
            spans.stream().map(span -> Timestamp.from(span.from())).toArray(Timestamp[]::new),
            spans.stream().map(span -> Timestamp.from(span.until())).toArray(Timestamp[]::new))
        .query((row, number) -> row.getBoolean(1))
        .list();
  }

  String book(
      Queue queue,
      byte[] tokenHash,
      UUID id,
      @Nullable UUID before,
      FreeTimes.Time time,
      FreeTimes.Choice choice,
      @Nullable Errand errand,
      Duration apart) {
    Plan.Place place = choice.place();
    return sql.sql(
            "select "
                + queue.door()
                + ".book(?, ?, ?::uuid, ?, ?, ?, ?::uuid, ?, ?, make_interval(mins => ?), ?)")
        .params(
            Arrays.asList(
                tokenHash,
                id,
                before,
                time.acute() ? "acute" : "ordinary",
                time.way().code(),
                choice.worker(),
                place == null ? null : place.room(),
                Timestamp.from(time.from()),
                Timestamp.from(time.until()),
                Math.toIntExact(apart.toMinutes()),
                errand == null ? null : errand.code()))
        .query((row, number) -> row.getString(1))
        .single();
  }

  /// A time of hers, and its link as it is sealed.
  record Booked(TimesToBook.Had had, byte @Nullable [] link, int linkVersion) {}

  List<Booked> booked(Queue queue, byte[] tokenHash) {
    return sql.sql(
            "select id, way, coalesce(house, 0), kind, from_at, until_at, state, reminder, remind_from, remind_until, link, link_version, errand from "
                + queue.door()
                + ".booked(?)")
        .param(tokenHash)
        .query((row, number) ->
            new Booked(
                new TimesToBook.Had(
                    row.getObject(1, UUID.class),
                    Way.of(row.getString(2)).orElseThrow(),
                    row.getInt(3),
                    "group".equals(row.getString(4)),
                    row.getTimestamp(5).toInstant(),
                    row.getTimestamp(6).toInstant(),
                    "cancelled".equals(row.getString(7)),
                    nudge(row),
                    null,
                    Optional.ofNullable(row.getString(13)).flatMap(Errand::of).orElse(null)),
                row.getBytes(11),
                row.getInt(12)))
        .list();
  }

  private static TimesToBook.@Nullable Nudge nudge(ResultSet row) throws SQLException {
    String state = row.getString(8);
    return state == null
        ? null
        : new TimesToBook.Nudge(
            state, row.getTimestamp(9).toInstant(), row.getTimestamp(10).toInstant());
  }

  /// She wants to be reminded; with it all that she has said, sealed, when she gives a number.
  String remind(
      Queue queue,
      byte[] tokenHash,
      UUID meeting,
      Instant meets,
      ReminderTimes.Window window,
      int version,
      byte @Nullable [] sealed) {
    return sql.sql("select " + queue.door() + ".remind(?, ?, ?, ?, ?, ?, ?)")
        .params(
            Arrays.asList(
                tokenHash,
                meeting,
                Timestamp.from(meets),
                Timestamp.from(window.from()),
                Timestamp.from(window.until()),
                version,
                sealed))
        .query((row, number) -> row.getString(1))
        .single();
  }

  String unremind(Queue queue, byte[] tokenHash) {
    return sql.sql("select " + queue.door() + ".unremind(?)")
        .params(new Object[] {tokenHash})
        .query((row, number) -> row.getString(1))
        .single();
  }

  String unbook(Queue queue, byte[] tokenHash, UUID meeting) {
    return sql.sql("select " + queue.door() + ".unbook(?, ?)")
        .params(tokenHash, meeting)
        .query((row, number) -> row.getString(1))
        .single();
  }

  private void call(Queue queue, String function, byte[] tokenHash) {
    sql.sql("select " + queue.door() + "." + function + "(?)")
        .param(tokenHash)
        .query((row, number) -> true)
        .list();
  }
}
