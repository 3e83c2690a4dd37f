package se.fristad.contact.front.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.contact.Entrance;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.page.Language;
import se.fristad.page.TextCatalogue;

/// The five doors, the four whole languages and the twelve with the short safety set.
@FristadTest
class DoorsTest {
  private static final Instant OPEN = Instant.parse("2026-11-19T09:30:00Z");
  private static final Instant CLOSED = Instant.parse("2026-11-19T20:30:00Z");
  private static final Set<Role> ANSWER_PROFESSIONALS =
      Set.of(Role.CASEWORKER, Role.TREATMENT_WORKER);

  @LocalServerPort private int port;
  @Autowired private TestClock clock;
  @Autowired private TestStaff staff;
  @Autowired private People people;
  private final TextCatalogue catalogue = TextCatalogue.ofClassPath();

  @BeforeEach
  void nobody_waits() {
    clock.set(OPEN);
    for (String schema : List.of("contact", "contact_perpetrator", "contact_professional")) {
      people.byHand("delete from " + schema + ".thread");
    }
  }

  @AfterEach
  void back_to_now() {
    clock.reset();
  }

  @ParameterizedTest
  @CsvSource({
    "SUPPORT, contact, CHANGE",
    "WORRIED, contact, CHANGE",
    "YOUNG, contact, PROFESSIONAL",
    "CHANGE, contact_perpetrator, SUPPORT",
    "PROFESSIONAL, contact_professional, SUPPORT"
  })
  void the_door_decides_the_queue_whatever_else_is_sent(
      Entrance entrance, String schema, String wish) {
    Visitor visitor = new Visitor(port);
    Map<String, String> form = form(visitor, entrance);
    form = Visitor.with(Visitor.with(form, "words", "hej"), "queue", wish);
    assertThat(visitor.post(form).statusCode()).isEqualTo(200);
    assertThat(
            people.count(
                "select count(*) from " + schema + ".thread where door = ?", code(entrance)))
        .isEqualTo(1);
    assertThat(
            people.count(
                "select (select count(*) from contact.thread)"
                    + " + (select count(*) from contact_perpetrator.thread)"
                    + " + (select count(*) from contact_professional.thread)"))
        .isEqualTo(1);
  }

  @Test
  void each_queue_has_a_key_of_its_own() {
    Set<String> keys = new java.util.HashSet<>();
    for (Entrance entrance :
        List.of(Entrance.SUPPORT, Entrance.WORRIED, Entrance.CHANGE, Entrance.PROFESSIONAL)) {
      People.Person person = people.writes(entrance, "hej");
      keys.add(
          se.fristad.house.TestHouse.shared()
              .database()
              .text(
                  "select kek from "
                      + person.queue().schema()
                      + ".data_key where id = '"
                      + person.thread()
                      + "'"));
    }
    assertThat(keys).hasSize(3);
  }

  @Test
  void a_door_that_does_not_exist_is_refused_with_a_sentence() {
    Visitor visitor = new Visitor(port);
    Map<String, String> form =
        Visitor.with(
            Visitor.with(form(visitor, Entrance.SUPPORT), "words", "hej"), "door", "nowhere");
    assertThat(visitor.post(form).statusCode()).isEqualTo(400);
    assertThat(visitor.get("/sv/6").statusCode()).isEqualTo(404);
    assertThat(visitor.get("/sv/0").statusCode()).isEqualTo(404);
    assertThat(visitor.get("/xx").statusCode()).isEqualTo(404);
    assertThat(visitor.get("/so/1").statusCode()).isEqualTo(404);
  }

  @Test
  void only_those_who_answer_professionals_and_the_head_find_what_they_ask() {
    People.Person teacher = people.writes(Entrance.PROFESSIONAL, "En elev i min klass");
    for (Role role : Role.values()) {
      Browser browser = in(role);
      boolean answers = ANSWER_PROFESSIONALS.contains(role);
      boolean reads = answers || role == Role.HEAD;
      assertThat(browser.get(teacher.href()).status()).as(role.code()).isEqualTo(reads ? 200 : 404);
      String inbox = browser.get("/staff/inbox").body();
      assertThat(inbox.contains(teacher.thread().toString())).as(role.code()).isEqualTo(reads);
      assertThat(browser.get("/staff/inbox/closed?queue=professional").status())
          .as(role.code())
          .isEqualTo(reads ? 200 : 404);
    }
    assertThat(people.log(teacher.thread())).doesNotContain("answer:done", "close:done");
  }

  @Test
  void a_question_from_work_is_read_answered_and_closed_in_a_list_of_its_own() {
    People.Person teacher = people.writes(Entrance.PROFESSIONAL, "En elev i min klass");
    People.Person woman = people.writes(Entrance.SUPPORT, "Jag är rädd");
    Browser caseworker = in(Role.CASEWORKER);
    String inbox = caseworker.get("/staff/inbox").body();
    assertThat(inbox.indexOf(woman.thread().toString()))
        .isPositive()
        .isLessThan(inbox.indexOf(teacher.thread().toString()));
    Browser.Answer page = caseworker.get(teacher.href());
    assertThat(page.body()).contains("En elev i min klass", "Möter våld i sitt arbete");
    assertThat(
            caseworker
                .post(
                    teacher.href() + "/answer",
                    Map.of(
                        "_form", page.token(),
                        "client", UUID.randomUUID().toString(),
                        "words", "Bra att du frågar."))
                .location())
        .isEqualTo(teacher.href());
    assertThat(caseworker.get(teacher.href()).body()).contains("Bra att du frågar.");
    assertThat(caseworker.post(teacher.href() + "/close", Map.of("_form", page.token())).location())
        .isEqualTo("/staff/inbox");
    assertThat(people.log(teacher.thread())).contains("answer:done", "close:done");
    assertThat(caseworker.get("/staff/inbox/closed?queue=professional").body())
        .contains(teacher.thread().toString());
    assertThat(
            people.count(
                "select count(*) from contact_professional.thread where state = 'closed' and not counted and id = ?",
                teacher.thread()))
        .isEqualTo(1);
  }

  @Test
  void a_conversation_of_one_queue_is_not_found_under_another() {
    People.Person teacher = people.writes(Entrance.PROFESSIONAL, "En elev");
    People.Person woman = people.writes(Entrance.SUPPORT, "Hej");
    Browser caseworker = in(Role.CASEWORKER);
    assertThat(caseworker.get("/staff/inbox/support/" + teacher.thread()).status()).isEqualTo(404);
    assertThat(caseworker.get("/staff/inbox/professional/" + woman.thread()).status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "latt", "en", "ar"})
  void each_door_says_when_we_cannot_keep_silent_before_the_first_word(String language) {
    String page = new Visitor(port).get("/" + language).body();
    var texts = catalogue.in(Language.of(language).orElseThrow());
    String[] doors = page.split("name=\"door\" value=\"", -1);
    assertThat(doors).hasSize(6);
    for (int at = 1; at < doors.length; at++) {
      String door = doors[at].substring(0, doors[at].indexOf('"'));
      String kind =
          switch (door) {
            case "young", "professional" -> door + ".";
            default -> "";
          };
      String before = doors[at - 1].substring(doors[at - 1].lastIndexOf("<summary>"));
      for (int sentence : List.of(1, 2)) {
        assertThat(plain(before))
            .as(language + " " + door)
            .contains(texts.t("contact.front.limits." + kind + sentence));
      }
    }
  }

  @Test
  void a_child_is_met_in_her_own_words_and_never_asked_for_an_age() {
    String page = new Visitor(port).get("/sv/3").body();
    assertThat(page)
        .contains("Hej! Här kan du skriva till en vuxen", "116 111", "aldrig ditt fel", "tel:112");
    assertThat(page.split("<form ", -1)[1])
        .contains("name=\"door\" value=\"young\"")
        .doesNotContain("type=\"number\"", "<select", "type=\"date\"", "required");
    assertThat(page.toLowerCase(Locale.ROOT)).doesNotContain("födelse", "hur gammal är du");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "latt", "en", "ar"})
  @DisplayName(
      "E-T08 when it is closed: numbers first, no field until she opens it, and when it is read")
  void closed_hours_show_numbers_first_and_no_field_until_she_opens_it(String language) {
    clock.set(CLOSED);
    String page = new Visitor(port).get("/" + language).body();
    String main = page.substring(page.indexOf("<main>"), page.indexOf("</main>"));
    int emergency = main.indexOf("tel:112");
    int first = main.indexOf("tel:020505050");
    int choice = main.indexOf("id=\"write\"");
    int field = main.indexOf("<textarea");
    assertThat(emergency).isPositive().isLessThan(first);
    assertThat(first).isPositive().isLessThan(choice);
    assertThat(choice).isPositive().isLessThan(field);
    String write = main.substring(main.lastIndexOf('<', choice), main.indexOf('>', choice));
    assertThat(write).startsWith("<details").doesNotContain(" open");
    var texts = catalogue.in(Language.of(language).orElseThrow());
    String opens =
        texts.t("contact.front.opens.tomorrow", texts.time(java.time.LocalTime.of(9, 0)));
    assertThat(plain(main))
        .contains(texts.t("contact.front.write.closed.hint", opens))
        .contains(texts.t("contact.front.words.next.closed", opens))
        .doesNotContain(texts.t("contact.front.words.next.open"));

    clock.set(OPEN);
    assertThat(new Visitor(port).get("/" + language).body())
        .contains("<div class=\"choices\" id=\"write\">");
  }

  @ParameterizedTest
  @EnumSource
  void a_language_is_set_in_one_place_and_stands_on_the_document(Language language) {
    String page = new Visitor(port).get("/" + language.code()).body();
    assertThat(page)
        .contains("<html lang=\"" + language.tag() + "\" dir=\"" + language.direction() + "\">");
    for (Language other : Language.values()) {
      assertThat(page).contains("href=\"/" + other.code() + "\"", other.ownName());
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_language_with_the_short_safety_set_shows_that_and_never_the_swedish_page(
      Language language) {
    if (language.isWhole()) {
      return;
    }
    String page = plain(new Visitor(port).get("/" + language.code()).body());
    var own = catalogue.in(language);
    assertThat(page)
        .contains("tel:112", "tel:0187275247", "tel:020505050")
        .contains(
            own.t("contact.safety.danger"),
            own.t("contact.safety.who"),
            own.t("contact.safety.interpreter"),
            own.t("contact.safety.write"),
            own.t("contact.safety.leave.label"));
    assertThat(page).doesNotContain("<textarea", "Du behöver inte", "Skriv till oss", "Lämna");
    assertThat(new Visitor(port).get("/", "Accept-Language", language.tag() + ",sv;q=0.1").body())
        .contains("lang=\"" + language.tag() + "\" dir=");
  }

  @Test
  void the_thread_knows_the_language_of_its_page() {
    Visitor visitor = new Visitor(port);
    for (String language : List.of("latt", "ar")) {
      Map<String, String> form = Visitor.form(visitor.get("/" + language).body(), "begin");
      String page = visitor.post(Visitor.with(form, "words", "مرحبا")).body();
      assertThat(page)
          .contains(catalogue.in(Language.of(language).orElseThrow()).t("contact.front.received"));
      assertThat(people.count("select count(*) from contact.thread where language = ?", language))
          .isEqualTo(1);
    }
    assertThat(in(Role.RECEPTION).get("/staff/inbox").body()).contains("Arabiska", "Lätt svenska");
  }

  private Browser in(Role role) {
    return staff.logIn(staff.add(role), port);
  }

  private static String code(Entrance entrance) {
    return entrance.code();
  }

  private static Map<String, String> form(Visitor visitor, Entrance entrance) {
    String page = visitor.get("/sv/" + entrance.number()).body();
    Map<String, String> form = Visitor.form(page, "begin");
    assertThat(form).containsEntry("door", entrance.code());
    return form;
  }

  private static String plain(String html) {
    return html.replace("&#39;", "'").replace("&#34;", "\"").replace("&amp;", "&");
  }
}
