package se.fristad.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.fristad.house.FristadTest;

/// Every route of the staff face, tried by every role and by nobody, against what is written by
/// hand in `access-matrix.csv`.
///
/// | in the file | means |
/// | --- | --- |
/// | `allowed` | the page answers (with what it has to say, also that a form is incomplete) |
/// | `notthere` | the same page as for an address that does not exist |
/// | `login` | the way to the login page |
@FristadTest
@DisplayName("Who finds which page")
class AccessMatrixTest {
  private static final String ANONYMOUS = "anonymous";
  @Autowired private TestStaff staff;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mapping;

  @LocalServerPort private int port;

  private record Row(String route, String method, Map<String, String> cells) {
    String key() {
      return method + " " + route;
    }
  }

  private static List<Row> matrix() throws IOException {
    try (var file = AccessMatrixTest.class.getResourceAsStream("/access-matrix.csv")) {
      List<String> lines =
          new String(file.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .toList();
      String[] head = lines.getFirst().split(";", -1);
      List<Row> rows = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(";", -1);
        Map<String, String> expected = new LinkedHashMap<>();
        for (int i = 2; i < head.length; i++) {
          expected.put(head[i], cells[i]);
        }
        rows.add(new Row(cells[0], cells[1], expected));
      }
      return rows;
    }
  }

  /// Spring's own routes under /staff, without the files that anyone may have.
  private Set<String> routes() {
    Set<String> routes = new TreeSet<>();
    for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
      for (String path : info.getPatternValues()) {
        if (path.startsWith("/staff") && !path.startsWith("/staff/assets/")) {
          Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
          assertThat(methods).as("%s says its method", path).isNotEmpty();
          methods.forEach(method -> routes.add(method + " " + path));
        }
      }
    }
    return routes;
  }

  @Test
  void every_route_has_a_row_and_every_row_a_route() throws IOException {
    Set<String> rows = new TreeSet<>();
    matrix().forEach(row -> rows.add(row.key()));
    assertThat(rows).isEqualTo(routes());
  }

  @Test
  void every_role_is_a_column_and_so_is_nobody() throws IOException {
    Set<String> columns = new TreeSet<>(List.of(ANONYMOUS));
    Arrays.stream(Role.values()).forEach(role -> columns.add(role.code()));
    assertThat(new TreeSet<>(matrix().getFirst().cells().keySet())).isEqualTo(columns);
  }

  @Test
  void every_cell_is_as_it_is_written() throws IOException {
    Map<String, Desk> desks = new LinkedHashMap<>();
    desks.put(ANONYMOUS, new Desk(new Browser(port), ""));
    for (Role role : Role.values()) {
      Browser browser = staff.logIn(staff.add(role), port);
      desks.put(role.code(), new Desk(browser, browser.get("/staff/roles").token()));
    }
    List<String> wrong = new ArrayList<>();
    for (Row row : matrix()) {
      for (var desk : desks.entrySet()) {
        boolean loggedIn = !desk.getKey().equals(ANONYMOUS);
        if (row.key().equals("POST /staff/logout") && loggedIn) {
          continue; // tried last: it ends the session that the other rows need
        }
        String seen = seen(desk.getValue(), row);
        if (!seen.equals(row.cells().get(desk.getKey()))) {
          wrong.add(row.key() + " for " + desk.getKey() + " is " + seen);
        }
      }
    }
    assertThat(wrong).isEmpty();
    desks.remove(ANONYMOUS);
    for (Desk desk : desks.values()) {
      assertThat(desk.browser().post("/staff/logout", Map.of("_form", desk.token())).location())
          .isEqualTo("/staff/login?left=1");
    }
  }

  private record Desk(Browser browser, String token) {}

  private static String seen(Desk desk, Row row) {
    String path = row.route().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    Browser.Answer answer =
        row.method().equals("GET")
            ? desk.browser().get(path)
            : desk.browser().post(path, Map.of("_form", desk.token()));
    if (answer.location().startsWith("/staff/login?to=")
        || answer.location().equals("/staff/login?alarm=unsent")
        || answer.location().equals("/staff/login")) {
      return "login";
    }
    return answer.status() == 404 && answer.body().contains(NOT_THERE) ? "notthere" : "allowed";
  }

  private static final String NOT_THERE = "<!doctype html>";

  @Test
  void not_for_you_is_the_page_of_an_address_that_does_not_exist() {
    Browser browser = staff.logIn(staff.add(Role.RECEPTION), port);
    Browser.Answer notForYou = browser.get("/staff/administration");
    Browser.Answer notThere = browser.get("/staff/there-is-no-such-page");
    assertThat(notForYou.status()).isEqualTo(404).isEqualTo(notThere.status());
    assertThat(notForYou.body()).isEqualTo(notThere.body());
  }
}
