package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;

/// The head's pages of templates, asked for without a script.
@FristadTest
class TemplatePagesTest {
  private static final String HREF = "/staff/templates/decision_notice";

  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private People people;

  @BeforeEach
  void monday() {
    walk.goTo(LocalDate.of(2026, 11, 23));
    people.byHand("delete from casework.document");
    people.byHand("delete from casework.template");
    people.byHand("delete from casework.form");
  }

  private static Map<String, String> form(Desk.Worker head, Browser.Answer page, String words) {
    return head.form(page, "base", page.hidden("base"), "words", words);
  }

  @Test
  void a_template_is_written_in_versions_and_never_without_what_the_law_asks_for() {
    Desk.Worker head = desk.in(Role.HEAD);
    assertThat(desk.in(Role.CASEWORKER).open(HREF).status()).isEqualTo(404);
    assertThat(head.open("/staff/templates/other").status()).isEqualTo(404);
    Browser.Answer page = head.open(HREF);
    assertThat(page.body())
        .contains("Så här ser den ut", "Ylva Exempel", "den som följde med programmet");
    Browser.Answer refused =
        head.browser().post(HREF, form(head, page, "# Beslut\n\n<b>{{motiv}}</b>\n"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("HTML går inte att använda.", "{{motiv}} går inte att fylla i", "33 § FL");
    assertThat(people.count("select count(*) from casework.template")).isZero();
    String good = DocumentKind.DECISION_NOTICE.shipped() + "\n## Välkommen\n\nRing oss.\n";
    Browser.Answer again = head.open(HREF);
    Map<String, String> sent = form(head, again, good);
    assertThat(head.browser().post(HREF, sent).location()).isEqualTo("/staff/templates");
    assertThat(head.browser().post(HREF, sent).location()).isEqualTo("/staff/templates");
    assertThat(
            people.count(
                "select count(*) from casework.template where version = 1 and made_by = ?",
                head.id()))
        .isOne();
    // whoever wrote on what is not the latest any more is told, and loses nothing
    Desk.Worker other = desk.in(Role.HEAD);
    Browser.Answer late = other.open(HREF);
    Map<String, String> old = form(other, late, good + "\nMer.\n");
    old.put("base", "0");
    Browser.Answer told = other.browser().post(HREF, old);
    assertThat(told.status()).isEqualTo(422);
    assertThat(told.body()).contains("Någon annan har sparat version 1 under tiden.", "Mer.");
    assertThat(head.open(HREF + "/1").body()).contains("Välkommen", "Den ändras inte.");
    assertThat(head.open(HREF + "/1/paper").body()).startsWith("%PDF-");
    assertThat(head.open(HREF + "/9").status()).isEqualTo(404);
  }
}
