package se.fristad.outgoing;

import java.util.Optional;
import java.util.regex.Pattern;
import se.fristad.vault.Confidential;

/// A telephone number in the form of E.164, so that the same number typed in two ways is found.
public final class TelephoneNumber {
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

  private TelephoneNumber() {}

  /// Reads a number as people write it; a number without a country is Swedish.
  public static Optional<Confidential> read(Confidential typed) {
    String text = typed.reveal();
    if (text.length() > 40) {
      return Optional.empty();
    }
    String digits = text.replaceAll("[\\s\u00a0()./\u2010-\u2015-]", "");
    String whole =
        digits.startsWith("00")
            ? "+" + digits.substring(2)
            : digits.startsWith("0") ? "+46" + digits.substring(1) : digits;
    return E164.matcher(whole).matches() ? Optional.of(Confidential.of(whole)) : Optional.empty();
  }
}
