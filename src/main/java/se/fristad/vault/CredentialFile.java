package se.fristad.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/// The master key as 64 hexadecimal digits in a file of mode 0600, put there by `systemd-creds`, a
/// TPM or, in development and demonstration, by the first start itself.
public final class CredentialFile implements MasterKey {
  private final Path file;

  /// Reads the file at each use, never before.
  public CredentialFile(Path file) {
    this.file = file;
  }

  /// Makes the file with a new key, unless it is there.
  public static CredentialFile made(Path file) {
    if (!Files.exists(file)) {
      try (DataKey key = DataKey.random()) {
        SecretFiles.write(
            file, HexFormat.of().formatHex(key.bytes()).getBytes(StandardCharsets.US_ASCII));
      }
    }
    return new CredentialFile(file);
  }

  @Override
  public DataKey open() {
    try {
      return DataKey.of(HexFormat.of().parseHex(Files.readString(file).strip()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
