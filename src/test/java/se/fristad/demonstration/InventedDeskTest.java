package se.fristad.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.Staffing;
import se.fristad.access.TestStaff;
import se.fristad.centre.PublicPages;
import se.fristad.contact.Calls;
import se.fristad.contact.Consultations;
import se.fristad.contact.PublicShelf;
import se.fristad.contact.Revealing;
import se.fristad.house.FristadTest;
import se.fristad.house.TestDatabase;
import se.fristad.house.TestHouse;
import se.fristad.intake.Offering;
import se.fristad.page.Markdown;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// What stands on the shelves of the invented centre the first morning.
@FristadTest
class InventedDeskTest {
  @Autowired private TestStaff staff;
  @Autowired private Staffing staffing;
  @Autowired private PublicPages pages;
  @Autowired private PublicShelf shelf;
  @Autowired private Offering offering;
  @Autowired private Calls calls;
  @Autowired private Consultations consultations;
  @Autowired private Clock clock;
  @LocalServerPort private int port;
  private final TestDatabase database = TestHouse.shared().database();

  @BeforeEach
  @AfterEach
  void nothing_stands_anywhere() {
    database.byHand("delete from centre.page");
    database.byHand("delete from contact_professional.consultation");
    database.byHand("delete from contact_professional.thread");
    database.byHand("delete from contact.thread");
    database.byHand("delete from intake.board_decision");
    database.byHand("delete from intake.service_type");
  }

  @Test
  void every_door_has_a_page_in_four_languages_and_the_inbox_and_the_lists_live() {
    staff.add(Role.HEAD);
    staff.add(Role.RECEPTION);
    staff.add(Role.CASEWORKER);
    InventedDesk desk =
        new InventedDesk(staffing, pages, shelf, offering, calls, consultations, clock);
    desk.fill();
    desk.fill();
    assertThat(Sides.on(Side.SUPPORT, pages::shown))
        .hasSize(20)
        .allSatisfy(page -> {
          assertThat(Markdown.faults(page.body())).as(page.title()).isEmpty();
          assertThat(Revealing.in(page.body())).as(page.title()).isEmpty();
          assertThat(page.body()).as(page.title()).contains("tel:112");
          assertThat(page.title().length()).isLessThanOrEqualTo(80);
        });
    assertThat(database.count("select count(distinct number) from centre.page")).isEqualTo(5);
    Browser head = staff.logIn(staff.add(Role.HEAD), port);
    assertThat(head.get("/staff/public").body()).contains("Det går att sluta", "حقوقك");
    assertThat(head.get("/staff/service-types").body()).contains("Stödsamtal, upp till fem gånger");
    assertThat(head.get("/staff/consultations").body()).contains("Skola, elevhälsa", "Heby");
    assertThat(database.count("select count(*) from contact.handling where channel = 'visit'"))
        .isOne();
    assertThat(
            database.count(
                "select count(*) from contact_professional.handling where channel = 'phone'"))
        .isOne();
  }
}
