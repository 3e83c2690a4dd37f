package se.fristad.contact.reception.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Shell;

/// A calendar elsewhere: turned on, renewed and turned off by the one whose it is.
///
/// @param done what has just been done
/// @param receives whether she receives at all
/// @param address the new address, shown this once
/// @param since since when she has one and when it was last fetched; nothing when she has none
/// @param worker whose it is
/// @param everybodys all of them, for the head
public record FeedPage(
    Shell shell,
    @Nullable String done,
    boolean receives,
    @Nullable String address,
    @Nullable String since,
    String worker,
    List<SetUpPage.Part> everybodys) {
  /// Copies the list.
  public FeedPage {
    everybodys = List.copyOf(everybodys);
  }
}
