package se.fristad.vault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The master key on paper: 256 bits and eight of their SHA-256 as twenty-four words of eleven
/// bits, from the English list of phrases.
public final class PaperKey {
  private static final int WORDS = 24;

  private PaperKey() {}

  /// The words of a master key.
  public static List<String> words(MasterKey master) {
    List<String> list = list();
    try (DataKey key = master.open()) {
      byte[] bytes = Arrays.copyOf(key.bytes(), 33);
      bytes[32] = checksum(key.bytes());
      BigInteger number = new BigInteger(1, bytes);
      List<String> words = new ArrayList<>();
      for (int at = WORDS - 1; at >= 0; at--) {
        words.add(list.get(number.shiftRight(11 * at).intValue() & 0x7ff));
      }
      Arrays.fill(bytes, (byte) 0);
      return words;
    }
  }

  /// Makes the key file from words; empty when they are not the words of a key.
  public static Optional<CredentialFile> read(List<String> words, Path file) {
    List<String> list = list();
    BigInteger number = BigInteger.ZERO;
    for (String word : words) {
      int at = list.indexOf(word.toLowerCase(Locale.ROOT));
      if (at < 0) {
        return Optional.empty();
      }
      number = number.shiftLeft(11).or(BigInteger.valueOf(at));
    }
    byte[] bytes = Arrays.copyOfRange(new byte[33], 0, 33);
    byte[] magnitude = number.toByteArray();
    int length = Math.min(33, magnitude.length);
    System.arraycopy(magnitude, magnitude.length - length, bytes, 33 - length, length);
    byte[] key = Arrays.copyOf(bytes, 32);
    if (words.size() != WORDS || bytes[32] != checksum(key)) {
      return Optional.empty();
    }
    SecretFiles.write(file, HexFormat.of().formatHex(key).getBytes(StandardCharsets.US_ASCII));
    return Optional.of(new CredentialFile(file));
  }

  private static byte checksum(byte[] key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key)[0];
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
    }
  }

  private static List<String> list() {
    try (InputStream in = PaperKey.class.getResourceAsStream("/phrase/en.txt")) {
      if (in == null) {
        throw new IllegalStateException("the word list is missing");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))
          .lines()
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
