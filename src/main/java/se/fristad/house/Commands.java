package se.fristad.house;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/// The commands of `./run`, found by their word.
public final class Commands {
  private static final List<Command> ALL =
      List.of(
          new Serve(),
          new Migrate(),
          new VerifyAudit(),
          new Retention(),
          new BackUp(),
          new Restore(),
          new PaperCopy(),
          new SealMaster(),
          new Doctor());

  private Commands() {}

  /// Runs the command that the arguments name.
  ///
  /// @return the exit code
  public static int run(List<String> arguments) throws Exception {
    Path directory = Path.of(System.getenv().getOrDefault("FRISTAD_DATA", "data"));
    String word =
        arguments.isEmpty() || arguments.getFirst().startsWith("--")
            ? "serve"
            : arguments.getFirst();
    List<String> rest = arguments.stream().filter(one -> !one.equals(word)).toList();
    Command command = ALL.stream().filter(one -> one.name().equals(word)).findFirst().orElse(null);
    if (command == null) {
      boolean asked = word.equals("help");
      PrintStream to = asked ? System.out : System.err;
      to.println(asked ? "The commands are:" : "There is no command \"" + word + "\". These are:");
      ALL.forEach(one -> to.printf("  ./run %-14s %s%n", one.name(), one.help()));
      return asked ? 0 : 1;
    }
    try {
      return command.run(directory, rest);
    } catch (Refused refused) {
      System.err.println(refused.getMessage());
      return 1;
    } catch (IOException failed) {
      System.err.println(
          "A file could not be read or written ("
              + failed.getClass().getSimpleName()
              + "). Check the data directory "
              + directory.toAbsolutePath()
              + ".");
      return 1;
    }
  }
}
