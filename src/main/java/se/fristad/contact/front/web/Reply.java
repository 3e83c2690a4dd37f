package se.fristad.contact.front.web;

import java.util.Map;
import se.fristad.contact.Queue;
import se.fristad.contact.front.Limits;
import se.fristad.contact.front.VisitToken;

/// What an act is answered with.
sealed interface Reply {
  /// A whole page, for those without a script.
  record Page(int status, FrontPage page) implements Reply {}

  /// A few fields, for the script.
  record Fields(int status, Map<String, Object> fields) implements Reply {
    public Fields {
      fields = Map.copyOf(fields);
    }
  }

  /// Nothing: a farewell needs no answer.
  record Nothing() implements Reply {}

  /// The line that stays open.
  ///
  /// @param inside the place it holds, closed with it
  record Stream(Queue queue, VisitToken token, int after, Limits.Inside inside) implements Reply {}
}
