package se.fristad.vault;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The keysets that this node may hold, in memory. Reads a keyset anew when a key id is unknown:
/// another node has turned the keys.
final class Keyring {
  private final Path keys;
  private final MasterKey master;
  private static final long FRESH_NANOS = Duration.ofMinutes(1).toNanos();
  private final Map<String, Keyset> loaded = new ConcurrentHashMap<>();
  private volatile long readAt = System.nanoTime();

  Keyring(Node node, MasterKey master) {
    this.keys = node.keys();
    this.master = master;
    for (Side side : Side.values()) {
      if (side.keepsWords() && node.opens(side)) {
        loaded.put(side.code(), Keyset.load(keys, side.code(), master));
      }
    }
    if (node.shows(Face.STAFF)) {
      loaded.put(StaffKeys.OWNER, Keyset.load(keys, StaffKeys.OWNER, master));
    }
  }

  Keyset of(String owner) {
    if (System.nanoTime() - readAt > FRESH_NANOS) {
      readAt = System.nanoTime();
      loaded.replaceAll((name, old) -> Keyset.load(keys, name, master));
    }
    Keyset keyset = loaded.get(owner);
    if (keyset == null) {
      throw new IllegalStateException("this node does not hold the keys of " + owner);
    }
    return keyset;
  }

  boolean holds(String owner) {
    return loaded.containsKey(owner);
  }

  void replace(Keyset keyset) {
    keyset.save(keys, master);
    loaded.put(keyset.owner(), keyset);
  }

  WrappedKey wrap(String owner, UUID id, DataKey key) {
    Keyset.Entry entry = of(owner).newest(Keyset.Kind.WRAP);
    return new WrappedKey(
        entry.id(), DataKey.of(entry.secret().clone()).wrap(key, purpose(owner, id)));
  }

  DataKey unwrap(String owner, UUID id, WrappedKey wrapped) {
    Keyset.Entry entry =
        of(owner)
            .find(wrapped.kek())
            .or(() -> reloaded(owner).find(wrapped.kek()))
            .orElseThrow(Tampered::new);
    if (entry.kind().isPair()) {
      return QueuePair.open(entry, id, wrapped.bytes());
    }
    try (DataKey kek = DataKey.of(entry.secret().clone())) {
      return kek.unwrap(wrapped.bytes(), purpose(owner, id));
    }
  }

  byte[] index(String owner, String purpose, String value) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(of(owner).newest(Keyset.Kind.INDEX).secret(), "HmacSHA256"));
      return Arrays.copyOf(
          mac.doFinal((purpose + "|" + value).getBytes(StandardCharsets.UTF_8)), 16);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HMAC-SHA256 is part of every JDK", impossible);
    }
  }

  private Keyset reloaded(String owner) {
    Keyset keyset = Keyset.load(keys, owner, master);
    loaded.put(owner, keyset);
    return keyset;
  }

  private static String purpose(String owner, UUID id) {
    return owner + "|" + id;
  }
}
