package se.fristad.contact.reception;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How somebody is met: here, by telephone, or in a picture by a link that is given in the
/// conversation.
public enum Way {
  /// Here, in a room.
  ON_SITE,
  /// By telephone.
  PHONE,
  /// By video.
  VIDEO;

  /// As it stands in the database, in a form and in the message files.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The way of a code.
  public static Optional<Way> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
