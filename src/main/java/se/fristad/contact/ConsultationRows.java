package se.fristad.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.contact.Consultation.Organisation;
import se.fristad.contact.Consultation.Topic;

/// The SQL of what professionals were helped with.
@Component
class ConsultationRows {
  private static final String SCHEMA = Queue.PROFESSIONAL.schema();

  private final JdbcClient sql;

  ConsultationRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// A row, its words as they are stored.
  @SuppressWarnings("ArrayRecordComponent")
  record Row(
      UUID id,
      LocalDate notedOn,
      Organisation organisation,
      String municipality,
      Topic topic,
      int version,
      byte @Nullable [] sealed) {}

  Optional<Row> of(UUID thread) {
    return sql.sql(
            "select c.*, w.sealed from "
                + SCHEMA
                + ".consultation c left join "
                + SCHEMA
                + ".consultation_words w on w.consultation = c.id where c.thread = ?")
        .param(thread)
        .query((row, number) -> row(row))
        .optional();
  }

  void insert(Consultation noted, UUID thread) {
    sql.sql(
            "insert into "
                + SCHEMA
                + ".consultation (id, thread, noted_on, organisation, municipality, topic) values (?, ?, ?, ?, ?, ?)")
        .params(
            noted.id(),
            thread,
            noted.notedOn(),
            noted.organisation().code(),
            noted.municipality(),
            noted.topic().code())
        .update();
  }

  void update(Consultation noted) {
    sql.sql(
            "update "
                + SCHEMA
                + ".consultation set organisation = ?, municipality = ?, topic = ?, version = version + 1 where id = ?")
        .params(noted.organisation().code(), noted.municipality(), noted.topic().code(), noted.id())
        .update();
  }

  void words(UUID consultation, UUID thread, UUID author, Instant at, byte[] sealed) {
    forget(consultation);
    sql.sql(
            "insert into "
                + SCHEMA
                + ".consultation_words (consultation, thread, author, at, sealed) values (?, ?, ?, ?, ?)")
        .params(consultation, thread, author, Timestamp.from(at), sealed)
        .update();
  }

  void forget(UUID consultation) {
    sql.sql("delete from " + SCHEMA + ".consultation_words where consultation = ?")
        .param(consultation)
        .update();
  }

  /// Not those that came out of a conversation with somebody whom the viewer knows.
  private static final String NOT_HIDDEN =
      " where not exists (select from "
          + SCHEMA
          + ".conflict x where x.thread = c.thread and x.staff = ?)";

  /// The latest first, those whose conversation is gone too; without words.
  List<Row> latest(UUID viewer, int skipped, int most) {
    return sql.sql(
            "select c.*, null::bytea as sealed from "
                + SCHEMA
                + ".consultation c"
                + NOT_HIDDEN
                + " order by c.noted_on desc, c.id offset ? limit ?")
        .params(viewer, skipped, most)
        .query((row, number) -> row(row))
        .list();
  }

  int count(UUID viewer) {
    return sql.sql("select count(*) from " + SCHEMA + ".consultation c" + NOT_HIDDEN)
        .param(viewer)
        .query(Integer.class)
        .single();
  }

  /// How many came from each municipality since a day.
  List<Consultations.Reached> reached(LocalDate since) {
    return sql.sql(
            "select municipality, count(*) from "
                + SCHEMA
                + ".consultation where noted_on >= ? group by municipality order by municipality")
        .param(since)
        .query((row, number) -> new Consultations.Reached(row.getString(1), row.getInt(2)))
        .list();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        row.getObject("noted_on", LocalDate.class),
        Organisation.of(row.getString("organisation")).orElseThrow(),
        row.getString("municipality"),
        Topic.of(row.getString("topic")).orElseThrow(),
        row.getInt("version"),
        row.getBytes("sealed"));
  }
}
