package se.fristad.contact;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;

/// Which conversations are not there for somebody who knows the person (*jäv*, 16 § FL): for the
/// rules and lists of the rooms that keep something that came out of a conversation, so that she is
/// not found there either. In their transaction, on the side of the conversation.
@StaffFace
@Component
public class NotFor {
  private final ConflictRows rows;

  NotFor(ConflictRows rows) {
    this.rows = rows;
  }

  /// The conversations of a queue that are not there for a member of staff.
  public Set<UUID> staff(Queue queue, UUID staff) {
    return rows.of(queue, staff);
  }
}
