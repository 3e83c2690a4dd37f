package se.fristad.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fristad.assessment.Answers;
import se.fristad.assessment.Instrument;
import se.fristad.contact.Queue;
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

  @ParameterizedTest
  @ValueSource(longs = {1, 2025})
  void the_answers_of_an_assessment_come_to_the_level_that_somebody_stands_for(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    assertThat(Year.planned(seed, Volumes.NEXUS_2023, MORNING))
        .allSatisfy(story ->
            assertThat(
                    Instrument.initialRisk()
                        .result(
                            new Answers(InventedAnswers.to(story, random)),
                            LocalDate.of(2025, 3, 1))
                        .level()
                        .name())
                .isEqualTo(story.about().risk().name()));
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

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 7, 2025})
  void nobody_has_a_number_that_somebody_has_but_one_who_comes_back(long seed) {
    List<Story> stories = Year.planned(seed, Volumes.NEXUS_2023, MORNING);
    List<String> numbers = numbers(stories);
    List<Story> back =
        stories.stream()
            .filter(story ->
                numbers.indexOf(story.about().person().number())
                    != numbers.lastIndexOf(story.about().person().number()))
            .toList();
    assertThat(back)
        .extracting(story -> story.at().atZone(HERE).getYear())
        .containsExactly(Year.OF, Year.OF + 1);
    assertThat(back).allSatisfy(story -> assertThat(story.file()).isNotNull());
  }

  @Test
  void every_number_is_of_the_test_form_and_has_its_check_digit() {
    for (Story story : Year.planned(1, Volumes.NEXUS_2023, MORNING)) {
      Invented person = story.about().person();
      assertThat(person.number())
          .matches("[0-9]{8}23[89][0-9]")
          .startsWith(person.born().toString().replace("-", ""));
      assertThat(person.number().charAt(10)).isEqualTo(person.sex() == Sex.WOMAN ? '8' : '9');
      assertThat(
              PersonalNumber.read(person.number(), LocalDate.of(2026, 11, 21))
                  .map(PersonalNumber::birthDate))
          .contains(person.born());
      assertThat(person.telephone()).matches("070-17406[0-9]{2}");
      assertThat(person.born())
          .isBefore(story.at().atZone(HERE).toLocalDate().minusYears(18).plusDays(1));
    }
    assertThat(InventedPeople.number(LocalDate.of(2017, 1, 1), Sex.MAN)).isEqualTo("201701012393");
  }

  @Test
  void contacts_come_from_all_eight_municipalities_about_as_many_as_people_live_there() {
    Map<String, Long> from =
        theYear().filter(story -> story.came() == Story.Came.NONE).collect(byMunicipality());
    assertThat(from.keySet())
        .containsExactlyInAnyOrder("0305", "0319", "0330", "0331", "0360", "0380", "0381", "0382");
    assertThat(from.get("0380")).isBetween(240L, 330L);
    assertThat(from.get("0319")).isLessThan(30L);
  }

  @Test
  void intakes_are_uppsalas_but_three_from_heby_and_three_from_alvkarleby_that_are_handed_over() {
    Map<String, Long> intakes =
        theYear().filter(story -> story.came() != Story.Came.NONE).collect(byMunicipality());
    assertThat(intakes).isEqualTo(Map.of("0380", 519L, "0331", 3L, "0319", 3L));
    assertThat(theYear().filter(story -> story.came() == Story.Came.PASSED_MUNICIPALITY))
        .hasSize(6)
        .noneMatch(story -> story.about().municipality().equals("0380"))
        .allMatch(story -> story.file() == null);
    assertThat(theYear().filter(story -> story.file() != null))
        .allMatch(story -> story.about().municipality().equals("0380"));
  }

  @Test
  void swedish_and_six_more_languages_are_written_and_each_has_words_of_its_own() {
    Map<String, Long> languages =
        theYear()
            .collect(
                Collectors.groupingBy(
                    story -> story.about().person().language(), Collectors.counting()));
    assertThat(languages.keySet())
        .containsExactlyInAnyOrder("sv", "en", "ar", "so", "fa", "uk", "tr");
    assertThat(languages.values()).allMatch(often -> often > 30);
    SplittableRandom random = new SplittableRandom(1);
    assertThat(InventedWords.first(random, "ar", "0380")).containsPattern("[\\u0600-\\u06FF]");
    assertThat(InventedWords.first(random, "uk", "0380")).containsPattern("[\\u0400-\\u04FF]");
  }

  @Test
  void violence_relations_and_ages_are_many_as_the_reports_say() {
    List<Story> all = theYear().filter(story -> story.file() != null).toList();
    double several = share(all, story -> story.about().by().size() > 1);
    double women = share(all, story -> story.about().person().sex() == Sex.WOMAN);
    assertThat(several).isBetween(0.25, 0.55);
    assertThat(women).isBetween(0.75, 0.90);
    assertThat(all).allMatch(story -> !story.about().kinds().isEmpty());
    assertThat(all.stream().flatMap(story -> story.about().kinds().stream()).distinct().count())
        .isGreaterThan(12);
    assertThat(all.stream().flatMap(story -> story.about().by().stream()).distinct().count())
        .isGreaterThan(6);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2025})
  void no_two_conversations_begin_at_the_same_moment(long seed) {
    assertThat(Year.planned(seed, Volumes.NEXUS_2023, MORNING))
        .extracting(Story::at)
        .doesNotHaveDuplicates();
  }

  @Test
  void forty_matters_are_open_this_morning_of_every_kind_and_due_around_today() {
    List<Story> open =
        Year.planned(2025, Volumes.NEXUS_2023, MORNING).stream()
            .filter(story -> story.at().atZone(HERE).getYear() > Year.OF)
            .toList();
    assertThat(open).hasSize(40);
    assertThat(open.stream().filter(story -> !story.talk().answered())).hasSize(5);
    assertThat(open.stream().filter(story -> story.talk().queue() == Queue.CHANGE)).hasSize(2);
    assertThat(open.stream().filter(story -> story.talk().words())).hasSize(5);
    assertThat(open.stream().filter(story -> story.came() == Story.Came.DRAFT)).hasSize(5);
    assertThat(open.stream().filter(story -> story.file() != null)).hasSize(20);
    LocalDate today = MORNING.atZone(HERE).toLocalDate();
    List<Long> due =
        open.stream()
            .map(Story::file)
            .filter(java.util.Objects::nonNull)
            .flatMap(file -> file.looked().stream().skip(Math.max(0, file.looked().size() - 1L)))
            .map(at -> ChronoUnit.DAYS.between(today, at.atZone(HERE).toLocalDate().plusDays(30)))
            .toList();
    assertThat(due).anyMatch(days -> days < 0).contains(0L);
    assertThat(due.stream().filter(days -> days >= 0 && days <= 7).count()).isGreaterThan(5);
    assertThat(due.stream().filter(days -> days < 0).count()).isLessThan(5);
  }

  private static Stream<Story> theYear() {
    return Year.planned(2025, Volumes.NEXUS_2023, MORNING).stream()
        .filter(story -> story.at().atZone(HERE).getYear() == Year.OF);
  }

  private static java.util.stream.Collector<Story, ?, Map<String, Long>> byMunicipality() {
    return Collectors.groupingBy(story -> story.about().municipality(), Collectors.counting());
  }

  private static double share(List<Story> all, java.util.function.Predicate<Story> of) {
    return all.stream().filter(of).count() / (double) all.size();
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
