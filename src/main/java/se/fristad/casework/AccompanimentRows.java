package se.fristad.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;

/// The SQL of accompaniments.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class AccompanimentRows {
  static final String COLUMNS =
      """
      a.id, a.file, a.from_at, a.until_at, a.staff, a.second, a.state, a.booked_by, a.booked_at, a.ended_by,
      a.ended_at, a.version, a.sealed\
      """;

  private final JdbcClient sql;

  AccompanimentRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// How one stands.
  enum State {
    /// It is to be.
    BOOKED,
    /// They went.
    DONE,
    /// They did not.
    NOT_DONE,
    /// It was called off before.
    CALLED_OFF;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  @SuppressWarnings("ArrayRecordComponent")
  record Row(
      UUID id,
      UUID file,
      Instant from,
      Instant until,
      UUID staff,
      @Nullable UUID second,
      State state,
      UUID bookedBy,
      Instant bookedAt,
      @Nullable UUID endedBy,
      @Nullable Instant endedAt,
      int version,
      byte[] sealed) {
    boolean booked() {
      return state == State.BOOKED;
    }

    boolean goes(UUID one) {
      return staff.equals(one) || one.equals(second);
    }
  }

  void insert(Row row) {
    sql.sql(
            """
            insert into casework.accompaniment (id, file, from_at, until_at, staff, second, booked_by, booked_at, sealed)
            values (:id, :file, :from, :until, :staff, :second, :by, :at, :sealed)
            """)
        .param("id", row.id)
        .param("file", row.file)
        .param("from", Timestamp.from(row.from))
        .param("until", Timestamp.from(row.until))
        .param("staff", row.staff)
        .param("second", row.second, Types.OTHER)
        .param("by", row.bookedBy)
        .param("at", Timestamp.from(row.bookedAt))
        .param("sealed", row.sealed)
        .update();
  }

  /// All of a file, the latest first.
  List<Row> of(UUID file) {
    return sql.sql(
            "select "
                + COLUMNS
                + " from casework.accompaniment a where a.file = ? order by a.from_at desc, a.id")
        .param(file)
        .query(AccompanimentRows::row)
        .list();
  }

  Optional<Row> find(UUID file, UUID id) {
    return sql.sql(
            "select " + COLUMNS + " from casework.accompaniment a where a.file = ? and a.id = ?")
        .params(file, id)
        .query(AccompanimentRows::row)
        .optional();
  }

  /// Whether somebody goes along with anybody at that time.
  boolean busy(UUID staff, Instant from, Instant until) {
    return sql.sql(
            """
            select exists (select from casework.accompaniment
             where state = 'booked' and (staff = :staff or second = :staff) and from_at < :until and until_at > :from)
            """)
        .param("staff", staff)
        .param("from", Timestamp.from(from))
        .param("until", Timestamp.from(until))
        .query(Boolean.class)
        .single();
  }

  void end(UUID id, State state, UUID by, Instant at, int version, byte[] sealed) {
    sql.sql(
            """
            update casework.accompaniment set state = ?, ended_by = ?, ended_at = ?, version = ?, sealed = ?
             where id = ?
            """)
        .params(state.code(), by, Timestamp.from(at), version, sealed, id)
        .update();
  }

  static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getTimestamp(3).toInstant(),
        row.getTimestamp(4).toInstant(),
        row.getObject(5, UUID.class),
        row.getObject(6, UUID.class),
        State.of(row.getString(7)),
        row.getObject(8, UUID.class),
        row.getTimestamp(9).toInstant(),
        row.getObject(10, UUID.class),
        ended(row),
        row.getInt(12),
        row.getBytes(13));
  }

  private static @Nullable Instant ended(ResultSet row) throws SQLException {
    Timestamp at = row.getTimestamp(11);
    return at == null ? null : at.toInstant();
  }
}
