package se.fristad.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import se.fristad.vault.SecretFiles;

/// PostgreSQL 18 inside the data directory: durable, with passwords, on loopback, for one machine.
///
/// The binaries come as a Maven artifact. `initdb` asks for SCRAM passwords from everyone; there is
/// no socket file, no trust, and `fsync` and `synchronous_commit` are on. As root it runs in a user
/// namespace of its own (`unshare -U`), since PostgreSQL refuses to be root. A server left behind
/// by a killed program is stopped and said; nothing acknowledged is lost by that.
public final class EmbeddedPostgres implements AutoCloseable {
  /// The superuser; used when the house is built, never by the program.
  public static final String SUPERUSER = "postgres";

  static final int PATIENCE_SECONDS = 60;
  private final Path home;
  private final int port;
  private final String password;
  private volatile boolean closing;

  private EmbeddedPostgres(Path home, int port, String password) {
    this.home = home;
    this.port = port;
    this.password = password;
  }

  /// Starts the server, unpacking and initialising it the first time.
  ///
  /// @param say told in a sentence what happens
  public static EmbeddedPostgres start(Path home, Consumer<String> say) {
    try {
      DataDirectory.makePrivate(home);
      PostgresPrograms.unpack(home);
      String password = initialise(home);
      stopLeftBehind(home, say);
      EmbeddedPostgres server = new EmbeddedPostgres(home, port(home), password);
      server.launch();
      server.watch(say);
      return server;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void launch() throws IOException {
    PostgresPrograms.run(
        home,
        "PostgreSQL did not start",
        "pg_ctl",
        "-D",
        data(home),
        "-w",
        "-t",
        "" + PATIENCE_SECONDS,
        "-l",
        home.resolve("log").toString(),
        "-o",
        options(port),
        "start");
  }

  /// Starts the server again, on the same port, when it dies while the program lives. What was
  /// acknowledged is there again.
  private void watch(Consumer<String> say) {
    ProcessHandle.of(pid())
        .ifPresent(process ->
            process
                .onExit()
                .thenAccept(dead -> {
                  if (!closing) {
                    say.accept(
                        "PostgreSQL died and is started again. Nothing acknowledged is lost.");
                    relaunch(say);
                  }
                }));
  }

  private void relaunch(Consumer<String> say) {
    for (int attempt = 0; attempt < 20 && !closing; attempt++) {
      try {
        launch();
        watch(say);
        return;
      } catch (Refused | IOException stillDying) {
        // its children hold the memory for a moment after the server is gone
        LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
      }
    }
    if (!closing) {
      say.accept("PostgreSQL cannot be started again. Stop the program and start it anew.");
    }
  }

  /// The port of last time when it is free, else another.
  private static int port(Path home) throws IOException {
    Path file = home.resolve("port");
    if (Files.exists(file)) {
      int before = Integer.parseInt(Files.readString(file).strip());
      try (ServerSocket socket = new ServerSocket()) {
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), before));
        return before;
      } catch (BindException taken) {
        // another program has it now
      }
    }
    int port = freePort();
    SecretFiles.write(file, (port + "\n").getBytes(StandardCharsets.US_ASCII));
    return port;
  }

  /// Makes the database's directory beside its place and moves it there when it is whole: a kill in
  /// the middle leaves nothing half-made, and nothing that is there is ever made anew.
  private static String initialise(Path home) throws IOException {
    Path file = home.resolve("superuser");
    Path data = Path.of(data(home));
    if (Files.exists(data)) {
      if (!Files.exists(file)) {
        throw new Refused(
            "The file "
                + file
                + " is missing, so the database beside it cannot be opened. Put it back from a copy of the data directory; nothing was changed.");
      }
      return Files.readString(file).strip();
    }
    Path anew = home.resolve("data.new");
    deleteHalfMade(anew);
    String password = randomPassword();
    SecretFiles.write(file, (password + "\n").getBytes(StandardCharsets.US_ASCII));
    PostgresPrograms.run(
        home,
        "PostgreSQL could not make its data directory",
        "initdb",
        "-D",
        anew.toString(),
        "-U",
        SUPERUSER,
        "-A",
        "scram-sha-256",
        "--pwfile=" + file,
        "-E",
        "UTF8",
        "--locale=C",
        "--data-checksums");
    Files.move(anew, data, StandardCopyOption.ATOMIC_MOVE);
    return password;
  }

  private static void deleteHalfMade(Path data) throws IOException {
    if (Files.exists(data)) {
      try (var files = Files.walk(data)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  static String randomPassword() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static void stopLeftBehind(Path home, Consumer<String> say) throws IOException {
    Path pidFile = Path.of(data(home), "postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    if (isOurs(home, firstProcess(pidFile))) {
      say.accept(
          "A PostgreSQL was left behind by a program that was killed; it is stopped and started anew. Nothing is lost.");
      stop(home, "The PostgreSQL left behind could not be stopped");
      return;
    }
    // The first process is dead. Its helpers end by themselves; to start beside one of them would
    // ruin the data, so they are waited for before its mark is taken away.
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (ProcessHandle.allProcesses().anyMatch(one -> isOurs(home, one.pid()))) {
      if (System.nanoTime() > until) {
        throw new Refused(
            "Processes of a PostgreSQL that was killed still use "
                + data(home)
                + " and do not end. Restart the machine, or end them by hand.");
      }
      pause();
    }
    Files.deleteIfExists(pidFile);
  }

  /// Whether a process is a PostgreSQL that works in this data directory, and not another one that
  /// was given the number of a dead one.
  private static boolean isOurs(Path home, long pid) {
    try {
      return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd"))
          .equals(Path.of(data(home)).toRealPath());
    } catch (IOException goneOrNotOurs) {
      return false;
    }
  }

  private static long firstProcess(Path pidFile) throws IOException {
    return Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new Refused("Interrupted while a PostgreSQL was ending.");
    }
  }

  private static void stop(Path home, String failure) throws IOException {
    PostgresPrograms.run(
        home,
        failure,
        "pg_ctl",
        "-D",
        data(home),
        "-m",
        "fast",
        "-w",
        "-t",
        "" + PATIENCE_SECONDS,
        "stop");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private static String options(int port) {
    List<String> settings =
        List.of(
            "listen_addresses=127.0.0.1",
            "port=" + port,
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "max_connections=100",
            "shared_buffers=128MB",
            // errors name values; LOG and what stops the server are enough
            "log_min_messages=log",
            "log_statement=none",
            "log_error_verbosity=terse",
            "log_min_error_statement=panic",
            "log_parameter_max_length=0",
            "log_parameter_max_length_on_error=0",
            "log_connections=off",
            "timezone=UTC",
            "password_encryption=scram-sha-256");
    StringBuilder options = new StringBuilder();
    for (String setting : settings) {
      options.append(" -c ").append(setting.endsWith("=") ? setting + "''" : setting);
    }
    return options.toString().strip();
  }

  private static String data(Path home) {
    return home.resolve("data").toString();
  }

  /// The port on 127.0.0.1.
  public int port() {
    return port;
  }

  /// The address of a database of this server.
  public String url(String database) {
    return url(port, database);
  }

  static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?logServerErrorDetail=false";
  }

  /// The superuser's password: to build the house with.
  String superuserPassword() {
    return password;
  }

  /// The process id of the server, for tests that kill it.
  public long pid() {
    try {
      return Long.parseLong(
          Files.readAllLines(Path.of(data(home), "postmaster.pid")).getFirst().strip());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// A connection as superuser.
  Connection superuser(String database) throws SQLException {
    return DriverManager.getConnection(url(database), SUPERUSER, password);
  }

  /// Stops the server, letting what is written be written.
  @Override
  public void close() {
    closing = true;
    try {
      Path pidFile = Path.of(data(home), "postmaster.pid");
      if (Files.exists(pidFile) && isOurs(home, firstProcess(pidFile))) {
        stop(home, "PostgreSQL did not stop");
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
