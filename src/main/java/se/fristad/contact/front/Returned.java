package se.fristad.contact.front;

import java.util.Optional;
import se.fristad.contact.Queue;

/// What four words led to.
public sealed interface Returned {
  /// The thread, in a new visit. First she sees that there is an answer, then the answer; her own
  /// words only when she asks.
  ///
  /// @param token the new visit's
  /// @param queue the door of the thread
  /// @param latestAnswer our latest message, if any
  /// @param lastSeq the newest message's place
  /// @param signs what the page is told beside the words
  record Found(VisitToken token, Queue queue, Optional<Line> latestAnswer, int lastSeq, Signs signs)
      implements Returned {}

  /// These words lead nowhere. Wrong and unknown words look the same and cost the same.
  record NoWay() implements Returned {}

  /// Too many ask at once: the page shows the numbers to call.
  record Busy() implements Returned {}
}
