package se.fristad.intake;

/// How an intake ends: one of a closed set. Whoever switches over it without `default` is told by
/// the compiler when the set grows.
sealed interface Outcome {
  /// It is treated as an application: an investigation is opened at once (14 kap. 2 § SoL).
  record Opens() implements Outcome {}

  /// It ends here.
  record Closes(Reason reason) implements Outcome {}

  /// Somebody else takes over.
  record PassedOn(Receiver receiver) implements Outcome {}

  /// Why an intake ends without more.
  enum Reason {
    /// It was obvious that nothing but information was sought.
    INFORMATION_ONLY,
    /// The person does not want an investigation.
    DECLINED,
    /// The contact broke before it could be asked.
    NO_CONTACT
  }

  /// Who takes over.
  sealed interface Receiver {
    /// A municipality.
    record Municipality(String code) implements Receiver {}

    /// Another authority, named in the sealed form.
    record Authority() implements Receiver {}

    /// Emergency services: 112 was called by a person.
    record Emergency() implements Receiver {}
  }

  /// As it stands in the table, in the event and in the keys of the texts.
  default String code() {
    return switch (this) {
      case Opens opens -> "opens";
      case Closes closes ->
          switch (closes.reason()) {
            case INFORMATION_ONLY -> "information_only";
            case DECLINED -> "declined";
            case NO_CONTACT -> "no_contact";
          };
      case PassedOn passed ->
          switch (passed.receiver()) {
            case Receiver.Municipality municipality -> "passed_municipality";
            case Receiver.Authority authority -> "passed_authority";
            case Receiver.Emergency emergency -> "passed_emergency";
          };
    };
  }

  /// Whether the duty to open an investigation follows.
  default boolean opensInvestigation() {
    return switch (this) {
      case Opens opens -> true;
      case Closes closes -> false;
      case PassedOn passed -> false;
    };
  }
}
