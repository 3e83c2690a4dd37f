package se.fristad.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fristad.page.TypedForm;

/// A series of support without individual assessment, as one of us reads it.
///
/// @param typed what was written
record Service(Row row, TypedForm typed) {
  /// What a list needs.
  ///
  /// @param thread the conversation it came out of; null when there was none, or it is gone
  /// @param named whether she has said who she is
  /// @param told whether she knows that she may apply for assessed support
  /// @param ended when it was ended; null while it goes on
  record Row(
      UUID id,
      UUID type,
      @Nullable UUID thread,
      boolean named,
      UUID begunBy,
      Instant begunAt,
      int sessions,
      @Nullable LocalDate lastOn,
      boolean told,
      @Nullable Instant ended,
      int version) {}
}
