package se.fristad.outgoing;

import java.time.Instant;
import org.springframework.stereotype.Component;
import se.fristad.vault.Confidential;

/// A call that one of us makes by hand: hands out the number to her who has been shown the rule and
/// may call now.
@Component
public final class CallTask implements Transport {
  @Override
  public Channel channel() {
    return Channel.CALL;
  }

  /// The number, for the one who calls now.
  ///
  /// @throws IllegalStateException when the decision was for something else or is old: a fault of
  ///   ours, and no number comes out
  public Confidential number(Decision.Allowed leave, Reach reach, Instant now) {
    if (!leave.holds(channel(), now)) {
      throw new IllegalStateException("no leave to call");
    }
    return reach.number();
  }
}
