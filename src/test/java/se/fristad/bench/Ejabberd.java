package se.fristad.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The peer: Debian's ejabberd, with each message kept in the database that ours are kept in
/// (`bench/ejabberd.yml`). It keeps two rows a message, seals nothing, and hands a message on when
/// it is kept.
final class Ejabberd implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/sbin/ejabberdctl");
  private static final Path LIBRARIES = Path.of("/usr/lib/x86_64-linux-gnu");
  private final Process process;
  private final Path directory;
  private final Connection archive;
  private final int port;

  private Ejabberd(Process process, Path directory, Connection archive, int port) {
    this.process = process;
    this.directory = directory;
    this.archive = archive;
    this.port = port;
  }

  /// Whether it is on this machine.
  static boolean isThere() {
    return Files.exists(PROGRAM);
  }

  /// Starts it with an empty archive.
  static Ejabberd start(Running house) throws Exception {
    Path bench = Files.createDirectories(Path.of("target", "bench")).toAbsolutePath();
    Path directory = Files.createTempDirectory(bench, "ejabberd");
    String password = UUID.randomUUID().toString();
    String url;
    try (Connection superuser = house.superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute("create role ejabberd login password '" + password + "'");
      statement.execute("create database ejabberd owner ejabberd");
      url = superuser.getMetaData().getURL().replace("/fristad", "/ejabberd");
    }
    Connection archive = DriverManager.getConnection(url, "ejabberd", password);
    try (Statement statement = archive.createStatement()) {
      statement.execute(Files.readString(tables()));
    }
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = free.getLocalPort();
    }
    Path settings = directory.resolve("ejabberd.yml");
    Files.writeString(
        settings,
        Files.readString(Path.of("bench", "ejabberd.yml"))
            .replace("@PORT@", Integer.toString(port))
            .replace("@SQLPORT@", url.replaceAll(".*:(\\d+)/.*", "$1"))
            .replace("@PASSWORD@", password));
    // without a name of its own it opens no port but the one above
    ProcessBuilder builder =
        new ProcessBuilder(
                "erl",
                "-noinput",
                "+K",
                "true",
                "-mnesia",
                "dir",
                "\"" + directory + "\"",
                "-s",
                "ejabberd")
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(bench.resolve("ejabberd.log").toFile());
    builder.environment().put("ERL_LIBS", LIBRARIES.toString());
    builder.environment().put("EJABBERD_CONFIG_PATH", settings.toString());
    builder
        .environment()
        .put("EJABBERD_LOG_PATH", directory.resolve("ejabberd.own.log").toString());
    builder.environment().put("HOME", directory.toString());
    Ejabberd started = new Ejabberd(builder.start(), directory, archive, port);
    for (int tries = 0; tries < 300; tries++) {
      try (Socket there = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return started;
      } catch (IOException notYet) {
        if (!started.process.isAlive()) {
          break;
        }
        Thread.sleep(100);
      }
    }
    started.close();
    throw new IllegalStateException("ejabberd did not start: see target/bench/ejabberd.log");
  }

  private static Path tables() throws IOException {
    try (Stream<Path> files =
        Files.find(Path.of("/usr"), 8, (file, is) -> file.endsWith("sql/pg.sql"))) {
      return files.findFirst().orElseThrow(() -> new IllegalStateException("no pg.sql"));
    }
  }

  /// How many rows its archive holds: two a message.
  long kept() throws SQLException {
    try (Statement statement = archive.createStatement();
        var rows = statement.executeQuery("select count(*) from archive")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /// Its resident memory, in KB.
  long residentKilobytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElseThrow();
  }

  /// Two people without names, each with a connection: the one writes to the other.
  Pair pair() throws IOException {
    return new Pair(new Visitor(port), new Visitor(port));
  }

  /// One who writes and one who reads.
  record Pair(Visitor writer, Visitor reader) implements AutoCloseable {
    /// Sends words and waits until they are there.
    void send(String words) throws IOException {
      writer.out(
          "<message to='"
              + reader.name
              + "' type='chat' id='"
              + UUID.randomUUID()
              + "'><body>"
              + words
              + "</body></message>");
      reader.until("</message>");
    }

    @Override
    public void close() throws IOException {
      writer.close();
      reader.close();
    }
  }

  /// One connection (RFC 6120), without a name (RFC 4505).
  static final class Visitor implements AutoCloseable {
    private static final String STREAM =
        "<?xml version='1.0'?><stream:stream to='localhost' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>";
    private static final Pattern NAME = Pattern.compile("<jid>([^<]+)</jid>");
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] read = new byte[16_384];
    private final StringBuilder heard = new StringBuilder();
    private final String name;

    Visitor(int port) throws IOException {
      this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(30_000);
      this.in = socket.getInputStream();
      this.out = socket.getOutputStream();
      out(STREAM);
      until("</stream:features>");
      out("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'/>");
      until("<success");
      out(STREAM);
      until("</stream:features>");
      out("<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq><presence/>");
      Matcher found = NAME.matcher(until("</iq>"));
      if (!found.find()) {
        throw new IOException("ejabberd gave no name");
      }
      this.name = found.group(1);
    }

    private void out(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }

    private String until(String end) throws IOException {
      int at = heard.indexOf(end);
      while (at < 0) {
        int count = in.read(read);
        if (count < 0) {
          throw new IOException("ejabberd hung up");
        }
        heard.append(new String(read, 0, count, StandardCharsets.ISO_8859_1));
        at = heard.indexOf(end);
      }
      String all = heard.substring(0, at + end.length());
      heard.delete(0, at + end.length());
      return all;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Override
  public void close() throws Exception {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    archive.close();
    List<Path> left;
    try (Stream<Path> files = Files.walk(directory)) {
      left = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : left) {
      Files.deleteIfExists(file);
    }
  }

  /// Its version, if it says.
  static Optional<String> version() throws IOException {
    try (Stream<Path> files = Files.list(LIBRARIES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.startsWith("ejabberd-"))
          .findFirst();
    }
  }
}
