package se.fristad.intake;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the board has decided on a kind of support (*nämndbeslut*).
///
/// @param from the first day on which it stands
/// @param until the last; null when it stands until it is changed
/// @param diary the diary number (*diarienummer*)
/// @param reasons the particular reasons (*särskilda skäl*); only with 14 kap. 5 §
record BoardDecision(
    UUID id,
    Paragraph paragraph,
    LocalDate decided,
    LocalDate from,
    @Nullable LocalDate until,
    String diary,
    @Nullable String reasons) {
  /// Under which paragraph.
  enum Paragraph {
    /// 11 kap. 5 § SoL: it is given without individual assessment.
    WITHOUT_ASSESSMENT("11:5"),
    /// 14 kap. 5 § SoL: what reveals an identity is not documented.
    WITHOUT_IDENTITY("14:5");

    private final String code;

    Paragraph(String code) {
      this.code = code;
    }

    /// As it stands in the table and in forms.
    String code() {
      return code;
    }

    static Optional<Paragraph> of(String code) {
      return Stream.of(values()).filter(one -> one.code.equals(code)).findFirst();
    }
  }

  /// Whether it stands on a day: from its first to its last, both included.
  boolean stands(LocalDate day) {
    return !day.isBefore(from) && (until == null || !day.isAfter(until));
  }
}
