package se.fristad.contact.front;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.contact.Queue;

/// The pages that stand open on this node, each with its stream. One question to the database per
/// wake serves them all.
@PublicOnly
@Component
public class OpenPages {
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final Doors doors;

  OpenPages(Doors doors) {
    this.doors = doors;
  }

  /// One open page.
  public static final class Page {
    private final Queue queue;
    private final VisitToken token;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>(256);
    private volatile int after;
    private volatile Signs signs = Signs.NONE;

    private Page(Queue queue, VisitToken token, int after) {
      this.queue = queue;
      this.token = token;
      this.after = after;
    }

    /// The next event, or null after `seconds` without one: time for a heartbeat.
    public @Nullable Event next(long seconds) throws InterruptedException {
      return events.poll(seconds, TimeUnit.SECONDS);
    }
  }

  /// What a stream tells its page.
  public sealed interface Event {
    /// New lines, oldest first.
    record News(List<Line> lines) implements Event {}

    /// What the page is told beside its words has changed.
    record Told(Signs signs) implements Event {}

    /// The visit has ended, or another tab has taken the stream over.
    record Over() implements Event {}
  }

  /// Opens a stream for a visit; one per visit, an older one is told that it is over.
  public Page open(Queue queue, VisitToken token, int after) {
    Page page = new Page(queue, token, after);
    Page older = pages.put(token.hashText(), page);
    if (older != null) {
      older.events.offer(new Event.Over());
    }
    deliver(queue, Map.of(token.hashText(), page));
    return page;
  }

  /// The stream broke or the page left. Three minutes are left to come back, unless another stream
  /// has taken over.
  public void close(Page page) {
    if (pages.remove(page.token.hashText(), page)) {
      doors.fade(page.queue, page.token.hash());
    }
  }

  /// How many pages stand open.
  public int count() {
    return pages.size();
  }

  /// Asks once per door for everything that is new, and hands it out.
  void deliverAll() {
    Map<Queue, Map<String, Page>> byQueue =
        pages.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    entry -> entry.getValue().queue,
                    Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    byQueue.forEach(this::deliver);
  }

  /// Asks once per door what the pages are to be told beside their words, and tells those for which
  /// it has changed. Who writes and who has lost words is not asked at every wake: a second or two
  /// is soon enough.
  void tellAll() {
    Map<Queue, List<Page>> byQueue =
        pages.values().stream().collect(Collectors.groupingBy(page -> page.queue));
    byQueue.forEach((queue, asked) -> {
      Map<String, Signs> told =
          doors
              .signs(queue, asked.stream().map(page -> page.token.hash()).toArray(byte[][]::new))
              .stream()
              .collect(Collectors.toMap(Doors.Signed::tokenHash, Doors.Signed::signs, (a, b) -> a));
      for (Page page : asked) {
        Signs now = told.getOrDefault(page.token.hashText(), Signs.NONE);
        if (!now.equals(page.signs) && page.events.offer(new Event.Told(now))) {
          page.signs = now;
        }
      }
    });
  }

  /// Tells pages whose visit has ended.
  void endDead() {
    for (Queue queue : Queue.values()) {
      List<Map.Entry<String, Page>> open =
          pages.entrySet().stream().filter(entry -> entry.getValue().queue == queue).toList();
      if (open.isEmpty()) {
        continue;
      }
      Set<String> alive =
          Set.copyOf(
              doors.alive(
                  queue,
                  open.stream()
                      .map(entry -> entry.getValue().token.hash())
                      .toArray(byte[][]::new)));
      for (Map.Entry<String, Page> entry : open) {
        if (!alive.contains(entry.getKey()) && pages.remove(entry.getKey(), entry.getValue())) {
          entry.getValue().events.offer(new Event.Over());
        }
      }
    }
  }

  private void deliver(Queue queue, Map<String, Page> some) {
    List<Page> asked = List.copyOf(some.values());
    List<Doors.Sealed> news =
        doors.newer(
            queue,
            asked.stream().map(page -> page.token.hash()).toArray(byte[][]::new),
            asked.stream().map(page -> page.after).toArray(Integer[]::new));
    Map<String, List<Doors.Sealed>> byPage =
        news.stream()
            .collect(
                Collectors.groupingBy(
                    Doors.Sealed::tokenHash,
                    Collectors.mapping(
                        Function.identity(), Collectors.toCollection(ArrayList::new))));
    byPage.forEach((hash, sealed) -> {
      Page page = some.get(hash);
      if (page != null) {
        hand(page, sealed);
      }
    });
  }

  private void hand(Page page, List<Doors.Sealed> sealed) {
    synchronized (page) {
      List<Doors.Sealed> unseen = sealed.stream().filter(line -> line.seq() > page.after).toList();
      if (unseen.isEmpty()) {
        return;
      }
      doors
          .visitKey(page.queue, page.token.hash())
          .ifPresent(way -> {
            page.events.offer(
                new Event.News(Visits.opened(page.token, way.thread(), way.wrapped(), unseen)));
            page.after = unseen.getLast().seq();
          });
    }
  }
}
