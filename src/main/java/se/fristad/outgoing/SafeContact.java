package se.fristad.outgoing;

import java.time.LocalDate;

/// How she may be reached without danger, as she has said it herself (*säker kontakt*).
///
/// ```java
/// SafeContact rule = new SafeContact.Agreed(new Telephone.Never(), Answer.NEVER, Answer.NEVER, new Hours.Any(), Sender.NEUTRAL, today);
/// outgoing.decide(rule, new OutgoingStep.Call(false), now); // Refused: never
/// ```
public sealed interface SafeContact {
  /// Nobody has asked her. Nothing goes out.
  record Unasked() implements SafeContact {}

  /// What she has said.
  ///
  /// @param hours when calls, text messages and e-mail may come; a letter comes when it comes
  /// @param sender whether anything may say who we are
  /// @param on the day she said it
  record Agreed(
      Telephone telephone, Answer email, Answer letter, Hours hours, Sender sender, LocalDate on)
      implements SafeContact {}
}
