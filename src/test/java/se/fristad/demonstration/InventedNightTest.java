package se.fristad.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.casework.AcuteRoad;
import se.fristad.casework.Road;
import se.fristad.centre.Centre;
import se.fristad.centre.OpeningHours;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestDatabase;
import se.fristad.house.TestHouse;

/// The night before the invented morning.
@FristadTest
class InventedNightTest {
  private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

  @Autowired private TestStaff staff;
  @Autowired private Road road;
  @Autowired private AcuteRoad acute;
  @Autowired private Centre centre;
  @Autowired private TestClock clock;
  @LocalServerPort private int port;
  private final TestDatabase database = TestHouse.shared().database();

  @BeforeEach
  void nothing_has_happened() {
    database.byHand("delete from casework.night_event");
    clock.set(TUESDAY.atTime(8, 5).atZone(OpeningHours.HERE).toInstant());
  }

  @Test
  void the_morning_shows_the_night_unread_and_the_duty_sees_what_is_asked() {
    TestStaff.Person karin = staff.add(Role.CASEWORKER);
    TestStaff.Person tomas = staff.add(Role.DUTY_SOCIAL_SERVICE);
    TestStaff.Person head = staff.add(Role.HEAD);
    InventedNight night = new InventedNight(road, acute, centre, clock);
    night.pass(karin.viewer(), tomas.viewer(), head.viewer());
    night.pass(karin.viewer(), tomas.viewer(), head.viewer());
    assertThat(database.count("select count(*) from casework.night_event")).isEqualTo(5);
    Browser day = staff.logIn(karin, port);
    assertThat(day.get("/staff/day").body())
        .contains("2 händelser i natt är olästa", "Jouren skrev till dagen", "Har väntat")
        .doesNotContain("Jouren beslutade om akut skydd");
    assertThat(staff.logIn(head, port).get("/staff/day").body())
        .contains("3 händelser i natt är olästa", "Jouren beslutade om akut skydd");
    clock.set(TUESDAY.atTime(17, 0).atZone(OpeningHours.HERE).toInstant());
    assertThat(staff.logIn(tomas, port).get("/staff/duty").body())
        .contains("Läs och kvittera", "Oläst");
  }
}
