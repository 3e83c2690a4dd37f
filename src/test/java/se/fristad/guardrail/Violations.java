package se.fristad.guardrail;

import java.net.http.HttpClient;
import java.time.Instant;
import se.fristad.house.Refused;

/// Leans on the house, holds a sender, asks the machine for the time, and reads another room's
/// table.
class Violations {
  static final String SQL =
      """
      select from intake.intake
      """;

  static Instant time() {
    return Instant.now();
  }

  static HttpClient sender() {
    throw new Refused("nobody may");
  }
}
