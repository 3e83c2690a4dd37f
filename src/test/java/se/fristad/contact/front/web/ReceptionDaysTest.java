package se.fristad.contact.front.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.People;
import se.fristad.contact.reception.Calendar;
import se.fristad.house.Chromium;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;

/// An evening, a closed day and a full day, walked in a real browser on both faces: she on her
/// telephone or at a computer, and one of us at the same width. With `-Dfristad.pictures=true` the
/// pictures lie in `target/looks`.
@FristadTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("An evening, a closed day and a full day at the reception")
class ReceptionDaysTest {
  private static final Instant MONDAY = Calendar.monday();
  private static final ZonedDateTime HERE = MONDAY.atZone(OpeningHours.HERE);

  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private People people;
  @LocalServerPort private int port;
  private Chromium chromium;
  private UUID worker = UUID.randomUUID();

  @BeforeAll
  void open_a_browser() {
    chromium = new Chromium();
  }

  @AfterAll
  void close_the_browser() {
    people.byHand("delete from contact.thread");
    ours().empty();
    clock.reset();
    chromium.close();
  }

  private Calendar ours() {
    return new Calendar(people, "contact");
  }

  private void oneWhoReceives() {
    people.byHand("delete from contact.thread");
    ours().empty();
    ours().room("Blå rummet");
    worker = ours().worker(staff.add(Role.CASEWORKER).staff());
    for (int day = 1; day <= 5; day++) {
      ours().hours(worker, day, 9, 11);
    }
  }

  @ParameterizedTest
  @CsvSource({"390,800", "1280,900"})
  void walked_on_both_faces(int width, int height) {
    oneWhoReceives();
    clock.set(HERE.withHour(9).toInstant());
    Page reception = comesIn(width, height);
    evening(width, height, reception);
    closedDay(width, height, reception);
    fullDay(width, height, reception);
    reception.context().close();
  }

  private Page comesIn(int width, int height) {
    TestStaff.Person one = staff.addWithPassword(Role.RECEPTION);
    Page page = chromium.window(true, width, height, "sv");
    page.navigate("http://localhost:" + port + "/staff/login");
    page.locator("input[name=name]").fill(one.login());
    page.locator("input[name=password]").fill(TestStaff.PASSWORD);
    page.locator("input[name=code]").fill(staff.digits(one.secret(), 0));
    page.locator("input[name=code]").press("Enter");
    page.waitForURL("**/staff/inbox");
    return page;
  }

  /// It is shut: she reads so, writes all the same and books a time of her own; in the evening it
  /// stands with us.
  private void evening(int width, int height, Page reception) {
    clock.set(HERE.withHour(20).withMinute(30).toInstant());
    Page her = chromium.window(true, width, height, "sv");
    her.navigate("http://localhost:" + port + "/sv");
    assertThat(her.locator("body")).containsText("i morgon");
    seen(her, width, "evening-1-first");
    Browsers.begin(her, "Hej, kan jag få komma?");
    String tomorrow = code("on_site", day(1).atTime(9, 0));
    books(her, tomorrow);
    assertThat(her.locator("#state")).containsText("Du har en tid hos oss tisdag");
    seen(her, width, "evening-2-her-time");

    reception.navigate("http://localhost:" + port + "/staff/times?day=" + day(1));
    assertThat(reception.locator("main")).containsText("09:00");
    assertThat(reception.locator("main")).containsText("Blå rummet");
    seen(reception, width, "evening-3-day-of-ours");
    reception.navigate("http://localhost:" + port + "/staff/times?view=week&day=" + day(1));
    seen(reception, width, "evening-4-week-of-ours");
    her.context().close();
  }

  /// The reception has closed itself for the Wednesday: neither she nor we can have a time on it,
  /// and both are told of the nearest.
  private void closedDay(int width, int height, Page reception) {
    people.byHand(
        "insert into contact.absence (id, from_at, until_at, made_by, made_at) values (gen_random_uuid(), ?::timestamptz, ?::timestamptz, gen_random_uuid(), ?::timestamptz)",
        at(day(2), 0).toString(),
        at(day(3), 0).toString(),
        MONDAY.toString());
    clock.set(at(day(2), 10));
    Page her = chromium.window(true, width, height, "sv");
    her.navigate("http://localhost:" + port + "/sv");
    assertThat(her.locator("body")).containsText("i morgon");
    seen(her, width, "closed-1-first");
    Browsers.begin(her, "Hej, är ni där?");
    shows(her);
    assertThat(
            her.locator("#times-time option[value='" + code("phone", day(2).atTime(9, 0)) + "']"))
        .hasCount(0);
    assertThat(
            her.locator("#times-time option[value='" + code("phone", day(3).atTime(9, 0)) + "']"))
        .hasCount(1);
    seen(her, width, "closed-2-her-times");

    wishes(reception, day(2), "10:30");
    assertThat(reception.locator("main")).containsText("Den dagen har vi stängt.");
    assertThat(reception.locator("main")).containsText("De här tiderna är närmast:");
    seen(reception, width, "closed-3-refused-to-us");
    reception.navigate("http://localhost:" + port + "/staff/times?view=week&day=" + day(2));
    assertThat(reception.locator(".week-today")).containsText("Stängt.");
    seen(reception, width, "closed-4-week-of-ours");
    her.context().close();
  }

  /// Every time of the Friday is taken: she is offered what comes after it, we are told that it is
  /// taken and take the nearest by one press.
  private void fullDay(int width, int height, Page reception) {
    clock.set(at(day(4), 7));
    for (int hour : new int[] {9, 10}) {
      ours()
          .booked(
              worker,
              null,
              people.writes(se.fristad.contact.Queue.SUPPORT, "Hej").thread(),
              at(day(4), hour));
    }
    people.byHand(
        "insert into contact.taken (what, quarter, meeting) select m.worker, q, m.id from contact.meeting m,"
            + " generate_series(m.from_at, m.until_at - interval '15 minutes', interval '15 minutes') q on conflict do nothing");
    Page her = chromium.window(true, width, height, "sv");
    her.navigate("http://localhost:" + port + "/sv");
    Browsers.begin(her, "Hej, jag behöver en tid i dag.");
    shows(her);
    assertThat(her.locator("#times-time option[value*='" + minutes(day(4).atTime(9, 0)) + "']"))
        .hasCount(0);
    Locator later =
        her.locator("#times-time option[value='" + code("phone", day(7).atTime(9, 0)) + "']");
    assertThat(later).hasCount(1);
    seen(her, width, "full-1-her-times");

    wishes(reception, day(4), "09:00");
    assertThat(reception.locator("main")).containsText("De här tiderna är närmast:");
    seen(reception, width, "full-2-refused-to-us");
    reception.locator("form.slots .slot").first().click();
    reception.waitForURL("**" + conversation());
    seen(reception, width, "full-3-the-nearest-is-hers");
    Assertions.assertThat(
            people.count(
                "select count(*) from contact.meeting where thread = ?::uuid and state = 'booked'",
                Worker.latest().value().toString()))
        .isOne();
    reception.navigate("http://localhost:" + port + "/staff/times?day=" + day(4));
    seen(reception, width, "full-4-day-of-ours");
    her.context().close();
  }

  private static String conversation() {
    return "/staff/inbox/support/" + Worker.latest().value();
  }

  /// Opens the times that are free, on her page.
  private static void shows(Page her) {
    her.locator("#times > summary").click();
    her.locator("#times-ask button").click();
    her.locator("#times-book:not([hidden])").waitFor();
  }

  private static void books(Page her, String code) {
    shows(her);
    her.locator("#times-time").selectOption(code);
    her.locator("#times-book button").click();
    // said on top of the conversation; what is below folds itself again
    assertThat(her.locator("#state")).containsText("Du har en tid");
  }

  /// One of us wishes a time for the conversation that was begun last.
  private void wishes(Page reception, LocalDate day, String time) {
    reception.navigate("http://localhost:" + port + conversation() + "/time");
    reception.locator("input[name=date]").fill(day.toString());
    reception.locator("input[name=clock]").fill(time);
    reception.locator("input[name=way][value=phone]").check();
    reception.locator("form.form button").first().click();
    reception.locator(".notice form.slots .slot").first().waitFor();
  }

  private static LocalDate day(int after) {
    return HERE.toLocalDate().plusDays(after);
  }

  private static Instant at(LocalDate day, int hour) {
    return day.atTime(hour, 0).atZone(OpeningHours.HERE).toInstant();
  }

  private static long minutes(java.time.LocalDateTime at) {
    return Duration.ofSeconds(at.atZone(OpeningHours.HERE).toEpochSecond()).toMinutes();
  }

  private static String code(String way, java.time.LocalDateTime at) {
    return way + "." + minutes(at) + ".60";
  }

  /// Whether all of it fits the screen; a picture when pictures are wanted.
  private static void seen(Page page, int width, String name) {
    if (Boolean.getBoolean("fristad.pictures")) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of("target", "looks", "reception-" + name + "-" + width + ".png"))
              .setFullPage(true));
    }
    Assertions.assertThat(
            page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .as(name + " fits the screen")
        .isEqualTo(true);
  }
}
