package se.fristad.contact;

import se.fristad.vault.Side;

/// Where a thread waits for a person of ours: one queue a door, and each door on its own side of
/// the wall.
public enum Queue {
  /// For those who are exposed to violence, and those who worry about somebody.
  SUPPORT(Side.SUPPORT, "contact", "door"),
  /// For those who use violence and want to change (*våldsutövare*).
  CHANGE(Side.PERPETRATOR, "contact_perpetrator", "door_perpetrator");

  private final Side side;
  private final String schema;
  private final String door;

  Queue(Side side, String schema, String door) {
    this.side = side;
    this.schema = schema;
    this.door = door;
  }

  /// The side whose staff answer here and whose tables hold the thread.
  public Side side() {
    return side;
  }

  /// The queue that a side answers.
  ///
  /// @throws IllegalArgumentException for a side without a door
  public static Queue of(Side side) {
    for (Queue queue : values()) {
      if (queue.side == side) {
        return queue;
      }
    }
    throw new IllegalArgumentException("this side has no door");
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
