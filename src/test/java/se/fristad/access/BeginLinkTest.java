package se.fristad.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.house.Chromium;
import se.fristad.house.FristadTest;
import se.fristad.vault.Confidential;

/// The link with a one-time code, in a real browser.
@FristadTest
class BeginLinkTest {
  @Autowired private TestStaff staff;
  @Autowired private Staffing staffing;
  @LocalServerPort private int port;

  @Test
  void a_link_opens_the_form_and_its_code_stands_in_no_address_and_no_header() {
    TestStaff.Person administrator = staff.add(Role.ADMINISTRATOR);
    Viewer viewer = new Viewer(administrator.staff(), "centre", Role.ADMINISTRATOR);
    Staffing.Addition added =
        staffing.add(
            viewer,
            Confidential.of("Nadja Ny"),
            "nadja" + System.nanoTime(),
            List.of(new Staffing.Capacity("centre", Role.RECEPTION)));
    assertThat(added).isInstanceOf(Staffing.Addition.Added.class);
    Optional<String> code = staffing.code(viewer, ((Staffing.Addition.Added) added).staff());
    String root = "http://localhost:" + port;
    List<String> told = new CopyOnWriteArrayList<>();
    List<String> standing = new CopyOnWriteArrayList<>();
    try (Chromium browser = new Chromium()) {
      Page page = browser.window(true, 1280, 900, "sv-SE");
      page.onRequest(request -> told.add(heard(request)));
      page.exposeFunction("leaves", from -> standing.add(String.valueOf(from[0])));
      page.addInitScript(
          """
          const submit = HTMLFormElement.prototype.requestSubmit;
          HTMLFormElement.prototype.requestSubmit = function () {
            leaves(location.href);
            submit.call(this);
          };
          """);
      page.navigate(root + "/staff/begin#" + code.orElseThrow());
      page.locator("form[action='/staff/begin/choose']").waitFor();
      assertThat(page.locator("h1").textContent()).contains("Nadja Ny");
      assertThat(page.url()).isEqualTo(root + "/staff/begin");
      page.goBack();
      assertThat(page.url()).doesNotContain(code.orElseThrow());
      page.navigate(root + "/staff/begin#WRONG-CODE");
      page.locator(".error-summary").waitFor();
    }
    assertThat(standing)
        .as("the address in which the page stands when the form leaves it")
        .isNotEmpty()
        .containsOnly(root + "/staff/begin");
    assertThat(told).isNotEmpty().noneMatch(one -> one.contains(code.orElseThrow()));
  }

  /// What a server, a proxy or a log could hear of a request without its body.
  private static String heard(Request request) {
    return request.url().replaceFirst("#.*", "") + " " + request.headers();
  }
}
