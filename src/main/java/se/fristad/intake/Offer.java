package se.fristad.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.fristad.vault.Confidential;

/// What was promised to one who declined: to ask again (*förnyat erbjudande*, A-MOT-13).
///
/// @param how how she can be reached without danger, and what may be said
record Offer(Row row, Confidential how) {
  /// What a list needs.
  ///
  /// @param thread the conversation in which she is asked; null when there is none
  /// @param tries how often it was tried
  /// @param answer what became of it; null while it is to be kept
  record Row(
      UUID id,
      @Nullable UUID thread,
      Channel channel,
      LocalDate due,
      UUID madeBy,
      int tries,
      int version,
      @Nullable Answer answer,
      @Nullable Instant answeredAt) {}

  /// How she is asked again.
  enum Channel {
    /// In the conversation, when she comes back with her words.
    THREAD,
    /// By telephone.
    TELEPHONE,
    /// When she comes here, or we meet elsewhere.
    MEETING,
    /// In another way, which is described.
    OTHER,
    /// She gets in touch herself: no way from us is safe.
    HERSELF;

    /// As it stands in the table and in forms.
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Channel> of(String code) {
      return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }
  }

  /// What became of it.
  enum Answer {
    /// She wants more: a new intake is made.
    WANTS,
    /// She declines again.
    DECLINED,
    /// She was not reached, and it is not tried again.
    NOT_REACHED;

    /// As it stands in the table and in forms.
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Answer> of(String code) {
      return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }
  }
}
