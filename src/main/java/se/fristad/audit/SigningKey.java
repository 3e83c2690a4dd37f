package se.fristad.audit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/// An Ed25519 key that signs, with the public half that the verifying command reads.
///
/// Prints nothing of itself. [#secret] is for the sealed key file only.
final class SigningKey {
  private final byte[] secret;
  private final byte[] published;
  private final PrivateKey key;

  private SigningKey(byte[] secret, byte[] published) throws GeneralSecurityException {
    this.secret = secret;
    this.published = published;
    this.key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(secret));
  }

  /// Makes a new key.
  public static SigningKey fresh() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return new SigningKey(pair.getPrivate().getEncoded(), pair.getPublic().getEncoded());
    } catch (GeneralSecurityException impossible) {
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
      KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(publicHalf));
      return new SigningKey(privateHalf, publicHalf);
    } catch (GeneralSecurityException | RuntimeException notAKey) {
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
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Ed25519 does not sign", impossible);
    }
  }

  @Override
  public String toString() {
    return "[signing key]";
  }
}
