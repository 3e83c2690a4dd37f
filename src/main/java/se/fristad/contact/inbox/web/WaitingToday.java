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
  /// @param late who has waited longer than we promise, a sentence for each step of the ladder
  public record Line(Tone tone, String who, List<String> late, @Nullable String night) {
    /// Copies the list.
    public Line {
      late = List.copyOf(late);
    }

    /// With the name of the queue, where there are several.
    public Line named(String queue) {
      return new Line(tone, queue + ": " + who, late, night);
    }
  }
}
