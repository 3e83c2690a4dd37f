package se.fristad.contact.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.People;
import se.fristad.contact.Queue;
import se.fristad.contact.ThreadId;
import se.fristad.contact.front.RemindWishes;
import se.fristad.contact.front.TimesToBook;
import se.fristad.contact.front.TimesToBook.Chosen;
import se.fristad.contact.front.TimesToBook.TakenBack;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestEvents;
import se.fristad.vault.Confidential;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;
import se.fristad.vault.Sweep;

/// Those who ask in their work have times too: with the same people, in the same rooms, and with no
/// word of whom it is about.
@FristadTest
@DisplayName("Times for those who ask in their work")
class WorkTimesTest {
  private static final Instant MONDAY = Calendar.monday();
  private static final ZonedDateTime HERE = MONDAY.atZone(OpeningHours.HERE);
  private static final ZonedDateTime NOON = HERE.plusDays(1).withHour(12);

  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private TestEvents events;
  @Autowired private People people;
  @Autowired private TimesToBook front;
  @Autowired private TimeCounts counts;
  @Autowired private RemindWishes wishes;
  @Autowired private Interpreters interpreters;
  @Autowired private List<Sweep> sweeps;
  @LocalServerPort private int port;

  private UUID room;
  private UUID worker;
  private People.Person teacher;

  @BeforeEach
  void one_room_and_one_who_receives() {
    afterwards();
    clock.set(MONDAY);
    room = ours().room("Blå rummet");
    worker = ours().worker(staff.add(Role.CASEWORKER).staff());
    for (int day = 1; day <= 5; day++) {
      ours().hours(worker, day, 9, 16);
    }
    teacher = people.writes(Queue.PROFESSIONAL, "Jag är skolsköterska och undrar över en elev.");
  }

  @AfterEach
  void afterwards() {
    people.byHand("delete from contact.thread");
    people.byHand("delete from contact_professional.thread");
    people.byHand("delete from contact_perpetrator.thread");
    people.byHand("delete from contact.time_count");
    people.byHand("delete from contact.time_counted");
    people.byHand("delete from contact.arrival_count");
    ours().empty();
    new Calendar(people, "contact_perpetrator").empty();
    clock.reset();
  }

  private Calendar ours() {
    return new Calendar(people, "contact");
  }

  private static String code(Way way, ZonedDateTime at) {
    return way.code() + "." + at.toEpochSecond() / 60 + ".60";
  }

  private Chosen chooses(People.Person person, Way way, ZonedDateTime at, String errand) {
    return Sides.on(
        Side.FRONT,
        () ->
            front.choose(
                person.queue(), person.token(), UUID.randomUUID(), code(way, at), errand, "sv"));
  }

  private List<String> free(People.Person person) {
    return Sides.on(
            Side.FRONT, () -> front.offer(person.queue(), person.token(), "sv").orElseThrow())
        .free()
        .stream()
        .map(FreeTimes.Time::code)
        .toList();
  }

  private String times() {
    return people.text(
        "select coalesce(string_agg(way || ' ' || kind || ' ' || errand || ' ' || (thread is null) || ' ' || (asker = ?), ', '), '') from contact.meeting where state = 'booked'",
        teacher.thread());
  }

  private Browser in(Role role) {
    return staff.logIn(staff.add(role), port);
  }

  private Map<String, String> form(Browser browser, String... fields) {
    Map<String, String> form = new HashMap<>();
    form.put("_form", browser.get("/staff/roles").token());
    form.put("id", UUID.randomUUID().toString());
    for (int at = 0; at < fields.length; at += 2) {
      form.put(fields[at], fields[at + 1]);
    }
    return form;
  }

  @Test
  void she_books_changes_and_takes_back_a_time_of_her_own_on_her_page() {
    assertThat(chooses(teacher, Way.PHONE, NOON, "consultation")).isInstanceOf(Chosen.Stands.class);
    assertThat(times()).isEqualTo("phone ordinary consultation true true");
    assertThat(chooses(teacher, Way.ON_SITE, NOON, "accompanies"))
        .as("the same hour, and she comes with somebody")
        .isInstanceOf(Chosen.Stands.class);
    assertThat(times()).isEqualTo("on_site ordinary accompanies true true");
    assertThat(Sides.on(Side.FRONT, () -> front.takeBack(Queue.PROFESSIONAL, teacher.token())))
        .isInstanceOf(TakenBack.Free.class);
    assertThat(people.count("select count(*) from contact.taken")).isZero();
  }

  @Test
  void whoever_comes_with_somebody_is_told_that_it_must_be_here_and_when_that_is_free() {
    assertThat(chooses(teacher, Way.VIDEO, NOON, "accompanies"))
        .isInstanceOfSatisfying(
            Chosen.Taken.class,
            taken -> {
              assertThat(taken.why()).isEqualTo(TimesToBook.Why.HERE);
              assertThat(taken.nearest())
                  .hasSize(3)
                  .allMatch(time -> time.way() == Way.ON_SITE)
                  .anyMatch(time -> time.from().equals(NOON.toInstant()));
            });
    assertThat(people.count("select count(*) from contact.meeting")).isZero();
  }

  @Test
  void she_and_a_person_share_one_calendar_and_neither_has_what_the_other_took() {
    People.Person she = people.writes(Queue.SUPPORT, "Hej");
    assertThat(chooses(teacher, Way.PHONE, NOON, "")).isInstanceOf(Chosen.Stands.class);
    assertThat(free(she)).doesNotContain(code(Way.PHONE, NOON), code(Way.ON_SITE, NOON));
    assertThat(chooses(she, Way.PHONE, NOON, "")).isInstanceOf(Chosen.Taken.class);
    assertThat(chooses(she, Way.ON_SITE, NOON.plusHours(1), "")).isInstanceOf(Chosen.Stands.class);
    assertThat(
            people.count(
                "select count(*) from contact.meeting where thread = ? and errand is null",
                she.thread()))
        .as("nobody else is asked what she comes for")
        .isOne();
    assertThat(free(teacher)).doesNotContain(code(Way.PHONE, NOON.plusHours(1)));
    assertThat(chooses(teacher, Way.PHONE, NOON.plusHours(1), "")).isInstanceOf(Chosen.Taken.class);
  }

  @Test
  void acute_times_are_for_those_who_seek_support_themselves() {
    people.byHand("delete from contact.hours");
    ours().acute(worker, 1, 13, room);
    People.Person she = people.writes(Queue.SUPPORT, "Hej");
    ZonedDateTime thirteen = HERE.withHour(13);
    assertThat(free(she)).contains(code(Way.PHONE, thirteen));
    assertThat(free(teacher)).isEmpty();
    assertThat(chooses(teacher, Way.PHONE, thirteen, "")).isInstanceOf(Chosen.Taken.class);
    assertThatThrownBy(() -> byHand("acute", null, teacher.thread(), "consultation"))
        .hasMessageContaining("meeting_acute_for_persons");
  }

  private void byHand(
      String kind, @Nullable UUID thread, @Nullable UUID asker, @Nullable String errand) {
    people.byHand(
        "insert into contact.meeting (id, kind, way, worker, from_at, until_at, thread, asker, errand, booked_at)"
            + " values (gen_random_uuid(), ?, 'phone', ?, ?::timestamptz, ?::timestamptz, nullif(?, '')::uuid, nullif(?, '')::uuid, nullif(?, ''), ?::timestamptz)",
        kind,
        worker,
        NOON.toInstant().toString(),
        NOON.plusHours(1).toInstant().toString(),
        thread == null ? "" : thread.toString(),
        asker == null ? "" : asker.toString(),
        errand == null ? "" : errand,
        MONDAY.toString());
  }

  @Test
  void a_time_has_exactly_one_owner() {
    UUID she = people.writes(Queue.SUPPORT, "Hej").thread();
    assertThatThrownBy(() -> byHand("ordinary", she, teacher.thread(), "consultation"))
        .hasMessageContaining("meeting_one_owner");
    assertThatThrownBy(() -> byHand("ordinary", null, null, null))
        .hasMessageContaining("meeting_one_owner");
    assertThatThrownBy(() -> byHand("ordinary", she, null, "consultation"))
        .hasMessageContaining("meeting_errand");
    byHand("ordinary", she, null, null);
    byHand("ordinary", null, teacher.thread(), "consultation");
    people.byHand("delete from contact_professional.thread where id = ?", teacher.thread());
    assertThat(people.count("select count(*) from contact.meeting where asker is not null"))
        .as("it dies with her conversation")
        .isZero();
    assertThat(people.count("select count(*) from contact.meeting")).isOne();
  }

  @Test
  void she_is_never_in_the_house_beside_somebody_of_the_other_side() {
    Calendar theirs = new Calendar(people, "contact_perpetrator");
    UUID other = theirs.worker(staff.add(Role.CHANGE_WORKER).staff());
    UUID his = theirs.room("Gröna rummet");
    for (int day = 1; day <= 5; day++) {
      theirs.hours(other, day, 9, 16);
    }
    People.Person he = people.writes(Queue.CHANGE, "Hej");
    theirs.booked(other, his, he.thread(), NOON.toInstant());
    assertThat(free(teacher))
        .doesNotContain(code(Way.ON_SITE, NOON), code(Way.ON_SITE, NOON.plusHours(1)))
        .contains(code(Way.PHONE, NOON), code(Way.ON_SITE, NOON.plusHours(2)));
    assertThat(chooses(teacher, Way.ON_SITE, NOON, "accompanies")).isInstanceOf(Chosen.Taken.class);
    assertThat(chooses(teacher, Way.ON_SITE, NOON.plusHours(3), "accompanies"))
        .isInstanceOf(Chosen.Stands.class);
    assertThat(free(he))
        .as("and he is not let in beside her")
        .doesNotContain(code(Way.ON_SITE, NOON.plusHours(3)))
        .contains(code(Way.PHONE, NOON.plusHours(3)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"conflict", "absence"})
  void nobody_who_knows_her_or_is_away_receives_her(String what) {
    if (what.equals("conflict")) {
      people.byHand(
          "insert into contact_professional.conflict (thread, staff, at) select ?, staff, ?::timestamptz from contact.worker",
          teacher.thread(),
          MONDAY.toString());
    } else {
      people.byHand(
          "insert into contact.absence (id, worker, from_at, until_at, made_by, made_at) values (gen_random_uuid(), ?, ?::timestamptz, ?::timestamptz, gen_random_uuid(), ?::timestamptz)",
          worker,
          MONDAY.toString(),
          MONDAY.plus(Duration.ofDays(100)).toString(),
          MONDAY.toString());
    }
    assertThat(free(teacher)).isEmpty();
    assertThat(chooses(teacher, Way.PHONE, NOON, "")).isInstanceOf(Chosen.Taken.class);
  }

  @Test
  void a_time_that_has_been_and_a_closed_day_are_said() {
    assertThat(chooses(teacher, Way.PHONE, HERE.minusHours(1), ""))
        .isInstanceOfSatisfying(
            Chosen.Taken.class, taken -> assertThat(taken.why()).isEqualTo(TimesToBook.Why.PAST));
    assertThat(chooses(teacher, Way.PHONE, HERE.plusDays(5), ""))
        .isInstanceOfSatisfying(
            Chosen.Taken.class, taken -> assertThat(taken.why()).isEqualTo(TimesToBook.Why.CLOSED));
  }

  @Test
  void one_of_us_who_advises_books_it_for_her_and_nobody_else_finds_it() {
    for (Role role : new Role[] {Role.RECEPTION, Role.CHANGE_WORKER, Role.NURSE}) {
      Browser other = in(role);
      assertThat(other.get(teacher.href() + "/time").status()).as(role.code()).isEqualTo(404);
      other.post(teacher.href() + "/time", form(other, "time", code(Way.PHONE, NOON)));
    }
    assertThat(people.count("select count(*) from contact.meeting")).isZero();

    Browser advises = in(Role.CASEWORKER);
    assertThat(advises.get(teacher.href() + "/time?errand=accompanies").body())
        .contains("Vad gäller tiden?", code(Way.ON_SITE, NOON))
        .doesNotContain(code(Way.PHONE, NOON));
    Browser.Answer refused =
        advises.post(
            teacher.href() + "/time",
            form(advises, "time", code(Way.PHONE, NOON), "errand", "accompanies"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("Den som kommer med någon kan bara ha en tid här hos oss.", "12:00");
    assertThat(people.log(teacher.thread())).contains("book_time:refused");

    Map<String, String> form =
        form(advises, "time", code(Way.ON_SITE, NOON), "errand", "accompanies");
    for (int press = 0; press < 2; press++) {
      assertThat(advises.post(teacher.href() + "/time", form).location()).isEqualTo(teacher.href());
    }
    assertThat(times()).isEqualTo("on_site ordinary accompanies true true");
    assertThat(people.log(teacher.thread())).containsOnlyOnce("book_time:done");
    assertThat(events.of(TimeBooked.class))
        .anyMatch(
            one -> one.thread().equals(teacher.thread()) && one.queue() == Queue.PROFESSIONAL);
    assertThat(advises.get(teacher.href()).body())
        .contains("Yrkesverksam med någon, hos oss", "Byt tid")
        .doesNotContain("/apart");

    String id = people.text("select id::text from contact.meeting");
    advises.post(
        teacher.href() + "/time",
        form(advises, "time", code(Way.ON_SITE, NOON.plusHours(2)), "before", id));
    assertThat(times()).as("moved, she still comes with somebody").contains("accompanies");
    advises.post(teacher.href() + "/time", form(advises, "cancel", id));
    assertThat(times()).isEmpty();
    assertThat(people.log(teacher.thread())).contains("move_time:done", "cancel_time:done");
  }

  @Test
  void it_stands_in_the_day_and_the_week_and_leads_to_her_only_for_those_who_advise() {
    chooses(teacher, Way.PHONE, NOON, "consultation");
    for (String view : new String[] {"day", "week"}) {
      String address = "/staff/times?view=" + view + "&day=" + NOON.toLocalDate();
      assertThat(in(Role.CASEWORKER).get(address).body())
          .contains("Råd till yrkesverksam, telefon", teacher.href());
      assertThat(in(Role.RECEPTION).get(address).body())
          .contains("Råd till yrkesverksam, telefon")
          .doesNotContain(teacher.thread().toString());
    }
    assertThat(in(Role.CASEWORKER).get("/staff/times?queue=professional").status())
        .as("there is no calendar of its own")
        .isEqualTo(404);
  }

  @Test
  void she_is_reminded_by_a_call_to_the_number_that_she_gives_and_only_when_she_asks() {
    chooses(teacher, Way.PHONE, NOON.plusDays(1), "consultation");
    clock.set(HERE.plusDays(1).withHour(9).plusMinutes(1).toInstant());
    sweep();
    assertThat(people.count("select count(*) from contact_professional.time_reminder")).isZero();
    clock.set(MONDAY);
    assertThat(
            Sides.on(
                Side.FRONT,
                () ->
                    wishes.ask(
                        Queue.PROFESSIONAL,
                        teacher.token(),
                        Confidential.of("018-727 15 00"),
                        "am")))
        .isInstanceOf(RemindWishes.Asked.Stands.class);
    clock.set(HERE.plusDays(1).withHour(9).plusMinutes(1).toInstant());
    sweep();
    assertThat(people.text("select state from contact_professional.time_reminder"))
        .isEqualTo("to_call");
    assertThat(people.log(teacher.thread())).contains("remind_time:done");
    String day = "/staff/times?day=" + HERE.plusDays(1).toLocalDate();
    assertThat(in(Role.CASEWORKER).get(day).body())
        .contains(teacher.href() + "/call", "Påminnelse om en bokad tid");
    assertThat(in(Role.RECEPTION).get(day).body()).doesNotContain(teacher.thread().toString());
  }

  private void sweep() {
    for (Sweep sweep : sweeps) {
      if (sweep.name().equals("remind-of-times")) {
        Sides.run(sweep.side(), () -> sweep.sweep(clock.instant()));
      }
    }
  }

  @Test
  void an_interpreter_is_needed_beside_her_time_as_beside_anybodys() {
    chooses(teacher, Way.ON_SITE, NOON, "accompanies");
    ours().agency("Språkbyrån", "ar,so");
    String id = people.text("select id::text from contact.meeting");
    Browser advises = in(Role.CASEWORKER);
    String address = teacher.href() + "/interpreter?meeting=" + id;
    assertThat(in(Role.RECEPTION).get(address).status()).isEqualTo(404);
    assertThat(advises.get(address).status()).isEqualTo(200);
    assertThat(
            interpreters.need(
                staff.add(Role.CASEWORKER).viewer(),
                Queue.PROFESSIONAL,
                new ThreadId(teacher.thread()),
                UUID.fromString(id),
                "ar"))
        .isTrue();
    assertThat(people.text("select language || ' ' || state from contact.interpreter"))
        .isEqualTo("ar needed");
    assertThat(advises.get("/staff/times?day=" + NOON.toLocalDate()).body())
        .contains(teacher.href() + "/interpreter?meeting=");
    assertThat(in(Role.RECEPTION).get("/staff/times?day=" + NOON.toLocalDate()).body())
        .contains("Yrkesverksam med någon")
        .doesNotContain(teacher.thread().toString());
  }

  @Test
  void the_desk_lets_her_in_without_finding_her_conversation_and_counts_her_apart() {
    ZonedDateTime today = HERE.withHour(12);
    chooses(teacher, Way.ON_SITE, today, "accompanies");
    clock.set(today.toInstant().plusSeconds(60));
    Browser desk = in(Role.RECEPTION);
    assertThat(desk.get("/staff/desk").body())
        .contains("Yrkesverksam med någon, hos oss")
        .doesNotContain(teacher.thread().toString());
    String id = people.text("select id::text from contact.meeting");
    for (String state : new String[] {"late", "absent", "back"}) {
      assertThat(
              desk.post("/staff/desk/tick?queue=support", form(desk, "meeting", id, "state", state))
                  .status())
          .as(state)
          .isEqualTo(303);
      assertThat(
              people.count(
                  "select count(*) from contact.arrival where meeting = ?::uuid and state = ?",
                  id,
                  state))
          .isEqualTo(state.equals("back") ? 0 : 1);
    }
    assertThat(people.log(UUID.fromString(id)))
        .contains("tick_late:done", "tick_absent:done", "untick:done");
    assertThat(people.count("select count(*) from contact.no_show"))
        .as("nobody looks for her")
        .isZero();
    UUID card = UUID.randomUUID();
    Browser.Answer came =
        desk.post(
            "/staff/desk/come?queue=support",
            form(
                desk,
                "id",
                card.toString(),
                "meeting",
                id,
                "sign",
                "blue_1",
                "children",
                "1",
                "language",
                "sv",
                "interpreter",
                "no"));
    assertThat(came.status()).as(came.body()).isEqualTo(303);
    assertThat(
            people.text(
                "select state || ' ' || (select sign from contact.lobby where meeting = a.meeting) from contact.arrival a where meeting = ?::uuid",
                id))
        .isEqualTo("came blue_1");
    assertThat(people.log(card)).contains("arrive:done");
    assertThat(people.log(teacher.thread())).doesNotContain("arrive:done");
    assertThat(people.count("select count(*) from contact.arrival_count")).isZero();

    counts.count(Queue.SUPPORT, today.plusMonths(1).withDayOfMonth(2).toInstant());
    LocalDate month = today.toLocalDate().withDayOfMonth(1);
    assertThat(
            people.text(
                "select string_agg(what || ' ' || number, ', ' order by what) from contact.time_count where month = '"
                    + month
                    + "' and what <> 'acute_released'"))
        .isEqualTo("consulted 1, consulted_accompanies 1");
  }
}
