package se.fristad.vault;

import java.util.Arrays;

/// The master key derived from a passphrase that a person types at start: Argon2id (RFC 9106), 256
/// MiB, t = 4, p = 1.
public final class Passphrase implements MasterKey {
  private final byte[] secret;
  private final byte[] salt;

  /// @param secret the passphrase in UTF-8; copied
  /// @param salt the installation's salt, 16 bytes or more
  public Passphrase(byte[] secret, byte[] salt) {
    this.secret = secret.clone();
    this.salt = salt.clone();
  }

  @Override
  public DataKey open() {
    byte[] key = new Strength(256 * 1024, 4, 1).hash(secret, salt, null, 32);
    return DataKey.of(key);
  }

  /// Forgets the passphrase.
  public void forget() {
    Arrays.fill(secret, (byte) 0);
  }
}
