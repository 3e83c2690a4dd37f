package se.fristad.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.vault.WrappedKey;

/// The functions of schema `access` about staff, one-time codes, faults and chores.
@StaffFace
@Component
@SuppressWarnings("ArrayRecordComponent")
final class StaffRows {
  private final JdbcClient sql;

  StaffRows(JdbcClient sql) {
    this.sql = sql;
  }

  record Account(
      UUID id,
      byte @Nullable [] sealedTotp,
      long lastStep,
      @Nullable String scheme,
      byte @Nullable [] salt,
      byte @Nullable [] hash,
      boolean active,
      WrappedKey key) {}

  record Row(
      UUID id,
      byte[] sealedLogin,
      byte[] sealedName,
      boolean active,
      boolean begun,
      Instant addedAt,
      List<String> viewers,
      WrappedKey key) {}

  record Link(
      boolean firstAdministrator,
      @Nullable UUID staff,
      byte @Nullable [] sealedLogin,
      byte @Nullable [] sealedName,
      @Nullable WrappedKey key) {}

  record SealedName(UUID id, byte[] sealed, WrappedKey key) {}

  record FaultRow(String number, String kind, String place, Instant at) {}

  Optional<Account> account(byte[] loginIndex) {
    return sql.sql(
            """
            SELECT id, sealed_totp, coalesce(totp_step, -1), password_scheme, password_salt,
                   password_hash, active, kek, wrapped
              FROM access.account(?)
            """)
        .param(loginIndex)
        .query((row, number) ->
            new Account(
                row.getObject(1, UUID.class),
                row.getBytes(2),
                row.getLong(3),
                row.getString(4),
                row.getBytes(5),
                row.getBytes(6),
                row.getBoolean(7),
                new WrappedKey(row.getString(8), row.getBytes(9))))
        .optional();
  }

  boolean add(UUID id, byte[] loginIndex, byte[] sealedLogin, byte[] sealedName, WrappedKey key) {
    return sql.sql("SELECT access.add_staff(?, ?, ?, ?, ?, ?)")
        .param(id)
        .param(loginIndex)
        .param(sealedLogin)
        .param(sealedName)
        .param(key.kek())
        .param(key.bytes())
        .query(Boolean.class)
        .single();
  }

  void addViewer(UUID id, UUID staff, String organisation, Role role) {
    sql.sql("SELECT access.add_viewer(?, ?, ?, ?)")
        .param(id)
        .param(staff)
        .param(organisation)
        .param(role.code())
        .query((row, number) -> number)
        .list();
  }

  List<Row> all() {
    return sql.sql(
            """
            SELECT id, sealed_login, sealed_name, active, begun, added_at, viewers, kek, wrapped
              FROM access.staff_list()
            """)
        .query(StaffRows::row)
        .list();
  }

  List<SealedName> names(Collection<UUID> ids) {
    return sql.sql("SELECT id, sealed_name, kek, wrapped FROM access.names(?)")
        .param(ids.toArray(UUID[]::new))
        .query((row, number) ->
            new SealedName(
                row.getObject(1, UUID.class),
                row.getBytes(2),
                new WrappedKey(row.getString(3), row.getBytes(4))))
        .list();
  }

  boolean lock(UUID staff, boolean locked) {
    return sql.sql("SELECT access.lock_staff(?, ?)")
        .param(staff)
        .param(locked)
        .query(Boolean.class)
        .single();
  }

  boolean makeLink(byte[] hash, String purpose, @Nullable UUID staff) {
    return sql.sql("SELECT access.make_link(?, ?, ?)")
        .param(hash)
        .param(purpose)
        .param(staff)
        .query(Boolean.class)
        .single();
  }

  Optional<Link> link(byte[] hash) {
    return sql.sql(
            """
            SELECT purpose, staff, sealed_login, sealed_name, kek, wrapped FROM access.link(?)
            """)
        .param(hash)
        .query((row, number) ->
            new Link(
                row.getString(1).equals("first_administrator"),
                row.getObject(2, UUID.class),
                row.getBytes(3),
                row.getBytes(4),
                row.getString(5) == null
                    ? null
                    : new WrappedKey(row.getString(5), row.getBytes(6))))
        .optional();
  }

  boolean useLink(
      byte[] hash, UUID staff, byte[] sealedTotp, long step, byte[] salt, byte[] password) {
    return sql.sql("SELECT access.use_link(?, ?, ?, ?, ?, ?, ?)")
        .param(hash)
        .param(staff)
        .param(sealedTotp)
        .param(step)
        .param(Passwords.SCHEME)
        .param(salt)
        .param(password)
        .query(Boolean.class)
        .single();
  }

  void reportFault(String number, String kind, String place) {
    sql.sql("SELECT access.report_fault(?, ?, ?)")
        .param(number)
        .param(kind)
        .param(place)
        .query((row, n) -> n)
        .list();
  }

  List<FaultRow> faults() {
    return sql.sql("SELECT number, kind, place, at FROM access.faults()")
        .query((row, n) ->
            new FaultRow(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant()))
        .list();
  }

  boolean choreDone(String code) {
    return sql.sql("SELECT access.chore_done(?)").param(code).query(Boolean.class).single();
  }

  void doChore(String code, UUID staff) {
    sql.sql("SELECT access.do_chore(?, ?)").param(code).param(staff).query((row, n) -> n).list();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    Array viewers = row.getArray(7);
    return new Row(
        row.getObject(1, UUID.class),
        row.getBytes(2),
        row.getBytes(3),
        row.getBoolean(4),
        row.getBoolean(5),
        row.getObject(6, OffsetDateTime.class).toInstant(),
        Arrays.asList((String[]) viewers.getArray()),
        new WrappedKey(row.getString(8), row.getBytes(9)));
  }
}
