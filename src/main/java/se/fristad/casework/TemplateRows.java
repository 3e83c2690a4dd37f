package se.fristad.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;

/// The SQL of templates: a version is written once and stands.
@StaffFace
@Component
class TemplateRows {
  private static final String COLUMNS =
      "select id, kind, version, words, made_at, made_by from casework.template";

  private final JdbcClient sql;

  TemplateRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// @param madeBy null for the one that came with the program
  record Row(
      UUID id,
      DocumentKind kind,
      int version,
      String words,
      Instant madeAt,
      @Nullable UUID madeBy) {}

  /// @return false when there is one of this id, or of this version
  boolean insert(Row row) {
    return sql.sql(
                """
                insert into casework.template (id, kind, version, words, made_at, made_by)
                values (:id, :kind, :version, :words, :at, :by) on conflict do nothing
                """)
            .param("id", row.id)
            .param("kind", row.kind.code())
            .param("version", row.version)
            .param("words", row.words)
            .param("at", Timestamp.from(row.madeAt))
            .param("by", row.madeBy, Types.OTHER)
            .update()
        == 1;
  }

  Optional<Row> find(UUID id) {
    return sql.sql(COLUMNS + " where id = ?").param(id).query(TemplateRows::row).optional();
  }

  /// The one that is written from now.
  Optional<Row> latest(DocumentKind kind) {
    return of(kind).stream().findFirst();
  }

  /// Each version of a kind, the latest first.
  List<Row> of(DocumentKind kind) {
    return sql.sql(COLUMNS + " where kind = ? order by version desc")
        .param(kind.code())
        .query(TemplateRows::row)
        .list();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getObject(1, UUID.class),
        DocumentKind.of(row.getString(2)).orElseThrow(),
        row.getInt(3),
        row.getString(4),
        row.getTimestamp(5).toInstant(),
        row.getObject(6, UUID.class));
  }
}
