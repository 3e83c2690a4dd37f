package se.fristad.outgoing;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import se.fristad.vault.Confidential;

/// A letter that one of us prints and posts by hand: hands out the address, and the paper with it,
/// to her who has been shown the rule and may write now.
@Component
public final class LetterTask implements Transport {
  @Override
  public Channel channel() {
    return Channel.LETTER;
  }

  /// The step that is asked for before an address is shown: what stands on the envelope. Without a
  /// name of ours unless she has said that it may.
  ///
  /// @param name what we call ourselves
  public static OutgoingStep.Letter step(SafeContact rule, String name) {
    return new OutgoingStep.Letter(sender(rule, name));
  }

  private static String sender(SafeContact rule, String name) {
    return rule instanceof SafeContact.Agreed agreed && agreed.sender() == Sender.NAMED ? name : "";
  }

  /// The address, for the one who writes it on the envelope now.
  ///
  /// @throws IllegalStateException when the decision was for something else or is old: a fault of
  ///   ours, and no address comes out
  public Confidential address(Decision.Allowed leave, Confidential address, Instant now) {
    held(leave, now);
    return address;
  }

  /// The letter as it is printed: the sender that the gate has seen, her name and address, the day,
  /// the words. The file tells nothing more, not of what made it either.
  public byte[] paper(
      Decision.Allowed leave,
      Confidential name,
      Confidential address,
      LocalDate day,
      Confidential words,
      Instant now) {
    held(leave, now);
    return LetterPaper.of(
        leave.step() instanceof OutgoingStep.Letter(String sender) ? sender : "",
        name.reveal() + "\n" + address.reveal(),
        day,
        words.reveal());
  }

  private void held(Decision.Allowed leave, Instant now) {
    if (!leave.holds(channel(), now)) {
      throw new IllegalStateException("no leave to write");
    }
  }
}
