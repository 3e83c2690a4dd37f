package se.fristad.vault;

import java.util.UUID;

/// The keys of the side that runs ([Sides#current()]); of no other.
public final class SideKeys {
  private final Keyring ring;

  SideKeys(Keyring ring) {
    this.ring = ring;
  }

  /// Wraps a record's data key under the newest wrapping key of the running side.
  public WrappedKey wrap(UUID record, DataKey key) {
    return ring.wrap(Sides.current().code(), record, key);
  }

  /// Unwraps the data key of a record of the running side; also one that the public node sealed to
  /// the side's queue.
  ///
  /// @throws Tampered when the key is of another record, another side, or has been erased
  public DataKey unwrap(UUID record, WrappedKey wrapped) {
    return ring.unwrap(Sides.current().code(), record, wrapped);
  }

  /// A blind index: 16 bytes of HMAC-SHA256 over `purpose|value` under the running side's index
  /// key. Equal values give equal bytes within a side, and nothing in common with another side.
  public byte[] index(String purpose, String value) {
    return ring.index(Sides.current().code(), purpose, value);
  }

  /// Whether this node holds the keys of a side.
  public boolean holds(Side side) {
    return ring.holds(side.code());
  }
}
