package se.fristad.house;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import se.fristad.retention.Destruction;

/// `./run retention --dry-run`: says what the next destruction will destroy, and destroys nothing.
/// Run while the program is stopped, before its first start after a restore or with other periods.
final class Retention implements Command {
  private static final String DRY_RUN = "--dry-run";

  @Override
  public String name() {
    return "retention";
  }

  @Override
  public String help() {
    return "say what is due for destruction, and destroy nothing " + DRY_RUN;
  }

  @Override
  public int run(Path directory, List<String> arguments) {
    if (!arguments.equals(List.of(DRY_RUN))) {
      throw new Refused(
          "What is due is destroyed by itself, every quarter of an hour while the program runs. To see it, and destroy nothing: ./run retention "
              + DRY_RUN);
    }
    if (!Files.isDirectory(directory.resolve("keys"))) {
      throw new Refused(
          "There are no data in "
              + directory.toAbsolutePath()
              + ": choose them with FRISTAD_DATA.");
    }
    try (House house = House.raise(directory, true, System.out::println)) {
      // a node of the face that destroys, with its timers standing still
      ConfigurableApplicationContext node =
          Serving.node(house, 0, Map.of("fristad.faces", "jobs", "fristad.jobs.start", "false"));
      try {
        tell(node.getBean(Destruction.class).dryRun());
      } finally {
        Serving.stop(node);
      }
      return 0;
    }
  }

  private static void tell(List<Destruction.Due> all) {
    List<Destruction.Due> due = all.stream().filter(one -> one.count() > 0).toList();
    System.out.println(
        due.isEmpty() ? "Nothing is due for destruction." : "Due for destruction now:");
    due.forEach(
        one -> System.out.printf("  %-12s %-10s %6d%n", one.module(), one.kind(), one.count()));
    System.out.println("Nothing was destroyed.");
  }
}
