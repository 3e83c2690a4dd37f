package se.fristad.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import se.fristad.house.FristadTest;
import se.fristad.house.TestHouse;
import se.fristad.vault.Side;

/// A colleague who has the login of a side, or the whole database, and writes what she likes into
/// the staff register: she comes in as nobody else and becomes nothing she was not made.
@FristadTest
@DisplayName("The staff register, written by hand")
class RegisterByHandTest {
  @Autowired private TestStaff staff;
  @LocalServerPort private int port;
  private final Owner owner = new Owner(TestHouse.shared());

  private static JdbcClient as(Side side) {
    try {
      return JdbcClient.create(new SingleConnectionDataSource(TestHouse.shared().as(side), true));
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static byte[] withOwner(UUID staff, byte[] token) {
    return ByteBuffer.allocate(48)
        .putLong(staff.getMostSignificantBits())
        .putLong(staff.getLeastSignificantBits())
        .put(token)
        .array();
  }

  @ParameterizedTest
  @EnumSource(names = {"SUPPORT", "SHELTER", "PERPETRATOR", "CONFERENCE", "LOG"})
  void a_session_that_a_login_begins_by_itself_lets_nobody_in(Side side) {
    TestStaff.Person head = staff.add(Role.HEAD);
    byte[] token = Secrets.random(32);
    byte[] whole = withOwner(head.staff(), token);
    for (byte[] stored : new byte[][] {Secrets.sha256(token), Secrets.sha256(whole)}) {
      assertThat(
              as(side)
                  .sql("SELECT access.begin_session(?, ?, 'demonstration', NULL)")
                  .params(stored, head.staff())
                  .query(Boolean.class)
                  .single())
          .isTrue();
    }
    for (byte[] cookie : new byte[][] {token, whole}) {
      assertThat(
              new Browser(port)
                  .get("/staff/roles", Map.of("Cookie", "fristad=" + Secrets.base64(cookie)))
                  .location())
          .startsWith("/staff/login");
    }
  }

  @Test
  void a_session_given_to_somebody_else_by_hand_is_nobodys() {
    TestStaff.Person reception = staff.add(Role.RECEPTION);
    TestStaff.Person head = staff.add(Role.HEAD);
    Browser browser = staff.logIn(reception, port);
    assertThat(browser.get("/staff/roles").status()).isEqualTo(200);
    owner
        .sql()
        .sql(
            """
            UPDATE access.session
               SET staff = :head, viewer = (SELECT id FROM access.viewer WHERE staff = :head)
             WHERE staff = :own
            """)
        .param("head", head.staff())
        .param("own", reception.staff())
        .update();
    assertThat(browser.get("/staff/roles").location()).startsWith("/staff/login");
  }

  @Test
  void a_role_that_a_login_gives_itself_is_not_one() {
    TestStaff.Person person = staff.add(Role.RECEPTION);
    UUID made = UUID.randomUUID();
    as(Side.CONFERENCE)
        .sql("SELECT access.add_viewer(?, ?, 'centre', 'head')")
        .params(made, person.staff())
        .query((row, number) -> number)
        .list();
    Browser browser = staff.logIn(person, port);
    Browser.Answer roles = browser.get("/staff/roles");
    assertThat(roles.status()).isEqualTo(200);
    assertThat(roles.body()).doesNotContain(made.toString());
    browser.post("/staff/roles", Map.of("_form", roles.token(), "viewer", made.toString()));
    assertThat(browser.get("/staff/roles").location()).startsWith("/staff/login");
  }

  @Test
  void a_role_changed_by_hand_is_not_one() {
    TestStaff.Person person = staff.add(Role.RECEPTION);
    Browser browser = staff.logIn(person, port);
    owner
        .sql()
        .sql("UPDATE access.viewer SET role = 'log_reviewer' WHERE staff = ?")
        .param(person.staff())
        .update();
    assertThat(browser.get("/staff/log").location()).startsWith("/staff/login");
  }

  @Test
  void a_one_time_code_that_a_login_makes_opens_nothing() {
    TestStaff.Person head = staff.add(Role.HEAD);
    String code = "0000-1111-2222-3333-4444-5555";
    byte[] hash =
        Secrets.sha256(
            ("fristad/access/code|" + code.replace("-", "")).getBytes(StandardCharsets.UTF_8));
    assertThat(
            as(Side.SHELTER)
                .sql("SELECT access.make_link(?, 'begin', ?)")
                .params(hash, head.staff())
                .query(Boolean.class)
                .single())
        .isTrue();
    assertThat(new Browser(port).post("/staff/begin", Map.of("code", code)).status())
        .isEqualTo(400);
  }
}
