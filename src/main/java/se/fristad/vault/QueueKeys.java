package se.fristad.vault;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/// The public halves of the queues' keys: what the public node holds. Seals a new thread's key to
/// those who answer; cannot open it.
///
/// Files `keys/public/<letterbox>.pub`: one line, the key's id and the public keyset in Base64.
/// Read at each use, so that a turned key is taken at once.
public final class QueueKeys {
  private final Path keys;

  /// @param keys the key directory
  public QueueKeys(Path keys) {
    this.keys = keys;
  }

  /// Seals the key of a new thread to those who open a letterbox. 0.7 ms.
  public WrappedKey seal(Letterbox box, UUID thread, DataKey key) {
    List<String> parts =
        List.of(
            new String(SecretFiles.read(file(keys, box)), StandardCharsets.US_ASCII)
                .strip()
                .split(" ", 2));
    return new WrappedKey(
        parts.get(0), QueuePair.seal(Base64.getDecoder().decode(parts.get(1)), thread, key));
  }

  static void publish(Path keys, Letterbox box, Keyset.Entry entry) {
    String line =
        entry.id() + " " + Base64.getEncoder().encodeToString(QueuePair.publicHalf(entry)) + "\n";
    SecretFiles.write(file(keys, box), line.getBytes(StandardCharsets.US_ASCII));
  }

  static Path file(Path keys, Letterbox box) {
    return keys.resolve("public").resolve(box.code() + ".pub");
  }
}
