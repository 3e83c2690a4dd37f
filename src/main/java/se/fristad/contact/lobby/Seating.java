package se.fristad.contact.lobby;

/// What becomes of the wish to seat somebody in a room.
public enum Seating {
  /// She sits there; or in the waiting room again.
  SEATED,
  /// The room is occupied: by somebody else, soon, or because two who must not meet could meet in
  /// the house. Which of them is not said.
  OCCUPIED,
  /// She has gone, or is no more in the list.
  GONE
}
