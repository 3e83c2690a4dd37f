package se.fristad.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Many people at once, each with one page open, each from a neighbourhood of the net that few
/// share; one thread holds all their streams.
final class Crowd implements AutoCloseable {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BEGINNING_AT_ONCE = 8;
  private final int port;
  private final String number;
  private final List<Person> people = new ArrayList<>();
  private final Selector selector = Selector.open();
  private final ByteBuffer read = ByteBuffer.allocate(65_536);
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /// One of them.
  private static final class Person {
    private final String token;
    private final String address;
    private String tail = "";
    private boolean open;
    private boolean broken;
    private boolean ended;
    private long heardAt;

    Person(int number) {
      byte[] secret = new byte[32];
      RANDOM.nextBytes(secret);
      this.token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
      // the block of addresses that is set aside for benches (RFC 2544)
      this.address =
          "198." + (18 + (number >> 8 & 1)) + "." + (number & 255) + "." + (1 + (number >> 9));
    }

    Map<String, String> fields(String act, String formNumber) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("act", act);
      fields.put("t", token);
      fields.put("queue", "SUPPORT");
      fields.put("lang", "sv");
      fields.put("form", formNumber);
      return fields;
    }
  }

  Crowd(int port) throws IOException, InterruptedException {
    this.port = port;
    String page =
        http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sv")).build(),
                HttpResponse.BodyHandlers.ofString())
            .body();
    String mark = "data-form=\"";
    int at = page.indexOf(mark);
    if (at < 0) {
      throw new IllegalStateException("the first page has no form number");
    }
    this.number = page.substring(at + mark.length(), page.indexOf('"', at + mark.length()));
  }

  /// So many write their first words.
  void begin(int many) throws Exception {
    try (ExecutorService clients = Executors.newFixedThreadPool(BEGINNING_AT_ONCE)) {
      List<Future<Person>> begun = new ArrayList<>();
      for (int n = 0; n < many; n++) {
        Person person = new Person(people.size() + n);
        begun.add(clients.submit(() -> begun(person)));
      }
      for (Future<Person> one : begun) {
        people.add(one.get());
      }
    }
  }

  private Person begun(Person person) throws IOException, InterruptedException {
    Map<String, String> fields = person.fields("begin", number);
    fields.put("id", UUID.randomUUID().toString());
    fields.put("words", "Hej, jag vet inte var jag ska börja.");
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .header("X-Forwarded-For", person.address)
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("begin answered " + answer.statusCode());
    }
    return person;
  }

  /// Opens everyone's stream and waits for its first row.
  ///
  /// @return how many stood open when nothing more came for ten seconds, or all
  int open() throws IOException {
    for (Person person : people) {
      SocketChannel channel =
          SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      String body = encoded(person.fields("stream", number)) + "&from=1";
      String head =
          "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/x-ndjson\r\nSec-Fetch-Site: same-origin\r\n"
              + "X-Forwarded-For: "
              + person.address
              + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n"
              + body;
      channel.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, person);
      hear(0);
    }
    long heard = System.nanoTime();
    int open = standing();
    while (open < people.size() && System.nanoTime() - heard < TimeUnit.SECONDS.toNanos(10)) {
      hear(200);
      if (standing() > open) {
        heard = System.nanoTime();
        open = standing();
      }
    }
    return open;
  }

  /// Streams that were opened and have not ended.
  int standing() {
    return (int) people.stream().filter(one -> one.open && !one.broken && !one.ended).count();
  }

  /// Hears so long whatever comes: signs of life.
  void hearFor(long seconds) throws IOException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (System.nanoTime() < until) {
      hear(100);
    }
  }

  /// Does something that gives news to so many pages, and waits until they have them.
  ///
  /// @return milliseconds until each page had its news
  List<Double> newsOf(int many, News news) throws Exception {
    people.forEach(one -> one.heardAt = 0);
    long began = System.nanoTime();
    news.happen();
    long patience = began + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < patience && heard().size() < many) {
      hear(100);
    }
    List<Double> heard = new ArrayList<>();
    heard().forEach(one -> heard.add((one.heardAt - began) / 1e6));
    if (heard.size() != many) {
      throw new IllegalStateException(heard.size() + " of " + many + " pages had news in a minute");
    }
    return heard;
  }

  private List<Person> heard() {
    return people.stream().filter(one -> one.heardAt != 0).toList();
  }

  interface News {
    void happen() throws Exception;
  }

  private void hear(long millis) throws IOException {
    if (millis == 0) {
      selector.selectNow();
    } else {
      selector.select(millis);
    }
    for (SelectionKey ready : selector.selectedKeys()) {
      Person person = (Person) ready.attachment();
      read.clear();
      int count = ((SocketChannel) ready.channel()).read(read);
      if (count < 0) {
        person.broken = true;
        ready.cancel();
        continue;
      }
      String text =
          person.tail + new String(read.array(), 0, read.position(), StandardCharsets.ISO_8859_1);
      person.open |= text.contains("{}\n");
      person.ended |= text.contains("\"over\"");
      if (text.contains("\"lines\"") && person.heardAt == 0) {
        person.heardAt = System.nanoTime();
        text = "";
      }
      person.tail = text.substring(Math.max(0, text.length() - 16));
    }
    selector.selectedKeys().clear();
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  @Override
  public void close() throws IOException {
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
    http.close();
  }
}
