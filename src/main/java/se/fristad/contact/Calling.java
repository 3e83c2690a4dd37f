package se.fristad.contact;

import java.time.Instant;
import java.util.UUID;
import se.fristad.outgoing.Decision;
import se.fristad.outgoing.Reach;
import se.fristad.vault.Confidential;

/// What becomes of the wish to lift the telephone.
public sealed interface Calling {
  /// Now, with this number. That it was shown stands in the log.
  ///
  /// @param call the call, whose outcome is to be said
  record Number(UUID call, Confidential number, Reach reach) implements Calling {
    /// Nothing of it is printed.
    @Override
    public String toString() {
      return "[number]";
    }
  }

  /// Her rule stands in the way, or she must be asked first.
  record Against(Decision decision) implements Calling {}

  /// It has just been tried: again from then on.
  record TooSoon(Instant again) implements Calling {}

  /// There is no number.
  record NoNumber() implements Calling {}

  /// What was agreed has changed since it was shown.
  record Changed() implements Calling {}
}
