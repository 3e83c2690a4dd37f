package se.fristad.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What so many open pages cost, on one server and on the other, in turns: the grounds of
/// `docs/adr/0003`.
class StreamsBench {
  private static final int PAGES = Integer.getInteger("fristad.pages", 2_000);
  private static final int ROUNDS = Integer.getInteger("fristad.rounds", 2);
  private static final int IDLE_SECONDS = 30;
  private static final int ANSWERS = 40;

  private final Figures figures = new Figures("streams");

  @Test
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void idle_streams_cost_on_either_server() throws Exception {
    List<String> servers =
        List.of(System.getProperty("fristad.servers", "jetty,tomcat").split(","));
    for (int round = 1; round <= ROUNDS; round++) {
      for (String server : servers) {
        measure(server, round);
      }
    }
  }

  private void measure(String server, int round) throws Exception {
    Path jar = Path.of("target", "bench", server + ".jar").toAbsolutePath();
    // the crowd comes from many neighbourhoods of the net, as behind a proxy
    Map<String, String> behindProxy = Map.of("SERVER_FORWARD_HEADERS_STRATEGY", "native");
    try (Running running = Running.start(jar, server + "-" + round, behindProxy);
        Crowd crowd = new Crowd(running.port());
        Connection superuser = running.superuser()) {
      crowd.begin(PAGES);
      long heapBefore = running.liveHeapKilobytes();
      long residentBefore = running.residentKilobytes();
      long began = System.nanoTime();
      int open = crowd.open();
      double opened = (System.nanoTime() - began) / 1e9;
      if (open < PAGES) {
        figures.line("%-6s %d: only %d of %d streams opened", server, round, open, PAGES);
        figures.line(
            "   the first page %s",
            new FirstPage(running.port()).answers() ? "answers" : "does NOT answer");
      }
      assertThat(open).as("open streams").isEqualTo(PAGES);
      crowd.hearFor(5);
      long residentWith = running.residentKilobytes();
      long heapWith = running.liveHeapKilobytes();
      Files.writeString(
          Path.of("target", "bench", server + "-" + round + ".heap"),
          running.jcmd("GC.class_histogram"));
      double[] usedBefore = running.processorSeconds();
      crowd.hearFor(IDLE_SECONDS);
      double[] usedAfter = running.processorSeconds();
      List<Double> one = new ArrayList<>();
      superuser.setAutoCommit(false);
      for (int answer = 0; answer < ANSWERS; answer++) {
        news(superuser, "where thread = (select id from contact.thread order by random() limit 1)");
        one.addAll(crowd.newsOf(1, superuser::commit));
      }
      List<Double> all = new ArrayList<>();
      for (int wake = 0; wake < 3; wake++) {
        news(superuser, "");
        all.addAll(crowd.newsOf(PAGES, superuser::commit));
      }
      assertThat(crowd.standing()).as("streams that still stand").isEqualTo(PAGES);
      figures.line(
          "%-6s %d: %d streams in %.1f s; heap a stream %.1f KB (%.0f -> %.0f MB live); resident %.0f -> %.0f MB; %d platform threads",
          server,
          round,
          PAGES,
          opened,
          (heapWith - heapBefore) / (double) PAGES,
          heapBefore / 1024.0,
          heapWith / 1024.0,
          residentBefore / 1024.0,
          residentWith / 1024.0,
          running.threads());
      figures.line(
          "   idle %d s: %.1f %% of a core, PostgreSQL %.1f %%; one answer among %d pages p50 %.0f p99 %.0f ms; an answer to every page p50 %.0f p99 %.0f ms",
          IDLE_SECONDS,
          100 * (usedAfter[0] - usedBefore[0]) / IDLE_SECONDS,
          100 * (usedAfter[1] - usedBefore[1]) / IDLE_SECONDS,
          PAGES,
          Figures.percentile(one, 0.5),
          Figures.percentile(one, 0.99),
          Figures.percentile(all, 0.5),
          Figures.percentile(all, 0.99));
    }
  }

  /// Makes the latest words of some conversations newer than their pages have seen, as an answer
  /// would be, without the staff who would have to write it.
  private static void news(Connection superuser, String where) throws java.sql.SQLException {
    try (Statement statement = superuser.createStatement()) {
      statement.executeUpdate(
          "update contact.message set seq = seq + 1, sender = 'staff' " + where);
      statement.execute("notify fristad_wake");
    }
  }
}
