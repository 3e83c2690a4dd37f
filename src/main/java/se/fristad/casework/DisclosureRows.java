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

/// The SQL of disclosures. None is ever changed; the login may not.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class DisclosureRows {
  private final JdbcClient sql;

  DisclosureRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// @param consent that it rests on; null when it rests on something else
  @SuppressWarnings("ArrayRecordComponent")
  record Row(
      UUID id,
      DisclosureGround ground,
      LocalDate toldOn,
      @Nullable UUID consent,
      UUID madeBy,
      Instant madeAt,
      byte[] sealed) {}

  void insert(UUID file, Row row) {
    sql.sql(
            """
            insert into casework.disclosure (id, file, ground, told_on, consent, made_by, made_at, sealed)
            values (:id, :file, :ground, :on, :consent, :by, :at, :sealed)
            """)
        .param("id", row.id)
        .param("file", file)
        .param("ground", row.ground.code())
        .param("on", Date.valueOf(row.toldOn))
        .param("consent", row.consent, Types.OTHER)
        .param("by", row.madeBy)
        .param("at", Timestamp.from(row.madeAt))
        .param("sealed", row.sealed)
        .update();
  }

  /// The disclosures of a file, the latest first.
  List<Row> of(UUID file) {
    return sql.sql(
            """
            select id, ground, told_on, consent, made_by, made_at, sealed from casework.disclosure
             where file = ? order by told_on desc, made_at desc
            """)
        .param(file)
        .query((row, number) ->
            new Row(
                row.getObject(1, UUID.class),
                DisclosureGround.of(row.getString(2)),
                row.getDate(3).toLocalDate(),
                row.getObject(4, UUID.class),
                row.getObject(5, UUID.class),
                row.getTimestamp(6).toInstant(),
                row.getBytes(7)))
        .list();
  }
}
