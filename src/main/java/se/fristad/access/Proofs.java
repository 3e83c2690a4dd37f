package se.fristad.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import se.fristad.vault.StaffKeys;

/// What stands in the tables of `access` and could give somebody rights is made with the staff
/// register's key: the hash of a session, the hash of a one-time code, the id of a role.
///
/// Every side's login may call the functions that write these rows, and who owns the database may
/// write them by hand. Without the key that gives a row that no cookie, no code and no check fits:
/// nobody comes in, and nobody becomes what she was not made.
final class Proofs {
  private final StaffKeys keys;

  Proofs(StaffKeys keys) {
    this.keys = keys;
  }

  /// What the session of a token is stored by. It is bound to its owner: given to somebody else by
  /// hand, it is nobody's.
  byte[] session(UUID staff, byte[] token) {
    return Secrets.sha256(
        keys.index("session", staff + "|" + Secrets.base64(token)), bytes(staff), token);
  }

  /// What a one-time code is stored by.
  byte[] code(String typed) {
    String plain = Secrets.plainCode(typed);
    return Secrets.sha256(keys.index("code", plain), plain.getBytes(StandardCharsets.UTF_8));
  }

  /// The id of somebody's role for an organisation: whoever lacks the key cannot make one (RFC
  /// 9562, version 8).
  UUID viewer(UUID staff, String organisation, Role role) {
    ByteBuffer proof =
        ByteBuffer.wrap(keys.index("viewer", staff + "|" + organisation + "|" + role.code()));
    return new UUID(
        (proof.getLong() & 0xffff_ffff_ffff_0fffL) | 0x8000L,
        (proof.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L);
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
