package se.fristad.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the page stands on from which something is sent.
///
/// @param version the intake's version that it was made from, or has saved since
/// @param page the page's own random id; null when none was sent
record Seen(int version, @Nullable UUID page) {
  /// As a page that is drawn now.
  static Seen now(Intake.Row row) {
    return new Seen(row.version(), UUID.randomUUID());
  }
}
