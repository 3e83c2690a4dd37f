package se.fristad.contact.facts;

import java.time.LocalDate;
import java.util.UUID;

/// Somebody turned to us (*stödkontakt*).
///
/// @param id of the fact alone
/// @param day when it began
/// @param door by which she came
/// @param channel how
/// @param language in which she writes, as `sv`; [#UNKNOWN] when nobody noted it
public record ContactBegun(UUID id, LocalDate day, Door door, Channel channel, String language)
    implements ContactFact {
  /// Not noted.
  public static final String UNKNOWN = "unknown";
}
