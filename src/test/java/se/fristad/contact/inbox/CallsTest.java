package se.fristad.contact.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.contact.CallLogged;
import se.fristad.contact.DangerMarked;
import se.fristad.contact.People;
import se.fristad.contact.Queue;
import se.fristad.contact.ThreadClosed;
import se.fristad.contact.facts.Channel;
import se.fristad.contact.facts.ContactBegun;
import se.fristad.contact.reception.Calendar;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestEvents;

/// Calls and walk-ins, logged without identity, and the inbox in which they stand beside those who
/// write. A-LOW-02, A-LOW-03.
@FristadTest
@DisplayName("Calls and walk-ins")
class CallsTest {
  private static final String NEW = "/staff/calls/new";

  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private TestEvents events;
  @Autowired private People people;
  @LocalServerPort private int port;

  @BeforeEach
  void nobodyCalls() {
    clock.reset();
    people.byHand("delete from contact.thread");
    people.byHand("delete from contact_perpetrator.thread");
    people.byHand("delete from intake.awaiting");
    events.forget();
  }

  @Test
  void those_who_answer_find_it_one_press_away_from_every_page_and_others_do_not() {
    for (Role role : Role.values()) {
      Browser browser = in(role);
      boolean answers =
          switch (role) {
            case RECEPTION, CASEWORKER, TREATMENT_WORKER, CHANGE_WORKER -> true;
            default -> false;
          };
      assertThat(browser.get("/staff/roles").body().contains("href=\"" + NEW + "\""))
          .as(role.code())
          .isEqualTo(answers);
      assertThat(browser.get(NEW).status()).as(role.code()).isEqualTo(answers ? 200 : 404);
    }
  }

  @Test
  void the_call_of_one_who_asks_in_her_work_stands_among_the_professionals() {
    people.byHand("delete from contact_professional.thread");
    Browser caseworker = in(Role.CASEWORKER);
    Map<String, String> form = form(caseworker);
    form.put("about", "professional");
    String href = caseworker.post("/staff/calls", form).location();
    assertThat(href).startsWith("/staff/inbox/professional/");
    assertThat(
            people.count(
                "select count(*) from contact_professional.handling where thread = ? and about = 'professional'",
                id(href)))
        .isOne();
    assertThat(people.count("select count(*) from contact.thread")).isZero();
    assertThat(people.log(id(href))).contains("log_call:done");
    assertThat(events.of(CallLogged.class))
        .anyMatch(logged -> logged.queue() == Queue.PROFESSIONAL);
    // nobody who seeks support has turned to us by it
    assertThat(events.of(ContactBegun.class)).isEmpty();
    assertThat(caseworker.get(href).body()).contains("Skriv ner konsultationen");
    // whoever does not answer there keeps it where she finds it again
    Browser reception = in(Role.RECEPTION);
    Map<String, String> hers = form(reception);
    hers.put("about", "professional");
    assertThat(reception.post("/staff/calls", hers).location()).startsWith("/staff/inbox/support/");
  }

  @Test
  void a_call_is_sealed_counted_logged_and_stands_in_the_inbox() {
    Browser reception = in(Role.RECEPTION);
    Browser.Answer logged = reception.post("/staff/calls", form(reception));
    UUID call = id(logged.location());
    assertThat(
            people.count(
                "select count(*) from contact.handling where thread = ? and channel = 'phone' and about = 'exposed' and danger and language = 'ar' and owner is not null",
                call))
        .isEqualTo(1);
    assertThat(
            people.count(
                "select count(*) from contact.message where thread = ? and position(convert_to('skydd', 'UTF8') in sealed) = 0",
                call))
        .isEqualTo(1);
    assertThat(people.log(call)).contains("log_call:done");
    assertThat(events.of(CallLogged.class)).hasSize(1);
    assertThat(events.of(ContactBegun.class))
        .singleElement()
        .satisfies(begun -> {
          assertThat(begun.channel()).isEqualTo(Channel.PHONE);
          assertThat(begun.language()).isEqualTo("ar");
        });
    assertThat(reception.get("/staff/inbox").body())
        .contains("Telefonsamtal", "Fara", "Arabiska", "Utsatt eller rädd", "Du")
        .doesNotContain("Frågar om skydd");
    assertThat(reception.get(logged.location()).body())
        .contains("Frågar om skydd", "Gör en aktualisering", "Det är märkt att det är fara")
        .doesNotContain("Skicka svaret");
  }

  @Test
  void the_same_form_sent_twice_is_one_call_counted_once() {
    Browser reception = in(Role.RECEPTION);
    Map<String, String> form = form(reception);
    String first = reception.post("/staff/calls", form).location();
    assertThat(reception.post("/staff/calls", form).location()).isEqualTo(first);
    assertThat(people.count("select count(*) from contact.thread")).isEqualTo(1);
    assertThat(events.of(ContactBegun.class)).hasSize(1);
  }

  @Test
  void what_is_missing_is_said_beside_the_field_and_nothing_typed_is_lost() {
    Browser reception = in(Role.RECEPTION);
    Map<String, String> form = form(reception);
    form.remove("channel");
    form.put("about", "change");
    form.put("language", "xx");
    form.remove("danger");
    Browser.Answer refused = reception.post("/staff/calls", form);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains(
            "Välj om det var ett telefonsamtal",
            "Välj vad det gällde",
            "Svara om det är fara nu",
            "Välj ett språk",
            "Frågar om skydd");
    assertThat(people.count("select count(*) from contact.thread")).isZero();
    form = form(reception);
    form.put("note", "å".repeat(1_001));
    assertThat(reception.post("/staff/calls", form).body())
        .contains("högst 1\u00a0000 tecken. Ta bort 1");
  }

  @Test
  @DisplayName(
      "E-T07 a call's note with a personal number, a number, an address or a name is not kept")
  void a_note_that_reveals_is_not_kept_until_it_is_taken_away() {
    Browser reception = in(Role.RECEPTION);
    Map<String, String> form = form(reception);
    for (String reveals :
        new String[] {
          "Hon är 19121212-1212", "nås på 070-174 06 05", "x.y@example.se", "Storgatan 3", "Fatima"
        }) {
      form.put("note", reveals);
      Browser.Answer refused = reception.post("/staff/calls", form);
      assertThat(refused.status()).as(reveals).isEqualTo(422);
      assertThat(refused.body()).contains("sparas inte så länge", reveals);
    }
    assertThat(people.count("select count(*) from contact.thread")).isZero();
    form.put("note", "Hon vill veta vad en utredning är");
    assertThat(reception.post("/staff/calls", form).status()).isEqualTo(303);
  }

  @Test
  void a_call_becomes_an_intake_that_begins_with_how_she_turned_to_us() {
    Browser reception = in(Role.RECEPTION);
    Map<String, String> form = form(reception);
    form.put("channel", "visit");
    String call = reception.post("/staff/calls", form).location();
    Browser.Answer page = reception.get(call);
    Map<String, String> begin = new HashMap<>();
    begin.put("_form", page.token());
    begin.put("intake", page.hidden("intake"));
    begin.put("thread", page.hidden("thread"));
    begin.put("way", page.hidden("way"));
    assertThat(reception.post("/staff/intakes", begin).location()).isEqualTo(call);
    assertThat(
            people.count(
                "select count(*) from intake.intake where thread = ? and way = 'visit'", id(call)))
        .isEqualTo(1);
  }

  @Test
  void a_call_that_became_nothing_is_closed_with_a_reason_or_not_at_all() {
    Browser reception = in(Role.RECEPTION);
    String call = reception.post("/staff/calls", form(reception)).location();
    Map<String, String> close = new HashMap<>();
    close.put("_form", reception.get(call).token());
    Browser.Answer refused = reception.post(call + "/close", close);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Välj varför det inte blev något mer");
    assertThat(people.log(id(call))).contains("close:refused");
    assertThat(people.count("select count(*) from contact.thread where state = 'open'"))
        .isEqualTo(1);
    close.put("because", "answered");
    assertThat(reception.post(call + "/close", close).location()).isEqualTo("/staff/inbox");
    assertThat(people.log(id(call))).contains("close:done");
    assertThat(events.of(ThreadClosed.class)).singleElement().matches(ThreadClosed::reasoned);
    assertThat(
            people.count(
                "select count(*) from contact.handling where thread = ? and closed_because = 'answered'",
                id(call)))
        .isEqualTo(1);
    assertThat(events.of(ContactBegun.class)).hasSize(1);
    assertThat(people.count("select count(*) from intake.awaiting")).isZero();
  }

  @Test
  void who_calls_gets_a_time_while_she_is_on_the_telephone() {
    Calendar calendar = new Calendar(people, "contact");
    calendar.empty();
    java.util.UUID worker = calendar.worker(staff.add(Role.RECEPTION).staff());
    for (int day = 1; day <= 5; day++) {
      calendar.hours(worker, day, 9, 16);
    }
    Browser reception = in(Role.RECEPTION);
    String call = reception.post("/staff/calls", form(reception)).location();
    String page = reception.get(call).body();
    java.util.regex.Matcher free =
        java.util.regex.Pattern.compile("name=\"time\" value=\"([^\"]+)\"").matcher(page);
    assertThat(free.find()).as("a free time beside the call").isTrue();
    Map<String, String> book = new HashMap<>();
    book.put("_form", reception.get(call).token());
    book.put("id", UUID.randomUUID().toString());
    book.put("time", free.group(1));
    assertThat(reception.post(call + "/time", book).location()).isEqualTo(call);
    assertThat(people.count("select count(*) from contact.meeting where thread = ?", id(call)))
        .isEqualTo(1);
    assertThat(people.log(id(call))).contains("book_time:done");
    calendar.empty();
  }

  @Test
  void nobody_answers_a_call_in_writing() {
    Browser reception = in(Role.RECEPTION);
    String call = reception.post("/staff/calls", form(reception)).location();
    Map<String, String> answer = new HashMap<>();
    answer.put("_form", reception.get(call).token());
    answer.put("client", UUID.randomUUID().toString());
    answer.put("words", "Hej");
    assertThat(reception.post(call + "/answer", answer).status()).isEqualTo(404);
    assertThat(people.count("select count(*) from contact.message")).isEqualTo(1);
  }

  @Test
  void a_call_to_the_change_team_stays_on_its_side_and_out_of_the_other_sides_figures() {
    Browser change = in(Role.CHANGE_WORKER);
    Map<String, String> form = form(change);
    form.put("about", "change");
    String call = change.post("/staff/calls", form).location();
    assertThat(call).startsWith("/staff/inbox/change/");
    assertThat(in(Role.RECEPTION).get(call).status()).isEqualTo(404);
    assertThat(people.count("select count(*) from contact.thread")).isZero();
    assertThat(events.of(ContactBegun.class)).isEmpty();
  }

  // the inbox

  @Test
  void danger_stands_on_top_whoever_has_waited_longest_and_is_marked_and_unmarked() {
    People.Person first = people.writes(Queue.SUPPORT, "Hej");
    People.Person second = people.writes(Queue.SUPPORT, "Han är här nu");
    Browser reception = in(Role.RECEPTION);
    Map<String, String> mark = new HashMap<>();
    mark.put("_form", reception.get(second.href()).token());
    mark.put("danger", "yes");
    assertThat(reception.post(second.href() + "/danger", mark).location()).isEqualTo(second.href());
    assertThat(people.log(second.thread())).contains("mark_danger:done");
    assertThat(events.of(DangerMarked.class)).singleElement().matches(DangerMarked::danger);
    String inbox = reception.get("/staff/inbox").body();
    assertThat(inbox.indexOf(second.thread().toString()))
        .isPositive()
        .isLessThan(inbox.indexOf(first.thread().toString()));
    mark.put("danger", "no");
    reception.post(second.href() + "/danger", mark);
    inbox = reception.get("/staff/inbox").body();
    assertThat(inbox.indexOf(first.thread().toString()))
        .isLessThan(inbox.indexOf(second.thread().toString()));
    for (Role role : new Role[] {Role.HEAD, Role.CHANGE_WORKER}) {
      Browser other = in(role);
      mark.put("_form", other.get("/staff/roles").token());
      assertThat(other.post(second.href() + "/danger", mark).status())
          .as(role.code())
          .isEqualTo(404);
    }
  }

  @Test
  void
      the_address_says_what_is_shown_and_in_which_order_and_the_page_that_renews_itself_keeps_it() {
    Browser reception = in(Role.RECEPTION);
    People.Person writes = people.writes(Queue.SUPPORT, "Hej");
    String call = reception.post("/staff/calls", form(reception)).location();
    String phones = reception.get("/staff/inbox?channel=phone&sort=age&down=1").body();
    assertThat(phones)
        .contains(call, "aria-sort=\"descending\"", "channel=phone")
        .doesNotContain(writes.href());
    assertThat(phones).containsPattern("hx-get=\"/staff/inbox/rows\\?seen=[^\"]*channel=phone");
    assertThat(reception.get("/staff/inbox/rows?channel=phone").body())
        .contains(call)
        .doesNotContain(writes.href());
    assertThat(reception.get("/staff/inbox?language=ar").body())
        .contains(call)
        .doesNotContain(writes.href());
    assertThat(reception.get("/staff/inbox?owner=nobody").body())
        .contains(writes.href())
        .doesNotContain(call);
    assertThat(reception.get("/staff/inbox?owner=mine&danger=1&about=exposed").body())
        .contains(call)
        .doesNotContain(writes.href());
    assertThat(reception.get("/staff/inbox?about=child").body())
        .contains("Inget här stämmer med det ni valt", "2 kontakter är öppna");
    assertThat(reception.get("/staff/inbox?channel=%27&sort=x&owner=&language=zz").body())
        .contains(call, writes.href());
    for (String sort : new String[] {"urgent", "age", "language", "channel", "owner"}) {
      for (String down : new String[] {"", "&down=1"}) {
        assertThat(reception.get("/staff/inbox?sort=" + sort + down).status()).isEqualTo(200);
      }
    }
  }

  @Test
  void who_answers_first_has_it_and_a_colleague_who_answers_later_does_not_take_it() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    TestStaff.Person first = staff.add(Role.RECEPTION);
    answer(staff.logIn(first, port), person);
    answer(in(Role.RECEPTION), person);
    assertThat(
            people.count(
                "select count(*) from contact.handling where thread = ? and owner = ?",
                person.thread(),
                first.staff()))
        .isEqualTo(1);
  }

  private void answer(Browser browser, People.Person person) {
    Browser.Answer page = browser.get(person.href());
    Map<String, String> form = new HashMap<>();
    form.put("_form", page.token());
    form.put("client", page.hidden("client"));
    form.put("words", "Jag läser.");
    assertThat(browser.post(person.href() + "/answer", form).status()).isEqualTo(303);
  }

  private Browser in(Role role) {
    return staff.logIn(staff.add(role), port);
  }

  private static Map<String, String> form(Browser browser) {
    Browser.Answer page = browser.get(NEW);
    Map<String, String> form = new HashMap<>();
    form.put("_form", page.token());
    form.put("call", page.hidden("call"));
    form.put("channel", "phone");
    form.put("about", "exposed");
    form.put("danger", "yes");
    form.put("language", "ar");
    form.put("note", "Frågar om skydd");
    return form;
  }

  private static UUID id(String href) {
    return UUID.fromString(href.substring(href.lastIndexOf('/') + 1));
  }
}
