package se.fristad.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.house.FristadTest;
import se.fristad.law.Act;
import se.fristad.law.Rules;
import se.fristad.page.TextCatalogue;
import se.fristad.page.Texts;

/// The page that says which law the program follows.
@FristadTest
@DisplayName("Lagrum och frister")
class LawPagesTest {
  @Autowired private TestStaff staff;
  @LocalServerPort private int port;

  private final Texts swedish = TextCatalogue.ofClassPath().in(Locale.of("sv"));

  @Test
  void every_rule_stands_with_its_sentence_and_every_wording_with_its_paragraph() {
    String body = seen(Role.CASEWORKER, "/staff/law");
    Rules.all()
        .forEach(rule -> {
          assertThat(body)
              .as(rule.key())
              .contains(swedish.t(rule.textKey()), swedish.t(rule.sentenceKey()));
          rule.versions()
              .forEach(version -> assertThat(body).contains(version.provision().cited()));
        });
    assertThat(body)
        .contains(
            "14 dagar",
            "4 månader",
            "3 veckor",
            "5 år",
            "1 arbetsdag",
            "Längre vid: Synnerliga skäl",
            "Avgör: Dagen för beslutet",
            "1 januari 2002 till och med 30 juni 2025",
            "från och med 1 juli 2025",
            "från och med 15 januari 2026",
            "1 § lagen om beräkning av lagstadgad tid (1930:173)");
  }

  @Test
  void each_act_says_where_it_was_read_and_what_was_not_read_is_marked() {
    String body = seen(Role.HEAD, "/staff/law");
    for (Act act : Act.values()) {
      assertThat(body).as(act.name()).contains(swedish.t(act.sourceKey()));
    }
    assertThat(body)
        .contains("Lagtexten är inte läst här", "Föreskriften är inte läst här")
        .contains("badge-warn\">Inte läst");
  }

  @Test
  void the_last_of_june_and_the_first_of_july_2025_show_different_acts() {
    String june = seen(Role.RECEPTION, "/staff/law?day=2025-06-30");
    assertThat(june)
        .contains("Regler som gällde 30 juni 2025", "4 kap. 1 § SoL (2001:453)")
        .doesNotContain("§ SoL (2025:400)");
    String july = seen(Role.RECEPTION, "/staff/law?day=2025-07-01");
    assertThat(july)
        .contains("Regler som gällde 1 juli 2025", "11 kap. 1 § SoL (2025:400)")
        .doesNotContain("§ SoL (2001:453)");
  }

  @Test
  void a_day_that_is_none_is_said_beside_the_field_and_all_is_shown() {
    assertThat(seen(Role.CASEWORKER, "/staff/law?day=midsommar"))
        .contains("Skriv dagen som 2025-07-01", "value=\"midsommar\"", "Alla lydelser")
        .contains("§ SoL (2001:453)", "§ SoL (2025:400)");
    assertThat(seen(Role.CASEWORKER, "/staff/law?day=1809-06-06"))
        .contains("Ingen regel gällde den dagen");
  }

  @Test
  void it_is_in_the_navigation_of_the_support_side_and_nobodys_day_begins_there() {
    assertThat(seen(Role.CASEWORKER, "/staff/law")).contains("aria-current=\"page\"");
    Browser editor = staff.logIn(staff.add(Role.CONTENT_EDITOR), port);
    assertThat(editor.get("/staff").location()).isEqualTo("/staff/public");
    assertThat(editor.get("/staff/public").body()).contains("href=\"/staff/law\"");
    assertThat(staff.logIn(staff.add(Role.NURSE), port).get("/staff").body())
        .doesNotContain("/staff/law");
  }

  private String seen(Role role, String address) {
    Browser.Answer answer = staff.logIn(staff.add(role), port).get(address);
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }
}
