package se.fristad.intake;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.contact.NotFor;
import se.fristad.contact.Queue;

/// The conversations of people whom a member of staff knows (*jäv*, 16 § FL), whether it was said
/// in the conversation or in an intake that came out of it. What else came out of it, a promised
/// offer or a series of support, is not there for her either.
@StaffFace
@Component
class NotHers {
  private final NotFor conversations;
  private final IntakeConflictRows intakes;

  NotHers(NotFor conversations, IntakeConflictRows intakes) {
    this.conversations = conversations;
    this.intakes = intakes;
  }

  /// On the side of the intakes, in the transaction of the one who asks.
  Set<UUID> of(UUID staff) {
    Set<UUID> threads = new HashSet<>(conversations.staff(Queue.SUPPORT, staff));
    threads.addAll(intakes.threadsNotFor(staff));
    return threads;
  }
}
