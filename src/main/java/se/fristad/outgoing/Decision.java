package se.fristad.outgoing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/// What the rule says of one step.
public sealed interface Decision {
  /// It may be taken, now. The only way to a number or an address: nobody but [Outgoing] makes one.
  final class Allowed implements Decision {
    /// How long it holds: as long as somebody needs to lift a telephone.
    static final Duration HOLDS = Duration.ofMinutes(15);

    private final OutgoingStep step;
    private final Instant at;

    Allowed(OutgoingStep step, Instant at) {
      this.step = step;
      this.at = at;
    }

    /// The step it is for.
    public OutgoingStep step() {
      return step;
    }

    /// Whether it is for this way out and still holds.
    boolean holds(Channel channel, Instant now) {
      return step.channel() == channel && !now.isBefore(at) && now.isBefore(at.plus(HOLDS));
    }
  }

  /// It must not be taken.
  ///
  /// @param again from when it may be, if only the time is wrong; else null
  record Refused(Why why, @Nullable ZonedDateTime again) implements Decision {
    static Refused never(Why why) {
      return new Refused(why, null);
    }
  }

  /// She must be asked first, where she herself looks.
  record AskFirst(Ask ask) implements Decision {}

  /// Why a step must not be taken.
  enum Why {
    /// Nobody has asked her how she may be reached.
    NOT_ASKED,
    /// She has said never.
    NEVER,
    /// She has said other times.
    NOT_NOW,
    /// Nothing may be said to an answering machine.
    NO_VOICEMAIL,
    /// It would tell who we are.
    TELLS_WHO_WE_ARE,
    /// It would reach somebody who must never be contacted.
    NEVER_CONTACTED
  }

  /// Why she must be asked first.
  enum Ask {
    /// She has said so.
    SHE_WISHES,
    /// It is long since she was asked; where she lives and who holds her telephone may have
    /// changed.
    LONG_AGO
  }
}
