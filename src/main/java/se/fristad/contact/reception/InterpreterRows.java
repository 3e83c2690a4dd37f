package se.fristad.contact.reception;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.contact.Queue;

/// The SQL of interpreters beside booked times.
@StaffFace
@Component
class InterpreterRows {
  private static final String COLUMNS =
      "select meeting, reference, language, dialect, gender, elsewhere, way, state, agency, number, ordered_for, reminded_for, caller, changed_at, version from ";

  private final JdbcClient sql;

  InterpreterRows(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<Interpreter> find(Queue queue, UUID meeting) {
    return sql.sql(COLUMNS + queue.schema() + ".interpreter where meeting = ?")
        .param(meeting)
        .query(InterpreterRows::interpreter)
        .optional();
  }

  Map<UUID, Interpreter> of(Queue queue, List<UUID> meetings) {
    return sql
        .sql(COLUMNS + queue.schema() + ".interpreter where meeting = any (?)")
        .params(new Object[] {meetings.toArray(UUID[]::new)})
        .query(InterpreterRows::interpreter)
        .list()
        .stream()
        .collect(Collectors.toMap(Interpreter::meeting, one -> one));
  }

  private static Interpreter interpreter(ResultSet row, int number) throws SQLException {
    Timestamp orderedFor = row.getTimestamp(11);
    Timestamp remindedFor = row.getTimestamp(12);
    return new Interpreter(
        row.getObject(1, UUID.class),
        row.getString(2),
        new Interpreter.Need(
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getBoolean(6),
            Way.of(row.getString(7)).orElseThrow()),
        Interpreter.State.of(row.getString(8)).orElseThrow(),
        row.getObject(9, UUID.class),
        row.getString(10),
        orderedFor == null ? null : orderedFor.toInstant(),
        remindedFor == null ? null : remindedFor.toInstant(),
        row.getObject(13, UUID.class),
        row.getTimestamp(14).toInstant(),
        row.getInt(15));
  }

  /// Whether that interpreter could not be had for this person at a time before.
  boolean isUnsuitable(Queue queue, UUID thread, @Nullable UUID agency, String number) {
    return sql.sql(
            "select exists (select from "
                + queue.schema()
                + ".interpreter i join "
                + queue.schema()
                + ".meeting m on m.id = i.meeting where m.thread = ? and i.agency = ? and i.number = ? and i.state = 'unsuitable')")
        .params(Arrays.asList(thread, agency, number))
        .query(Boolean.class)
        .single();
  }

  /// Keeps it, under the lock of the conversation.
  void keep(Queue queue, Interpreter one, UUID by) {
    Instant orderedFor = one.orderedFor();
    Instant remindedFor = one.remindedFor();
    sql.sql(
            "insert into "
                + queue.schema()
                + ".interpreter (meeting, reference, language, dialect, gender, elsewhere, way, state, agency, number, ordered_for,"
                + " reminded_for, caller, changed_at, changed_by, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (meeting) do update set"
                + " language = excluded.language, dialect = excluded.dialect, gender = excluded.gender, elsewhere = excluded.elsewhere,"
                + " way = excluded.way, state = excluded.state, agency = excluded.agency, number = excluded.number,"
                + " ordered_for = excluded.ordered_for, reminded_for = excluded.reminded_for, caller = excluded.caller, changed_at = excluded.changed_at, changed_by = excluded.changed_by,"
                + " version = excluded.version")
        .params(
            Arrays.asList(
                one.meeting(),
                one.reference(),
                one.need().language(),
                one.need().dialect(),
                one.need().gender(),
                one.need().elsewhere(),
                one.need().way().code(),
                one.state().code(),
                one.agency(),
                one.number(),
                orderedFor == null ? null : Timestamp.from(orderedFor),
                remindedFor == null ? null : Timestamp.from(remindedFor),
                one.caller(),
                Timestamp.from(one.changedAt()),
                by,
                one.version()))
        .update();
  }
}
