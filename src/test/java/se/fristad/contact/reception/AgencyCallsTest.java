package se.fristad.contact.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
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
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestEvents;
import se.fristad.outgoing.Channel;
import se.fristad.outgoing.Outgoing;
import se.fristad.outgoing.ToOrganisation;

/// To order an interpreter, to hear who comes, to remind, to call off: calls to an agency that
/// stand as tasks until somebody has made them.
@FristadTest
@DisplayName("Calls to agencies of interpreters")
class AgencyCallsTest {
  private static final Instant MONDAY = Calendar.monday();
  private static final ZonedDateTime HERE = MONDAY.atZone(OpeningHours.HERE);
  private static final LocalDate DAY = HERE.toLocalDate();

  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private TestEvents events;
  @Autowired private People people;
  @Autowired private Outgoing outgoing;
  @LocalServerPort private int port;

  private People.Person person;
  private TestStaff.Person who;
  private Browser reception;
  private UUID worker;
  private UUID agency;
  private String meeting;

  @BeforeEach
  void somebody_has_a_time_in_a_week() {
    people.byHand("delete from contact.thread");
    Calendar calendar = new Calendar(people, "contact");
    calendar.empty();
    clock.set(MONDAY);
    worker = calendar.worker(staff.add(Role.RECEPTION).staff());
    for (int day = 1; day <= 5; day++) {
      calendar.hours(worker, day, 9, 16);
    }
    agency = calendar.agency("Språkbyrån", "ar,so");
    person = people.writes(Queue.SUPPORT, "Jag heter Amina");
    who = staff.add(Role.RECEPTION);
    reception = staff.logIn(who, port);
    meeting = UUID.randomUUID().toString();
    assertThat(
            reception
                .post(person.href() + "/time", form("id", meeting, "time", time(7)))
                .location())
        .isEqualTo(person.href());
  }

  @AfterEach
  void and_nobody_afterwards() {
    people.byHand("delete from contact.thread");
    new Calendar(people, "contact").empty();
    clock.reset();
  }

  private static String time(int days) {
    return "phone." + HERE.plusDays(days).toEpochSecond() / 60 + ".60";
  }

  private Map<String, String> form(String... fields) {
    Map<String, String> form = new HashMap<>();
    form.put("_form", reception.get("/staff/roles").token());
    for (int at = 0; at < fields.length; at += 2) {
      form.put(fields[at], fields[at + 1]);
    }
    return form;
  }

  private void step(String step, String... fields) {
    Map<String, String> form = form(fields);
    form.put("meeting", meeting);
    form.put(
        "version",
        Long.toString(
            people.count(
                "select coalesce((select version from contact.interpreter where meeting = ?), 0)",
                UUID.fromString(meeting))));
    form.put("step", step);
    Browser.Answer answer = reception.post(person.href() + "/interpreter", form);
    assertThat(answer.location())
        .as(answer.body())
        .isEqualTo(person.href() + "/interpreter?meeting=" + meeting);
  }

  private void needs() {
    step(
        "needs",
        "language",
        "ar",
        "dialect",
        "ar-levant",
        "gender",
        "woman",
        "elsewhere",
        "yes",
        "by",
        "phone");
  }

  private void at(Instant moment) {
    clock.set(moment);
    reception = staff.logIn(who, port);
  }

  private String day(LocalDate day) {
    return reception.get("/staff/times?view=day&day=" + day).body();
  }

  private String page() {
    return reception.get(person.href() + "/interpreter?meeting=" + meeting).body();
  }

  @Test
  void to_order_is_a_task_of_the_call_list_and_of_today_and_late_after_four_open_hours() {
    needs();
    assertThat(day(DAY))
        .contains(
            "Samtal till tolkförmedlingar",
            "Beställ tolk: Arabiska",
            "Ingen har tagit det",
            "/interpreter?meeting=" + meeting)
        .doesNotContain("Amina", "Över tiden");
    assertThat(reception.get("/staff/inbox").body())
        .contains("Beställ tolk: Arabiska")
        .doesNotContain("Över tiden");
    assertThat(reception.get("/staff/times?view=week&day=" + DAY).body())
        .contains("Beställ tolk: Arabiska");
    at(MONDAY.plus(Duration.ofMinutes(239)));
    assertThat(day(DAY)).doesNotContain("Över tiden");
    step("taken_on");
    at(MONDAY.plus(Duration.ofMinutes(241)));
    assertThat(day(DAY)).contains("Över tiden").doesNotContain("Ingen har tagit det");
    assertThat(people.id("select caller from contact.interpreter")).isEqualTo(who.staff());
    assertThat(people.log(person.thread())).contains("interpreter:done");
    assertThat(
            people.count(
                "select count(*) from audit.line where act = 'list' and purpose = 'agency_calls' and staff = ?",
                who.staff()))
        .isPositive();
  }

  @Test
  void who_comes_is_asked_two_open_days_before_and_is_late_the_day_after() {
    needs();
    step("ordered", "agency", agency.toString());
    assertThat(day(DAY)).doesNotContain("Fråga vem som kommer");
    assertThat(day(DAY.plusDays(3))).contains("Fråga vem som kommer: Arabiska");
    assertThat(page()).contains("Ring och fråga vem som kommer", "Språkbyrån", "+4618123456");
    at(MONDAY.plus(Duration.ofDays(3)));
    assertThat(day(DAY.plusDays(3))).contains("Fråga vem som kommer").doesNotContain("Över tiden");
    at(MONDAY.plus(Duration.ofDays(4)));
    assertThat(day(DAY.plusDays(4))).contains("Fråga vem som kommer", "Över tiden");
    step("confirmed", "number", "4711", "nobody_close", "yes");
    assertThat(day(DAY.plusDays(4))).doesNotContain("Fråga vem som kommer");
  }

  @Test
  void an_agency_is_reminded_once_on_the_open_day_before_by_telephone_and_of_nobody() {
    needs();
    step("ordered", "agency", agency.toString());
    step("confirmed", "number", "4711", "nobody_close", "yes");
    assertThat(day(DAY.plusDays(3))).doesNotContain("Påminn förmedlingen");
    assertThat(day(DAY.plusDays(4))).contains("Påminn förmedlingen: Arabiska");
    assertThat(page())
        .contains("Ring och påminn förmedlingen", "+4618123456", "Arabiska, Levanten")
        .doesNotContain("Amina", person.thread() + "</dd>");
    step("reminded");
    assertThat(day(DAY.plusDays(4))).doesNotContain("Påminn förmedlingen");
    assertThat(people.text("select (reminded_for = ordered_for)::text from contact.interpreter"))
        .isEqualTo("true");
    assertThat(
            events.of(InterpreterChanged.class).stream()
                .filter(one -> one.thread().equals(person.thread()))
                .map(InterpreterChanged::state))
        .containsOnlyOnce("reminded");
    reception.post(
        person.href() + "/time",
        form("id", UUID.randomUUID().toString(), "before", meeting, "time", time(8)));
    assertThat(day(DAY)).contains("Avbeställ tolken: Arabiska");
    String page = page();
    assertThat(page).contains("Ring och avbeställ tolken");
    assertThat(page.substring(page.indexOf("<dl class=\"description\">"), page.indexOf("</dl>")))
        .as("the moment that the agency knows")
        .containsIgnoringCase("måndag")
        .doesNotContainIgnoringCase("tisdag");
    step("called_off");
    step("ordered", "agency", agency.toString());
    step("confirmed", "number", "4712", "nobody_close", "yes");
    assertThat(day(DAY.plusDays(7)))
        .as("a moved time is reminded of anew")
        .contains("Påminn förmedlingen: Arabiska");
  }

  @Test
  void it_is_hers_who_rings_or_hers_who_receives_and_nobodys_who_knows_the_person() {
    needs();
    UUID mine = new Calendar(people, "contact").worker(who.staff());
    String address = "/staff/times?view=day&day=" + DAY + "&who=";
    assertThat(reception.get(address + worker).body()).contains("Beställ tolk");
    assertThat(reception.get(address + mine).body()).doesNotContain("Beställ tolk");
    step("taken_on");
    assertThat(reception.get(address + worker).body()).doesNotContain("Beställ tolk");
    assertThat(reception.get(address + mine).body()).contains("Beställ tolk");
    assertThat(
            staff
                .logIn(staff.add(Role.HEAD), port)
                .get("/staff/times?queue=support&view=day&day=" + DAY)
                .body())
        .contains("Beställ tolk")
        .doesNotContain("/interpreter?meeting=");
    assertThat(
            staff.logIn(staff.add(Role.CHANGE_WORKER), port).get("/staff/times?day=" + DAY).body())
        .doesNotContain("Beställ tolk");
    TestStaff.Person cousin = staff.add(Role.RECEPTION);
    people.byHand(
        "insert into contact.conflict (thread, staff, at) values (?, ?, ?::timestamptz)",
        person.thread(),
        cousin.staff(),
        MONDAY.toString());
    assertThat(staff.logIn(cousin, port).get("/staff/times?day=" + DAY).body())
        .doesNotContain("Beställ tolk");
  }

  @Test
  @DisplayName("E-T11: whatever language and dialect is wished, the agency may be told it")
  void the_gate_lets_every_language_and_dialect_through() {
    List<String> labels =
        Pattern.compile("<option value=\"[a-z-]+\"[^>]*>([^<]+)</option>")
            .matcher(page())
            .results()
            .map(one -> one.group(1))
            .toList();
    assertThat(labels).hasSizeGreaterThan(40);
    for (String label : labels) {
      assertThat(outgoing.decide(new ToOrganisation(Channel.CALL, List.of(label))))
          .as(label)
          .isEqualTo(ToOrganisation.Verdict.MAY);
    }
  }
}
