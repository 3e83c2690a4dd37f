package se.fristad.house;

import java.io.FileReader;
import java.io.FileWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// A node in a process of its own, over a house that stands; killed and started again on the same
/// port.
public final class NodeProcess implements AutoCloseable {
  private final Path settings;
  private final int port;
  private Process process;

  private NodeProcess(Path settings, int port) throws IOException {
    this.settings = settings;
    this.port = port;
    this.process = begun();
  }

  /// @param more settings that stand over the house's own
  public static NodeProcess start(TestHouse house, int port, Map<String, String> more)
      throws IOException {
    Properties lines = new Properties();
    lines.putAll(house.settings());
    lines.putAll(more);
    Path settings = house.directory().resolve("node-" + port);
    try (FileWriter file = new FileWriter(settings.toFile(), StandardCharsets.UTF_8)) {
      lines.store(file, null);
    }
    return new NodeProcess(settings, port);
  }

  private Process begun() throws IOException {
    List<String> command = new ArrayList<>(Learned.java());
    command.addAll(
        List.of("-Xmx256m", NodeProcess.class.getName(), settings.toString(), "" + port));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(Path.of("target", "node-" + port + ".log").toFile())
        .start();
  }

  /// Where it listens.
  public int port() {
    return port;
  }

  /// `kill -9`, and a new start at once.
  public void killed() throws IOException, InterruptedException {
    process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    process = begun();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    Files.deleteIfExists(settings);
  }

  /// The node itself.
  ///
  /// @param arguments the file of settings, the port
  public static void main(String[] arguments) throws IOException {
    Properties lines = new Properties();
    try (FileReader file = new FileReader(arguments[0], StandardCharsets.UTF_8)) {
      lines.load(file);
    }
    Map<String, Object> settings = new TreeMap<>();
    lines.forEach((name, value) -> settings.put(String.valueOf(name), value));
    Serving.node(settings, Integer.parseInt(arguments[1]), Map.of());
  }
}
