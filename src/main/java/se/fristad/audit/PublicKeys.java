package se.fristad.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/// The public halves that a signature is checked with: any of them may have made it.
final class PublicKeys {
  private final List<Ed25519PublicKeyParameters> keys;

  private PublicKeys(List<Ed25519PublicKeyParameters> keys) {
    this.keys = keys;
  }

  /// From the lines of [SigningKey#published].
  ///
  /// @throws IllegalArgumentException when a line is no public key, or there is none
  public static PublicKeys of(List<String> lines) {
    List<Ed25519PublicKeyParameters> keys =
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

  /// Whether one of them made the signature. One of the wrong form is none.
  boolean signed(byte[] message, byte[] signature) {
    for (Ed25519PublicKeyParameters key : keys) {
      Ed25519Signer check = new Ed25519Signer();
      check.init(false, key);
      check.update(message, 0, message.length);
      if (check.verifySignature(signature)) {
        return true;
      }
    }
    return false;
  }

  private static Ed25519PublicKeyParameters key(String line) {
    return key(Base64.getDecoder().decode(line));
  }

  /// @throws IllegalArgumentException when it is none
  static Ed25519PublicKeyParameters key(byte[] encoded) {
    try {
      if (PublicKeyFactory.createKey(encoded) instanceof Ed25519PublicKeyParameters key) {
        return key;
      }
    } catch (IOException | RuntimeException malformed) {
      throw new IllegalArgumentException("not a public key");
    }
    throw new IllegalArgumentException("not a public key");
  }
}
