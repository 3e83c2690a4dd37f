package se.fristad.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Role;
import se.fristad.house.FristadTest;

/// What she is told before a colleague of another competence comes in: in her own language.
@FristadTest
class AnnouncementsTest {
  @Autowired private Announcements announcements;

  @ParameterizedTest
  @CsvSource({
    "sv, en polis, Säg nej om du inte vill. Då läser ingen mer än vi, om 2 minuter",
    "latt, en polis, Säg nej om du inte vill. Då är det bara vi som läser., om 2 minuter",
    "en, a police officer, Say no if you do not want it., in 2 minutes",
    "ar, شرطيًا, قولوا لا إذا كنتم لا تريدون ذلك., دقيقتين"
  })
  void she_is_asked_in_her_own_language_where_the_whole_page_speaks_it(
      String language, String who, String no, String time) {
    String said = announcements.of(Role.POLICE_OFFICER, language).reveal();
    assertThat(said).contains(who, no, time).doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"so", "fa", "ti", "ckb", "kmr", "tr", "sq", "bs", "ru", "uk", "es", "fi"})
  void in_a_language_that_says_the_short_set_only_she_is_asked_in_swedish_and_in_english(
      String language) {
    assertThat(announcements.of(Role.NURSE, language).reveal().split("\n\n"))
        .satisfiesExactly(
            swedish -> assertThat(swedish).contains("en sjuksköterska eller barnmorska"),
            english -> assertThat(english).contains("a nurse or midwife"));
  }

  @Test
  void every_competence_has_its_word_in_every_whole_language() {
    for (String language : new String[] {"sv", "latt", "en", "ar"}) {
      for (Queue queue : Queue.values()) {
        for (Role role : Desk.competences(queue)) {
          assertThat(announcements.competence(role, language)).as(language).isNotBlank();
          assertThat(announcements.of(role, language).reveal()).as(language).isNotBlank();
        }
      }
    }
    assertThat(announcements.competence(Role.POLICE_OFFICER, "ar"))
        .isNotEqualTo(announcements.competence(Role.POLICE_OFFICER, "sv"));
  }
}
