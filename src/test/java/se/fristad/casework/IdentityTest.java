package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.in;
import static se.fristad.casework.Walk.refused;
import static se.fristad.casework.Walk.text;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.house.TestEvents;

/// Personal number, coordination number, the centre's own, or none.
@FristadTest
@DisplayName("Who somebody is")
class IdentityTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  @Autowired private Road road;
  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private People people;
  @Autowired private TestEvents events;

  @SuppressWarnings("NullAway.Init")
  private Desk.Worker karin;

  @BeforeEach
  void monday() {
    walk.goTo(DAY);
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
    karin = desk.in(Role.CASEWORKER);
  }

  private Road.Who who(String number, boolean reserve) {
    return new Road.Who(
        text("Ylva Exempel"),
        text(number),
        null,
        text(""),
        text(""),
        text(""),
        Road.Protection.NONE,
        "sv",
        text("Yllan"),
        reserve);
  }

  private UUID opened(String number, boolean reserve) {
    Road.Opening some = walk.opening();
    return done(road.open(
            karin.viewer(),
            new Road.Opening(some.file(), null, "0380", who(number, reserve), some.register())))
        .file();
  }

  @ParameterizedTest
  @CsvSource({
    "811218-9875, kontrollsiffran (den sista) stämmer inte",
    "811332-9876, det finns ingen sådan dag",
    "20270101-2384, ingen är född då än",
    "81-12-18-9876, skriv tio eller tolv siffror",
    "R26-48213-0, skriv tio eller tolv siffror",
  })
  void what_is_wrong_with_a_number_is_said_beside_it_and_it_comes_back(String typed, String said) {
    UUID file = opened("", false);
    Browser.Answer refused =
        karin.send(Desk.step(file, "person"), "name", "Ylva Exempel", "number", typed);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains(said, "value=\"" + typed + "\"", "folkbokföringslagen");
    assertThat(people.log(file)).contains("change_person:refused");
    assertThat(people.count("select count(*) from casework.person where number_index is null"))
        .isOne();
  }

  @Test
  void a_coordination_number_is_one_with_its_own_word_and_says_her_age_to_the_day() {
    // of somebody who becomes 18 today, and of somebody who does tomorrow
    assertThat(opened(coordination(LocalDate.of(2008, 11, 23)), false)).isNotNull();
    Road.Opening some = walk.opening();
    assertThat(
            refused(
                road.open(
                    karin.viewer(),
                    new Road.Opening(
                        some.file(),
                        null,
                        "0380",
                        who(coordination(LocalDate.of(2008, 11, 24)), false),
                        some.register()))))
        .containsExactly("child_has_a_file_of_its_own");
    UUID file = opened("701063-2391", false);
    assertThat(karin.open(Desk.file(file)).body())
        .containsSubsequence("Samordningsnummer", "19701063-2391", "Ålder", "56")
        .doesNotContain("Personnummer</dt>");
  }

  private static String coordination(LocalDate born) {
    String nine =
        "%02d%02d%02d238"
            .formatted(born.getYear() % 100, born.getMonthValue(), born.getDayOfMonth() + 60);
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      int product = (nine.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += product / 10 + product % 10;
    }
    return born.getYear() / 100 + nine + (10 - sum % 10) % 10;
  }

  @Test
  void who_has_no_number_gets_one_of_ours_by_which_she_is_found_again_also_after_she_has_one() {
    UUID file = opened("", true);
    String page = karin.open(Desk.file(file)).body();
    assertThat(page).contains("Reservnummer", "Kallas: Yllan");
    String reserve = page.replaceAll("(?s).*(R26-[0-9]{5}-[0-9]).*", "$1");
    assertThat(found(reserve.replace("-", "").toLowerCase(java.util.Locale.ROOT)))
        .contains(file.toString());
    String number = Walk.number(LocalDate.of(1990, 3, 16));
    assertThat(
            karin
                .send(
                    Desk.step(file, "person"),
                    "name",
                    "Ylva Exempel",
                    "alias",
                    "Yllan",
                    "number",
                    number,
                    "language",
                    "sv")
                .location())
        .isEqualTo(Desk.file(file));
    assertThat(people.log(file)).contains("change_person:done");
    assertThat(events.of(IdentityChanged.class)).anyMatch(changed -> changed.file().equals(file));
    assertThat(found(number)).contains(file.toString());
    assertThat(found(reserve)).contains(file.toString());
    assertThat(people.count("select count(*) from casework.task where kind = 'same_person'"))
        .isZero();

    // who comes back with our number, or says it later, is seen by the head to be the same
    UUID again = opened(reserve, false);
    assertThat(
            people.count(
                "select count(*) from casework.task where kind = 'same_person' and file = ? and record = ?",
                again,
                file))
        .isOne();
    UUID nameless = opened("", false);
    done(road.changePerson(karin.viewer(), nameless, who(number, false)));
    assertThat(
            people.count(
                "select count(*) from casework.task where kind = 'same_person' and file = ?",
                nameless))
        .isOne();
    assertThat(karin.open(Desk.file(nameless)).body()).doesNotContain("samma person");
  }

  private String found(String value) {
    return karin
        .browser()
        .postFrom("/staff/people", "/staff/people", java.util.Map.of("value", value))
        .body();
  }

  @Test
  void only_whose_the_file_is_changes_who_she_is_and_what_is_left_empty_stays() {
    UUID file = done(road.open(karin.viewer(), walk.opening())).file();
    for (Role role : Role.values()) {
      if (role != Role.HEAD) {
        assertThat(road.changePerson(in(role), file, who("", false)))
            .as(role.code())
            .isInstanceOf(Step.NotThere.class);
      }
    }
    done(
        road.changePerson(
            karin.viewer(), file, who(Walk.number(LocalDate.of(1990, 3, 16)), false)));
    assertThat(karin.open(Desk.file(file)).body())
        .contains("Visas när du skriver ett brev", "Kallas: Yllan");
  }
}
