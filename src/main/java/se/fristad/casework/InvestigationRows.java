package se.fristad.casework;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;

/// The SQL of investigations.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class InvestigationRows {
  private static final String COLUMNS =
      """
      select i.id, i.investigator, i.act, i.state, i.opened_at, i.opened_by, i.concluded_at, i.version, i.sealed,
             exists (select from casework.decision d where d.investigation = i.id) as decided
        from casework.investigation i
      """;

  private final JdbcClient sql;

  InvestigationRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// How far it has come.
  enum State {
    /// Being made.
    OPEN,
    /// Ready for a decision.
    CONCLUDED,
    /// Broken off, since she does not want it any more.
    DISCONTINUED;

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// @param act the act it was opened under, the name of [se.fristad.law.Act]
  @SuppressWarnings("ArrayRecordComponent")
  record Row(
      UUID id,
      UUID investigator,
      String act,
      State state,
      Instant openedAt,
      UUID openedBy,
      @Nullable Instant concludedAt,
      int version,
      byte[] sealed,
      boolean decided) {}

  boolean openIn(UUID file) {
    return sql.sql(
            "select exists (select from casework.investigation where file = ? and state = 'open')")
        .param(file)
        .query(Boolean.class)
        .single();
  }

  /// Whether one is open, or ready and not decided.
  boolean unfinishedIn(UUID file) {
    return sql.sql(
            """
            select exists (select from casework.investigation i
             where i.file = ? and (i.state = 'open' or (i.state = 'concluded'
               and not exists (select from casework.decision d where d.investigation = i.id))))
            """)
        .param(file)
        .query(Boolean.class)
        .single();
  }

  /// Whether somebody investigates, or has investigated, in a file.
  boolean investigates(UUID file, UUID staff) {
    return sql.sql(
            """
            select exists (select from casework.investigation where file = :file and investigator = :staff)
                or exists (select from casework.assignment where file = :file and staff = :staff and relation = 'investigates')
            """)
        .param("file", file)
        .param("staff", staff)
        .query(Boolean.class)
        .single();
  }

  void insert(UUID file, Row row) {
    sql.sql(
            """
            insert into casework.investigation (id, file, investigator, act, opened_at, opened_by, sealed)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            row.id,
            file,
            row.investigator,
            row.act,
            Timestamp.from(row.openedAt),
            row.openedBy,
            row.sealed)
        .update();
  }

  Optional<Row> find(UUID file, UUID id) {
    return sql.sql(COLUMNS + " where i.file = ? and i.id = ?")
        .params(file, id)
        .query(InvestigationRows::row)
        .optional();
  }

  /// All of a file, the latest first.
  List<Row> of(UUID file) {
    return sql.sql(COLUMNS + " where i.file = ? order by i.opened_at desc")
        .param(file)
        .query(InvestigationRows::row)
        .list();
  }

  void end(UUID id, State state, Instant at, int version, byte[] sealed) {
    sql.sql(
            """
            update casework.investigation set state = ?, concluded_at = ?, version = ?, sealed = ?
             where id = ?
            """)
        .params(state.code(), Timestamp.from(at), version, sealed, id)
        .update();
  }

  void reseal(Files.InHand hand, Row row, Words words) {
    int version = row.version() + 1;
    reseal(row.id(), version, hand.seal(row.id(), "investigation", version, words));
  }

  void reseal(UUID id, int version, byte[] sealed) {
    sql.sql("update casework.investigation set version = ?, sealed = ? where id = ?")
        .params(version, sealed, id)
        .update();
  }

  void handOver(UUID file, UUID to) {
    sql.sql("update casework.investigation set investigator = ? where file = ? and state = 'open'")
        .params(to, file)
        .update();
  }

  private static Row row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
    return new Row(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getString(3),
        State.valueOf(row.getString(4).toUpperCase(java.util.Locale.ROOT)),
        row.getTimestamp(5).toInstant(),
        row.getObject(6, UUID.class),
        FileRows.instant(row, "concluded_at"),
        row.getInt(8),
        row.getBytes(9),
        row.getBoolean(10));
  }
}
