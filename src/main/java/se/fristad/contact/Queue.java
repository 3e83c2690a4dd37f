package se.fristad.contact;

import java.util.Arrays;
import java.util.Set;
import se.fristad.access.Role;
import se.fristad.vault.Letterbox;
import se.fristad.vault.Side;

/// Where a thread waits for a person of ours. Each queue has tables, functions and a key pair of
/// its own, and lies on one side of the wall. The [Entrance] decides which.
public enum Queue {
  /// For those who are exposed to violence, and those who worry about somebody.
  SUPPORT(Letterbox.SUPPORT, "contact", "door", ThreadRule.KIND),
  /// For those who use violence and want to change (*våldsutövare*).
  CHANGE(Letterbox.PERPETRATOR, "contact_perpetrator", "door_perpetrator", ThreadRule.KIND),
  /// For those who meet violence in their work (*yrkesverksamma*): advice without knowing whom it
  /// is about.
  PROFESSIONAL(
      Letterbox.PROFESSIONAL, "contact_professional", "door_professional", ThreadRule.CONSULTATION);

  private final Letterbox box;
  private final String schema;
  private final String door;
  private final String kind;

  Queue(Letterbox box, String schema, String door, String kind) {
    this.box = box;
    this.schema = schema;
    this.door = door;
    this.kind = kind;
  }

  /// The side whose staff answer here and whose tables hold the thread.
  public Side side() {
    return box.side();
  }

  /// To whom a new thread's key is sealed.
  public Letterbox letterbox() {
    return box;
  }

  /// The kind of file that a thread of this queue is: it decides who may open it.
  public String kind() {
    return kind;
  }

  /// Whether a role may look into this queue.
  public boolean isOpenTo(Role role) {
    return role.sides().contains(side())
        && (this != PROFESSIONAL || PROFESSIONALS.contains(role) || role == Role.HEAD);
  }

  /// Who answers those who meet violence in their work.
  static final Set<Role> PROFESSIONALS = Set.of(Role.CASEWORKER, Role.TREATMENT_WORKER);

  /// The queue of a side whose threads are files of a kind.
  ///
  /// @throws IllegalArgumentException for a side without such a queue
  static Queue of(Side side, String kind) {
    return Arrays.stream(values())
        .filter(queue -> queue.side() == side && queue.kind.equals(kind))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("this side has no such queue"));
  }

  /// The schema of the thread's tables.
  public String schema() {
    return schema;
  }

  /// The schema of the functions that the public face may call.
  public String door() {
    return door;
  }
}
