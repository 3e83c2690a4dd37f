package se.fristad.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;

/// The SQL of proposed decisions.
@StaffFace
@Component
class ProposalRows {
  private static final String COLUMNS =
      """
      select id, investigation, proposed_by, proposed_at, state, ended_by, version, sealed
        from casework.proposal
      """;

  private final JdbcClient sql;

  ProposalRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// How far it has come.
  enum State {
    /// A second person is to look at it.
    WAITING,
    /// She has decided so.
    DECIDED,
    /// She wants it otherwise.
    SENT_BACK;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @SuppressWarnings("ArrayRecordComponent")
  record Row(
      UUID id,
      UUID investigation,
      UUID proposedBy,
      Instant proposedAt,
      State state,
      @Nullable UUID endedBy,
      int version,
      byte[] sealed) {}

  void insert(UUID file, Row row) {
    sql.sql(
            """
            insert into casework.proposal (id, file, investigation, proposed_by, proposed_at, sealed)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            row.id,
            file,
            row.investigation,
            row.proposedBy,
            Timestamp.from(row.proposedAt),
            row.sealed)
        .update();
  }

  Optional<Row> find(UUID file, UUID id) {
    return sql.sql(COLUMNS + " where file = ? and id = ?")
        .params(file, id)
        .query(ProposalRows::row)
        .optional();
  }

  boolean waits(UUID investigation) {
    return sql.sql(
            "select exists (select from casework.proposal where investigation = ? and state = 'waiting')")
        .param(investigation)
        .query(Boolean.class)
        .single();
  }

  /// All of a file, the latest first.
  List<Row> of(UUID file) {
    return sql.sql(COLUMNS + " where file = ? order by proposed_at desc")
        .param(file)
        .query(ProposalRows::row)
        .list();
  }

  void end(UUID id, State state, UUID by, Instant at, int version, byte[] sealed) {
    sql.sql(
            """
            update casework.proposal set state = ?, ended_by = ?, ended_at = ?, version = ?, sealed = ?
             where id = ?
            """)
        .params(state.code(), by, Timestamp.from(at), version, sealed, id)
        .update();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getObject(3, UUID.class),
        row.getTimestamp(4).toInstant(),
        State.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
        row.getObject(6, UUID.class),
        row.getInt(7),
        row.getBytes(8));
  }
}
