package se.fristad.access;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.vault.WrappedKey;

/// The functions of schema `access` about sessions and kept forms.
@StaffFace
@Component
@SuppressWarnings("ArrayRecordComponent")
final class SessionRows {
  private final JdbcClient sql;

  SessionRows(JdbcClient sql) {
    this.sql = sql;
  }

  record Seen(
      boolean living,
      UUID staff,
      UUID viewer,
      String organisation,
      Role role,
      String level,
      byte[] sealedName,
      WrappedKey key,
      boolean proved) {}

  record SecondFactor(UUID staff, byte @Nullable [] sealedTotp, long lastStep, WrappedKey key) {}

  record OwnViewer(UUID id, String organisation, Role role) {}

  record Kept(UUID id, String path, String side, Instant at, byte[] sealed, WrappedKey key) {}

  boolean begin(byte[] tokenHash, UUID staff, String level, @Nullable Long step) {
    return sql.sql("SELECT access.begin_session(?, ?, ?, ?)")
        .param(tokenHash)
        .param(staff)
        .param(level)
        .param(step)
        .query(Boolean.class)
        .single();
  }

  /// Whose code a session's is; empty when the session is not living.
  Optional<SecondFactor> secondFactor(byte[] tokenHash) {
    return sql.sql(
            "SELECT staff, sealed_totp, coalesce(totp_step, -1), kek, wrapped FROM access.second_factor(?)")
        .param(tokenHash)
        .query((row, number) ->
            new SecondFactor(
                row.getObject(1, UUID.class),
                row.getBytes(2),
                row.getLong(3),
                new WrappedKey(row.getString(4), row.getBytes(5))))
        .optional();
  }

  /// She has shown it; false when the step was used, or the session is not living.
  boolean prove(byte[] tokenHash, @Nullable Long step) {
    return sql.sql("SELECT access.prove(?, ?)")
        .param(tokenHash)
        .param(step)
        .query(Boolean.class)
        .single();
  }

  Optional<Seen> seen(byte[] tokenHash, boolean signOfLife, Duration proven) {
    return sql.sql(
            """
            SELECT state, staff, viewer, organisation, role, level, sealed_name, kek, wrapped, proved
              FROM access.seen(?, ?, make_interval(secs => ?))
            """)
        .param(tokenHash)
        .param(signOfLife)
        .param(proven.toSeconds())
        .query((row, number) ->
            new Seen(
                row.getString(1).equals("living"),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                Role.of(row.getString(5)),
                row.getString(6),
                row.getBytes(7),
                new WrappedKey(row.getString(8), row.getBytes(9)),
                row.getBoolean(10)))
        .optional();
  }

  void end(byte[] tokenHash) {
    sql.sql("SELECT access.end_session(?)").param(tokenHash).query((row, number) -> number).list();
  }

  List<OwnViewer> viewers(byte[] tokenHash) {
    return sql.sql("SELECT id, organisation, role FROM access.viewers(?)")
        .param(tokenHash)
        .query((row, number) ->
            new OwnViewer(
                row.getObject(1, UUID.class), row.getString(2), Role.of(row.getString(3))))
        .list();
  }

  boolean become(byte[] tokenHash, UUID viewer) {
    return sql.sql("SELECT access.become(?, ?)")
        .param(tokenHash)
        .param(viewer)
        .query(Boolean.class)
        .single();
  }

  boolean keep(byte[] tokenHash, UUID id, String path, String side, WrappedKey key, byte[] sealed) {
    return sql.sql("SELECT access.keep_draft(?, ?, ?, ?, ?, ?, ?)")
        .param(tokenHash)
        .param(id)
        .param(path)
        .param(side)
        .param(key.kek())
        .param(key.bytes())
        .param(sealed)
        .query(Boolean.class)
        .single();
  }

  List<Kept> kept(byte[] tokenHash) {
    return sql.sql("SELECT id, path, side, at, sealed, kek, wrapped FROM access.drafts(?)")
        .param(tokenHash)
        .query((row, number) ->
            new Kept(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getBytes(5),
                new WrappedKey(row.getString(6), row.getBytes(7))))
        .list();
  }

  boolean drop(byte[] tokenHash, UUID draft) {
    return sql.sql("SELECT access.drop_draft(?, ?)")
        .param(tokenHash)
        .param(draft)
        .query(Boolean.class)
        .single();
  }
}
