package se.fristad.casework;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fristad.vault.Confidential;

/// A number of the centre's own (*reservnummer*) for whoever has neither a personal number nor a
/// coordination number, or does not say it: `R26-48213-7`, the year it was given, five random
/// digits and a check digit. It tells no age and no order.
final class ReserveNumber {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern WRITTEN = Pattern.compile("R([0-9]{2})-?([0-9]{5})-?([0-9])");

  private ReserveNumber() {}

  /// A new one.
  static Confidential random(LocalDate today) {
    String seven = "%02d%05d".formatted(today.getYear() % 100, RANDOM.nextInt(100_000));
    return written(seven, check(seven));
  }

  /// Reads one as people write it; empty when it is none, or its check digit is wrong.
  static Optional<Confidential> read(String typed) {
    if (typed.length() > 40) {
      return Optional.empty();
    }
    Matcher found =
        WRITTEN.matcher(
            typed
                .replaceAll("[\\s\u00a0]", "")
                .replaceAll("[\u2010-\u2015\u2212]", "-")
                .toUpperCase(Locale.ROOT));
    if (!found.matches()) {
      return Optional.empty();
    }
    String seven = found.group(1) + found.group(2);
    int check = found.group(3).charAt(0) - '0';
    return check(seven) == check ? Optional.of(written(seven, check)) : Optional.empty();
  }

  private static Confidential written(String seven, int check) {
    return Confidential.of("R" + seven.substring(0, 2) + "-" + seven.substring(2) + "-" + check);
  }

  /// As of a personal number: every other digit twice, the sum of the figures up to the next ten.
  private static int check(String seven) {
    int sum = 0;
    for (int i = 0; i < seven.length(); i++) {
      int product = (seven.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += product / 10 + product % 10;
    }
    return (10 - sum % 10) % 10;
  }
}
