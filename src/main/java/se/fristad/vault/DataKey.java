package se.fristad.vault;

import com.google.crypto.tink.subtle.Hkdf;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The random key of one record: 256 bits, AES-GCM (NIST SP 800-38D). Wiped when closed.
///
/// Texts are padded to the next 256 bytes before they are sealed, so that a stored length tells
/// little; the [Place] is bound as associated data, so that a sealed text moved to another row,
/// field or version does not open.
public final class DataKey implements AutoCloseable {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int STEP = 256;
  private static final int NONCE = 12;
  private static final int TAG = 16;
  private final byte[] key;

  private DataKey(byte[] key) {
    this.key = key;
  }

  /// A new key.
  public static DataKey random() {
    byte[] key = new byte[32];
    RANDOM.nextBytes(key);
    return new DataKey(key);
  }

  /// A key from its 32 bytes; the array is taken over and wiped on close.
  static DataKey of(byte[] key) {
    if (key.length != 32) {
      throw new Tampered();
    }
    return new DataKey(key);
  }

  /// A key derived from a secret by HKDF-SHA256 (RFC 5869). `purpose` keeps keys of different uses
  /// apart.
  public static DataKey derived(byte[] secret, String purpose) {
    try {
      return new DataKey(
          Hkdf.computeHkdf(
              "HmacSha256", secret, new byte[0], purpose.getBytes(StandardCharsets.UTF_8), 32));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HKDF is part of every JDK", impossible);
    }
  }

  /// Seals a text for its place.
  public byte[] seal(Place place, Confidential text) {
    byte[] plain = text.reveal().getBytes(StandardCharsets.UTF_8);
    int padded = (plain.length + 4 + STEP - 1) / STEP * STEP;
    byte[] buffer = ByteBuffer.allocate(padded).putInt(plain.length).put(plain).array();
    try {
      return encrypt(buffer, place.associatedData());
    } finally {
      Arrays.fill(plain, (byte) 0);
      Arrays.fill(buffer, (byte) 0);
    }
  }

  /// Opens what [#seal] made for the same place.
  ///
  /// @throws Tampered when key, place or content do not agree
  public Confidential open(Place place, byte[] sealed) {
    byte[] buffer = decrypt(sealed, place.associatedData());
    try {
      int length = ByteBuffer.wrap(buffer).getInt();
      if (length < 0 || length > buffer.length - 4) {
        throw new Tampered();
      }
      return Confidential.of(new String(buffer, 4, length, StandardCharsets.UTF_8));
    } finally {
      Arrays.fill(buffer, (byte) 0);
    }
  }

  /// Seals bytes for their place: a picture, a document.
  public byte[] sealBytes(Place place, byte[] bytes) {
    int padded = (bytes.length + 4 + STEP - 1) / STEP * STEP;
    byte[] buffer = ByteBuffer.allocate(padded).putInt(bytes.length).put(bytes).array();
    try {
      return encrypt(buffer, place.associatedData());
    } finally {
      Arrays.fill(buffer, (byte) 0);
    }
  }

  /// Opens what [#sealBytes] made for the same place.
  ///
  /// @throws Tampered when key, place or content do not agree
  public byte[] openBytes(Place place, byte[] sealed) {
    byte[] buffer = decrypt(sealed, place.associatedData());
    int length = ByteBuffer.wrap(buffer).getInt();
    if (length < 0 || length > buffer.length - 4) {
      throw new Tampered();
    }
    return Arrays.copyOfRange(buffer, 4, 4 + length);
  }

  /// Wraps another key under this one.
  public byte[] wrap(DataKey other, String purpose) {
    return encrypt(other.key, purpose.getBytes(StandardCharsets.UTF_8));
  }

  /// Unwraps what [#wrap] made for the same purpose.
  ///
  /// @throws Tampered when key, purpose or content do not agree
  public DataKey unwrap(byte[] wrapped, String purpose) {
    return of(decrypt(wrapped, purpose.getBytes(StandardCharsets.UTF_8)));
  }

  /// Seals bytes without padding, for files of our own.
  byte[] encryptRaw(byte[] plain, String purpose) {
    return encrypt(plain, purpose.getBytes(StandardCharsets.UTF_8));
  }

  byte[] decryptRaw(byte[] sealed, String purpose) {
    return decrypt(sealed, purpose.getBytes(StandardCharsets.UTF_8));
  }

  /// The raw key, for the keyset of a side to wrap. Stays inside this package.
  byte[] bytes() {
    return key;
  }

  /// The nonce, 96 random bits, then the ciphertext with its tag of 128 bits. The JDK's own cipher:
  /// Tink's asks each new thread anew for a source of randomness, which a virtual thread always is.
  private byte[] encrypt(byte[] plain, byte[] associated) {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    byte[] sealed = Arrays.copyOf(nonce, NONCE + plain.length + TAG);
    try {
      cipher(Cipher.ENCRYPT_MODE, nonce, associated).doFinal(plain, 0, plain.length, sealed, NONCE);
      return sealed;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("AES-GCM is part of every JDK", impossible);
    }
  }

  private byte[] decrypt(byte[] sealed, byte[] associated) {
    if (sealed.length < NONCE + TAG) {
      throw new Tampered();
    }
    try {
      return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), associated)
          .doFinal(sealed, NONCE, sealed.length - NONCE);
    } catch (GeneralSecurityException wrong) {
      throw new Tampered();
    }
  }

  private Cipher cipher(int mode, byte[] nonce, byte[] associated) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG * 8, nonce));
    cipher.updateAAD(associated);
    return cipher;
  }

  @Override
  public void close() {
    Arrays.fill(key, (byte) 0);
  }

  @Override
  public String toString() {
    return "[key]";
  }
}
