package se.fristad.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fristad.access.Role;

/// A colleague of another competence who was asked into a conversation (A-LOW-25). The person is
/// told in it and asked first; nobody reads before that (E5.4).
///
/// @param staff who was asked in
/// @param role her competence, as it was announced
/// @param invitedAt when the announcement was written
/// @param deliveredAt since when it stands on the person's page; null while it does not
/// @param answer what the person has answered; null when nothing
public record Invitation(
    UUID id,
    UUID thread,
    UUID staff,
    Role role,
    Instant invitedAt,
    @Nullable Instant deliveredAt,
    @Nullable Boolean answer) {
  /// How far it has come.
  public sealed interface Stage {
    /// The announcement does not stand on her page yet: she may have left.
    record Undelivered() implements Stage {}

    /// She has been told and asked, and has time to answer.
    record Asked(Instant until) implements Stage {}

    /// She has said no.
    record Refused() implements Stage {}

    /// The one who was asked in may read and write.
    record Open() implements Stage {}
  }

  /// How far it has come at a moment.
  ///
  /// @param answering how long she has to answer
  public Stage stage(Instant now, Duration answering) {
    if (Boolean.FALSE.equals(answer)) {
      return new Stage.Refused();
    }
    Instant delivered = deliveredAt;
    if (delivered == null) {
      return new Stage.Undelivered();
    }
    Instant until = delivered.plus(answering);
    return Boolean.TRUE.equals(answer) || !now.isBefore(until)
        ? new Stage.Open()
        : new Stage.Asked(until);
  }
}
