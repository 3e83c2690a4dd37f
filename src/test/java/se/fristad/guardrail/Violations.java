package se.fristad.guardrail;

import java.net.http.HttpClient;
import se.fristad.house.Refused;

/// Leans on the house, holds a sender, and reads another room's table.
class Violations {
  static final String SQL =
      """
      select from intake.intake
      """;

  static HttpClient sender() {
    throw new Refused("nobody may");
  }
}
