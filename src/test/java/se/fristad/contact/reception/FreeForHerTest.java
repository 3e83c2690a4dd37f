package se.fristad.contact.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.Entrance;
import se.fristad.contact.People;
import se.fristad.contact.Queue;
import se.fristad.contact.front.TimesToBook;
import se.fristad.contact.front.TimesToBook.Chosen;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// What her own page shows as free is what she can have.
@FristadTest
@DisplayName("What is free for her")
class FreeForHerTest {
  private static final Instant MONDAY = Calendar.monday();
  private static final ZonedDateTime HERE = MONDAY.atZone(OpeningHours.HERE);
  private static final ZonedDateTime NOON = HERE.plusDays(1).withHour(12);

  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private People people;
  @Autowired private TimesToBook front;
  @LocalServerPort private int port;

  private UUID room;
  private People.Person she;

  @BeforeEach
  void one_room_and_one_who_receives() {
    afterwards();
    clock.set(MONDAY);
    room = ours().room("Blå rummet");
    receives();
    she = people.writes(Queue.SUPPORT, "Hej");
  }

  @AfterEach
  void afterwards() {
    people.byHand("delete from contact.thread");
    ours().empty();
    new Calendar(people, "contact_perpetrator").empty();
    clock.reset();
  }

  private Calendar ours() {
    return new Calendar(people, "contact");
  }

  private UUID receives() {
    UUID worker = ours().worker(staff.add(Role.RECEPTION).staff());
    for (int day = 1; day <= 5; day++) {
      ours().hours(worker, day, 9, 16);
    }
    return worker;
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

  private List<String> free(People.Person person) {
    return Sides.on(
            Side.FRONT, () -> front.offer(person.queue(), person.token(), "sv").orElseThrow())
        .free()
        .stream()
        .map(FreeTimes.Time::code)
        .toList();
  }

  @Test
  void where_somebody_is_whom_she_must_not_meet_nothing_is_shown_as_free() {
    receives();
    ours().room("Gröna rummet");
    People.Person other = people.writes(Queue.SUPPORT, "Hej");
    boolean first = she.thread().toString().compareTo(other.thread().toString()) < 0;
    people.byHand(
        "insert into contact.apart (one, other, made_by, made_at) values (?, ?, gen_random_uuid(), ?::timestamptz)",
        first ? she.thread() : other.thread(),
        first ? other.thread() : she.thread(),
        MONDAY.toString());
    assertThat(chooses(other, Way.ON_SITE, NOON)).isInstanceOf(Chosen.Stands.class);
    assertThat(free(she))
        .doesNotContain(
            code(Way.ON_SITE, NOON.minusHours(1)),
            code(Way.ON_SITE, NOON),
            code(Way.ON_SITE, NOON.plusHours(1)))
        .contains(code(Way.PHONE, NOON), code(Way.ON_SITE, NOON.plusHours(2)));
  }

  @Test
  void a_room_in_which_somebody_sits_without_a_time_is_neither_shown_nor_given() {
    ZonedDateTime twelve = HERE.withHour(12);
    assertThat(free(she)).contains(code(Way.ON_SITE, twelve));
    people.byHand(
        "insert into contact.lobby (id, sign, came_at, until_at, house, children, language, interpreter, room, seated_at)"
            + " values (gen_random_uuid(), 'blue_1', ?::timestamptz, ?::timestamptz, 1, 0, 'sv', false, ?, ?::timestamptz)",
        MONDAY.toString(),
        MONDAY.plus(Duration.ofMinutes(150)).toString(),
        room,
        MONDAY.toString());
    assertThat(free(she))
        .doesNotContain(code(Way.ON_SITE, twelve))
        .contains(code(Way.PHONE, twelve), code(Way.ON_SITE, twelve.plusHours(1)));
    assertThat(chooses(she, Way.ON_SITE, twelve)).isInstanceOf(Chosen.Taken.class);
    String answer =
        people.text(
            "select door.book((select token_hash from contact.visit where thread = ?), gen_random_uuid(), null, 'ordinary', 'on_site', (select id from contact.worker), ?::uuid, ?::timestamptz, ?::timestamptz, interval '45 minutes', null)",
            she.thread(),
            room.toString(),
            twelve.toInstant().toString(),
            twelve.plusHours(1).toInstant().toString());
    assertThat(answer).as("the door itself refuses it").isEqualTo("taken");
    assertThat(staff.logIn(staff.add(Role.RECEPTION), port).get(she.href() + "/time").body())
        .as("nor do we give it away")
        .doesNotContain(code(Way.ON_SITE, twelve))
        .contains(code(Way.PHONE, twelve));
    people.byHand("update contact.lobby set left_at = seated_at, room = null, seated_at = null");
    assertThat(free(she)).contains(code(Way.ON_SITE, twelve));
  }

  @Test
  void her_time_stays_at_its_hour_when_she_changes_only_the_way() {
    assertThat(chooses(she, Way.ON_SITE, NOON)).isInstanceOf(Chosen.Stands.class);
    assertThat(free(she))
        .as("the same hour by telephone, and not the one that she has")
        .contains(code(Way.PHONE, NOON))
        .doesNotContain(code(Way.ON_SITE, NOON));
    assertThat(chooses(she, Way.PHONE, NOON)).isInstanceOf(Chosen.Stands.class);
    assertThat(
            people.text(
                "select string_agg(way || ' ' || (from_at = ?::timestamptz) || ' ' || (room is null), ',') from contact.meeting where state = 'booked'",
                NOON.toInstant().toString()))
        .isEqualTo("phone true true");
    assertThat(people.count("select count(*) from contact.taken"))
        .as("the room is free again")
        .isEqualTo(4);
    assertThat(free(people.writes(Queue.SUPPORT, "Hej")))
        .as("for somebody else it is taken")
        .doesNotContain(code(Way.PHONE, NOON));
  }

  @Test
  void what_she_is_refused_on_her_own_page_goes_to_the_head_from_five_on() {
    chooses(people.writes(Queue.SUPPORT, "Hej"), Way.PHONE, NOON);
    for (int times = 0; times < 4; times++) {
      assertThat(chooses(she, Way.PHONE, NOON)).isInstanceOf(Chosen.Taken.class);
      chooses(she, Way.PHONE, HERE.plusDays(5));
    }
    assertThat(headsDay()).doesNotContain(she.href());
    clock.set(MONDAY);
    chooses(she, Way.PHONE, NOON);
    assertThat(headsDay()).contains("Tider som nekats fem gånger i rad", she.href());
    assertThat(people.count("select count(*) from contact.refused_in_a_row where last_by is null"))
        .isOne();
    clock.set(MONDAY);
    assertThat(chooses(she, Way.PHONE, NOON.plusHours(1))).isInstanceOf(Chosen.Stands.class);
    assertThat(headsDay()).as("a time that was had ends the row").doesNotContain(she.href());
  }

  /// Today: the doors know the real time.
  private String headsDay() {
    clock.reset();
    return staff.logIn(staff.add(Role.HEAD), port).get("/staff/day").body();
  }

  @Test
  void a_day_that_the_reception_has_closed_is_closed_and_not_taken() {
    people.byHand(
        "insert into contact.absence (id, from_at, until_at, made_by, made_at) values (gen_random_uuid(), ?::timestamptz, ?::timestamptz, gen_random_uuid(), ?::timestamptz)",
        NOON.withHour(0).toInstant().toString(),
        NOON.withHour(23).toInstant().toString(),
        MONDAY.toString());
    assertThat(chooses(she, Way.PHONE, NOON))
        .isInstanceOfSatisfying(
            Chosen.Taken.class, taken -> assertThat(taken.why()).isEqualTo(TimesToBook.Why.CLOSED));
    assertThat(people.count("select count(*) from contact.refused_in_a_row")).isZero();
  }

  @Test
  void at_the_door_of_the_young_anybodys_times_are_better_than_none() {
    UUID knows = receives();
    people.byHand("update contact.worker set competences = '{young}' where id = ?", knows);
    people.byHand("delete from contact.hours where worker = ? and weekday <> 2", knows);
    People.Person young = people.writes(Entrance.YOUNG, "Hej");
    assertThat(free(young))
        .contains(code(Way.PHONE, NOON))
        .doesNotContain(code(Way.PHONE, NOON.plusDays(1)));
    people.byHand(
        "insert into contact.absence (id, worker, from_at, until_at, made_by, made_at) values (gen_random_uuid(), ?, ?::timestamptz, ?::timestamptz, gen_random_uuid(), ?::timestamptz)",
        knows,
        MONDAY.toString(),
        MONDAY.plus(Duration.ofDays(100)).toString(),
        MONDAY.toString());
    assertThat(free(young)).contains(code(Way.PHONE, NOON.plusDays(1)));
  }
}
