package se.fristad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The recorded mistakes of `src/test/breaks`, as far as that can be seen without making them:
/// `./test breaks` makes them.
class BreaksTest {
  private static final Path BREAKS = Path.of("src/test/breaks");
  private static final Pattern ID = Pattern.compile("@DisplayName\\(\\s*\"([A-Z]-T[0-9]+)");
  private static final List<String> HEADERS = List.of("diff ", "--- a/", "+++ b/", "@@");
  private static final Pattern TEST = Pattern.compile("# test: ([A-Za-z]+)#([A-Za-z0-9_]+)");

  @Test
  void every_acceptance_id_of_a_test_has_a_break() throws IOException {
    Set<String> ids = new TreeSet<>();
    for (String source : sources().values()) {
      Matcher id = ID.matcher(source);
      while (id.find()) {
        ids.add(id.group(1));
      }
    }
    assertThat(ids).hasSizeGreaterThan(8);
    assertThat(breaks().keySet()).containsAll(ids);
  }

  @Test
  void every_break_names_a_test_that_there_is() throws IOException {
    Map<String, String> sources = sources();
    List<String> lost = new ArrayList<>();
    breaks()
        .forEach((name, patch) -> {
          Matcher test = TEST.matcher(patch.lines().findFirst().orElse(""));
          if (!test.matches()
              || !sources
                  .getOrDefault(test.group(1), "")
                  .matches(
                      "(?s).*@(Parameterized)?Test\\b.*\\bvoid\\s+" + test.group(2) + "\\(.*")) {
            lost.add(name);
          }
        });
    assertThat(lost).isEmpty();
  }

  @Test
  void every_break_still_fits_the_program() throws IOException {
    List<String> stale = new ArrayList<>();
    for (var recorded : breaks().entrySet()) {
      String file = "";
      StringBuilder before = new StringBuilder();
      for (String line : (recorded.getValue().stripTrailing() + "\n@@ the end").lines().toList()) {
        if (HEADERS.stream().anyMatch(line::startsWith)) {
          if (!before.isEmpty() && !Files.readString(Path.of(file)).contains(before)) {
            stale.add(recorded.getKey());
          }
          before.setLength(0);
          file = line.startsWith("+++ b/") ? line.substring(6) : file;
        } else if (!file.isEmpty() && !line.startsWith("+") && !line.startsWith("\\")) {
          before.append(line.isEmpty() ? "" : line.substring(1)).append('\n');
        }
      }
    }
    assertThat(stale).as("a patch that does not apply breaks nothing").isEmpty();
  }

  @Test
  void a_break_changes_the_program_and_never_its_test() throws IOException {
    breaks()
        .forEach((name, patch) -> {
          List<String> changed =
              patch
                  .lines()
                  .filter(line -> line.startsWith("+++ "))
                  .map(line -> line.substring(4))
                  .toList();
          assertThat(changed)
              .as(name)
              .isNotEmpty()
              .allMatch(file -> file.startsWith("b/") && !file.startsWith("b/src/test/"));
        });
  }

  private static Map<String, String> breaks() throws IOException {
    return texts(BREAKS, ".patch");
  }

  private static Map<String, String> sources() throws IOException {
    return texts(Path.of("src/test/java"), ".java");
  }

  /// Files by their names without the ending.
  private static Map<String, String> texts(Path directory, String ending) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(one -> one.toString().endsWith(ending)).toList()) {
        String name = file.getFileName().toString();
        texts.put(name.substring(0, name.length() - ending.length()), Files.readString(file));
      }
    }
    return texts;
  }
}
