package se.fristad.contact.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
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

/// The week's acute times: what stands beside what is proposed, changed and accepted.
@FristadTest
@DisplayName("The week's acute times")
class AcuteTimesTest {
  /// Today, at ten; the week that is planned is this one, whose every day is open.
  private static final Instant MONDAY = Calendar.monday();

  private static final LocalDate DAY = MONDAY.atZone(OpeningHours.HERE).toLocalDate();
  private static final LocalDate FRIDAY = DAY.plusDays(4);
  private static final String HOME = AcutePages.HOME;
  private static final String NEXT = HOME + "?week=" + DAY;
  private static final Pattern PICK =
      Pattern.compile("<select[^>]* name=\"(pick_[0-9]+_[0-9]+)\"(.*?)</select>", Pattern.DOTALL);
  private static final Pattern CHOSEN = Pattern.compile("value=\"([^\"]+)\" selected");
  private static final Pattern HIDDEN = Pattern.compile("name=\"(id_[0-9_]+)\" value=\"([^\"]+)\"");
  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private TestEvents events;
  @Autowired private People people;
  @LocalServerPort private int port;

  @BeforeEach
  void nothing_is_set_up() {
    and_nothing_afterwards();
    clock.set(DAY.minusDays(4).atTime(10, 0).atZone(OpeningHours.HERE).toInstant());
    events.forget();
  }

  @AfterEach
  void and_nothing_afterwards() {
    people.byHand("delete from contact.thread");
    for (String schema : new String[] {"contact", "contact_perpetrator"}) {
      new Calendar(people, schema).empty();
      people.byHand("delete from " + schema + ".acute_wanted");
    }
    clock.reset();
  }

  private Browser in(Role role) {
    return staff.logIn(staff.add(role), port);
  }

  private UUID receives() {
    Calendar calendar = new Calendar(people, "contact");
    UUID worker = calendar.worker(staff.add(Role.CASEWORKER).staff());
    for (int day = 1; day <= 5; day++) {
      calendar.hours(worker, day, 9, 16);
    }
    return worker;
  }

  /// The form as it stands on the page.
  private static Map<String, String> form(Browser.Answer page) {
    Map<String, String> form = new TreeMap<>();
    form.put("_form", page.token());
    form.put("queue", "support");
    form.put("week", DAY.toString());
    Matcher hidden = HIDDEN.matcher(page.body());
    while (hidden.find()) {
      form.put(hidden.group(1), hidden.group(2));
    }
    Matcher pick = PICK.matcher(page.body());
    while (pick.find()) {
      Matcher chosen = CHOSEN.matcher(pick.group(2));
      form.put(pick.group(1), chosen.find() ? chosen.group(1) : "");
    }
    return form;
  }

  private long oneDay(LocalDate day) {
    return people.count(
        "select count(*) from contact.hours where kind = 'acute' and valid_from = ?::date and valid_until = ?::date",
        day.toString(),
        day.toString());
  }

  @Test
  void those_who_set_up_the_reception_see_it_each_side_its_own() {
    receives();
    assertThat(in(Role.CASEWORKER).get(HOME).status()).isEqualTo(404);
    assertThat(in(Role.RECEPTION).get(HOME + "?queue=change").status()).isEqualTo(404);
    assertThat(in(Role.CHANGE_WORKER).get(HOME).body()).contains("Ingen tar emot ännu");
    assertThat(in(Role.HEAD).get(HOME).body()).contains("15 akuta tider saknas");
    assertThat(in(Role.RECEPTION).get(SetUpPages.HOME).body()).contains("Veckans akuta tider");
  }

  @Test
  void a_day_is_accepted_and_is_held_out_of_the_ordinary_times_and_the_rest_stays_as_chosen() {
    UUID worker = receives();
    new Calendar(people, "contact").room("Blå rummet");
    Browser head = in(Role.HEAD);
    Browser.Answer page = head.get(NEXT);
    assertThat(page.body())
        .contains("15 akuta tider saknas. Förslaget ger alla.", "0 av 3", "Blå rummet");
    Map<String, String> form = form(page);
    assertThat(form.get("pick_1_1")).startsWith(worker.toString());
    form.put("pick_2_1", "");
    String changed = form.get("pick_2_2");
    form.put("day", DAY.toString());
    String location = head.post(HOME, form).location();
    assertThat(oneDay(DAY)).isEqualTo(3);
    assertThat(people.count("select count(*) from contact.hours where room is not null"))
        .isEqualTo(3);
    assertThat(people.log(worker))
        .containsExactly("set_hours:done", "set_hours:done", "set_hours:done");
    assertThat(events.of(ReceptionChanged.class))
        .filteredOn(one -> one.what().equals("worker") && one.id().equals(worker))
        .hasSize(3);
    Browser.Answer after = head.get(location);
    assertThat(after.body()).contains("3 akuta tider är tagna.", "3 av 3");
    assertThat(form(after).get("pick_2_1")).as("Tuesday is as it was changed").isEmpty();
    assertThat(form(after).get("pick_2_2")).isEqualTo(changed);
    head.post(HOME, form);
    assertThat(oneDay(DAY)).as("sent twice it is once").isEqualTo(3);
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    String clockOn =
        people.text("select starts::text from contact.hours where kind = 'acute' limit 1");
    Browser reception = in(Role.RECEPTION);
    Map<String, String> wish =
        Map.of("date", DAY.toString(), "clock", clockOn.substring(0, 5), "way", "phone");
    assertThat(reception.postFrom("/staff/roles", person.href() + "/time", wish).body())
        .contains("Det är en akut tid. Den släpps samma dag.");
  }

  @Test
  void the_whole_week_is_refused_when_one_of_its_times_was_booked_meanwhile() {
    UUID worker = receives();
    Browser head = in(Role.HEAD);
    Map<String, String> form = form(head.get(NEXT));
    String[] parts = form.getOrDefault("pick_3_2", "").split("\\.");
    new Calendar(people, "contact")
        .booked(
            worker,
            null,
            people.writes(Queue.SUPPORT, "Hej").thread(),
            Instant.ofEpochSecond(Long.parseLong(parts[1]) * 60));
    Browser.Answer refused = head.post(HOME, form);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("är inte ledig längre", "Inget är sparat ännu.");
    assertThat(form(refused).get("pick_3_1")).as("the rest stays").isEqualTo(form.get("pick_3_1"));
    assertThat(form(refused).get("pick_3_2")).isEmpty();
    assertThat(people.count("select count(*) from contact.hours where kind = 'acute'")).isZero();
    assertThat(people.log(worker)).containsExactly("set_hours:refused");
    assertThat(events.of(ReceptionChanged.class)).isEmpty();
    assertThat(head.post(HOME, form(refused)).status()).isEqualTo(303);
    assertThat(people.count("select count(*) from contact.hours where kind = 'acute'"))
        .isEqualTo(14);
  }

  @Test
  void a_line_chosen_twice_one_that_is_none_and_none_at_all_are_refused_beside_the_line() {
    receives();
    Browser head = in(Role.HEAD);
    Map<String, String> form = form(head.get(NEXT));
    form.put("pick_1_2", form.get("pick_1_1"));
    assertThat(head.post(HOME, form).body()).contains("vald två gånger");
    form.put("pick_1_2", "i morgon");
    assertThat(head.post(HOME, form).body()).contains("Välj en tid i listan.");
    form.replaceAll((name, value) -> name.startsWith("pick_") ? "" : value);
    assertThat(head.post(HOME, form).body()).contains("Välj minst en tid.");
    assertThat(people.count("select count(*) from contact.hours where kind = 'acute'")).isZero();
  }

  @Test
  void what_stands_counts_who_is_away_does_not_and_an_accepted_time_is_taken_back() {
    UUID worker = receives();
    Calendar calendar = new Calendar(people, "contact");
    UUID other = calendar.worker(staff.add(Role.CASEWORKER).staff());
    calendar.acute(other, 1, 9, calendar.room("Blå rummet"));
    Browser head = in(Role.HEAD);
    assertThat(head.get(NEXT).body()).contains("1 av 3");
    people.byHand(
        "insert into contact.absence (id, worker, from_at, until_at, made_by, made_at) values (?, ?, ?::timestamptz, ?::timestamptz, ?, ?::timestamptz)",
        UUID.randomUUID(),
        other,
        DAY + "T00:00Z",
        FRIDAY + "T00:00Z",
        UUID.randomUUID(),
        DAY + "T00:00Z");
    Browser.Answer page = head.get(NEXT);
    assertThat(page.body()).contains("0 av 3", "Räknas inte: den som tar emot är borta.");
    Map<String, String> form = form(page);
    form.put("day", DAY.toString());
    head.post(HOME, form);
    String accepted =
        people.text(
            "select id::text from contact.hours where kind = 'acute' and valid_until is not null limit 1");
    String standing =
        people.text(
            "select id::text from contact.hours where kind = 'acute' and valid_until is null");
    Map<String, String> end = Map.of("queue", "support", "week", DAY.toString(), "end", accepted);
    assertThat(head.postFrom(NEXT, HOME, end).status()).isEqualTo(303);
    assertThat(oneDay(DAY)).isEqualTo(2);
    assertThat(people.log(worker)).contains("end_hours:done");
    assertThat(
            head.postFrom(
                    NEXT, HOME, Map.of("queue", "support", "week", DAY.toString(), "end", standing))
                .status())
        .as("what stands each week is ended where it was set up")
        .isEqualTo(404);
  }

  @Test
  void how_many_a_day_is_to_have_is_kept_and_a_wrong_number_comes_back() {
    receives();
    Browser head = in(Role.HEAD);
    Map<String, String> wanted = new TreeMap<>();
    wanted.put("queue", "support");
    wanted.put("week", DAY.toString());
    for (int day = 1; day <= 5; day++) {
      wanted.put("want_" + day, "3");
    }
    wanted.put("want_2", "många");
    Browser.Answer wrong = head.postFrom(NEXT, HOME + "/wanted", wanted);
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("Skriv ett antal, 0 till 12.", "value=\"många\"");
    wanted.put("want_2", "1");
    assertThat(head.postFrom(NEXT, HOME + "/wanted", wanted).status()).isEqualTo(303);
    assertThat(
            people.count(
                "select count(*) from contact.acute_wanted where weekday = 2 and times = 1"))
        .isOne();
    assertThat(people.count("select count(*) from contact.acute_wanted"))
        .as("what is as it was is not written")
        .isOne();
    UUID id = people.id("select id from contact.acute_wanted");
    assertThat(people.log(id)).containsExactly("change:done");
    assertThat(events.of(ReceptionChanged.class))
        .anyMatch(one -> one.what().equals("acute_wanted") && one.id().equals(id));
    assertThat(head.get(NEXT).body()).contains("13 akuta tider saknas", "0 av 1");
  }

  @Test
  void from_the_middle_of_the_week_the_head_is_told_of_the_next() {
    receives();
    Browser head = in(Role.HEAD);
    assertThat(head.get("/staff/day").body())
        .contains("Nästa vecka saknar 15 akuta tider", "/staff/times/acute?queue=support");
    head.post(HOME, form(head.get(NEXT)));
    assertThat(head.get("/staff/day").body()).doesNotContain("Nästa vecka saknar");
    clock.set(MONDAY);
    assertThat(head.get("/staff/day").body()).doesNotContain("Nästa vecka saknar");
  }
}
