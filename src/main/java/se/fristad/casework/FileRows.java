package se.fristad.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.access.Relation;
import se.fristad.vault.DataKey;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;
import se.fristad.vault.WrappedKey;

/// The SQL of files, their assignments and their keys.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class FileRows {
  static final String COLUMNS =
      """
      f.id, f.person, f.kind, f.municipality, f.responsible, f.risk, f.risk_until, f.opened_at,
      f.opened_by, f.closed_at, f.noted_at, f.version, f.sealed_version\
      """;

  private final JdbcClient sql;

  FileRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// A file with its sealed part and its wrapped key.
  ///
  /// @param unsaid whether its person is protected, or nobody knows, and who asked has not said why
  ///   she reads
  @SuppressWarnings("ArrayRecordComponent")
  record Whole(CaseFile file, int sealedVersion, byte[] sealed, WrappedKey key, boolean unsaid) {}

  /// How somebody stands to a file, and how its person is protected.
  ///
  /// @param alone whether it is the head's alone: its person has another identity
  record Standing(Relation relation, boolean alone) {}

  /// How somebody stands to a file, in one question.
  Standing standing(UUID file, UUID staff, Instant now) {
    return sql.sql(
            """
            select case when f.id is null then 'NONE'
                        when exists (select from casework.conflict c where c.file = f.id and c.staff = :staff and c.by_mark) then 'KIN_OR_NEIGHBOUR'
                        when exists (select from casework.conflict c where c.file = f.id and c.staff = :staff) then 'CONFLICT_DECLARED'
                        when bool_or(a.to_at is null and a.relation in ('responsible', 'investigates')) then 'MINE'
                        when bool_or(a.to_at is null and a.relation = 'delivers') then 'DELIVERS_SUPPORT'
                        when exists (select from casework.emergency e where e.file = f.id and e.staff = :staff and e.at <= :now and e.until_at > :now) then 'EMERGENCY_HOUR'
                        when bool_or(a.to_at is not null) then 'MINE_BEFORE'
                        else 'MY_TEAMS' end,
                   coalesce(bool_or(p.guard = 'head'), false)
              from (values (cast(:file as uuid))) as asked (id)
              left join casework.file f on f.id = asked.id
              left join casework.person p on p.id = f.person
              left join casework.assignment a on a.file = f.id and a.staff = :staff
             group by f.id
            """)
        .param("file", file)
        .param("staff", staff)
        .param("now", Timestamp.from(now))
        .query((row, number) -> new Standing(Relation.valueOf(row.getString(1)), row.getBoolean(2)))
        .single();
  }

  /// She has opened it; again within the minute is the same time. What came after the last time is
  /// new to her.
  void opened(UUID file, UUID staff, Instant at) {
    sql.sql(
            """
            insert into casework.opened (file, staff, first_at, last_at) values (:file, :staff, :at, :at)
            on conflict (file, staff) do update set last_at = excluded.last_at
             where opened.last_at < excluded.last_at - interval '1 minute'
            """)
        .param("file", file)
        .param("staff", staff)
        .param("at", Timestamp.from(at))
        .update();
  }

  /// Somebody who has opened it.
  record Opened(UUID staff, Instant first, Instant last) {}

  /// Who has opened it, who was first first.
  List<Opened> opened(UUID file) {
    return sql.sql(
            "select staff, first_at, last_at from casework.opened where file = ? order by first_at, staff")
        .param(file)
        .query((row, number) ->
            new Opened(
                row.getObject(1, UUID.class),
                row.getTimestamp(2).toInstant(),
                row.getTimestamp(3).toInstant()))
        .list();
  }

  /// A file as somebody asks to read it now.
  Optional<Whole> read(UUID id, UUID staff, Instant now) {
    return sql.sql(
            "select "
                + COLUMNS
                + """
                , f.sealed, k.kek, k.wrapped,
                  p.guard <> 'open' and not exists (select from casework.reading_reason r
                    where r.file = f.id and r.staff = :staff and r.at <= :now and r.until_at > :now) as unsaid
                  from casework.file f join casework.data_key k on k.file = f.id
                  join casework.person p on p.id = f.person where f.id = :id
                """)
        .param("id", id)
        .param("staff", staff)
        .param("now", Timestamp.from(now))
        .query((row, number) -> whole(row, row.getBoolean("unsaid")))
        .optional();
  }

  Optional<Whole> find(UUID id) {
    return whole(id, "");
  }

  Optional<Whole> lock(UUID id) {
    return whole(id, " for update of f");
  }

  private Optional<Whole> whole(UUID id, String lock) {
    return sql.sql(
            "select "
                + COLUMNS
                + ", f.sealed, k.kek, k.wrapped from casework.file f join casework.data_key k on k.file = f.id"
                + " where f.id = ?"
                + lock)
        .param(id)
        .query((row, number) -> whole(row, false))
        .optional();
  }

  private static Whole whole(ResultSet row, boolean unsaid) throws SQLException {
    return new Whole(
        file(row),
        row.getInt("sealed_version"),
        row.getBytes("sealed"),
        new WrappedKey(row.getString("kek"), row.getBytes("wrapped")),
        unsaid);
  }

  void insert(CaseFile file, byte[] numberIndex, byte[] sealed, WrappedKey key) {
    sql.sql(
            """
            insert into casework.file (id, person, kind, municipality, responsible, number_index, opened_at, opened_by, noted_at, sealed)
            values (:id, :person, :kind, :municipality, :responsible, :number, :at, :by, :at, :sealed)
            """)
        .param("id", file.id())
        .param("person", file.person())
        .param("kind", file.kind().code())
        .param("municipality", file.municipality())
        .param("responsible", file.responsible(), Types.OTHER)
        .param("number", numberIndex)
        .param("at", Timestamp.from(file.openedAt()))
        .param("by", file.openedBy())
        .param("sealed", sealed)
        .update();
    sql.sql("insert into casework.data_key (id, file, kek, wrapped) values (?, ?, ?, ?)")
        .params(file.id(), file.id(), key.kek(), key.bytes())
        .update();
  }

  boolean numberTaken(byte[] numberIndex) {
    return sql.sql("select exists (select from casework.file where number_index = ?)")
        .param(numberIndex)
        .query(Boolean.class)
        .single();
  }

  /// Counts the version up; everything that is written in a file goes through here.
  void touch(UUID id, Instant at) {
    sql.sql("update casework.file set version = version + 1, noted_at = ? where id = ?")
        .params(Timestamp.from(at), id)
        .update();
  }

  /// @param by who gave it
  void assign(UUID file, UUID staff, String relation, Instant at, UUID by) {
    sql.sql(
            """
            insert into casework.assignment (id, file, staff, relation, from_at, given_by) values (?, ?, ?, ?, ?, ?)
            on conflict (file, staff, relation) where to_at is null do nothing
            """)
        .params(UUID.randomUUID(), file, staff, relation, Timestamp.from(at), by)
        .update();
  }

  /// Whether somebody delivers support in a file, or has done so.
  boolean delivers(UUID file, UUID staff) {
    return sql.sql(
            "select exists (select from casework.assignment where file = ? and staff = ? and relation = 'delivers')")
        .params(file, staff)
        .query(Boolean.class)
        .single();
  }

  void release(UUID file, UUID staff, String relation, Instant at) {
    sql.sql(
            """
            update casework.assignment set to_at = ?
             where file = ? and staff = ? and relation = ? and to_at is null
            """)
        .params(Timestamp.from(at), file, staff, relation)
        .update();
  }

  List<Reading.Assigned> assignments(UUID file) {
    return sql.sql(
            "select staff, relation, from_at, to_at, given_by from casework.assignment where file = ? order by from_at")
        .param(file)
        .query((row, number) ->
            new Reading.Assigned(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getTimestamp(3).toInstant(),
                instant(row, "to_at"),
                row.getObject(5, UUID.class)))
        .list();
  }

  /// The file's own sealed part, from a row that holds it.
  static Words words(ResultSet row, DataKey key, UUID file) throws SQLException {
    return Words.of(
        key.open(Files.place(file, "file", row.getInt("sealed_version")), row.getBytes("sealed")));
  }

  static CaseFile file(ResultSet row) throws SQLException {
    java.sql.Date until = row.getDate("risk_until");
    return new CaseFile(
        row.getObject("id", UUID.class),
        row.getObject("person", UUID.class),
        CaseFile.Kind.of(row.getString("kind")),
        row.getString("municipality"),
        row.getObject("responsible", UUID.class),
        row.getString("risk"),
        until == null ? null : until.toLocalDate(),
        row.getTimestamp("opened_at").toInstant(),
        row.getObject("opened_by", UUID.class),
        instant(row, "closed_at"),
        row.getTimestamp("noted_at").toInstant(),
        row.getInt("version"));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
