package se.fristad.outgoing;

import se.fristad.vault.Confidential;

/// The way of a letter to somebody whose address is not ours to know: the tax agency forwards it
/// (*Skatteverkets förmedling*). The letter lies in a sealed envelope on which her number stands,
/// within another to the agency.
///
/// The address was read on skatteverket.se, "Sending mail to someone with protected identity", in a
/// public copy of 2025.
public final class Mediation {
  private Mediation() {}

  /// What stands on the outer envelope.
  public static Confidential outer() {
    return Confidential.of("Skatteverket\nBox 2820\n403 20 Göteborg");
  }

  /// What stands in the window of the inner one below her name, instead of an address: her number.
  public static Confidential inner(Confidential twelveDigits) {
    String digits = twelveDigits.reveal();
    return Confidential.of(digits.substring(0, 8) + "-" + digits.substring(8));
  }
}
