package se.fristad.contact.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.contact.ThreadId;

/// Which of us has a conversation open just now, so that two do not answer at once. In the memory
/// of this node alone: nothing is stored, nothing logged, and it is forgotten in ten seconds. A
/// colleague on another node is not seen.
@StaffFace
@Component
class Presence {
  /// An open page looks every two seconds.
  private static final Duration FORGOTTEN = Duration.ofSeconds(10);

  private final Map<UUID, Map<UUID, Instant>> open = new ConcurrentHashMap<>();
  private final Clock clock;

  Presence(Clock clock) {
    this.clock = clock;
  }

  /// Somebody looks at a conversation that she may open.
  void here(ThreadId thread, UUID staff) {
    open.computeIfAbsent(thread.value(), any -> new ConcurrentHashMap<>())
        .put(staff, clock.instant());
    if (open.size() > 500) {
      open.keySet().forEach(this::sweep);
    }
  }

  /// Who else looks at it.
  Set<UUID> others(ThreadId thread, UUID staff) {
    sweep(thread.value());
    Set<UUID> others = new TreeSet<>(open.getOrDefault(thread.value(), Map.of()).keySet());
    others.remove(staff);
    return others;
  }

  /// Changes when somebody else comes or goes; empty when nobody else is there.
  String key(ThreadId thread, UUID staff) {
    Set<UUID> others = others(thread, staff);
    return others.isEmpty() ? "" : "." + Integer.toHexString(others.hashCode());
  }

  private void sweep(UUID thread) {
    Instant since = clock.instant().minus(FORGOTTEN);
    open.computeIfPresent(
        thread,
        (any, present) -> {
          present.values().removeIf(at -> at.isBefore(since));
          return present.isEmpty() ? null : present;
        });
  }
}
