package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;

/// One worker, one form, two windows or two devices: neither writes over the other.
@FristadTest
@DisplayName("Two windows of one worker")
class WindowsTest {
  private static final Map<String, String> SCRIPT =
      Map.of("Sec-Fetch-Site", "same-origin", "HX-Request", "true");

  @Autowired private Road road;
  @Autowired private Walk walk;
  @Autowired private TestClock clock;
  @Autowired private TestStaff staff;
  @Autowired private People people;
  @LocalServerPort private int port;

  @SuppressWarnings("NullAway.Init")
  private TestStaff.Person karin;

  @SuppressWarnings("NullAway.Init")
  private Browser one;

  @SuppressWarnings("NullAway.Init")
  private Browser two;

  @SuppressWarnings("NullAway.Init")
  private UUID file;

  @SuppressWarnings("NullAway.Init")
  private String href;

  @BeforeEach
  void twoDevices() {
    clock.reset();
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
    karin = staff.add(Role.CASEWORKER);
    one = staff.logIn(karin, port);
    clock.advance(Duration.ofSeconds(30));
    two = staff.logIn(karin, port);
    file = done(road.open(karin.viewer(), walk.opening())).file();
    href = Desk.step(file, "consent");
  }

  private static Map<String, String> typed(Browser.Answer page, String how) {
    return new java.util.TreeMap<>(
        Map.of(
            "_form",
            page.token(),
            "form",
            page.hidden("form"),
            "subject",
            "share",
            "consent_how",
            how));
  }

  private Browser.Answer saves(Browser browser, Map<String, String> form) {
    return browser.post(href + "/draft", form, SCRIPT);
  }

  private long kept() {
    return people.count("select count(*) from casework.form where file = ?", file);
  }

  @Test
  void what_is_typed_on_one_device_is_found_on_another_which_goes_on_with_it() {
    saves(one, typed(one.get(href), "Muntligt, i telefon."));
    Browser.Answer other = two.get(href);
    assertThat(other.body()).contains("Muntligt, i telefon.", "Sparat ");
    saves(two, typed(other, "Muntligt, i telefon i dag."));
    assertThat(kept()).isOne();
    assertThat(one.get(href).body()).contains("i telefon i dag.").doesNotContain("annat fönster");
  }

  @Test
  void both_versions_are_kept_when_two_windows_write_and_are_shown_side_by_side() {
    Map<String, String> first = typed(one.get(href), "I rummet.");
    Map<String, String> second = typed(two.get(href), "I brev.");
    assertThat(saves(one, first).body()).contains("Sparat ").doesNotContain("två versioner");
    clock.advance(Duration.ofMinutes(1));
    assertThat(saves(two, second).body())
        .contains("Sparat ", "Det finns två versioner", "href=\"" + href + "\"");
    assertThat(kept()).isEqualTo(2);
    // and goes on being so, however long they write
    first.put("consent_how", "I rummet, med tolk.");
    clock.advance(Duration.ofMinutes(1));
    assertThat(saves(one, first).body()).contains("Det finns två versioner");
    assertThat(kept()).isEqualTo(2);
    assertThat(two.get(href).body())
        .containsSubsequence(
            "De två versionerna sida vid sida",
            "Hur",
            "I rummet, med tolk.",
            "I brev.",
            "Fortsätt med den andra versionen",
            "Kasta den andra versionen");
    // the note lies on every page of the file: of one form nothing is said in another
    assertThat(one.get(Desk.file(file)).body()).contains("Påbörjat, sparat");
  }

  @Test
  void a_window_that_took_over_what_another_had_saved_is_not_written_over_by_it() {
    Map<String, String> first = typed(one.get(href), "Första.");
    saves(one, first);
    saves(two, typed(two.get(href), "Första, fortsatt."));
    assertThat(kept()).isOne();
    first.put("consent_how", "Första, ändrad här.");
    saves(one, first);
    assertThat(kept()).isEqualTo(2);
    assertThat(two.get(href).body()).contains("Första, fortsatt.", "Första, ändrad här.");
  }

  @Test
  void the_same_words_in_two_windows_are_one_version_and_an_empty_form_is_none() {
    saves(one, typed(one.get(href), "Samma."));
    Map<String, String> blank = typed(two.get(href + "?version=" + UUID.randomUUID()), "Samma.");
    blank.put("form", UUID.randomUUID().toString());
    saves(two, blank);
    assertThat(kept()).isOne();
    Map<String, String> empty = new java.util.TreeMap<>(Map.of("_form", blank.get("_form")));
    empty.put("form", UUID.randomUUID().toString());
    saves(two, empty);
    assertThat(kept()).isOne();
  }

  @Test
  void one_goes_on_with_either_and_throws_the_other_away() {
    saves(one, typed(one.get(href), "Den ena."));
    Map<String, String> second = typed(one.get(href), "Den andra.");
    second.put("form", UUID.randomUUID().toString());
    clock.advance(Duration.ofMinutes(1));
    saves(one, second);
    UUID earlier =
        people.id("select id from casework.form where file = ? order by saved_at limit 1", file);
    Browser.Answer page = one.get(href + "?version=" + earlier);
    assertThat(page.body()).containsSubsequence("I formuläret här", "Den ena.", "Den andra.");
    assertThat(page.hidden("form")).contains(earlier.toString());
    Map<String, String> gone = new java.util.TreeMap<>(Map.of("_form", page.token()));
    gone.put("act", "throw");
    gone.put("version", earlier.toString());
    Browser colleague = staff.logIn(staff.add(Role.CASEWORKER), port);
    Map<String, String> theirs = new java.util.TreeMap<>(gone);
    theirs.put("_form", colleague.get("/staff/roles").token());
    assertThat(colleague.post(href, theirs).status()).isEqualTo(404);
    assertThat(kept()).isEqualTo(2);
    assertThat(one.post(href, gone).location()).isEqualTo(href);
    assertThat(kept()).isOne();
    assertThat(one.get(href).body()).contains("Den andra.").doesNotContain("Den ena.");
    assertThat(one.post(href, gone).status()).isEqualTo(404);
    assertThat(people.log(file)).contains("drop_form:done", "drop_form:not_there");
  }

  @Test
  void what_stands_in_the_other_window_is_not_lost_when_one_is_sent() {
    Map<String, String> first = typed(one.get(href), "Skickas.");
    Map<String, String> second = typed(two.get(href), "Skrivs än.");
    saves(one, first);
    saves(two, second);
    first.put("consent_from", walk.today().toString());
    first.put("consent_until", walk.today().plusMonths(3).toString());
    first.put("act", "send");
    assertThat(one.post(href, first).status()).isEqualTo(303);
    assertThat(kept()).isOne();
    assertThat(two.get(href).body()).contains("Skrivs än.").doesNotContain("Skickas.");
  }

  @Test
  void a_note_on_two_pages_of_the_file_is_two_versions_and_the_page_says_so() {
    String note = Desk.step(file, "note");
    for (Browser browser : new Browser[] {one, two}) {
      Browser.Answer page = one.get(Desk.file(file));
      Map<String, String> form = new java.util.TreeMap<>(Map.of("_form", page.token()));
      form.put("form", UUID.randomUUID().toString());
      form.put("note", browser == one ? "Hon ringde." : "Hon kom hit.");
      form.put("_form", browser.get(Desk.file(file)).token());
      browser.post(note + "/draft", form, SCRIPT);
    }
    assertThat(kept()).isEqualTo(2);
    assertThat(one.get(Desk.file(file)).body())
        .contains("Det finns två versioner", "href=\"" + note + "\"");
    assertThat(one.get(note).body()).contains("Hon ringde.", "Hon kom hit.");
  }

  @Test
  void a_fifth_window_is_told_that_nothing_more_is_kept_and_keeps_its_words_on_the_page() {
    for (int each = 0; each < Forms.MOST_VERSIONS; each++) {
      Map<String, String> form = typed(one.get(href), "Version " + each);
      form.put("form", UUID.randomUUID().toString());
      saves(one, form);
    }
    assertThat(kept()).isEqualTo(Forms.MOST_VERSIONS);
    Map<String, String> more = typed(one.get(href), "En till.");
    more.put("form", UUID.randomUUID().toString());
    assertThat(saves(one, more).body()).contains("Du har redan 4 versioner av formuläret");
    more.put("act", "save");
    Browser.Answer page = one.post(href, more);
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body()).contains("En till.", "Du har redan 4 versioner");
    assertThat(kept()).isEqualTo(Forms.MOST_VERSIONS);
  }

  @Test
  void a_window_is_read_back_as_it_was_sent_and_what_is_none_of_ours_is_a_new_one() {
    UUID form = UUID.randomUUID();
    Window window = new Window(form, UUID.randomUUID(), 3);
    assertThat(Window.read(window.sent())).isEqualTo(window);
    assertThat(Window.read(form.toString())).isEqualTo(Window.of(form));
    for (String wrong : new String[] {"", "x", form + "~x~1", form + "~" + form + "~99999999999"}) {
      assertThat(Window.read(wrong).row()).as(wrong).isNull();
    }
    assertThat(window.anew().form()).isNotEqualTo(form);
    assertThat(window.anew().row()).isEqualTo(window.row());
  }
}
