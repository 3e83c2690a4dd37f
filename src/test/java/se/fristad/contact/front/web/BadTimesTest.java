package se.fristad.contact.front.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
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
import se.fristad.centre.OpeningHours;
import se.fristad.contact.People;
import se.fristad.contact.Queue;
import se.fristad.contact.reception.Calendar;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.vault.Sides;
import se.fristad.vault.Sweep;

/// Times that cannot be had, on her page and on ours: one sentence and the nearest free ones, never
/// a fault and never a second time.
@FristadTest
@DisplayName("Times that cannot be had")
class BadTimesTest {
  private static final Instant MONDAY = Calendar.monday();
  private static final ZonedDateTime HERE = MONDAY.atZone(OpeningHours.HERE);

  @LocalServerPort private int port;
  @Autowired private TestClock clock;
  @Autowired private TestStaff staff;
  @Autowired private People people;
  @Autowired private List<Sweep> sweeps;

  private Calendar calendar;
  private UUID worker;
  private UUID room;
  private TestStaff.Person who;
  private Visitor visitor;
  private String times;

  @BeforeEach
  void one_receives_every_day() {
    people.byHand("delete from contact.thread");
    calendar = new Calendar(people, "contact");
    calendar.empty();
    room = calendar.room("Blå rummet");
    who = staff.add(Role.RECEPTION);
    worker = calendar.worker(who.staff());
    for (int day = 1; day <= 5; day++) {
      calendar.hours(worker, day, 9, 16);
    }
    clock.set(MONDAY);
    visitor = new Visitor(port);
    times = visitor.post(Visitor.form(visitor.begin("Hej"), "times")).body();
  }

  @AfterEach
  void and_nobody_afterwards() {
    people.byHand("delete from contact.thread");
    calendar.empty();
    clock.reset();
  }

  private static String code(String way, ZonedDateTime at) {
    return way + "." + at.toEpochSecond() / 60 + ".60";
  }

  private HttpResponse<String> chooses(String page, String way, ZonedDateTime at) {
    return visitor.post(Visitor.with(Visitor.form(page, "book"), "time", code(way, at)));
  }

  private static void refused(HttpResponse<String> answer, String sentence) {
    assertThat(answer.statusCode()).as(sentence).isEqualTo(422);
    assertThat(answer.body()).contains(sentence + " Närmast lediga är: ");
  }

  private Browser reception() {
    return staff.logIn(staff.add(Role.RECEPTION), port);
  }

  private Browser.Answer wishes(Browser browser, String href, LocalDateTime at, String way) {
    Map<String, String> form = new HashMap<>();
    form.put("_form", browser.get("/staff/roles").token());
    form.put("id", UUID.randomUUID().toString());
    form.put("date", at.toLocalDate().toString());
    form.put("clock", at.toLocalTime().toString());
    form.put("way", way);
    return browser.post(href + "/time", form);
  }

  private long booked() {
    return people.count("select count(*) from contact.meeting where state = 'booked'");
  }

  private void away(String what, UUID id, ZonedDateTime from, ZonedDateTime until) {
    people.byHand(
        "insert into contact.absence (id, "
            + what
            + ", from_at, until_at, made_by, made_at) values (?, ?, ?::timestamptz, ?::timestamptz, ?, ?::timestamptz)",
        UUID.randomUUID(),
        id,
        from.toInstant().toString(),
        until.toInstant().toString(),
        UUID.randomUUID(),
        MONDAY.toString());
  }

  @Test
  void on_her_page_a_time_that_has_been_and_a_closed_day_are_said_and_the_rest_is_taken() {
    refused(chooses(times, "phone", HERE.minusHours(1)), "Den tiden har redan varit.");
    refused(chooses(times, "phone", HERE.plusDays(5)), "Den dagen har vi stängt.");
    refused(chooses(times, "phone", HERE.withHour(20)), "Den tiden är tagen.");
    // who receives is on leave, and the room is out of order, after the page was drawn
    away("worker", worker, HERE.plusDays(1), HERE.plusDays(2));
    refused(chooses(times, "phone", HERE.plusDays(1)), "Den tiden är tagen.");
    away("room", room, HERE.plusDays(2), HERE.plusDays(3));
    refused(chooses(times, "on_site", HERE.plusDays(2)), "Den tiden är tagen.");
    assertThat(chooses(times, "phone", HERE.plusDays(2)).statusCode())
        .as("the room alone is out of order")
        .isEqualTo(200);
    assertThat(booked()).isOne();
  }

  @Test
  void two_windows_of_hers_are_one_time() {
    assertThat(chooses(times, "phone", HERE.plusDays(1)).statusCode()).isEqualTo(200);
    // the other window does not know of it: what she chooses there becomes her time
    assertThat(chooses(times, "phone", HERE.plusDays(2)).statusCode()).isEqualTo(200);
    assertThat(booked()).isOne();
    assertThat(people.count("select count(*) from contact.taken")).isEqualTo(4);
  }

  @Test
  void the_nights_in_which_the_clock_is_moved_have_one_sentence_on_both_faces() {
    Browser browser = reception();
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser.Answer missing =
        wishes(browser, person.href(), LocalDateTime.of(2027, 3, 28, 2, 30), "phone");
    assertThat(missing.status()).isEqualTo(422);
    assertThat(missing.body()).contains("Den timmen finns inte", "De här tiderna är närmast:");
    Browser.Answer twice =
        wishes(browser, person.href(), LocalDateTime.of(2027, 10, 31, 2, 30), "phone");
    assertThat(twice.status()).isEqualTo(422);
    assertThat(twice.body()).contains("Den dagen har vi stängt.", "De här tiderna är närmast:");
    for (LocalDate night : List.of(LocalDate.of(2027, 3, 28), LocalDate.of(2027, 10, 31))) {
      refused(
          chooses(times, "phone", night.atTime(2, 30).atZone(OpeningHours.HERE)),
          "Den dagen har vi stängt.");
    }
    assertThat(booked()).isZero();
  }

  @Test
  void leave_and_a_room_out_of_order_have_one_sentence_on_our_page() {
    Browser browser = reception();
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    away("worker", worker, HERE.plusDays(1), HERE.plusDays(2));
    Browser.Answer leave =
        wishes(browser, person.href(), HERE.plusDays(1).toLocalDateTime(), "phone");
    assertThat(leave.status()).isEqualTo(422);
    assertThat(leave.body())
        .contains("Den som tar emot då är inte här.", "De här tiderna är närmast:");
    away("room", room, HERE.plusDays(2), HERE.plusDays(3));
    Browser.Answer order =
        wishes(browser, person.href(), HERE.plusDays(2).toLocalDateTime(), "on_site");
    assertThat(order.status()).isEqualTo(422);
    assertThat(order.body()).contains("Inget rum är ledigt då.", "De här tiderna är närmast:");
    assertThat(people.log(person.thread())).contains("book_time:refused");
  }

  @Test
  void what_she_moves_or_calls_off_herself_marks_the_interpreter_for_us() {
    calendar.agency("Språkbyrån", "ar");
    String mine = chooses(times, "phone", HERE.plusDays(2)).body();
    UUID meeting = people.id("select id from contact.meeting");
    people.byHand(
        "insert into contact.interpreter (meeting, reference, language, elsewhere, way, state, agency, number, ordered_for, changed_at, changed_by)"
            + " values (?, 'QX7K2MNP', 'ar', true, 'phone', 'confirmed', (select id from contact.agency), '4711', ?::timestamptz, ?::timestamptz, ?)",
        meeting,
        HERE.plusDays(2).toInstant().toString(),
        MONDAY.toString(),
        UUID.randomUUID());
    String moved = chooses(mine, "phone", HERE.plusDays(3)).body();
    Browser browser = reception();
    assertThat(browser.get("/staff/times?day=" + HERE.plusDays(3).toLocalDate()).body())
        .contains("tolken är beställd till en annan tid");
    assertThat(browser.get("/staff/times?day=" + HERE.toLocalDate()).body())
        .contains("Avbeställ tolken: Arabiska");
    visitor.post(Visitor.form(moved, "unbook"));
    assertThat(browser.get("/staff/times?day=" + HERE.toLocalDate()).body())
        .contains("Avbeställ tolken: Arabiska");
  }

  @Test
  void who_knows_her_is_not_hers_after_she_has_moved_her_time_either() {
    String mine = chooses(times, "phone", HERE.plusDays(1)).body();
    UUID thread = people.id("select thread from contact.meeting");
    // of two who have as much the one with the lower id is tried first: not this one
    UUID other = new UUID(Long.MAX_VALUE, -1);
    people.byHand("insert into contact.worker (id, staff) values (?, ?)", other, UUID.randomUUID());
    for (int day = 1; day <= 5; day++) {
      calendar.hours(other, day, 9, 16);
    }
    people.byHand(
        "insert into contact.conflict (thread, staff, at) values (?, ?, ?::timestamptz)",
        thread,
        who.staff(),
        MONDAY.toString());
    for (int days = 2; days < 5; days++) {
      mine = chooses(mine, "phone", HERE.plusDays(days)).body();
      assertThat(people.id("select worker from contact.meeting where state = 'booked'"))
          .isEqualTo(other);
    }
    String off = visitor.post(Visitor.form(mine, "unbook")).body();
    assertThat(chooses(off, "phone", HERE.plusDays(1)).statusCode()).isEqualTo(200);
    assertThat(people.id("select worker from contact.meeting where state = 'booked'"))
        .as("after it was called off, too")
        .isEqualTo(other);
  }

  @Test
  void a_group_that_has_been_leaves_no_row() {
    UUID group = UUID.randomUUID();
    people.byHand(
        "insert into contact.meeting (id, kind, way, worker, room, from_at, until_at, seats, booked_at)"
            + " values (?, 'group', 'on_site', ?, ?, ?::timestamptz, ?::timestamptz, 8, ?::timestamptz)",
        group,
        worker,
        room,
        MONDAY.toString(),
        HERE.plusHours(1).toInstant().toString(),
        MONDAY.toString());
    clock.set(HERE.plusHours(25).minusMinutes(1).toInstant());
    end();
    assertThat(people.count("select count(*) from contact.meeting where id = ?", group)).isOne();
    clock.advance(java.time.Duration.ofMinutes(2));
    end();
    assertThat(people.count("select count(*) from contact.meeting where id = ?", group)).isZero();
    assertThat(people.log(group)).containsExactly("end_group:done");
  }

  private void end() {
    for (Sweep sweep : sweeps) {
      if (sweep.name().equals("end-groups")) {
        Sides.run(sweep.side(), () -> sweep.sweep(clock.instant()));
      }
    }
  }

  @Test
  void the_link_of_a_video_time_is_written_by_us_and_read_by_her_alone() {
    String mine = chooses(times, "video", HERE.plusDays(1)).body();
    assertThat(mine).contains("Länken skriver vi här i samtalet");
    UUID thread = people.id("select thread from contact.meeting");
    String meeting = people.text("select id::text from contact.meeting");
    String href = "/staff/inbox/support/" + thread;
    for (Role role : Role.values()) {
      boolean answers =
          role == Role.RECEPTION || role == Role.CASEWORKER || role == Role.TREATMENT_WORKER;
      assertThat(staff.logIn(staff.add(role), port).get(href + "/link?meeting=" + meeting).status())
          .as(role.code())
          .isEqualTo(answers ? 200 : 404);
    }
    Browser browser = reception();
    assertThat(browser.get(href).body()).contains(href + "/link?meeting=" + meeting);
    for (String wrong : List.of("", "http://video.example/1", "ring mig", "https://a@b.example/")) {
      Browser.Answer no = link(browser, href, meeting, wrong);
      assertThat(no.status()).as(wrong).isEqualTo(422);
      assertThat(no.body()).contains("Skriv en hel adress som börjar med https");
    }
    String link = "https://video.example/rum/7f3a";
    assertThat(link(browser, href, meeting, link).location()).isEqualTo(href);
    assertThat(people.log(thread)).contains("write_link:refused", "write_link:done");
    assertThat(people.text("select encode(link, 'escape') from contact.meeting"))
        .doesNotContain("video.example");
    assertThat(visitor.post(Visitor.form(mine, "times")).body())
        .contains("Länken är " + link)
        .doesNotContain("Länken skriver vi");
    assertThat(browser.get("/staff/times?day=" + HERE.plusDays(1).toLocalDate()).body())
        .doesNotContain("video.example");
    String phone = chooses(mine, "phone", HERE.plusDays(2)).body();
    assertThat(phone).contains("Du har en tid på telefon");
    assertThat(phone).doesNotContain("video.example");
    assertThat(people.count("select count(link) from contact.meeting"))
        .as("a moved time has lost it")
        .isZero();
    Browser.Answer late = link(browser, href, meeting, link);
    assertThat(late.status()).isEqualTo(422);
    assertThat(late.body()).contains("Tiden är inte på video längre");
  }

  private static Browser.Answer link(Browser browser, String href, String meeting, String link) {
    return browser.post(
        href + "/link",
        Map.of("_form", browser.get("/staff/roles").token(), "meeting", meeting, "link", link));
  }
}
