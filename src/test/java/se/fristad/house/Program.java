package se.fristad.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The program in a process of its own, as a person starts it.
final class Program implements AutoCloseable {
  private final Process process;
  private final Path output;

  private Program(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /// Starts it on this test's classes.
  static Program start(Map<String, String> environment, String... arguments) throws IOException {
    return start(Learned.java(), environment, arguments);
  }

  /// Starts it as [#start] does, for one who derives a key from a passphrase.
  static Program derives(Map<String, String> environment, String... arguments) throws IOException {
    return start(Learned.thorough(), environment, arguments);
  }

  private static Program start(
      List<String> java, Map<String, String> environment, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(java);
    command.addAll(List.of("-Xmx512m", "se.fristad.Fristad"));
    command.addAll(List.of(arguments));
    return of(command, environment);
  }

  /// Starts any command. No invented year is made unless the environment asks for one. Ctrl-C is
  /// heard also when the tests themselves were started in the background, where a shell lets it be
  /// ignored.
  static Program of(List<String> command, Map<String, String> environment) throws IOException {
    Path output = Files.createTempFile(Path.of("target"), "program", ".log");
    List<String> heard = new ArrayList<>(List.of("env", "--default-signal=INT"));
    heard.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(heard);
    builder.environment().put("FRISTAD_YEAR", "none");
    builder.environment().putAll(environment);
    return new Program(
        builder.redirectErrorStream(true).redirectOutput(output.toFile()).start(), output);
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /// Waits for its end and gives the exit code.
  int exit() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("it did not end: " + output());
    }
    return process.exitValue();
  }

  /// Waits for its end as long as it says nothing but this: one that goes on instead of refusing is
  /// not waited for.
  int exitSaying(String words) throws InterruptedException {
    for (int tries = 0; tries < 600; tries++) {
      if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
      String said = output();
      if (said.contains("\n") && !said.contains(words)) {
        break;
      }
    }
    throw new IllegalStateException("it did not end with \"" + words + "\" but: " + output());
  }

  /// Waits until it has said this.
  void says(String words) throws InterruptedException {
    for (int tries = 0; tries < 1_200; tries++) {
      if (output().contains(words)) {
        return;
      }
      if (!process.isAlive()) {
        break;
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("it did not say \"" + words + "\" but: " + output());
  }

  /// What it has said.
  String output() {
    try {
      return Files.readString(output);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Sends a signal by its name: `INT` is Ctrl-C, `KILL` cannot be caught.
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid()).start().waitFor();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(output);
  }
}
