package se.fristad.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;
import se.fristad.contact.Queue;
import se.fristad.contact.front.Said;
import se.fristad.contact.front.VisitToken;
import se.fristad.contact.front.Visits;
import se.fristad.house.Serving;
import se.fristad.house.TestHouse;
import se.fristad.vault.Confidential;

/// How many messages a second are sealed, stored and acknowledged, beside bare inserts of rows of
/// the same size by as many clients into the same database, in turns: the machine's own speed falls
/// out of the ratio.
class MessagesBench {
  private static final int CLIENTS = 8;
  private static final int ROUNDS = Integer.getInteger("fristad.rounds", 3);
  private static final int SECONDS = 6;
  private static final int MORE_WORDS = 19;

  /// 211 characters: one step of 256 bytes when sealed.
  private static final Confidential WORDS =
      Confidential.of(
          "Det har blivit värre sedan i somras. Jag vågar inte ringa härifrån, men jag kan skriva när han är på jobbet. "
              + "Kan ni säga vad som händer om jag kommer till er, och om barnen får vara med då?");

  private final Figures figures = new Figures("messages");

  /// What one client does until its time is over.
  private interface Client {
    long run(long until) throws SQLException;
  }

  @Test
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void acknowledged_messages_beside_bare_inserts() throws Exception {
    TestHouse house = TestHouse.raised(true);
    ConfigurableApplicationContext node =
        Serving.node(house.settings(), 0, Map.of("fristad.faces", "public"));
    try (Connection superuser = house.superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute(
          "create table public.bare (thread uuid, seq integer, client_id uuid, sender text, at timestamptz, sealed bytea, primary key (thread, seq))");
      Visits visits = node.getBean(Visits.class);
      Client writing = until -> conversations(visits, until);
      Client inserting = until -> inserts(house, until);
      long acknowledged = Math.round(SECONDS * rate(writing));
      rate(inserting);
      List<Double> ours = new ArrayList<>();
      List<Double> bare = new ArrayList<>();
      List<Double> ratios = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        ours.add(rate(writing));
        bare.add(rate(inserting));
        ratios.add(ours.getLast() / bare.getLast());
        acknowledged += Math.round(SECONDS * ours.getLast());
        figures.line(
            "messages %5.0f/s   bare inserts %5.0f/s   ratio %.2f",
            ours.getLast(), bare.getLast(), ratios.getLast());
      }
      try (var rows = statement.executeQuery("select count(*) from contact.message")) {
        rows.next();
        assertThat(rows.getLong(1)).as("what was acknowledged is there").isEqualTo(acknowledged);
      }
      figures.line(
          "median   %5.0f/s                %5.0f/s         %.2f   (%d clients, conversations of %d messages, fsync on)",
          Figures.median(ours),
          Figures.median(bare),
          Figures.median(ratios),
          CLIENTS,
          1 + MORE_WORDS);
    } finally {
      Serving.stop(node);
      house.close();
      try (Stream<Path> files = Files.walk(house.directory())) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /// Acknowledgements a second.
  private static double rate(Client client) throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    long done = 0;
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<Long>> running = new ArrayList<>();
      for (int n = 0; n < CLIENTS; n++) {
        running.add(clients.submit(() -> client.run(until)));
      }
      for (Future<Long> one : running) {
        done += one.get();
      }
    }
    return done / (double) SECONDS;
  }

  private static long conversations(Visits visits, long until) {
    long acknowledged = 0;
    while (System.nanoTime() < until) {
      VisitToken token = VisitToken.minted();
      expect(visits.begin(Queue.SUPPORT, token, UUID.randomUUID(), WORDS, "sv", true));
      acknowledged++;
      for (int more = 0; more < MORE_WORDS && System.nanoTime() < until; more++) {
        expect(visits.say(Queue.SUPPORT, token, UUID.randomUUID(), WORDS));
        acknowledged++;
      }
    }
    return acknowledged;
  }

  private static void expect(Said said) {
    if (!(said instanceof Said.Acknowledged)) {
      throw new IllegalStateException("not acknowledged: " + said);
    }
  }

  private static long inserts(TestHouse house, long until) throws SQLException {
    long done = 0;
    // 256 bytes of words, the nonce and the tag
    byte[] sealed = new byte[284];
    try (Connection connection = house.superuser();
        PreparedStatement insert =
            connection.prepareStatement("insert into public.bare values (?, ?, ?, ?, ?, ?)")) {
      while (System.nanoTime() < until) {
        ThreadLocalRandom.current().nextBytes(sealed);
        insert.setObject(1, UUID.randomUUID());
        insert.setInt(2, 1);
        insert.setObject(3, UUID.randomUUID());
        insert.setString(4, "person");
        insert.setObject(5, OffsetDateTime.ofInstant(Instant.now(), ZoneOffset.UTC));
        insert.setBytes(6, sealed);
        insert.executeUpdate();
        done++;
      }
    }
    return done;
  }
}
