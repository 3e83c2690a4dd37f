package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.in;
import static se.fristad.casework.Walk.refused;
import static se.fristad.casework.Walk.text;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.casework.DisclosureGround.Fact;
import se.fristad.casework.Telling.Item;
import se.fristad.casework.Telling.Purpose;
import se.fristad.casework.Telling.Receiver;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.vault.Confidential;

/// Something is told to somebody outside: refused first, each ground with what it demands.
@FristadTest
@DisplayName("Disclosure")
class DisclosureTest {
  private static final LocalDate MONDAY = LocalDate.of(2027, 3, 8);

  @Autowired private Road road;
  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private People people;

  @SuppressWarnings("NullAway.Init")
  private Desk.Worker karin;

  @SuppressWarnings("NullAway.Init")
  private UUID file;

  @BeforeEach
  void monday() {
    walk.goTo(MONDAY);
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
    karin = desk.delegate();
    file = done(road.open(karin.viewer(), walk.opening())).file();
  }

  /// With all that the ground demands.
  private static Map<Fact, Confidential> facts(DisclosureGround ground) {
    Map<Fact, Confidential> facts = new EnumMap<>(Fact.class);
    ground
        .facts()
        .forEach(fact ->
            facts.put(
                fact,
                text(
                    switch (fact) {
                      case CRIME -> "honour_oppression";
                      case STAGE -> "done";
                      case WHO_NEEDS -> "child";
                      case ANSWER -> "opened";
                      case BORN -> "2010-01-01";
                      case MOTIVE,
                          WEIGHING,
                          RESERVATION,
                          NEED,
                          REQUEST,
                          PERSONS,
                          CIRCUMSTANCES,
                          SUITABILITY ->
                          "Så är det.";
                    })));
    return facts;
  }

  private static Road.Disclosing disclosing(
      DisclosureGround ground, Map<Fact, Confidential> facts) {
    return new Road.Disclosing(
        ground,
        new Telling(
            Set.of(Item.RISK),
            Purpose.PROTECT,
            ground.receivers().stream().sorted().findFirst().orElseThrow()),
        text("Karin Polis, Uppsala"),
        MONDAY,
        text("Att han har hotat henne i dag."),
        facts);
  }

  private static Road.Disclosing with(DisclosureGround ground, Fact fact, String value) {
    Map<Fact, Confidential> facts = facts(ground);
    facts.put(fact, text(value));
    return disclosing(ground, facts);
  }

  private Step<UUID> tell(Road.Disclosing disclosing) {
    return road.disclose(karin.viewer(), file, disclosing);
  }

  private long told() {
    return people.count("select count(*) from casework.disclosure where file = ?", file);
  }

  // forbidden

  @ParameterizedTest
  @EnumSource
  void nobody_whose_the_file_is_not_tells_anything(Role role) {
    DisclosureGround ground = DisclosureGround.SUPERVISION;
    Step<UUID> step = road.disclose(in(role), file, disclosing(ground, facts(ground)));
    assertThat(step instanceof Step.NotThere).isEqualTo(role != Role.HEAD);
  }

  // refused

  @Test
  @DisplayName("B-T22 the general clause cannot be chosen for what is secret by 26 kap. 1 §")
  void the_general_clause_is_no_ground_not_in_the_type_the_form_or_the_database() {
    assertThat(DisclosureGround.values())
        .extracting(ground -> ground.law().citedOn(MONDAY))
        .doesNotContain("10 kap. 27 § OSL (2009:400)")
        .hasSize(17);
    assertThatThrownBy(() -> DisclosureGround.valueOf("GENERAL_CLAUSE"))
        .isInstanceOf(IllegalArgumentException.class);
    String form = Desk.step(file, "disclosure");
    assertThat(karin.open(form).body())
        .contains("Generalklausulen i 10 kap. 27 § gäller inte", "value=\"police_close\"")
        .doesNotContain("value=\"general");
    for (String code : new String[] {"general_clause", "generalklausul", "GENERALKLAUSUL"}) {
      Browser.Answer sent =
          karin.send(form, "ground", code, "to", "Polisen", "what", "Allt", "told_on", "" + MONDAY);
      assertThat(sent.status()).as(code).isEqualTo(422);
      assertThat(sent.body()).contains("Välj ett av svaren.");
      assertThatThrownBy(() ->
              people.byHand(
                  """
                  insert into casework.disclosure (id, file, ground, told_on, made_by, made_at, sealed)
                  values (gen_random_uuid(), ?, ?, now(), gen_random_uuid(), now(), 'x')
                  """,
                  file,
                  code))
          .as(code)
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("disclosure_ground_check");
    }
    assertThat(told()).isZero();
  }

  @Test
  @DisplayName(
      "B-T21 police, somebody close: a crime with a minimum under a year is rejected, circumstances and suitability are mandatory")
  void the_police_are_told_of_a_risk_to_somebody_close_only_of_a_crime_with_a_year_at_least() {
    DisclosureGround ground = DisclosureGround.POLICE_CLOSE;
    for (String crime :
        new String[] {
          "threat", "assault", "persecution", "home_gross", "rape_lesser", "genital_mutilation"
        }) {
      assertThat(refused(tell(with(ground, Fact.CRIME, crime))))
          .as(crime)
          .containsExactly("disclosed_by_a_ground.year");
    }
    for (String crime : new String[] {"theft", "murder;drop"}) {
      assertThat(refused(tell(with(ground, Fact.CRIME, crime))))
          .containsExactly("disclosed_by_a_ground.crime");
    }
    assertThat(refused(tell(with(ground, Fact.CIRCUMSTANCES, " "))))
        .containsExactly("disclosed_by_a_ground.circumstances");
    assertThat(refused(tell(with(ground, Fact.SUITABILITY, ""))))
        .containsExactly("disclosed_by_a_ground.suitability");
    assertThat(refused(tell(with(ground, Fact.PERSONS, ""))))
        .containsExactly("disclosed_by_a_ground.persons");
    assertThat(told()).isZero();
    assertThat(people.log(file)).contains("disclose:refused").doesNotContain("disclose:done");
    for (String crime : new String[] {"honour_oppression", "integrity", "threat_gross"}) {
      done(tell(with(ground, Fact.CRIME, crime)));
    }
    assertThat(told()).isEqualTo(3);
    // the paragraph is the ground's own
    Step<UUID> step = tell(with(ground, Fact.CRIME, "threat"));
    assertThat(((Step.Refused<UUID>) step).refusals().getFirst().cited())
        .isEqualTo("10 kap. 18 c § OSL (2009:400)");
  }

  @ParameterizedTest
  @EnumSource
  void each_ground_demands_each_of_its_facts_and_its_own_receivers(DisclosureGround ground) {
    for (Fact fact : ground.facts()) {
      if (!fact.mayBeLeftOut()) {
        assertThat(refused(tell(with(ground, fact, ""))))
            .as("%s without %s", ground, fact)
            .containsExactly("disclosed_by_a_ground." + fact.code());
      }
    }
    for (Receiver receiver : Receiver.values()) {
      if (!ground.receivers().contains(receiver)) {
        Road.Disclosing some = disclosing(ground, facts(ground));
        Road.Disclosing other =
            new Road.Disclosing(
                ground,
                new Telling(Set.of(Item.RISK), Purpose.PROTECT, receiver),
                some.to(),
                MONDAY,
                some.what(),
                some.facts());
        assertThat(refused(tell(other)))
            .as("%s to %s", ground, receiver)
            .contains("disclosed_by_a_ground.receiver");
      }
    }
    Road.Disclosing bare =
        new Road.Disclosing(
            ground,
            new Telling(Set.of(), Purpose.PROTECT, ground.receivers().iterator().next()),
            text(""),
            MONDAY.plusDays(1),
            text(""),
            facts(ground));
    assertThat(refused(tell(bare)))
        .contains(
            "dates_in_order.future",
            "disclosed_by_a_ground.to",
            "disclosed_by_a_ground.items",
            "disclosed_by_a_ground.what");
    assertThat(told()).isZero();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CONSENT")
  void each_ground_holds_with_all_that_it_demands_and_is_a_record(DisclosureGround ground) {
    UUID id = done(tell(disclosing(ground, facts(ground))));
    assertThat(
            people.count(
                "select count(*) from casework.disclosure where id = ? and ground = ? and made_by = ?",
                id,
                ground.code(),
                karin.id()))
        .isOne();
    assertThat(people.log(file)).contains("disclose:done");
  }

  @ParameterizedTest
  @CsvSource({
    "home_gross, done, ''",
    "sexual_assault, done, ''",
    "assault, done, half_a_year",
    "home_gross, attempt, attempt",
    "honour_oppression, attempt, ''"
  })
  void a_crime_that_was_committed_has_six_months_at_least_and_a_year_when_it_was_attempted(
      String crime, String stage, String against) {
    Map<Fact, Confidential> facts = facts(DisclosureGround.POLICE_CRIME);
    facts.put(Fact.CRIME, text(crime));
    facts.put(Fact.STAGE, text(stage));
    Step<UUID> step = tell(disclosing(DisclosureGround.POLICE_CRIME, facts));
    if (against.isEmpty()) {
      done(step);
    } else {
      assertThat(refused(step)).containsExactly("disclosed_by_a_ground." + against);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2006-03-09, true",
    "2006-03-08, false",
    "2006-03-07, false",
    "2027-03-08, true",
    "2027-03-09, false"
  })
  void a_young_person_is_told_of_to_the_day_before_she_is_twenty_one(String born, boolean told) {
    Step<UUID> step = tell(with(DisclosureGround.POLICE_YOUNG, Fact.BORN, born));
    if (told) {
      done(step);
    } else {
      assertThat(refused(step)).containsExactly("disclosed_by_a_ground.young");
    }
  }

  @ParameterizedTest
  @CsvSource({"2025-11-30, false", "2025-12-01, true", "2025-12-02, true"})
  void a_ground_is_there_from_the_day_on_which_it_came_into_the_law(LocalDate day, boolean there) {
    assertThat(DisclosureGround.on(day).contains(DisclosureGround.CRIME_FIGHTING)).isEqualTo(there);
    Road.Disclosing some =
        disclosing(DisclosureGround.CRIME_FIGHTING, facts(DisclosureGround.CRIME_FIGHTING));
    Road.Disclosing then =
        new Road.Disclosing(
            some.ground(), some.telling(), some.to(), day, some.what(), some.facts());
    Step<UUID> step = tell(then);
    if (there) {
      done(step);
    } else {
      assertThat(refused(step)).containsExactly("disclosed_by_a_ground.no_law");
    }
  }

  @Test
  void by_consent_only_what_she_lets_be_told_is_and_what_ended_yesterday_stops_it() {
    Telling telling = new Telling(Set.of(Item.RISK), Purpose.PROTECT, Receiver.POLICE);
    Road.Disclosing disclosing =
        new Road.Disclosing(
            DisclosureGround.CONSENT, telling, text("Polisen"), MONDAY, text("Risken."), Map.of());
    assertThat(refused(tell(disclosing))).containsExactly("consent_to_tell_stands.unasked");
    UUID consent =
        done(
            road.letTell(
                karin.viewer(),
                file,
                new Road.Letting(
                    telling,
                    text("Polisen"),
                    Road.Given.ORAL,
                    new Road.Agreed(MONDAY, MONDAY.plusDays(2), text("I rummet.")))));
    UUID told = done(tell(disclosing));
    assertThat(people.id("select consent from casework.disclosure where id = ?", told))
        .isEqualTo(consent);
    walk.goTo(MONDAY.plusDays(2));
    done(tell(disclosing));
    walk.goTo(MONDAY.plusDays(3));
    assertThat(refused(tell(disclosing))).containsExactly("consent_to_tell_stands.ended");
    assertThat(told()).isEqualTo(2);
    assertThat(
            people.count(
                "select count(*) from casework.task where file = ? and kind = 'renew_disclosure' and done_at is null",
                file))
        .isOne();
    assertThat(people.log(file)).contains("disclose:refused", "consent_ended:done");
    done(road.withdrawLetting(karin.viewer(), file, consent));
    assertThat(refused(tell(disclosing))).containsExactly("consent_to_tell_stands.withdrawn");
  }

  // done

  @Test
  void the_form_asks_what_the_ground_demands_and_what_was_told_stands_on_the_page_and_on_paper() {
    String form = Desk.step(file, "disclosure");
    assertThat(karin.open(form).body()).doesNotContain("name=\"circumstances\"");
    assertThat(karin.send(form, "ground", "police_close", "act", "more").location())
        .isEqualTo(form);
    Browser.Answer asked = karin.open(form);
    assertThat(asked.body())
        .contains(
            "name=\"circumstances\"",
            "name=\"suitability\"",
            "name=\"crime\"",
            "10 kap. 18 c § OSL (2009:400)",
            "4 kap. 4 e § BrB Hedersförtryck, lägst 12 månader")
        .doesNotContain("name=\"weighing\"");
    String[] fields = {
      "ground", "board",
      "request", "Socialnämnden i Heby, i dag",
      "receiver", "social_services",
      "to", "Socialnämnden i Heby",
      "items", "identity",
      "what", "Att hon är aktuell här.",
      "purpose", "coordinate",
      "told_on", MONDAY.toString()
    };
    assertThat(karin.send(form, fields).status()).isEqualTo(303);
    assertThat(told()).isOne();
    assertThat(karin.open(Desk.file(file)).body())
        .containsSubsequence(
            "Utlämnade uppgifter",
            "Socialnämnden i Heby",
            "Att hon är aktuell här.",
            "15 kap. 8 § SoL (2025:400)");
    assertThat(karin.open(Desk.file(file) + "/print").body())
        .containsSubsequence("Utlämnad uppgift", "Att hon är aktuell här.", "i dag");
    done(tell(disclosing(DisclosureGround.POLICE_CLOSE, facts(DisclosureGround.POLICE_CLOSE))));
    assertThat(karin.open(Desk.file(file) + "/print").body())
        .contains("utelämnad: Polisen")
        .doesNotContain("Att han har hotat henne i dag.");
    assertThat(
            people.count(
                "select count(*) from casework.disclosure where position('Heby'::bytea in sealed) > 0"))
        .isZero();
  }
}
