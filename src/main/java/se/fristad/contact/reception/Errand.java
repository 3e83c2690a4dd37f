package se.fristad.contact.reception;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What somebody who asks in her work comes for (*yrkesverksams ärende*). Whom it is about is
/// neither asked nor kept.
public enum Errand {
  /// Advice in her own work: by telephone, by video or here.
  CONSULTATION,
  /// She comes with somebody; that can only be here.
  ACCOMPANIES;

  /// As it stands in the table, in a form and in the message files.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The errand of a code.
  public static Optional<Errand> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }

  /// Whether she can be met so.
  public boolean fits(Way way) {
    return this == CONSULTATION || way == Way.ON_SITE;
  }
}
