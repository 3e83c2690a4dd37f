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
import se.fristad.contact.People;
import se.fristad.contact.Queue;
import se.fristad.contact.reception.Calendar;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestEvents;
import se.fristad.retention.Destruction;
import se.fristad.vault.Sides;
import se.fristad.vault.Sweep;

/// A call for help holds: every press is heard, from where she is, told truly, and nobody beside
/// her can make it stop.
@FristadTest
@DisplayName("A call for help that holds")
class HelpHeldTest {
  private static final Instant MONDAY = Calendar.monday();

  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private TestEvents events;
  @Autowired private People people;
  @Autowired private Destruction destruction;
  @Autowired private List<Sweep> sweeps;
  @LocalServerPort private int port;

  @BeforeEach
  void nobody_calls() {
    afterwards();
    clock.set(MONDAY);
    events.forget();
  }

  @AfterEach
  void afterwards() {
    people.byHand("delete from contact.thread");
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

  private static void press(Browser browser) {
    assertThat(browser.post("/staff/help", form(browser)).location()).isEqualTo("/staff/help");
  }

  private static void act(Browser browser, UUID call, String act) {
    browser.post("/staff/help/support/" + call, form(browser, "act", act));
  }

  private static String sees(Browser browser) {
    return browser.get("/staff/help/now").body();
  }

  private UUID call() {
    return people.id("select id from contact.help_call where ended_at is null");
  }

  private void sweep(String name) {
    sweeps.stream()
        .filter(one -> one.name().equals(name))
        .forEach(one -> Sides.run(one.side(), () -> one.sweep(clock.instant())));
  }

  @Test
  void a_press_after_a_colleague_has_gone_to_an_older_call_is_a_new_one() {
    Browser caller = in(Role.RECEPTION);
    Browser colleague = in(Role.CASEWORKER);
    press(caller);
    UUID first = call();
    act(colleague, first, "take");
    clock.set(MONDAY.plusSeconds(30));
    press(caller);
    UUID second = call();
    assertThat(second).isNotEqualTo(first);
    assertThat(
            people.text(
                "select (ended_by = called_by)::text from contact.help_call where id = ?", first))
        .isEqualTo("true");
    assertThat(sees(colleague)).contains("data-loud", "Jag går dit");
    assertThat(people.log(first)).containsExactly("call:done", "take:done", "end:done");
    assertThat(people.log(second)).containsExactly("call:done");
    assertThat(events.of(HelpChanged.class))
        .extracting(HelpChanged::what)
        .containsExactly("called", "taken", "ended", "called");
  }

  @Test
  void a_press_against_an_old_call_that_nobody_took_is_new_and_the_head_waits_no_other_minute() {
    Browser caller = in(Role.RECEPTION);
    Browser head = in(Role.HEAD);
    Browser colleague = in(Role.CASEWORKER);
    press(caller);
    UUID first = call();
    clock.set(MONDAY.plusSeconds(121));
    assertThat(sees(colleague)).contains("Hjälp:");
    press(caller);
    assertThat(call()).isNotEqualTo(first);
    assertThat(sees(head)).contains("Hjälp: Receptionen", "Ingen har svarat");
  }

  @Test
  void a_press_against_a_call_that_rings_tells_where_she_is_now_and_keeps_its_minute() {
    TestStaff.Person worker = staff.add(Role.CASEWORKER);
    Browser caller = staff.logIn(worker, port);
    Browser colleague = in(Role.RECEPTION);
    UUID blue = new Calendar(people, "contact").room("Blå rummet");
    press(caller);
    UUID id = call();
    act(caller, id, "back");
    clock.set(MONDAY.plusSeconds(50));
    caller.post("/staff/help", form(caller, "room", blue.toString()));
    assertThat(call()).isEqualTo(id);
    assertThat(sees(colleague))
        .as("she calls again: it was no mistake")
        .contains("Hjälp: Blå rummet", "ropar igen", "data-loud");
    assertThat(people.count("select version from contact.help_call where id = ?", id)).isEqualTo(3);
    clock.set(MONDAY.plusSeconds(65));
    sweep("unanswered-help");
    assertThat(people.log(id))
        .containsExactly("call:done", "take_back:done", "ring:done", "remind:done");
  }

  @Test
  void the_night_ends_what_nobody_ended_so_that_it_dies_after_its_year() {
    Browser caller = in(Role.RECEPTION);
    press(caller);
    UUID id = call();
    clock.set(MONDAY.plus(Duration.ofHours(13)));
    sweep("help-left-open");
    assertThat(call()).as("the day is not gone").isEqualTo(id);
    clock.set(MONDAY.plus(Duration.ofHours(18)));
    sweep("help-left-open");
    sweep("help-left-open");
    assertThat(people.count("select count(*) from contact.help_call where ended_at is null"))
        .isZero();
    assertThat(people.log(id)).containsExactly("call:done", "end:done");
    assertThat(events.of(HelpChanged.class))
        .extracting(HelpChanged::what)
        .containsExactly("called", "lapsed");
    assertThat(caller.get("/staff/help").body()).contains("ingen skrev in att det var över");
    clock.set(MONDAY.plus(Duration.ofDays(366)));
    destruction.run();
    assertThat(people.count("select count(*) from contact.help_call")).isZero();
  }

  @Test
  void her_page_says_how_many_hear_her_and_the_head_hears_at_once_whom_nobody_hears()
      throws Exception {
    Browser caller = in(Role.RECEPTION);
    Browser head = in(Role.HEAD);
    Browser colleague = in(Role.CASEWORKER);
    sees(in(Role.CHANGE_WORKER));
    sees(caller);
    press(caller);
    assertThat(sees(caller))
        .as("neither she nor the other side is anybody who hears her")
        .contains("Ingen annan är inloggad: ring 112");
    assertThat(sees(head)).contains("Hjälp: Receptionen", "Ingen kollega är inloggad");
    assertThat(sees(caller)).contains("Bara en chef är inloggad", "112");
    sees(colleague);
    assertThat(sees(caller)).contains("En kollega är inloggad och ser det");
    assertThat(sees(head)).as("a colleague has her minute").doesNotContain("Hjälp:");
    clock.set(MONDAY.plusSeconds(31));
    Thread.sleep(350); // a node looks three times a second
    assertThat(sees(caller)).contains("Ingen annan är inloggad: ring 112");
    assertThat(sees(head)).contains("Hjälp: Receptionen");
  }

  @Test
  void it_says_the_room_of_the_time_that_runs_and_never_one_of_a_time_that_is_over() {
    Calendar ours = new Calendar(people, "contact");
    UUID blue = ours.room("Blå rummet");
    UUID birch = ours.room("Björken");
    TestStaff.Person caseworker = staff.add(Role.CASEWORKER);
    UUID worker = ours.worker(caseworker.staff());
    UUID early =
        ours.booked(
            worker,
            blue,
            people.writes(Queue.SUPPORT, "Hej").thread(),
            MONDAY.minus(Duration.ofMinutes(90)));
    people.byHand(
        "insert into contact.lobby (id, sign, came_at, until_at, house, meeting, children, language, interpreter, room, seated_at)"
            + " values (?, 'blue_1', ?::timestamptz, ?::timestamptz, 1, ?, 0, 'sv', false, ?, ?::timestamptz)",
        UUID.randomUUID(),
        MONDAY.minus(Duration.ofMinutes(90)).toString(),
        MONDAY.plus(Duration.ofHours(2)).toString(),
        early,
        blue,
        MONDAY.minus(Duration.ofMinutes(90)).toString());
    Browser caller = staff.logIn(caseworker, port);
    Browser colleague = in(Role.RECEPTION);
    press(caller);
    assertThat(sees(colleague))
        .contains("Hjälp: platsen är inte känd (senast bokad: Blå rummet)")
        .doesNotContain("Receptionen");
    ours.booked(
        worker,
        birch,
        people.writes(Queue.SUPPORT, "Hej").thread(),
        MONDAY.minus(Duration.ofMinutes(15)));
    press(caller);
    assertThat(sees(colleague)).contains("Hjälp: Björken");
  }

  @Test
  void whoever_stands_beside_her_cannot_make_it_stop_a_colleague_must_have_looked() {
    Browser caller = in(Role.RECEPTION);
    Browser colleague = in(Role.CASEWORKER);
    Browser head = in(Role.HEAD);
    sees(colleague);
    press(caller);
    UUID id = call();
    assertThat(sees(caller))
        .as("a small mark: her screen is read by whoever stands beside her")
        .contains("help-own", "Fel knapp")
        .doesNotContain("data-loud", "<h2>", "Det är över");
    act(caller, id, "end");
    act(caller, id, "confirm");
    act(colleague, id, "confirm");
    act(colleague, id, "back");
    assertThat(sees(colleague)).as("only she says that it was a mistake").contains("data-loud");
    assertThat(call()).as("hers to call, a colleague's to end").isEqualTo(id);
    act(caller, id, "back");
    act(colleague, id, "back");
    assertThat(call()).isEqualTo(id);
    assertThat(sees(colleague))
        .contains("säger att det var ett misstag: titta in", "Jag går dit")
        .doesNotContain("data-loud");
    clock.set(MONDAY.plusSeconds(65));
    sees(colleague);
    sweep("unanswered-help");
    assertThat(sees(head)).as("the ladder still counts").contains("Hjälp: Receptionen");
    act(colleague, id, "confirm");
    assertThat(sees(caller)).contains("Det var fel knapp.");
    assertThat(people.text("select false_press::text from contact.help_call where id = ?", id))
        .isEqualTo("true");
    assertThat(people.log(id))
        .containsExactly("call:done", "take_back:done", "remind:done", "confirm:done");
    assertThat(events.of(HelpChanged.class))
        .extracting(HelpChanged::what)
        .containsExactly("called", "doubted", "unanswered", "false_press");
  }
}
