package se.fristad.contact.front.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.house.FristadTest;
import se.fristad.house.TestHouse;

@FristadTest
@ExtendWith(OutputCaptureExtension.class)
class NothingAboutHerTest {
  @LocalServerPort private int port;

  @Test
  @DisplayName("E-T01 no column could hold who she is")
  void no_column_could_hold_who_she_is() throws Exception {
    int seen = 0;
    try (Connection connection = TestHouse.shared().superuser();
        Statement statement = connection.createStatement();
        ResultSet columns =
            statement.executeQuery(
                """
                select table_name, column_name, data_type from information_schema.columns
                where table_schema in ('contact', 'contact_perpetrator', 'contact_professional') and table_name <> 'flyway_schema_history'
                  -- rooms, agencies of interpreters and our own calls for help to a room are ours: they point at nobody
                  and table_name not in ('room', 'agency', 'help_call', 'help_watch')
                """)) {
      while (columns.next()) {
        String column = columns.getString(2).toLowerCase(Locale.ROOT);
        String type = columns.getString(3);
        seen++;
        assertThat(column)
            .doesNotContainPattern(
                "name|pnr|personal|mail|phone|tele|ip$|^ip|addr|agent|device|browser|referr|host|geo|place");
        assertThat(type)
            .isNotIn("inet", "cidr", "macaddr", "json", "jsonb", "character varying", "point");
        if (type.equals("text")) {
          // the only texts in clear are codes
          assertThat(column)
              .isIn(
                  "language",
                  "errand",
                  "door",
                  "state",
                  "last_from",
                  "sender",
                  "kek",
                  "channel",
                  "about",
                  "closed_because",
                  "kind",
                  "role",
                  "answer",
                  "step",
                  "outcome",
                  "signature",
                  "organisation",
                  "municipality",
                  "topic",
                  "way",
                  "reference",
                  "dialect",
                  "gender",
                  "number",
                  "sign",
                  "became",
                  "what",
                  "why");
        }
      }
    }
    assertThat(seen).isGreaterThan(30);
  }

  @Test
  @DisplayName("E-T01 no line of the log holds an address, a browser's name or a typed word")
  void no_line_of_the_log_holds_an_address(CapturedOutput output) throws Exception {
    Visitor visitor = new Visitor(port);
    visitor.get("/", "User-Agent", "Kanariebrowser/1.0", "X-Forwarded-For", "203.0.113.77");
    String page = visitor.begin("kanarieord i loggen");
    visitor.post(Visitor.form(page, "look"));
    visitor.post(Visitor.with(Visitor.form(page, "return"), "words", "kanarieord fel"));
    visitor.post(Map.of("act", "begin"), "text/html", "Sec-Fetch-Site", "cross-site");
    visitor.raw("application/pdf", new byte[10]);
    visitor.raw("application/x-www-form-urlencoded", new byte[200_000]);
    visitor.raw(
        "application/x-www-form-urlencoded",
        "act=%zz&words=kanarieord".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    visitor.get("/kanarieord?kanarieord=1");
    visitor.method("BREW", "/kanarieord");
    try (Connected broken = Connected.raw(port, "GET /%kanarieord HTTP/1.1\r\nHost: a\r\n", "")) {
      assertThat(broken.head())
          .contains("400")
          .contains("no-store")
          .contains("Content-Security-Policy");
    }
    assertThat(output.getAll())
        .doesNotContain("127.0.0.1:")
        .doesNotContain("203.0.113")
        .doesNotContainIgnoringCase("kanarie");
    assertThat(
            output
                .getAll()
                .lines()
                .filter(line -> line.contains("127.0.0.1") || line.contains("[::1]")))
        .isEmpty();
  }
}
