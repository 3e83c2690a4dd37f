package se.fristad.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fristad.demonstration.Invented.Sex;
import se.fristad.law.PersonalNumber;

/// The plan of the invented year, before anything is made of it.
class YearTest {
  private static final Instant MORNING = Instant.parse("2026-11-21T07:30:00Z");
  private static final ZoneId HERE = ZoneId.of("Europe/Stockholm");

  YearTest() {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 7, 2025})
  void the_year_has_exactly_the_figures_that_nexus_reported(long seed) {
    List<Story> stories = Year.planned(seed, Volumes.NEXUS_2023, MORNING);
    assertThat(Year.counted(stories)).isEqualTo(new Year.Counted(525, 449, 142, 70));
    assertThat(stories).hasSize(525 + 480 + 40);
  }

  @Test
  void other_volumes_give_other_figures() {
    List<Story> stories = Year.planned(3, new Volumes(7, 5, 3, 2, 1, 4, 0), MORNING);
    assertThat(Year.counted(stories)).isEqualTo(new Year.Counted(7, 5, 3, 2));
  }

  @Test
  void the_same_seed_gives_the_same_year_and_another_seed_another() {
    assertThat(numbers(Year.planned(5, Volumes.NEXUS_2023, MORNING)))
        .isEqualTo(numbers(Year.planned(5, Volumes.NEXUS_2023, MORNING)))
        .isNotEqualTo(numbers(Year.planned(6, Volumes.NEXUS_2023, MORNING)));
  }

  @Test
  void everything_that_is_granted_is_granted_within_the_year_and_nothing_lies_ahead() {
    for (Story story : Year.planned(1, Volumes.NEXUS_2023, MORNING)) {
      assertThat(story.at()).isBefore(MORNING);
      for (Story.Decision decision : decisions(story)) {
        assertThat(decision.at()).isBefore(MORNING);
        if (!decision.granted().isEmpty() && story.at().atZone(HERE).getYear() == Year.OF) {
          assertThat(decision.at().atZone(HERE).getYear()).isEqualTo(Year.OF);
        }
      }
    }
  }

  @Test
  void both_acts_have_decisions_of_their_own() {
    LocalDate change = LocalDate.of(2025, 7, 1);
    var before =
        Year.planned(1, Volumes.NEXUS_2023, MORNING).stream()
            .flatMap(story -> decisions(story).stream())
            .collect(
                Collectors.partitioningBy(
                    decision -> decision.at().atZone(HERE).toLocalDate().isBefore(change),
                    Collectors.counting()));
    assertThat(before.get(true)).isGreaterThan(20);
    assertThat(before.get(false)).isGreaterThan(20);
  }

  @Test
  void nobody_has_a_number_that_somebody_has() {
    List<Story> stories = Year.planned(1, Volumes.NEXUS_2023, MORNING);
    assertThat(numbers(stories)).doesNotHaveDuplicates();
    assertThat(stories)
        .allSatisfy(story -> {
          Invented person = story.about().person();
          assertThat(person.number()).matches("[0-9]{8}23[89][0-9]");
          assertThat(
                  PersonalNumber.read(person.number(), LocalDate.of(2026, 11, 21))
                      .map(PersonalNumber::birthDate))
              .contains(person.born());
        });
    assertThat(InventedPeople.number(LocalDate.of(2017, 1, 1), Sex.MAN)).isEqualTo("201701012393");
  }

  private static List<Story.Decision> decisions(Story story) {
    Story.File file = story.file();
    Story.Decision decision = file == null ? null : file.decision();
    return decision == null ? List.of() : List.of(decision);
  }

  private static List<String> numbers(List<Story> stories) {
    return stories.stream().map(story -> story.about().person().number()).toList();
  }
}
