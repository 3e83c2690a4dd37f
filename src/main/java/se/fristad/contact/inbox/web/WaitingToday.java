package se.fristad.contact.inbox.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fristad.page.Shell;
import se.fristad.page.Tone;

/// Who waits for an answer, as my day tells it.
///
/// @param queues a sentence for each queue, with what the night brought
public record WaitingToday(Shell shell, List<Line> queues) {
  /// Copies the list.
  public WaitingToday {
    queues = List.copyOf(queues);
  }

  /// A queue.
  ///
  /// @param night what came since it shut; null when nothing did
  public record Line(Tone tone, String who, @Nullable String night) {
    /// With the name of the queue, where there are several.
    public Line named(String queue) {
      return new Line(tone, queue + ": " + who, night);
    }
  }
}
