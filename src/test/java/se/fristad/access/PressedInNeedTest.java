package se.fristad.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.house.TestHouse;

/// A call for help goes out whatever has become of her session, or she is told that it did not.
@FristadTest
@DisplayName("A call for help at the gate")
class PressedInNeedTest {
  private static final Map<String, String> HTMX =
      Map.of("HX-Request", "true", "Sec-Fetch-Site", "same-origin");

  @Autowired private TestStaff staff;
  @Autowired private People people;
  @LocalServerPort private int port;
  private final Owner owner = new Owner(TestHouse.shared());

  @BeforeEach
  @AfterEach
  void nobody_calls() {
    people.byHand("delete from contact.help_call");
  }

  private long calls() {
    return people.count("select count(*) from contact.help_call where ended_at is null");
  }

  private long kept(TestStaff.Person person) {
    return owner.count("access.draft", "staff = ?", person.staff());
  }

  @Test
  void it_goes_out_when_her_session_has_ended_and_shows_nothing_but_that() {
    TestStaff.Person person = staff.add(Role.RECEPTION);
    Browser browser = staff.logIn(person, port);
    Map<String, String> form = Map.of("_form", browser.get("/staff/roles").token());
    owner.ageSessions(person.staff(), "31 minutes");
    Browser.Answer answer = browser.post("/staff/help", form, HTMX);
    assertThat(answer.headers()).containsEntry("hx-redirect", "/staff/login?alarm=sent");
    assertThat(answer.status()).as("a 303 would be followed by the browser itself").isEqualTo(200);
    assertThat(answer.body()).doesNotContain("_form", person.login());
    assertThat(calls()).isOne();
    assertThat(browser.post("/staff/help", form).location()).isEqualTo("/staff/login?alarm=sent");
    assertThat(browser.get("/staff/login?alarm=sent").body())
        .contains("Ditt rop på hjälp gick ut.", "tel:112");
    assertThat(kept(person)).isZero();
    assertThat(browser.get("/staff/inbox").location()).startsWith("/staff/login");
  }

  @Test
  void it_goes_out_from_a_page_that_is_older_than_her_login() {
    TestStaff.Person person = staff.add(Role.CASEWORKER);
    Map<String, String> old =
        Map.of("_form", staff.logIn(person, port).get("/staff/roles").token());
    Browser browser = staff.logIn(person, port);
    assertThat(browser.post("/staff/help", old).location()).isEqualTo("/staff/help");
    assertThat(calls()).isOne();
    assertThat(kept(person)).isZero();
  }

  @Test
  void from_another_site_or_from_somebody_unknown_it_does_not_and_she_is_told_loudly() {
    TestStaff.Person person = staff.add(Role.CASEWORKER);
    Browser browser = staff.logIn(person, port);
    Map<String, String> form = Map.of("_form", browser.get("/staff/roles").token());
    assertThat(browser.post("/staff/help", form, Map.of("Sec-Fetch-Site", "cross-site")).status())
        .isEqualTo(400);
    owner.ageSessions(person.staff(), "31 minutes");
    assertThat(browser.post("/staff/help", form, Map.of("Sec-Fetch-Site", "cross-site")).location())
        .isEqualTo("/staff/login?alarm=unsent");
    Browser nobody = new Browser(port);
    assertThat(nobody.post("/staff/help", form, HTMX).headers())
        .containsEntry("hx-redirect", "/staff/login?alarm=unsent");
    assertThat(nobody.get("/staff/login?alarm=unsent").body())
        .contains("Ditt rop på hjälp gick INTE ut.", "role=\"alert\"", "tel:112");
    assertThat(calls()).isZero();
    assertThat(kept(person)).isZero();
  }

  @Test
  void an_address_that_an_open_page_asks_for_is_no_way_back_after_login() {
    TestStaff.Person person = staff.add(Role.RECEPTION);
    Browser browser = staff.logIn(person, port);
    owner.ageSessions(person.staff(), "31 minutes");
    assertThat(browser.get("/staff/help/now", HTMX).headers())
        .containsEntry("hx-redirect", "/staff/login");
  }
}
