package se.fristad.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An intake as it stands: what its row says, and what was typed.
record Intake(Row row, Typed typed) {
  /// The plain part.
  ///
  /// @param thread the conversation it was made of; null for calls and visits, and when the
  ///   conversation has been destroyed
  /// @param nameless whether nothing in it says who the person is: it was made of a conversation,
  ///   also of one that has been destroyed, or its writer has said so
  /// @param municipality the official code; null when not known
  /// @param savedPage the page that saved last; null when none has
  record Row(
      UUID id,
      @Nullable UUID thread,
      boolean nameless,
      WayIn way,
      @Nullable Source source,
      @Nullable String municipality,
      UUID madeBy,
      Instant madeAt,
      UUID savedBy,
      Instant savedAt,
      @Nullable UUID savedPage,
      int version,
      Stage stage) {}

  /// How far it has come.
  sealed interface Stage {
    /// Being written.
    record Draft() implements Stage {}

    /// Final.
    ///
    /// @param outcome its code
    /// @param investigationDue when the investigation is to be opened; null when none is, or
    ///   somebody has taken it up
    record Concluded(String outcome, UUID by, Instant at, @Nullable Instant investigationDue)
        implements Stage {}
  }
}
