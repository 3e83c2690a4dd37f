package se.fristad.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The program in a process of its own, started with the flags of `./run` on data of its own, and
/// looked at from outside. The data are gone when it is closed.
final class Running implements AutoCloseable {
  private static final int TICKS_A_SECOND = 100;
  private final Process process;
  private final Path data;
  private final Path output;
  private final int port;

  private Running(Process process, Path data, Path output, int port) {
    this.process = process;
    this.data = data;
    this.output = output;
    this.port = port;
  }

  static Running start(Path jar, String name, Map<String, String> environment)
      throws IOException, InterruptedException {
    return start(jar, name, environment, List.of("--empty"));
  }

  /// @param orders what stands after the program's name
  static Running start(Path jar, String name, Map<String, String> environment, List<String> orders)
      throws IOException, InterruptedException {
    Path bench = Files.createDirectories(Path.of("target", "bench")).toAbsolutePath();
    Path data = Files.createTempDirectory(bench, "data");
    Path output = bench.resolve(name + ".log");
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags());
    String more = System.getProperty("fristad.flags", "");
    if (!more.isEmpty()) {
      command.addAll(List.of(more.split(" ", -1)));
    }
    command.add("-Djava.io.tmpdir=" + Files.createDirectory(data.resolve("tmp")));
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(orders);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("FRISTAD_DATA", data.toString());
    builder.environment().put("FRISTAD_PORT", Integer.toString(port));
    Running running = new Running(builder.start(), data, output, port);
    try {
      running.says("Fristad is open");
    } catch (IllegalStateException failed) {
      running.close();
      throw failed;
    }
    return running;
  }

  /// The flags that `./run` gives, but the one that forbids to look in: `jcmd` counts the heap.
  private static List<String> flags() throws IOException {
    return Pattern.compile(" (-X\\S+|--[a-z-]+=\\S+)")
        .matcher(Files.readString(Path.of("run")))
        .results()
        .map(MatchResult::group)
        .map(String::strip)
        .filter(flag -> !flag.contains("DisableAttach"))
        .toList();
  }

  private void says(String words) throws IOException, InterruptedException {
    for (int tries = 0; tries < 1_200 && process.isAlive(); tries++) {
      if (Files.readString(output).contains(words)) {
        return;
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException(
        "the program did not say \"" + words + "\": see " + output.getFileName());
  }

  int port() {
    return port;
  }

  boolean alive() {
    return process.isAlive();
  }

  /// Resident memory of the Java process, in KB.
  long residentKilobytes() throws IOException {
    return status("VmRSS");
  }

  /// Platform threads of the Java process.
  long threads() throws IOException {
    return status("Threads");
  }

  private long status(String name) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.replaceAll("[^0-9]", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow();
  }

  /// Seconds of processor that the Java process has used, and PostgreSQL with its children.
  double[] processorSeconds() throws IOException {
    double database = 0;
    long first = databaseProcess();
    for (ProcessHandle one : ProcessHandle.allProcesses().toList()) {
      if (one.pid() == first || one.parent().map(ProcessHandle::pid).orElse(0L) == first) {
        database += ticks(one.pid());
      }
    }
    return new double[] {ticks(process.pid()) / TICKS_A_SECOND, database / TICKS_A_SECOND};
  }

  /// Seconds of processor that the one who measures has used.
  static double ownProcessorSeconds() throws IOException {
    return ticks(ProcessHandle.current().pid()) / TICKS_A_SECOND;
  }

  private static double ticks(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
  }

  /// Collects all garbage and counts what is left, in KB.
  long liveHeapKilobytes() throws IOException, InterruptedException {
    jcmd("GC.run");
    return jcmd("GC.class_histogram")
        .lines()
        .filter(line -> line.startsWith("Total"))
        .map(line -> line.trim().split("\\s+"))
        .mapToLong(total -> Long.parseLong(total[2]) / 1024)
        .findFirst()
        .orElseThrow();
  }

  String jcmd(String order) throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(process.pid()),
                order)
            .redirectErrorStream(true)
            .start();
    String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (jcmd.waitFor() != 0) {
      throw new IllegalStateException("jcmd " + order + " failed");
    }
    return said;
  }

  /// A connection as the one who owns the machine.
  Connection superuser() throws IOException, SQLException {
    String port = Files.readAllLines(pidFile()).get(3).strip();
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/fristad",
        "postgres",
        Files.readString(data.resolve("pg").resolve("superuser")).strip());
  }

  private long databaseProcess() throws IOException {
    return Long.parseLong(Files.readAllLines(pidFile()).getFirst().strip());
  }

  private Path pidFile() {
    return data.resolve("pg").resolve("data").resolve("postmaster.pid");
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return free.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
