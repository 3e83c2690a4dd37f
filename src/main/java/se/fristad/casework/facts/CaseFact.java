package se.fristad.casework.facts;

import java.time.LocalDate;
import java.util.UUID;

/// A step in a case, as a figure may know it.
public sealed interface CaseFact
    permits InvestigationOpened,
        ViolenceMapped,
        RiskAssessed,
        Decided,
        SupportGranted,
        FollowedUp,
        CaseClosed,
        ChildReported {
  /// Of the fact alone: the same id is the same fact. Never the file's.
  UUID id();

  /// The day the step was taken, in Sweden.
  LocalDate day();

  /// The official code of the municipality whose case it is.
  String municipality();
}
