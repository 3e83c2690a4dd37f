package se.fristad.contact.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
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
import se.fristad.contact.front.Visits;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestEvents;
import se.fristad.law.WorkingDays;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// The reception's figures: counted as times begin, told when a month is over, and never of
/// anybody.
@FristadTest
@DisplayName("The reception's figures")
class TimeFiguresTest {
  private static final YearMonth MONTH =
      YearMonth.from(Calendar.monday().atZone(OpeningHours.HERE)).plusMonths(1);
  private static final String PAGE = "/staff/reception/figures";
  private static final String OF_YEAR = PAGE + "?queue=support&year=" + MONTH.getYear();

  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private TestEvents events;
  @Autowired private People people;
  @Autowired private TimeCounts counts;
  @Autowired private Visits visits;
  @LocalServerPort private int port;

  private UUID worker;
  private UUID room;

  /// When each of those who wrote did so; written down when all have.
  private final Map<UUID, Instant> began = new HashMap<>();

  @BeforeEach
  void a_month_begins() {
    afterwards();
    clock.set(at(MONTH.atDay(1), 0));
    people.byHand(
        "insert into contact.time_counted (id, since, through) values (1, ?::date, ?::date)",
        MONTH.atDay(1).toString(),
        MONTH.atDay(1).minusDays(1).toString());
    worker = ours().worker(staff.add(Role.RECEPTION).staff());
    room = ours().room("Blå rummet");
    events.forget();
  }

  @AfterEach
  void afterwards() {
    people.byHand("delete from contact.thread");
    people.byHand("delete from contact.time_count");
    people.byHand("delete from contact.time_counted");
    people.byHand("delete from contact_perpetrator.time_count");
    people.byHand("delete from contact_perpetrator.time_counted");
    people.byHand("delete from contact.arrival_count");
    ours().empty();
    clock.reset();
  }

  private Calendar ours() {
    return new Calendar(people, "contact");
  }

  private static Instant at(LocalDate day, int hour) {
    return day.atTime(hour, 0).atZone(OpeningHours.HERE).toInstant();
  }

  /// The working days of the month, the first one first.
  private static LocalDate day(int number) {
    return MONTH
        .atDay(1)
        .datesUntil(MONTH.plusMonths(1).atDay(1))
        .filter(WorkingDays::isWorkingDay)
        .skip(number)
        .findFirst()
        .orElseThrow();
  }

  /// Somebody who got in touch on a day and has a time on another.
  private People.Person has(LocalDate asked, LocalDate day, int hour) {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    began.put(person.thread(), at(asked, 0));
    ours().booked(worker, room, person.thread(), at(day, hour));
    return person;
  }

  private void counted(Instant now) {
    began.forEach((thread, at) ->
        people.byHand(
            "update contact.thread set begun_at = ?::timestamptz where id = ?",
            at.toString(),
            thread));
    clock.set(now);
    counts.count(Queue.SUPPORT, now);
  }

  private void theMonthIsOver() {
    counted(at(MONTH.plusMonths(1).atDay(1), 1));
  }

  private String numbers() {
    return people.text(
        "select coalesce(string_agg(what || ' ' || number, ', ' order by what), '') from contact.time_count");
  }

  private Browser in(Role role) {
    return staff.logIn(staff.add(role), port);
  }

  private String read(String address) {
    return in(Role.HEAD).get(address).body();
  }

  /// What somebody would see of a page who copied its text.
  private static String words(String page) {
    return page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  @Test
  void they_are_for_those_who_answer_for_the_centre_and_those_who_follow_it() {
    for (Role role : Role.values()) {
      boolean reads = role == Role.HEAD || role == Role.BOARD_MEMBER || role == Role.PROJECT_LEADER;
      Browser browser = in(role);
      assertThat(browser.get(PAGE).status()).as(role.code()).isEqualTo(reads ? 200 : 404);
      assertThat(browser.get(PAGE + "/figures.csv?year=" + MONTH.getYear()).status())
          .as(role.code())
          .isEqualTo(reads ? 303 : 404);
      assertThat(browser.get(PAGE + "?queue=change").status())
          .as("the other side: %s", role.code())
          .isEqualTo(role == Role.HEAD ? 200 : 404);
    }
  }

  @Test
  void a_time_is_counted_once_when_it_begins_and_stays_a_number_when_she_has_all_destroyed() {
    long before = closings();
    People.Person person = has(day(0), day(1), 10);
    counted(at(day(1), 9));
    assertThat(numbers()).as("it has not begun").isEmpty();
    counted(at(day(1), 10));
    counted(at(day(1), 11));
    assertThat(numbers()).isEqualTo("began 1, first 1, wait_to_2 1");
    Sides.run(Side.FRONT, () -> visits.destroy(person.queue(), person.token()));
    assertThat(people.count("select count(*) from contact.meeting")).isZero();
    counted(at(day(2), 1));
    assertThat(numbers()).isEqualTo("began 1, first 1, wait_to_2 1");
    assertThat(closings()).as("a line in the log, of nobody").isEqualTo(before + 1);
    assertThat(events.of(TimesCounted.class))
        .extracting(TimesCounted::day)
        .contains(day(1))
        .doesNotContain(day(2));
  }

  private long closings() {
    return people.count(
        "select count(*) from audit.line where kind = 'booked_time' and act = 'count_times' and subject is null and staff is null and purpose = ?",
        day(1).toString());
  }

  @Test
  void what_is_taken_back_before_it_begins_is_not_counted_and_a_second_time_is_no_first() {
    People.Person person = has(day(0), day(1), 10);
    ours().booked(worker, room, person.thread(), at(day(2), 10));
    UUID back = ours().booked(worker, room, person.thread(), at(day(3), 10));
    people.byHand(
        "update contact.meeting set state = 'cancelled', cancelled_at = from_at where id = ?",
        back);
    counted(at(day(4), 9));
    assertThat(numbers()).isEqualTo("began 2, first 1, wait_to_2 1");
  }

  @Test
  void an_acute_time_is_released_when_somebody_is_there_and_the_house_is_open() {
    for (int weekday = 1; weekday <= 7; weekday++) {
      ours().acute(worker, weekday, 9, room);
    }
    people.byHand(
        "insert into contact.absence (id, worker, from_at, until_at, made_by, made_at) select gen_random_uuid(), ?, f, ?::timestamptz, gen_random_uuid(), f from (select ?::timestamptz as f) x",
        worker,
        at(day(2), 23).toString(),
        at(day(2), 0).toString());
    People.Person person = has(day(0), day(0), 9);
    people.byHand("update contact.meeting set kind = 'acute' where thread = ?", person.thread());
    theMonthIsOver();
    long open =
        MONTH
            .atDay(1)
            .datesUntil(MONTH.plusMonths(1).atDay(1))
            .filter(WorkingDays::isWorkingDay)
            .count();
    assertThat(numbers())
        .isEqualTo(
            "acute_released " + (open - 1) + ", acute_used 1, began 1, first 1, wait_same_day 1");
  }

  @Test
  void an_interpreter_counts_by_language_unless_it_was_called_off() {
    interpreter(has(day(0), day(1), 9), "ar", "confirmed");
    interpreter(has(day(0), day(1), 11), "ar", "needed");
    interpreter(has(day(0), day(1), 13), "so", "called_off");
    counted(at(day(2), 1));
    assertThat(numbers()).contains("interpreter 2", "interpreter_ar 2").doesNotContain("_so");
  }

  private void interpreter(People.Person person, String language, String state) {
    people.byHand(
        "insert into contact.interpreter (meeting, reference, language, elsewhere, way, state, agency, number, ordered_for, changed_at, changed_by)"
            + " select id, ?, ?, false, 'phone', ?, nullif(?, '')::uuid, '4711', from_at, from_at, gen_random_uuid() from contact.meeting where thread = ?",
        person
            .thread()
            .toString()
            .toUpperCase(java.util.Locale.ROOT)
            .replaceAll("[^A-F2-9]", "")
            .substring(0, 8),
        language,
        state,
        state.equals("confirmed") ? ours().agency("Byrån " + person.thread(), "ar").toString() : "",
        person.thread());
  }

  @Test
  void nothing_of_a_month_is_told_before_it_is_over_and_all_of_its_days_are_counted() {
    for (int one = 0; one < 6; one++) {
      has(day(0), day(one), 10);
    }
    counted(at(MONTH.atEndOfMonth(), 23));
    assertThat(read(OF_YEAR)).contains("Ingen månad av " + MONTH.getYear() + " visas");
    assertThat(in(Role.HEAD).get(PAGE + "/figures.csv?year=" + MONTH.getYear()).location())
        .isEqualTo(PAGE);
    theMonthIsOver();
    assertThat(words(read(OF_YEAR))).contains("Bokade tider", " 6 ");
  }

  @Test
  void small_numbers_are_signs_on_the_page_and_in_the_file_and_the_file_is_in_the_log() {
    for (int one = 0; one < 12; one++) {
      has(day(0), day(one), 10);
    }
    people.byHand(
        "insert into contact.arrival_count (month, what, number) values (?::date, 'did_not_come', 3)",
        MONTH.atDay(1).toString());
    theMonthIsOver();
    String page = words(read(OF_YEAR));
    assertThat(page).contains("<5".replace("<", "&lt;"), "Räknas", "Av", "Period");
    TestStaff.Person head = staff.add(Role.HEAD);
    Browser.Answer file =
        staff.logIn(head, port).get(PAGE + "/figures.csv?queue=support&year=" + MONTH.getYear());
    assertThat(file.headers().get("content-type")).isEqualTo("text/csv;charset=UTF-8");
    assertThat(file.body())
        .startsWith("month,door,figure,figure_name,value,value_name,count\r\n")
        .contains(
            MONTH + ",support,began,Bokade tider,,,12\r\n",
            MONTH + ",support,did_not_come,Kom inte,,,<5\r\n",
            MONTH + ",support,first,Första tider,,,..\r\n",
            MONTH + ",support,first,Första tider,same_day,Samma dag,:\r\n",
            MONTH + ",support,interpreter,Tider med tolk,ar,Arabiska,:\r\n")
        .doesNotContain(",3\r\n");
    people.byHand("update contact.arrival_count set number = 6");
    assertThat(
            people.text("select number::text from contact.time_count where what = 'did_not_come'"))
        .as("what is found out later changes no month that is told")
        .isEqualTo("3");
    assertThat(
            people.count(
                "select count(*) from audit.line where act = 'export_times' and staff = ? and purpose = ?",
                head.staff(),
                Integer.toString(MONTH.getYear())))
        .isOne();
    assertThat(read(PAGE + "?queue=change&year=" + MONTH.getYear()))
        .as("nothing of the other side")
        .contains("Inget är räknat än");
  }

  @Test
  void those_who_came_without_a_time_are_told_with_what_it_became_and_small_numbers_hidden() {
    for (String one : new String[] {"walked_in 30", "conversation 14", "intake 9", "nothing 2"}) {
      people.byHand(
          "insert into contact.arrival_count (month, what, number) values (?::date, ?, ?::integer)",
          MONTH.atDay(1).toString(),
          one.split(" ")[0],
          one.split(" ")[1]);
    }
    theMonthIsOver();
    assertThat(in(Role.HEAD).get(PAGE + "/figures.csv?year=" + MONTH.getYear()).body())
        .contains(
            MONTH + ",support,walked_in,Kom utan tid,,,30\r\n",
            MONTH + ",support,walked_in,Kom utan tid,conversation,Blev ett samtal,14\r\n",
            MONTH + ",support,walked_in,Kom utan tid,nothing,Blev inget av det,<5\r\n")
        .as("nothing is written of five; told, what is hidden could be reckoned")
        .contains(MONTH + ",support,walked_in,Kom utan tid,not_said,Inget skrivet,..\r\n")
        .contains(MONTH + ",support,walked_in,Kom utan tid,intake,Blev ett intag,..\r\n")
        .contains(MONTH + ",support,consulted,Yrkesverksammas tider,,,<5\r\n");
    assertThat(words(read(OF_YEAR))).contains("De som kom utan tid", "Blev ett samtal", " 30 14 ");
    people.byHand("update contact.arrival_count set number = number + 5");
    clock.set(at(MONTH.plusMonths(1).atDay(2), 1));
    counts.count(Queue.SUPPORT, at(MONTH.plusMonths(1).atDay(2), 1));
    assertThat(people.text("select number::text from contact.time_count where what = 'walked_in'"))
        .as("a month that is told does not change")
        .isEqualTo("30");
    assertThat(words(read(PAGE + "?queue=change&year=" + MONTH.getYear())))
        .doesNotContain("Tider för yrkesverksamma");
  }

  @Test
  void an_empty_month_stands_there_and_a_year_that_is_none_is_said_beside_its_field() {
    assertThat(read(PAGE)).contains("Ingen månad av");
    theMonthIsOver();
    String page = read(OF_YEAR);
    assertThat(words(page)).contains(Integer.toString(MONTH.getYear()), "&lt;5", "Akuta tider");
    Browser.Answer wrong = in(Role.HEAD).get(PAGE + "?year=i+fjol");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body()).contains("”i fjol” är inget år", "Det går inte att visa");
    assertThat(read(PAGE + "?year=" + (MONTH.getYear() - 9)))
        .contains("Ingen månad av " + (MONTH.getYear() - 9) + " visas");
  }

  @Test
  void counting_begins_with_the_month_of_the_first_time_that_begins() {
    people.byHand("delete from contact.time_counted");
    counted(at(day(3), 1));
    assertThat(people.count("select count(*) from contact.time_counted")).isZero();
    assertThat(read(PAGE)).contains("Inget är räknat än");
    has(day(0), day(4), 10);
    counted(at(day(6), 1));
    assertThat(people.text("select since || ' ' || through from contact.time_counted"))
        .isEqualTo(MONTH.atDay(1) + " " + day(6).minusDays(1));
  }

  @Test
  void a_day_that_nobody_looked_at_is_counted_when_somebody_does() {
    has(day(0), day(1), 10);
    has(day(0), day(3), 10);
    counted(at(day(5), 1));
    assertThat(numbers()).contains("began 2");
    assertThat(people.text("select through::text from contact.time_counted"))
        .isEqualTo(day(5).minusDays(1).toString());
  }
}
