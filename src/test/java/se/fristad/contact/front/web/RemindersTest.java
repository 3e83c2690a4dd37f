package se.fristad.contact.front.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import se.fristad.contact.Reminder;
import se.fristad.contact.ReminderChanged;
import se.fristad.contact.reception.Calendar;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestEvents;
import se.fristad.vault.Sides;
import se.fristad.vault.Sweep;

/// A reminder of a booked time: asked for or none, by a call that her rule allows or not at all.
@FristadTest
@DisplayName("Reminders of booked times")
class RemindersTest {
  private static final Instant MONDAY = Calendar.monday();
  private static final ZonedDateTime HERE = MONDAY.atZone(OpeningHours.HERE);
  private static final String NUMBER = "+46701740605";

  @LocalServerPort private int port;
  @Autowired private TestClock clock;
  @Autowired private TestStaff staff;
  @Autowired private TestEvents events;
  @Autowired private People people;
  @Autowired private List<Sweep> sweeps;

  private Visitor visitor;
  private String page;
  private UUID thread;
  private String href;

  @BeforeEach
  void she_has_a_time_on_wednesday_at_ten() {
    people.byHand("delete from contact.thread");
    Calendar calendar = new Calendar(people, "contact");
    calendar.empty();
    UUID worker = calendar.worker(UUID.randomUUID());
    for (int day = 1; day <= 5; day++) {
      calendar.hours(worker, day, 9, 16);
    }
    clock.set(MONDAY);
    visitor = new Visitor(port);
    page = booked("phone", 2);
    thread = people.id("select thread from contact.meeting");
    href = "/staff/inbox/support/" + thread;
    events.forget();
  }

  @AfterEach
  void and_nobody_afterwards() {
    people.byHand("delete from contact.thread");
    new Calendar(people, "contact").empty();
    clock.reset();
  }

  private String booked(String way, int days) {
    String times = visitor.post(Visitor.form(visitor.begin("Hej"), "times")).body();
    return books(times, way, days);
  }

  private String books(String times, String way, int days) {
    HttpResponse<String> answer =
        visitor.post(
            Visitor.with(
                Visitor.form(times, "book"),
                "time",
                way + "." + HERE.plusDays(days).toEpochSecond() / 60 + ".60"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private HttpResponse<String> asks(String number, String when) {
    return visitor.post(
        Visitor.with(Visitor.with(Visitor.form(page, "remind"), "number", number), "when", when));
  }

  private String asked() {
    HttpResponse<String> answer = asks("070-174 06 05", "am");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private void sweep() {
    for (Sweep sweep : sweeps) {
      if (sweep.name().equals("remind-of-times")) {
        Sides.run(sweep.side(), () -> sweep.sweep(clock.instant()));
      }
    }
  }

  private void tuesday() {
    clock.set(HERE.plusDays(1).withHour(9).plusMinutes(1).toInstant());
  }

  private Browser reception() {
    return staff.logIn(staff.add(Role.RECEPTION), port);
  }

  private String state() {
    return people.text("select state || coalesce(' ' || why, '') from contact.time_reminder");
  }

  private String tuesdays(Browser browser) {
    return browser.get("/staff/times?view=day&day=" + HERE.plusDays(1).toLocalDate()).body();
  }

  private static Map<String, String> form(Browser.Answer page, String... more) {
    Map<String, String> form = new HashMap<>();
    form.put("_form", page.token());
    for (String hidden : new String[] {"call", "version"}) {
      if (page.body().contains("name=\"" + hidden + "\" value=")) {
        form.put(hidden, page.hidden(hidden));
      }
    }
    for (int at = 0; at < more.length; at += 2) {
      form.put(more[at], more[at + 1]);
    }
    return form;
  }

  private Browser.Answer calls(Browser browser) {
    Browser.Answer before = browser.get(href + "/call");
    return browser.post(href + "/call", form(before, "read", "rule,hidden,quiet"));
  }

  @Test
  void nobody_is_reminded_who_has_not_asked_for_it() {
    assertThat(page)
        .contains("Vill du att vi påminner dig?", "Vi skickar inget, varken sms eller mejl.")
        .doesNotContain("id=\"remind-ask\" hidden");
    tuesday();
    sweep();
    assertThat(people.count("select count(*) from contact.time_reminder")).isZero();
    Browser browser = reception();
    assertThat(tuesdays(browser)).doesNotContain(href + "/call");
    assertThat(browser.get(href).body()).contains("Ingen påminnelse.");
    assertThat(calls(browser).body()).doesNotContain(NUMBER);
  }

  @Test
  void who_asks_is_called_on_the_day_before_and_she_and_we_see_what_came_of_it() {
    String asked = asked();
    assertThat(asked).contains("Vi ringer och påminner dig tisdag", "id=\"remind-ask\" hidden");
    assertThat(people.text("select sealed::text from contact.reach")).doesNotContain("3137343036");
    sweep();
    assertThat(state()).as("not before its time").isEqualTo("asked");
    tuesday();
    sweep();
    assertThat(state()).isEqualTo("to_call");
    assertThat(people.log(thread)).containsOnlyOnce("remind_time:done");
    assertThat(events.of(ReminderChanged.class))
        .extracting(ReminderChanged::state)
        .containsExactly(Reminder.State.TO_CALL);
    Browser browser = reception();
    assertThat(tuesdays(browser))
        .contains(href + "/call", "Påminnelse om en bokad tid", "Klockan 09:00–12:00")
        .doesNotContain("70-174", NUMBER);
    Browser.Answer shown = calls(browser);
    assertThat(shown.body())
        .contains(NUMBER, "Säg det bara till rätt person", "Säg inget på svararen");
    assertThat(browser.post(href + "/called", form(shown, "outcome", "reached")).location())
        .isEqualTo(href);
    assertThat(state()).isEqualTo("reached");
    assertThat(events.of(ReminderChanged.class))
        .extracting(ReminderChanged::state)
        .containsExactly(Reminder.State.TO_CALL, Reminder.State.REACHED);
    assertThat(tuesdays(browser)).doesNotContain(href + "/call");
    assertThat(browser.get(href).body()).contains("Är uppringd och påmind.");
    assertThat(visitor.post(Visitor.form(page, "times")).body())
        .contains("Vi har ringt och påmint dig.");
  }

  @Test
  void who_changes_her_mind_is_not_called_from_that_moment() {
    String asked = asked();
    tuesday();
    sweep();
    HttpResponse<String> not = visitor.post(Visitor.form(asked, "unremind"));
    assertThat(not.body()).contains("Vi påminner dig inte.");
    assertThat(state()).isEqualTo("withdrawn");
    Browser browser = reception();
    assertThat(tuesdays(browser)).doesNotContain(href + "/call");
    assertThat(calls(browser).body()).doesNotContain(NUMBER);
    assertThat(browser.get(href).body()).contains("Vill inte bli påmind.");
  }

  @Test
  void of_a_time_that_was_moved_or_called_off_nobody_is_reminded() {
    asked();
    tuesday();
    sweep();
    assertThat(state()).isEqualTo("to_call");
    page = books(visitor.post(Visitor.form(page, "times")).body(), "phone", 4);
    assertThat(page).contains("Du har bytt tid. Vi påminner dig om den nya.");
    Browser browser = reception();
    assertThat(tuesdays(browser)).as("before any timer").doesNotContain(href + "/call");
    assertThat(calls(browser).body()).doesNotContain(NUMBER);
    sweep();
    assertThat(
            people.text(
                "select state || ' ' || (due_at at time zone 'Europe/Stockholm')::date from contact.time_reminder"))
        .isEqualTo("asked " + HERE.plusDays(3).toLocalDate());
    visitor.post(Visitor.form(page, "unbook"));
    clock.set(HERE.plusDays(3).withHour(9).plusMinutes(1).toInstant());
    assertThat(calls(reception()).body()).doesNotContain(NUMBER);
    sweep();
    assertThat(state()).isEqualTo("withdrawn");
    assertThat(people.log(thread).stream().filter("remind_time:done"::equals)).hasSize(3);
  }

  @Test
  @DisplayName("E-T09 never call: no reminder either, and it is said so to her and to us")
  void never_call_is_never_reminded() {
    Browser browser = reception();
    Browser.Answer rule = browser.get(href + "/reach");
    browser.post(href + "/reach", form(rule, "call", "never", "number", "070-174 06 05"));
    HttpResponse<String> never = asks("070-174 06 06", "am");
    assertThat(never.statusCode()).isEqualTo(422);
    assertThat(never.body())
        .contains("Du har sagt att vi aldrig får ringa.", "value=\"070-174 06 06\"");
    assertThat(people.count("select count(*) from contact.time_reminder")).isZero();
    // one of us writes it down all the same
    String meeting = people.text("select id::text from contact.meeting");
    assertThat(
            browser
                .post(href + "/reminder", form(browser.get(href), "meeting", meeting, "when", "am"))
                .location())
        .isEqualTo(href);
    assertThat(people.log(thread)).contains("ask_reminder:done");
    tuesday();
    sweep();
    assertThat(state()).isEqualTo("refused never");
    browser = reception();
    assertThat(tuesdays(browser)).doesNotContain(href + "/call");
    assertThat(calls(browser).body()).contains("aldrig").doesNotContain(NUMBER);
    assertThat(browser.get(href).body())
        .contains("Ingen påminnelse gick ut: personen har sagt att ingen får ringa.");
    assertThat(visitor.post(Visitor.form(page, "times")).body())
        .contains("Vi har inte påmint dig. Så som du har sagt fick vi inte ringa.");
  }

  @Test
  @DisplayName("E-T09 what she has said since of when to call stands over an older wish")
  void a_newer_rule_stands_over_an_older_wish() {
    asked();
    Browser browser = reception();
    clock.set(clock.instant().plusSeconds(60));
    browser.post(
        href + "/reach",
        form(
            browser.get(href + "/reach"),
            "call",
            "may",
            "number",
            "070-174 06 05",
            "from",
            "17:00",
            "until",
            "18:00",
            "days",
            "TUESDAY"));
    tuesday();
    browser = reception();
    assertThat(calls(browser).body()).doesNotContain(NUMBER);
    sweep();
    assertThat(state()).isEqualTo("refused not_now");
    assertThat(calls(reception()).body()).doesNotContain(NUMBER);
  }

  @Test
  void one_that_cannot_be_opened_keeps_nobody_else_from_her_call() {
    asked();
    people.byHand("update contact.reach set sealed = '\\x00' where thread = '" + thread + "'");
    tuesday();
    sweep();
    assertThat(state()).isEqualTo("not_made");
  }

  @Test
  void in_vain_it_is_tried_as_often_as_it_may_be_and_nobody_speaks_to_a_machine() {
    asked();
    tuesday();
    sweep();
    for (int tries = 0; tries < 3; tries++) {
      Browser browser = reception();
      Browser.Answer shown = calls(browser);
      assertThat(shown.body()).contains(NUMBER, "Säg inget på svararen");
      browser.post(href + "/called", form(shown, "outcome", "no_answer"));
      clock.advance(Duration.ofMinutes(20));
    }
    assertThat(state()).isEqualTo("not_reached");
    assertThat(calls(reception()).body()).doesNotContain(NUMBER);
  }

  @Test
  void after_somebody_else_has_answered_nobody_calls_until_she_gives_a_number_anew() {
    asked();
    tuesday();
    sweep();
    Browser browser = reception();
    Browser.Answer shown = calls(browser);
    browser.post(href + "/called", form(shown, "outcome", "somebody_else"));
    assertThat(state()).isEqualTo("stopped");
    page = visitor.post(Visitor.form(page, "times")).body();
    assertThat(page).contains("Vi ringer inte mer. Skriv till oss här när du är ensam.");
    assertThat(asks("", "pm").body()).contains("Skriv numret som vi ska ringa.");
    clock.advance(Duration.ofMinutes(30));
    assertThat(calls(reception()).body()).doesNotContain(NUMBER);
  }

  @Test
  void what_nobody_did_in_time_is_said_and_not_done_later() {
    asked();
    tuesday();
    sweep();
    clock.set(HERE.plusDays(1).withHour(12).toInstant());
    assertThat(calls(reception()).body()).doesNotContain(NUMBER);
    sweep();
    assertThat(state()).isEqualTo("not_made");
    page = visitor.post(Visitor.form(page, "look")).body();
    assertThat(visitor.post(Visitor.form(page, "times")).body())
        .contains("Vi hann inte ringa och påminna dig.");
  }

  @Test
  void two_who_come_at_once_take_each_step_once() throws Exception {
    asked();
    tuesday();
    try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < 10; round++) {
        people.byHand("update contact.time_reminder set state = 'asked', version = version + 1");
        List<Future<?>> both = List.of(nodes.submit(this::sweep), nodes.submit(this::sweep));
        for (Future<?> one : both) {
          one.get();
        }
        assertThat(people.log(thread).stream().filter("remind_time:done"::equals))
            .hasSize(round + 1);
      }
    }
  }

  @Test
  void what_cannot_be_read_comes_back_beside_its_field_and_what_is_too_near_is_said() {
    HttpResponse<String> none = asks("", "am");
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.body()).contains("Skriv numret som vi ska ringa.");
    HttpResponse<String> wrong = asks("hemma", "am");
    assertThat(wrong.body())
        .contains(
            "Det här är inget telefonnummer.", "value=\"hemma\"", "<details id=\"times\" open");
    assertThat(asks("070-174 06 05", "natt").body()).contains("Välj när vi ska ringa.");
    Map<String, String> script = new HashMap<>(Visitor.form(page, "remind"));
    script.put("number", "hemma");
    script.put("when", "am");
    assertThat(visitor.ask(script).body())
        .contains("\"wrong\":{\"number\":\"Det här är inget telefonnummer.");
    clock.set(HERE.plusDays(1).withHour(16).plusMinutes(1).toInstant());
    page =
        visitor.post(Visitor.form(visitor.post(Visitor.form(page, "look")).body(), "times")).body();
    assertThat(page).contains("id=\"remind\" hidden");
    HttpResponse<String> late = asks("070-174 06 05", "pm");
    assertThat(late.statusCode()).isEqualTo(422);
    assertThat(people.count("select count(*) from contact.time_reminder")).isZero();
    assertThat(people.count("select count(*) from contact.reach")).isZero();
    visitor.post(Visitor.form(page, "leave"));
    assertThat(asks("070-174 06 05", "pm").statusCode()).isEqualTo(410);
    assertThat(visitor.post(Visitor.form(page, "unremind")).statusCode()).isEqualTo(410);
  }

  @Test
  void who_does_not_answer_at_that_door_reminds_nobody() {
    String meeting = people.text("select id::text from contact.meeting");
    for (Role role : Role.values()) {
      Browser browser = staff.logIn(staff.add(role), port);
      boolean answers =
          role == Role.RECEPTION || role == Role.CASEWORKER || role == Role.TREATMENT_WORKER;
      assertThat(
              browser
                  .post(
                      href + "/reminder",
                      form(browser.get("/staff/roles"), "meeting", meeting, "when", "am"))
                  .status())
          .as(role.code())
          .isEqualTo(answers ? 303 : 404);
    }
    Browser browser = reception();
    browser.post(
        href + "/reminder",
        form(browser.get("/staff/roles"), "meeting", meeting, "withdraw", "yes"));
    assertThat(state()).isEqualTo("withdrawn");
    assertThat(people.log(thread)).contains("withdraw_reminder:done");
    assertThat(
            browser
                .post(
                    href + "/reminder",
                    form(
                        browser.get("/staff/roles"),
                        "meeting",
                        UUID.randomUUID().toString(),
                        "when",
                        "am"))
                .location())
        .isEqualTo(href);
    assertThat(people.log(thread)).contains("ask_reminder:refused");
  }

  @Test
  @DisplayName("E-T08 in the evening: numbers first and no field, also with times and reminders")
  void an_evening_promises_nothing_and_shows_no_field() {
    clock.set(HERE.withHour(19).toInstant());
    String evening = new Visitor(port).get("/sv").body();
    String first =
        evening.substring(evening.indexOf("<section id=\"first\""), evening.indexOf("</section>"));
    assertThat(first).contains("tel:").doesNotContain("id=\"times\"", "id=\"remind\"");
    assertThat(first.indexOf("tel:")).isLessThan(first.indexOf("<textarea"));
    // her own page still books and reminds, for hours in which somebody is here
    assertThat(asks("070-174 06 05", "pm").body())
        .containsPattern("Vi ringer och påminner dig tisdag [^<]*12:00–16:00\\.");
    sweep();
    assertThat(state()).isEqualTo("asked");
  }
}
