package se.fristad.outgoing;

/// What she has said of her telephone. Who says "never call" has by that said no to text messages
/// and to voicemail too: they ring the same telephone, and no value of this type says otherwise.
public sealed interface Telephone {
  /// It must never ring, blink or show anything from us.
  record Never() implements Telephone {}

  /// It may ring.
  ///
  /// @param askFirst only after she was asked each time
  /// @param textMessages whether a text message may be sent to it
  /// @param voicemail whether anything may be said to an answering machine
  record May(boolean askFirst, Answer textMessages, boolean voicemail) implements Telephone {}
}
