package se.fristad.contact.lobby.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Tone;

/// What of the desk changes while the page stands open.
///
/// @param href where it is asked for again
/// @param seenAt when it was true
/// @param waiting who is here
/// @param times today's booked times
/// @param missed those who did not come, and of whom somebody must find out
/// @param gone who has gone today, each with the way to her page
public record DeskRows(
    Shell shell,
    String href,
    String queue,
    String seenAt,
    Table waiting,
    List<Time> times,
    List<Gone> gone,
    List<Missed> missed) {
  /// Copies the lists.
  public DeskRows {
    times = List.copyOf(times);
    gone = List.copyOf(gone);
    missed = List.copyOf(missed);
  }

  /// A booked time and what can be ticked of it.
  ///
  /// @param when from when until when
  /// @param href the conversation
  /// @param badge whether she has come, in words
  /// @param detail since when, or for how long she is late
  /// @param come where she is given a card; nothing when she has come, or the viewer only looks
  /// @param late whether it can be ticked that she is late
  /// @param absent whether it can be ticked that she did not come
  /// @param back whether a tick can be taken back
  public record Time(
      String meeting,
      String when,
      @Nullable String href,
      String way,
      String who,
      String room,
      String badge,
      Tone tone,
      @Nullable String detail,
      @Nullable String come,
      boolean late,
      boolean absent,
      boolean back) {}

  /// Somebody who did not come.
  ///
  /// @param href the task; the conversation for whoever only looks
  public record Missed(String when, String state, Tone tone, String href) {}

  /// Somebody who has gone.
  public record Gone(String sign, String when, String href) {}
}
