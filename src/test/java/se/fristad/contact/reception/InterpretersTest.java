package se.fristad.contact.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
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
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestEvents;

/// Interpreters: from an agency of the register and in no other way, and nobody is named to it.
@FristadTest
@DisplayName("Interpreters beside a booked time")
class InterpretersTest {
  private static final Instant MONDAY = Calendar.monday();
  private static final ZonedDateTime HERE = MONDAY.atZone(OpeningHours.HERE);
  private static final LocalDate DAY = HERE.toLocalDate();

  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private TestEvents events;
  @Autowired private People people;
  @LocalServerPort private int port;

  private People.Person person;
  private Browser reception;
  private String meeting;
  private UUID agency;

  @BeforeEach
  void somebody_has_a_time() {
    people.byHand("delete from contact.thread");
    ours().empty();
    clock.set(MONDAY);
    UUID worker = ours().worker(staff.add(Role.RECEPTION).staff());
    for (int day = 1; day <= 5; day++) {
      ours().hours(worker, day, 9, 16);
    }
    agency = ours().agency("Språkbyrån", "ar,so");
    person = people.writes(Queue.SUPPORT, "Jag heter Amina och bor i Gottsunda");
    reception = staff.logIn(staff.add(Role.RECEPTION), port);
    meeting = books(3);
  }

  @AfterEach
  void and_nobody_afterwards() {
    people.byHand("delete from contact.thread");
    ours().empty();
    clock.reset();
  }

  private Calendar ours() {
    return new Calendar(people, "contact");
  }

  private String books(int hours) {
    String id = UUID.randomUUID().toString();
    assertThat(
            reception.post(person.href() + "/time", form("id", id, "time", time(hours))).location())
        .isEqualTo(person.href());
    return id;
  }

  private static String time(int hours) {
    return "phone." + HERE.plusHours(hours).toEpochSecond() / 60 + ".60";
  }

  private Map<String, String> form(String... fields) {
    Map<String, String> form = new HashMap<>();
    form.put("_form", reception.get("/staff/roles").token());
    for (int at = 0; at < fields.length; at += 2) {
      form.put(fields[at], fields[at + 1]);
    }
    return form;
  }

  private Browser.Answer step(String step, String... fields) {
    Map<String, String> form = form(fields);
    form.put("meeting", meeting);
    form.putIfAbsent("version", version());
    form.put("step", step);
    return reception.post(person.href() + "/interpreter", form);
  }

  private String version() {
    return Long.toString(
        people.count(
            "select coalesce((select version from contact.interpreter where meeting = ?), 0)",
            UUID.fromString(meeting)));
  }

  private Browser.Answer needs(String... changed) {
    Map<String, String> wish = new HashMap<>();
    wish.put("language", "ar");
    wish.put("dialect", "ar-levant");
    wish.put("gender", "woman");
    wish.put("elsewhere", "yes");
    wish.put("by", "phone");
    for (int at = 0; at < changed.length; at += 2) {
      wish.put(changed[at], changed[at + 1]);
    }
    return step(
        "needs",
        wish.entrySet().stream()
            .flatMap(one -> java.util.stream.Stream.of(one.getKey(), one.getValue()))
            .toArray(String[]::new));
  }

  private void confirmed(String number) {
    done(needs());
    done(step("ordered", "agency", agency.toString()));
    done(step("confirmed", "number", number, "nobody_close", "yes"));
  }

  private String page() {
    return reception.get(person.href() + "/interpreter?meeting=" + meeting).body();
  }

  private void done(Browser.Answer answer) {
    assertThat(answer.location())
        .as(answer.body())
        .isEqualTo(person.href() + "/interpreter?meeting=" + meeting);
  }

  private static void refused(Browser.Answer answer, String sentence) {
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains(sentence);
  }

  private String state() {
    return people.text("select state from contact.interpreter where meeting = '" + meeting + "'");
  }

  @Test
  void an_interpreter_is_not_there_for_one_who_does_not_answer_at_that_door() {
    for (Role role : Role.values()) {
      boolean answers =
          role == Role.RECEPTION || role == Role.CASEWORKER || role == Role.TREATMENT_WORKER;
      assertThat(
              staff
                  .logIn(staff.add(role), port)
                  .get(person.href() + "/interpreter?meeting=" + meeting)
                  .status())
          .as(role.code())
          .isEqualTo(answers ? 200 : 404);
    }
    People.Person other = people.writes(Queue.SUPPORT, "Hej");
    assertThat(reception.get(other.href() + "/interpreter?meeting=" + meeting).status())
        .as("the time of somebody else")
        .isEqualTo(404);
    Map<String, String> form = form("meeting", meeting, "version", "0", "step", "needs");
    form.putAll(Map.of("language", "ar", "gender", "any", "elsewhere", "no", "by", "phone"));
    assertThat(reception.post(other.href() + "/interpreter", form).status()).isIn(404, 422);
    assertThat(people.count("select count(*) from contact.interpreter")).isZero();
  }

  @Test
  void it_is_ordered_confirmed_and_came_and_each_step_is_in_the_log() {
    assertThat(page()).contains("value=\"phone\" checked", "Vilken tolk behövs?");
    done(needs());
    assertThat(state()).isEqualTo("needed");
    assertThat(page())
        .contains("Språkbyrån", "+4618123456", "Arabiska, Levanten", "Kvinna", "60 minuter");
    done(step("ordered", "agency", agency.toString()));
    done(step("confirmed", "number", "4711", "nobody_close", "yes"));
    assertThat(reception.get("/staff/times?day=" + DAY).body())
        .contains("Arabiska: tolk är bekräftad", "/interpreter?meeting=" + meeting);
    refused(step("came"), "Tiden har inte börjat.");
    clock.set(MONDAY.plus(Duration.ofHours(5)));
    done(step("came"));
    assertThat(
            people.text(
                "select state || number || gender || way || version from contact.interpreter"))
        .isEqualTo("came4711womanphone4");
    assertThat(people.log(person.thread())).contains("interpreter:done", "interpreter:refused");
    assertThat(
            events.of(InterpreterChanged.class).stream()
                .filter(one -> one.thread().equals(person.thread()))
                .map(InterpreterChanged::state))
        .containsSubsequence("needed", "ordered", "confirmed", "came");
  }

  @Test
  @DisplayName("E-T11: an interpreter is ordered without the person's name, number or case")
  void nothing_that_is_told_to_the_agency_is_about_her() {
    done(needs());
    String page = page();
    int from = page.indexOf("<dl class=\"description\">");
    String told = page.substring(from, page.indexOf("</dl>", from));
    assertThat(told)
        .contains("Arabiska", "kl. 13:00", "60 minuter", "På telefon")
        .doesNotContain("Amina", "Gottsunda", person.thread().toString(), meeting, "Stöd");
    assertThat(Pattern.compile("<dt>").matcher(told).results().count()).isEqualTo(8);
    assertThat(page).as("only what she needs, on the whole page").doesNotContain("Amina");
    assertThat(
            Arrays.stream(InterpreterOrder.class.getRecordComponents())
                .map(one -> one.getName() + " " + one.getType().getSimpleName()))
        .as("an order has no room for anything else")
        .containsExactly(
            "reference String",
            "language String",
            "dialect String",
            "gender String",
            "elsewhere boolean",
            "way Way",
            "from Instant",
            "until Instant");
    assertThat(people.text("select reference from contact.interpreter"))
        .as("a code that is made of nothing of hers")
        .matches("[A-HJ-NP-Z2-9]{8}");
  }

  @Test
  @DisplayName("E-T11: a relative, or anybody with a name, cannot be entered as interpreter")
  void only_an_agency_of_the_register_gives_one() {
    done(needs());
    refused(step("ordered", "agency", "Kusin Ahmed"), "Välj en förmedling som står i registret");
    refused(
        step("ordered", "agency", UUID.randomUUID().toString()),
        "Välj en förmedling som står i registret");
    people.byHand("update contact.agency set in_use = false");
    refused(step("ordered", "agency", agency.toString()), "Välj en förmedling som står i");
    people.byHand("update contact.agency set in_use = true, languages = '{fi}'");
    refused(step("ordered", "agency", agency.toString()), "Välj en förmedling som står i");
    assertThat(page()).contains("Ingen förmedling i registret har språket.");
    people.byHand("update contact.agency set languages = '{ar}'");
    done(step("ordered", "agency", agency.toString()));
    Browser.Answer named = step("confirmed", "number", "Ahmed", "nobody_close", "yes");
    refused(named, "2 till 10 siffror, aldrig ett namn");
    assertThat(named.body()).contains("value=\"Ahmed\"");
    refused(
        step("confirmed", "number", "4711"), "En tolk som kan stå personen nära får inte tolka.");
    assertThat(state()).isEqualTo("ordered");
    assertThat(people.count("select count(number) from contact.interpreter")).isZero();
  }

  @Test
  void one_who_could_not_be_used_is_not_confirmed_for_her_again() {
    confirmed("4711");
    clock.set(MONDAY.plus(Duration.ofHours(5)));
    done(step("unsuitable"));
    meeting = books(24);
    done(needs());
    done(step("ordered", "agency", agency.toString()));
    refused(
        step("confirmed", "number", "4711", "nobody_close", "yes"),
        "Den tolken gick inte att använda för personen förut.");
    done(step("confirmed", "number", "4712", "nobody_close", "yes"));
  }

  @Test
  void a_cancelled_interpreter_is_marked_on_the_day_and_has_the_nearest_free_times() {
    confirmed("4711");
    done(step("cancelled"));
    assertThat(page()).contains("Arabiska: tolken är avbokad", "name=\"time\" value=\"phone.");
    assertThat(reception.get("/staff/times?day=" + DAY).body())
        .contains("Arabiska: tolken är avbokad", "1 tid har en tolk att ordna");
    assertThat(reception.get("/staff/times?view=week&day=" + DAY).body())
        .contains("Arabiska: tolken är avbokad");
    assertThat(
            reception
                .post(
                    person.href() + "/time",
                    form("id", UUID.randomUUID().toString(), "before", meeting, "time", time(24)))
                .location())
        .isEqualTo(person.href());
    done(step("ordered", "agency", agency.toString()));
    assertThat(people.count("select count(number) from contact.interpreter"))
        .as("the number of the one who cancelled is gone")
        .isZero();
  }

  @Test
  void a_moved_or_cancelled_time_has_its_interpreter_called_off() {
    confirmed("4711");
    reception.post(
        person.href() + "/time",
        form("id", UUID.randomUUID().toString(), "before", meeting, "time", time(24)));
    assertThat(page()).contains("tolken är beställd till en annan tid");
    done(step("called_off"));
    done(step("ordered", "agency", agency.toString()));
    reception.post(person.href() + "/time", form("cancel", meeting));
    assertThat(reception.get("/staff/times?day=" + DAY).body())
        .contains("Avbeställ tolken: Arabiska", "/interpreter?meeting=" + meeting);
    refused(
        step("confirmed", "number", "4711", "nobody_close", "yes"),
        "Tiden är borttagen eller har varit.");
    done(step("called_off"));
    assertThat(reception.get("/staff/times?day=" + DAY).body()).doesNotContain("Avbeställ tolken");
    refused(needs(), "Tiden är borttagen eller har varit.");
  }

  @Test
  void what_cannot_be_right_comes_back_beside_its_field_and_a_second_hand_is_told() {
    Browser.Answer wrong =
        needs("language", "klingon", "dialect", "Amina", "by", "", "elsewhere", "");
    refused(wrong, "Välj ett språk.");
    assertThat(wrong.body())
        .contains(
            "Dialekten hör inte till språket.",
            "Välj hur tolken är med.",
            "Välj om tolken ska komma från en annan del av landet.");
    refused(needs("language", "so"), "Dialekten hör inte till språket.");
    assertThat(people.count("select count(*) from contact.interpreter")).isZero();
    done(needs());
    refused(needs("version", "0"), "Någon annan var före.");
    done(step("ordered", "agency", agency.toString()));
    refused(needs(), "Någon annan var före.");
    refused(step("came"), "Någon annan var före.");
    assertThat(state()).isEqualTo("ordered");
  }
}
