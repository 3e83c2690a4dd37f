package se.fristad.casework;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.casework.facts.SupportType;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;

/// The SQL of mandates.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class MandateRows {
  private final JdbcClient sql;

  MandateRows(JdbcClient sql) {
    this.sql = sql;
  }

  record Row(
      UUID id,
      UUID staff,
      Set<SupportType> types,
      LocalDate from,
      LocalDate until,
      UUID givenBy,
      Instant givenAt,
      boolean second) {
    /// Whether it says the same, whenever it was given.
    boolean saysTheSame(Row other) {
      return staff.equals(other.staff)
          && types.equals(other.types)
          && from.equals(other.from)
          && until.equals(other.until)
          && second == other.second
          && givenBy.equals(other.givenBy);
    }
  }

  /// @return false when there is one of this id
  boolean insert(Row row) {
    return sql.sql(
                """
                insert into casework.mandate (id, staff, types, from_day, until_day, given_by, given_at, second)
                values (:id, :staff, :types, :from, :until, :by, :at, :second) on conflict (id) do nothing
                """)
            .param("id", row.id)
            .param("staff", row.staff)
            .param("types", Codes.of(row.types).toArray(String[]::new), java.sql.Types.ARRAY)
            .param("from", Date.valueOf(row.from))
            .param("until", Date.valueOf(row.until))
            .param("by", row.givenBy)
            .param("at", Timestamp.from(row.givenAt))
            .param("second", row.second)
            .update()
        == 1;
  }

  Optional<Row> find(UUID id) {
    return sql.sql(COLUMNS + " where id = ?").param(id).query(MandateRows::row).optional();
  }

  /// Ends one; what was decided under it stands. One that has not begun is taken away.
  boolean end(UUID id, LocalDate lastDay) {
    int gone =
        sql.sql("delete from casework.mandate where id = ? and from_day > ?")
            .params(id, Date.valueOf(lastDay))
            .update();
    return gone == 1
        || sql.sql("update casework.mandate set until_day = ? where id = ? and until_day > ?")
                .params(Date.valueOf(lastDay), id, Date.valueOf(lastDay))
                .update()
            == 1;
  }

  /// What of these somebody has no mandate for on a day, neither alone nor with a second person.
  Set<SupportType> lacking(UUID staff, Set<SupportType> types, LocalDate day) {
    return lacking(staff, types, day, false);
  }

  /// What of these somebody cannot decide alone on a day.
  Set<SupportType> lackingAlone(UUID staff, Set<SupportType> types, LocalDate day) {
    return lacking(staff, types, day, true);
  }

  private Set<SupportType> lacking(
      UUID staff, Set<SupportType> types, LocalDate day, boolean alone) {
    return Codes.supports(
        sql.sql(
                """
                select one from unnest(:types) as one
                 where not exists (select from casework.mandate m
                   where m.staff = :staff and one = any(m.types) and :day between m.from_day and m.until_day
                     and not (:alone and m.second))
                """)
            .param("types", Codes.of(types).toArray(String[]::new), java.sql.Types.ARRAY)
            .param("staff", staff)
            .param("alone", alone)
            .param("day", Date.valueOf(day))
            .query((row, number) -> row.getString(1))
            .list());
  }

  /// Those that somebody has on a day, the one that ends last first.
  List<Row> of(UUID staff, LocalDate day) {
    return sql.sql(
            COLUMNS
                + " where staff = ? and ? between from_day and until_day order by until_day desc")
        .params(staff, Date.valueOf(day))
        .query(MandateRows::row)
        .list();
  }

  /// All of them: those that stand first, the one that ends last on top.
  List<Row> all() {
    return sql.sql(COLUMNS + " order by until_day desc, given_at desc")
        .query(MandateRows::row)
        .list();
  }

  private static final String COLUMNS =
      "select id, staff, types, from_day, until_day, given_by, given_at, second from casework.mandate";

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        Codes.supports(Codes.array(row.getArray(3))),
        row.getDate(4).toLocalDate(),
        row.getDate(5).toLocalDate(),
        row.getObject(6, UUID.class),
        row.getTimestamp(7).toInstant(),
        row.getBoolean(8));
  }
}
