package se.fristad.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A house under a passphrase: nothing on the disk opens anything by itself. The sealing itself is
/// in [se.fristad.vault.SealedMasterTest].
class PassphraseTest {
  private static final String WORDS = "fem ord som inte hör ihop åäö";

  @TempDir Path directory;

  @Test
  void a_house_under_a_passphrase_opens_with_it_and_with_nothing_else() throws Exception {
    Path data =
        Files.createDirectory(
            directory.resolve("data"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    TestHouse.laid(data, true);
    String paper = paperCopy(data, Map.of());

    refused(data, "passphrase", "at least 16 characters", word("NEW_PASSPHRASE", "för kort"));
    assertThat(data.resolve("keys/master")).exists();
    run(data, 0, word("NEW_PASSPHRASE", WORDS), "passphrase");
    assertThat(data.resolve("keys/master")).doesNotExist();

    refused(data, "serve", "no terminal to ask at", Map.of());
    refused(data, "serve", "not the passphrase", word("PASSPHRASE", "fem andra ord, men fel"));
    try (Program program = Program.derives(environment(data, word("PASSPHRASE", WORDS)))) {
      program.says("Fristad is open");
      program.signal("TERM");
      assertThat(program.exit()).isEqualTo(143);
      assertThat(program.output()).doesNotContain(WORDS);
    }
    assertThat(paperCopy(data, word("PASSPHRASE", WORDS))).isEqualTo(paper);
    run(data, 0, word("PASSPHRASE", WORDS), "backup");
    try (var backups = Files.list(data.resolve("backups"));
        var keys =
            new ZipFile(
                backups
                    .filter(file -> file.getFileName().toString().startsWith("keys-"))
                    .findFirst()
                    .orElseThrow()
                    .toFile())) {
      assertThat(keys.stream().map(entry -> entry.getName()))
          .contains("keys/support.keyset")
          .noneMatch(name -> name.contains("master"));
    }
  }

  private Map<String, String> word(String variable, String text) throws Exception {
    Path file = Files.createTempFile(directory, "word", ".txt");
    Files.writeString(file, text + "\n");
    return Map.of("FRISTAD_" + variable + "_FILE", file.toString());
  }

  private static String paperCopy(Path data, Map<String, String> more) throws Exception {
    return run(data, 0, more, "paper-copy")
        .lines()
        .filter(line -> line.matches("( *\\d+ [a-z]+ *)+"))
        .reduce("", String::concat);
  }

  private static void refused(Path data, String command, String sentence, Map<String, String> more)
      throws Exception {
    assertThat(run(data, 1, more, command).strip()).contains(sentence).hasLineCount(1);
  }

  private static String run(Path data, int code, Map<String, String> more, String command)
      throws Exception {
    try (Program program =
        more.isEmpty()
            ? Program.start(environment(data, more), command)
            : Program.derives(environment(data, more), command)) {
      assertThat(program.exit()).as(program.output()).isEqualTo(code);
      return program.output();
    }
  }

  private static Map<String, String> environment(Path data, Map<String, String> more)
      throws Exception {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("FRISTAD_DATA", data.toString());
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      environment.put("FRISTAD_PORT", "" + free.getLocalPort());
    }
    return environment;
  }
}
