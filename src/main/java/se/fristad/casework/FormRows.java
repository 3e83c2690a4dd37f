package se.fristad.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.vault.WrappedKey;

/// The SQL of forms: what is typed and not sent, and which have been sent.
@StaffFace
@Component
class FormRows {
  private final JdbcClient sql;

  FormRows(JdbcClient sql) {
    this.sql = sql;
  }

  @SuppressWarnings("ArrayRecordComponent")
  record Row(UUID id, int version, Instant at, byte[] sealed, UUID page) {}

  /// Keeps what is typed; not when somebody else's form has the id.
  ///
  /// @param page minted with the page it was typed on
  boolean keep(
      UUID id,
      @Nullable UUID file,
      String kind,
      UUID staff,
      UUID page,
      Instant now,
      int version,
      byte[] sealed) {
    return sql.sql(
                """
                insert into casework.form (id, file, kind, saved_by, page, saved_at, version, sealed)
                values (:id, :file, :kind, :by, :page, :at, :version, :sealed)
                on conflict (id) do update set saved_at = :at, version = :version, sealed = :sealed, page = :page
                 where form.saved_by = :by
                """)
            .param("id", id)
            .param("file", file, Types.OTHER)
            .param("kind", kind)
            .param("by", staff)
            .param("page", page)
            .param("at", Timestamp.from(now))
            .param("version", version)
            .param("sealed", sealed)
            .update()
        == 1;
  }

  /// Holds the place of a file that is to be opened, until it is: of two that open it at once the
  /// second waits here. What was typed of it stays.
  ///
  /// @return false when somebody else is writing it
  boolean hold(UUID id, UUID staff, Instant now) {
    return sql.sql(
                """
                insert into casework.form (id, kind, saved_by, page, saved_at, sealed)
                values (:id, :kind, :by, :id, :at, :nothing)
                on conflict (id) do update set saved_at = form.saved_at where form.saved_by = :by
                """)
            .param("id", id)
            .param("kind", Forms.OPEN)
            .param("by", staff)
            .param("at", Timestamp.from(now))
            .param("nothing", new byte[1])
            .update()
        == 1;
  }

  /// Whether a record stands in a file: one of those that a step can be about.
  boolean isOf(UUID file, UUID record) {
    return isRecord(file, record)
        || sql.sql("select exists (select from casework.working_note where file = ? and id = ?)")
            .params(file, record)
            .query(Boolean.class)
            .single();
  }

  /// Whether it is one that everybody who reads the file can see.
  boolean isRecord(UUID file, UUID record) {
    return sql.sql(
            """
            select exists (select from casework.decision where file = :file and id = :record)
                or exists (select from casework.investigation where file = :file and id = :record)
                or exists (select from casework.appeal where file = :file and id = :record)
                or exists (select from casework.support where file = :file and id = :record)
                or exists (select from casework.follow_up where file = :file and id = :record)
                or exists (select from casework.danger_change where file = :file and id = :record)
                or exists (select from casework.accompaniment where file = :file and id = :record)
                or exists (select from casework.contact_again where file = :file and id = :record)
                or exists (select from casework.plan where file = :file and id = :record)
                or exists (select from casework.plan_action where file = :file and id = :record)
                or exists (select from casework.report where file = :file and id = :record)
                or exists (select from casework.decision_request where file = :file and id = :record)
                or exists (select from casework.proposal where file = :file and id = :record)
                or exists (select from casework.communication where file = :file and id = :record)
                or exists (select from casework.transfer where file = :file and id = :record)
                or exists (select from casework.mapping where file = :file and id = :record)
                or exists (select from casework.note where file = :file and id = :record)
                or exists (select from casework.mapping where file = :file and id = :record)
                or exists (select from casework.consent where file = :file and id = :record)
                or exists (select from casework.night_event where file = :file and id = :record)
            """)
        .param("file", file)
        .param("record", record)
        .query(Boolean.class)
        .single();
  }

  /// The key of the form of a file that is to be opened.
  void keep(UUID form, WrappedKey key) {
    sql.sql("insert into casework.data_key (id, form, kek, wrapped) values (?, ?, ?, ?)")
        .params(form, form, key.kek(), key.bytes())
        .update();
  }

  WrappedKey key(UUID form) {
    return sql.sql("select kek, wrapped from casework.data_key where form = ?")
        .param(form)
        .query((row, number) -> new WrappedKey(row.getString(1), row.getBytes(2)))
        .single();
  }

  /// What somebody has typed in a form of a file, each window's version, the latest first.
  List<Row> versions(UUID file, String kind, UUID staff) {
    return sql.sql(
            """
            select id, version, saved_at, sealed, page from casework.form
             where file = ? and kind = ? and saved_by = ? order by saved_at desc, id
            """)
        .params(file, kind, staff)
        .query(FormRows::row)
        .list();
  }

  /// What somebody has begun to write in a file, and when it was saved, by kind.
  Map<String, Instant> begun(UUID file, UUID staff) {
    Map<String, Instant> begun = new TreeMap<>();
    sql.sql(
            "select kind, max(saved_at) from casework.form where file = ? and saved_by = ? group by kind")
        .params(file, staff)
        .query(row -> {
          begun.put(row.getString(1), row.getTimestamp(2).toInstant());
        });
    return begun;
  }

  /// What somebody has typed of a file that is to be opened.
  Optional<Row> findOpening(UUID id, UUID staff) {
    return sql.sql(
            "select id, version, saved_at, sealed, page from casework.form where id = ? and file is null and saved_by = ?")
        .params(id, staff)
        .query(FormRows::row)
        .optional();
  }

  /// What somebody has typed that is of no file yet, the latest first. What was saved while its
  /// file was being opened is none of them.
  List<Row> alone(UUID staff, String kind) {
    return sql.sql(
            """
            select id, version, saved_at, sealed, page from casework.form
             where saved_by = ? and kind = ? and file is null
               and not exists (select from casework.file f where f.id = form.id)
             order by saved_at desc limit 20
            """)
        .params(staff, kind)
        .query(FormRows::row)
        .list();
  }

  /// A step has been taken without a form: nothing that was typed of it is left.
  void drop(UUID file, UUID staff, String kind) {
    sql.sql("delete from casework.form where file = ? and saved_by = ? and kind = ?")
        .params(file, staff, kind)
        .update();
  }

  /// A form of a file has been sent from a window: what was typed in it, and what it was drawn from
  /// when nobody has written in that since. What stands in another window stays.
  void dropSent(UUID file, UUID staff, String kind, Window window) {
    sql.sql(
            """
            delete from casework.form where file = :file and saved_by = :by and kind = :kind
               and (page = :page or (id = cast(:row as uuid) and version = :version))
            """)
        .param("file", file)
        .param("by", staff)
        .param("kind", kind)
        .param("page", window.form())
        .param("row", window.row(), Types.OTHER)
        .param("version", window.version())
        .update();
  }

  /// One version is thrown away.
  ///
  /// @return false when there is none such of hers
  boolean dropVersion(UUID file, UUID staff, String kind, UUID row) {
    return sql.sql(
                "delete from casework.form where file = ? and saved_by = ? and kind = ? and id = ?")
            .params(file, staff, kind, row)
            .update()
        == 1;
  }

  /// The form of a file that is to be opened has been sent.
  void drop(UUID id, UUID staff) {
    sql.sql("delete from casework.form where id = ? and file is null and saved_by = ?")
        .params(id, staff)
        .update();
  }

  /// Of no file yet, only the one of this id is kept.
  void dropOthers(UUID id, UUID staff, String kind) {
    sql.sql(
            "delete from casework.form where file is null and kind = ? and saved_by = ? and id <> ?")
        .params(kind, staff, id)
        .update();
  }

  /// Marks a form as sent, or what was said in it.
  ///
  /// @param form minted with the form; or the fingerprint of what it said
  /// @return false when it was sent before
  boolean send(UUID form, UUID file, Instant now) {
    return sql.sql(
                "insert into casework.sent (id, file, sent_at) values (?, ?, ?) on conflict (id) do nothing")
            .params(form, file, Timestamp.from(now))
            .update()
        == 1;
  }

  /// When a form was sent.
  Optional<Instant> sentAt(UUID form, UUID file) {
    return sql.sql("select sent_at from casework.sent where id = ? and file = ?")
        .params(form, file)
        .query((row, number) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  boolean wasSent(UUID form) {
    return sql.sql("select exists (select from casework.sent where id = ?)")
        .param(form)
        .query(Boolean.class)
        .single();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getObject(1, UUID.class),
        row.getInt(2),
        row.getTimestamp(3).toInstant(),
        row.getBytes(4),
        row.getObject(5, UUID.class));
  }
}
