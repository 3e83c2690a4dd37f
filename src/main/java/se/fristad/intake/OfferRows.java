package se.fristad.intake;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.vault.WrappedKey;

/// The SQL of what was promised to those who declined.
@Component
class OfferRows {
  /// Not those that came out of a conversation with somebody whom the viewer knows.
  private static final String NOT_HIDDEN =
      " and id <> all (:held) and (thread is null or thread <> all (:hidden))";

  private static final String COLUMNS =
      "select id, thread, channel, due_on, made_by, tries, version, answer, answered_at from intake.offer";

  private final JdbcClient sql;

  OfferRows(JdbcClient sql) {
    this.sql = sql;
  }

  record Sealed(WrappedKey key, byte[] how) {}

  void insert(
      UUID id,
      UUID intake,
      @Nullable UUID thread,
      Offer.Channel channel,
      LocalDate due,
      UUID by,
      Instant at,
      WrappedKey key,
      byte[] sealed) {
    sql.sql(
            """
            insert into intake.offer (id, intake, thread, channel, due_on, made_by, made_at, sealed)
            values (:id, :intake, :thread, :channel, :due, :by, :at, :sealed)
            """)
        .param("id", id)
        .param("intake", intake)
        .param("thread", thread, Types.OTHER)
        .param("channel", channel.code())
        .param("due", Date.valueOf(due))
        .param("by", by)
        .param("at", Timestamp.from(at))
        .param("sealed", sealed)
        .update();
    sql.sql("insert into intake.data_key (id, kek, wrapped, offer) values (?, ?, ?, ?)")
        .params(id, key.kek(), key.bytes(), id)
        .update();
  }

  Optional<Offer.Row> find(UUID id) {
    return sql.sql(COLUMNS + " where id = ?").param(id).query(OfferRows::row).optional();
  }

  Optional<Offer.Row> lock(UUID id) {
    return sql.sql(COLUMNS + " where id = ? for update").param(id).query(OfferRows::row).optional();
  }

  Optional<Sealed> sealed(UUID id) {
    return sql.sql(
            "select k.kek, k.wrapped, o.sealed from intake.offer o join intake.data_key k on k.id = o.id where o.id = ?")
        .param(id)
        .query((row, number) ->
            new Sealed(new WrappedKey(row.getString(1), row.getBytes(2)), row.getBytes(3)))
        .optional();
  }

  /// A page of those that are to be kept, the first due on top.
  ///
  /// @param hidden what came out of meetings with people whom the viewer knows
  List<Offer.Row> unkept(NotHers.Hidden hidden, int most, int from) {
    return sql.sql(
            COLUMNS
                + " where answer is null"
                + NOT_HIDDEN
                + " order by due_on, made_at limit :most offset :from")
        .param("hidden", hidden.threadIds())
        .param("held", hidden.heldIds())
        .param("most", most)
        .param("from", from)
        .query(OfferRows::row)
        .list();
  }

  int count(NotHers.Hidden hidden) {
    return sql.sql("select count(*) from intake.offer where answer is null" + NOT_HIDDEN)
        .param("hidden", hidden.threadIds())
        .param("held", hidden.heldIds())
        .query(Integer.class)
        .single();
  }

  /// How many are due on a day or before it.
  int due(NotHers.Hidden hidden, LocalDate day) {
    return sql.sql(
            "select count(*) from intake.offer where answer is null and due_on <= :day"
                + NOT_HIDDEN)
        .param("hidden", hidden.threadIds())
        .param("held", hidden.heldIds())
        .param("day", Date.valueOf(day))
        .query(Integer.class)
        .single();
  }

  void answer(UUID id, Offer.Answer answer, UUID by, Instant at) {
    sql.sql(
            "update intake.offer set answer = ?, answered_by = ?, answered_at = ?, tries = tries + 1, version = version + 1 where id = ? and answer is null")
        .params(answer.code(), by, Timestamp.from(at), id)
        .update();
  }

  void again(UUID id, LocalDate due) {
    sql.sql(
            "update intake.offer set due_on = ?, tries = tries + 1, version = version + 1 where id = ? and answer is null")
        .params(Date.valueOf(due), id)
        .update();
  }

  List<UUID> over(Instant kept, LocalDate lost, int most) {
    return sql.sql(
            "select id from intake.offer where answered_at <= ? or (answer is null and due_on <= ?) order by made_at limit ?")
        .params(Timestamp.from(kept), Date.valueOf(lost), most)
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  void destroy(UUID id) {
    sql.sql("delete from intake.offer where id = ?").param(id).update();
  }

  List<UUID> threads() {
    return sql.sql("select distinct thread from intake.offer where thread is not null")
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  int forgetGone(Collection<UUID> threads) {
    return sql.sql("update intake.offer set thread = null where thread = any (?)")
        .param(threads.toArray(UUID[]::new))
        .update();
  }

  private static Offer.Row row(ResultSet row, int number) throws SQLException {
    String answer = row.getString(8);
    Timestamp answered = row.getTimestamp(9);
    return new Offer.Row(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        Offer.Channel.of(row.getString(3)).orElseThrow(),
        row.getDate(4).toLocalDate(),
        row.getObject(5, UUID.class),
        row.getInt(6),
        row.getInt(7),
        answer == null ? null : Offer.Answer.of(answer).orElseThrow(),
        answered == null ? null : answered.toInstant());
  }
}
