package se.fristad.casework;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.casework.facts.NeedMet;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;

/// The SQL of contacts after the closing.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class ContactAgainRows {
  private final JdbcClient sql;

  ContactAgainRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// How one stands.
  enum State {
    /// It has not been made.
    WAITS,
    /// She was reached and asked.
    REACHED,
    /// She could not be reached.
    IN_VAIN,
    /// She does not want it any more.
    WITHDRAWN,
    /// It may not be made any more: her rule has changed, or she is here again. Which of the two
    /// stands nowhere: that she has another file is not for everybody to know.
    STOPPED;

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
      int months,
      LocalDate dueOn,
      Road.Again.By by,
      State state,
      int tries,
      @Nullable Instant endedAt,
      @Nullable UUID endedBy,
      @Nullable NeedMet needMet,
      int version,
      byte[] sealed) {
    boolean waits() {
      return state == State.WAITS;
    }

    /// Whether it may be made: on its day and after, never before.
    boolean isDue(LocalDate today) {
      return waits() && !today.isBefore(dueOn);
    }
  }

  void insert(UUID file, Row row) {
    sql.sql(
            """
            insert into casework.contact_again (id, file, months, due_on, by_what, sealed)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(row.id, file, row.months, Date.valueOf(row.dueOn), row.by.code(), row.sealed)
        .update();
  }

  /// All of a file, the nearest first.
  List<Row> of(UUID file) {
    return sql.sql(
            """
            select id, months, due_on, by_what, state, tries, ended_at, ended_by, need_met, version, sealed
              from casework.contact_again where file = ? order by months
            """)
        .param(file)
        .query(ContactAgainRows::row)
        .list();
  }

  /// Whether one is due in a file, by this way.
  boolean isDue(UUID file, Road.Again.By by, LocalDate today) {
    return of(file).stream().anyMatch(row -> row.by == by && row.isDue(today));
  }

  void tried(UUID id, int version, byte[] sealed) {
    sql.sql(
            "update casework.contact_again set tries = tries + 1, version = ?, sealed = ? where id = ?")
        .params(version, sealed, id)
        .update();
  }

  void end(
      UUID id,
      State state,
      @Nullable NeedMet met,
      UUID by,
      Instant at,
      int version,
      byte[] sealed) {
    sql.sql(
            """
            update casework.contact_again
               set state = :state, need_met = :met, ended_by = :by, ended_at = :at, version = :version, sealed = :sealed
             where id = :id
            """)
        .param("state", state.code())
        .param("met", met == null ? null : met.code(), Types.VARCHAR)
        .param("by", by)
        .param("at", Timestamp.from(at))
        .param("version", version)
        .param("sealed", sealed)
        .param("id", id)
        .update();
  }

  /// Those that wait in a file may not be made any more, and are due for nobody.
  void stop(UUID file, Instant at) {
    sql.sql(
            "update casework.contact_again set state = 'stopped', ended_at = ? where file = ? and state = 'waits'")
        .params(Timestamp.from(at), file)
        .update();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    String met = row.getString(9);
    return new Row(
        row.getObject(1, UUID.class),
        row.getInt(2),
        row.getObject(3, LocalDate.class),
        Road.of(Road.Again.By.values(), row.getString(4)),
        State.of(row.getString(5)),
        row.getInt(6),
        FileRows.instant(row, "ended_at"),
        row.getObject(8, UUID.class),
        met == null ? null : Codes.needMet(met),
        row.getInt(10),
        row.getBytes(11));
  }
}
