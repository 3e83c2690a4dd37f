package se.fristad.contact;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Which conversations are still there, for those who hold a conversation's number: what is
/// destroyed leaves none behind.
@Component
public class RemainingThreads {
  private final ThreadRows rows;

  RemainingThreads(ThreadRows rows) {
    this.rows = rows;
  }

  /// Those of these numbers that name a conversation of the queue; asked on the queue's side.
  public Set<UUID> of(Queue queue, Collection<UUID> threads) {
    return Set.copyOf(rows.remaining(queue, threads));
  }
}
