package se.fristad.house;

import java.nio.file.Path;
import java.util.List;

/// `./run migrate`: brings the database to this program's version and stops.
final class Migrate implements Command {
  @Override
  public String name() {
    return "migrate";
  }

  @Override
  public String help() {
    return "bring the database to this version";
  }

  @Override
  public int run(Path directory, List<String> arguments) {
    try (House house =
        House.raise(directory, !arguments.contains("--empty"), System.out::println)) {
      System.out.println("The database in " + house.data().root() + " is of this version.");
      return 0;
    }
  }
}
