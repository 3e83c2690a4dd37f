package se.fristad.contact;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What another room has promised somebody in a conversation: until the day after it, the
/// conversation lives on as a stub (periods, architecture 6), so that the way back by words leads
/// somewhere. Called in the transaction of the step that promises.
@Component
public class Promises {
  private final LadderRows rows;

  Promises(LadderRows rows) {
    this.rows = rows;
  }

  /// Promises to ask again.
  ///
  /// @param id of the promise; the same id is the same promise
  public void askAgain(Queue queue, UUID id, UUID thread, Instant due, UUID by, Instant now) {
    rows.promise(queue, id, thread, "offer", due, by, now);
  }

  /// It is kept, or has another day.
  public void kept(Queue queue, UUID id, UUID thread, Instant now) {
    rows.keep(queue, id, thread, now);
  }
}
