package se.fristad.intake;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.contact.Conflicts;
import se.fristad.contact.NotFor;
import se.fristad.contact.Queue;
import se.fristad.contact.ThreadId;

/// What is not there for a member of staff who knows the person (*jäv*, 16 § FL), whether it was
/// said in the conversation or in an intake that came out of it: a promised offer, a series of
/// support. It is not there either when the conversation and the intake are destroyed.
///
/// On the side of the intakes, in the transaction of the one who asks.
@StaffFace
@Component
class NotHers {
  private final NotFor conversations;
  private final Conflicts known;
  private final IntakeConflictRows intakes;
  private final NotForRows rows;

  NotHers(NotFor conversations, Conflicts known, IntakeConflictRows intakes, NotForRows rows) {
    this.conversations = conversations;
    this.known = known;
    this.intakes = intakes;
    this.rows = rows;
  }

  /// What is hidden from somebody.
  ///
  /// @param threads conversations, and all that points at them
  /// @param held offers and series by their own ids
  record Hidden(Set<UUID> threads, Set<UUID> held) {
    Hidden {
      threads = Set.copyOf(threads);
      held = Set.copyOf(held);
    }

    boolean hides(UUID id, @Nullable UUID thread) {
      return held.contains(id) || (thread != null && threads.contains(thread));
    }

    UUID[] threadIds() {
      return threads.toArray(UUID[]::new);
    }

    UUID[] heldIds() {
      return held.toArray(UUID[]::new);
    }
  }

  Hidden from(UUID staff) {
    return new Hidden(of(staff), rows.heldFrom(staff));
  }

  /// The conversations.
  Set<UUID> of(UUID staff) {
    Set<UUID> threads = new HashSet<>(conversations.staff(Queue.SUPPORT, staff));
    threads.addAll(intakes.threadsNotFor(staff));
    return threads;
  }

  /// What has come out of a conversation, or out of an intake, is held from those who know her.
  void hold(@Nullable UUID thread, @Nullable UUID intake, Instant now) {
    rows.hold(thread, intake, who(thread, intake), now);
  }

  /// Somebody's conflict was lifted in one of them; it may stand in the other.
  void release(@Nullable UUID thread, @Nullable UUID intake, UUID staff) {
    if (!who(thread, intake).contains(staff)) {
      rows.release(thread, intake, staff);
    }
  }

  private Set<UUID> who(@Nullable UUID thread, @Nullable UUID intake) {
    Set<UUID> who = new HashSet<>();
    if (thread != null) {
      who.addAll(known.of(Queue.SUPPORT, new ThreadId(thread)));
      who.addAll(intakes.ofThread(thread));
    }
    if (intake != null) {
      intakes.of(intake).forEach(one -> who.add(one.staff()));
    }
    return who;
  }
}
