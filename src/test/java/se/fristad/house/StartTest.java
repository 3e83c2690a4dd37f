package se.fristad.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Starting and stopping as a person meets it, with real processes: each refusal is one sentence
/// with what to do, exit code 1, and nothing is damaged.
class StartTest {
  @TempDir Path directory;

  @Test
  void a_taken_port_is_refused() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Path data = directory.resolve("data");
      refusal(
          data,
          "" + taken.getLocalPort(),
          "Port " + taken.getLocalPort() + " is taken.",
          "FRISTAD_PORT");
      assertThat(data).doesNotExist();
    }
  }

  @Test
  void a_port_that_is_none_is_refused() throws Exception {
    refusal(directory.resolve("data"), "eighty", "FRISTAD_PORT must be a number", "8081");
  }

  @Test
  void a_misspelt_option_is_refused_before_it_becomes_a_demonstration() throws Exception {
    Path data = directory.resolve("data");
    try (Program program = Program.start(Map.of("FRISTAD_DATA", data.toString()), "--emtpy")) {
      assertThat(program.exit()).isEqualTo(1);
      assertThat(program.output().strip())
          .contains("There is no option \"--emtpy\".", "--empty")
          .hasLineCount(1);
    }
    assertThat(data).doesNotExist();
  }

  @Test
  void a_setting_that_cannot_be_right_is_refused_in_a_sentence() throws Exception {
    for (Map.Entry<String, String> wrong :
        Map.of(
                "FRISTAD_CENTRE_ACCENT", "fristad.centre.accent is #ffcc00",
                "FRISTAD_CENTRE_PHONE", "fristad.centre.phone is no phone number",
                "FRISTAD_CENTRE_HOURS_FROM", "fristad.centre.hours.from cannot be read",
                "FRISTAD_CENTRE_CHILDREN_0360",
                    "fristad.centre.children.0360 must be one of: here, elsewhere",
                "FRISTAD_CENTRE_CHILDREN_TIERP", "fristad.centre.children names no municipality")
            .entrySet()) {
      Path data = directory.resolve("data");
      try (Program program =
          Program.start(
              Map.of(
                  "FRISTAD_DATA",
                  data.toString(),
                  wrong.getKey(),
                  switch (wrong.getKey()) {
                    case "FRISTAD_CENTRE_ACCENT" -> "#ffcc00";
                    case "FRISTAD_CENTRE_CHILDREN_TIERP" -> "here";
                    default -> "call us";
                  }))) {
        assertThat(program.exit()).as(program.output()).isEqualTo(1);
        assertThat(program.output().strip()).contains(wrong.getValue()).hasLineCount(1);
      }
      assertThat(data).doesNotExist();
    }
  }

  @Test
  void a_dry_run_says_what_is_due_for_destruction_and_destroys_nothing() throws Exception {
    Path data = directory.resolve("data");
    Map<String, String> environment = Map.of("FRISTAD_DATA", data.toString());
    try (Program program = Program.start(environment, "retention", "--dry-run")) {
      assertThat(program.exit()).isEqualTo(1);
      assertThat(program.output()).contains("There are no data in");
    }
    assertThat(data).doesNotExist();
    UUID thread = UUID.randomUUID();
    TestHouse.laid(directory(data), true);
    try (House house = House.raise(data, true, sentence -> {})) {
      silentSinceLong(house, thread);
    }
    try (Program program = Program.start(environment, "retention")) {
      assertThat(program.exit()).isEqualTo(1);
      assertThat(program.output()).contains("destroyed by itself", "--dry-run");
    }
    for (int twice = 0; twice < 2; twice++) {
      try (Program program = Program.start(environment, "retention", "--dry-run")) {
        assertThat(program.exit()).as(program.output()).isZero();
        assertThat(program.output())
            .containsPattern("contact +thread +1\n")
            .contains("Nothing was destroyed.");
      }
    }
  }

  private static void silentSinceLong(House house, UUID thread) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                house.postgres().url(Migrations.DATABASE),
                EmbeddedPostgres.SUPERUSER,
                house.postgres().superuserPassword());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into contact.thread (id, language, begun_at, last_seq, state, closed_at) values ('"
              + thread
              + "', 'sv', now() - interval '3 days', 1, 'closed', now() - interval '2 days')");
    }
  }

  @Test
  void an_empty_house_prints_a_link_and_a_demonstration_never_becomes_one() throws Exception {
    Path data = directory.resolve("data");
    String port = freePort();
    Map<String, String> environment = Map.of("FRISTAD_DATA", data.toString(), "FRISTAD_PORT", port);
    try (Program program = Program.start(environment, "--empty")) {
      program.says("once, within an hour");
      assertThat(program.output())
          .containsPattern(
              "http://localhost:" + port + "/staff/begin#([0-9A-Z]{4}-){5}[0-9A-Z]{4}\n");
      program.signal("INT");
      program.exit();
    }
    Path invented = directory(directory.resolve("invented"));
    TestHouse.laid(invented, true);
    try (Program program =
        Program.start(
            Map.of("FRISTAD_DATA", invented.toString(), "FRISTAD_PORT", port), "--empty")) {
      assertThat(program.exit()).isEqualTo(1);
      assertThat(program.output()).contains("a demonstration never becomes real");
    }
  }

  @Test
  void keys_are_never_joined_by_a_new_master_key() throws Exception {
    Path data = directory(directory.resolve("data"));
    TestHouse.laid(data, true);
    Path master = data.resolve("keys/master");
    byte[] right = Files.readAllBytes(master);
    Files.delete(master);
    assertThatThrownBy(() -> House.raise(data, true, sentence -> {}))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("The master key is not in " + master)
        .hasMessageContaining("paper-copy --from");
    assertThat(master).doesNotExist();
    Files.writeString(master, "00".repeat(32));
    assertThatThrownBy(() -> House.raise(data, true, sentence -> {}))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("is not the one that opens");
    Files.write(master, right);
    House.raise(data, true, sentence -> {}).close();
  }

  @Test
  void a_directory_that_cannot_be_made_is_refused() throws Exception {
    refusal(Path.of("/proc/fristad"), freePort(), "cannot be made", "FRISTAD_DATA");
  }

  @Test
  void a_file_in_the_place_of_the_directory_is_refused() throws Exception {
    Path file = Files.writeString(directory.resolve("data"), "words");
    refusal(file, freePort(), "cannot be written", "FRISTAD_DATA");
    assertThat(file).hasContent("words");
  }

  @Test
  void a_directory_open_to_others_is_refused() throws Exception {
    Path data = Files.createDirectory(directory.resolve("data"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-x---"));
    refusal(data, freePort(), "is open to other users", "chmod 700 " + data);
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void a_directory_that_holds_something_else_is_refused() throws Exception {
    Path data = directory(directory.resolve("data"));
    Files.writeString(data.resolve("letter.txt"), "words");
    refusal(data, freePort(), "holds something else", "FRISTAD_DATA");
    try (var files = Files.list(data)) {
      assertThat(files).containsExactly(data.resolve("letter.txt"));
    }
  }

  @Test
  void data_of_a_newer_version_are_refused() throws Exception {
    Path data = directory(directory.resolve("data"));
    Files.writeString(data.resolve("version"), "99\nreal\n");
    refusal(data, freePort(), "were made by a newer version of Fristad", "Start that version");
    assertThat(data.resolve("version")).hasContent("99\nreal\n");
    assertThat(data.resolve("pg")).doesNotExist();
  }

  @Test
  void a_second_program_on_the_same_data_is_refused() throws Exception {
    Path data = directory.resolve("data");
    try (DataDirectory held = DataDirectory.open(data, true)) {
      Path letter = Files.writeString(held.tmp().resolve("in-use"), "words");
      refusal(data, freePort(), "Another program already uses", "Stop it first");
      assertThat(letter).hasContent("words");
    }
  }

  @Test
  void a_database_of_a_newer_version_is_refused_and_left_as_it_is() throws Exception {
    Path data = directory(directory.resolve("data"));
    TestHouse.laid(data, true);
    try (House house = House.raise(data, true, sentence -> {});
        Connection owner = house.postgres().superuser(Migrations.DATABASE);
        Statement statement = owner.createStatement()) {
      statement.execute(
          """
          insert into audit.flyway_schema_history
            (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
          values (1000, '999', 'of the future', 'SQL', 'V999__of_the_future.sql', 1, 'f_owner', 1, true)
          """);
    }
    assertThatThrownBy(() -> House.raise(data, true, sentence -> {}))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("made by a newer version of Fristad");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data.resolve("pg"), sentence -> {});
        Connection owner = postgres.superuser(Migrations.DATABASE);
        Statement statement = owner.createStatement()) {
      statement.execute("delete from audit.flyway_schema_history where version = '999'");
    }
    House.raise(data, true, sentence -> {}).close();
  }

  @Test
  void without_a_jdk_25_run_and_test_say_what_is_missing() throws Exception {
    for (String script : List.of("run", "test")) {
      String hidden =
          "mount -t tmpfs none /usr/lib/jvm; mount -t tmpfs none /opt; exec ./" + script;
      try (Program shell =
          Program.of(
              List.of("unshare", "-rm", "sh", "-c", hidden),
              Map.of("JAVA_HOME", "/nowhere", "HOME", directory.toString()))) {
        assertThat(shell.exit()).isEqualTo(1);
        assertThat(shell.output().strip()).startsWith("No JDK 25 was found.").hasLineCount(1);
      }
    }
  }

  @Test
  void control_c_stops_everything_and_a_kill_leaves_nothing_broken() throws Exception {
    Path data = directory(directory.resolve("data"));
    TestHouse.laid(data, true);
    String port = freePort();
    Map<String, String> environment = Map.of("FRISTAD_DATA", data.toString(), "FRISTAD_PORT", port);
    long running;
    try (Program program = Program.start(environment)) {
      program.says("http://localhost:" + port);
      assertThat(status(port)).isEqualTo(200);
      running = postgres(data);
      program.signal("INT");
      assertThat(program.exit()).isEqualTo(130);
    }
    long first = running;
    await().until(() -> ProcessHandle.of(first).isEmpty());
    byte[] keys = Files.readAllBytes(data.resolve("keys").resolve("logins"));
    try (Program program = Program.start(environment)) {
      program.says("http://localhost:" + port);
      running = postgres(data);
      program.signal("KILL");
      program.exit();
    }
    long left = running;
    assertThat(ProcessHandle.of(left)).as("PostgreSQL outlives the killed program").isPresent();
    try (Program program = Program.start(environment)) {
      program.says("left behind");
      program.says("http://localhost:" + port);
      await().until(() -> ProcessHandle.of(left).isEmpty());
      assertThat(status(port)).isEqualTo(200);
      program.signal("TERM");
      program.exit();
    }
    assertThat(Files.readAllBytes(data.resolve("keys").resolve("logins"))).isEqualTo(keys);
  }

  private static void refusal(Path data, String port, String sentence, String whatToDo)
      throws Exception {
    try (Program program =
        Program.start(Map.of("FRISTAD_DATA", data.toString(), "FRISTAD_PORT", port))) {
      assertThat(program.exitSaying(sentence)).as(program.output()).isEqualTo(1);
      assertThat(program.output().strip()).contains(sentence).contains(whatToDo).hasLineCount(1);
    }
  }

  private static Path directory(Path path) throws Exception {
    Files.createDirectory(path);
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
  }

  private static String freePort() throws Exception {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return "" + free.getLocalPort();
    }
  }

  private static long postgres(Path data) throws Exception {
    return Long.parseLong(
        Files.readAllLines(data.resolve("pg/data/postmaster.pid"), StandardCharsets.US_ASCII)
            .getFirst()
            .strip());
  }

  private static int status(String port) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
                  .header("Sec-Fetch-Site", "none")
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }
}
