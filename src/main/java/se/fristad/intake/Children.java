package se.fristad.intake;

/// What is known of children around the person.
sealed interface Children {
  /// Nobody has answered yet.
  record Unanswered() implements Children {}

  /// There are none.
  record None() implements Children {}

  /// It is not known whether there are any.
  record NotKnown() implements Children {}

  /// There are children, and whether they may have seen, heard or suffered violence is not
  /// answered.
  record Present() implements Children {}

  /// There are children, and there is nothing that says they may have seen, heard or suffered
  /// violence.
  record Spared() implements Children {}

  /// Children may have seen, heard or suffered violence. "Not known" is here: a suspicion is enough
  /// for the duty to report (19 kap. 1 § SoL).
  record Exposed() implements Children {}
}
