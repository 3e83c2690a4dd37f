package se.fristad.contact.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.Entrance;
import se.fristad.contact.People;
import se.fristad.contact.front.TimesToBook;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// Whom a time is with: languages and competences decide who is offered, and the public face says
/// that somebody is there when somebody is.
@FristadTest
@DisplayName("Whom a time is with")
class NeedTest {
  private static final Instant MONDAY = Calendar.monday();
  private static final ZonedDateTime HERE = MONDAY.atZone(OpeningHours.HERE);

  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private People people;
  @Autowired private TimesToBook front;
  @LocalServerPort private int port;

  @BeforeEach
  void nobody_receives() {
    people.byHand("delete from contact.thread");
    calendar().empty();
    new Calendar(people, "contact_perpetrator").empty();
    clock.set(MONDAY);
  }

  @AfterEach
  void and_nobody_afterwards() {
    people.byHand("delete from contact.thread");
    calendar().empty();
    clock.reset();
  }

  private Calendar calendar() {
    return new Calendar(people, "contact");
  }

  /// Somebody who receives on a weekday from nine to twelve.
  private UUID receives(int weekday, String languages, String competences) {
    UUID worker = calendar().worker(staff.add(Role.CASEWORKER).staff());
    calendar().hours(worker, weekday, 9, 12);
    people.byHand(
        "update contact.worker set languages = ?::text[], competences = ?::text[] where id = ?",
        languages,
        competences,
        worker);
    return worker;
  }

  private People.Person writes(Entrance entrance, String language) {
    People.Person person = people.writes(entrance, "Hej");
    people.byHand("update contact.thread set language = ? where id = ?", language, person.thread());
    return person;
  }

  private static String code(ZonedDateTime at) {
    return "phone." + at.toEpochSecond() / 60 + ".60";
  }

  /// Tuesday and Wednesday at nine.
  private static final ZonedDateTime TUESDAY = HERE.plusDays(1).withHour(9);

  private static final ZonedDateTime WEDNESDAY = HERE.plusDays(2).withHour(9);

  @Test
  void who_speaks_her_language_is_offered_and_the_others_only_when_somebody_asks_for_them() {
    receives(2, "{sv,ar}", "{}");
    receives(3, "{sv}", "{}");
    People.Person person = writes(Entrance.SUPPORT, "ar");
    Browser browser = staff.logIn(staff.add(Role.RECEPTION), port);
    assertThat(browser.get(person.href() + "/time").body())
        .contains(code(TUESDAY))
        .doesNotContain(code(WEDNESDAY))
        .doesNotContain("behövs tolk")
        .contains("<option value=\"ar\" selected>");
    assertThat(browser.get(person.href() + "/time?language=sv&competence=").body())
        .contains(code(TUESDAY), code(WEDNESDAY));
    assertThat(browser.get(person.href() + "/time?language=&competence=").body())
        .contains(code(TUESDAY), code(WEDNESDAY));
    assertThat(browser.get(person.href() + "/time?language=klingonska&competence=allt").status())
        .isEqualTo(200);
  }

  @Test
  void where_nobody_speaks_it_the_times_stand_and_an_interpreter_is_asked_for() {
    receives(3, "{sv}", "{}");
    People.Person person = writes(Entrance.SUPPORT, "so");
    Browser browser = staff.logIn(staff.add(Role.RECEPTION), port);
    assertThat(browser.get(person.href() + "/time").body())
        .contains(code(WEDNESDAY), "Somaliska talas inte av någon som är ledig", "ordna den när");
    assertThat(browser.get(person.href()).body()).contains("Somaliska talas inte av någon");
  }

  @Test
  void who_comes_by_the_door_of_the_young_is_met_by_those_who_know_the_young() {
    receives(2, "{sv}", "{children}");
    receives(3, "{sv}", "{honour}");
    People.Person young = writes(Entrance.YOUNG, "sv");
    Browser browser = staff.logIn(staff.add(Role.RECEPTION), port);
    assertThat(browser.get(young.href() + "/time").body())
        .contains(code(TUESDAY))
        .doesNotContain(code(WEDNESDAY));
    assertThat(browser.get(young.href() + "/time?language=sv&competence=honour").body())
        .contains(code(WEDNESDAY))
        .doesNotContain(code(TUESDAY));
    assertThat(browser.get(young.href() + "/time?language=sv&competence=groups").body())
        .contains("Ingen som tar emot kan mer om Grupper", code(TUESDAY), code(WEDNESDAY));
    assertThat(publicly(young)).contains(code(TUESDAY)).doesNotContain(code(WEDNESDAY));
    People.Person grown = writes(Entrance.SUPPORT, "sv");
    assertThat(publicly(grown)).contains(code(TUESDAY), code(WEDNESDAY));
  }

  @Test
  void at_the_door_of_the_young_everybody_is_offered_while_nobody_knows_them() {
    receives(3, "{sv}", "{honour}");
    assertThat(publicly(writes(Entrance.YOUNG, "sv"))).contains(code(WEDNESDAY));
  }

  private java.util.List<String> publicly(People.Person person) {
    return Sides.on(
            Side.FRONT, () -> front.offer(person.queue(), person.token(), "sv").orElseThrow())
        .free()
        .stream()
        .map(FreeTimes.Time::code)
        .toList();
  }

  @Test
  void a_wished_time_with_one_who_does_not_fit_is_refused_in_a_sentence_with_the_nearest() {
    receives(2, "{sv,ar}", "{}");
    UUID other = receives(3, "{sv}", "{}");
    People.Person person = writes(Entrance.SUPPORT, "ar");
    Browser browser = staff.logIn(staff.add(Role.RECEPTION), port);
    Map<String, String> wish =
        Map.of(
            "date",
            WEDNESDAY.toLocalDate().toString(),
            "clock",
            "09:00",
            "way",
            "phone",
            "language",
            "ar",
            "competence",
            "");
    Browser.Answer refused =
        browser.postFrom(person.href() + "/time", person.href() + "/time", wish);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("talar inte språket, eller kan inte det som behövs", code(TUESDAY.withHour(11)));
    Map<String, String> named = new java.util.HashMap<>(wish);
    named.put("worker", other.toString());
    assertThat(browser.postFrom(person.href() + "/time", person.href() + "/time", named).location())
        .as("whom one of us names is the one")
        .isEqualTo(person.href());
    assertThat(people.count("select count(*) from contact.meeting where worker = ?", other))
        .isOne();
    assertThat(people.log(person.thread())).contains("book_time:refused", "book_time:done");
  }

  @Test
  void the_first_page_and_the_times_to_be_called_know_what_the_reception_has_closed() {
    clock.set(HERE.withHour(10).toInstant());
    String open = new Browser(port).get("/sv").body();
    people.byHand(
        "insert into contact.absence (id, from_at, until_at, made_by, made_at) values (?, ?::timestamptz, ?::timestamptz, ?, ?::timestamptz)",
        UUID.randomUUID(),
        HERE.withHour(9).toInstant().toString(),
        HERE.withHour(16).toInstant().toString(),
        UUID.randomUUID(),
        MONDAY.toString());
    clock.set(HERE.withHour(10).plusMinutes(1).toInstant());
    String closed = new Browser(port).get("/sv").body();
    assertThat(open).doesNotContain("i morgon klockan 09:00");
    assertThat(closed).contains("i morgon");
    assertThat(open).isNotEqualTo(closed);
    assertThat(publicly(writes(Entrance.SUPPORT, "sv"))).isEmpty();
  }
}
