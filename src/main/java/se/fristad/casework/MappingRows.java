package se.fristad.casework;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;

/// The SQL of what is mapped. None is ever changed; a newer row takes the place of an older.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class MappingRows {
  private static final String COLUMNS =
      """
      select m.id, m.replaces, m.made_by, m.made_at, m.sealed,
             exists (select from casework.mapping n where n.replaces = m.id) as replaced
        from casework.mapping m
      """;

  private final JdbcClient sql;

  MappingRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// @param replaces the one whose place it takes
  /// @param replaced whether a newer one has taken its place
  @SuppressWarnings("ArrayRecordComponent")
  record Row(
      UUID id,
      @Nullable UUID replaces,
      UUID madeBy,
      Instant madeAt,
      byte[] sealed,
      boolean replaced) {}

  void insert(UUID file, Row row) {
    sql.sql(
            """
            insert into casework.mapping (id, file, replaces, made_by, made_at, sealed)
            values (:id, :file, :replaces, :by, :at, :sealed)
            """)
        .param("id", row.id)
        .param("file", file)
        .param("replaces", row.replaces)
        .param("by", row.madeBy)
        .param("at", Timestamp.from(row.madeAt))
        .param("sealed", row.sealed)
        .update();
  }

  /// All of a file, the oldest first.
  List<Row> of(UUID file) {
    return sql.sql(COLUMNS + " where m.file = ? order by m.made_at, m.id")
        .param(file)
        .query(MappingRows::row)
        .list();
  }

  private static Row row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
    return new Row(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getObject(3, UUID.class),
        row.getTimestamp(4).toInstant(),
        row.getBytes(5),
        row.getBoolean(6));
  }
}
