package se.fristad.outgoing;

import se.fristad.vault.Confidential;

/// A step that would reach her. Whoever wants to take one asks [Outgoing#decide] first.
public sealed interface OutgoingStep {
  /// By what.
  Channel channel();

  /// A call by one of us.
  ///
  /// @param voicemail whether something would be said to an answering machine
  record Call(boolean voicemail) implements OutgoingStep {
    @Override
    public Channel channel() {
      return Channel.CALL;
    }
  }

  /// A text message.
  record TextMessage(String sender, Confidential text) implements OutgoingStep {
    @Override
    public Channel channel() {
      return Channel.TEXT_MESSAGE;
    }
  }

  /// An e-mail. What counts is what a locked screen shows of it: sender, subject and text.
  record Email(String sender, Confidential subject, Confidential text) implements OutgoingStep {
    @Override
    public Channel channel() {
      return Channel.EMAIL;
    }
  }

  /// A letter. What counts is the envelope; a letter inside it may say who writes.
  record Letter(String envelope) implements OutgoingStep {
    @Override
    public Channel channel() {
      return Channel.LETTER;
    }
  }

  /// A word in her own conversation.
  record InThread() implements OutgoingStep {
    @Override
    public Channel channel() {
      return Channel.THREAD;
    }
  }
}
