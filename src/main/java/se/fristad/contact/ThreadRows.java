package se.fristad.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.contact.facts.Channel;
import se.fristad.vault.WrappedKey;

/// The SQL of threads as staff see them.
@Component
class ThreadRows {
  private static final String COLUMNS =
      "select t.id, coalesce(h.language, t.language), t.begun_at, t.waiting_since, t.last_seq,"
          + " t.answered_at is not null, t.returns, t.state = 'open', coalesce(h.channel, 'chat'), h.about,"
          + " coalesce(h.danger, false), h.owner, t.door,";
  private final JdbcClient sql;

  ThreadRows(JdbcClient sql) {
    this.sql = sql;
  }

  record Said(
      int seq,
      UUID clientId,
      boolean fromPerson,
      @Nullable UUID author,
      Instant at,
      byte[] sealed) {}

  record Locked(
      int version,
      boolean answered,
      boolean open,
      Instant begunAt,
      String language,
      boolean counted,
      Entrance entrance,
      boolean spoken) {}

  /// Those who wait first, the longest waiting on top; then those whose turn it is, the latest on
  /// top.
  List<Waiting> open(Queue queue, Sieve sieve, UUID viewer, int most) {
    return sql.sql(
            columns(queue)
                + " where t.state = 'open'"
                + " and (:channel = '' or coalesce(h.channel, 'chat') = :channel)"
                + " and (:language = '' or coalesce(h.language, t.language) = :language)"
                + " and (:about = '' or h.about = :about or (h.about is null and t.door = :door)) and (not :danger or h.danger)"
                + " and (:owner = 'all' or (:owner = 'mine' and h.owner = :viewer) or (:owner = 'nobody' and h.owner is null))"
                + " order by "
                + sieve.order()
                + " limit :most")
        .param("channel", sieve.channel())
        .param("language", sieve.language())
        .param("about", sieve.about())
        .param(
            "door", About.of(sieve.about()).flatMap(About::entrance).map(Entrance::code).orElse(""))
        .param("danger", sieve.danger())
        .param("owner", sieve.owner().code())
        .param("viewer", viewer)
        .param("most", most)
        .query((row, number) -> waiting(queue, row))
        .list();
  }

  private static String columns(Queue queue) {
    String schema = queue.schema();
    return COLUMNS
        + " (select r.step from "
        + schema
        + ".reminder r where r.thread = t.id and (r.since = t.waiting_since or (r.step = 'callback' and exists (select from "
        + schema
        + ".promise p where p.thread = t.id and p.due_at = r.since and p.kept_at is null union all select from "
        + schema
        + ".callback c where c.thread = t.id and c.until_at = r.since and c.state = 'wished')))"
        + " order by r.at desc, r.step desc limit 1),"
        + " (select min(p.due_at) from "
        + schema
        + ".promise p where p.thread = t.id and p.kind = 'callback' and p.kept_at is null) from "
        + schema
        + ".thread t left join "
        + queue.schema()
        + ".handling h on h.thread = t.id";
  }

  int openCount(Queue queue) {
    return sql.sql("select count(*) from " + queue.schema() + ".thread where state = 'open'")
        .query(Integer.class)
        .single();
  }

  /// The conversations of a page of the closed ones, the latest on top.
  List<Waiting> closed(Queue queue, int most, int from) {
    return sql.sql(
            columns(queue) + " where t.state = 'closed' order by t.closed_at desc limit ? offset ?")
        .params(most, from)
        .query((row, number) -> waiting(queue, row))
        .list();
  }

  /// Changes with every write in an open thread, and with every thread that opens or closes.
  long pulse(Queue queue) {
    return sql.sql(
            "select count(*) * 1000003 + coalesce(sum(version), 0) from "
                + queue.schema()
                + ".thread where state = 'open'")
        .query(Long.class)
        .single();
  }

  long pulse(Queue queue, UUID id) {
    return sql.sql("select version from " + queue.schema() + ".thread where id = ?")
        .param(id)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  int closedCount(Queue queue) {
    return sql.sql("select count(*) from " + queue.schema() + ".thread where state = 'closed'")
        .query(Integer.class)
        .single();
  }

  Optional<Waiting> find(Queue queue, UUID id) {
    return sql.sql(columns(queue) + " where t.id = ?")
        .param(id)
        .query((row, number) -> waiting(queue, row))
        .optional();
  }

  List<UUID> remaining(Queue queue, Collection<UUID> ids) {
    return sql.sql("select id from " + queue.schema() + ".thread where id = any (?)")
        .param(ids.toArray(UUID[]::new))
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  /// Who has it, or else who answered last.
  Optional<UUID> owner(Queue queue, UUID id) {
    return sql.sql(
            "select coalesce(h.owner, t.answerer) from "
                + queue.schema()
                + ".thread t left join "
                + queue.schema()
                + ".handling h on h.thread = t.id"
                + " where t.id = ? and coalesce(h.owner, t.answerer) is not null")
        .param(id)
        .query(UUID.class)
        .optional();
  }

  List<Said> said(Queue queue, UUID id) {
    return sql.sql(
            "select seq, client_id, sender, author, at, sealed from "
                + queue.schema()
                + ".message where thread = ? order by seq")
        .param(id)
        .query((row, number) -> {
          Timestamp at = row.getTimestamp(5);
          return new Said(
              row.getInt(1),
              row.getObject(2, UUID.class),
              "person".equals(row.getString(3)),
              row.getObject(4, UUID.class),
              at.toInstant(),
              row.getBytes(6));
        })
        .list();
  }

  Optional<WrappedKey> key(Queue queue, UUID id) {
    return sql.sql("select kek, wrapped from " + queue.schema() + ".data_key where id = ?")
        .param(id)
        .query((row, number) -> new WrappedKey(row.getString(1), row.getBytes(2)))
        .optional();
  }

  Optional<Locked> lock(Queue queue, UUID id) {
    return sql.sql(
            "select version, answered_at is not null, state = 'open', begun_at, language, counted, door,"
                + " exists (select from "
                + queue.schema()
                + ".handling h where h.thread = t.id and h.channel <> 'chat') from "
                + queue.schema()
                + ".thread t where id = ? for update")
        .param(id)
        .query((row, number) -> {
          Timestamp begun = row.getTimestamp(4);
          return new Locked(
              row.getInt(1),
              row.getBoolean(2),
              row.getBoolean(3),
              begun.toInstant(),
              row.getString(5),
              row.getBoolean(6),
              entrance(queue, row.getString(7)),
              row.getBoolean(8));
        })
        .optional();
  }

  /// Notes that the figures know of a conversation; its row is locked.
  void counted(Queue queue, UUID id) {
    sql.sql("update " + queue.schema() + ".thread set counted = true where id = ?")
        .param(id)
        .update();
  }

  /// The place of a message sent before under the same id.
  Optional<Integer> placeOf(Queue queue, UUID id, UUID clientId) {
    return sql.sql(
            "select seq from " + queue.schema() + ".message where thread = ? and client_id = ?")
        .params(id, clientId)
        .query(Integer.class)
        .optional();
  }

  /// Adds an answer; the thread's row is locked. Returns the new version.
  int answer(Queue queue, UUID id, UUID clientId, UUID author, Instant at, byte[] sealed) {
    Timestamp time = Timestamp.from(at);
    sql.sql(
            "insert into "
                + queue.schema()
                + ".message (thread, seq, client_id, sender, author, at, sealed)"
                + " select id, last_seq + 1, ?, 'staff', ?, ?, ? from "
                + queue.schema()
                + ".thread where id = ?")
        .params(clientId, author, time, sealed, id)
        .update();
    return sql.sql(
            "update "
                + queue.schema()
                + ".thread set last_seq = last_seq + 1, last_from = 'staff', waiting_since = null,"
                + " answered_at = coalesce(answered_at, ?), answerer = ?, state = 'open', closed_at = null, version = version + 1"
                + " where id = ? returning version")
        .params(time, author, id)
        .query(Integer.class)
        .single();
  }

  /// Adds a message of ours that is no answer: who waits goes on waiting. The thread's row is
  /// locked.
  int tell(Queue queue, UUID id, UUID clientId, UUID author, Instant at, byte[] sealed) {
    sql.sql(
            "insert into "
                + queue.schema()
                + ".message (thread, seq, client_id, sender, author, at, sealed)"
                + " select id, last_seq + 1, ?, 'staff', ?, ?, ? from "
                + queue.schema()
                + ".thread where id = ?")
        .params(clientId, author, Timestamp.from(at), sealed, id)
        .update();
    return sql.sql(
            "update "
                + queue.schema()
                + ".thread set last_seq = last_seq + 1, last_from = 'staff', version = version + 1"
                + " where id = ? returning version")
        .param(id)
        .query(Integer.class)
        .single();
  }

  int close(Queue queue, UUID id, Instant at) {
    return sql.sql(
            "update "
                + queue.schema()
                + ".thread set state = 'closed', closed_at = ?, waiting_since = null, version = version + 1"
                + " where id = ? returning version")
        .params(Timestamp.from(at), id)
        .query(Integer.class)
        .single();
  }

  private static Waiting waiting(Queue queue, ResultSet row) throws SQLException {
    Timestamp begun = row.getTimestamp(3);
    Timestamp since = row.getTimestamp(4);
    String reached = row.getString(14);
    Timestamp promised = row.getTimestamp(15);
    return new Waiting(
        new ThreadId(row.getObject(1, UUID.class)),
        queue,
        row.getString(2),
        begun.toInstant(),
        since == null ? null : since.toInstant(),
        row.getInt(5),
        row.getBoolean(6),
        row.getBoolean(7),
        row.getBoolean(8),
        entrance(queue, row.getString(13)),
        handling(row),
        reached == null ? null : Step.of(reached),
        promised == null ? null : promised.toInstant());
  }

  private static Entrance entrance(Queue queue, String code) {
    return Entrance.of(code).orElseGet(() -> Entrance.of(queue));
  }

  private static Handling handling(ResultSet row) throws SQLException {
    String about = row.getString(10);
    return new Handling(
        Channel.valueOf(row.getString(9).toUpperCase(Locale.ROOT)),
        about == null ? null : About.of(about).orElse(null),
        row.getBoolean(11),
        row.getObject(12, UUID.class));
  }

  /// Logs a call or a walk-in: it is answered where it was taken, and waits for nobody. False when
  /// it is there already.
  boolean logCall(
      Queue queue,
      UUID id,
      UUID staff,
      Instant at,
      Calls.Call call,
      WrappedKey key,
      byte[] sealed) {
    String schema = queue.schema();
    Timestamp time = Timestamp.from(at);
    int begun =
        sql.sql(
                "insert into "
                    + schema
                    + ".thread (id, language, begun_at, last_seq, last_from, answered_at, answerer)"
                    + " values (?, 'sv', ?, 1, 'staff', ?, ?) on conflict (id) do nothing")
            .params(id, time, time, staff)
            .update();
    if (begun == 0) {
      return false;
    }
    sql.sql("insert into " + schema + ".data_key (id, kek, wrapped) values (?, ?, ?)")
        .params(id, key.kek(), key.bytes())
        .update();
    sql.sql(
            "insert into "
                + schema
                + ".message (thread, seq, client_id, sender, author, at, sealed) values (?, 1, ?, 'staff', ?, ?, ?)")
        .params(id, id, staff, time, sealed)
        .update();
    sql.sql(
            "insert into "
                + schema
                + ".handling (thread, channel, about, language, danger, owner, taken_at) values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            id,
            call.channel().code(),
            call.about().code(),
            call.language(),
            call.danger(),
            staff,
            time)
        .update();
    return true;
  }

  /// Whether a contact is a call that somebody logged herself.
  boolean isHis(Queue queue, UUID id, UUID staff) {
    return sql.sql(
            "select exists (select from "
                + queue.schema()
                + ".message where thread = ? and client_id = ? and author = ?)")
        .params(id, id, staff)
        .query(Boolean.class)
        .single();
  }

  /// Marks danger, or takes the mark away; the thread's row is locked. Returns the new version.
  int mark(Queue queue, UUID id, boolean danger) {
    sql.sql(
            "insert into "
                + queue.schema()
                + ".handling (thread, danger) values (?, ?) on conflict (thread) do update set danger = excluded.danger")
        .params(id, danger)
        .update();
    return written(queue, id);
  }

  /// Gives it to somebody; the thread's row is locked. Returns the new version.
  int give(Queue queue, UUID id, UUID staff, Instant at) {
    sql.sql(
            "insert into "
                + queue.schema()
                + ".handling (thread, owner, taken_at) values (?, ?, ?)"
                + " on conflict (thread) do update set owner = excluded.owner, taken_at = excluded.taken_at")
        .params(id, staff, Timestamp.from(at))
        .update();
    return written(queue, id);
  }

  /// Gives it to somebody when nobody has it; the thread's row is locked.
  void giveIfFree(Queue queue, UUID id, UUID staff, Instant at) {
    sql.sql(
            "insert into "
                + queue.schema()
                + ".handling as h (thread, owner, taken_at) values (?, ?, ?)"
                + " on conflict (thread) do update set owner = excluded.owner, taken_at = excluded.taken_at"
                + " where h.owner is null")
        .params(id, staff, Timestamp.from(at))
        .update();
  }

  /// Notes why a call became nothing more.
  void because(Queue queue, UUID id, ClosedBecause reason) {
    sql.sql("update " + queue.schema() + ".handling set closed_because = ? where thread = ?")
        .params(reason.code(), id)
        .update();
  }

  record SealedNote(UUID id, boolean handover, UUID author, Instant at, byte[] sealed) {}

  record Asked(UUID id, int seq, @Nullable Instant delivered, @Nullable Boolean answer) {}

  List<SealedNote> notes(Queue queue, UUID thread) {
    return sql.sql(
            "select id, kind = 'handover', author, at, sealed from "
                + queue.schema()
                + ".note where thread = ? order by at, id")
        .param(thread)
        .query((row, number) ->
            new SealedNote(
                row.getObject(1, UUID.class),
                row.getBoolean(2),
                row.getObject(3, UUID.class),
                row.getTimestamp(4).toInstant(),
                row.getBytes(5)))
        .list();
  }

  /// Keeps a note; the thread's row is locked. False when it is there already.
  boolean note(
      Queue queue, UUID id, UUID thread, boolean handover, UUID author, Instant at, byte[] sealed) {
    return sql.sql(
                "insert into "
                    + queue.schema()
                    + ".note (id, thread, kind, author, at, sealed) values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing")
            .params(id, thread, handover ? "handover" : "note", author, Timestamp.from(at), sealed)
            .update()
        == 1;
  }

  /// The competence in which somebody was asked into a conversation, whatever became of it; nothing
  /// when she was not.
  Optional<Role> invited(Queue queue, UUID thread, UUID staff) {
    return sql.sql(
            "select role from "
                + queue.schema()
                + ".invitation where thread = ? and staff = ? and ended_at is null")
        .params(thread, staff)
        .query((row, number) -> Role.of(row.getString(1)))
        .optional();
  }

  Optional<Asked> asked(Queue queue, UUID thread, UUID staff) {
    return sql.sql(
            "select id, seq, delivered_at, answer from "
                + queue.schema()
                + ".invitation where thread = ? and staff = ? and ended_at is null")
        .params(thread, staff)
        .query((row, number) -> {
          Timestamp delivered = row.getTimestamp(3);
          return new Asked(
              row.getObject(1, UUID.class),
              row.getInt(2),
              delivered == null ? null : delivered.toInstant(),
              answer(row.getString(4)));
        })
        .optional();
  }

  /// Those who were asked into a conversation, the first on top.
  List<Invitation> invitations(Queue queue, UUID thread) {
    return sql.sql(
            INVITATION
                + queue.schema()
                + ".invitation where thread = ? and ended_at is null order by invited_at")
        .param(thread)
        .query(ThreadRows::invitation)
        .list();
  }

  /// The conversations into which somebody was asked, the latest on top.
  List<Invitation> invitationsOf(Queue queue, UUID staff, int most) {
    return sql.sql(
            INVITATION
                + queue.schema()
                + ".invitation where staff = ? and ended_at is null order by invited_at desc limit ?")
        .params(staff, most)
        .query(ThreadRows::invitation)
        .list();
  }

  private static final String INVITATION =
      "select id, thread, staff, role, invited_at, delivered_at, answer from ";

  private static Invitation invitation(ResultSet row, int number) throws SQLException {
    Timestamp delivered = row.getTimestamp(6);
    return new Invitation(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getObject(3, UUID.class),
        Role.of(row.getString(4)),
        row.getTimestamp(5).toInstant(),
        delivered == null ? null : delivered.toInstant(),
        answer(row.getString(7)));
  }

  private static @Nullable Boolean answer(@Nullable String code) {
    return code == null ? null : code.equals("yes");
  }

  /// Asks somebody in; the thread's row is locked, and the announcement is its last message. False
  /// when she has been asked in already.
  boolean invite(Queue queue, UUID id, UUID thread, UUID staff, Role role, UUID by, Instant at) {
    return sql.sql(
                "insert into "
                    + queue.schema()
                    + ".invitation (id, thread, staff, role, invited_by, invited_at, seq)"
                    + " select ?, t.id, ?, ?, ?, ?, t.last_seq from "
                    + queue.schema()
                    + ".thread t where t.id = ? on conflict do nothing")
            .params(id, staff, role.code(), by, Timestamp.from(at), thread)
            .update()
        == 1;
  }

  /// Notes what the person has answered; a no stands.
  boolean answer(Queue queue, UUID invitation, boolean yes, Instant at) {
    return sql.sql(
                "update "
                    + queue.schema()
                    + ".invitation set answer = ?, answered_at = ? where id = ? and delivered_at is not null"
                    + " and ended_at is null and answer is distinct from 'no'")
            .params(yes ? "yes" : "no", Timestamp.from(at), invitation)
            .update()
        == 1;
  }

  /// From now on it opens nothing. A no stands, so that nobody is asked in again over it.
  boolean end(Queue queue, UUID invitation, UUID thread, Instant at) {
    return sql.sql(
                "update "
                    + queue.schema()
                    + ".invitation set ended_at = ? where id = ? and thread = ? and ended_at is null"
                    + " and answer is distinct from 'no'")
            .params(Timestamp.from(at), invitation, thread)
            .update()
        == 1;
  }

  boolean isOf(Queue queue, UUID invitation, UUID thread) {
    return sql.sql(
            "select exists (select from "
                + queue.schema()
                + ".invitation where id = ? and thread = ?)")
        .params(invitation, thread)
        .query(Boolean.class)
        .single();
  }

  Optional<String> alias(Queue queue, UUID staff) {
    return sql.sql("select signature from " + queue.schema() + ".alias where staff = ?")
        .param(staff)
        .query(String.class)
        .optional();
  }

  void alias(Queue queue, UUID staff, @Nullable String name) {
    if (name == null) {
      sql.sql("delete from " + queue.schema() + ".alias where staff = ?").param(staff).update();
    } else {
      sql.sql(
              "insert into "
                  + queue.schema()
                  + ".alias (staff, signature) values (?, ?) on conflict (staff) do update set signature = excluded.signature")
          .params(staff, name)
          .update();
    }
  }

  /// Whether the last of our messages is somebody's own.
  boolean wroteLast(Queue queue, UUID thread, UUID staff) {
    return sql.sql(
            "select coalesce((select author = ? from "
                + queue.schema()
                + ".message where thread = ? and sender = 'staff' order by seq desc limit 1), false)")
        .params(staff, thread)
        .query(Boolean.class)
        .single();
  }

  /// Notes that something about it was written, so that open pages look again.
  int written(Queue queue, UUID id) {
    return sql.sql(
            "update "
                + queue.schema()
                + ".thread set version = version + 1 where id = ? returning version")
        .param(id)
        .query(Integer.class)
        .single();
  }
}
