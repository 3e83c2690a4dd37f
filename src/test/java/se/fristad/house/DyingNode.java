package se.fristad.house;

import java.io.FileReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;

/// A node in a process of its own that commits a transaction and dies before any listener has heard
/// of it.
final class DyingNode {
  /// The exit code that says: it died where it should.
  static final int DIED_AFTER_COMMIT = 77;

  private DyingNode() {}

  /// @param arguments the file of settings, the side, the id of what happens
  public static void main(String[] arguments) throws Exception {
    Properties lines = new Properties();
    try (FileReader file = new FileReader(arguments[0], StandardCharsets.UTF_8)) {
      lines.load(file);
    }
    Map<String, Object> settings = new TreeMap<>();
    lines.forEach((name, value) -> settings.put(String.valueOf(name), value));
    UUID id = UUID.fromString(arguments[2]);
    var node = Serving.node(settings, 0, Map.of(), Ears.class);
    Runnable die = () -> Runtime.getRuntime().halt(DIED_AFTER_COMMIT);
    if (arguments[1].equals("support")) {
      node.getBean(Ears.SupportMouth.class).say(new Ears.ForSupport(id), die);
    } else {
      node.getBean(Ears.PerpetratorMouth.class).say(new Ears.ForPerpetrator(id), die);
    }
  }
}
