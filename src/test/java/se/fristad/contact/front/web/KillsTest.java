package se.fristad.contact.front.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.Viewer;
import se.fristad.contact.Queue;
import se.fristad.contact.ThreadId;
import se.fristad.contact.Threads;
import se.fristad.house.Chromium;
import se.fristad.house.NodeProcess;
import se.fristad.house.Serving;
import se.fristad.house.TestHouse;
import se.fristad.vault.Confidential;

/// Two public nodes and PostgreSQL, killed at random (`kill -9`) under four who write and one who
/// answers: what was acknowledged is there once, in its order, and an open page heals by itself.
class KillsTest {
  private static final int KILLS = Integer.getInteger("fristad.kills", 20);
  private static final int WRITERS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern LINE = Pattern.compile("\\{[^{}]*\"mine\":(true|false)[^{}]*\\}");
  private static final Pattern WORDS = Pattern.compile("\"words\":\"([^\"]*)\"");

  private final Random chance = new Random(Long.getLong("fristad.seed", 20261126));
  private final AtomicBoolean over = new AtomicBoolean();
  private List<NodeProcess> nodes = List.of();

  @Test
  void twenty_kills_lose_no_acknowledged_message_double_none_and_change_no_order()
      throws Exception {
    TestHouse house = TestHouse.raised(true);
    ConfigurableApplicationContext desk = Serving.node(house.settings(), 0, Map.of());
    try (NodeProcess one = NodeProcess.start(house, freePort(), Map.of("fristad.faces", "public"));
        NodeProcess other =
            NodeProcess.start(house, freePort(), Map.of("fristad.faces", "public"));
        Chromium chromium = new Chromium()) {
      nodes = List.of(one, other);
      nodes.forEach(KillsTest::awaitOpen);
      Page page = chromium.window(true, 390, 800, "sv");
      page.navigate("http://localhost:" + one.port() + "/sv");
      Browsers.begin(page, "en öppen sida");
      ThreadId open = new ThreadId(threads(house).getFirst());
      page.locator("#say textarea").fill("skrivet och inte sänt");

      List<Writer> writers = new ArrayList<>();
      for (int number = 0; number < WRITERS; number++) {
        writers.add(new Writer(number, new Random(chance.nextLong())));
      }
      Answerer answerer = new Answerer(desk.getBean(Threads.class), house);
      List<Thread> running = new ArrayList<>();
      writers.forEach(writer -> running.add(Thread.ofPlatform().start(writer)));
      running.add(Thread.ofPlatform().start(answerer));

      for (int kill = 0; kill < KILLS; kill++) {
        Thread.sleep(200 + chance.nextInt(700));
        // a node takes seconds to start, the database a moment: two kills of three are hers
        switch (chance.nextInt(6)) {
          case 0 -> killed(one);
          case 1 -> killed(other);
          default ->
              ProcessHandle.of(house.house().postgres().pid())
                  .ifPresent(ProcessHandle::destroyForcibly);
        }
      }
      over.set(true);
      for (Thread thread : running) {
        thread.join(PATIENCE);
        assertThat(thread.isAlive())
            .as(() ->
                "everyone came to an end: "
                    + writers.stream()
                        .map(writer -> writer.said.size() + " " + writer.last)
                        .toList()
                    + answerer.said)
            .isFalse();
      }

      nodes.forEach(KillsTest::awaitOpen);
      Map<String, List<String>> answers = new HashMap<>();
      for (Writer writer : writers) {
        Lines there = lines(writer.token);
        assertThat(writer.said).isNotEmpty();
        assertThat(there.hers).as("writer " + writer.number).isEqualTo(writer.said);
        answers.put(writer.said.getFirst(), there.ours);
      }
      assertThat(answerer.said).isNotEmpty();
      assertThat(answers.values().stream().flatMap(List::stream).toList())
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(answerer.said);
      answers
          .values()
          .forEach(ours ->
              assertThat(ours)
                  .as("in the order in which they were given")
                  .isEqualTo(answerer.said.stream().filter(ours::contains).toList()));

      assertThat(answerer.answered(open, UUID.randomUUID(), "svar efter allt")).isTrue();
      page.locator(".line.ours >> text=svar efter allt").waitFor();
      assertThat(page.locator("#say textarea").inputValue()).isEqualTo("skrivet och inte sänt");
      page.context().close();
    } finally {
      over.set(true);
      Serving.stop(desk);
      house.close();
    }
  }

  /// A node that is not open yet is not killed again: the centre's supervisor waits too.
  private static void killed(NodeProcess node) throws Exception {
    awaitOpen(node);
    node.killed();
  }

  private static void awaitOpen(NodeProcess node) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptions()
        .until(() -> new Visitor(node.port()).get("/sv").statusCode() == 200);
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return free.getLocalPort();
    }
  }

  private static List<UUID> threads(TestHouse house) throws Exception {
    List<UUID> ids = new ArrayList<>();
    try (var owner = house.superuser();
        var statement = owner.createStatement();
        var rows =
            statement.executeQuery(
                "select t.id from contact.thread t where exists (select from contact.visit v where v.thread = t.id) order by t.begun_at")) {
      while (rows.next()) {
        ids.add(rows.getObject(1, UUID.class));
      }
    }
    return ids;
  }

  private record Lines(List<String> hers, List<String> ours) {}

  private Lines lines(String token) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("act", "look");
    fields.put("t", token);
    fields.put("queue", "SUPPORT");
    fields.put("from", "0");
    fields.put("lang", "sv");
    Visitor visitor = new Visitor(nodes.getFirst().port());
    fields.put("form", Visitor.form(visitor.get("/sv").body(), "begin").getOrDefault("form", ""));
    String body = visitor.ask(fields).body();
    Lines lines = new Lines(new ArrayList<>(), new ArrayList<>());
    Matcher line = LINE.matcher(body);
    while (line.find()) {
      Matcher words = WORDS.matcher(line.group());
      assertThat(words.find()).as(body).isTrue();
      (line.group(1).equals("true") ? lines.hers : lines.ours).add(words.group(1));
    }
    return lines;
  }

  /// Somebody who writes, and sends what was not acknowledged again as our script does: with the
  /// same number, to whichever node answers.
  private final class Writer implements Runnable {
    private final int number;
    private final Random chance;
    private final String token;
    private final List<String> said = new ArrayList<>();
    private volatile String last = "";
    private String form = "";

    private Writer(int number, Random chance) {
      this.number = number;
      this.chance = chance;
      byte[] secret = new byte[32];
      chance.nextBytes(secret);
      this.token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    @Override
    public void run() {
      while (!over.get()) {
        String words = "ord " + number + " " + said.size();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("act", said.isEmpty() ? "begin" : "say");
        fields.put("t", token);
        fields.put("queue", "SUPPORT");
        fields.put("id", UUID.randomUUID().toString());
        fields.put("lang", "sv");
        fields.put("words", words);
        fields.put("form", number());
        while (!acknowledged(fields)) {
          pause(100);
        }
        said.add(words);
        pause(100 + chance.nextInt(400));
      }
    }

    /// Of the page that she opened once, at one of the nodes.
    private String number() {
      while (form.isEmpty()) {
        try {
          form = Visitor.form(page().body(), "begin").getOrDefault("form", "");
        } catch (UncheckedIOException dead) {
          pause(100);
        }
      }
      return form;
    }

    private HttpResponse<String> page() {
      return new Visitor(nodes.get(chance.nextInt(nodes.size())).port()).get("/sv");
    }

    private boolean acknowledged(Map<String, String> fields) {
      try {
        int port = nodes.get(chance.nextInt(nodes.size())).port();
        HttpResponse<String> answer = new Visitor(port).ask(fields);
        assertThat(answer.body()).doesNotContain("Exception");
        assertThat(answer.statusCode()).as(answer.body()).isNotIn(403, 410);
        last = answer.statusCode() + " " + answer.body();
        return answer.statusCode() == 200 && answer.body().contains("\"answer\":\"ok\"");
      } catch (UncheckedIOException dead) {
        last = dead.toString();
        return false;
      }
    }
  }

  /// Somebody of us who answers one thread after the other.
  private final class Answerer implements Runnable {
    private final Threads threads;
    private final TestHouse house;
    private final Viewer viewer = new Viewer(UUID.randomUUID(), "centre", Role.RECEPTION);
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());

    private Answerer(Threads threads, TestHouse house) {
      this.threads = threads;
      this.house = house;
    }

    @Override
    public void run() {
      int number = 0;
      while (!over.get()) {
        List<UUID> there = there();
        // the first is the open page's
        if (there.size() > 1) {
          ThreadId thread = new ThreadId(there.get(1 + number % (there.size() - 1)));
          String words = "svar " + number++;
          UUID id = UUID.randomUUID();
          while (!answered(thread, id, words)) {
            pause(100);
          }
          said.add(words);
        }
        pause(250);
      }
    }

    private List<UUID> there() {
      try {
        return threads(house);
      } catch (Exception killed) {
        return List.of();
      }
    }

    boolean answered(ThreadId thread, UUID id, String words) {
      try {
        return threads.answer(viewer, Queue.SUPPORT, thread, id, Confidential.of(words))
            instanceof Opened.Value<Integer>;
      } catch (DataAccessException | TransactionException killed) {
        return false;
      }
    }
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
