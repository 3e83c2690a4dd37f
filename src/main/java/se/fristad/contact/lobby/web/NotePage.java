package se.fristad.contact.lobby.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Shell;

/// What a colleague should know before she opens the door.
///
/// @param guest the page of the one it is about
/// @param words own words; nothing when there are none
/// @param read where the reader says that she has read it; nothing when she has, or it is for
///   somebody else
public record NotePage(
    Shell shell,
    String sign,
    String guest,
    String said,
    List<String> dangers,
    @Nullable String words,
    @Nullable String read) {
  /// Copies the list.
  public NotePage {
    dangers = List.copyOf(dangers);
  }
}
