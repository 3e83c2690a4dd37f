package se.fristad.house;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// How the tests start processes of their own: on this test's classes, in archives, with what a
/// first process has learned about them (ahead-of-time cache, JEP 483 and 514). Fifty processes
/// begin in one run of all tests, each with two thirds of the processor's time that way.
///
/// They live for seconds, so that the optimising compiler and the counting it needs cost more than
/// they give: four processor seconds of twelve until a node is open. Only who derives a key from a
/// passphrase ([#thorough]) gains.
final class Learned {
  private static final Path ROOM = Path.of("target", "learned");
  private static final List<String> FLAGS =
      List.of("-XX:+UseSerialGC", "-Xlog:disable", "--enable-native-access=ALL-UNNAMED");

  private static final String QUICKLY = "-XX:TieredStopAtLevel=1";

  private static boolean learns;

  private Learned() {}

  /// What starts a process, but for the heap, the main class and what follows it. Nobody waits for
  /// what is learned, a busy machine takes minutes to it: who comes meanwhile starts without.
  static List<String> java() throws IOException {
    List<String> command = thorough();
    command.add(QUICKLY);
    return command;
  }

  /// The same, optimised as in earnest.
  static synchronized List<String> thorough() throws IOException {
    Path place = ROOM.resolve(Long.toHexString(state())).toAbsolutePath();
    if (!learns && !Files.exists(place.resolve("done"))) {
      learns = true;
      Thread.ofPlatform().daemon().name("learned").start(() -> learned(place));
    }
    List<String> command = new ArrayList<>(List.of(Program.java()));
    command.addAll(FLAGS);
    if (!Files.exists(place.resolve("done"))) {
      command.addAll(List.of("-cp", String.join(File.pathSeparator, own())));
      return command;
    }
    Path cache = cache(place);
    if (Files.exists(cache)) {
      command.add("-XX:AOTCache=" + cache);
    }
    command.addAll(List.of("-cp", classPath(place)));
    return command;
  }

  /// Once for all runners.
  private static void learned(Path place) {
    try {
      Files.createDirectories(ROOM);
      try (FileChannel channel =
              FileChannel.open(
                  ROOM.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.tryLock()) {
        if (lock != null && !Files.exists(place.resolve("done"))) {
          clear();
          learn(place);
          Files.createFile(place.resolve("done"));
        }
      }
    } catch (IOException failed) {
      System.err.println("Nothing was learned, and each process learns it anew: " + failed);
    }
  }

  private static Path cache(Path place) {
    return place.resolve("cache");
  }

  /// The class path with an archive in the place of each directory: only archives are learned.
  private static String classPath(Path place) {
    List<String> entries = new ArrayList<>();
    for (String entry : own()) {
      entries.add(
          Files.isDirectory(Path.of(entry)) ? archive(place, entries.size()).toString() : entry);
    }
    return String.join(File.pathSeparator, entries);
  }

  private static Path archive(Path place, int number) {
    return place.resolve("classes-" + number + ".jar");
  }

  private static List<String> own() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.isEmpty())
        .toList();
  }

  private static void learn(Path place) throws IOException {
    Files.createDirectories(place);
    List<String> entries = own();
    for (int number = 0; number < entries.size(); number++) {
      if (Files.isDirectory(Path.of(entries.get(number)))) {
        pack(Path.of(entries.get(number)), archive(place, number));
      }
    }
    Path data = Files.createTempDirectory(place, "data");
    TestHouse.laid(data, true);
    List<String> command = new ArrayList<>(List.of(Program.java(), "-Xmx512m"));
    command.addAll(FLAGS);
    command.addAll(
        List.of(
            QUICKLY,
            "-XX:AOTCacheOutput=" + cache(place),
            "-cp",
            classPath(place),
            "se.fristad.Fristad"));
    Path said = place.resolve("said");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().put("FRISTAD_YEAR", "none");
    builder.environment().put("FRISTAD_DATA", data.toString());
    builder.environment().put("FRISTAD_PORT", Integer.toString(freePort()));
    Process first = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(first::destroy, "learned"));
    try {
      for (int tries = 0;
          tries < 1_200 && first.isAlive() && !Files.readString(said).contains("Fristad is open");
          tries++) {
        Thread.sleep(100);
      }
      first.destroy();
      if (!first.waitFor(120, TimeUnit.SECONDS)) {
        first.destroyForcibly();
      }
    } catch (InterruptedException stopping) {
      first.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    if (!Files.exists(cache(place))) {
      System.err.println("Nothing was learned, and each process learns it anew: see " + said);
    }
    delete(data);
  }

  private static void pack(Path directory, Path archive) {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said, true);
    int code =
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(
                out,
                out,
                "--create",
                "--no-compress",
                "--file",
                archive.toString(),
                "-C",
                directory.toString(),
                ".");
    if (code != 0) {
      throw new IllegalStateException(said.toString());
    }
  }

  /// Which classes these are: names, lengths and moments of all files.
  private static long state() throws IOException {
    CRC32 state = new CRC32();
    for (String entry : own()) {
      Path at = Path.of(entry);
      if (!Files.isDirectory(at)) {
        state.update(entry.getBytes(StandardCharsets.UTF_8));
        continue;
      }
      try (Stream<Path> files = Files.walk(at)) {
        for (Path file : files.sorted().toList()) {
          BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
          if (seen.isRegularFile()) {
            state.update(
                (file + " " + seen.size() + " " + seen.lastModifiedTime())
                    .getBytes(StandardCharsets.UTF_8));
          }
        }
      }
    }
    return state.getValue();
  }

  /// What was learned about other classes.
  private static void clear() throws IOException {
    try (Stream<Path> there = Files.list(ROOM)) {
      for (Path old : there.filter(Files::isDirectory).toList()) {
        delete(old);
      }
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
