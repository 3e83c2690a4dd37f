package se.fristad.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;

/// The SQL of who was asked into a conversation.
@Component
class InvitationRows {
  private static final String INVITATION =
      "select id, thread, staff, role, invited_at, delivered_at, answer from ";

  private final JdbcClient sql;

  InvitationRows(JdbcClient sql) {
    this.sql = sql;
  }

  record Asked(UUID id, int seq, @Nullable Instant delivered, @Nullable Boolean answer) {}

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
  List<Invitation> of(Queue queue, UUID thread) {
    return sql.sql(
            INVITATION
                + queue.schema()
                + ".invitation where thread = ? and ended_at is null order by invited_at")
        .param(thread)
        .query(InvitationRows::invitation)
        .list();
  }

  /// The conversations into which somebody was asked, the latest on top.
  List<Invitation> extendedTo(Queue queue, UUID staff, int most) {
    return sql.sql(
            INVITATION
                + queue.schema()
                + ".invitation where staff = ? and ended_at is null order by invited_at desc limit ?")
        .params(staff, most)
        .query(InvitationRows::invitation)
        .list();
  }

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
}
