package se.fristad.contact.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.contact.SentencesJudged;
import se.fristad.house.FristadTest;
import se.fristad.house.TestDatabase;
import se.fristad.house.TestEvents;
import se.fristad.house.TestHouse;

/// Every public sentence beside its Swedish, and which of them somebody has read.
@FristadTest
class SentencesTest {
  private static final String HOME = "/staff/public/sentences";

  @Autowired private TestStaff staff;
  @Autowired private TestEvents events;
  @LocalServerPort private int port;
  private final TestDatabase database = TestHouse.shared().database();

  @BeforeEach
  @AfterEach
  void nobody_has_read_anything() {
    database.byHand("delete from centre.sentence_read");
  }

  @Test
  void an_administrator_reads_and_notes_nothing_and_the_reception_finds_no_such_page() {
    Browser administrator = staff.logIn(staff.add(Role.ADMINISTRATOR), port);
    assertThat(administrator.get(HOME).body())
        .contains("Inte läst av någon som har språket", "0 av ")
        .doesNotContain("name=\"keys\"");
    Map<String, String> form = new HashMap<>();
    form.put("_form", administrator.get("/staff/roles").token());
    form.put("keys", "centre.line.bris.name");
    form.put("reader", "native");
    assertThat(administrator.post(HOME, form).status()).isEqualTo(404);
    assertThat(staff.logIn(staff.add(Role.RECEPTION), port).get(HOME).status()).isEqualTo(404);
    assertThat(database.count("select count(*) from centre.sentence_read")).isZero();
  }

  @Test
  void a_read_sentence_is_a_row_a_line_an_event_and_unread_again_when_it_has_changed() {
    Browser editor = staff.logIn(staff.add(Role.CONTENT_EDITOR), port);
    Browser.Answer page = editor.get(HOME);
    assertThat(page.body()).contains("بريس، للأطفال", "dir=\"rtl\"", "Bris, för barn");
    Map<String, String> form = new HashMap<>();
    form.put("_form", page.token());
    form.put("language", "ar");
    form.put("reading", page.hidden("reading"));
    form.put("page", "1");
    Browser.Answer refused = editor.post(HOME, form);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("Kryssa i de meningar som är lästa.", "Välj vem som har läst dem.");
    form.put("keys", "centre.line.bris.name");
    form.put("act", "good");
    assertThat(editor.post(HOME, form).body())
        .contains("Välj vem som har läst dem.", "value=\"centre.line.bris.name\" checked");
    form.put("reader", "native");
    assertThat(editor.post(HOME, form).location())
        .isEqualTo(HOME + "?language=ar&page=1&done=sentences");
    editor.post(HOME, form);
    UUID reading = UUID.fromString(page.hidden("reading"));
    assertThat(
            database.count(
                "select count(*) from centre.sentence_read where reading = ? and good and language = 'ar'",
                reading))
        .isOne();
    assertThat(database.log(reading)).containsExactly("read:done");
    assertThat(events.of(SentencesJudged.class))
        .anyMatch(judged -> judged.reading().equals(reading) && judged.good());
    assertThat(editor.get(HOME).body()).contains("1 av ", "Läst: Någon som har språket");
    assertThat(editor.get(HOME + "?language=en").body()).contains("0 av ");

    database.byHand("update centre.sentence_read set digest = sha256('something else')");
    assertThat(editor.get(HOME).body()).contains("Ändrad sedan den lästes", "0 av ");
    form.put("reading", UUID.randomUUID().toString());
    form.put("act", "again");
    editor.post(HOME, form);
    assertThat(editor.get(HOME).body()).contains("Måste läsas igen", "0 av ");
  }

  @Test
  void a_language_with_the_short_safety_set_shows_that_and_pages_are_turned() {
    Browser editor = staff.logIn(staff.add(Role.CONTENT_EDITOR), port);
    assertThat(editor.get(HOME + "?language=so").body()).contains("Turjubaan", "Meningarna");
    assertThat(editor.get(HOME + "?language=ar&page=3").status()).isEqualTo(200);
    assertThat(editor.get(HOME + "?language=tlh").status()).isEqualTo(404);
  }
}
