package se.fristad.contact.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.Staffing;
import se.fristad.access.TestStaff;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.People;
import se.fristad.contact.Queue;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestEvents;

/// A calendar elsewhere: what it is told, to whom, and how it ends.
@FristadTest
@DisplayName("A calendar elsewhere")
class CalendarFeedTest {
  private static final Instant MONDAY = Calendar.monday();
  private static final ZonedDateTime HERE = MONDAY.atZone(OpeningHours.HERE);
  private static final String HOME = "/staff/times/calendar";
  private static final Pattern ADDRESS = Pattern.compile("/staff/calendar/([A-Za-z0-9_-]{43})<");

  @Autowired private TestStaff staff;
  @Autowired private Staffing staffing;
  @Autowired private TestClock clock;
  @Autowired private TestEvents events;
  @Autowired private People people;
  @LocalServerPort private int port;

  @BeforeEach
  void nobody_receives() {
    people.byHand("delete from contact.thread");
    new Calendar(people, "contact").empty();
    new Calendar(people, "contact_perpetrator").empty();
    clock.set(MONDAY);
    events.forget();
  }

  @AfterEach
  void and_nobody_afterwards() {
    people.byHand("delete from contact.thread");
    new Calendar(people, "contact").empty();
    new Calendar(people, "contact_perpetrator").empty();
    clock.reset();
  }

  /// Somebody who receives, and where she sits.
  private record Receiving(TestStaff.Person person, Browser browser, UUID worker, UUID room) {}

  private Receiving receives(String schema, Role role) {
    TestStaff.Person person = staff.add(role);
    Calendar calendar = new Calendar(people, schema);
    return new Receiving(
        person,
        staff.logIn(person, port),
        calendar.worker(person.staff()),
        calendar.room("Rosa rummet"));
  }

  private static String turnsOn(Browser browser) {
    Browser.Answer answer = browser.postFrom(HOME, HOME, Map.of());
    Matcher address = ADDRESS.matcher(answer.body());
    assertThat(address.find()).as("the address is shown").isTrue();
    return address.group(1);
  }

  private Browser.Answer fetches(String secret) {
    return new Browser(port).get("/staff/calendar/" + secret);
  }

  /// A booked time of somebody in a conversation.
  private UUID booked(Receiving by, ZonedDateTime from, int minutes) {
    UUID id = UUID.randomUUID();
    people.byHand(
        "insert into contact.meeting (id, kind, way, worker, room, from_at, until_at, thread, booked_at) values (?, 'ordinary', 'on_site', ?, ?, ?::timestamptz, ?::timestamptz, ?, ?::timestamptz)",
        id,
        by.worker(),
        by.room(),
        from.toInstant().toString(),
        from.plusMinutes(minutes).toInstant().toString(),
        people.writes(Queue.SUPPORT, "Hej").thread(),
        MONDAY.toString());
    return id;
  }

  private static List<VEvent> events(String file) throws IOException, ParserException {
    var calendar = new CalendarBuilder().build(new StringReader(file));
    assertThat(calendar.validate().getEntries()).as("a valid calendar").isEmpty();
    return calendar.getComponents("VEVENT");
  }

  private static Instant starts(VEvent event) {
    return Instant.from(Objects.requireNonNull(event.getDateTimeStart()).getDate());
  }

  private static String word(VEvent event) {
    return Objects.requireNonNull(event.getSummary()).getValue();
  }

  private static Instant ends(VEvent event) {
    return Instant.from(Objects.requireNonNull(event.getDateTimeEnd()).getDate());
  }

  @Test
  void it_is_off_until_she_turns_it_on_herself_and_the_page_says_why() {
    Receiving she = receives("contact", Role.CASEWORKER);
    String page = she.browser().get(HOME).body();
    assertThat(page)
        .contains(
            "Avstängd", "kan räkna ut när huset är fullt och var du är då", "Slå på och visa");
    assertThat(people.count("select count(*) from contact.feed")).isZero();
    assertThat(staff.logIn(staff.add(Role.CASEWORKER), port).get(HOME).body())
        .contains("Du står inte bland dem som tar emot")
        .doesNotContain("Slå på");
    assertThat(staff.logIn(staff.add(Role.NURSE), port).get(HOME).status()).isEqualTo(404);
  }

  @Test
  void its_address_is_shown_once_and_only_its_hash_is_kept() throws NoSuchAlgorithmException {
    Receiving she = receives("contact", Role.CASEWORKER);
    String secret = turnsOn(she.browser());
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
    assertThat(
            people.count(
                "select count(*) from contact.feed where worker = ? and secret_hash = ?",
                she.worker(),
                hash))
        .isOne();
    assertThat(people.log(she.worker())).containsExactly("calendar_on:done");
    assertThat(events.of(ReceptionChanged.class))
        .anyMatch(one -> one.what().equals("calendar") && one.id().equals(she.worker()));
    assertThat(she.browser().get(HOME).body())
        .doesNotContain(secret)
        .contains("Påslagen sedan", "Ingen kalender har hämtat den än", "Byt adress");
  }

  @Test
  void it_says_that_she_is_taken_and_nothing_of_who_where_or_how_many() throws Exception {
    Receiving she = receives("contact", Role.CASEWORKER);
    Receiving colleague = receives("contact_perpetrator", Role.CHANGE_WORKER);
    UUID first = booked(she, HERE.plusHours(1), 60);
    booked(she, HERE.plusHours(2), 45);
    booked(she, HERE.plusDays(1), 60);
    Browser.Answer answer = fetches(turnsOn(she.browser()));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers())
        .containsEntry("content-type", "text/calendar;charset=utf-8")
        .containsEntry("cache-control", "no-store")
        .doesNotContainKeys("set-cookie", "etag", "last-modified");
    List<VEvent> taken = events(answer.body());
    assertThat(taken).as("wall to wall is one").hasSize(2);
    assertThat(starts(taken.getFirst())).isEqualTo(MONDAY.plus(Duration.ofHours(1)));
    assertThat(ends(taken.getFirst())).isEqualTo(MONDAY.plus(Duration.ofMinutes(165)));
    assertThat(taken)
        .allSatisfy(one -> {
          assertThat(word(one)).isEqualTo("Upptagen");
          assertThat(one.getPropertyList().getAll().stream().map(p -> p.getName()))
              .containsExactlyInAnyOrder("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "CLASS");
        });
    assertThat(answer.body())
        .doesNotContain("Rosa", first.toString(), she.worker().toString())
        .doesNotContainIgnoringCase("fristad")
        .doesNotContainIgnoringCase("nexus")
        .doesNotContain(she.person().login());
    assertThat(events(fetches(turnsOn(colleague.browser())).body())).isEmpty();
  }

  @Test
  void it_tells_of_eight_weeks_and_of_nothing_that_has_been_or_is_taken_back() throws Exception {
    Receiving she = receives("contact", Role.CASEWORKER);
    booked(she, HERE.minusDays(3), 60);
    UUID back = booked(she, HERE.plusDays(2), 60);
    booked(she, HERE.plusDays(55), 60);
    booked(she, HERE.plusDays(57), 60);
    String secret = turnsOn(she.browser());
    assertThat(events(fetches(secret).body())).hasSize(2);
    people.byHand(
        "update contact.meeting set state = 'cancelled', cancelled_at = booked_at where id = ?",
        back);
    List<VEvent> left = events(fetches(secret).body());
    assertThat(left).hasSize(1);
    assertThat(starts(left.getFirst())).isEqualTo(HERE.plusDays(55).toInstant());
  }

  @Test
  void in_both_nights_of_summer_time_a_time_is_as_long_as_it_is() throws Exception {
    byte[] secret = new byte[32];
    for (LocalDateTime night :
        List.of(LocalDateTime.of(2027, 3, 28, 1, 30), LocalDateTime.of(2026, 10, 25, 1, 30))) {
      Instant from = night.atZone(OpeningHours.HERE).toInstant();
      FreeTimes.Span span = new FreeTimes.Span(from, from.plus(Duration.ofHours(2)));
      VEvent event = events(CalendarFile.of(secret, "Upptagen", List.of(span), from)).getFirst();
      assertThat(starts(event)).isEqualTo(from);
      assertThat(ends(event)).isEqualTo(span.until());
    }
    // by the clock on the wall: half past one, and two hours later half past four or half past two
    assertThat(
            LocalDateTime.of(2027, 3, 28, 1, 30)
                .atZone(OpeningHours.HERE)
                .plusHours(2)
                .toLocalTime())
        .hasToString("04:30");
  }

  @Test
  void long_lines_are_folded_between_signs_and_signs_of_the_format_are_escaped() throws Exception {
    String word = "Upptagen, åäö; ".repeat(12) + "\n\\";
    String file =
        CalendarFile.of(
            new byte[32],
            word,
            List.of(new FreeTimes.Span(MONDAY, MONDAY.plus(Duration.ofHours(1)))),
            MONDAY);
    assertThat(file.split("\r\n"))
        .allSatisfy(line ->
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
    assertThat(word(events(file).getFirst())).isEqualTo(word);
  }

  @Test
  void a_wrong_a_renewed_and_a_turned_off_address_are_one_page() {
    Receiving she = receives("contact", Role.CASEWORKER);
    String first = turnsOn(she.browser());
    assertThat(fetches(first).status()).isEqualTo(200);
    assertThat(she.browser().get(HOME).body()).contains("Senast hämtad");
    String second = turnsOn(she.browser());
    Browser.Answer renewed = fetches(first);
    assertThat(fetches(second).status()).isEqualTo(200);
    assertThat(
            she.browser()
                .postFrom(HOME, HOME + "/off", Map.of("off", she.worker().toString()))
                .location())
        .isEqualTo(HOME + "?done=off");
    Browser.Answer off = fetches(second);
    Browser.Answer never = fetches("A".repeat(43));
    Browser.Answer malformed = fetches("x");
    assertThat(List.of(renewed.status(), off.status(), never.status(), malformed.status()))
        .containsOnly(404);
    assertThat(List.of(renewed.body(), off.body(), malformed.body())).containsOnly(never.body());
    assertThat(people.count("select count(*) from contact.feed")).isZero();
    assertThat(people.log(she.worker()))
        .containsExactly("calendar_on:done", "calendar_renew:done", "calendar_off:done");
    assertThat(events.of(ReceptionChanged.class).stream().filter(o -> o.what().equals("calendar")))
        .hasSize(3);
  }

  @Test
  void only_she_and_the_head_turn_it_off() {
    Receiving she = receives("contact", Role.CASEWORKER);
    String secret = turnsOn(she.browser());
    Map<String, String> off = Map.of("off", she.worker().toString());
    Browser colleague = staff.logIn(staff.add(Role.RECEPTION), port);
    assertThat(colleague.postFrom(HOME, HOME + "/off", off).status()).isEqualTo(404);
    assertThat(fetches(secret).status()).isEqualTo(200);
    Browser head = staff.logIn(staff.add(Role.HEAD), port);
    assertThat(head.get(HOME).body()).contains("Stäng av för", "Ingen kalender är påslagen");
    assertThat(head.postFrom(HOME, HOME + "/off", off).status()).isEqualTo(303);
    assertThat(fetches(secret).status()).isEqualTo(404);
    assertThat(people.log(she.worker()))
        .containsExactly("calendar_on:done", "calendar_off:refused", "calendar_off:done");
  }

  @Test
  void whoever_leaves_takes_no_calendar_with_her_and_it_does_not_come_back() {
    Receiving she = receives("contact", Role.CASEWORKER);
    String secret = turnsOn(she.browser());
    var administrator = staff.add(Role.ADMINISTRATOR).viewer();
    staffing.lock(administrator, she.person().staff(), true);
    assertThat(fetches(secret).status()).isEqualTo(404);
    assertThat(people.log(she.worker())).containsExactly("calendar_on:done", "calendar_off:done");
    staffing.lock(administrator, she.person().staff(), false);
    assertThat(fetches(secret).status()).as("it ended for good").isEqualTo(404);
  }

  @Test
  void who_asks_too_often_waits_and_ten_minutes_later_is_answered() {
    Receiving she = receives("contact", Role.CASEWORKER);
    String secret = turnsOn(she.browser());
    for (int once = 0; once < FeedLimits.EACH; once++) {
      assertThat(fetches(secret).status()).isEqualTo(200);
    }
    Browser.Answer over = fetches(secret);
    assertThat(over.status()).isEqualTo(429);
    assertThat(over.headers()).containsEntry("retry-after", "600");
    clock.set(MONDAY.plus(Duration.ofMinutes(11)));
    assertThat(fetches(secret).status()).isEqualTo(200);
  }

  @Test
  void when_many_guess_those_who_have_an_address_are_still_answered() {
    FeedLimits limits = new FeedLimits(clock);
    byte[] good = {1};
    limits.known(good);
    for (int guess = 0; guess < FeedLimits.UNKNOWN; guess++) {
      byte[] hash = {2, (byte) guess, (byte) (guess >> 8)};
      assertThat(limits.mayAsk(hash)).isTrue();
      limits.unknown(hash);
    }
    assertThat(limits.mayAsk(new byte[] {3})).isFalse();
    assertThat(limits.mayAsk(good)).isTrue();
  }
}
