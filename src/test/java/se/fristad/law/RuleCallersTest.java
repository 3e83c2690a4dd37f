package se.fristad.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A rule that nothing follows is a promise that nobody keeps. Each has a caller outside `law`:
/// either it is named there, or a deadline that follows it is asked for. That the page lists all of
/// them counts for nothing.
class RuleCallersTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("se.fristad");

  @Test
  void every_rule_has_a_caller_outside_law() {
    Set<String> uncalled = new TreeSet<>(rules());
    uncalled.removeAll(called());
    assertThat(uncalled).as("rules without a caller").isEmpty();
  }

  @Test
  void the_scan_sees_a_rule_that_is_named_and_one_that_a_deadline_follows() {
    assertThat(called()).contains("INVESTIGATE_AT_ONCE", "REPORT_CONCERN");
    assertThat(reached(Deadlines.class, "appeal")).containsExactly("APPEAL");
    assertThat(reached(Deadlines.class, "childReport"))
        .containsExactlyInAnyOrder("IMMEDIATE_PROTECTION", "PRELIMINARY_ASSESSMENT");
    assertThat(reached(Deadlines.class, "lateAppeal"))
        .containsExactlyInAnyOrder("APPEAL", "LATE_APPEAL");
    assertThat(reached(Rules.class, "all")).isEmpty();
    assertThat(reached(Rules.class, "of")).isEmpty();
  }

  private static Set<String> rules() {
    return Arrays.stream(Rules.class.getFields())
        .filter(field -> field.getType() == Rule.class)
        .map(Field::getName)
        .collect(Collectors.toSet());
  }

  /// The rules that code outside `law` names, or reaches through a method of `law`.
  private static Set<String> called() {
    Map<String, Set<String>> reach = reach();
    return CLASSES.stream()
        .filter(type -> !isLaw(type))
        .flatMap(type ->
            Stream.concat(
                named(
                    type.getFieldAccessesFromSelf().stream()
                        .filter(access -> access.getTargetOwner().isEquivalentTo(Rules.class))
                        .map(access -> access.getTarget().getName())),
                Stream.concat(
                        type.getCodeUnitCallsFromSelf().stream()
                            .map(call -> call.getTarget().getFullName()),
                        type.getCodeUnitReferencesFromSelf().stream()
                            .map(reference -> reference.getTarget().getFullName()))
                    .flatMap(method -> reach.getOrDefault(method, Set.of()).stream())))
        .collect(Collectors.toSet());
  }

  private static Stream<String> named(Stream<String> fields) {
    Set<String> rules = rules();
    return fields.filter(rules::contains);
  }

  private static Set<String> reached(Class<?> owner, String method) {
    Set<String> reached = new HashSet<>();
    reach()
        .forEach((name, rules) -> {
          if (name.startsWith(owner.getName() + "." + method + "(")) {
            reached.addAll(rules);
          }
        });
    return reached;
  }

  /// For each method of `law`, the rules that it names or that a method it calls names.
  private static Map<String, Set<String>> reach() {
    Map<String, Set<String>> reach = new HashMap<>();
    Map<String, Set<String>> calls = new HashMap<>();
    for (JavaClass type : CLASSES) {
      if (isLaw(type)) {
        for (JavaCodeUnit unit : type.getCodeUnits()) {
          reach.put(
              unit.getFullName(),
              named(
                      unit.getFieldAccesses().stream()
                          .filter(access -> access.getTargetOwner().isEquivalentTo(Rules.class))
                          .map(access -> access.getTarget().getName()))
                  .collect(Collectors.toCollection(HashSet::new)));
          calls.put(
              unit.getFullName(),
              Stream.concat(
                      unit.getCallsFromSelf().stream().map(call -> call.getTarget().getFullName()),
                      unit.getCodeUnitReferencesFromSelf().stream()
                          .map(reference -> reference.getTarget().getFullName()))
                  .collect(Collectors.toSet()));
        }
      }
    }
    boolean grew = true;
    while (grew) {
      grew = false;
      for (var method : calls.entrySet()) {
        Set<String> own = reach.getOrDefault(method.getKey(), new HashSet<>());
        for (String called : method.getValue()) {
          grew |= own.addAll(reach.getOrDefault(called, Set.of()));
        }
      }
    }
    return reach;
  }

  private static boolean isLaw(JavaClass type) {
    return type.getPackageName().equals(Rules.class.getPackageName());
  }
}
