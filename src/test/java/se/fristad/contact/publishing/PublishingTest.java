package se.fristad.contact.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.contact.LineChanged;
import se.fristad.contact.PageChanged;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestDatabase;
import se.fristad.house.TestEvents;
import se.fristad.house.TestHouse;

/// What staff write for the public face, and what anybody then sees of it.
@FristadTest
class PublishingTest {
  private static final Instant EVENING = Instant.parse("2026-11-19T20:30:00Z");
  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private TestEvents events;
  @LocalServerPort private int port;
  private final TestDatabase database = TestHouse.shared().database();
  private Browser editor;

  @BeforeEach
  void nobody_has_written_anything() {
    clock.set(EVENING);
    forget();
    editor = staff.logIn(staff.add(Role.CONTENT_EDITOR), port);
  }

  @AfterEach
  void back_to_now() {
    clock.reset();
    forget();
  }

  private void forget() {
    database.byHand("delete from centre.line");
    database.byHand("delete from centre.page");
  }

  @Test
  void one_who_receives_finds_no_page_to_write_on() {
    Browser reception = staff.logIn(staff.add(Role.RECEPTION), port);
    assertThat(reception.get("/staff/public").status()).isEqualTo(404);
    assertThat(
            reception
                .post("/staff/public/page", Map.of("_form", reception.get("/staff/roles").token()))
                .status())
        .isEqualTo(404);
  }

  @Test
  void a_changed_number_is_a_version_a_line_of_the_log_an_event_and_what_the_public_sees()
      throws Exception {
    assertThat(publicly("/sv")).contains("tel:020505050");
    Browser.Answer form = editor.get("/staff/public/line?code=kvinnofridslinjen");
    assertThat(form.body())
        .contains("020-50 50 50", "Kvinnofridslinjen", "Ingen har ändrat det här");
    assertThat(keep(line(form)).location()).isEqualTo("/staff/public?done=line");
    UUID id = id("select id from centre.line where code = 'kvinnofridslinjen'");
    assertThat(database.count("select count(*) from centre.line where id = ? and version = 1", id))
        .isEqualTo(1);
    assertThat(database.log(id)).containsExactly("change:done");
    assertThat(events.of(LineChanged.class))
        .anySatisfy(event -> {
          assertThat(event.line()).isEqualTo(id);
          assertThat(event.version()).isEqualTo(1);
        });
    assertThat(publicly("/sv"))
        .contains("tel:020111222", "Kvinnofrid, dygnet runt")
        .doesNotContain("tel:020505050");
    assertThat(publicly("/ar")).contains("خط النساء", "tel:020111222");
    assertThat(editor.get("/staff/public/line?code=kvinnofridslinjen").body())
        .contains("020-111 222")
        .doesNotContain("Ingen har ändrat det här");
  }

  @Test
  void a_number_that_is_hidden_or_added_or_shut_is_shown_so() throws Exception {
    Map<String, String> hidden = line(editor.get("/staff/public/line?code=terrafem"));
    hidden.remove("shown");
    keep(hidden);
    Map<String, String> added = line(editor.get("/staff/public/line"));
    added.put("phone", "018-10 10 10");
    added.put("answers", "21:00");
    added.put("shuts", "2200");
    added.put("name_sv", "Kyrkans jour");
    added.put("name_latt", "");
    keep(added);
    assertThat(publicly("/sv")).doesNotContain("Terrafem").contains("Kyrkans jour", "018-10 10 10");
    assertThat(publicly("/latt")).contains("Kyrkans jour");
    clock.advance(Duration.ofHours(3));
    assertThat(publicly("/sv")).doesNotContain("Kyrkans jour");
    assertThat(editor.get("/staff/public").body())
        .contains("Visas inte", "018\u201110\u00a010\u00a010");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          phone      | ring mig     | Skriv numret med siffror
          phone      |              | Skriv numret med siffror
          doors      |              | Välj minst en grupp
          name_sv    |              | Skriv namnet på det här språket
          name_ar    |              | lånar inga ord från ett annat språk
          answers    | kvart i nio  | Skriv tiden som 09:00
          shuts      | 07:00        | den första före den andra
          recheck_by | 2026-11-19   | Välj en dag efter i dag
          recheck_by | 2029-01-01   | högst två år framåt
          recheck_by | i vår        | Skriv dagen som
          """)
  void a_number_that_is_wrong_comes_back_with_a_sentence_beside_the_field_and_everything_typed(
      String field, String value, String said) {
    Map<String, String> form = line(editor.get("/staff/public/line?code=terrafem"));
    form.put("answers", "08:00");
    form.put("shuts", "20:00");
    form.put("name_en", "Typed and kept");
    form.put(field, value == null ? "" : value);
    Browser.Answer answer = keep(form);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains(said, "Typed and kept", "id=\"f-" + field + "-error\"");
    assertThat(database.count("select count(*) from centre.line")).isZero();
  }

  @Test
  void nobody_changes_or_hides_112() throws Exception {
    Map<String, String> form = line(editor.get("/staff/public/line"));
    form.put("code", "emergency");
    Browser.Answer answer = keep(form);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("112 står alltid först");
    assertThat(database.count("select count(*) from centre.line")).isZero();
    assertThat(editor.get("/staff/public").body()).contains("112 kan inte ändras");
    assertThat(publicly("/sv")).contains("tel:112");
  }

  @Test
  void who_keeps_what_another_has_changed_meanwhile_is_told_and_loses_nothing() {
    Map<String, String> mine = line(editor.get("/staff/public/line?code=stodlinjen-trans"));
    Map<String, String> theirs = line(editor.get("/staff/public/line?code=stodlinjen-trans"));
    keep(theirs);
    mine.put("name_en", "Typed and kept");
    Browser.Answer answer = keep(mine);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body()).contains("Någon annan har ändrat det här", "Typed and kept");
    assertThat(database.count("select count(*) from centre.line")).isEqualTo(1);
    assertThat(database.log(id("select id from centre.line")))
        .containsExactly("change:done", "change:refused");
  }

  @Test
  void a_number_past_its_day_is_marked_for_staff_and_still_shown() throws Exception {
    keep(line(editor.get("/staff/public/line?code=terrafem")));
    assertThat(editor.get("/staff/public").body()).doesNotContain("Ring Terra");
    clock.set(Instant.parse("2027-07-01T09:30:00Z"));
    editor = staff.logIn(staff.add(Role.CONTENT_EDITOR), port);
    assertThat(editor.get("/staff/public").body())
        .contains("Ring Kvinnofrid, dygnet runt och se att numret stämmer", "Skulle setts över");
    clock.set(EVENING.plus(Duration.ofDays(250)));
    assertThat(publicly("/sv")).contains("020-111 222");
  }

  @Test
  void an_empty_shelf_says_what_a_page_could_tell() {
    assertThat(editor.get("/staff/public").body())
        .contains("Ingen har skrivit någon sida än", "Skriv en ny sida");
  }

  @Test
  void a_draft_is_seen_by_staff_only_and_published_by_a_press_of_its_own() throws Exception {
    assertThat(keep("draft", page("sv")).location()).isEqualTo("/staff/public?done=draft");
    assertThat(status("/sv/i1")).isEqualTo(404);
    assertThat(publicly("/sv")).doesNotContain("/sv/i1");

    Browser.Answer form = editor.get("/staff/public/page?number=1&language=sv");
    assertThat(form.body())
        .contains("Ingen utanför kan läsa den här sidan än", "Vad händer sedan?");
    Map<String, String> again = page("sv");
    again.put("number", "1");
    again.put("version", "1");
    assertThat(keep("publish", again).location()).isEqualTo("/staff/public?done=published");
    UUID id = id("select distinct id from centre.page");
    assertThat(database.log(id)).containsExactly("draft:done", "publish:done");
    assertThat(events.of(PageChanged.class))
        .anySatisfy(event -> {
          assertThat(event.page()).isEqualTo(id);
          assertThat(event.state()).isEqualTo("published");
          assertThat(event.version()).isEqualTo(2);
        });
    String first = publicly("/sv");
    assertThat(first).contains("href=\"/sv/i1\"", "Vad händer sedan?");
    String read = publicly("/sv/i1");
    assertThat(read)
        .contains("<h1>Vad händer sedan?</h1>", "<h2>Först</h2>", "<strong>viktigt</strong>")
        .contains("<a href=\"https://www.1177.se/\" rel=\"noreferrer\">1177</a>")
        .contains("<a href=\"tel:112\" rel=\"noreferrer\">ring</a>")
        .contains("19 november 2026", "id=\"leave\"", "tel:112")
        .contains("<title>Resurscentrum Uppsala</title>");

    again.put("version", "2");
    again.put("title", "Ett nytt utkast");
    keep("draft", again);
    assertThat(publicly("/sv/i1")).contains("Vad händer sedan?").doesNotContain("Ett nytt utkast");
    again.put("version", "3");
    assertThat(keep("withdraw", again).location()).isEqualTo("/staff/public?done=withdrawn");
    clock.advance(Duration.ofSeconds(1));
    assertThat(status("/sv/i1")).isEqualTo(404);
    assertThat(editor.get("/staff/public/page?number=1&language=sv").body())
        .contains("Borttagen", "Utkast", "Publicerad");
  }

  @Test
  void a_page_that_is_not_there_in_her_language_offers_contact_and_an_interpreter()
      throws Exception {
    keep("publish", page("sv"));
    clock.advance(Duration.ofSeconds(1));
    assertThat(publicly("/ar")).doesNotContain("/ar/i1", "Vad händer sedan?");
    String arabic = publicly("/ar/i1");
    assertThat(arabic)
        .contains("<html lang=\"ar\" dir=\"rtl\">", "tel:0187275247", "يمكننا توفير مترجم")
        .doesNotContain("Vad händer sedan?", "viktigt");
    String somali = publicly("/so/i1");
    assertThat(somali)
        .contains("<html lang=\"so\"", "Turjubaan", "tel:112")
        .doesNotContain("Vad händer sedan?");
    assertThat(editor.get("/staff/public").body())
        .contains("Saknas", "/staff/public/page?number=1&amp;language=ar");
    Map<String, String> translated = page("ar");
    translated.put("number", "1");
    translated.put("title", "ماذا يحدث بعد ذلك؟");
    keep("publish", translated);
    assertThat(publicly("/ar/i1")).contains("<h1>ماذا يحدث بعد ذلك؟</h1>");
  }

  @Test
  void a_page_belongs_to_its_door() throws Exception {
    Map<String, String> form = page("sv");
    form.put("door", "young");
    keep("publish", form);
    clock.advance(Duration.ofSeconds(1));
    assertThat(publicly("/sv/3")).contains("href=\"/sv/i1\"");
    assertThat(publicly("/sv/1")).doesNotContain("href=\"/sv/i1\"");
  }

  @Test
  void a_preview_shows_the_page_and_keeps_nothing() {
    Browser.Answer answer = keep("preview", page("sv"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("Så här ser den ut", "<strong>viktigt</strong>");
    assertThat(database.count("select count(*) from centre.page")).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          title     |                                  | Skriv en rubrik
          body      |                                  | Skriv texten
          body      | Hej <script>alert(1)</script>    | Det står HTML i texten
          body      | [här](javascript:alert(1))       | En länk leder till något annat
          body      | [här](http://example.org)        | En länk leder till något annat
          body      | ![bild](https://example.org/a)   | Det står en bild i texten
          language  | so                               | hela den öppna sidan talar
          door      | somewhere                        | Välj vem sidan är till för
          review_by | 2026-11-01                       | Välj en dag efter i dag
          """)
  void a_page_that_is_wrong_comes_back_with_a_sentence_beside_the_field_and_everything_typed(
      String field, String value, String said) {
    Map<String, String> form = page("sv");
    form.put("title", "Skrivet och kvar");
    form.put(field, value == null ? "" : value);
    Browser.Answer answer = keep("publish", form);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains(said, "id=\"f-" + field + "-error\"");
    if (!field.equals("title")) {
      assertThat(answer.body()).contains("Skrivet och kvar");
    }
    assertThat(answer.body()).doesNotContain("<script>alert");
    assertThat(database.count("select count(*) from centre.page")).isZero();
  }

  @Test
  void the_longest_page_is_kept_and_one_character_more_is_not() {
    Map<String, String> form = page("sv");
    form.put("body", "å".repeat(8_000));
    form.put("title", "Å".repeat(80));
    assertThat(keep("publish", form).location()).isEqualTo("/staff/public?done=published");
    form.put("body", "å".repeat(8_001));
    assertThat(keep("publish", form).body()).contains("högst 8 000 tecken");
  }

  @Test
  void what_lies_in_the_table_by_hand_cannot_run_on_the_public_page() throws Exception {
    database.byHand(
        """
        insert into centre.page (id, number, language, version, state, door, title, body, review_by, changed_at, changed_by)
          values (gen_random_uuid(), 7, 'sv', 1, 'published', 'everyone', '<img src=x onerror=alert(1)>',
            '<script>alert(1)</script>' || chr(10) || chr(10) || '<b>y</b> [x](javascript:alert(1)) ![y](https://example.org/y.png)', '2027-01-01', now(), gen_random_uuid())
        """);
    clock.advance(Duration.ofSeconds(1));
    assertThat(publicly("/sv/i7"))
        .contains("&lt;script&gt;", "&lt;b&gt;y", "&lt;img src=x")
        .doesNotContain("<script>alert", "javascript:", "<img", "example.org");
  }

  private Map<String, String> line(Browser.Answer form) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("_form", form.token());
    fields.put("code", form.hidden("code"));
    fields.put("version", form.hidden("version"));
    fields.put("phone", "020-111 222");
    fields.put("doors", "support");
    fields.put("answers", "");
    fields.put("shuts", "");
    fields.put("recheck_by", "2027-06-30");
    fields.put("shown", "yes");
    fields.put("name_sv", "Kvinnofrid, dygnet runt");
    fields.put("name_latt", "Kvinnofrid");
    fields.put("name_en", "Women");
    fields.put("name_ar", "خط النساء");
    return fields;
  }

  private Map<String, String> page(String language) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("_form", editor.get("/staff/public/page").token());
    fields.put("number", "0");
    fields.put("version", "0");
    fields.put("language", language);
    fields.put("door", "everyone");
    fields.put("title", "Vad händer sedan?");
    fields.put(
        "body",
        "# Först\n\nDet är **viktigt**: [1177](https://www.1177.se/) eller [ring](tel:112).\n\n- ett\n- två");
    fields.put("review_by", "2027-05-01");
    return fields;
  }

  private Browser.Answer keep(Map<String, String> form) {
    return editor.post("/staff/public/line", form);
  }

  private Browser.Answer keep(String act, Map<String, String> form) {
    Map<String, String> whole = new LinkedHashMap<>(form);
    whole.put("act", act);
    return editor.post("/staff/public/page", whole);
  }

  private UUID id(String question) {
    return UUID.fromString(database.text(question));
  }

  /// The public page, after what was known has grown old.
  private String publicly(String path) throws Exception {
    clock.advance(Duration.ofSeconds(1));
    return get(path).body();
  }

  private int status(String path) throws Exception {
    return get(path).statusCode();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
