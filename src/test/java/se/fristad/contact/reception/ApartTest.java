package se.fristad.contact.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
import se.fristad.contact.People;
import se.fristad.contact.Queue;
import se.fristad.contact.front.TimesToBook;
import se.fristad.contact.front.TimesToBook.Chosen;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestEvents;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// Two of one side who must not meet are kept apart; and whoever asks for time after time is seen.
@FristadTest
@DisplayName("Two of one side who must not meet, and five refusals in a row")
class ApartTest {
  private static final Instant MONDAY = Calendar.monday();
  private static final ZonedDateTime HERE = MONDAY.atZone(OpeningHours.HERE);
  private static final ZonedDateTime NOON = HERE.plusDays(1).withHour(12);

  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private TestEvents events;
  @Autowired private People people;
  @Autowired private TimesToBook front;
  @LocalServerPort private int port;

  private People.Person one;
  private People.Person other;
  private Browser reception;

  @BeforeEach
  void two_rooms_and_two_who_receive() {
    people.byHand("delete from contact.thread");
    people.byHand("delete from contact_perpetrator.thread");
    Calendar calendar = new Calendar(people, "contact");
    calendar.empty();
    new Calendar(people, "contact_perpetrator").empty();
    clock.set(MONDAY);
    calendar.room("Blå rummet");
    calendar.room("Gröna rummet");
    for (int workers = 0; workers < 2; workers++) {
      UUID worker = calendar.worker(staff.add(Role.RECEPTION).staff());
      for (int day = 1; day <= 5; day++) {
        calendar.hours(worker, day, 9, 16);
      }
    }
    one = people.writes(Queue.SUPPORT, "Hej");
    other = people.writes(Queue.SUPPORT, "Hej");
    reception = staff.logIn(staff.add(Role.RECEPTION), port);
    events.forget();
  }

  @AfterEach
  void and_nobody_afterwards() {
    people.byHand("delete from contact.thread");
    new Calendar(people, "contact").empty();
    clock.reset();
  }

  private Map<String, String> form(Browser browser, String... fields) {
    Map<String, String> form = new HashMap<>();
    form.put("_form", browser.get("/staff/roles").token());
    for (int at = 0; at < fields.length; at += 2) {
      form.put(fields[at], fields[at + 1]);
    }
    return form;
  }

  private Browser.Answer apart(String... fields) {
    return reception.post(one.href() + "/apart", form(reception, fields));
  }

  private void keptApart() {
    assertThat(apart("other", "https://fristad.example" + other.href()).location())
        .isEqualTo(one.href() + "/apart");
  }

  private static String code(Way way, ZonedDateTime at) {
    return way.code() + "." + at.toEpochSecond() / 60 + ".60";
  }

  private Chosen chooses(People.Person person, Way way, ZonedDateTime at) {
    return Sides.on(
        Side.FRONT,
        () ->
            front.choose(
                person.queue(), person.token(), UUID.randomUUID(), code(way, at), "", "sv"));
  }

  private Browser.Answer books(People.Person person, ZonedDateTime at, String way) {
    return reception.post(
        person.href() + "/time",
        form(
            reception,
            "id",
            UUID.randomUUID().toString(),
            "date",
            at.toLocalDate().toString(),
            "clock",
            at.toLocalTime().toString(),
            "way",
            way));
  }

  @Test
  void they_are_never_received_in_one_house_within_the_margin_and_by_telephone_they_are() {
    keptApart();
    assertThat(chooses(one, Way.ON_SITE, NOON)).isInstanceOf(Chosen.Stands.class);
    for (ZonedDateTime near : List.of(NOON.minusHours(1), NOON, NOON.plusHours(1))) {
      Browser.Answer refused = books(other, near, "on_site");
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.body())
          .as("in the words of an occupied time")
          .containsAnyOf("Tiden är upptagen.", "Inget rum är ledigt då.")
          .contains("De här tiderna är närmast:");
      assertThat(chooses(other, Way.ON_SITE, near)).isInstanceOf(Chosen.Taken.class);
    }
    People.Person stranger = people.writes(Queue.SUPPORT, "Hej");
    assertThat(chooses(stranger, Way.ON_SITE, NOON)).isInstanceOf(Chosen.Stands.class);
    assertThat(books(other, NOON.plusHours(2), "on_site").location()).isEqualTo(other.href());
    assertThat(reception.get(one.href() + "/apart").body()).contains("Samtal 1", other.href());
    assertThat(apart("meet", other.thread().toString()).location())
        .isEqualTo(one.href() + "/apart");
    assertThat(people.log(one.thread())).contains("keep_apart:done", "may_meet:done");
    People.Person third = people.writes(Queue.SUPPORT, "Hej");
    apart("other", third.href());
    assertThat(chooses(third, Way.PHONE, NOON.plusHours(1))).isInstanceOf(Chosen.Stands.class);
  }

  @Test
  void of_two_who_book_at_once_never_both_are_received() throws Exception {
    keptApart();
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < 12; round++) {
        ZonedDateTime at = HERE.plusDays(1 + round % 4).withHour(9 + round % 6);
        List<Callable<Chosen>> wishes =
            List.of(() -> chooses(one, Way.ON_SITE, at), () -> chooses(other, Way.ON_SITE, at));
        for (Future<Chosen> chosen : both.invokeAll(wishes)) {
          chosen.get();
        }
        assertThat(
                people.count(
                    "select count(*) from contact.meeting where state = 'booked' and from_at = ?::timestamptz",
                    at.toInstant().toString()))
            .isEqualTo(1);
        people.byHand("delete from contact.meeting");
      }
    }
  }

  @Test
  void times_that_lie_too_near_already_are_told_when_it_is_written_down() {
    chooses(one, Way.ON_SITE, NOON);
    chooses(other, Way.ON_SITE, NOON);
    assertThat(reception.get(one.href() + "/apart").body())
        .contains("Ingen står här")
        .doesNotContain("för nära varandra");
    keptApart();
    assertThat(reception.get(one.href() + "/apart").body())
        .contains("Det finns tider som ligger för nära varandra.");
  }

  @Test
  void only_a_conversation_that_is_there_for_us_and_another_one_can_be_named() {
    Browser.Answer same = apart("other", one.href());
    assertThat(same.status()).isEqualTo(422);
    assertThat(same.body()).contains("Det är samma samtal.", "value=\"" + one.href() + "\"");
    People.Person change = people.writes(Queue.CHANGE, "Hej");
    TestStaff.Person cousin = staff.add(Role.RECEPTION);
    people.byHand(
        "insert into contact.conflict (thread, staff, at) values (?, ?, ?::timestamptz)",
        other.thread(),
        cousin.staff(),
        MONDAY.toString());
    for (String wrong : List.of("", "hennes syster", UUID.randomUUID().toString(), change.href())) {
      Browser.Answer unknown = apart("other", wrong);
      assertThat(unknown.status()).as(wrong).isEqualTo(422);
      assertThat(unknown.body()).contains("Det samtalet finns inte här.");
    }
    Browser hers = staff.logIn(cousin, port);
    assertThat(hers.post(one.href() + "/apart", form(hers, "other", other.href())).body())
        .as("one of us who knows the other")
        .contains("Det samtalet finns inte här.");
    assertThat(people.count("select count(*) from contact.apart")).isZero();
    assertThat(people.log(one.thread())).contains("keep_apart:refused");
    for (Role role : Role.values()) {
      boolean answers =
          role == Role.RECEPTION || role == Role.CASEWORKER || role == Role.TREATMENT_WORKER;
      assertThat(staff.logIn(staff.add(role), port).get(one.href() + "/apart").status())
          .as(role.code())
          .isEqualTo(answers ? 200 : 404);
    }
  }

  private String headsDay() {
    return staff.logIn(staff.add(Role.HEAD), port).get("/staff/day").body();
  }

  private void refused(int times) {
    for (int at = 0; at < times; at++) {
      assertThat(books(other, NOON, "phone").status()).isEqualTo(422);
    }
  }

  @Test
  @DisplayName("Five refusals in a row go to the head, whatever they were for")
  void five_in_a_row_go_to_the_head() {
    for (int taken = 0; taken < 2; taken++) {
      People.Person first = people.writes(Queue.SUPPORT, "Hej");
      assertThat(chooses(first, Way.PHONE, NOON)).isInstanceOf(Chosen.Stands.class);
    }
    refused(4);
    assertThat(headsDay()).doesNotContain("Tider som nekats fem gånger i rad");
    refused(1);
    assertThat(headsDay()).contains("Tider som nekats fem gånger i rad", other.href());
    assertThat(people.log(other.thread())).containsOnlyOnce("refused_often:done");
    assertThat(events.of(RefusedOften.class))
        .singleElement()
        .matches(often -> often.thread().equals(other.thread()));
    assertThat(reception.get("/staff/day").body())
        .doesNotContain("Tider som nekats fem gånger i rad");
    assertThat(books(other, NOON.plusHours(1), "phone").location()).isEqualTo(other.href());
    assertThat(headsDay()).as("a time that was had ends the row").doesNotContain(other.href());
  }

  @Test
  void another_day_begins_the_row_anew_and_what_cannot_be_an_oracle_is_not_counted() {
    for (int taken = 0; taken < 2; taken++) {
      chooses(people.writes(Queue.SUPPORT, "Hej"), Way.PHONE, NOON.plusDays(1));
    }
    for (int at = 0; at < 6; at++) {
      assertThat(books(other, HERE.minusHours(1), "phone").status()).isEqualTo(422);
      assertThat(books(other, HERE.plusDays(5), "phone").status()).isEqualTo(422);
    }
    assertThat(people.count("select count(*) from contact.refused_in_a_row")).isZero();
    for (int at = 0; at < 4; at++) {
      assertThat(books(other, NOON.plusDays(1), "phone").status()).isEqualTo(422);
    }
    clock.set(MONDAY.plus(Duration.ofDays(1)));
    reception = staff.logIn(staff.add(Role.RECEPTION), port);
    assertThat(books(other, NOON.plusDays(1), "phone").status()).isEqualTo(422);
    assertThat(people.text("select times::text from contact.refused_in_a_row")).isEqualTo("1");
  }
}
