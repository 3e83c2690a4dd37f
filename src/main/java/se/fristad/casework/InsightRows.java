package se.fristad.casework;

import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;

/// The SQL of what parties have been given to see. None is ever changed; the login may not.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class InsightRows {
  private final JdbcClient sql;

  InsightRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// @param paragraph by which something is left out; null when nothing is
  @SuppressWarnings("ArrayRecordComponent")
  record Row(
      UUID id,
      LocalDate askedOn,
      Road.Speaking by,
      Road.Seeing.Outcome outcome,
      Road.Seeing.@Nullable Paragraph paragraph,
      UUID decidedBy,
      Instant decidedAt,
      byte[] sealed) {}

  void insert(UUID file, Row row) {
    sql.sql(
            """
            insert into casework.insight (id, file, asked_on, asked_by, outcome, paragraph, decided_by, decided_at, sealed)
            values (:id, :file, :on, :asked, :outcome, :paragraph, :by, :at, :sealed)
            """)
        .param("id", row.id)
        .param("file", file)
        .param("on", Date.valueOf(row.askedOn))
        .param("asked", row.by.code())
        .param("outcome", row.outcome.code())
        .param("paragraph", row.paragraph == null ? null : row.paragraph.code(), Types.VARCHAR)
        .param("by", row.decidedBy)
        .param("at", Timestamp.from(row.decidedAt))
        .param("sealed", row.sealed)
        .update();
  }

  /// What was decided in a file, the latest first.
  List<Row> of(UUID file) {
    return sql.sql(
            """
            select id, asked_on, asked_by, outcome, paragraph, decided_by, decided_at, sealed
              from casework.insight where file = ? order by decided_at desc, id
            """)
        .param(file)
        .query((row, number) ->
            new Row(
                row.getObject(1, UUID.class),
                row.getDate(2).toLocalDate(),
                Telling.of(Road.Speaking.values(), row.getString(3)),
                Telling.of(Road.Seeing.Outcome.values(), row.getString(4)),
                row.getString(5) == null
                    ? null
                    : Telling.of(Road.Seeing.Paragraph.values(), row.getString(5)),
                row.getObject(6, UUID.class),
                row.getTimestamp(7).toInstant(),
                row.getBytes(8)))
        .list();
  }
}
