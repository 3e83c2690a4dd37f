package se.fristad.contact.lobby.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Option;
import se.fristad.page.Shell;

/// What must be seen at once: calls for help, and notes that wait for their reader.
///
/// @param href where it is asked for again
/// @param loud what the tab's name begins with; nothing when nobody needs help
public record HelpNow(
    Shell shell, String href, @Nullable String loud, List<Call> calls, List<Note> notes) {
  /// Copies the lists.
  public HelpNow {
    calls = List.copyOf(calls);
    notes = List.copyOf(notes);
  }

  /// A call.
  ///
  /// @param tone `loud` as long as nobody goes there, `doubted` when the caller says that it was a
  ///   mistake, then `taken`, then `over`; `own` is the small mark on the caller's own page
  /// @param href where what is done about it is posted
  /// @param places where else it may be; for the caller alone
  /// @param urge what to do now that nobody has answered
  public record Call(
      String title,
      String said,
      String tone,
      @Nullable String urge,
      String href,
      boolean takes,
      boolean ends,
      boolean takesBack,
      boolean confirms,
      List<Option> places) {
    /// Copies the list.
    public Call {
      places = List.copyOf(places);
    }
  }

  /// A note that waits for its reader.
  public record Note(String text, String href) {}
}
