package se.fristad.contact.front.web;

import java.util.UUID;
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.Viewer;
import se.fristad.contact.Queue;
import se.fristad.contact.ThreadId;
import se.fristad.contact.Threads;
import se.fristad.house.TestHouse;
import se.fristad.vault.Confidential;

/// One of us, who answers the conversation that was begun last.
final class Worker {
  private final Threads threads;

  Worker(Threads threads) {
    this.threads = threads;
  }

  void answers(String words) {
    Viewer viewer = new Viewer(UUID.randomUUID(), "centre", Role.RECEPTION);
    Opened<Integer> answered =
        threads.answer(viewer, Queue.SUPPORT, latest(), UUID.randomUUID(), Confidential.of(words));
    if (answered instanceof Opened.NotThere<Integer>) {
      throw new AssertionError("the conversation was not there");
    }
  }

  static ThreadId latest() {
    return new ThreadId(
        UUID.fromString(
            text("select id::text from contact.thread order by begun_at desc limit 1")));
  }

  static String text(String query) {
    return TestHouse.shared().database().text(query);
  }
}
