package se.fristad.contact.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
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
import se.fristad.contact.People;
import se.fristad.contact.Queue;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestEvents;

/// Who receives when, the rooms, who is away, and groups: set up by those who may, each side its
/// own.
@FristadTest
@DisplayName("Setting up the reception")
class SetUpTest {
  private static final Instant MONDAY = Calendar.monday();
  private static final LocalDate DAY = MONDAY.atZone(OpeningHours.HERE).toLocalDate();
  private static final String HOME = SetUpPages.HOME;
  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private TestEvents events;
  @Autowired private People people;
  @LocalServerPort private int port;

  @BeforeEach
  void nothing_is_set_up() {
    people.byHand("delete from contact.thread");
    new Calendar(people, "contact").empty();
    new Calendar(people, "contact_perpetrator").empty();
    clock.set(MONDAY);
  }

  @AfterEach
  void and_nothing_afterwards() {
    new Calendar(people, "contact").empty();
    new Calendar(people, "contact_perpetrator").empty();
    clock.reset();
  }

  private Browser in(Role role) {
    return staff.logIn(staff.add(role), port);
  }

  private static Map<String, String> form(Browser browser, String... fields) {
    Map<String, String> form = new HashMap<>();
    form.put("_form", browser.get("/staff/roles").token());
    for (int at = 0; at < fields.length; at += 2) {
      form.put(fields[at], fields[at + 1]);
    }
    return form;
  }

  @Test
  void it_is_there_for_those_who_may_and_each_side_sees_its_own() {
    new Calendar(people, "contact").room("Blå rummet");
    new Calendar(people, "contact_perpetrator").room("Gröna rummet");
    assertThat(in(Role.RECEPTION).get(HOME).body())
        .contains("Blå rummet")
        .doesNotContain("Gröna rummet");
    assertThat(in(Role.CHANGE_WORKER).get(HOME).body())
        .contains("Gröna rummet")
        .doesNotContain("Blå rummet");
    assertThat(in(Role.RECEPTION).get(HOME + "?queue=change").status()).isEqualTo(404);
    assertThat(in(Role.CASEWORKER).get(HOME).status()).isEqualTo(404);
    Browser head = in(Role.HEAD);
    assertThat(head.get(HOME + "?queue=change").body()).contains("Gröna rummet");
    assertThat(head.get(HOME).body()).contains("Blå rummet", "Ingen tar emot ännu");
    assertThat(in(Role.CASEWORKER).get("/staff/times").body())
        .contains("Inget är bokat")
        .doesNotContain("Ställ in mottagningen");
  }

  @Test
  void a_room_is_kept_once_and_what_cannot_be_right_comes_back_beside_its_field() {
    Browser reception = in(Role.RECEPTION);
    String id = UUID.randomUUID().toString();
    Browser.Answer wrong =
        reception.post(
            HOME + "/room",
            form(
                reception,
                "queue",
                "support",
                "id",
                id,
                "version",
                "0",
                "name",
                "a".repeat(41),
                "seats",
                "många"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body())
        .contains(
            "Skriv vad rummet heter, högst 40 tecken.",
            "Skriv hur många som får plats, 1 till 60.",
            "Välj om rummet används.",
            "value=\"många\"");
    Map<String, String> room =
        form(
            reception,
            "queue",
            "support",
            "id",
            id,
            "version",
            "0",
            "name",
            "Blå rummet",
            "seats",
            "6",
            "in_use",
            "yes");
    assertThat(reception.post(HOME + "/room", room).location()).startsWith(HOME);
    assertThat(reception.post(HOME + "/room", room).status())
        .as("sent again it is another's change")
        .isEqualTo(422);
    assertThat(people.count("select count(*) from contact.room where id = ?", UUID.fromString(id)))
        .isOne();
    assertThat(people.log(UUID.fromString(id))).contains("change:done", "change:refused");
    assertThat(events.of(ReceptionChanged.class))
        .anyMatch(one -> one.id().toString().equals(id) && one.what().equals("room"));
    Browser.Answer twin =
        reception.post(
            HOME + "/room",
            form(
                reception,
                "queue",
                "support",
                "id",
                UUID.randomUUID().toString(),
                "version",
                "0",
                "name",
                "Blå rummet",
                "seats",
                "2",
                "in_use",
                "yes"));
    assertThat(twin.body()).contains("Det finns redan ett rum som heter så.");
  }

  private UUID receives(Browser reception, UUID who) {
    String location =
        reception
            .post(
                HOME + "/worker",
                form(
                    reception,
                    "queue",
                    "support",
                    "staff",
                    who.toString(),
                    "languages",
                    "ar",
                    "competences",
                    "honour"))
            .location();
    return UUID.fromString(location.substring(location.length() - 36));
  }

  @Test
  void somebody_receives_at_hours_that_do_not_lie_over_each_other() {
    Browser reception = in(Role.RECEPTION);
    UUID worker = receives(reception, staff.add(Role.CASEWORKER).staff());
    Map<String, String> hours =
        form(
            reception,
            "queue",
            "support",
            "id",
            UUID.randomUUID().toString(),
            "worker",
            worker.toString(),
            "kind",
            "ordinary",
            "day",
            "MONDAY",
            "starts",
            "09:00",
            "ends",
            "12:00",
            "minutes",
            "60",
            "ways",
            "phone",
            "from",
            DAY.toString());
    assertThat(reception.post(HOME + "/hours", hours).location()).contains(worker.toString());
    assertThat(reception.post(HOME + "/hours", hours).status()).as("twice is once").isEqualTo(303);
    assertThat(people.count("select count(*) from contact.hours")).isOne();
    assertThat(people.log(worker)).contains("change:done", "set_hours:done");
    hours.put("id", UUID.randomUUID().toString());
    hours.put("starts", "11:00");
    Browser.Answer over = reception.post(HOME + "/hours", hours);
    assertThat(over.status()).isEqualTo(422);
    assertThat(over.body()).contains("Tiderna krockar med andra tider", "value=\"11:00\"");
    hours.put("starts", "13:10");
    hours.put("ends", "13:00");
    assertThat(reception.post(HOME + "/hours", hours).body()).contains("Skriv en tid på hel kvart");
    hours.put("kind", "acute");
    hours.put("starts", "13:00");
    hours.put("ends", "14:00");
    hours.put("ways", "on_site");
    assertThat(reception.post(HOME + "/hours", hours).body())
        .contains("En akut tid hos oss håller ett rum.");
    String id = people.text("select id::text from contact.hours");
    reception.post(
        HOME + "/hours",
        form(reception, "queue", "support", "worker", worker.toString(), "end", id));
    assertThat(people.count("select count(*) from contact.hours where valid_until is null"))
        .isZero();
    assertThat(people.log(worker)).contains("end_hours:done", "set_hours:refused");
  }

  @Test
  void an_absence_says_how_many_booked_times_must_be_moved_and_marks_them() {
    Browser reception = in(Role.RECEPTION);
    UUID worker = receives(reception, staff.add(Role.CASEWORKER).staff());
    new Calendar(people, "contact").hours(worker, 1, 9, 16);
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    String time = "phone." + MONDAY.plus(Duration.ofHours(3)).getEpochSecond() / 60 + ".60";
    reception.post(
        person.href() + "/time", form(reception, "id", UUID.randomUUID().toString(), "time", time));
    Map<String, String> away =
        form(
            reception,
            "queue",
            "support",
            "id",
            UUID.randomUUID().toString(),
            "what",
            worker.toString(),
            "from",
            DAY.toString(),
            "from_time",
            "12:00",
            "until",
            DAY.minusDays(1).toString(),
            "until_time",
            "16:00");
    Browser.Answer wrong = reception.post(HOME + "/absence", away);
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("Slutet ska ligga efter början.");
    away.put("until", DAY.toString());
    String next = reception.post(HOME + "/absence", away).location();
    assertThat(reception.get(next).body()).contains("1 bokad tid ligger då och måste flyttas.");
    assertThat(reception.get("/staff/times?day=" + DAY).body())
        .contains("Måste flyttas", "1 tid måste flyttas");
    UUID absence = UUID.fromString(people.text("select id::text from contact.absence"));
    assertThat(people.log(absence)).contains("change:done");
    reception.post(
        HOME + "/absence", form(reception, "queue", "support", "absence", absence.toString()));
    assertThat(people.count("select count(*) from contact.absence")).isZero();
    assertThat(people.log(absence)).contains("take_away:done");
  }

  @Test
  void on_a_day_on_which_the_whole_reception_is_closed_nobody_is_booked() {
    Browser reception = in(Role.RECEPTION);
    UUID worker = receives(reception, staff.add(Role.CASEWORKER).staff());
    new Calendar(people, "contact").hours(worker, 1, 9, 16);
    new Calendar(people, "contact").hours(worker, 2, 9, 16);
    reception.post(
        HOME + "/absence",
        form(
            reception,
            "queue",
            "support",
            "id",
            UUID.randomUUID().toString(),
            "what",
            "whole",
            "from",
            DAY.toString(),
            "from_time",
            "00:00",
            "until",
            DAY.toString(),
            "until_time",
            "23:59"));
    assertThat(reception.get(HOME).body()).contains("Hela mottagningen");
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Map<String, String> wish =
        form(reception, "date", DAY.toString(), "clock", "13:00", "way", "phone");
    assertThat(reception.post(person.href() + "/time", wish).body())
        .contains("Den dagen har vi stängt.");
    wish.put("date", DAY.plusDays(1).toString());
    assertThat(reception.post(person.href() + "/time", wish).status()).isEqualTo(303);
  }

  @Test
  void a_group_gives_as_many_places_as_it_has() {
    Browser reception = in(Role.RECEPTION);
    UUID worker = receives(reception, staff.add(Role.CASEWORKER).staff());
    UUID room = new Calendar(people, "contact").room("Stora rummet");
    Map<String, String> group =
        form(
            reception,
            "queue",
            "support",
            "id",
            UUID.randomUUID().toString(),
            "date",
            DAY.plusDays(1).toString(),
            "clock",
            "13:00",
            "minutes",
            "90",
            "worker",
            worker.toString(),
            "room",
            room.toString(),
            "seats",
            "11");
    assertThat(reception.post(HOME + "/group", group).body())
        .contains("högst så många som rummet rymmer");
    group.put("seats", "2");
    assertThat(reception.post(HOME + "/group", group).status()).isEqualTo(303);
    String id = people.text("select id::text from contact.meeting");
    for (int person = 0; person < 3; person++) {
      People.Person one = people.writes(Queue.SUPPORT, "Hej");
      Browser.Answer answer = reception.post(one.href() + "/time", form(reception, "group", id));
      assertThat(answer.status()).isEqualTo(person < 2 ? 303 : 422);
      if (person < 2) {
        assertThat(people.log(one.thread())).contains("join_group:done");
        assertThat(reception.get(one.href()).body()).contains("Grupp, ", "Stora rummet");
      }
    }
    assertThat(people.count("select count(*) from contact.seat")).isEqualTo(2);
    assertThat(reception.get(HOME).body()).contains("Grupp, 2 av 2 platser tagna");
    reception.post(HOME + "/group", form(reception, "queue", "support", "group", id));
    assertThat(people.text("select state from contact.meeting")).isEqualTo("cancelled");
    assertThat(people.log(UUID.fromString(id))).contains("set_up:done", "call_off:done");
  }
}
