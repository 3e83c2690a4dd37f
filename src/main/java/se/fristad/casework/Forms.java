package se.fristad.casework;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.access.Opened;
import se.fristad.access.Permit;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.access.Written;
import se.fristad.vault.DataKey;
import se.fristad.vault.SideKeys;
import se.fristad.vault.WrappedKey;

/// What somebody is writing and has not sent: kept as she types, sealed, hers alone. It is no note
/// of the file and moves none of its dates.
///
/// A form of a file lies under the file's key. The form of a file that is to be opened has a key of
/// its own; its id is the file's to be.
@StaffFace
@Component
class Forms {
  /// The most that a form keeps altogether, in characters.
  static final int MOST = 60_000;

  private final Files files;
  private final FileRows rows;
  private final SideKeys keys;
  private final JdbcClient sql;
  private final Clock clock;

  Forms(Files files, FileRows rows, SideKeys keys, JdbcClient sql, Clock clock) {
    this.files = files;
    this.rows = rows;
    this.keys = keys;
    this.sql = sql;
    this.clock = clock;
  }

  /// A kept form.
  record Kept(Words words, Instant at) {}

  @SuppressWarnings("ArrayRecordComponent")
  private record Row(UUID id, int version, Instant at, byte[] sealed) {}

  /// Keeps what is typed so far.
  ///
  /// @param kind a code of the page's: `note`, `decision`; `open` for a file that is to be opened
  /// @return when it was kept
  Step<Instant> save(Viewer viewer, UUID file, String kind, Words words) {
    if (words.length() > MOST) {
      return new Step.Refused<>(
          java.util.List.of(Refusal.unreadable("form", "casework.wrong.too_much")));
    }
    return files.step(
        viewer,
        file,
        "save_form",
        CaseFileRule.purposeOf(viewer),
        permit -> {
          FileRows.Whole whole = rows.find(permit.id()).orElse(null);
          if (whole == null) {
            return permit.id().equals(file) && kind.equals(OPEN) ? savedOpen(permit, words) : null;
          }
          return kind.equals(OPEN) ? null : saved(permit, whole, kind, words);
        });
  }

  /// The kind of the form of a file that is to be opened.
  static final String OPEN = "open";

  private @Nullable Written<Instant> saved(
      Permit permit, FileRows.Whole whole, String kind, Words words) {
    UUID staff = permit.viewer().staff();
    Row there = row(permit.id(), kind, staff).orElse(null);
    UUID id = there == null ? UUID.randomUUID() : there.id;
    int version = there == null ? 1 : there.version + 1;
    byte[] sealed;
    try (DataKey key = keys.unwrap(permit.id(), whole.key())) {
      sealed = key.seal(Files.place(id, "form", version), words.sealable());
    }
    return stored(id, permit.id(), kind, staff, version, sealed);
  }

  private @Nullable Written<Instant> savedOpen(Permit permit, Words words) {
    UUID id = permit.id();
    UUID staff = permit.viewer().staff();
    Row there = openRow(id, staff).orElse(null);
    int version = there == null ? 1 : there.version + 1;
    try (DataKey key = there == null ? DataKey.random() : keys.unwrap(id, key(id))) {
      byte[] sealed = key.seal(Files.place(id, "form", version), words.sealable());
      Written<Instant> done = stored(id, null, OPEN, staff, version, sealed);
      if (there == null && done != null) {
        WrappedKey wrapped = keys.wrap(id, key);
        sql.sql("insert into casework.data_key (id, form, kek, wrapped) values (?, ?, ?, ?)")
            .params(id, id, wrapped.kek(), wrapped.bytes())
            .update();
      }
      return done;
    }
  }

  /// Null when somebody else's form has the id.
  private @Nullable Written<Instant> stored(
      UUID id, @Nullable UUID file, String kind, UUID staff, int version, byte[] sealed) {
    Instant now = clock.instant();
    int kept =
        sql.sql(
                """
                insert into casework.form (id, file, kind, saved_by, saved_at, version, sealed)
                values (:id, :file, :kind, :by, :at, :version, :sealed)
                on conflict (id) do update set saved_at = :at, version = :version, sealed = :sealed
                 where form.saved_by = :by
                """)
            .param("id", id)
            .param("file", file, Types.OTHER)
            .param("kind", kind)
            .param("by", staff)
            .param("at", Timestamp.from(now))
            .param("version", version)
            .param("sealed", sealed)
            .update();
    return kept == 0 ? null : new Written<>(now, version, Files.sha256(sealed));
  }

  /// What she had typed in a form of a file; empty when there is nothing.
  Optional<Kept> of(Viewer viewer, UUID file, String kind) {
    Opened<Optional<Kept>> opened =
        files.read(
            viewer,
            file,
            hand ->
                row(hand.id(), kind, hand.staff())
                    .map(row ->
                        new Kept(hand.open(row.id, "form", row.version, row.sealed), row.at)));
    return switch (opened) {
      case Opened.Value<Optional<Kept>> value -> value.value();
      case Opened.NotThere<Optional<Kept>> notThere -> Optional.empty();
    };
  }

  /// What she had typed of a file that is to be opened.
  Optional<Kept> ofOpening(Viewer viewer, UUID file) {
    return openRow(file, viewer.staff())
        .map(row -> {
          try (DataKey key = keys.unwrap(file, key(file))) {
            return new Kept(
                Words.of(key.open(Files.place(file, "form", row.version), row.sealed)), row.at);
          }
        });
  }

  /// A form of a file has been sent; in the transaction of the step.
  void drop(UUID file, UUID staff, String kind) {
    sql.sql("delete from casework.form where file = ? and saved_by = ? and kind = ?")
        .params(file, staff, kind)
        .update();
  }

  /// The form of a file that is to be opened has been sent.
  void drop(UUID id, UUID staff) {
    sql.sql("delete from casework.form where id = ? and file is null and saved_by = ?")
        .params(id, staff)
        .update();
  }

  private WrappedKey key(UUID form) {
    return sql.sql("select kek, wrapped from casework.data_key where form = ?")
        .param(form)
        .query((row, number) -> new WrappedKey(row.getString(1), row.getBytes(2)))
        .single();
  }

  private Optional<Row> row(UUID file, String kind, UUID staff) {
    return sql.sql(
            "select id, version, saved_at, sealed from casework.form where file = ? and kind = ? and saved_by = ?")
        .params(file, kind, staff)
        .query(Forms::row)
        .optional();
  }

  private Optional<Row> openRow(UUID id, UUID staff) {
    return sql.sql(
            "select id, version, saved_at, sealed from casework.form where id = ? and file is null and saved_by = ?")
        .params(id, staff)
        .query(Forms::row)
        .optional();
  }

  private static Row row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
    return new Row(
        row.getObject(1, UUID.class),
        row.getInt(2),
        row.getTimestamp(3).toInstant(),
        row.getBytes(4));
  }
}
