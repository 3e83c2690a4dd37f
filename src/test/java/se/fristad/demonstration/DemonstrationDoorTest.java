package se.fristad.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Browser;
import se.fristad.house.FristadTest;

/// When the demonstration's door exists, and that it does not exist otherwise.
@FristadTest
@DisplayName("The demonstration's door")
class DemonstrationDoorTest {
  @LocalServerPort private int port;

  private String someone(Browser browser) {
    var found =
        Pattern.compile("name=\"staff\" value=\"([^\"]{36})\"")
            .matcher(browser.get("/staff/login").body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  @Test
  void one_click_on_a_name_is_enough_on_this_machine() {
    Browser browser = new Browser(port);
    assertThat(browser.get("/staff/login").body()).contains("Amina Lindqvist", "Elisabet Norén");
    Browser.Answer in = browser.post("/staff/demonstration", Map.of("staff", someone(browser)));
    assertThat(in.status()).isEqualTo(303);
    assertThat(browser.get("/staff/roles").status()).isEqualTo(200);
    assertThat(browser.get("/staff/roles").body()).contains("tel:112");
  }

  @Test
  void through_a_proxy_there_is_no_door() {
    for (String header :
        new String[] {
          "Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Any"
        }) {
      refused(Map.of(header, "x", "Sec-Fetch-Site", "same-origin"), header);
      assertThat(new Browser(port).get("/staff/login", Map.of(header, "x")).body())
          .as(header)
          .doesNotContain("/staff/demonstration");
    }
  }

  @Test
  void a_press_that_does_not_come_from_our_own_page_finds_no_door() {
    for (String site : new String[] {"cross-site", "same-site", "none"}) {
      Browser browser = new Browser(port);
      Browser.Answer answer =
          browser.post(
              "/staff/demonstration",
              Map.of("staff", someone(browser)),
              Map.of("Sec-Fetch-Site", site));
      assertThat(answer.headers()).doesNotContainKey("set-cookie");
      assertThat(answer.status()).isIn(400, 404);
    }
    Browser old = new Browser(port);
    Map<String, String> form = new LinkedHashMap<>();
    form.put("staff", someone(old));
    form.put("_form", old.get("/staff/login").token());
    assertThat(old.post("/staff/demonstration", form, Map.of()).status()).isEqualTo(404);
  }

  @Test
  void demonstration_data_beside_another_address_or_database_do_not_start() {
    for (String address : new String[] {"", "0.0.0.0", "192.0.2.7", "::"}) {
      assertThatThrownBy(() -> DemonstrationDoor.refuseAnythingButLoopback(address, true))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThatThrownBy(() -> DemonstrationDoor.refuseAnythingButLoopback("127.0.0.1", false))
        .isInstanceOf(IllegalStateException.class);
    DemonstrationDoor.refuseAnythingButLoopback("127.0.0.1", true);
  }

  private void refused(Map<String, String> headers, String what) {
    Browser browser = new Browser(port);
    Browser.Answer answer =
        browser.post("/staff/demonstration", Map.of("staff", someone(browser)), headers);
    assertThat(answer.status()).as(what).isEqualTo(404);
    assertThat(answer.headers()).as(what).doesNotContainKey("set-cookie");
  }
}
