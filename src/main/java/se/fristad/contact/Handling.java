package se.fristad.contact;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fristad.contact.facts.Channel;

/// What those who answer have noted of a contact: codes, a flag, and who has it.
///
/// @param channel how she turned to us
/// @param about what it was about; null when nobody noted it
/// @param danger whether one of us has marked that there is danger
/// @param owner which of us has it; null when nobody
public record Handling(
    Channel channel, @Nullable About about, boolean danger, @Nullable UUID owner) {
  /// Whether it was spoken, on the telephone or here: there is no page to answer on.
  public boolean spoken() {
    return channel != Channel.CHAT;
  }
}
