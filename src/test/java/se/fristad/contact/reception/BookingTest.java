package se.fristad.contact.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
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
import se.fristad.retention.Destruction;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// Times for somebody without a name, from her conversation: booked, moved, taken back, refused
/// with an answer, and never in a way that could bring two together who must not meet.
@FristadTest
@DisplayName("Booking a time in a conversation")
class BookingTest {
  private static final Instant MONDAY = Calendar.monday();
  private static final ZonedDateTime HERE = MONDAY.atZone(OpeningHours.HERE);

  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private TestEvents events;
  @Autowired private People people;
  @Autowired private TimesToBook front;
  @Autowired private Destruction destruction;
  @LocalServerPort private int port;

  @BeforeEach
  void nobody_receives() {
    people.byHand("delete from contact.thread");
    people.byHand("delete from contact_perpetrator.thread");
    ours().empty();
    theirs().empty();
    clock.set(MONDAY);
  }

  @AfterEach
  void and_nobody_afterwards() {
    ours().empty();
    theirs().empty();
    clock.reset();
  }

  private Calendar ours() {
    return new Calendar(people, "contact");
  }

  private Calendar theirs() {
    return new Calendar(people, "contact_perpetrator");
  }

  /// Somebody who receives on every day, and a room.
  private UUID receives(Calendar calendar, UUID who) {
    UUID worker = calendar.worker(who);
    for (int day = 1; day <= 5; day++) {
      calendar.hours(worker, day, 9, 16);
    }
    return worker;
  }

  private Browser in(Role role) {
    return staff.logIn(staff.add(role), port);
  }

  private Map<String, String> form(Browser browser, String... fields) {
    Map<String, String> form = new HashMap<>();
    form.put("_form", browser.get("/staff/roles").token());
    form.put("id", UUID.randomUUID().toString());
    for (int at = 0; at < fields.length; at += 2) {
      form.put(fields[at], fields[at + 1]);
    }
    return form;
  }

  private static String code(Way way, ZonedDateTime at) {
    return way.code() + "." + at.toEpochSecond() / 60 + ".60";
  }

  private long booked() {
    return people.count("select count(*) from contact.meeting where state = 'booked'");
  }

  private Chosen chooses(People.Person person, Way way, ZonedDateTime at) {
    return Sides.on(
        Side.FRONT,
        () ->
            front.choose(
                person.queue(), person.token(), UUID.randomUUID(), code(way, at), "", "sv"));
  }

  @Test
  void a_time_is_not_there_for_one_who_does_not_answer_at_that_door() {
    ours().room("Blå rummet");
    receives(ours(), staff.add(Role.RECEPTION).staff());
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    for (Role role : Role.values()) {
      boolean answers =
          role == Role.RECEPTION || role == Role.CASEWORKER || role == Role.TREATMENT_WORKER;
      Browser browser = in(role);
      assertThat(browser.get(person.href() + "/time").status())
          .as(role.code())
          .isEqualTo(answers ? 200 : 404);
      if (!answers) {
        browser.post(
            person.href() + "/time", form(browser, "time", code(Way.PHONE, HERE.plusDays(1))));
      }
    }
    assertThat(booked()).isZero();
  }

  @Test
  void a_time_beside_the_conversation_is_booked_by_one_press_and_once() {
    ours().room("Blå rummet");
    receives(ours(), staff.add(Role.RECEPTION).staff());
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser reception = in(Role.RECEPTION);
    String page = reception.get(person.href()).body();
    var button = Pattern.compile("name=\"time\" value=\"([^\"]+)\"").matcher(page);
    assertThat(button.find()).isTrue();
    Map<String, String> form = form(reception, "time", button.group(1));
    for (int press = 0; press < 2; press++) {
      assertThat(reception.post(person.href() + "/time", form).location()).isEqualTo(person.href());
    }
    assertThat(booked()).isOne();
    assertThat(
            people.count(
                "select count(*) from contact.taken t join contact.meeting m on m.id = t.meeting"))
        .as("four quarters of a worker and of a room")
        .isEqualTo(8);
    assertThat(people.log(person.thread())).containsOnlyOnce("book_time:done");
    assertThat(events.of(TimeBooked.class)).anyMatch(one -> one.thread().equals(person.thread()));
    assertThat(reception.get(person.href()).body()).contains("Hos oss, ", "Blå rummet", "Byt tid");
    assertThat(Sides.on(Side.FRONT, () -> front.had(Queue.SUPPORT, person.token())))
        .as("a time booked by us is found under her words")
        .hasValueSatisfying(had -> assertThat(had.cancelled()).isFalse());
    assertThat(reception.get("/staff/times?day=" + HERE.toLocalDate()).body())
        .contains("Blå rummet", person.href());
  }

  @Test
  void a_time_that_was_booked_in_the_chat_stands_beside_it_and_in_the_day() {
    ours().room("Blå rummet");
    receives(ours(), staff.add(Role.RECEPTION).staff());
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    assertThat(chooses(person, Way.ON_SITE, HERE.plusHours(3))).isInstanceOf(Chosen.Stands.class);
    Browser reception = in(Role.RECEPTION);
    assertThat(reception.get(person.href()).body()).contains("kl. 13:00", "Byt tid");
    assertThat(reception.get("/staff/times?view=week&day=" + HERE.toLocalDate()).body())
        .contains("13:00–14:00", person.href());
    assertThat(reception.get("/staff/times?day=" + HERE.toLocalDate()).body())
        .contains("Personen själv");
  }

  @Test
  void it_is_moved_in_one_step_and_taken_back_and_each_is_in_the_log() {
    ours().room("Blå rummet");
    receives(ours(), staff.add(Role.RECEPTION).staff());
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser reception = in(Role.RECEPTION);
    ZonedDateTime first = HERE.plusDays(1);
    reception.post(person.href() + "/time", form(reception, "time", code(Way.ON_SITE, first)));
    String id = people.text("select id::text from contact.meeting");
    assertThat(reception.get(person.href() + "/time?before=" + id).body())
        .contains("Personen har tiden");
    reception.post(
        person.href() + "/time",
        form(reception, "time", code(Way.PHONE, first.plusHours(2)), "before", id));
    assertThat(
            people.text(
                "select way || ' ' || version from contact.meeting where id = '" + id + "'"))
        .isEqualTo("phone 2");
    assertThat(people.count("select count(*) from contact.taken")).isEqualTo(4);
    reception.post(person.href() + "/time", form(reception, "cancel", id));
    assertThat(booked()).isZero();
    assertThat(people.count("select count(*) from contact.taken")).isZero();
    assertThat(people.log(person.thread()))
        .contains("book_time:done", "move_time:done", "cancel_time:done");
    assertThat(events.of(TimeCancelled.class))
        .anyMatch(one -> one.thread().equals(person.thread()));
    assertThat(Sides.on(Side.FRONT, () -> front.had(Queue.SUPPORT, person.token())))
        .as("she is told that it was taken back")
        .hasValueSatisfying(had -> assertThat(had.cancelled()).isTrue());
    Browser.Answer again =
        reception.post(
            person.href() + "/time", form(reception, "before", id, "time", code(Way.PHONE, first)));
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body()).contains("Den tiden har redan börjat, eller är borttagen.");
  }

  private Browser.Answer wishes(
      Browser browser, People.Person person, LocalDateTime at, String way) {
    return browser.post(
        person.href() + "/time",
        form(
            browser,
            "date",
            at.toLocalDate().toString(),
            "clock",
            at.toLocalTime().toString(),
            "way",
            way));
  }

  @Test
  void a_wish_that_cannot_be_has_one_sentence_and_the_nearest_free_times() {
    UUID room = ours().room("Blå rummet");
    UUID worker = receives(ours(), staff.add(Role.RECEPTION).staff());
    UUID other = ours().worker(UUID.randomUUID());
    ours().acute(other, 2, 8, room);
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser reception = in(Role.RECEPTION);
    LocalDateTime now = HERE.toLocalDateTime();
    refused(wishes(reception, person, now.minusHours(1), "phone"), "Den tiden har redan varit.");
    refused(wishes(reception, person, now.plusDays(5), "phone"), "Den dagen har vi stängt.");
    refused(wishes(reception, person, now.plusHours(8), "phone"), "Ingen tar emot då.");
    refused(
        wishes(reception, person, now.plusDays(1).withHour(8), "on_site"),
        "Det är en akut tid. Den släpps samma dag.");
    refused(
        wishes(reception, person, LocalDateTime.of(2027, 3, 28, 2, 30), "phone"),
        "Den timmen finns inte");
    people.byHand(
        "insert into contact.absence (id, worker, from_at, until_at, made_by, made_at) values (?, ?, ?::timestamptz, ?::timestamptz, ?, ?::timestamptz)",
        UUID.randomUUID(),
        worker,
        MONDAY.plus(Duration.ofDays(2)).toString(),
        MONDAY.plus(Duration.ofDays(3)).toString(),
        UUID.randomUUID(),
        MONDAY.toString());
    refused(
        wishes(reception, person, now.plusDays(2), "phone"), "Den som tar emot då är inte här.");
    people.byHand("update contact.room set in_use = false");
    refused(wishes(reception, person, now.plusDays(1), "on_site"), "Inget rum är ledigt då.");
    wishes(reception, person, now.plusDays(1), "phone");
    refused(wishes(reception, person, now.plusDays(1), "phone"), "Personen har redan en tid då.");
    People.Person second = people.writes(Queue.SUPPORT, "Hej");
    refused(wishes(reception, second, now.plusDays(1), "phone"), "Tiden är upptagen.");
    assertThat(booked()).isOne();
    assertThat(people.log(person.thread())).contains("book_time:refused");
  }

  private static void refused(Browser.Answer answer, String sentence) {
    assertThat(answer.status()).as(sentence).isEqualTo(422);
    assertThat(answer.body()).contains(sentence);
    if (!sentence.startsWith("Personen har")) {
      assertThat(answer.body()).contains("De här tiderna är närmast:");
    }
  }

  @Test
  void what_cannot_be_read_comes_back_beside_its_field() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser reception = in(Role.RECEPTION);
    Browser.Answer answer =
        reception.post(
            person.href() + "/time", form(reception, "date", "i morgon", "clock", "<b>"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains(
            "Skriv en dag, till exempel",
            "Skriv en tid, till exempel",
            "Välj hur ni ska träffas.",
            "value=\"i morgon\"",
            "&lt;b>");
    assertThat(reception.get(person.href()).body()).contains("Inga tider är lediga");
  }

  @Test
  void never_one_who_knows_her_not_even_when_she_is_named_and_nobody_hears_why() {
    ours().room("Blå rummet");
    TestStaff.Person cousin = staff.add(Role.RECEPTION);
    UUID worker = receives(ours(), cousin.staff());
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    people.byHand(
        "insert into contact.conflict (thread, staff, at) values (?, ?, ?::timestamptz)",
        person.thread(),
        cousin.staff(),
        MONDAY.toString());
    Browser reception = in(Role.RECEPTION);
    assertThat(reception.get(person.href() + "/time").body()).contains("Inga tider är lediga");
    Browser.Answer named =
        reception.post(
            person.href() + "/time",
            form(
                reception,
                "date",
                HERE.toLocalDate().plusDays(1).toString(),
                "clock",
                "10:00",
                "way",
                "phone",
                "worker",
                worker.toString()));
    assertThat(named.status()).isEqualTo(422);
    assertThat(named.body()).contains("Tiden är upptagen.").doesNotContain("jäv", "känner");
    assertThat(chooses(person, Way.PHONE, HERE.plusDays(1))).isInstanceOf(Chosen.Taken.class);
    assertThat(
            Sides.on(
                Side.FRONT,
                () -> front.offer(Queue.SUPPORT, person.token(), "sv").orElseThrow().free()))
        .isEmpty();
    People.Person stranger = people.writes(Queue.SUPPORT, "Hej");
    assertThat(chooses(stranger, Way.PHONE, HERE.plusDays(1))).isInstanceOf(Chosen.Stands.class);
  }

  @Test
  void somebody_of_the_other_side_is_never_received_in_the_same_house_within_the_margin() {
    ours().room("Blå rummet");
    receives(ours(), staff.add(Role.RECEPTION).staff());
    theirs().room("Gröna rummet");
    receives(theirs(), staff.add(Role.CHANGE_WORKER).staff());
    People.Person woman = people.writes(Queue.SUPPORT, "Hej");
    People.Person man = people.writes(Queue.CHANGE, "Hej");
    ZonedDateTime noon = HERE.plusDays(1).withHour(12);
    assertThat(chooses(woman, Way.ON_SITE, noon)).isInstanceOf(Chosen.Stands.class);
    Browser change = in(Role.CHANGE_WORKER);
    for (ZonedDateTime near : new ZonedDateTime[] {noon.minusHours(1), noon, noon.plusHours(1)}) {
      Browser.Answer answer = wishes(change, man, near.toLocalDateTime(), "on_site");
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.body())
          .as("in the words of an occupied time")
          .containsAnyOf("Tiden är upptagen.", "Inget rum är ledigt då.");
      assertThat(chooses(man, Way.ON_SITE, near)).isInstanceOf(Chosen.Taken.class);
    }
    assertThat(
            people.count("select count(*) from contact_perpetrator.meeting where state = 'booked'"))
        .isZero();
    assertThat(chooses(man, Way.PHONE, noon)).as("by telephone").isInstanceOf(Chosen.Stands.class);
    assertThat(chooses(man, Way.ON_SITE, noon.plusHours(2))).isInstanceOf(Chosen.Stands.class);
    Browser reception = in(Role.RECEPTION);
    assertThat(wishes(reception, woman, noon.plusHours(3).toLocalDateTime(), "on_site").status())
        .isEqualTo(422);
  }

  @Test
  void an_acute_time_is_given_on_the_day_and_not_before() {
    UUID room = ours().room("Blå rummet");
    UUID worker = ours().worker(staff.add(Role.RECEPTION).staff());
    ours().acute(worker, 1, 14, room);
    ours().acute(worker, 2, 14, room);
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    assertThat(chooses(person, Way.ON_SITE, HERE.plusDays(1).withHour(14)))
        .isInstanceOf(Chosen.Taken.class);
    assertThat(chooses(person, Way.ON_SITE, HERE.withHour(14))).isInstanceOf(Chosen.Stands.class);
    assertThat(people.text("select kind from contact.meeting where state = 'booked'"))
        .isEqualTo("acute");
  }

  @Test
  void a_booked_time_keeps_the_way_back_until_the_day_after_and_no_words() {
    ours().room("Blå rummet");
    receives(ours(), staff.add(Role.RECEPTION).staff());
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    ZonedDateTime far = HERE.plusDays(11);
    assertThat(chooses(person, Way.PHONE, far)).isInstanceOf(Chosen.Stands.class);
    Browser reception = in(Role.RECEPTION);
    reception.post(person.href() + "/close", form(reception));
    clock.advance(Duration.ofDays(3));
    destruction.run();
    assertThat(people.count("select count(*) from contact.thread where id = ?", person.thread()))
        .isOne();
    assertThat(
            people.count("select count(*) from contact.message where thread = ?", person.thread()))
        .isZero();
    clock.set(far.toInstant().plus(Duration.ofDays(2)));
    destruction.run();
    assertThat(people.count("select count(*) from contact.thread where id = ?", person.thread()))
        .isZero();
    assertThat(people.count("select count(*) from contact.meeting")).isZero();
  }

  @Test
  void whoever_has_everything_destroyed_has_no_time_either_and_it_is_free_again() {
    ours().room("Blå rummet");
    receives(ours(), staff.add(Role.RECEPTION).staff());
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    ZonedDateTime noon = HERE.plusDays(1).withHour(12);
    chooses(person, Way.ON_SITE, noon);
    people.byHand("delete from contact.thread where id = ?", person.thread());
    assertThat(people.count("select count(*) from contact.taken")).isZero();
    assertThat(chooses(people.writes(Queue.SUPPORT, "Hej"), Way.ON_SITE, noon))
        .isInstanceOf(Chosen.Stands.class);
  }
}
