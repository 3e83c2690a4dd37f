package se.fristad.outgoing;

/// By what somebody can be reached.
public enum Channel {
  /// A call.
  CALL,
  /// A text message to the same telephone.
  TEXT_MESSAGE,
  /// E-mail.
  EMAIL,
  /// A letter.
  LETTER,
  /// The conversation itself: it lies here until she fetches it, and nothing goes out to her.
  THREAD
}
