package se.fristad.casework;

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
import se.fristad.casework.facts.ChildCase;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;

/// The SQL of reports of concern about children.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class ReportRows {
  private static final String COLUMNS =
      """
      select id, file, part, handled, municipality, arose_at, made_by, sent_at, receipt_on, protection_on,
             outcome, outcome_on, asked_on, told_on, version, sealed
        from casework.report
      """;

  private final JdbcClient sql;

  ReportRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// Which end of a report it is.
  enum Part {
    /// Made by us, in the file where it was learned.
    MADE,
    /// Received by the child's unit of this house, in the child's own file.
    RECEIVED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param aroseAt made: when we learned of it; received: when it reached the house
  /// @param sentAt null while it is not sent
  /// @param receiptOn when the unit said that it has it
  /// @param protectionOn when immediate protection was assessed
  /// @param outcome what the unit decided; null while it has not
  /// @param askedOn when the one who reported asked to be told
  @SuppressWarnings("ArrayRecordComponent")
  record Row(
      UUID id,
      UUID file,
      Part part,
      ChildCase handled,
      String municipality,
      Instant aroseAt,
      UUID madeBy,
      @Nullable Instant sentAt,
      @Nullable LocalDate receiptOn,
      @Nullable LocalDate protectionOn,
      ChildRoad.@Nullable Outcome outcome,
      @Nullable LocalDate outcomeOn,
      @Nullable LocalDate askedOn,
      @Nullable LocalDate toldOn,
      int version,
      byte[] sealed) {

    boolean made() {
      return part == Part.MADE;
    }

    boolean received() {
      return part == Part.RECEIVED;
    }

    boolean elsewhere() {
      return handled == ChildCase.ELSEWHERE;
    }

    /// Neither a receipt of another unit nor an answer: nobody is known to have the child in sight.
    boolean unanswered() {
      return outcome == null && (!elsewhere() || receiptOn == null);
    }
  }

  /// @param dueAt when the receipt is asked for; null when none is waited for
  void insert(Row row, @Nullable Instant dueAt) {
    sql.sql(
            """
            insert into casework.report (id, file, part, handled, municipality, arose_at, made_by, sent_at,
                                         outcome, outcome_on, due_at, sealed)
            values (:id, :file, :part, :handled, :municipality, :arose, :by, :sent, :outcome, :outcomeOn, :due, :sealed)
            """)
        .param("id", row.id)
        .param("file", row.file)
        .param("part", row.part.code())
        .param("handled", row.handled.code())
        .param("municipality", row.municipality)
        .param("arose", Timestamp.from(row.aroseAt))
        .param("by", row.madeBy)
        .param("sent", stamp(row.sentAt), Types.TIMESTAMP)
        .param("outcome", row.outcome == null ? null : row.outcome.code(), Types.VARCHAR)
        .param("outcomeOn", row.outcomeOn, Types.DATE)
        .param("due", stamp(dueAt), Types.TIMESTAMP)
        .param("sealed", row.sealed)
        .update();
  }

  Optional<Row> find(UUID file, UUID id) {
    return sql.sql(COLUMNS + " where file = ? and id = ?")
        .params(file, id)
        .query(ReportRows::row)
        .optional();
  }

  /// All of a file, the latest first.
  List<Row> of(UUID file) {
    return sql.sql(COLUMNS + " where file = ? order by arose_at desc, id")
        .param(file)
        .query(ReportRows::row)
        .list();
  }

  void sent(UUID id, Instant at, Instant dueAt, int version, byte[] sealed) {
    sql.sql(
            "update casework.report set sent_at = ?, due_at = ?, version = ?, sealed = ? where id = ?")
        .params(Timestamp.from(at), Timestamp.from(dueAt), version, sealed, id)
        .update();
  }

  void received(UUID id, LocalDate on, int version, byte[] sealed) {
    sql.sql(
            "update casework.report set receipt_on = ?, due_at = null, version = ?, sealed = ? where id = ?")
        .params(on, version, sealed, id)
        .update();
  }

  void protectionAssessed(UUID id, LocalDate on, int version, byte[] sealed) {
    sql.sql("update casework.report set protection_on = ?, version = ?, sealed = ? where id = ?")
        .params(on, version, sealed, id)
        .update();
  }

  /// The unit has decided; with its own dates when it is another's.
  void answered(
      UUID id,
      ChildRoad.Outcome outcome,
      LocalDate on,
      @Nullable LocalDate protectionOn,
      int version,
      byte[] sealed) {
    sql.sql(
            """
            update casework.report
               set outcome = :outcome, outcome_on = :on, protection_on = coalesce(:protection, protection_on),
                   due_at = null, version = :version, sealed = :sealed
             where id = :id
            """)
        .param("outcome", outcome.code())
        .param("on", on)
        .param("protection", protectionOn, Types.DATE)
        .param("version", version)
        .param("sealed", sealed)
        .param("id", id)
        .update();
  }

  /// The answer goes back to the report in the file where it was learned.
  void answerBack(UUID made, ChildRoad.Outcome outcome, LocalDate on) {
    sql.sql(
            """
            update casework.report set outcome = ?, outcome_on = ?
             where id = ? and part = 'made' and handled = 'here' and outcome is null
            """)
        .params(outcome.code(), on, made)
        .update();
  }

  void asked(UUID id, LocalDate on) {
    sql.sql("update casework.report set asked_on = ? where id = ?").params(on, id).update();
  }

  void told(UUID id, LocalDate on, int version, byte[] sealed) {
    sql.sql("update casework.report set told_on = ?, version = ?, sealed = ? where id = ?")
        .params(on, version, sealed, id)
        .update();
  }

  void reseal(UUID id, int version, byte[] sealed) {
    sql.sql("update casework.report set version = ?, sealed = ? where id = ?")
        .params(version, sealed, id)
        .update();
  }

  /// Seals what is known of a report anew, with these words.
  void reseal(Files.InHand hand, Row row, Words words) {
    int version = row.version() + 1;
    reseal(row.id(), version, hand.seal(row.id(), "report", version, words));
  }

  /// A report whose receipt has not come when it was to.
  ///
  /// @param staff whose file it is
  record Silent(UUID id, UUID file, UUID staff) {}

  /// Those whose receipt is to be asked for, locked; others' sweeps pass them by.
  List<Silent> silent(Instant now, int most) {
    return sql.sql(
            """
            select r.id, r.file, coalesce(f.responsible, f.opened_by)
              from casework.report r join casework.file f on f.id = r.file
             where r.due_at < ? and f.state = 'open'
             order by r.due_at limit ? for update of r skip locked
            """)
        .params(Timestamp.from(now), most)
        .query((row, number) ->
            new Silent(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class)))
        .list();
  }

  void askAgain(UUID id, Instant dueAt) {
    sql.sql("update casework.report set due_at = ? where id = ?")
        .params(Timestamp.from(dueAt), id)
        .update();
  }

  /// The open file of a child with this number that somebody has as hers.
  Optional<UUID> childsFile(byte[] numberIndex, UUID staff) {
    return sql.sql(
            """
            select f.id from casework.file f join casework.person p on p.id = f.person
             where p.number_index = ? and f.kind = 'child' and f.state = 'open'
               and coalesce(f.responsible, f.opened_by) = ?
             order by f.opened_at limit 1
            """)
        .params(numberIndex, staff)
        .query((row, number) -> row.getObject(1, UUID.class))
        .optional();
  }

  private static @Nullable Timestamp stamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  private static Row row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
    String outcome = row.getString("outcome");
    return new Row(
        row.getObject("id", UUID.class),
        row.getObject("file", UUID.class),
        Part.valueOf(row.getString("part").toUpperCase(Locale.ROOT)),
        ChildCase.valueOf(row.getString("handled").toUpperCase(Locale.ROOT)),
        row.getString("municipality"),
        row.getTimestamp("arose_at").toInstant(),
        row.getObject("made_by", UUID.class),
        FileRows.instant(row, "sent_at"),
        row.getObject("receipt_on", LocalDate.class),
        row.getObject("protection_on", LocalDate.class),
        outcome == null ? null : ChildRoad.Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)),
        row.getObject("outcome_on", LocalDate.class),
        row.getObject("asked_on", LocalDate.class),
        row.getObject("told_on", LocalDate.class),
        row.getInt("version"),
        row.getBytes("sealed"));
  }
}
