package se.fristad.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestEvents;
import se.fristad.retention.Destruction;
import se.fristad.vault.Confidential;

/// Who declined is asked again: when, how, and what became of it (A-MOT-10…13).
@FristadTest
@DisplayName("Declined, offer due")
class OfferTest {
  private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");

  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private TestEvents events;
  @Autowired private People people;
  @Autowired private Receiving receiving;
  @Autowired private Destruction destruction;
  @Autowired private IntakeConflicts conflicts;
  @LocalServerPort private int port;

  @BeforeEach
  void nobodyDeclined() {
    clock.set(NOW);
    people.byHand("delete from intake.offer");
    people.byHand("delete from intake.intake");
    people.byHand("delete from contact.thread");
    events.forget();
  }

  @AfterEach
  void today() {
    clock.reset();
  }

  @Test
  void declined_it_stands_in_the_list_with_its_day_and_nothing_of_the_words() {
    declines(null, "telephone");
    assertThat(in(Role.RECEPTION).get("/staff/offers").body())
        .contains("Per telefon", "1 december 2026", "Kommer")
        .doesNotContain("Ring före tre");
    assertThat(
            people.count(
                "select count(*) from intake.offer where position(convert_to('tre', 'UTF8') in sealed) = 0 and due_on = '2026-12-01'"))
        .isEqualTo(1);
    for (Role role : new Role[] {Role.CHANGE_WORKER, Role.POLICE_OFFICER, Role.LOG_REVIEWER}) {
      assertThat(in(role).get("/staff/offers").status()).as(role.code()).isEqualTo(404);
      assertThat(in(role).get(offer()).status()).as(role.code()).isEqualTo(404);
    }
  }

  @Test
  void an_empty_list_says_when_somebody_stands_there_and_a_long_one_has_pages() {
    assertThat(in(Role.RECEPTION).get("/staff/offers").body())
        .contains("Ingen ska tillfrågas igen");
    for (int i = 0; i < 30; i++) {
      people.byHand(
          "insert into intake.offer (id, channel, due_on, made_by, made_at, sealed) values (gen_random_uuid(), 'telephone', '2026-12-01', gen_random_uuid(), now(), '\\x00')");
    }
    assertThat(in(Role.RECEPTION).get("/staff/offers").body()).contains("Visar 1–25 av 30");
    assertThat(in(Role.RECEPTION).get("/staff/offers?page=2").body()).contains("Visar 26–30 av 30");
  }

  @Test
  void on_its_day_my_day_says_so_and_the_day_before_it_does_not() {
    declines(null, "telephone");
    clock.set(Instant.parse("2026-11-30T22:59:00Z"));
    assertThat(in(Role.CASEWORKER).get("/staff/day").body()).doesNotContain("ska tillfrågas igen");
    clock.set(Instant.parse("2026-11-30T23:01:00Z"));
    assertThat(in(Role.CASEWORKER).get("/staff/day").body())
        .contains("En person som tackade nej ska tillfrågas igen i dag");
    clock.set(Instant.parse("2026-12-02T09:00:00Z"));
    assertThat(in(Role.RECEPTION).get("/staff/offers").body()).contains("Försenat");
  }

  @Test
  void nothing_is_noted_before_the_safe_way_was_read_and_answered_for() {
    declines(null, "telephone");
    Browser reception = in(Role.RECEPTION);
    String href = offer();
    assertThat(reception.get(href).body()).contains("Ring före tre", "Per telefon");
    Browser.Answer refused =
        keep(reception, href, Map.of("answer", "declined", "again", "2026-11-26"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("Läs hur det är tryggt", "Skriv en dag framåt", "value=\"2026-11-26\"");
    assertThat(keep(reception, href, Map.of("safe", "1")).body()).contains("Välj vad det blev.");
    assertThat(people.count("select tries from intake.offer")).isZero();
    assertThat(people.log(id(href))).doesNotContain("keep_offer:done");
    assertThat(events.of(OfferKept.class)).isEmpty();
    assertThat(keep(reception, href, Map.of("safe", "1", "answer", "declined")).location())
        .isEqualTo("/staff/offers");
    assertThat(people.count("select count(*) from intake.offer where answer = 'declined'"))
        .isEqualTo(1);
    assertThat(people.log(id(href))).contains("keep_offer:done");
    assertThat(events.of(OfferKept.class))
        .singleElement()
        .matches(kept -> kept.answer().equals("declined"));
    assertThat(reception.get("/staff/offers").body()).contains("Ingen ska tillfrågas igen");
  }

  @Test
  void not_reached_it_is_tried_again_on_another_day_and_a_page_that_is_old_keeps_nothing() {
    declines(null, "telephone");
    Browser reception = in(Role.RECEPTION);
    String href = offer();
    Map<String, String> old = form(reception, href);
    assertThat(
            keep(
                    reception,
                    href,
                    Map.of("safe", "1", "answer", "not_reached", "again", "2026-12-08"))
                .status())
        .isEqualTo(303);
    assertThat(
            people.count(
                "select count(*) from intake.offer where due_on = '2026-12-08' and tries = 1 and answer is null"))
        .isEqualTo(1);
    assertThat(people.log(id(href))).contains("try_offer:done");
    old.putAll(Map.of("safe", "1", "answer", "declined"));
    Browser.Answer changed = reception.post(href, old);
    assertThat(changed.status()).isEqualTo(409);
    assertThat(changed.body()).contains("Någon annan har redan sparat");
    Browser head = in(Role.HEAD);
    assertThat(head.get(href).body())
        .contains("Ring före tre")
        .doesNotContain("<form method=\"post\" action=\"" + href);
  }

  @Test
  void the_promise_outlives_the_words_of_intake_and_conversation_until_the_day_after_it_was_kept() {
    clock.reset();
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    clock.set(NOW);
    UUID intake = declines(person.thread(), "thread");
    String href = offer();
    people.byHand(
        "update contact.thread set state = 'closed', closed_at = ?, waiting_since = null",
        java.sql.Timestamp.from(NOW));
    people.byHand("update intake.offer set due_on = '2027-02-01'");
    people.byHand("update contact.promise set due_at = '2027-02-01 12:00+01'");
    clock.set(Instant.parse("2026-12-30T09:00:00Z"));
    destruction.run();
    assertThat(people.count("select count(*) from intake.intake where id = ?", intake)).isZero();
    assertThat(people.count("select count(*) from contact.message")).isZero();
    assertThat(people.count("select count(*) from contact.thread where id = ?", person.thread()))
        .isEqualTo(1);
    Browser reception = in(Role.RECEPTION);
    assertThat(reception.get(href).body()).contains(person.thread().toString());
    keep(reception, href, Map.of("safe", "1", "answer", "wants"));
    clock.set(Instant.parse("2026-12-31T10:00:00Z"));
    destruction.run();
    destruction.run();
    assertThat(people.count("select count(*) from intake.offer")).isZero();
    assertThat(people.count("select count(*) from intake.data_key where offer is not null"))
        .isZero();
    assertThat(people.count("select count(*) from contact.thread where id = ?", person.thread()))
        .isZero();
  }

  @Test
  @DisplayName("E-T12 for whoever knows her the promise is not there: no list, number or address")
  void for_whoever_knows_her_the_promise_is_not_there() {
    clock.reset();
    People.Person person = people.writes(Queue.SUPPORT, "Min kusin arbetar hos er");
    clock.set(NOW);
    UUID intake = declines(person.thread(), "thread");
    String href = offer();
    clock.set(Instant.parse("2026-12-01T09:00:00Z"));
    TestStaff.Person cousin = staff.add(Role.CASEWORKER);
    Browser hers = staff.logIn(cousin, port);
    Map<String, String> form = form(hers, href);
    assertThat(hers.get("/staff/day").body()).contains("ska tillfrågas igen i dag");

    // said in the intake, by the head
    people.byHand(
        "insert into intake.conflict (intake, staff, at, declared_by) values (?, ?, ?, ?)",
        intake,
        cousin.viewer().staff(),
        java.sql.Timestamp.from(NOW),
        UUID.randomUUID());
    isNotThere(hers, href, form);
    people.byHand("delete from intake.conflict");
    assertThat(hers.get(href).status()).isEqualTo(200);

    // said in the conversation, by herself
    assertThat(
            hers.post(person.href() + "/conflict", Map.of("_form", form.get("_form"))).location())
        .isEqualTo("/staff/inbox");
    isNotThere(hers, href, form);
    assertThat(in(Role.RECEPTION).get("/staff/offers").body()).contains(href);
  }

  @Test
  @DisplayName("E-T12 a promise made on a call is not there for whoever knows her, nor ever after")
  void a_promise_made_on_a_call_is_not_there_for_whoever_knows_her() {
    UUID intake = declines(null, "telephone");
    String href = offer();
    clock.set(Instant.parse("2026-12-01T09:00:00Z"));
    TestStaff.Person cousin = staff.add(Role.CASEWORKER);
    Browser hers = staff.logIn(cousin, port);
    Map<String, String> form = form(hers, href);
    conflicts.declare(cousin.viewer(), intake, cousin.staff());
    isNotThere(hers, href, form);
    conflicts.lift(
        staff.add(Role.HEAD).viewer(), intake, cousin.staff(), Confidential.of("Ett misstag"));
    assertThat(hers.get(href).status()).isEqualTo(200);
    conflicts.declare(cousin.viewer(), intake, cousin.staff());
    people.byHand("delete from intake.intake where id = ?", intake);
    isNotThere(hers, href, form);
    assertThat(in(Role.RECEPTION).get("/staff/offers").body()).contains(href);
  }

  @Test
  @DisplayName("E-T12 the promise is not there either when the conversation is destroyed")
  void the_promise_is_not_there_either_when_the_conversation_is_destroyed() {
    clock.reset();
    People.Person person = people.writes(Queue.SUPPORT, "Min kusin arbetar hos er");
    clock.set(NOW);
    declines(person.thread(), "thread");
    String href = offer();
    clock.set(Instant.parse("2026-12-01T09:00:00Z"));
    Browser hers = in(Role.CASEWORKER);
    Map<String, String> form = form(hers, href);
    hers.post(person.href() + "/conflict", Map.of("_form", form.get("_form")));
    await()
        .until(
            () -> people.count("select count(*) from intake.not_for where offer is not null") == 1);
    people.byHand("delete from contact.thread where id = ?", person.thread());
    people.byHand("delete from intake.intake");
    people.byHand("update intake.offer set thread = null");
    isNotThere(hers, href, form);
  }

  private void isNotThere(Browser hers, String href, Map<String, String> form) {
    assertThat(hers.get("/staff/offers").body())
        .contains("Ingen ska tillfrågas igen")
        .doesNotContain(href);
    assertThat(hers.get("/staff/day").body()).doesNotContain("ska tillfrågas igen i dag");
    assertThat(hers.get(href).status()).isEqualTo(404);
    Map<String, String> answer = new HashMap<>(form);
    answer.putAll(Map.of("safe", "1", "answer", "declined"));
    assertThat(hers.post(href, answer).status()).isEqualTo(404);
    assertThat(people.count("select count(*) from intake.offer where answer is null")).isEqualTo(1);
    assertThat(people.log(id(href))).doesNotContain("keep_offer:done");
    assertThat(events.of(OfferKept.class)).isEmpty();
  }

  /// Somebody declines an investigation and is promised to be asked again.
  private UUID declines(@Nullable UUID thread, String channel) {
    TestStaff.Person worker = staff.add(Role.RECEPTION);
    UUID intake = UUID.randomUUID();
    WayIn way = thread == null ? WayIn.PHONE : WayIn.CHAT;
    assertThat(receiving.begin(worker.viewer(), intake, way, thread)).isTrue();
    Map<String, String> form = new HashMap<>();
    for (Question question : Question.values()) {
      form.put(question.field(), "no");
    }
    form.putAll(
        Map.of(
            "way", way.code(),
            "children", "no",
            "outcome", "declined",
            "advice", "protection,others,again",
            "offer_channel", channel,
            "offer_date", "2026-12-01",
            "offer_how", "Ring före tre"));
    assertThat(receiving.conclude(worker.viewer(), intake, form)).isTrue();
    return intake;
  }

  private String offer() {
    return "/staff/offers/" + people.id("select id from intake.offer");
  }

  private static Browser.Answer keep(Browser browser, String href, Map<String, String> fields) {
    Map<String, String> form = form(browser, href);
    form.putAll(fields);
    return browser.post(href, form);
  }

  private static Map<String, String> form(Browser browser, String href) {
    Browser.Answer page = browser.get(href);
    Map<String, String> form = new HashMap<>();
    form.put("_form", page.token());
    form.put("version", page.hidden("version"));
    return form;
  }

  private static UUID id(String href) {
    return UUID.fromString(href.substring(href.lastIndexOf('/') + 1));
  }

  private Browser in(Role role) {
    return staff.logIn(staff.add(role), port);
  }
}
