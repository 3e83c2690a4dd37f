package se.fristad.contact.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.contact.InboxSection;
import se.fristad.contact.Queue;
import se.fristad.contact.Reaching;
import se.fristad.contact.Threads;
import se.fristad.contact.inbox.web.CallsSection;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.View;

/// The calls that are promised, the next one first, under the inbox.
@Order(10)
@StaffFace
@Component
class CallsToMake implements InboxSection {
  private final Reaching reaching;
  private final Threads threads;
  private final CallLines lines;

  CallsToMake(Reaching reaching, Threads threads, CallLines lines) {
    this.reaching = reaching;
    this.threads = threads;
    this.lines = lines;
  }

  @Override
  public Optional<View> below(Viewer viewer, Shell shell) {
    List<Table> tables = new ArrayList<>();
    for (Queue queue : threads.queuesOf(viewer)) {
      tables.add(
          lines.table(
              shell,
              shell.t("contact.reach.calls." + InboxPages.code(queue)),
              lines.of(shell, viewer, reaching.due(viewer, queue))));
    }
    return tables.isEmpty()
        ? Optional.empty()
        : Optional.of(View.of("contact/calls-section", new CallsSection(shell, tables)));
  }
}
