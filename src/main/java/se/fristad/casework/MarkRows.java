package se.fristad.casework;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.outgoing.NeverContacted;
import se.fristad.vault.Confidential;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;
import se.fristad.vault.SideKeys;

/// The SQL of marks: kin and neighbours of those who work here. A mark is made with the side's
/// index key and a word of its own, so that it cannot be read back, nor laid beside a person's.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class MarkRows {
  private final JdbcClient sql;
  private final SideKeys keys;

  MarkRows(JdbcClient sql, SideKeys keys) {
    this.sql = sql;
    this.keys = keys;
  }

  /// What a mark is of.
  enum Kind {
    /// A personal number: kin.
    NUMBER,
    /// A street and a number: a neighbour.
    STREET;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// One that somebody has declared. Of whom is not kept.
  record Row(UUID id, Kind kind, Instant at) {}

  /// A mark of a value; null when there is none.
  byte @Nullable [] mark(Kind kind, String value) {
    return value.isEmpty() ? null : keys.index("kin-" + kind.code(), value);
  }

  /// @return false when she has declared it before
  boolean insert(UUID staff, Kind kind, String value, Instant at) {
    byte[] mark = Objects.requireNonNull(mark(kind, value));
    return sql.sql(
                "insert into casework.mark (id, staff, kind, mark, at) values (?, ?, ?, ?, ?) on conflict do nothing")
            .params(UUID.randomUUID(), staff, kind.code(), mark, Timestamp.from(at))
            .update()
        > 0;
  }

  List<Row> of(UUID staff) {
    return sql.sql("select id, kind, at from casework.mark where staff = ? order by at, id")
        .param(staff)
        .query((row, number) ->
            new Row(
                row.getObject(1, UUID.class),
                Kind.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                row.getTimestamp(3).toInstant()))
        .list();
  }

  /// Takes one of hers back.
  ///
  /// @return false when it is not there, or not hers
  boolean takeBack(UUID id, UUID staff) {
    return sql.sql("delete from casework.mark where id = ? and staff = ?")
            .params(id, staff)
            .update()
        > 0;
  }

  /// Whose kin or neighbour somebody is.
  Set<UUID> met(Confidential number, Confidential address) {
    Set<UUID> met = new HashSet<>(met(Kind.NUMBER, number.reveal()));
    met.addAll(met(Kind.STREET, street(address)));
    return met;
  }

  private List<UUID> met(Kind kind, String value) {
    byte[] mark = mark(kind, value);
    return mark == null
        ? List.of()
        : sql.sql("select staff from casework.mark where kind = ? and mark = ?")
            .params(kind.code(), mark)
            .query((row, number) -> row.getObject(1, UUID.class))
            .list();
  }

  /// The street and the number of an address; empty when it has no number: a whole town is no
  /// neighbour.
  static String street(Confidential address) {
    String street = NeverContacted.street(address);
    return street.matches(".*[0-9].*") ? street : "";
  }

  /// The files of a person with this number, or at this address, that somebody has not been kept
  /// from yet.
  ///
  /// @param responsible whether it is she who answers for it
  record Met(UUID file, boolean responsible) {}

  List<Met> files(UUID staff, Kind kind, String value) {
    String column = kind == Kind.NUMBER ? "number_index" : "street_index";
    return new ArrayList<>(
        sql.sql(
                "select f.id, coalesce(f.responsible = :staff, false) and f.state = 'open' from casework.file f join casework.person p on p.id = f.person where p."
                    + column
                    + " = :index and not exists (select from casework.conflict c where c.file = f.id and c.staff = :staff)")
            .param("staff", staff)
            .param("index", keys.index(kind == Kind.NUMBER ? "pid" : "street", value))
            .query((row, number) -> new Met(row.getObject(1, UUID.class), row.getBoolean(2)))
            .list());
  }

  /// Somebody was refused: only the head is told.
  void refused(UUID staff, @Nullable UUID intake, Instant at) {
    sql.sql(
            "insert into casework.mark_met (id, staff, intake, at) values (:id, :staff, :intake, :at)")
        .param("id", UUID.randomUUID())
        .param("staff", staff)
        .param("intake", intake, java.sql.Types.OTHER)
        .param("at", Timestamp.from(at))
        .update();
  }

  /// A refusal that no head has seen yet.
  record Refused(UUID id, UUID staff, @Nullable UUID intake, Instant at) {}

  List<Refused> unseen() {
    return sql.sql(
            "select id, staff, intake, at from casework.mark_met where seen_at is null order by at limit 50")
        .query((row, number) ->
            new Refused(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getTimestamp(4).toInstant()))
        .list();
  }

  boolean seen(UUID id, UUID by, Instant at) {
    return sql.sql(
                "update casework.mark_met set seen_at = ?, seen_by = ? where id = ? and seen_at is null")
            .params(Timestamp.from(at), by, id)
            .update()
        > 0;
  }
}
