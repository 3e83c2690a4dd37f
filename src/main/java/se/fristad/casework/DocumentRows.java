package se.fristad.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;

/// The SQL of documents: made once, never changed.
@StaffFace
@Component
class DocumentRows {
  private static final String COLUMNS =
      """
      select d.id, d.kind, d.record, d.made_at, d.made_by, d.sealed, t.id as template, t.version
        from casework.document d join casework.template t on t.id = d.template
      """;

  private final JdbcClient sql;

  DocumentRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// @param record what it is about: the decision, the investigation
  /// @param template the version of the template that it was made of
  @SuppressWarnings("ArrayRecordComponent")
  record Row(
      UUID id,
      DocumentKind kind,
      UUID record,
      Instant madeAt,
      UUID madeBy,
      UUID template,
      int version,
      byte[] sealed) {}

  void insert(UUID file, Row row) {
    sql.sql(
            """
            insert into casework.document (id, file, kind, template, record, made_at, made_by, sealed)
            values (:id, :file, :kind, :template, :record, :at, :by, :sealed)
            """)
        .param("id", row.id)
        .param("file", file)
        .param("kind", row.kind.code())
        .param("template", row.template)
        .param("record", row.record)
        .param("at", Timestamp.from(row.madeAt))
        .param("by", row.madeBy)
        .param("sealed", row.sealed)
        .update();
  }

  Optional<Row> find(UUID file, UUID id) {
    return sql.sql(COLUMNS + " where d.file = ? and d.id = ?")
        .params(file, id)
        .query(DocumentRows::row)
        .optional();
  }

  /// All of a file, the latest first.
  List<Row> of(UUID file) {
    return sql.sql(COLUMNS + " where d.file = ? order by d.made_at desc, d.id")
        .param(file)
        .query(DocumentRows::row)
        .list();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        DocumentKind.of(row.getString("kind")).orElseThrow(),
        row.getObject("record", UUID.class),
        row.getTimestamp("made_at").toInstant(),
        row.getObject("made_by", UUID.class),
        row.getObject("template", UUID.class),
        row.getInt("version"),
        row.getBytes("sealed"));
  }
}
