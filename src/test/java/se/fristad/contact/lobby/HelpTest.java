package se.fristad.contact.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
import se.fristad.contact.People;
import se.fristad.contact.Queue;
import se.fristad.contact.reception.Calendar;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestEvents;
import se.fristad.retention.Destruction;
import se.fristad.vault.Sides;
import se.fristad.vault.Sweep;

/// Help by one press: seen by every colleague of that side within a second, taken by one, over, or
/// taken back; and by the head when nobody answers.
@FristadTest
@DisplayName("Help to a room")
class HelpTest {
  private static final Instant MONDAY = Calendar.monday();
  private static final Pattern ASKS = Pattern.compile("hx-get=\"(/staff/help/now[^\"]*)\"");

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

  private static String address(Browser.Answer answer) {
    Matcher asks = ASKS.matcher(answer.body());
    assertThat(asks.find()).isTrue();
    return asks.group(1);
  }

  private static String sees(Browser browser) {
    return browser.get("/staff/help/now").body();
  }

  private UUID call() {
    return people.id("select id from contact.help_call where ended_at is null");
  }

  @Test
  void the_button_stands_on_every_page_of_those_who_receive_and_of_nobody_else() {
    for (Role role : Role.values()) {
      Browser browser = in(role);
      boolean receives = LobbyRule.RECEIVE.contains(role);
      String page = browser.get("/staff/roles").body();
      assertThat(page.contains("action=\"/staff/help\"")).as(role.code()).isEqualTo(receives);
      assertThat(page.contains("hx-get=\"/staff/help/now\""))
          .as(role.code())
          .isEqualTo(receives || role == Role.HEAD);
      if (!receives) {
        assertThat(browser.post("/staff/help", form(browser)).status()).isEqualTo(404);
      }
    }
    assertThat(people.count("select count(*) from contact.help_call")).isZero();
  }

  @Test
  void a_press_is_seen_by_a_colleague_whose_page_waits_within_a_second_and_once() throws Exception {
    Browser reception = in(Role.RECEPTION);
    Browser colleague = in(Role.CASEWORKER);
    Browser other = in(Role.CHANGE_WORKER);
    Map<String, String> press = form(reception);
    String asks = address(colleague.get("/staff/help/now"));
    assertThat(asks).contains("?seen=");
    CompletableFuture<String> waiting =
        CompletableFuture.supplyAsync(() -> colleague.get(asks).body());
    Thread.sleep(Duration.ofMillis(500));
    assertThat(waiting).as("it is held as long as nothing is new").isNotDone();
    long pressed = System.nanoTime();
    assertThat(reception.post("/staff/help", press).location()).isEqualTo("/staff/help");
    assertThat(waiting.get(5, TimeUnit.SECONDS))
        .contains("Hjälp: Receptionen", "Jag går dit", "data-loud");
    assertThat(Duration.ofNanos(System.nanoTime() - pressed)).isLessThan(Duration.ofSeconds(1));
    reception.post("/staff/help", press);
    assertThat(people.count("select count(*) from contact.help_call")).isOne();
    assertThat(people.log(call())).containsExactly("call:done", "ring:done");
    assertThat(events.of(HelpChanged.class))
        .extracting(HelpChanged::what)
        .containsExactly("called", "rung");
    assertThat(sees(other)).as("the other side").doesNotContain("Hjälp:");
  }

  @Test
  void what_was_pressed_on_another_node_is_seen_within_a_second_without_a_signal()
      throws Exception {
    Browser colleague = in(Role.TREATMENT_WORKER);
    String asks = address(colleague.get("/staff/help/now"));
    CompletableFuture<String> waiting =
        CompletableFuture.supplyAsync(() -> colleague.get(asks).body());
    Thread.sleep(Duration.ofMillis(300));
    long written = System.nanoTime();
    people.byHand(
        "insert into contact.help_call (id, place, called_by, called_at) values (?, 'waiting_room', ?, ?::timestamptz)",
        UUID.randomUUID(),
        UUID.randomUUID(),
        MONDAY.toString());
    assertThat(waiting.get(5, TimeUnit.SECONDS)).contains("Hjälp: Väntrummet");
    assertThat(Duration.ofNanos(System.nanoTime() - written)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void it_says_the_room_in_which_she_receives_and_another_one_is_one_press() {
    Calendar ours = new Calendar(people, "contact");
    UUID blue = ours.room("Blå rummet");
    UUID birch = ours.room("Björken");
    TestStaff.Person caseworker = staff.add(Role.CASEWORKER);
    UUID worker = ours.worker(caseworker.staff());
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    ours.booked(worker, blue, person.thread(), MONDAY.minusSeconds(1800));
    Browser browser = staff.logIn(caseworker, port);
    browser.post("/staff/help", form(browser));
    assertThat(sees(in(Role.RECEPTION)))
        .contains("Hjälp: Blå rummet")
        .doesNotContain(person.thread().toString());
    String href = "/staff/help/support/" + call();
    browser.post(href, form(browser, "act", "move", "place", birch.toString()));
    assertThat(sees(in(Role.RECEPTION))).contains("Hjälp: Björken");
    Browser stranger = in(Role.RECEPTION);
    stranger.post(href, form(stranger, "act", "move", "place", "desk"));
    assertThat(people.text("select place from contact.help_call"))
        .as("only the caller knows where she is")
        .isEqualTo("room");
    assertThat(people.log(call())).containsExactly("call:done", "move:done");
  }

  @Test
  void one_goes_there_the_next_sees_who_and_all_see_that_it_is_over() {
    Browser caller = in(Role.RECEPTION);
    TestStaff.Person first = staff.add(Role.CASEWORKER);
    Browser goes = staff.logIn(first, port);
    Browser second = in(Role.TREATMENT_WORKER);
    caller.post("/staff/help", form(caller));
    UUID id = call();
    String href = "/staff/help/support/" + id;
    Map<String, String> htmx = form(goes, "act", "take");
    Browser.Answer taken = goes.post(href, htmx, Map.of("HX-Request", "true"));
    assertThat(taken.status()).as("the page stays").isEqualTo(200);
    assertThat(taken.body()).contains("Du går dit.", "Det är över").doesNotContain("data-loud");
    second.post(href, form(second, "act", "take"));
    assertThat(people.text("select taken_by::text from contact.help_call"))
        .isEqualTo(first.staff().toString());
    assertThat(sees(second)).contains("går dit.").doesNotContain("Jag går dit");
    goes.post(href, form(goes, "act", "end"));
    assertThat(sees(caller)).contains("Det är över.");
    clock.set(MONDAY.plusSeconds(65));
    assertThat(sees(caller)).doesNotContain("Hjälp:");
    assertThat(caller.get("/staff/help").body()).contains("Receptionen", "över");
    assertThat(people.log(id)).containsExactly("call:done", "take:done", "end:done");
    assertThat(events.of(HelpChanged.class))
        .extracting(HelpChanged::what)
        .containsExactly("called", "taken", "ended");
  }

  @Test
  void after_a_minute_without_an_answer_it_climbs_to_the_head_once() {
    Browser caller = in(Role.RECEPTION);
    Browser head = in(Role.HEAD);
    Browser colleague = in(Role.CASEWORKER);
    caller.post("/staff/help", form(caller));
    UUID id = call();
    clock.set(MONDAY.plusSeconds(55));
    climb();
    assertThat(sees(colleague)).contains("Hjälp:");
    assertThat(sees(head)).doesNotContain("Hjälp:");
    clock.set(MONDAY.plusSeconds(65));
    assertThat(sees(head)).contains("Hjälp: Receptionen", "Ingen har svarat", "112");
    climb();
    climb();
    assertThat(people.log(id)).containsExactly("call:done", "remind:done");
    assertThat(events.of(HelpChanged.class))
        .filteredOn(one -> one.what().equals("unanswered"))
        .hasSize(1);
    head.post("/staff/help/support/" + id, form(head, "act", "take"));
    assertThat(sees(caller)).contains("går dit.").doesNotContain("Ingen har svarat");
  }

  private void climb() {
    sweeps.stream()
        .filter(one -> one.name().equals("unanswered-help"))
        .forEach(one -> Sides.run(one.side(), () -> one.sweep(clock.instant())));
  }

  @Test
  void it_stays_a_year_for_the_review_of_our_own_safety() {
    Browser caller = in(Role.RECEPTION);
    caller.post("/staff/help", form(caller));
    Browser colleague = in(Role.CASEWORKER);
    colleague.post("/staff/help/support/" + call(), form(colleague, "act", "end"));
    clock.set(MONDAY.plus(Duration.ofDays(364)));
    destruction.run();
    assertThat(people.count("select count(*) from contact.help_call")).isOne();
    clock.set(MONDAY.plus(Duration.ofDays(365)).plusSeconds(60));
    destruction.run();
    assertThat(people.count("select count(*) from contact.help_call")).isZero();
  }
}
