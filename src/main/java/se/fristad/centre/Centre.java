package se.fristad.centre;

import java.util.List;

/// The centre's own facts (*verksamheten*).
///
/// @param publicName the name on the public face: it must out nobody who has it on a screen or in a
///   history
/// @param phone our own telephone, as people write it
/// @param hours when we answer
/// @param lines who answers when we do not
public record Centre(String publicName, String phone, OpeningHours hours, List<SupportLine> lines) {
  public Centre {
    lines = List.copyOf(lines);
  }
}
