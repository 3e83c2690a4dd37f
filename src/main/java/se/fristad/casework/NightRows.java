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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;

/// The SQL of the night.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class NightRows {
  private static final String COLUMNS =
      """
      select n.id, n.file, n.what, n.record, n.at, n.by, n.night, n.until_at, n.read_at, n.read_by, n.sealed
        from casework.night_event n
      """;

  private final JdbcClient sql;

  NightRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// What happens in a night.
  enum What {
    /// A card was looked up.
    LOOKED,
    /// An acute protection was decided on.
    DECIDED,
    /// The day is told something.
    NOTE,
    /// The night is asked to watch.
    WATCH;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static What of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /// @param record the decision; null of others
  /// @param night the day on whose evening the night began
  /// @param until until when she who has looked, or has opened the file, sees the card; null of
  ///   others
  /// @param readAt when the other side read it; null while nobody has
  @SuppressWarnings("ArrayRecordComponent")
  record Row(
      UUID id,
      UUID file,
      What what,
      @Nullable UUID record,
      Instant at,
      UUID by,
      LocalDate night,
      @Nullable Instant until,
      @Nullable Instant readAt,
      @Nullable UUID readBy,
      byte[] sealed) {
    /// Whether it is for the day to read.
    boolean toDay() {
      return what != What.WATCH;
    }

    /// What is sealed in it.
    Words words(Files.InHand hand) {
      return hand.open(id, "night_event", 1, sealed);
    }
  }

  void insert(Row row) {
    sql.sql(
            """
            insert into casework.night_event (id, file, what, record, at, by, night, until_at, sealed)
            values (:id, :file, :what, :record, :at, :by, :night, :until, :sealed)
            """)
        .param("id", row.id)
        .param("file", row.file)
        .param("what", row.what.code())
        .param("record", row.record, Types.OTHER)
        .param("at", Timestamp.from(row.at))
        .param("by", row.by)
        .param("night", Date.valueOf(row.night))
        .param("until", row.until == null ? null : Timestamp.from(row.until), Types.TIMESTAMP)
        .param("sealed", row.sealed)
        .update();
  }

  /// The other side has read it.
  ///
  /// @return false when somebody had before
  boolean read(UUID id, UUID file, UUID by, Instant at) {
    return sql.sql(
                """
                update casework.night_event set read_at = ?, read_by = ?
                 where id = ? and file = ? and read_at is null
                """)
            .params(Timestamp.from(at), by, id, file)
            .update()
        == 1;
  }

  Optional<Row> find(UUID id) {
    return sql.sql(COLUMNS + " where n.id = ?").param(id).query(NightRows::row).optional();
  }

  /// Those of a file, the latest first.
  List<Row> of(UUID file) {
    return sql.sql(COLUMNS + " where n.file = ? order by n.at desc limit 200")
        .param(file)
        .query(NightRows::row)
        .list();
  }

  /// Whether somebody has looked a card up and sees it.
  boolean looks(UUID file, UUID staff, Instant now) {
    return sql.sql(
            """
            select exists (select from casework.night_event
             where file = ? and by = ? and at <= ? and until_at > ?)
            """)
        .params(file, staff, Timestamp.from(now), Timestamp.from(now))
        .query(Boolean.class)
        .single();
  }

  /// One with the number of its file, as the night knows it.
  record Numbered(Row row, CaseFile file, String number) {}

  static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        row.getObject("file", UUID.class),
        What.of(row.getString("what")),
        row.getObject("record", UUID.class),
        row.getTimestamp("at").toInstant(),
        row.getObject("by", UUID.class),
        row.getObject("night", LocalDate.class),
        FileRows.instant(row, "until_at"),
        FileRows.instant(row, "read_at"),
        row.getObject("read_by", UUID.class),
        row.getBytes("sealed"));
  }
}
