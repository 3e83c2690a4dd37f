package se.fristad.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/// The public halves that a signature is checked with: any of them may have made it.
final class PublicKeys {
  private final List<PublicKey> keys;

  private PublicKeys(List<PublicKey> keys) {
    this.keys = keys;
  }

  /// From the lines of [SigningKey#published].
  ///
  /// @throws IllegalArgumentException when a line is no public key, or there is none
  public static PublicKeys of(List<String> lines) {
    List<PublicKey> keys =
        lines.stream().map(String::strip).filter(l -> !l.isEmpty()).map(PublicKeys::key).toList();
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("no public key");
    }
    return new PublicKeys(keys);
  }

  /// From a file such as `keys/log.pub`.
  ///
  /// @throws IOException when it cannot be read
  /// @throws IllegalArgumentException when it holds no public key
  public static PublicKeys read(Path file) throws IOException {
    return of(Files.readAllLines(file));
  }

  boolean signed(byte[] message, byte[] signature) {
    for (PublicKey key : keys) {
      try {
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(key);
        check.update(message);
        if (check.verify(signature)) {
          return true;
        }
      } catch (GeneralSecurityException malformed) {
        // A signature of the wrong form is no signature; another key may still fit.
        continue;
      }
    }
    return false;
  }

  private static PublicKey key(String line) {
    try {
      byte[] encoded = Base64.getDecoder().decode(line);
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException | IllegalArgumentException malformed) {
      throw new IllegalArgumentException("not a public key");
    }
  }
}
