package se.fristad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import se.fristad.house.NodeProcess;
import se.fristad.house.TestHouse;

/// Whatever anybody may send us is read by a reader of ours. Jazzer makes up input for each and
/// watches which ways through the program it takes: all in one process for 2,000 inputs here, ten
/// minutes each in a process of its own in `bench/run fuzz`. No reader breaks, none takes more
/// memory than it is given, and the whole face never answers with a fault.
///
/// What has once broken a reader lies in `src/test/resources/fuzz/<reader>` and is tried first.
class FuzzTest {
  /// For each reader; nothing said is the short form.
  private static final int EACH = Integer.getInteger("fristad.fuzz.seconds", 0);

  /// Inputs in the short form, for all readers together; by number, since a busy machine tries few
  /// in any time.
  private static final int ALL = 2_000;

  private static final int ALL_AT_MOST_SECONDS = 240;

  /// Whose ways are watched: our own. With those of PDFBox and CommonMark watched too, a hundredth
  /// of the inputs is tried in the same time.
  private static final String OURS = "se.fristad.**";

  private static final Path FOUND = Path.of("target", "fuzz").toAbsolutePath();
  private static final Path KNOWN = Path.of("src", "test", "resources", "fuzz").toAbsolutePath();
  private static final Pattern DONE = Pattern.compile("stat::number_of_executed_units: *([0-9]+)");
  private static final Pattern EACH_DONE = Pattern.compile("(?m)^inputs (\\w+) ([0-9]+)$");
  private static final Pattern WAYS = Pattern.compile("cov: ([0-9]+)");

  /// Where the face's node listens.
  private static int port;

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void nothing_that_anybody_may_send_breaks_its_reader() throws Exception {
    TestHouse house = TestHouse.raised(true);
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Map<String, String> settings =
        Map.of("fristad.faces", "public", "server.forward-headers-strategy", "native");
    try (NodeProcess node = NodeProcess.start(house, port, settings)) {
      for (int tries = 0; tries < 600 && !isThere(port); tries++) {
        Thread.sleep(100);
      }
      if (EACH == 0) {
        together();
      } else {
        // one that breaks does not keep the others from their turn
        assertAll(
            FuzzedAll.READERS.stream().<Executable>map(reader -> () -> apart(reader)).toList());
      }
      assertThat(isThere(node.port())).as("the node stands").isTrue();
    } finally {
      house.close();
    }
  }

  /// All readers take turns in one process.
  private static void together() throws Exception {
    Path seeds = emptied(FOUND.resolve("all").resolve("seeds"));
    for (Class<?> reader : FuzzedAll.READERS) {
      String name = reader.getSimpleName();
      byte turn = (byte) FuzzedAll.READERS.indexOf(reader);
      for (Path from : List.of(seeds(name), KNOWN.resolve(name))) {
        for (Path seed : files(from)) {
          byte[] input = Files.readAllBytes(seed);
          byte[] whole = Arrays.copyOf(input, input.length + 1);
          whole[input.length] = turn;
          Files.write(seeds.resolve(name + "-" + seed.getFileName()), whole);
        }
      }
    }
    String said =
        tried(FuzzedAll.class, "all", ALL_AT_MOST_SECONDS, "-runs=" + ALL, List.of(seeds));
    Map<String, Long> inputs =
        EACH_DONE
            .matcher(said)
            .results()
            .collect(
                Collectors.toMap(found -> found.group(1), found -> Long.parseLong(found.group(2))));
    for (Class<?> reader : FuzzedAll.READERS) {
      long some = inputs.getOrDefault(reader.getSimpleName(), 0L);
      tell(String.format(Locale.ROOT, "  %-16s %,11d inputs%n", reader.getSimpleName(), some));
      assertThat(some).as("inputs for " + reader.getSimpleName()).isGreaterThan(10);
    }
  }

  /// One reader in a process of its own.
  private static void apart(Class<?> reader) throws Exception {
    String name = reader.getSimpleName();
    List<Path> inputs = new ArrayList<>(List.of(seeds(name)));
    if (Files.isDirectory(KNOWN.resolve(name))) {
      inputs.add(KNOWN.resolve(name));
    }
    tried(reader, name, EACH, "-runs=-1", inputs);
  }

  private static boolean isThere(int port) {
    try (Socket there = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return there.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /// Lets Jazzer make up input for so many seconds.
  ///
  /// @return what it said
  private static String tried(
      Class<?> reader, String name, int seconds, String runs, List<Path> inputs) throws Exception {
    Path artifacts = Files.createDirectories(FOUND.resolve(name));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Dfristad.fuzz.port=" + port,
            "-Xmx640m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+EnableDynamicAgentLoading",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            "com.code_intelligence.jazzer.Jazzer",
            "--target_class=" + reader.getName(),
            "--instrumentation_includes=" + OURS,
            "--custom_hook_includes=" + OURS,
            "--reproducer_path=" + artifacts,
            "-artifact_prefix=" + artifacts + "/",
            "-max_total_time=" + seconds,
            runs,
            "-timeout=30",
            "-rss_limit_mb=2048",
            "-max_len=4096",
            "-print_final_stats=1"));
    inputs.forEach(directory -> command.add(directory.toString()));
    Path said = artifacts.resolve("said.txt");
    Process jazzer =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (!jazzer.waitFor(seconds + 120L, TimeUnit.SECONDS)) {
      jazzer.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
    String all = Files.readString(said, StandardCharsets.ISO_8859_1);
    Matcher done = DONE.matcher(all);
    long tried = done.find() ? Long.parseLong(done.group(1)) : 0;
    int ways =
        WAYS.matcher(all)
            .results()
            .mapToInt(found -> Integer.parseInt(found.group(1)))
            .max()
            .orElse(0);
    tell(
        String.format(
            Locale.ROOT,
            "%-16s %4d s  %,11d inputs  %,6d ways through  %s%n",
            name,
            seconds,
            tried,
            ways,
            jazzer.exitValue() == 0 ? "nothing broke" : "BROKE"));
    assertThat(jazzer.exitValue())
        .as(
            "%s broke; the story and the input stand in target/fuzz/%s (of \"all\" the input's last byte is the reader's place in FuzzedAll, and is cut off before it is kept):%n%s",
            name, name, all.substring(Math.max(0, all.length() - 3_000)))
        .isZero();
    assertThat(tried).as("inputs that were tried").isGreaterThan(10);
    return all;
  }

  private static Path emptied(Path directory) throws IOException {
    for (Path old : files(Files.createDirectories(directory))) {
      Files.delete(old);
    }
    return directory;
  }

  private static List<Path> files(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(directory)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /// A small whole one of what the reader reads, to begin from.
  private static Path seeds(String name) throws IOException {
    Path seeds = Files.createDirectories(FOUND.resolve(name).resolve("seeds"));
    // an input that says nothing is one, too
    Files.write(seeds.resolve("nothing"), new byte[0]);
    switch (name) {
      case "FuzzedPicture" -> {
        BufferedImage picture = new BufferedImage(9, 7, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(3, 3, 0xb3261e);
        for (String kind : List.of("png", "jpeg")) {
          ImageIO.write(picture, kind, seeds.resolve(kind).toFile());
        }
      }
      case "FuzzedDocument" -> {
        try (PDDocument document = new PDDocument()) {
          document.addPage(new PDPage());
          document.save(seeds.resolve("pdf").toFile());
        }
      }
      case "FuzzedForm" ->
          Files.writeString(seeds.resolve("form"), "act=begin&words=hej+%C3%A5&from=3&form=&t=");
      case "FuzzedMarkdown" ->
          Files.writeString(
              seeds.resolve("page"),
              "# Hej\n\n* ett *två* [tre](https://a.se \"b\")\n\n![x](y)<b>\n> `z`\n");
      default -> {}
    }
    return seeds;
  }

  private static void tell(String line) throws IOException {
    Path figures = Files.createDirectories(Path.of("target", "bench")).resolve("fuzz.txt");
    Files.writeString(figures, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
