package se.fristad.audit;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/// An Ed25519 key (RFC 8032) that signs, with the public half that the verifying command reads.
///
/// Signs by Bouncy Castle: the same bytes as the JDK's own, at a seventeenth of the time. Each look
/// at a page is a line of the log and a signature.
///
/// Prints nothing of itself. [#secret] is for the sealed key file only.
final class SigningKey {
  private final byte[] secret;
  private final byte[] published;
  private final Ed25519PrivateKeyParameters key;

  private SigningKey(byte[] secret, byte[] published) throws IOException {
    this.secret = secret;
    this.published = published;
    this.key = (Ed25519PrivateKeyParameters) PrivateKeyFactory.createKey(secret);
  }

  /// Makes a new key.
  public static SigningKey fresh() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return new SigningKey(pair.getPrivate().getEncoded(), pair.getPublic().getEncoded());
    } catch (GeneralSecurityException | IOException impossible) {
      throw new IllegalStateException("no Ed25519", impossible);
    }
  }

  /// Opens a key from what [#secret] gave.
  ///
  /// @throws IllegalArgumentException when the bytes are no such key
  public static SigningKey of(byte[] secret) {
    try {
      int length = Byte.toUnsignedInt(secret[0]);
      byte[] privateHalf = Arrays.copyOfRange(secret, 1, 1 + length);
      byte[] publicHalf = Arrays.copyOfRange(secret, 1 + length, secret.length);
      PublicKeys.key(publicHalf);
      return new SigningKey(privateHalf, publicHalf);
    } catch (IOException | RuntimeException notAKey) {
      throw new IllegalArgumentException("not a signing key");
    }
  }

  /// Both halves, to be kept encrypted under the master key in a file that only its owner reads.
  public byte[] secret() {
    byte[] both = new byte[1 + secret.length + published.length];
    both[0] = (byte) secret.length;
    System.arraycopy(secret, 0, both, 1, secret.length);
    System.arraycopy(published, 0, both, 1 + secret.length, published.length);
    return both;
  }

  /// The public half as one line of text, for `keys/log.pub` and `keys/line.pub`. A file may hold
  /// several, one for each key that was ever used.
  public String published() {
    return Base64.getEncoder().encodeToString(published);
  }

  byte[] sign(byte[] message) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, key);
    signer.update(message, 0, message.length);
    return signer.generateSignature();
  }

  @Override
  public String toString() {
    return "[signing key]";
  }
}
