package se.fristad.access;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;

/// Random tokens and codes, and the hashes by which they are stored. A token itself is in a cookie
/// or on a paper and nowhere else.
final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();

  /// Without the letters and digits that are mistaken for each other (I L O U).
  private static final String CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  /// RFC 4648, for secrets that an authenticator app reads.
  private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Secrets() {}

  static byte[] random(int bytes) {
    byte[] made = new byte[bytes];
    RANDOM.nextBytes(made);
    return made;
  }

  static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
    }
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// A one-time code to be read aloud and typed: 24 signs, 120 bits, in groups of four.
  static String code() {
    StringBuilder code = new StringBuilder();
    for (int sign = 0; sign < 24; sign++) {
      if (sign > 0 && sign % 4 == 0) {
        code.append('-');
      }
      code.append(CODE_LETTERS.charAt(RANDOM.nextInt(32)));
    }
    return code.toString();
  }

  /// A code as it was meant; blanks, hyphens and case do not matter, and O is zero.
  static String plainCode(String typed) {
    return typed
        .toUpperCase(Locale.ROOT)
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1')
        .replaceAll("[^0-9A-Z]", "");
  }

  static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte next : bytes) {
      buffer = (buffer << 8) | (next & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(BASE_32.charAt((buffer >> bits) & 31));
      }
      buffer &= (1 << bits) - 1;
    }
    if (bits > 0) {
      text.append(BASE_32.charAt((buffer << (5 - bits)) & 31));
    }
    return text.toString();
  }

  /// The bytes of a base32 text.
  ///
  /// @throws IllegalArgumentException when it holds anything else
  static byte[] fromBase32(String text) {
    byte[] bytes = new byte[text.length() * 5 / 8];
    int buffer = 0;
    int bits = 0;
    int at = 0;
    for (char letter : text.toCharArray()) {
      int value = BASE_32.indexOf(letter);
      if (value < 0) {
        throw new IllegalArgumentException("not base32");
      }
      buffer = (buffer << 5) | value;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[at++] = (byte) (buffer >> bits);
      }
      buffer &= (1 << bits) - 1;
    }
    return bytes;
  }
}
