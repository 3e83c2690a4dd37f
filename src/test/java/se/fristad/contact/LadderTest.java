package se.fristad.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestEvents;
import se.fristad.retention.Destruction;
import se.fristad.vault.Sides;
import se.fristad.vault.Sweep;

/// The ladder for who is unanswered, and what was promised. A Wednesday, open from nine to four.
@FristadTest
@DisplayName("The ladder")
class LadderTest {
  private static final Instant NINE = Instant.parse("2026-11-25T08:00:00Z");
  private static final Times TIMES =
      new Times(
          Duration.ofMinutes(2),
          List.of(Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(10)),
          List.of(Duration.ofHours(4), Duration.ofHours(8)),
          Duration.ofMinutes(15),
          3);

  @Autowired private List<Sweep> sweeps;
  @Autowired private Destruction destruction;
  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private TestEvents events;
  @Autowired private People people;
  @LocalServerPort private int port;

  @BeforeEach
  void nobodyWaits() {
    // wherever another test left it
    clock.reset();
    people.byHand("delete from contact.thread");
    people.byHand("delete from contact_perpetrator.thread");
    events.forget();
  }

  @AfterEach
  void today() {
    clock.reset();
  }

  @Test
  void each_step_is_reached_at_its_minute_and_not_a_second_before() {
    assertThat(live(Duration.ofMinutes(2).minusSeconds(1))).isEmpty();
    assertThat(live(Duration.ofMinutes(2))).containsExactly(Step.LIVE_1);
    assertThat(live(Duration.ofMinutes(5).minusSeconds(1))).containsExactly(Step.LIVE_1);
    assertThat(live(Duration.ofMinutes(5))).containsExactly(Step.LIVE_1, Step.LIVE_2);
    assertThat(live(Duration.ofMinutes(10))).contains(Step.LIVE_3);
    assertThat(written(Duration.ofHours(4).minusSeconds(1))).isEmpty();
    assertThat(written(Duration.ofHours(4))).containsExactly(Step.MESSAGE_1);
    assertThat(written(Duration.ofHours(8).minusSeconds(1))).containsExactly(Step.MESSAGE_1);
    assertThat(written(Duration.ofHours(8))).containsExactly(Step.MESSAGE_1, Step.MESSAGE_2);
  }

  @Test
  void one_who_has_her_page_open_climbs_at_two_five_and_ten_minutes_once_each_and_is_seen() {
    UUID thread = waits(NINE, true);
    sweep(NINE.plusSeconds(119));
    assertThat(steps(thread)).isZero();
    sweep(NINE.plusSeconds(120));
    sweep(NINE.plusSeconds(121));
    assertThat(steps(thread)).isEqualTo(1);
    assertThat(people.log(thread)).containsExactly("remind:done");
    assertThat(events.of(LadderClimbed.class))
        .extracting(LadderClimbed::step)
        .containsExactly(Step.LIVE_1);
    sweep(NINE.plusSeconds(300));
    sweep(NINE.plusSeconds(600));
    sweep(NINE.plusSeconds(601));
    assertThat(events.of(LadderClimbed.class))
        .extracting(LadderClimbed::step)
        .containsExactly(Step.LIVE_1, Step.LIVE_2, Step.LIVE_3);
    clock.set(NINE.plusSeconds(610));
    assertThat(in(Role.RECEPTION).get("/staff/inbox").body())
        .contains("Väntar på sidan alldeles för länge");
    assertThat(in(Role.CASEWORKER).get("/staff/day").body())
        .contains("En sitter med sidan öppen och har väntat alldeles för länge");
  }

  @Test
  void what_is_written_when_nobody_is_here_climbs_by_the_hours_in_which_somebody_is() {
    UUID thread = waits(Instant.parse("2026-11-25T13:00:00Z"), false);
    // two till four on Wednesday, nine till eleven on Thursday: four hours
    sweep(Instant.parse("2026-11-26T09:59:59Z"));
    assertThat(steps(thread)).isZero();
    sweep(Instant.parse("2026-11-26T10:00:00Z"));
    assertThat(steps(thread)).isEqualTo(1);
    sweep(Instant.parse("2026-11-26T13:59:59Z"));
    assertThat(steps(thread)).isEqualTo(1);
    sweep(Instant.parse("2026-11-26T14:00:00Z"));
    assertThat(events.of(LadderClimbed.class))
        .extracting(LadderClimbed::step)
        .containsExactly(Step.MESSAGE_1, Step.MESSAGE_2);
    clock.set(Instant.parse("2026-11-26T14:01:00Z"));
    assertThat(in(Role.RECEPTION).get("/staff/inbox").body())
        .contains("Obesvarat en hel arbetsdag");
  }

  @Test
  void a_weekend_is_nobodys_wait() {
    // Friday at four, when it shuts
    UUID thread = waits(Instant.parse("2026-11-27T15:00:00Z"), false);
    sweep(Instant.parse("2026-11-30T07:59:00Z"));
    sweep(Instant.parse("2026-11-30T11:59:00Z"));
    assertThat(steps(thread)).isZero();
    sweep(Instant.parse("2026-11-30T12:00:00Z"));
    assertThat(steps(thread)).isEqualTo(1);
  }

  @Test
  void what_the_reception_has_closed_is_nobodys_wait_either() {
    UUID thread = waits(NINE, false);
    closed(NINE, NINE.plus(Duration.ofHours(7)));
    try {
      // the whole of Wednesday is closed: nine till one on Thursday are the first four hours
      sweep(Instant.parse("2026-11-26T11:59:59Z"));
      assertThat(steps(thread)).isZero();
      sweep(Instant.parse("2026-11-26T12:00:00Z"));
      assertThat(steps(thread)).isEqualTo(1);
      clock.set(Instant.parse("2026-11-26T08:30:00Z"));
      assertThat(in(Role.CASEWORKER).get("/staff/day").body())
          .as("who wrote while it was closed came by night")
          .contains("för 2 dagar sedan, tisdag 16:00");
    } finally {
      people.byHand("delete from contact.absence");
    }
  }

  private void closed(Instant from, Instant until) {
    people.byHand(
        "insert into contact.absence (id, from_at, until_at, made_by, made_at) values (gen_random_uuid(), ?::timestamptz, ?::timestamptz, gen_random_uuid(), ?::timestamptz)",
        from.toString(),
        until.toString(),
        from.toString());
  }

  @Test
  void whoever_is_answered_climbs_no_more_and_a_new_wait_begins_from_the_first_step() {
    UUID thread = waits(NINE, true);
    sweep(NINE.plusSeconds(120));
    people.byHand("update contact.thread set waiting_since = null where id = ?", thread);
    sweep(NINE.plusSeconds(300));
    assertThat(steps(thread)).isEqualTo(1);
    people.byHand(
        "update contact.thread set waiting_since = ? where id = ?",
        java.sql.Timestamp.from(NINE.plusSeconds(400)),
        thread);
    clock.set(NINE.plusSeconds(410));
    assertThat(in(Role.RECEPTION).get("/staff/inbox").body()).doesNotContain("första påminnelsen");
    sweep(NINE.plusSeconds(520));
    assertThat(steps(thread)).isEqualTo(2);
  }

  @Test
  void a_job_that_is_killed_half_way_takes_the_step_when_it_comes_back_and_two_take_it_once() {
    UUID first = waits(NINE, true);
    UUID second = waits(NINE, true);
    // killed after the first: the second is taken by whoever comes
    people.byHand("delete from contact.thread where id = ?", second);
    sweep(NINE.plusSeconds(130));
    assertThat(steps(first)).isEqualTo(1);
    second = waits(NINE, true);
    List<CompletableFuture<Void>> nodes =
        List.of(
            CompletableFuture.runAsync(() -> sweep(NINE.plusSeconds(140))),
            CompletableFuture.runAsync(() -> sweep(NINE.plusSeconds(140))),
            CompletableFuture.runAsync(() -> sweep(NINE.plusSeconds(140))));
    nodes.forEach(CompletableFuture::join);
    assertThat(steps(first)).isEqualTo(1);
    assertThat(steps(second)).isEqualTo(1);
    assertThat(people.log(second)).containsExactly("remind:done");
    assertThat(events.of(LadderClimbed.class)).hasSize(2);
  }

  @Test
  void what_was_promised_for_a_time_is_late_a_quarter_of_an_hour_after_it_until_it_is_kept() {
    clock.set(NINE);
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser reception = in(Role.RECEPTION);
    assertThat(promise(reception, person, "2026-11-25", "08:30").body())
        .contains("Tiden ska ligga framåt");
    assertThat(promise(reception, person, "igår", "x").body()).contains("Skriv dag och klockslag");
    assertThat(promise(reception, person, "2026-11-25", "13:00").location())
        .isEqualTo(person.href());
    assertThat(people.log(person.thread())).contains("promise:done");
    assertThat(reception.get(person.href()).body()).contains("Vi har lovat att höra av oss");
    Instant one = Instant.parse("2026-11-25T12:00:00Z");
    people.byHand("update contact.thread set waiting_since = null");
    sweep(one.plusSeconds(15 * 60 - 1));
    assertThat(steps(person.thread())).isZero();
    sweep(one.plusSeconds(15 * 60));
    sweep(one.plusSeconds(15 * 60 + 1));
    assertThat(steps(person.thread())).isEqualTo(1);
    assertThat(events.of(LadderClimbed.class))
        .extracting(LadderClimbed::step)
        .containsExactly(Step.CALLBACK);
    clock.set(one.plusSeconds(16 * 60));
    reception = in(Role.RECEPTION);
    assertThat(reception.get("/staff/inbox").body()).contains("Det vi lovat är inte gjort");
    reception.post(
        person.href() + "/promise",
        Map.of("_form", reception.get(person.href()).token(), "kept", "1"));
    assertThat(people.log(person.thread())).contains("keep_promise:done");
    assertThat(reception.get("/staff/inbox").body()).doesNotContain("Det vi lovat är inte gjort");
  }

  @Test
  @DisplayName(
      "E-T06 after close the words are gone in the configured hours, and the counters remain")
  void the_words_die_a_day_after_closing_and_what_was_promised_leaves_a_stub_without_words() {
    People.Person plain = people.writes(Queue.SUPPORT, "Hej");
    People.Person promised = people.writes(Queue.SUPPORT, "Ring mig");
    for (People.Person one : List.of(plain, promised)) {
      people.byHand(
          "update contact.thread set state = 'closed', closed_at = now(), waiting_since = null where id = ?",
          one.thread());
    }
    people.byHand(
        "insert into contact.promise (id, thread, kind, due_at, made_by, made_at) values (gen_random_uuid(), ?, 'callback', now() + interval '5 days', gen_random_uuid(), now())",
        promised.thread());
    people.byHand(
        "insert into contact.phrase values (?, 1, sha256('x'), '\\x00')", promised.thread());
    long counted = people.count("select count(*) from contact.thread where counted");
    clock.advance(Duration.ofHours(24).minusMinutes(1));
    destruction.run();
    assertThat(words(plain)).as("a minute before").isEqualTo(1);
    clock.advance(Duration.ofMinutes(2));
    destruction.run();
    assertThat(words(plain)).isZero();
    assertThat(people.count("select count(*) from contact.thread where id = ?", plain.thread()))
        .isZero();
    assertThat(people.count("select count(*) from contact.data_key where id = ?", plain.thread()))
        .isZero();
    assertThat(people.log(plain.thread())).contains("destroy:done");
    assertThat(events.of(se.fristad.contact.facts.ContactBegun.class))
        .as("told before they died")
        .hasSize(2);
    assertThat(counted).isZero();

    assertThat(words(promised)).isZero();
    assertThat(
            people.count("select count(*) from contact.phrase where thread = ?", promised.thread()))
        .as("the way back")
        .isEqualTo(1);
    assertThat(destruction.dryRun())
        .as("not due again every quarter of an hour")
        .allMatch(due -> due.count() == 0);
    clock.advance(Duration.ofDays(4).plusHours(23));
    destruction.run();
    assertThat(people.count("select count(*) from contact.thread where id = ?", promised.thread()))
        .as("the day of the promise, and the day after")
        .isEqualTo(1);
    clock.advance(Duration.ofDays(1));
    destruction.run();
    assertThat(people.count("select count(*) from contact.thread where id = ?", promised.thread()))
        .isZero();
  }

  private static List<Step> live(Duration waited) {
    return Ladder.due(waited, true, TIMES);
  }

  private static List<Step> written(Duration waited) {
    return Ladder.due(waited, false, TIMES);
  }

  private long words(People.Person person) {
    return people.count("select count(*) from contact.message where thread = ?", person.thread());
  }

  private static Browser.Answer promise(
      Browser browser, People.Person person, String date, String time) {
    return browser.post(
        person.href() + "/promise",
        Map.of(
            "_form",
            browser.get(person.href()).token(),
            "id",
            UUID.randomUUID().toString(),
            "promise_date",
            date,
            "promise_time",
            time));
  }

  /// Somebody has waited since a moment.
  private UUID waits(Instant since, boolean live) {
    UUID thread = UUID.randomUUID();
    people.byHand(
        "insert into contact.thread (id, language, begun_at, last_seq, waiting_since) values (?, 'sv', ?, 1, ?)",
        thread,
        java.sql.Timestamp.from(since),
        java.sql.Timestamp.from(since));
    if (live) {
      people.byHand(
          "insert into contact.visit (token_hash, thread, wrapped, script, expires_at) values (sha256(convert_to(?, 'UTF8')), ?, '\\x00', true, ?)",
          thread.toString(),
          thread,
          java.sql.Timestamp.from(since.plus(Duration.ofHours(1))));
    }
    return thread;
  }

  private void sweep(Instant now) {
    sweeps.stream()
        .filter(sweep -> sweep.name().equals("climb-ladder"))
        .forEach(sweep -> Sides.run(sweep.side(), () -> sweep.sweep(now)));
  }

  private long steps(UUID thread) {
    return people.count("select count(*) from contact.reminder where thread = ?", thread);
  }

  private Browser in(Role role) {
    return staff.logIn(staff.add(role), port);
  }
}
