package se.fristad.contact.inbox;

import java.util.Optional;
import se.fristad.contact.Queue;
import se.fristad.contact.ThreadId;
import se.fristad.page.Read;

/// Which conversation an address means.
record Address(Queue queue, ThreadId thread) {
  static Optional<Address> of(String queue, String thread) {
    return InboxPages.queue(queue)
        .flatMap(named -> Read.id(thread).map(id -> new Address(named, new ThreadId(id))));
  }

  String href() {
    return "/staff/inbox/" + InboxPages.code(queue) + "/" + thread.value();
  }
}
