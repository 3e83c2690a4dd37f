package se.fristad.casework;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.casework.facts.DecisionOutcome;
import se.fristad.casework.facts.SupportType;
import se.fristad.law.Deadline;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;

/// The SQL of decisions.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class DecisionRows {
  private static final String COLUMNS =
      """
      select id, investigation, outcome, types, ground, prepared_by, decided_by, decided_at, served_on,
             appeal_strict, appeal_legal, assessment, confirmed, version, sealed, proposed_by, replaces,
             acute_from, acute_until,
             (select n.id from casework.decision n where n.replaces = decision.id) as replaced_by
        from casework.decision
      """;

  private final JdbcClient sql;

  DecisionRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// @param granted what of the application is granted
  /// @param ground the name of the rule of law it rests on
  /// @param appealStrict the last day to appeal, counted in days; null before it is served
  /// @param appealLegal the same, moved to a working day
  /// @param proposedBy who proposed it, when a second person decided
  /// @param replaces the one that it stands instead of
  /// @param replacedBy the one that stands instead of it
  /// @param confirmed whether it rests on an expired assessment that was confirmed
  /// @param investigation what it rests on; null of an acute protection
  /// @param assessment the risk assessment it rests on; null of an acute protection before the
  ///   first
  /// @param acuteFrom from when somebody is protected before anything is investigated; null of a
  ///   decision on an investigation
  /// @param acuteUntil the last day of it
  @SuppressWarnings("ArrayRecordComponent")
  record Row(
      UUID id,
      @Nullable UUID investigation,
      DecisionOutcome outcome,
      Set<SupportType> granted,
      String ground,
      UUID preparedBy,
      UUID decidedBy,
      Instant decidedAt,
      @Nullable LocalDate servedOn,
      @Nullable LocalDate appealStrict,
      @Nullable LocalDate appealLegal,
      @Nullable UUID assessment,
      boolean confirmed,
      int version,
      byte[] sealed,
      @Nullable UUID proposedBy,
      @Nullable UUID replaces,
      @Nullable UUID replacedBy,
      @Nullable Instant acuteFrom,
      @Nullable LocalDate acuteUntil) {
    /// Whether no later one stands instead of it.
    boolean stands() {
      return replacedBy == null;
    }

    /// Whether it protects before anything is investigated.
    boolean acute() {
      return acuteUntil != null;
    }

    /// Whether it protects on a day.
    boolean protects(LocalDate day) {
      return acuteUntil != null && !granted.isEmpty() && stands() && !day.isAfter(acuteUntil);
    }

    LocalDate decidedOn() {
      return LocalDate.ofInstant(decidedAt, Files.HERE);
    }
  }

  void insert(UUID file, Row row) {
    sql.sql(
            """
            insert into casework.decision
              (id, file, investigation, outcome, types, ground, prepared_by, decided_by, decided_at, assessment, confirmed, sealed, proposed_by, replaces,
               acute_from, acute_until)
            values (:id, :file, :investigation, :outcome, :types, :ground, :prepared, :decided, :at, :assessment, :confirmed, :sealed, :proposed, :replaces,
               :from, :until)
            """)
        .param("id", row.id)
        .param("file", file)
        .param("investigation", row.investigation, java.sql.Types.OTHER)
        .param("outcome", row.outcome.code())
        .param("types", Codes.of(row.granted).toArray(String[]::new), java.sql.Types.ARRAY)
        .param("ground", row.ground)
        .param("prepared", row.preparedBy)
        .param("decided", row.decidedBy)
        .param("at", Timestamp.from(row.decidedAt))
        .param("assessment", row.assessment, java.sql.Types.OTHER)
        .param("confirmed", row.confirmed)
        .param("sealed", row.sealed)
        .param("proposed", row.proposedBy, java.sql.Types.OTHER)
        .param("replaces", row.replaces, java.sql.Types.OTHER)
        .param(
            "from",
            row.acuteFrom == null ? null : Timestamp.from(row.acuteFrom),
            java.sql.Types.TIMESTAMP)
        .param(
            "until",
            row.acuteUntil == null ? null : Date.valueOf(row.acuteUntil),
            java.sql.Types.DATE)
        .update();
  }

  boolean anyIn(UUID file) {
    return sql.sql("select exists (select from casework.decision where file = ?)")
        .param(file)
        .query(Boolean.class)
        .single();
  }

  Optional<Row> find(UUID file, UUID id) {
    return sql.sql(COLUMNS + " where file = ? and id = ?")
        .params(file, id)
        .query(DecisionRows::row)
        .optional();
  }

  /// All of a file, the latest first.
  List<Row> of(UUID file) {
    return sql.sql(COLUMNS + " where file = ? order by decided_at desc")
        .param(file)
        .query(DecisionRows::row)
        .list();
  }

  void serve(UUID id, LocalDate served, Deadline appeal) {
    sql.sql(
            "update casework.decision set served_on = ?, appeal_strict = ?, appeal_legal = ? where id = ?")
        .params(
            Date.valueOf(served), Date.valueOf(appeal.strict()), Date.valueOf(appeal.legal()), id)
        .update();
  }

  /// Puts a slip right beside a decision.
  void correct(UUID id, UUID file, UUID decision, Instant at, UUID by, byte[] sealed) {
    sql.sql(
            """
            insert into casework.correction (id, file, decision, made_at, made_by, sealed)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(id, file, decision, Timestamp.from(at), by, sealed)
        .update();
  }

  /// A slip put right.
  @SuppressWarnings("ArrayRecordComponent")
  record Correction(UUID id, UUID decision, Instant madeAt, UUID madeBy, byte[] sealed) {}

  /// What was put right in a file, the latest first.
  List<Correction> corrections(UUID file) {
    return sql.sql(
            "select id, decision, made_at, made_by, sealed from casework.correction where file = ? order by made_at desc")
        .param(file)
        .query((row, number) ->
            new Correction(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getTimestamp(3).toInstant(),
                row.getObject(4, UUID.class),
                row.getBytes(5)))
        .list();
  }

  private static Row row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
    return new Row(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        Codes.outcome(row.getString(3)),
        Codes.supports(Codes.array(row.getArray(4))),
        row.getString(5),
        row.getObject(6, UUID.class),
        row.getObject(7, UUID.class),
        row.getTimestamp(8).toInstant(),
        row.getObject(9, LocalDate.class),
        row.getObject(10, LocalDate.class),
        row.getObject(11, LocalDate.class),
        row.getObject(12, UUID.class),
        row.getBoolean(13),
        row.getInt(14),
        row.getBytes(15),
        row.getObject(16, UUID.class),
        row.getObject(17, UUID.class),
        row.getObject(20, UUID.class),
        FileRows.instant(row, "acute_from"),
        row.getObject(19, LocalDate.class));
  }
}
