package se.fristad.centre;

/// Whose the cases of a municipality's children are (*barnens ärenden*).
public enum ChildCases {
  /// The child's unit of this house: the law's clocks are ours.
  HERE,
  /// The municipality's own unit: we report, and ask until it has answered.
  ELSEWHERE
}
