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
import se.fristad.contact.People;
import se.fristad.contact.Queue;
import se.fristad.contact.front.CallWishes;
import se.fristad.contact.front.CallWishes.Wished;
import se.fristad.contact.front.Looked;
import se.fristad.contact.front.Signs;
import se.fristad.contact.front.Visits;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.outgoing.CallOutcome;
import se.fristad.page.TypedForm;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// A call that somebody has wished is a task of the day: of the one who will ring, of the house
/// when nobody has taken it, and of everybody when it is too late.
@FristadTest
@DisplayName("Calls in the day and in the week")
class DayCallsTest {
  /// A Monday at ten, here.
  private static final Instant MONDAY = Instant.parse("2027-03-08T09:00:00Z");

  private static final LocalDate DAY = LocalDate.of(2027, 3, 8);
  private static final String NUMBER = "+46701740605";

  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private People people;
  @Autowired private CallWishes wishes;
  @Autowired private Visits visits;
  @LocalServerPort private int port;

  private TestStaff.Person first;
  private UUID firstWorker;
  private UUID otherWorker;

  @BeforeEach
  void two_receive() {
    clock.reset();
    people.byHand("delete from contact.thread");
    Calendar calendar = new Calendar(people, "contact");
    calendar.empty();
    first = staff.add(Role.RECEPTION);
    firstWorker = calendar.worker(first.staff());
    otherWorker = calendar.worker(staff.add(Role.RECEPTION).staff());
  }

  @AfterEach
  void and_nobody_afterwards() {
    people.byHand("delete from contact.thread");
    new Calendar(people, "contact").empty();
    clock.reset();
  }

  /// Her wish for the rest of today: from ten to four.
  private People.Person wished() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    clock.set(MONDAY);
    assertThat(
            Sides.on(
                Side.FRONT,
                () ->
                    wishes.wish(
                        person.queue(),
                        person.token(),
                        TypedForm.empty().with("number", "070-174 06 05").with("when", "today"))))
        .isInstanceOf(Wished.Stands.class);
    return person;
  }

  private Browser in(Role role) {
    return staff.logIn(staff.add(role), port);
  }

  private static String day(Browser browser, LocalDate day, String more) {
    return browser.get("/staff/times?view=day&day=" + day + more).body();
  }

  private static Browser.Answer show(Browser browser, People.Person person) {
    Browser.Answer page = browser.get(person.href() + "/call");
    Browser.Answer shown =
        browser.post(person.href() + "/call", form(page, Map.of("read", "rule,hidden,quiet")));
    assertThat(shown.body()).contains(NUMBER);
    return shown;
  }

  private static void ended(
      Browser browser, People.Person person, Browser.Answer shown, CallOutcome outcome) {
    assertThat(
            browser
                .post(person.href() + "/called", form(shown, Map.of("outcome", outcome.code())))
                .location())
        .isEqualTo(person.href());
  }

  private static Map<String, String> form(Browser.Answer page, Map<String, String> more) {
    Map<String, String> form = new HashMap<>(more);
    form.put("_form", page.token());
    for (String hidden : new String[] {"call", "version"}) {
      if (page.body().contains("name=\"" + hidden + "\" value=")) {
        form.put(hidden, page.hidden(hidden));
      }
    }
    return form;
  }

  private Signs.Call onHerPage(People.Person person) {
    return Sides.on(Side.FRONT, () -> visits.look(person.queue(), person.token(), 0))
            instanceof Looked.Here here
        ? here.signs().call()
        : Signs.Call.NONE;
  }

  @Test
  void it_is_the_houses_until_somebody_lifts_the_telephone_and_then_hers() {
    People.Person person = wished();
    Browser hers = staff.logIn(first, port);
    assertThat(day(hers, DAY, ""))
        .contains("Samtal att ringa", person.href() + "/call", "Ingen har tagit det", "0 av 3")
        .doesNotContain(NUMBER, "70-174");
    assertThat(day(hers, DAY, "&who=" + firstWorker)).doesNotContain(person.href());
    show(hers, person);
    assertThat(people.id("select owner from contact.handling where thread = ?", person.thread()))
        .as("who lifts the telephone has it")
        .isEqualTo(first.staff());
    assertThat(day(hers, DAY, "&who=" + firstWorker)).contains(person.href() + "/call");
    assertThat(day(hers, DAY, "&who=" + otherWorker)).doesNotContain(person.href());
    assertThat(people.log(person.thread())).contains("call:done");
    assertThat(
            people.count(
                "select count(*) from audit.line where act = 'list' and purpose = 'calls' and staff = ? and ? = any (ids)",
                first.staff(),
                person.thread()))
        .as("each look at the list is a line in the log")
        .isPositive();
  }

  @Test
  void it_stands_in_the_week_on_its_day_and_beside_no_room() {
    People.Person person = wished();
    UUID room = new Calendar(people, "contact").room("Blå rummet");
    Browser reception = in(Role.RECEPTION);
    String week = reception.get("/staff/times?view=week&day=" + DAY.plusDays(3)).body();
    assertThat(week).contains("Ring upp", person.href() + "/call", "Klockan 10:00–16:00");
    assertThat(reception.get("/staff/times?view=week&day=" + DAY.plusDays(7)).body())
        .doesNotContain(person.href());
    assertThat(day(reception, DAY.plusDays(1), ""))
        .contains("Ingen väntar på att bli uppringd")
        .doesNotContain(person.href());
    assertThat(day(reception, DAY, "&who=" + room)).doesNotContain(person.href());
  }

  @Test
  void it_leaves_the_day_when_somebody_has_said_what_came_of_it_and_not_before() {
    People.Person person = wished();
    Browser reception = staff.logIn(first, port);
    Browser.Answer shown = show(reception, person);
    assertThat(day(reception, DAY, ""))
        .contains("Säg hur det gick", "Numret visades klockan 10:00");
    assertThat(Sides.on(Side.FRONT, () -> wishes.takeBack(person.queue(), person.token())))
        .isTrue();
    clock.advance(Duration.ofHours(2));
    assertThat(day(in(Role.RECEPTION), DAY, ""))
        .as("also when she has taken the wish back")
        .contains("Säg hur det gick");
    clock.advance(Duration.ofDays(1));
    Browser later = staff.logIn(first, port);
    assertThat(day(later, DAY.plusDays(1), ""))
        .as("what is left stands in today")
        .contains("Säg hur det gick", person.href() + "/call");
    ended(later, person, withForm(later, person, shown), CallOutcome.REACHED);
    assertThat(day(later, DAY.plusDays(1), "")).doesNotContain(person.href());
    assertThat(people.log(person.thread())).contains("call_ended:done");
  }

  private static Browser.Answer withForm(
      Browser browser, People.Person person, Browser.Answer before) {
    Browser.Answer now = browser.get(person.href() + "/call");
    assertThat(now.hidden("call")).isEqualTo(before.hidden("call"));
    return now;
  }

  @Test
  void a_quarter_of_an_hour_past_the_wished_time_it_stands_before_everybody() {
    People.Person person = wished();
    people.byHand(
        "insert into contact.handling (thread, owner, taken_at) values (?, ?, ?::timestamptz)",
        person.thread(),
        first.staff(),
        MONDAY.toString());
    clock.set(MONDAY.plus(Duration.ofHours(6)).plus(Duration.ofMinutes(14)));
    Browser before = in(Role.RECEPTION);
    assertThat(day(before, DAY, "")).contains("Tiden har gått ut").doesNotContain("Över tiden");
    assertThat(day(before, DAY, "&who=" + otherWorker)).doesNotContain(person.href());
    clock.advance(Duration.ofMinutes(1));
    Browser after = in(Role.RECEPTION);
    assertThat(day(after, DAY, "&who=" + otherWorker))
        .contains(person.href(), "Över tiden", "Alla ser det tills någon har ringt.");
    assertThat(after.get("/staff/inbox").body()).contains("Över tiden");
  }

  @Test
  @DisplayName("E-T09 never call: a call that was wished before is no task any more")
  void never_call_leaves_no_task() {
    People.Person person = wished();
    Browser reception = in(Role.RECEPTION);
    assertThat(day(reception, DAY, "")).contains(person.href() + "/call");
    Browser.Answer rule = reception.get(person.href() + "/reach");
    assertThat(
            reception
                .post(person.href() + "/reach", form(rule, Map.of("call", "never")))
                .location())
        .isEqualTo(person.href());
    assertThat(day(reception, DAY, "")).doesNotContain(person.href());
    assertThat(reception.get("/staff/inbox").body()).doesNotContain(person.href() + "/call");
    assertThat(people.text("select state from contact.callback where thread = ?", person.thread()))
        .isEqualTo("taken_back");
    assertThat(onHerPage(person)).isEqualTo(Signs.Call.NONE);
    assertThat(people.log(person.thread())).contains("agree_reach:done");
  }

  @Test
  void after_the_most_tries_nobody_calls_and_her_page_says_so() {
    People.Person person = wished();
    assertThat(onHerPage(person)).isEqualTo(Signs.Call.WISHED);
    Browser reception = in(Role.RECEPTION);
    for (int tries = 0; tries < 3; tries++) {
      ended(reception, person, show(reception, person), CallOutcome.NO_ANSWER);
      if (tries < 2) {
        assertThat(day(reception, DAY, "")).contains(tries + 1 + " av 3");
      }
      clock.advance(Duration.ofMinutes(20));
    }
    assertThat(day(reception, DAY, "")).doesNotContain(person.href());
    assertThat(onHerPage(person)).isEqualTo(Signs.Call.GIVEN_UP);
  }

  @Test
  void who_only_watches_over_it_is_led_to_the_conversation_and_the_other_side_sees_nothing() {
    People.Person person = wished();
    assertThat(in(Role.HEAD).get("/staff/times?queue=support&view=day&day=" + DAY).body())
        .contains("href=\"" + person.href() + "\"")
        .doesNotContain(person.href() + "/call");
    assertThat(in(Role.CHANGE_WORKER).get("/staff/times?day=" + DAY).body())
        .doesNotContain(person.thread().toString());
    people.byHand(
        "insert into contact.conflict (thread, staff, at) values (?, ?, ?::timestamptz)",
        person.thread(),
        first.staff(),
        MONDAY.toString());
    assertThat(day(staff.logIn(first, port), DAY, ""))
        .as("one of us who knows her")
        .doesNotContain(person.thread().toString());
  }
}
