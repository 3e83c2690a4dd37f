package se.fristad.contact.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZonedDateTime;
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
import se.fristad.centre.OpeningHours;
import se.fristad.contact.CallLogged;
import se.fristad.contact.People;
import se.fristad.contact.Queue;
import se.fristad.contact.reception.Calendar;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestEvents;
import se.fristad.retention.Destruction;

/// Who comes through the door: written down by a card, seated apart from those whom she must not
/// meet, gone again; and after the day nothing but numbers.
@FristadTest
@DisplayName("The waiting room")
class LobbyTest {
  private static final Instant MONDAY = Calendar.monday();
  private static final ZonedDateTime HERE = MONDAY.atZone(OpeningHours.HERE);

  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private TestEvents events;
  @Autowired private People people;
  @Autowired private Lobby lobby;
  @Autowired private Destruction destruction;
  @LocalServerPort private int port;

  @BeforeEach
  void nobody_is_here() {
    afterwards();
    clock.set(MONDAY);
    events.forget();
  }

  @AfterEach
  void afterwards() {
    people.byHand("delete from contact.thread");
    people.byHand("delete from contact_perpetrator.thread");
    people.byHand("delete from contact.arrival_count");
    ours().empty();
    theirs().empty();
    clock.reset();
  }

  private Calendar ours() {
    return new Calendar(people, "contact");
  }

  private Calendar theirs() {
    return new Calendar(people, "contact_perpetrator");
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

  private static Map<String, String> coming(Browser browser, UUID id, String... fields) {
    Map<String, String> form =
        form(
            browser,
            "id",
            id.toString(),
            "sign",
            "blue_1",
            "children",
            "0",
            "language",
            "sv",
            "interpreter",
            "no");
    for (int at = 0; at < fields.length; at += 2) {
      form.put(fields[at], fields[at + 1]);
    }
    return form;
  }

  /// Somebody who came without a time.
  private UUID walksIn(Browser browser, String sign) {
    UUID id = UUID.randomUUID();
    assertThat(browser.post("/staff/desk/come", coming(browser, id, "sign", sign)).location())
        .startsWith("/staff/desk?queue=");
    return id;
  }

  private String counted() {
    return people.text(
        "select coalesce(string_agg(what || ' ' || number, ', ' order by what), '') from contact.arrival_count where number > 0");
  }

  @Test
  void the_desk_is_not_there_for_one_who_does_not_receive_and_nobody_comes_by_her_press() {
    for (Role role : Role.values()) {
      boolean receives =
          role == Role.RECEPTION
              || role == Role.CASEWORKER
              || role == Role.TREATMENT_WORKER
              || role == Role.CHANGE_WORKER;
      Browser browser = in(role);
      assertThat(browser.get("/staff/desk").status())
          .as(role.code())
          .isEqualTo(receives || role == Role.HEAD ? 200 : 404);
      if (!receives) {
        assertThat(browser.post("/staff/desk/come", coming(browser, UUID.randomUUID())).status())
            .isEqualTo(404);
      }
    }
    Browser reception = in(Role.RECEPTION);
    assertThat(reception.get("/staff/desk?queue=change").status()).isEqualTo(404);
    assertThat(
            reception
                .post("/staff/desk/come", coming(reception, UUID.randomUUID(), "queue", "change"))
                .status())
        .isEqualTo(404);
    assertThat(people.count("select count(*) from contact.lobby")).isZero();
    assertThat(people.count("select count(*) from contact_perpetrator.lobby")).isZero();
    assertThat(in(Role.HEAD).get("/staff/desk").body()).doesNotContain("Någon har kommit");
  }

  @Test
  void an_empty_desk_says_what_to_do() {
    assertThat(in(Role.RECEPTION).get("/staff/desk").body())
        .contains("Ingen väntar", "Inga bokade tider i dag", "Någon har kommit");
  }

  @Test
  void who_comes_is_written_down_by_one_key_without_a_name_and_once() {
    Browser reception = in(Role.RECEPTION);
    Browser.Answer page = reception.get("/staff/desk/come?queue=support");
    assertThat(page.body())
        .contains("value=\"blue_1\" selected", "value=\"sv\" selected")
        .doesNotContain("textarea", "name=\"name\"");
    UUID id = UUID.fromString(page.hidden("id"));
    for (int press = 0; press < 2; press++) {
      assertThat(reception.post("/staff/desk/come", coming(reception, id)).location())
          .isEqualTo("/staff/desk?queue=support");
    }
    assertThat(people.count("select count(*) from contact.lobby where id = ?", id)).isOne();
    assertThat(people.log(id)).contains("walk_in:done");
    assertThat(events.of(LobbyChanged.class))
        .filteredOn(one -> one.id().equals(id))
        .singleElement()
        .satisfies(one -> assertThat(one.what()).isEqualTo("came"));
    assertThat(counted()).isEqualTo("walked_in 1");
    assertThat(reception.get("/staff/desk").body())
        .contains("Här nu: 1 person", "Blå 1", "Ensam", "Utan tid", "I väntrummet");
    assertThat(reception.get("/staff/desk/come").body())
        .as("the next card is offered")
        .contains("value=\"blue_2\" selected")
        .doesNotContain("value=\"blue_1\"");
  }

  @Test
  void what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost() {
    Browser reception = in(Role.RECEPTION);
    Browser.Answer answer =
        reception.post(
            "/staff/desk/come",
            coming(
                reception,
                UUID.randomUUID(),
                "sign",
                "red_9",
                "children",
                "många",
                "language",
                "xx",
                "interpreter",
                "",
                "house",
                "7",
                "meeting",
                "Karin"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains(
            "Välj ett kort som är ledigt.",
            "Skriv en siffra, 0 till 9.",
            "value=\"många\"",
            "Välj ett språk.",
            "Välj om det behövs tolk.",
            "Välj i vilket hus personen är.",
            "Den tiden är inte i dag");
    assertThat(people.count("select count(*) from contact.lobby")).isZero();
  }

  @Test
  void a_card_is_out_once_at_a_time() {
    Browser reception = in(Role.RECEPTION);
    UUID first = walksIn(reception, "green_2");
    Browser.Answer second =
        reception.post("/staff/desk/come", coming(reception, UUID.randomUUID(), "sign", "green_2"));
    assertThat(second.status()).isEqualTo(422);
    assertThat(second.body()).contains("Kortet har just lämnats ut till någon annan.");
    reception.post("/staff/desk/support/" + first + "/leave", form(reception));
    assertThat(people.log(first)).contains("leave:done");
    walksIn(reception, "green_2");
    Browser.Answer back =
        reception.post("/staff/desk/support/" + first + "/leave", form(reception, "back", "yes"));
    assertThat(back.status()).isEqualTo(422);
    assertThat(back.body()).contains("Kortet är utlämnat till någon annan nu.");
    assertThat(people.log(first)).contains("come_back:refused");
  }

  @Test
  void a_booked_time_is_ticked_as_come_late_or_not_come_and_each_is_taken_back() {
    UUID room = ours().room("Blå rummet");
    UUID worker = ours().worker(staff.add(Role.CASEWORKER).staff());
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    UUID meeting = ours().booked(worker, room, person.thread(), MONDAY.minusSeconds(900));
    Browser reception = in(Role.RECEPTION);
    assertThat(reception.get("/staff/desk").body())
        .contains("09:45–10:45", "Tiden har börjat", "Blå rummet");
    tick(reception, meeting, "late");
    assertThat(reception.get("/staff/desk").body()).contains("Är försenad");
    tick(reception, meeting, "absent");
    assertThat(counted()).isEqualTo("did_not_come 1");
    tick(reception, meeting, "back");
    assertThat(counted()).isEmpty();
    UUID id = UUID.randomUUID();
    reception.post(
        "/staff/desk/come", coming(reception, id, "meeting", meeting.toString(), "children", "2"));
    assertThat(counted()).isEqualTo("came 1, came_late 1");
    assertThat(reception.get("/staff/desk").body())
        .contains("Har kommit", "Med 2 barn", "Klockan 09:45");
    tick(reception, meeting, "absent");
    assertThat(people.text("select state from contact.arrival"))
        .as("who is here has come")
        .isEqualTo("came");
    tick(reception, meeting, "back");
    assertThat(counted()).isEmpty();
    assertThat(people.count("select count(*) from contact.lobby")).isZero();
    assertThat(people.log(person.thread()))
        .contains(
            "tick_late:done",
            "tick_absent:done",
            "untick:done",
            "arrive:done",
            "tick_absent:refused");
    assertThat(events.of(LobbyChanged.class))
        .extracting(LobbyChanged::what)
        .contains("late", "absent", "taken_back", "came");
  }

  private static void tick(Browser browser, UUID meeting, String state) {
    assertThat(
            browser
                .post(
                    "/staff/desk/tick",
                    form(browser, "meeting", meeting.toString(), "state", state))
                .location())
        .isEqualTo("/staff/desk?queue=support");
  }

  @Test
  void a_time_of_another_day_or_of_somebody_whom_the_viewer_knows_is_not_ticked() {
    UUID room = ours().room("Blå rummet");
    UUID worker = ours().worker(staff.add(Role.CASEWORKER).staff());
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    UUID tomorrow = ours().booked(worker, room, person.thread(), MONDAY.plus(Duration.ofDays(1)));
    Browser reception = in(Role.RECEPTION);
    Browser.Answer early =
        reception.post(
            "/staff/desk/come",
            coming(reception, UUID.randomUUID(), "meeting", tomorrow.toString()));
    assertThat(early.status()).isEqualTo(422);
    assertThat(early.body()).contains("Den tiden är inte i dag");
    People.Person cousin = people.writes(Queue.SUPPORT, "Hej");
    UUID today = ours().booked(worker, room, cousin.thread(), MONDAY.plusSeconds(3600));
    TestStaff.Person knows = staff.add(Role.RECEPTION);
    people.byHand(
        "insert into contact.conflict (thread, staff, at) values (?, ?, ?::timestamptz)",
        cousin.thread(),
        knows.staff(),
        MONDAY.toString());
    Browser known = staff.logIn(knows, port);
    assertThat(known.get("/staff/desk").body()).contains("Inga bokade tider i dag");
    assertThat(
            known
                .post("/staff/desk/tick", form(known, "meeting", today.toString(), "state", "late"))
                .status())
        .isEqualTo(404);
    assertThat(people.count("select count(*) from contact.arrival")).isZero();
  }

  @Test
  void she_is_seated_in_a_free_room_and_back_and_never_two_in_one() {
    UUID blue = ours().room("Blå rummet");
    Browser reception = in(Role.RECEPTION);
    UUID first = walksIn(reception, "blue_1");
    UUID second = walksIn(reception, "blue_2");
    assertThat(seat(reception, first, blue).location()).isEqualTo("/staff/desk?queue=support");
    assertThat(people.log(first)).contains("seat:done");
    assertThat(events.of(LobbyChanged.class)).anyMatch(one -> one.what().equals("seated"));
    Browser.Answer taken = seat(reception, second, blue);
    assertThat(taken.status()).isEqualTo(422);
    assertThat(taken.body()).contains("Rummet är upptaget.");
    assertThat(people.log(second)).contains("seat:refused");
    assertThat(seat(reception, second, null).body()).contains("Välj ett rum.");
    reception.post("/staff/desk/support/" + first + "/seat", form(reception, "waits", "yes"));
    assertThat(seat(reception, second, blue).status()).isEqualTo(303);
    assertThat(reception.get("/staff/desk").body()).contains("Blå rummet", "I väntrummet");
  }

  private static Browser.Answer seat(Browser browser, UUID guest, @Nullable UUID room) {
    return browser.post(
        "/staff/desk/support/" + guest + "/seat",
        room == null ? form(browser) : form(browser, "room", room.toString()));
  }

  @Test
  void a_room_that_is_booked_soon_or_out_of_order_is_occupied() {
    UUID room = ours().room("Blå rummet");
    UUID worker = ours().worker(staff.add(Role.CASEWORKER).staff());
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    ours().booked(worker, room, person.thread(), MONDAY.plusSeconds(3600));
    Browser reception = in(Role.RECEPTION);
    UUID guest = walksIn(reception, "blue_1");
    assertThat(seat(reception, guest, room).body()).contains("Rummet är upptaget.");
    people.byHand("delete from contact.meeting");
    people.byHand("update contact.room set in_use = false");
    assertThat(seat(reception, guest, room).body()).contains("Rummet är upptaget.");
    assertThat(people.count("select count(*) from contact.lobby where room is not null")).isZero();
  }

  @Test
  void nobody_is_seated_in_a_house_while_somebody_of_the_other_side_is_near_and_nobody_hears_why() {
    UUID room = ours().room("Blå rummet");
    UUID green = theirs().room("Gröna rummet");
    UUID worker = theirs().worker(staff.add(Role.CHANGE_WORKER).staff());
    People.Person other = people.writes(Queue.CHANGE, "Hej");
    Browser reception = in(Role.RECEPTION);
    UUID guest = walksIn(reception, "blue_1");
    ZonedDateTime soon = HERE.plusMinutes(120);
    theirs().booked(worker, green, other.thread(), soon.toInstant());
    Browser.Answer near = seat(reception, guest, room);
    assertThat(near.status()).isEqualTo(422);
    assertThat(near.body())
        .as("ninety minutes and the margin reach it; the words are those of an occupied room")
        .contains("Rummet är upptaget.")
        .doesNotContain("Gröna", "andra sidan");
    assertThat(people.count("select count(*) from contact.lobby where room is not null")).isZero();
    assertThat(people.log(guest))
        .as("the same line as when the room is taken by one of ours")
        .contains("seat:refused")
        .doesNotContain("seat:done", "unseat:done");
    people.byHand("delete from contact_perpetrator.meeting");
    theirs().booked(worker, green, other.thread(), HERE.plusMinutes(150).toInstant());
    assertThat(seat(reception, guest, room).status()).as("far enough").isEqualTo(303);
  }

  @Test
  void whoever_has_a_time_is_seated_until_its_end_and_no_longer() {
    UUID room = ours().room("Blå rummet");
    UUID worker = ours().worker(staff.add(Role.CASEWORKER).staff());
    People.Person she = people.writes(Queue.SUPPORT, "Hej");
    UUID meeting = ours().booked(worker, room, she.thread(), HERE.plusMinutes(30).toInstant());
    People.Person next = people.writes(Queue.SUPPORT, "Hej");
    ours().booked(worker, room, next.thread(), HERE.plusMinutes(90).toInstant());
    Browser reception = in(Role.RECEPTION);
    clock.set(HERE.plusMinutes(30).toInstant());
    UUID guest = walksIn(reception, "blue_1");
    people.byHand("update contact.lobby set meeting = '" + meeting + "'");
    assertThat(seat(reception, guest, room).status())
        .as("another has the room right after her hour")
        .isEqualTo(303);
  }

  @Test
  void whoever_has_everything_destroyed_in_the_waiting_room_is_still_in_the_house() {
    UUID room = ours().room("Blå rummet");
    UUID worker = ours().worker(staff.add(Role.CASEWORKER).staff());
    People.Person she = people.writes(Queue.SUPPORT, "Hej");
    UUID meeting = ours().booked(worker, room, she.thread(), HERE.plusMinutes(30).toInstant());
    UUID guest = walksIn(in(Role.RECEPTION), "blue_1");
    people.byHand("update contact.lobby set meeting = '" + meeting + "'");
    people.byHand("delete from contact.thread where id = '" + she.thread() + "'");
    assertThat(people.count("select count(*) from contact.lobby where left_at is null")).isOne();
    assertThat(in(Role.RECEPTION).get("/staff/desk/support/" + guest).status()).isEqualTo(200);
  }

  @Test
  void whoever_waits_keeps_the_house_from_the_other_side_also_without_a_time() {
    ours().room("Blå rummet");
    UUID green = theirs().room("Gröna rummet");
    Browser reception = in(Role.RECEPTION);
    Browser change = in(Role.CHANGE_WORKER);
    UUID guest = walksIn(reception, "blue_1");
    UUID theirs = UUID.randomUUID();
    change.post("/staff/desk/come", coming(change, theirs, "queue", "change"));
    Browser.Answer near =
        change.post(
            "/staff/desk/change/" + theirs + "/seat", form(change, "room", green.toString()));
    assertThat(near.body()).contains("Rummet är upptaget.");
    assertThat(
            people.text(
                "select door.occupied(1, array[?::timestamptz], array[?::timestamptz])::text",
                MONDAY.toString(),
                MONDAY.plusSeconds(60).toString()))
        .as("her page is told the same")
        .isEqualTo("{t}");
    reception.post("/staff/desk/support/" + guest + "/leave", form(reception));
    assertThat(
            change
                .post(
                    "/staff/desk/change/" + theirs + "/seat",
                    form(change, "room", green.toString()))
                .status())
        .isEqualTo(303);
    assertThat(
            people.text(
                "select door.occupied(1, array[?::timestamptz], array[?::timestamptz])::text",
                MONDAY.plusSeconds(3 * 3600).toString(),
                MONDAY.plusSeconds(4 * 3600).toString()))
        .as("whoever asks her page again and again does not see when she goes")
        .isEqualTo("{t}");
    assertThat(
            people.text(
                "select door.occupied(1, array[?::timestamptz], array[?::timestamptz])::text",
                MONDAY.plusSeconds(24 * 3600).toString(),
                MONDAY.plusSeconds(25 * 3600).toString()))
        .as("the day after the house is free")
        .isEqualTo("{f}");
  }

  @Test
  void what_becomes_of_a_visit_is_a_conversation_an_intake_or_nothing() {
    Browser reception = in(Role.RECEPTION);
    UUID first = walksIn(reception, "blue_1");
    Browser.Answer page = reception.get("/staff/desk/support/" + first);
    String call = page.hidden("call");
    Browser.Answer none =
        reception.post(
            "/staff/desk/support/" + first + "/become",
            form(reception, "became", "conversation", "call", call));
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.body()).contains("Vad blir det?");
    Map<String, String> form =
        form(
            reception, "became", "conversation", "call", call, "about", "exposed", "danger", "yes");
    assertThat(reception.post("/staff/desk/support/" + first + "/become", form).location())
        .isEqualTo("/staff/inbox/support/" + call);
    assertThat(reception.post("/staff/desk/support/" + first + "/become", form).status())
        .as("it has become something")
        .isEqualTo(404);
    assertThat(
            people.text(
                "select channel || ' ' || about || ' ' || danger from contact.handling where thread = ?",
                UUID.fromString(call)))
        .isEqualTo("visit exposed true");
    assertThat(people.log(first)).contains("become:done");
    assertThat(events.of(CallLogged.class))
        .anyMatch(one -> one.thread().equals(UUID.fromString(call)));
    UUID second = walksIn(reception, "blue_2");
    reception.post(
        "/staff/desk/support/" + second + "/become", form(reception, "became", "nothing"));
    assertThat(counted()).isEqualTo("conversation 1, nothing 1, walked_in 2");
    assertThat(people.count("select count(*) from contact.thread")).isOne();
  }

  @Test
  void after_the_day_nothing_is_left_of_who_waited_but_counters() {
    UUID room = ours().room("Blå rummet");
    UUID worker = ours().worker(staff.add(Role.CASEWORKER).staff());
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    UUID meeting = ours().booked(worker, room, person.thread(), MONDAY.plusSeconds(900));
    Browser reception = in(Role.RECEPTION);
    walksIn(reception, "blue_1");
    reception.post(
        "/staff/desk/come",
        coming(reception, UUID.randomUUID(), "sign", "blue_2", "meeting", meeting.toString()));
    destruction.run();
    assertThat(people.count("select count(*) from contact.lobby")).as("the same day").isEqualTo(2);
    clock.set(HERE.plusDays(1).withHour(0).withMinute(1).toInstant());
    destruction.run();
    assertThat(people.count("select count(*) from contact.lobby")).isZero();
    assertThat(
            people.text(
                "select state || coalesce(at::text, '') || coalesce(by::text, '') from contact.arrival"))
        .isEqualTo("came");
    assertThat(counted()).isEqualTo("came 1, walked_in 1");
    assertThat(lobby.counted(Queue.SUPPORT, YearMonth.from(HERE), YearMonth.from(HERE)))
        .extracting(Lobby.Count::what)
        .containsExactly("came", "walked_in");
  }

  @Test
  void an_open_page_asks_for_what_is_new_and_gets_nothing_when_nothing_is() {
    Browser reception = in(Role.RECEPTION);
    String page = reception.get("/staff/desk").body();
    int at = page.indexOf("/staff/desk/rows");
    String again = page.substring(at, page.indexOf('"', at)).replace("&amp;", "&");
    assertThat(reception.get(again).status()).isEqualTo(204);
    walksIn(reception, "blue_1");
    assertThat(reception.get(again).body()).contains("Blå 1");
  }
}
