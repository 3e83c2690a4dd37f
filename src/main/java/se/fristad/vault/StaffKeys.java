package se.fristad.vault;

import java.util.UUID;

/// The keys of the staff register: names, login names and second factors of those who work here.
/// Held by nodes with the staff face.
public final class StaffKeys {
  static final String OWNER = "staff";
  private final Keyring ring;

  StaffKeys(Keyring ring) {
    this.ring = ring;
  }

  /// Wraps a staff record's data key.
  public WrappedKey wrap(UUID record, DataKey key) {
    return ring.wrap(OWNER, record, key);
  }

  /// Unwraps a staff record's data key.
  ///
  /// @throws Tampered when the key is of another record or has been erased
  public DataKey unwrap(UUID record, WrappedKey wrapped) {
    return ring.unwrap(OWNER, record, wrapped);
  }

  /// A blind index of a login name: 16 bytes.
  public byte[] index(String purpose, String value) {
    return ring.index(OWNER, purpose, value);
  }
}
