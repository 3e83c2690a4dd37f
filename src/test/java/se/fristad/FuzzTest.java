package se.fristad;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fristad.house.NodeProcess;
import se.fristad.house.TestHouse;

/// Whatever anybody may send us is read by a reader of ours. Jazzer makes up input for each and
/// watches which ways through the program it takes: a few seconds each here, ten minutes each in
/// `bench/run fuzz`. No reader breaks, none takes more memory than it is given, and the whole face
/// never answers with a fault.
///
/// What has once broken a reader lies in `src/test/resources/fuzz/<reader>` and is tried first.
class FuzzTest {
  private static final int SECONDS = Integer.getInteger("fristad.fuzz.seconds", 3);

  /// Whose ways are watched: our own. With those of PDFBox and CommonMark watched too, a hundredth
  /// of the inputs is tried in the same time.
  private static final String OURS = "se.fristad.**";

  private static final Path FOUND = Path.of("target", "fuzz").toAbsolutePath();
  private static final Path KNOWN = Path.of("src", "test", "resources", "fuzz").toAbsolutePath();
  private static final Pattern DONE = Pattern.compile("stat::number_of_executed_units: *([0-9]+)");
  private static final Pattern WAYS = Pattern.compile("cov: ([0-9]+)");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contact.front.web.FuzzedForm",
        "contact.front.web.FuzzedUpload",
        "contact.front.web.FuzzedFace",
        "contact.front.FuzzedPicture",
        "contact.FuzzedDocument",
        "outgoing.FuzzedWish",
        "page.FuzzedMarkdown",
        "page.FuzzedLanguage"
      })
  void nothing_that_anybody_may_send_breaks_its_reader(String reader) throws Exception {
    String name = reader.substring(reader.lastIndexOf('.') + 1);
    Path artifacts = Files.createDirectories(FOUND.resolve(name));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
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
            "--target_class=se.fristad." + reader,
            "--instrumentation_includes=" + OURS,
            "--custom_hook_includes=" + OURS,
            "--reproducer_path=" + artifacts,
            "-artifact_prefix=" + artifacts + "/",
            "-max_total_time=" + SECONDS,
            "-timeout=30",
            "-rss_limit_mb=2048",
            "-max_len=4096",
            "-print_final_stats=1",
            seeds(name).toString()));
    Path known = KNOWN.resolve(name);
    if (Files.isDirectory(known)) {
      command.add(known.toString());
    }
    if (!name.equals("FuzzedFace")) {
      tried(name, command);
      return;
    }
    TestHouse house = TestHouse.raised(true);
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Map<String, String> settings =
        Map.of("fristad.faces", "public", "server.forward-headers-strategy", "native");
    try (NodeProcess node = NodeProcess.start(house, port, settings)) {
      for (int tries = 0; tries < 600 && !isThere(port); tries++) {
        Thread.sleep(100);
      }
      command.add(1, "-Dfristad.fuzz.port=" + port);
      tried(name, command);
      assertThat(isThere(node.port())).as("the node stands").isTrue();
    } finally {
      house.close();
    }
  }

  private static boolean isThere(int port) {
    try (Socket there = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return there.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static void tried(String name, List<String> command) throws Exception {
    Path said = FOUND.resolve(name).resolve("said.txt");
    Process jazzer =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (!jazzer.waitFor(SECONDS + 120L, TimeUnit.SECONDS)) {
      jazzer.destroyForcibly();
    }
    String all = Files.readString(said, StandardCharsets.ISO_8859_1);
    Matcher done = DONE.matcher(all);
    long inputs = done.find() ? Long.parseLong(done.group(1)) : 0;
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
            SECONDS,
            inputs,
            ways,
            jazzer.exitValue() == 0 ? "nothing broke" : "BROKE"));
    assertThat(jazzer.exitValue())
        .as(
            "%s broke; the story stands in target/fuzz/%s:%n%s",
            name, name, all.substring(Math.max(0, all.length() - 3_000)))
        .isZero();
    assertThat(inputs).as("inputs that were tried").isGreaterThan(10);
  }

  /// A small whole one of what the reader reads, to begin from.
  private static Path seeds(String name) throws IOException {
    Path seeds = Files.createDirectories(FOUND.resolve(name).resolve("seeds"));
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
