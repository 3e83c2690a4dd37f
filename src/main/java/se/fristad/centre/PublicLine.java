package se.fristad.centre;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A telephone number as staff have it now.
///
/// @param line whose number it is and when it answers
/// @param names what it is called, by the codes of the whole languages; empty for one that nobody
///   has changed: its names stand in the message files
/// @param shown whether the public face shows it
/// @param version how often it has been changed
public record PublicLine(SupportLine line, Map<String, String> names, boolean shown, int version) {
  /// Copies the names.
  public PublicLine {
    names = Map.copyOf(names);
  }

  /// Names it in the log and in the table; the same for a shipped number in every house.
  public UUID id() {
    return id(line.id());
  }

  /// What it is called in a language, if staff have given it a name.
  public Optional<String> name(String language) {
    return Optional.ofNullable(names.get(language));
  }

  /// Whether the day to look it up again has passed.
  public boolean isDueForCheck(LocalDate today) {
    return shown && line.isDueForCheck(today);
  }

  /// Whether it is 112: nobody hides that or gives it another number.
  public boolean isFixed() {
    return line.id().equals(SupportLines.EMERGENCY);
  }

  static UUID id(String code) {
    return UUID.nameUUIDFromBytes(("fristad/line/" + code).getBytes(StandardCharsets.US_ASCII));
  }
}
