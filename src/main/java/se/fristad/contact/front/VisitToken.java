package se.fristad.contact.front;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import se.fristad.vault.DataKey;

/// The secret of one open page ("T"): 32 random bytes, written as 43 characters of Base64url.
///
/// It lives in a variable of the page's script or, without a script, in a hidden password field;
/// never in an address, a header, a cookie or a storage. We store its SHA-256 and nothing else of
/// it.
public final class VisitToken {
  private static final SecureRandom RANDOM = new SecureRandom();
  private final byte[] secret;

  private VisitToken(byte[] secret) {
    this.secret = secret;
  }

  /// A new token.
  public static VisitToken minted() {
    byte[] secret = new byte[32];
    RANDOM.nextBytes(secret);
    return new VisitToken(secret);
  }

  /// Reads a token as the page sends it; empty when it is not one.
  public static Optional<VisitToken> parse(String text) {
    if (text.length() != 43) {
      return Optional.empty();
    }
    try {
      byte[] secret = Base64.getUrlDecoder().decode(text);
      return secret.length == 32 ? Optional.of(new VisitToken(secret)) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /// The token for the page that holds it, and for nobody else.
  public String reveal() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
    }
  }

  String hashText() {
    return HexFormat.of().formatHex(hash());
  }

  DataKey key() {
    return DataKey.derived(secret, "fristad/contact/visit/v1");
  }

  @Override
  public String toString() {
    return "[visit]";
  }
}
