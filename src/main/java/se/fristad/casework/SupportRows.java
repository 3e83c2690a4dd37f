package se.fristad.casework;

import java.sql.Date;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.casework.facts.SupportType;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;

/// The SQL of supports.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class SupportRows {
  private static final String COLUMNS =
      """
      select id, decision, type, provider, delivered_by, horizon, granted_on, begins_on, ended_on, version, sealed,
             (select i.from_on from casework.interruption i where i.support = support.id and i.until_on is null)
        from casework.support
      """;

  private final JdbcClient sql;

  SupportRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// @param decision null for a service
  /// @param pausedOn since when it is interrupted; null when it is not
  @SuppressWarnings("ArrayRecordComponent")
  record Row(
      UUID id,
      @Nullable UUID decision,
      SupportType type,
      Road.Provider provider,
      @Nullable UUID deliveredBy,
      Road.Horizon horizon,
      LocalDate grantedOn,
      @Nullable LocalDate beginsOn,
      @Nullable LocalDate endedOn,
      int version,
      byte[] sealed,
      @Nullable LocalDate pausedOn) {}

  void insert(UUID file, Row row) {
    sql.sql(
            """
            insert into casework.support
              (id, file, decision, type, level, provider, delivered_by, horizon, granted_on, begins_on, sealed)
            values (:id, :file, :decision, :type, :level, :provider, :by, :horizon, :granted, :begins, :sealed)
            """)
        .param("id", row.id)
        .param("file", file)
        .param("decision", row.decision, Types.OTHER)
        .param("type", row.type.code())
        .param("level", row.decision == null ? "service" : "assessed")
        .param("provider", row.provider.code())
        .param("by", row.deliveredBy, Types.OTHER)
        .param("horizon", row.horizon.code())
        .param("granted", Date.valueOf(row.grantedOn))
        .param("begins", row.beginsOn == null ? null : Date.valueOf(row.beginsOn), Types.DATE)
        .param("sealed", row.sealed)
        .update();
  }

  Optional<Row> find(UUID file, UUID id) {
    return sql.sql(COLUMNS + " where file = ? and id = ?")
        .params(file, id)
        .query(SupportRows::row)
        .optional();
  }

  /// All of a file, the latest first.
  List<Row> of(UUID file) {
    return sql.sql(COLUMNS + " where file = ? order by granted_on desc, id")
        .param(file)
        .query(SupportRows::row)
        .list();
  }

  void begin(UUID id, LocalDate on) {
    sql.sql("update casework.support set begins_on = ? where id = ?")
        .params(Date.valueOf(on), id)
        .update();
  }

  /// @param begun null when it never came about
  void end(UUID id, @Nullable LocalDate begun, LocalDate on) {
    sql.sql("update casework.support set begins_on = :begun, ended_on = :on where id = :id")
        .param("begun", begun == null ? null : Date.valueOf(begun), Types.DATE)
        .param("on", Date.valueOf(on))
        .param("id", id)
        .update();
  }

  /// Whether somebody still delivers another support in the file.
  boolean stillDelivers(UUID file, UUID staff, UUID butNot) {
    return sql.sql(
            """
            select exists (select from casework.support
             where file = ? and delivered_by = ? and id <> ? and ended_on is null)
            """)
        .params(file, staff, butNot)
        .query(Boolean.class)
        .single();
  }

  private static Row row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
    return new Row(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        Codes.support(row.getString(3)),
        Road.Provider.of(row.getString(4)),
        row.getObject(5, UUID.class),
        Road.Horizon.of(row.getString(6)),
        row.getObject(7, LocalDate.class),
        row.getObject(8, LocalDate.class),
        row.getObject(9, LocalDate.class),
        row.getInt(10),
        row.getBytes(11),
        row.getObject(12, LocalDate.class));
  }
}
