package se.fristad.contact.reception.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Option;
import se.fristad.page.Shell;

/// The booked time beside a conversation, and the next free ones, each one press away.
///
/// @param href the page with all free times
/// @param apart where it stands whom she must not meet; nothing for those who ask in their work
/// @param remind where a reminder is asked for
/// @param interpreter the page of a booked time's interpreter
/// @param id minted with the forms: pressed twice it is one time
/// @param had her times
/// @param next the next free times
/// @param none what to do when nothing is free
/// @param lacks what the next times lack
public record BookPanel(
    Shell shell,
    String href,
    @Nullable String apart,
    String remind,
    String interpreter,
    String id,
    List<Had> had,
    List<Slot> next,
    @Nullable String none,
    List<String> lacks) {
  /// Copies the lists.
  public BookPanel {
    had = List.copyOf(had);
    next = List.copyOf(next);
    lacks = List.copyOf(lacks);
  }

  /// A booked time.
  ///
  /// @param group whether it is a place in a group, which is given up and not moved
  /// @param link where its link is written; nothing when it is not by video, or is a group
  /// @param reminder how it stands with the reminder, in words
  /// @param reminding whether somebody may still call
  /// @param windows when she can be called, to choose among; none when it is too near
  public record Had(
      String id,
      String when,
      String what,
      boolean group,
      boolean begun,
      @Nullable String link,
      String reminder,
      boolean reminding,
      List<Option> windows) {
    /// Copies the list.
    public Had {
      windows = List.copyOf(windows);
    }
  }

  /// A free time.
  public record Slot(String code, String when, String what) {}
}
