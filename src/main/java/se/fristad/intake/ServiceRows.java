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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.vault.WrappedKey;

/// The SQL of kinds of support, the board's decisions on them, and series of support.
@Component
class ServiceRows {
  private static final String COLUMNS =
      "select id, service_type, thread, named, begun_by, begun_at, sessions, last_on, told, ended_at, version from intake.service";

  private final JdbcClient sql;

  ServiceRows(JdbcClient sql) {
    this.sql = sql;
  }

  record Sealed(WrappedKey key, byte[] form) {}

  /// Every kind, those still given first, each with what the board has decided, the latest first.
  List<ServiceType> types() {
    Map<UUID, List<BoardDecision>> decisions =
        sql
            .sql(
                """
                select service_type, id, paragraph, decided_on, valid_from, valid_until, diary, reasons
                  from intake.board_decision order by valid_from desc, written_at desc
                """)
            .query((row, number) -> Map.entry(row.getObject(1, UUID.class), decision(row)))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return sql.sql(
            "select id, name, level, ended_at is null from intake.service_type order by ended_at is not null, level, made_at")
        .query((row, number) -> {
          UUID id = row.getObject(1, UUID.class);
          return new ServiceType(
              id,
              row.getString(2),
              row.getInt(3),
              row.getBoolean(4),
              decisions.getOrDefault(id, List.of()));
        })
        .list();
  }

  Optional<ServiceType> type(UUID id) {
    return types().stream().filter(type -> type.id().equals(id)).findFirst();
  }

  boolean insertType(UUID id, String name, int level, UUID by, Instant at) {
    return sql.sql(
                """
                insert into intake.service_type (id, name, level, made_by, made_at)
                values (?, ?, ?, ?, ?) on conflict (id) do nothing
                """)
            .params(id, name, level, by, Timestamp.from(at))
            .update()
        == 1;
  }

  Optional<UUID> lockType(UUID id) {
    return sql.sql("select id from intake.service_type where id = ? for update")
        .param(id)
        .query(UUID.class)
        .optional();
  }

  void endType(UUID id, Instant at) {
    sql.sql("update intake.service_type set ended_at = ? where id = ? and ended_at is null")
        .params(Timestamp.from(at), id)
        .update();
  }

  boolean insertDecision(UUID type, BoardDecision decision, UUID by, Instant at) {
    return sql.sql(
                """
                insert into intake.board_decision
                  (id, service_type, paragraph, decided_on, valid_from, valid_until, diary, reasons, written_by, written_at)
                values (:id, :type, :paragraph, :decided, :from, :until, :diary, :reasons, :by, :at)
                on conflict (id) do nothing
                """)
            .param("id", decision.id())
            .param("type", type)
            .param("paragraph", decision.paragraph().code())
            .param("decided", Date.valueOf(decision.decided()))
            .param("from", Date.valueOf(decision.from()))
            .param(
                "until",
                decision.until() == null ? null : Date.valueOf(decision.until()),
                Types.DATE)
            .param("diary", decision.diary())
            .param("reasons", decision.reasons(), Types.VARCHAR)
            .param("by", by)
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  /// Begins a series; false when it is there already.
  boolean begin(
      UUID id,
      UUID type,
      @Nullable UUID thread,
      boolean named,
      UUID by,
      Instant at,
      WrappedKey key,
      byte[] sealed) {
    int begun =
        sql.sql(
                """
                insert into intake.service (id, service_type, thread, named, begun_by, begun_at, saved_by, saved_at, sealed)
                values (:id, :type, :thread, :named, :by, :at, :by, :at, :sealed) on conflict (id) do nothing
                """)
            .param("id", id)
            .param("type", type)
            .param("thread", thread, Types.OTHER)
            .param("named", named)
            .param("by", by)
            .param("at", Timestamp.from(at))
            .param("sealed", sealed)
            .update();
    if (begun == 1) {
      sql.sql("insert into intake.data_key (id, kek, wrapped, service) values (?, ?, ?, ?)")
          .params(id, key.kek(), key.bytes(), id)
          .update();
    }
    return begun == 1;
  }

  Optional<Service.Row> find(UUID id) {
    return sql.sql(COLUMNS + " where id = ?").param(id).query(ServiceRows::row).optional();
  }

  Optional<Service.Row> lock(UUID id) {
    return sql.sql(COLUMNS + " where id = ? for update")
        .param(id)
        .query(ServiceRows::row)
        .optional();
  }

  Optional<Sealed> sealed(UUID id) {
    return sql.sql(
            """
            select k.kek, k.wrapped, s.sealed
              from intake.service s join intake.data_key k on k.id = s.id where s.id = ?
            """)
        .param(id)
        .query((row, number) ->
            new Sealed(new WrappedKey(row.getString(1), row.getBytes(2)), row.getBytes(3)))
        .optional();
  }

  /// Keeps what was written.
  ///
  /// @param held the day of a talk that was held; null for none
  /// @param ends whether it is ended with it
  void save(
      UUID id,
      int version,
      boolean named,
      boolean told,
      @Nullable LocalDate held,
      boolean ends,
      UUID by,
      Instant at,
      byte[] sealed) {
    sql.sql(
            """
            update intake.service
               set version = :version, named = :named, told = :told, saved_by = :by, saved_at = :at, sealed = :sealed,
                   sessions = sessions + :more, last_on = coalesce(:held, last_on),
                   ended_at = case when :ends then cast(:at as timestamptz) end, ended_by = case when :ends then cast(:by as uuid) end
             where id = :id and ended_at is null
            """)
        .param("id", id)
        .param("version", version)
        .param("named", named)
        .param("told", told)
        .param("more", held == null ? 0 : 1)
        .param("held", held == null ? null : Date.valueOf(held), Types.DATE)
        .param("ends", ends)
        .param("by", by)
        .param("at", Timestamp.from(at))
        .param("sealed", sealed)
        .update();
  }

  /// A page of the series: those that go on first, the oldest on top, then the ended ones.
  ///
  /// @param hidden what came out of meetings with people whom the viewer knows
  List<Service.Row> list(NotHers.Hidden hidden, int most, int from) {
    return sql.sql(
            COLUMNS
                + " where id <> all (:held) and (thread is null or thread <> all (:hidden))"
                + " order by ended_at is not null, case when ended_at is null then begun_at end, ended_at desc limit :most offset :from")
        .param("hidden", hidden.threadIds())
        .param("held", hidden.heldIds())
        .param("most", most)
        .param("from", from)
        .query(ServiceRows::row)
        .list();
  }

  int count(NotHers.Hidden hidden) {
    return sql.sql(
            "select count(*) from intake.service where id <> all (:held) and (thread is null or thread <> all (:hidden))")
        .param("hidden", hidden.threadIds())
        .param("held", hidden.heldIds())
        .query(Integer.class)
        .single();
  }

  List<Service.Row> ofThread(UUID thread) {
    return sql.sql(COLUMNS + " where thread = ? order by begun_at desc")
        .param(thread)
        .query(ServiceRows::row)
        .list();
  }

  List<UUID> threads() {
    return sql.sql("select distinct thread from intake.service where thread is not null")
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  int forgetGone(Collection<UUID> threads) {
    return sql.sql("update intake.service set thread = null where thread = any (?)")
        .param(threads.toArray(UUID[]::new))
        .update();
  }

  List<UUID> due(Instant anonymous, Instant named, int most) {
    return sql.sql(
            """
            select id from intake.service
             where (not named and (ended_at <= :anonymous or (ended_at is null and saved_at <= :named)))
                or (named and coalesce(ended_at, saved_at) <= :named)
             order by begun_at limit :most
            """)
        .param("anonymous", Timestamp.from(anonymous))
        .param("named", Timestamp.from(named))
        .param("most", most)
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  void destroy(UUID id) {
    sql.sql("delete from intake.service where id = ?").param(id).update();
  }

  private static BoardDecision decision(ResultSet row) throws SQLException {
    Date until = row.getDate(6);
    return new BoardDecision(
        row.getObject(2, UUID.class),
        BoardDecision.Paragraph.of(row.getString(3)).orElseThrow(),
        row.getDate(4).toLocalDate(),
        row.getDate(5).toLocalDate(),
        until == null ? null : until.toLocalDate(),
        row.getString(7),
        row.getString(8));
  }

  private static Service.Row row(ResultSet row, int number) throws SQLException {
    Date last = row.getDate(8);
    Timestamp ended = row.getTimestamp(10);
    return new Service.Row(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getObject(3, UUID.class),
        row.getBoolean(4),
        row.getObject(5, UUID.class),
        row.getTimestamp(6).toInstant(),
        row.getInt(7),
        last == null ? null : last.toLocalDate(),
        row.getBoolean(9),
        ended == null ? null : ended.toInstant(),
        row.getInt(11));
  }
}
