package se.fristad.contact.inbox.web;

import java.util.List;
import se.fristad.page.Shell;
import se.fristad.page.Table;

/// The part of the inbox that renews itself: a table for each queue.
///
/// @param href where the next look is taken, with what this one showed
public record InboxRows(Shell shell, String href, String seenAt, List<Table> queues) {
  /// Copies the list.
  public InboxRows {
    queues = List.copyOf(queues);
  }
}
