package se.fristad.house;

import java.nio.file.Path;
import java.util.List;

/// A command of `./run`.
interface Command {
  /// The word that calls it.
  String name();

  /// One line for the help.
  String help();

  /// Does it.
  ///
  /// @param directory the data directory
  /// @param arguments what stood behind the word
  /// @return the exit code: 0, or 1 when something is wrong that a sentence has told
  /// @throws Refused with a sentence for a person
  int run(Path directory, List<String> arguments) throws Exception;
}
