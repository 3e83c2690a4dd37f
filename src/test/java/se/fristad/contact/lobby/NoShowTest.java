package se.fristad.contact.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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
import se.fristad.contact.LadderClimbed;
import se.fristad.contact.People;
import se.fristad.contact.Queue;
import se.fristad.contact.Step;
import se.fristad.contact.reception.Calendar;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestEvents;
import se.fristad.retention.Destruction;
import se.fristad.vault.Sides;
import se.fristad.vault.Sweep;

/// Somebody who had a time did not come: nothing goes out by itself, and nobody is met with
/// silence.
@FristadTest
@DisplayName("Those who did not come")
class NoShowTest {
  private static final Instant MONDAY = Calendar.monday();

  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private TestEvents events;
  @Autowired private People people;
  @Autowired private Destruction destruction;
  @Autowired private List<Sweep> sweeps;
  @LocalServerPort private int port;

  @BeforeEach
  void nobody_is_missed() {
    afterwards();
    clock.set(MONDAY.plusSeconds(30));
    events.forget();
  }

  @AfterEach
  void afterwards() {
    people.byHand("delete from contact.thread");
    people.byHand("delete from contact.arrival_count");
    new Calendar(people, "contact").empty();
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

  private void sweep(String name) {
    sweeps.stream()
        .filter(one -> one.name().equals(name))
        .forEach(one -> Sides.run(one.side(), () -> one.sweep(clock.instant())));
  }

  private record Booked(People.Person person, UUID meeting) {
    String href() {
      return person.href() + "/missed";
    }
  }

  /// Somebody who has a time at ten.
  private Booked booked() {
    Calendar ours = new Calendar(people, "contact");
    UUID room = ours.room("Blå rummet");
    UUID worker = ours.worker(staff.add(Role.CASEWORKER).staff());
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    return new Booked(person, ours.booked(worker, room, person.thread(), MONDAY));
  }

  /// Somebody who had a time at ten and was found not to have come.
  private Booked missed() {
    Booked booked = booked();
    clock.set(MONDAY.plus(Duration.ofMinutes(21)));
    sweep("find-no-shows");
    return booked;
  }

  private String outcome() {
    return people.text("select coalesce(outcome, 'open') from contact.no_show");
  }

  private Browser.Answer ends(Browser browser, Booked booked, String outcome, String words) {
    return browser.post(
        booked.href(),
        form(
            browser,
            "meeting",
            booked.meeting().toString(),
            "message",
            UUID.randomUUID().toString(),
            "outcome",
            outcome,
            "missed_words",
            words));
  }

  @Test
  void after_twenty_minutes_without_a_tick_the_task_begins_once_and_nothing_is_sent() {
    Booked booked = booked();
    clock.set(MONDAY.plus(Duration.ofMinutes(19)));
    sweep("find-no-shows");
    assertThat(people.count("select count(*) from contact.no_show")).isZero();
    clock.set(MONDAY.plus(Duration.ofMinutes(21)));
    sweep("find-no-shows");
    sweep("find-no-shows");
    assertThat(outcome()).isEqualTo("open");
    assertThat(people.text("select state from contact.arrival")).isEqualTo("absent");
    assertThat(people.text("select what || ' ' || number from contact.arrival_count"))
        .isEqualTo("did_not_come 1");
    assertThat(people.log(booked.person().thread())).containsOnlyOnce("remind:done");
    assertThat(events.of(DidNotCome.class))
        .singleElement()
        .satisfies(one -> assertThat(one.meeting()).isEqualTo(booked.meeting()));
    assertThat(people.count("select count(*) from contact.message where sender = 'staff'"))
        .isZero();
    Browser reception = in(Role.RECEPTION);
    assertThat(reception.get("/staff/desk").body()).contains("Kom inte: ta reda på", booked.href());
    assertThat(in(Role.CASEWORKER).get("/staff/day").body())
        .contains("1 person kom inte till sin tid");
    assertThat(reception.get(booked.person().href()).body()).contains(booked.href());
    assertThat(in(Role.HEAD).get("/staff/desk").body()).contains("Kom inte: ta reda på");
  }

  @Test
  void whoever_is_late_is_given_as_long_again_and_who_has_come_is_not_missed() {
    Booked booked = booked();
    Browser reception = in(Role.RECEPTION);
    clock.set(MONDAY.plus(Duration.ofMinutes(15)));
    reception.post(
        "/staff/desk/tick",
        form(reception, "meeting", booked.meeting().toString(), "state", "late"));
    clock.set(MONDAY.plus(Duration.ofMinutes(34)));
    sweep("find-no-shows");
    assertThat(people.count("select count(*) from contact.no_show")).isZero();
    clock.set(MONDAY.plus(Duration.ofMinutes(36)));
    sweep("find-no-shows");
    assertThat(outcome()).isEqualTo("open");
    reception.post(
        "/staff/desk/come",
        form(
            reception,
            "id",
            UUID.randomUUID().toString(),
            "meeting",
            booked.meeting().toString(),
            "sign",
            "white_1",
            "language",
            "sv",
            "interpreter",
            "no"));
    assertThat(outcome()).as("she came after all").isEqualTo("was_here");
    assertThat(
            people.text(
                "select string_agg(what, ' ' order by what) from contact.arrival_count where number > 0"))
        .isEqualTo("came came_late");
    sweep("find-no-shows");
    assertThat(people.count("select count(*) from contact.no_show")).isOne();
  }

  @Test
  void a_time_by_telephone_is_missed_only_when_somebody_says_so() {
    Calendar ours = new Calendar(people, "contact");
    UUID worker = ours.worker(staff.add(Role.CASEWORKER).staff());
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    UUID meeting = ours.booked(worker, null, person.thread(), MONDAY);
    clock.set(MONDAY.plus(Duration.ofMinutes(50)));
    sweep("find-no-shows");
    assertThat(people.count("select count(*) from contact.no_show")).isZero();
    Browser reception = in(Role.RECEPTION);
    reception.post(
        "/staff/desk/tick", form(reception, "meeting", meeting.toString(), "state", "absent"));
    assertThat(outcome()).isEqualTo("open");
    reception.post(
        "/staff/desk/tick", form(reception, "meeting", meeting.toString(), "state", "back"));
    assertThat(people.count("select count(*) from contact.no_show")).isZero();
  }

  @Test
  void by_default_nothing_may_be_sent_and_the_page_says_what_to_do_instead() {
    Booked booked = missed();
    Browser reception = in(Role.RECEPTION);
    assertThat(reception.get(booked.href()).body())
        .contains(
            "Skicka inget till personen.",
            "Du behöver inte förklara något.",
            "Vi skriver i samtalet och väntar")
        .doesNotContain("Ring som det är avtalat");
    assertThat(ends(reception, booked, "wrote", "Vi hade en tid. Skriv när du vill.").location())
        .isEqualTo(booked.person().href());
    assertThat(outcome()).isEqualTo("wrote");
    assertThat(people.count("select count(*) from contact.message where sender = 'staff'")).isOne();
    assertThat(people.log(booked.person().thread())).contains("end_no_show:done", "answer:done");
    assertThat(events.of(NoShowEnded.class))
        .singleElement()
        .satisfies(one -> assertThat(one.outcome()).isEqualTo(NoShow.Outcome.WROTE));
    assertThat(reception.get(booked.href()).body())
        .contains("Vi skriver i samtalet och väntar")
        .doesNotContain("Avsluta uppgiften");
  }

  @Test
  void it_is_not_ended_without_an_answer_and_nothing_typed_is_lost() {
    Booked booked = missed();
    Browser reception = in(Role.RECEPTION);
    Browser.Answer none = ends(reception, booked, "", "Mina egna ord");
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.body()).contains("Välj vad det blev.", "Mina egna ord");
    assertThat(ends(reception, booked, "wrote", "").body()).contains("Skriv något, högst");
    assertThat(ends(reception, booked, "wrote", "Ring 070-123 45 67").body())
        .contains("Ta bort namn, nummer och adresser.");
    assertThat(outcome()).isEqualTo("open");
    assertThat(people.count("select count(*) from contact.message where sender = 'staff'"))
        .isZero();
  }

  @Test
  void where_danger_is_marked_waiting_does_not_end_it() {
    Booked booked = booked();
    people.byHand(
        "insert into contact.handling (thread, danger) values (?, true) on conflict (thread) do update set danger = true",
        booked.person().thread());
    clock.set(MONDAY.plus(Duration.ofMinutes(21)));
    sweep("find-no-shows");
    assertThat(
            people.text(
                "select extract(epoch from due_at - found_at)::integer::text from contact.no_show"))
        .as("half an hour")
        .isEqualTo("1800");
    Browser reception = in(Role.RECEPTION);
    assertThat(reception.get(booked.href()).body())
        .contains("Fara är markerad.", "chefen")
        .doesNotContain("Vi skriver i samtalet och väntar", "Ring som det är avtalat");
    Browser.Answer waits = ends(reception, booked, "waits", "");
    assertThat(waits.status()).isEqualTo(422);
    assertThat(waits.body()).contains("Då räcker det inte att vänta");
    assertThat(people.log(booked.person().thread())).contains("end_no_show:refused");
    ends(reception, booked, "passed_on", "");
    assertThat(outcome()).isEqualTo("passed_on");
  }

  @Test
  void it_is_not_there_for_one_who_does_not_receive_or_who_knows_her() {
    Booked booked = missed();
    for (Role role : List.of(Role.CHANGE_WORKER, Role.NURSE, Role.HEAD, Role.LOG_REVIEWER)) {
      Browser browser = in(role);
      assertThat(browser.get(booked.href()).status()).as(role.code()).isEqualTo(404);
      assertThat(ends(browser, booked, "waits", "").status()).as(role.code()).isEqualTo(404);
    }
    TestStaff.Person cousin = staff.add(Role.RECEPTION);
    people.byHand(
        "insert into contact.conflict (thread, staff, at) values (?, ?, ?::timestamptz)",
        booked.person().thread(),
        cousin.staff(),
        MONDAY.toString());
    Browser knows = staff.logIn(cousin, port);
    assertThat(knows.get(booked.href()).status()).isEqualTo(404);
    assertThat(knows.get("/staff/desk").body()).doesNotContain(booked.href());
    assertThat(ends(knows, booked, "waits", "").status()).isEqualTo(404);
    assertThat(outcome()).isEqualTo("open");
  }

  @Test
  void what_is_overdue_climbs_the_ladder_once_and_stands_in_the_inbox() {
    Booked booked = missed();
    clock.set(MONDAY.plus(Duration.ofHours(4)));
    sweep("climb-ladder");
    assertThat(events.of(LadderClimbed.class)).noneMatch(one -> one.step() == Step.NO_SHOW);
    clock.set(MONDAY.plus(Duration.ofMinutes(4 * 60 + 22)));
    sweep("climb-ladder");
    sweep("climb-ladder");
    assertThat(events.of(LadderClimbed.class))
        .filteredOn(one -> one.step() == Step.NO_SHOW)
        .singleElement()
        .satisfies(one -> assertThat(one.thread()).isEqualTo(booked.person().thread()));
    assertThat(in(Role.RECEPTION).get("/staff/desk").body()).contains("skulle varit klart");
    assertThat(people.count("select count(*) from contact.reminder where step = 'no_show'"))
        .isOne();
  }

  @Test
  void her_conversation_stands_as_a_way_back_until_somebody_has_found_out() {
    Booked booked = missed();
    clock.set(MONDAY.plus(Duration.ofDays(45)));
    destruction.run();
    assertThat(people.count("select count(*) from contact.message")).as("the words die").isZero();
    assertThat(people.count("select count(*) from contact.thread")).isOne();
    people.byHand("update contact.no_show set outcome = 'waits', ended_at = found_at");
    destruction.run();
    assertThat(
            people.count(
                "select count(*) from contact.thread where id = ?", booked.person().thread()))
        .isZero();
    assertThat(people.count("select count(*) from contact.no_show")).isZero();
    assertThat(people.text("select what || ' ' || number from contact.arrival_count"))
        .isEqualTo("did_not_come 1");
  }
}
