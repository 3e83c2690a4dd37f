package se.fristad.contact.lobby;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Somebody in the waiting room (*väntrum*): what those who receive must know, and nothing of who
/// she is.
///
/// @param until how long she is reckoned to be in the house
/// @param house in which house she is
/// @param meeting the booked time for which she came; none when she came without one
/// @param thread the conversation that the booked time belongs to
/// @param from when that time begins
/// @param staff who of us receives her then, by the staff register
/// @param children how many children came with her
/// @param language a code of [se.fristad.contact.Calls#LANGUAGES]
/// @param room in which room she sits; none in the waiting room
/// @param became what became of it, when she came without a time
/// @param left when she went
public record Guest(
    UUID id,
    Sign sign,
    Instant came,
    Instant until,
    int house,
    @Nullable UUID meeting,
    @Nullable UUID thread,
    @Nullable Instant from,
    @Nullable UUID staff,
    int children,
    String language,
    boolean interpreter,
    @Nullable UUID room,
    @Nullable String roomName,
    @Nullable Became became,
    @Nullable Instant left,
    int version) {

  /// What becomes of it that somebody came without a time.
  public enum Became {
    /// A conversation, in the inbox.
    CONVERSATION,
    /// A conversation that leads to an intake.
    INTAKE,
    /// Nothing more.
    NOTHING;

    /// As it stands in the table and in the keys of the texts.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// What a form says.
    public static Optional<Became> of(String code) {
      return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }
  }
}
