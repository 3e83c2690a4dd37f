package se.fristad.house;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's own programs: unpacked once into `bin` of the database's directory, and run from
/// there.
final class PostgresPrograms {
  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

  private PostgresPrograms() {}

  /// Unpacks them, unless those of this version are there.
  static void unpack(Path home) throws IOException {
    Path done = home.resolve("unpacked-" + version());
    if (Files.exists(done)) {
      return;
    }
    Path target = home.resolve("bin");
    try (InputStream packed = PostgresPrograms.class.getResourceAsStream(ARCHIVE)) {
      if (packed == null) {
        throw new Refused(
            "The PostgreSQL binaries are not in this program. Build it again, or configure fristad.database.url.");
      }
      try (TarArchiveInputStream archive = new TarArchiveInputStream(new XZInputStream(packed))) {
        for (TarArchiveEntry entry = archive.getNextEntry();
            entry != null;
            entry = archive.getNextEntry()) {
          Path file = target.resolve(entry.getName()).normalize();
          if (!file.startsWith(target)) {
            throw new IOException("an entry leaves the directory");
          }
          if (entry.isDirectory()) {
            Files.createDirectories(file);
          } else {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            if (entry.isSymbolicLink()) {
              Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            } else {
              Files.copy(archive, file);
              if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
              }
            }
          }
        }
      }
    }
    Files.createFile(done);
  }

  private static String version() throws IOException {
    try (InputStream packed = PostgresPrograms.class.getResourceAsStream(ARCHIVE)) {
      return packed == null ? "none" : "" + packed.available();
    }
  }

  /// The command, as root inside a user namespace where it is not root.
  private static List<String> command(Path home, String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(home.resolve("bin/bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  /// Runs one of them to its end.
  ///
  /// @param failure what to say when it does not end well
  /// @throws Refused when it does not, with where its words stand
  static void run(Path home, String failure, String program, String... arguments)
      throws IOException {
    Path output = home.resolve("output");
    Process process =
        new ProcessBuilder(command(home, program, arguments))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .directory(home.toFile())
            .start();
    try {
      if (!process.waitFor(EmbeddedPostgres.PATIENCE_SECONDS + 30, TimeUnit.SECONDS)
          || process.exitValue() != 0) {
        process.destroy();
        throw new Refused(
            failure + ". What it said stands in " + output + " and " + home.resolve("log") + ".");
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new Refused(failure + ": interrupted.");
    }
  }
}
