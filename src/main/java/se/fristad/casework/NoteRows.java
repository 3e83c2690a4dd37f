package se.fristad.casework;

import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;

/// The SQL of the journal: locked notes with what stands beside them, and when the person was told
/// of them. None is ever changed; the login may not.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class NoteRows {
  private final JdbcClient sql;

  NoteRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// What a row of the journal is.
  enum Kind {
    /// A note of what happened.
    NOTE,
    /// A correction beside a note.
    CORRECTION,
    /// That the person holds something in the file to be wrong.
    DISPUTE;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /// @param about the note that is corrected, or what is disputed; null of a note
  /// @param version 1 when the sealed part is the text alone, 2 when it is named words
  @SuppressWarnings("ArrayRecordComponent")
  record Row(
      UUID id,
      Kind kind,
      @Nullable UUID about,
      UUID madeBy,
      Instant madeAt,
      int version,
      byte[] sealed) {
    /// What stands in it, with the text as the word `text`.
    Words words(Files.InHand hand) {
      return version == 1
          ? Words.none().with("text", hand.openText(id, "note", 1, sealed))
          : hand.open(id, "note", version, sealed);
    }
  }

  /// That she was told of the notes, up to a moment.
  ///
  /// @param how a code of [Road.Told]
  @SuppressWarnings("ArrayRecordComponent")
  record Informed(
      UUID id,
      LocalDate on,
      String how,
      Instant notesUntil,
      UUID madeBy,
      Instant madeAt,
      byte[] sealed) {}

  void insert(UUID file, Row row) {
    sql.sql(
            """
            insert into casework.note (id, file, kind, about, made_by, made_at, version, sealed)
            values (:id, :file, :kind, :about, :by, :at, :version, :sealed)
            """)
        .param("id", row.id)
        .param("file", file)
        .param("kind", row.kind.code())
        .param("about", row.about, Types.OTHER)
        .param("by", row.madeBy)
        .param("at", Timestamp.from(row.madeAt))
        .param("version", row.version)
        .param("sealed", row.sealed)
        .update();
  }

  /// Whether a note, not what stands beside one, is in the file.
  boolean isNote(UUID file, UUID id) {
    return sql.sql(
            "select exists (select from casework.note where file = ? and id = ? and kind = 'note')")
        .params(file, id)
        .query(Boolean.class)
        .single();
  }

  /// What somebody has written, and what others have written beside it; everybody's when nobody is
  /// named.
  private static final String OF =
      """
      from casework.note n where n.file = :file
       and (cast(:writer as uuid) is null or n.made_by = :writer
            or n.about in (select h.id from casework.note h where h.file = :file and h.made_by = :writer))
      """;

  /// The journal of a file, the latest first.
  ///
  /// @param writer of whom, with what stands beside; null for everybody's
  List<Row> of(UUID file, @Nullable UUID writer, int most) {
    return sql.sql(
            "select id, kind, about, made_by, made_at, version, sealed "
                + OF
                + " order by made_at desc, id limit :most")
        .param("file", file)
        .param("writer", writer, Types.OTHER)
        .param("most", most)
        .query((row, number) ->
            new Row(
                row.getObject(1, UUID.class),
                Kind.of(row.getString(2)),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getTimestamp(5).toInstant(),
                row.getInt(6),
                row.getBytes(7)))
        .list();
  }

  /// How many they are.
  int count(UUID file, @Nullable UUID writer) {
    return sql.sql("select count(*) " + OF)
        .param("file", file)
        .param("writer", writer, Types.OTHER)
        .query(Integer.class)
        .single();
  }

  void insert(UUID file, Informed row) {
    sql.sql(
            """
            insert into casework.informed (id, file, on_day, how, notes_until, made_by, made_at, sealed)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            row.id,
            file,
            Date.valueOf(row.on),
            row.how,
            Timestamp.from(row.notesUntil),
            row.madeBy,
            Timestamp.from(row.madeAt),
            row.sealed)
        .update();
  }

  /// When she was told, the latest first.
  List<Informed> informed(UUID file) {
    return sql.sql(
            """
            select id, on_day, how, notes_until, made_by, made_at, sealed from casework.informed
             where file = ? order by made_at desc, id
            """)
        .param(file)
        .query((row, number) ->
            new Informed(
                row.getObject(1, UUID.class),
                row.getDate(2).toLocalDate(),
                row.getString(3),
                row.getTimestamp(4).toInstant(),
                row.getObject(5, UUID.class),
                row.getTimestamp(6).toInstant(),
                row.getBytes(7)))
        .list();
  }
}
