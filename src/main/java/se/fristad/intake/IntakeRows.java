package se.fristad.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.vault.WrappedKey;

/// The SQL of intakes.
@Component
class IntakeRows {
  private static final String COLUMNS =
      """
      select id, thread, way, source, municipality, made_by, made_at, saved_by, saved_at, saved_page, version,
             outcome, concluded_by, concluded_at,
             case when taken_up_at is null then investigation_due end as investigation_due
        from intake.intake
      """;

  private final JdbcClient sql;

  IntakeRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// The sealed form with its wrapped key.
  @SuppressWarnings("ArrayRecordComponent")
  record Sealed(WrappedKey key, byte @Nullable [] form) {}

  /// A conversation closed before an intake was made of it.
  record Awaiting(UUID thread, Instant closedAt) {}

  Optional<UUID> maker(UUID id) {
    return sql.sql("select made_by from intake.intake where id = ?")
        .param(id)
        .query(UUID.class)
        .optional();
  }

  Optional<Intake.Row> find(UUID id) {
    return sql.sql(COLUMNS + " where id = ?").param(id).query(IntakeRows::row).optional();
  }

  Optional<Intake.Row> lock(UUID id) {
    return sql.sql(COLUMNS + " where id = ? for update")
        .param(id)
        .query(IntakeRows::row)
        .optional();
  }

  Optional<Sealed> sealed(UUID id) {
    return sql.sql(
            """
            select k.kek, k.wrapped, i.sealed
              from intake.intake i join intake.data_key k on k.id = i.id where i.id = ?
            """)
        .param(id)
        .query((row, number) ->
            new Sealed(new WrappedKey(row.getString(1), row.getBytes(2)), row.getBytes(3)))
        .optional();
  }

  Optional<UUID> draftOf(UUID thread) {
    return sql.sql("select id from intake.intake where thread = ? and state = 'draft'")
        .param(thread)
        .query(UUID.class)
        .optional();
  }

  /// Everything made of a conversation, the draft first.
  List<Intake.Row> of(UUID thread) {
    return sql.sql(COLUMNS + " where thread = ? order by state desc, made_at desc")
        .param(thread)
        .query(IntakeRows::row)
        .list();
  }

  /// Begins an intake; false when it, or another draft of its conversation, is there already.
  boolean begin(
      UUID id,
      @Nullable UUID thread,
      WayIn way,
      UUID staff,
      Instant at,
      byte[] sealed,
      WrappedKey key) {
    int begun =
        sql.sql(
                """
                insert into intake.intake (id, thread, way, made_by, made_at, saved_by, saved_at, sealed)
                values (:id, :thread, :way, :staff, :at, :staff, :at, :sealed) on conflict do nothing
                """)
            .param("id", id)
            .param("thread", thread, Types.OTHER)
            .param("way", way.code())
            .param("staff", staff)
            .param("at", Timestamp.from(at))
            .param("sealed", sealed)
            .update();
    if (begun == 1) {
      sql.sql("insert into intake.data_key (id, kek, wrapped) values (?, ?, ?)")
          .params(id, key.kek(), key.bytes())
          .update();
    }
    return begun == 1;
  }

  void save(
      UUID id,
      int version,
      Typed typed,
      UUID staff,
      @Nullable UUID page,
      Instant at,
      byte[] sealed) {
    sql.sql(
            """
            update intake.intake
               set version = :version, saved_by = :staff, saved_at = :at, saved_page = :page, sealed = :sealed,
                   way = coalesce(:way, way), source = :source, municipality = :municipality
             where id = :id and state = 'draft'
            """)
        .param("id", id)
        .param("version", version)
        .param("staff", staff)
        .param("page", page, java.sql.Types.OTHER)
        .param("at", Timestamp.from(at))
        .param("sealed", sealed)
        .param("way", typed.way().map(WayIn::code).orElse(null), Types.VARCHAR)
        .param("source", typed.source().map(Source::code).orElse(null), Types.VARCHAR)
        .param("municipality", typed.municipality(), Types.VARCHAR)
        .update();
  }

  /// @param nameless whether nothing in it says who the person is: then it names itself where the
  ///   number of an anonymous conversation would stand, as one does whose conversation is gone
  void conclude(UUID id, Outcome outcome, boolean nameless, UUID staff, Instant at) {
    sql.sql(
            """
            update intake.intake
               set state = 'concluded', outcome = :outcome, concluded_by = :staff, concluded_at = :at,
                   investigation_due = :due, thread = case when :nameless then coalesce(thread, id) else thread end
             where id = :id and state = 'draft'
            """)
        .param("id", id)
        .param("outcome", outcome.code())
        .param("nameless", nameless)
        .param("staff", staff)
        .param("at", Timestamp.from(at))
        .param("due", outcome.opensInvestigation() ? Timestamp.from(at) : null, Types.TIMESTAMP)
        .update();
  }

  /// It waits no more; false when it did not wait.
  boolean takeUp(UUID id, Instant at) {
    return sql.sql(
                """
                update intake.intake set taken_up_at = greatest(?, investigation_due)
                 where id = ? and investigation_due is not null and taken_up_at is null
                """)
            .params(Timestamp.from(at), id)
            .update()
        == 1;
  }

  /// A page of a list, the latest first; what waits for an investigation the longest first.
  List<Intake.Row> list(Shown shown, UUID viewer, @Nullable UUID onlyOf, int most, int from) {
    return sql.sql(
            COLUMNS
                + where(shown)
                + (shown == Shown.INVESTIGATION
                    ? " order by investigation_due"
                    : " order by coalesce(concluded_at, saved_at) desc")
                + " limit :most offset :from")
        .param("only", onlyOf, Types.OTHER)
        .param("viewer", viewer)
        .param("most", most)
        .param("from", from)
        .query(IntakeRows::row)
        .list();
  }

  int count(Shown shown, UUID viewer, @Nullable UUID onlyOf) {
    return sql.sql("select count(*) from intake.intake" + where(shown))
        .param("only", onlyOf, Types.OTHER)
        .param("viewer", viewer)
        .query(Integer.class)
        .single();
  }

  private static String where(Shown shown) {
    return " where (cast(:only as uuid) is null or made_by = :only)"
        + " and not exists (select from intake.conflict c where c.intake = id and c.staff = :viewer) and "
        + switch (shown) {
          case DRAFTS -> "state = 'draft'";
          case CONCLUDED -> "state = 'concluded'";
          case INVESTIGATION -> "investigation_due is not null and taken_up_at is null";
        };
  }

  /// Remembers a closed conversation without an intake; once, however often it is told.
  void remember(UUID thread, Instant closedAt) {
    sql.sql(
            """
            insert into intake.awaiting (thread, closed_at)
            select :thread, :at
             where not exists (select from intake.intake i where i.thread = :thread and i.state = 'concluded')
            on conflict (thread) do nothing
            """)
        .param("thread", thread)
        .param("at", Timestamp.from(closedAt))
        .update();
  }

  void forget(UUID thread) {
    sql.sql("delete from intake.awaiting where thread = ?").param(thread).update();
  }

  /// The conversations that anything here points at.
  Set<UUID> threads() {
    return new HashSet<>(
        sql.sql(
                """
                select thread from intake.awaiting
                union select thread from intake.intake where thread <> id
                """)
            .query((row, number) -> row.getObject(1, UUID.class))
            .list());
  }

  /// Points no longer at conversations that have been destroyed. That an intake came out of one
  /// stays, without its number: it then names itself.
  int forgetGone(Collection<UUID> threads) {
    UUID[] gone = threads.toArray(UUID[]::new);
    return sql.sql("delete from intake.awaiting where thread = any (?)").param(gone).update()
        + sql.sql("update intake.intake set thread = id where thread = any (?)")
            .param(gone)
            .update();
  }

  /// @param hidden the conversations of people whom the viewer knows
  /// @param since those that were closed later
  List<Awaiting> awaiting(Collection<UUID> hidden, Instant since, int most) {
    return sql.sql(
            "select thread, closed_at from intake.awaiting where closed_at > :since and thread <> all (:hidden) order by closed_at limit :most")
        .param("since", Timestamp.from(since))
        .param("hidden", hidden.toArray(UUID[]::new))
        .param("most", most)
        .query((row, number) ->
            new Awaiting(row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()))
        .list();
  }

  private static Intake.Row row(ResultSet row, int number) throws SQLException {
    String outcome = row.getString("outcome");
    Timestamp due = row.getTimestamp("investigation_due");
    String source = row.getString("source");
    UUID id = row.getObject("id", UUID.class);
    UUID thread = row.getObject("thread", UUID.class);
    return new Intake.Row(
        id,
        id.equals(thread) ? null : thread,
        thread != null,
        WayIn.of(row.getString("way")).orElseThrow(),
        source == null ? null : Source.of(source).orElseThrow(),
        row.getString("municipality"),
        row.getObject("made_by", UUID.class),
        row.getTimestamp("made_at").toInstant(),
        row.getObject("saved_by", UUID.class),
        row.getTimestamp("saved_at").toInstant(),
        row.getObject("saved_page", UUID.class),
        row.getInt("version"),
        outcome == null
            ? new Intake.Stage.Draft()
            : new Intake.Stage.Concluded(
                outcome,
                row.getObject("concluded_by", UUID.class),
                row.getTimestamp("concluded_at").toInstant(),
                due == null ? null : due.toInstant()));
  }
}
