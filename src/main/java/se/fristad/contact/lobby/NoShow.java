package se.fristad.contact.lobby;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Somebody who had a time did not come (*uteblev*): find out in a way that is safe for her, or say
/// that we wait.
///
/// @param meeting the time to which she did not come
/// @param from when it began
/// @param due by when somebody must have found out
/// @param danger whether danger is marked in her conversation
/// @param spoken whether there is no page on which she could read what we write
/// @param language in which she writes
/// @param owner who has her conversation
public record NoShow(
    UUID meeting,
    UUID thread,
    Instant from,
    Instant found,
    Instant due,
    boolean danger,
    boolean spoken,
    String language,
    @Nullable UUID owner,
    @Nullable Outcome outcome,
    @Nullable Instant ended) {

  /// What came of it.
  public enum Outcome {
    /// She has been heard of, in the way that was agreed or of herself.
    HEARD,
    /// She was here, and it was not ticked; or she came later.
    WAS_HERE,
    /// We have written in the conversation, where she sees it when she comes back.
    WROTE,
    /// Nothing may be sent: we wait for her, and who has the conversation knows.
    WAITS,
    /// It was passed on to the head or to whoever has the conversation, because danger is marked.
    PASSED_ON;

    /// As it stands in the table and in the keys of the texts.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// What a form says.
    public static Optional<Outcome> of(String code) {
      return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    /// Whether it ends the task where danger is marked: then waiting alone is not enough.
    public boolean isEnoughInDanger() {
      return switch (this) {
        case HEARD, WAS_HERE, PASSED_ON -> true;
        case WROTE, WAITS -> false;
      };
    }
  }

  /// Whether nobody has found out yet.
  public boolean open() {
    return outcome == null;
  }
}
