package se.fristad.access;

/// How a viewer stands to a file, as the module that owns the file sees it.
public enum Relation {
  /// None.
  NONE,
  /// It is hers.
  MINE,
  /// It is her team's.
  MY_TEAMS,
  /// It was hers.
  MINE_BEFORE,
  /// She delivers support in it.
  DELIVERS_SUPPORT,
  /// She was asked into this one file, after the person it is about had been told and asked;
  /// whatever side her role works on, this file is open to her.
  INVITED,
  /// It is shared with her in a *samråd*.
  SHARED_IN_CONFERENCE,
  /// She works on the other side of it.
  OTHER_SIDE,
  /// She has declared a conflict (*jäv*, 16 § förvaltningslagen).
  CONFLICT_DECLARED,
  /// A mark says kin or neighbour.
  KIN_OR_NEIGHBOUR,
  /// She has an emergency hour in it.
  EMERGENCY_HOUR
}
