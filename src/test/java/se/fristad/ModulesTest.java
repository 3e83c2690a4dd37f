package se.fristad;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The map of the house, and its guard-rails. Each rule is recorded with a deliberate violation in
/// `src/test/breaks/`.
class ModulesTest {
  private static final Set<String> NINETEEN =
      Set.of(
          "contact",
          "intake",
          "casework",
          "perpetrator",
          "shelter",
          "conference",
          "outreach",
          "statistics",
          "steering",
          "demonstration",
          "assessment",
          "law",
          "page",
          "centre",
          "outgoing",
          "retention",
          "access",
          "audit",
          "vault");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("se.fristad");

  private final ApplicationModules modules = ApplicationModules.of(Fristad.class);

  @Test
  void the_house_has_nineteen_rooms() {
    Set<String> found = new TreeSet<>();
    modules.forEach(module -> found.add(module.getIdentifier().toString()));
    assertThat(found).containsExactlyInAnyOrderElementsOf(NINETEEN);
  }

  @Test
  void no_room_uses_what_it_has_not_declared() {
    modules.verify();
  }

  @Test
  void every_room_says_its_step_what_it_refuses_and_the_law() throws Exception {
    for (String room : NINETEEN) {
      String info =
          Files.readString(Path.of("src/main/java/se/fristad", room, "package-info.java"));
      assertThat(info)
          .as(room)
          .contains("allowedDependencies")
          .containsPattern("/// (Step|Foundation|Pure|On top)")
          .contains("Refuses");
    }
  }

  @Test
  void no_room_leans_on_the_house_that_carries_it() {
    noRoomLeansOnTheHouse().check(CLASSES);
  }

  @Test
  void the_perpetrator_side_and_the_support_side_do_not_know_each_other() {
    wall().check(CLASSES);
  }

  @Test
  void nobody_but_outgoing_holds_a_way_out_of_the_house() {
    noSenderElsewhere().check(CLASSES);
  }

  @Test
  void time_is_an_argument_and_never_asked_of_the_machine() {
    timeIsAnArgument().check(CLASSES);
  }

  @Test
  void each_rooms_sql_names_only_its_own_schemas() throws Exception {
    Set<String> schemas = new TreeSet<>(NINETEEN);
    schemas.addAll(
        Set.of(
            "contact_perpetrator",
            "contact_professional",
            "door",
            "door_perpetrator",
            "door_professional"));
    assertThat(foreignSchemas(Path.of("src/main/java/se/fristad"), schemas)).isEmpty();
    assertThat(foreignSchemas(Path.of("src/test/java/se/fristad/guardrail"), schemas)).isNotEmpty();
  }

  @Test
  void the_rules_catch_what_they_are_for() {
    JavaClasses violation = new ClassFileImporter().importPackages("se.fristad.guardrail");
    for (ArchRule rule :
        List.of(noRoomLeansOnTheHouse(), noSenderElsewhere(), timeIsAnArgument())) {
      assertThatThrownBy(() -> rule.check(violation)).isInstanceOf(AssertionError.class);
    }
  }

  private static ArchRule noRoomLeansOnTheHouse() {
    return noClasses()
        .that()
        .resideOutsideOfPackages("se.fristad", "se.fristad.house..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("se.fristad.house..");
  }

  /// Only the house asks the machine what time it is, and hands the clock in.
  private static ArchRule timeIsAnArgument() {
    return noClasses()
        .that()
        .resideOutsideOfPackages("se.fristad.house..")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.ZonedDateTime.class, "now")
        .orShould()
        .callMethod(java.time.LocalDateTime.class, "now");
  }

  private static ArchRule wall() {
    return CompositeArchRule.of(wall("perpetrator", "casework", "shelter"))
        .and(wall("casework", "perpetrator"))
        .and(wall("shelter", "perpetrator"));
  }

  private static ArchRule wall(String room, String... hidden) {
    return noClasses()
        .that()
        .resideInAPackage("se.fristad." + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            Stream.of(hidden).map(one -> "se.fristad." + one + "..").toArray(String[]::new))
        .allowEmptyShould(true);
  }

  private static ArchRule noSenderElsewhere() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("se.fristad.outgoing..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.net.http..",
            "jakarta.mail..",
            "org.springframework.mail..",
            "org.springframework.web.client..",
            "org.springframework.web.reactive.function.client..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(
            java.net.URLConnection.class,
            java.net.Socket.class,
            java.net.DatagramSocket.class,
            java.nio.channels.SocketChannel.class,
            java.nio.channels.DatagramChannel.class);
  }

  /// Lines in which a room's SQL names a schema that is not its own: `from intake.intake` in
  /// `contact`.
  private static List<String> foreignSchemas(Path sources, Set<String> schemas) throws Exception {
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().contains("/house/"))
          .flatMap(file -> foreign(file, sources, schemas).stream())
          .toList();
    }
  }

  private static List<String> foreign(Path file, Path sources, Set<String> schemas) {
    String room = sources.relativize(file).getName(0).toString();
    try {
      return Files.readAllLines(file).stream()
          .filter(line ->
              schemas.stream()
                  .filter(schema ->
                      !schema.startsWith(room)
                          && !(room.equals("contact") && schema.startsWith("door")))
                  .anyMatch(schema ->
                      line.matches(
                          "(?i).*\\b(from|into|update|join|select) " + schema + "\\.[a-z_]+.*")))
          .map(line -> file + ": " + line.strip())
          .toList();
    } catch (java.io.IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }
}
