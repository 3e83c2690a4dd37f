package se.fristad.contact.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.contact.People;
import se.fristad.contact.Queue;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;

/// Who waits, and the conversation in which she is answered. Every page is asked for without a
/// script.
@FristadTest
@DisplayName("The inbox")
class InboxTest {
  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private People people;
  @LocalServerPort private int port;

  @BeforeEach
  void nobodyWaits() {
    clock.reset();
    people.byHand("delete from contact.thread");
    people.byHand("delete from contact_perpetrator.thread");
  }

  @Test
  void a_log_reviewer_finds_no_inbox_and_no_conversation() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser reviewer = in(Role.LOG_REVIEWER);
    assertThat(reviewer.get("/staff/inbox").status()).isEqualTo(404);
    assertThat(reviewer.get(person.href()).status()).isEqualTo(404);
  }

  @Test
  void only_those_who_answer_and_the_head_open_a_conversation_and_only_the_first_answer() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Set<Role> answer = Set.of(Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER);
    for (Role role : Role.values()) {
      Browser browser = in(role);
      boolean reads = answer.contains(role) || role == Role.HEAD;
      assertThat(browser.get(person.href()).status()).as(role.code()).isEqualTo(reads ? 200 : 404);
      assertThat(browser.get(person.href() + "/lines").status())
          .as(role.code())
          .isEqualTo(reads ? 200 : 404);
      Map<String, String> form = Map.of("_form", browser.get("/staff/roles").token());
      assertThat(browser.post(person.href() + "/answer", form).status())
          .as(role.code())
          .isEqualTo(answer.contains(role) || role == Role.CHANGE_WORKER ? 400 : 404);
      if (!answer.contains(role)) {
        assertThat(browser.post(person.href() + "/close", form).status())
            .as(role.code())
            .isEqualTo(404);
      }
    }
    assertThat(people.log(person.thread())).doesNotContain("close:done", "answer:done");
  }

  @Test
  void one_who_works_with_change_does_not_find_a_conversation_of_the_support_side() {
    People.Person person = people.writes(Queue.SUPPORT, "Jag är rädd för min man");
    Browser change = in(Role.CHANGE_WORKER);
    assertThat(change.get(person.href()).status()).isEqualTo(404);
    assertThat(change.get("/staff/inbox").body()).doesNotContain(person.thread().toString());
    assertThat(change.get("/staff/inbox/closed?queue=support").status()).isEqualTo(404);
  }

  @Test
  void at_the_other_door_one_who_works_with_change_reads_answers_and_closes_and_the_head_reads() {
    People.Person person = people.writes(Queue.CHANGE, "Jag vill sluta slå");
    Browser change = in(Role.CHANGE_WORKER);
    assertThat(change.get(person.href()).body()).contains("Jag vill sluta slå");
    assertThat(
            change
                .post(person.href() + "/answer", form(change, person, "Bra att du skriver."))
                .location())
        .isEqualTo(person.href());
    assertThat(in(Role.HEAD).get(person.href()).body())
        .contains("Jag vill sluta slå", "Bra att du skriver.");
    assertThat(change.post(person.href() + "/close", form(change, person, "")).location())
        .isEqualTo("/staff/inbox");
    assertThat(people.log(person.thread())).contains("answer:done", "close:done");
    assertThat(in(Role.RECEPTION).get(person.href()).status()).isEqualTo(404);
  }

  @Test
  void a_conversation_that_is_not_there_looks_like_one_that_is_not_for_you() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser change = in(Role.CHANGE_WORKER);
    Browser.Answer notForYou = change.get(person.href());
    Browser.Answer notThere = change.get("/staff/inbox/support/" + UUID.randomUUID());
    assertThat(notForYou.status()).isEqualTo(notThere.status()).isEqualTo(404);
    assertThat(notForYou.body()).isEqualTo(notThere.body());
    assertThat(people.log(person.thread())).containsExactly("open:not_there");
  }

  @Test
  void an_address_that_is_no_conversation_is_not_there() {
    Browser reception = in(Role.RECEPTION);
    for (String address :
        new String[] {"support/x", "nowhere/" + UUID.randomUUID(), "support/%27"}) {
      assertThat(reception.get("/staff/inbox/" + address).status()).isEqualTo(404);
    }
  }

  @Test
  void an_empty_inbox_says_what_to_do() {
    assertThat(in(Role.RECEPTION).get("/staff/inbox").body())
        .contains("Ingen väntar just nu", "När någon skriver visas samtalet här av sig självt");
  }

  @Test
  void the_one_who_has_waited_longest_stands_on_top_and_one_click_opens_her_conversation() {
    People.Person first = people.writes(Queue.SUPPORT, "Jag behöver prata");
    People.Person second = people.writes(Queue.SUPPORT, "Hallå?");
    clock.advance(Duration.ofMinutes(12));
    Browser reception = in(Role.RECEPTION);
    String inbox = reception.get("/staff/inbox").body();
    assertThat(inbox).contains("Väntat 12 minuter", "Obesvarad", "Svenska");
    assertThat(inbox.indexOf(first.thread().toString()))
        .isPositive()
        .isLessThan(inbox.indexOf(second.thread().toString()));
    assertThat(inbox).contains("href=\"" + first.href() + "\"").doesNotContain("Jag behöver prata");
    assertThat(reception.get(first.href()).body()).contains("Jag behöver prata", "Personen");
  }

  @Test
  void the_head_sees_both_queues_one_below_the_other_and_answers_in_none() {
    People.Person support = people.writes(Queue.SUPPORT, "Hej");
    People.Person change = people.writes(Queue.CHANGE, "Jag vill sluta slå");
    Browser head = in(Role.HEAD);
    String inbox = head.get("/staff/inbox").body();
    assertThat(inbox.indexOf(support.thread().toString()))
        .isPositive()
        .isLessThan(inbox.indexOf(change.thread().toString()));
    String conversation = head.get(support.href()).body();
    assertThat(conversation).contains("Hej").doesNotContain("Skicka svaret");
    assertThat(head.post(support.href() + "/answer", Map.of("words", "x")).status()).isEqualTo(404);
  }

  @Test
  void two_hundred_who_wait_are_shown_on_one_page() {
    for (int i = 0; i < 200; i++) {
      people.byHand(
          "insert into contact.thread (id, language, begun_at, last_seq, waiting_since) values (gen_random_uuid(), 'en', now(), 1, now())");
    }
    Browser.Answer inbox = in(Role.RECEPTION).get("/staff/inbox/rows");
    assertThat(inbox.status()).isEqualTo(200);
    assertThat(inbox.body().split("/staff/inbox/support/", -1)).hasSize(201);
  }

  @Test
  void an_answer_stands_in_the_conversation_in_the_log_and_once_however_often_it_is_sent() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser reception = in(Role.RECEPTION);
    Map<String, String> form = form(reception, person, "Hej, jag läser det du skriver.");
    assertThat(reception.post(person.href() + "/answer", form).location()).isEqualTo(person.href());
    assertThat(reception.post(person.href() + "/answer", form).status()).isEqualTo(303);
    assertThat(reception.get(person.href()).body()).contains("Hej, jag läser det du skriver.");
    assertThat(
            people.count(
                "select count(*) from contact.message where thread = ? and sender = 'staff'",
                person.thread()))
        .isEqualTo(1);
    assertThat(
            people.count(
                "select count(*) from contact.thread where id = ? and waiting_since is null and answered_at is not null",
                person.thread()))
        .isEqualTo(1);
    assertThat(people.log(person.thread())).contains("answer:done");
  }

  @Test
  void the_same_form_with_other_words_after_the_browsers_back_is_another_answer() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser reception = in(Role.RECEPTION);
    Map<String, String> form = form(reception, person, "Ett");
    reception.post(person.href() + "/answer", form);
    form.put("words", "Två");
    reception.post(person.href() + "/answer", form);
    assertThat(reception.get(person.href()).body()).contains("Ett", "Två");
  }

  @Test
  void an_empty_answer_is_refused_beside_the_field() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser reception = in(Role.RECEPTION);
    for (String nothing : new String[] {"", "  \n ", "\u200b\u200e"}) {
      Browser.Answer answer =
          reception.post(person.href() + "/answer", form(reception, person, nothing));
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.body()).contains("Skriv något först. Inget har skickats.");
    }
    assertThat(people.log(person.thread())).doesNotContain("answer:done");
  }

  @Test
  void eight_thousand_and_one_characters_are_refused_and_kept_in_the_field() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser reception = in(Role.RECEPTION);
    String text = "å".repeat(8_001);
    Browser.Answer answer =
        reception.post(person.href() + "/answer", form(reception, person, text));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains(text, "högst 8\u00a0000 tecken. Ta bort 1");
    assertThat(
            people.count("select count(*) from contact.message where thread = ?", person.thread()))
        .isEqualTo(1);
  }

  @Test
  void emoji_right_to_left_and_html_stand_as_they_were_written() {
    People.Person person = people.writes(Queue.SUPPORT, "<script>alert(1)</script>");
    Browser reception = in(Role.RECEPTION);
    reception.post(
        person.href() + "/answer",
        form(reception, person, "🌻 مرحبا <b onclick=x>hej</b> \u0007!"));
    String page = reception.get(person.href()).body();
    assertThat(page)
        .contains(
            "🌻 مرحبا &lt;b onclick=x&gt;hej&lt;/b&gt; !", "&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>alert");
  }

  @Test
  @DisplayName("E-T07 a personal number is barred until it is taken away")
  void a_personal_number_is_barred_until_it_is_taken_away() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser reception = in(Role.RECEPTION);
    Map<String, String> form = form(reception, person, "Är det 19121212-1212 som är ditt?");
    form.put("sure", "1");
    Browser.Answer answer = reception.post(person.href() + "/answer", form);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("liknar ett personnummer", "Är det 19121212-1212 som");
    form.put("words", "Är det ditt?");
    assertThat(reception.post(person.href() + "/answer", form).status()).isEqualTo(303);
  }

  @Test
  void a_telephone_number_is_sent_after_a_tick_and_a_help_line_without_one() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser reception = in(Role.RECEPTION);
    Map<String, String> form = form(reception, person, "Ring 070-174 06 05");
    Browser.Answer warned = reception.post(person.href() + "/answer", form);
    assertThat(warned.status()).isEqualTo(422);
    assertThat(warned.body())
        .contains("liknar ett telefonnummer", "name=\"sure\"", "Ring 070-174 06 05");
    form.put("sure", "1");
    assertThat(reception.post(person.href() + "/answer", form).status()).isEqualTo(303);
    assertThat(
            reception
                .post(
                    person.href() + "/answer",
                    form(
                        reception, person, "Kvinnofridslinjen är 020-50 50 50, alltid 112 i fara."))
                .status())
        .isEqualTo(303);
  }

  @Test
  void a_form_without_its_id_or_without_the_sessions_token_changes_nothing() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser reception = in(Role.RECEPTION);
    Map<String, String> form = form(reception, person, "Hej");
    form.put("client", "x");
    assertThat(reception.post(person.href() + "/answer", form).status()).isEqualTo(400);
    Map<String, String> other = form(reception, person, "Hej");
    other.remove("_form");
    assertThat(
            reception
                .post(person.href() + "/answer", other, Map.of("Sec-Fetch-Site", "cross-site"))
                .status())
        .isEqualTo(400);
    assertThat(
            people.count("select count(*) from contact.message where thread = ?", person.thread()))
        .isEqualTo(1);
  }

  @Test
  void a_closed_conversation_moves_to_the_closed_ones_and_opens_when_she_writes() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser reception = in(Role.RECEPTION);
    Map<String, String> form = form(reception, person, "");
    assertThat(reception.post(person.href() + "/close", form).location()).isEqualTo("/staff/inbox");
    assertThat(reception.post(person.href() + "/close", form).status()).isEqualTo(303);
    assertThat(reception.get("/staff/inbox/rows").body())
        .doesNotContain(person.thread().toString());
    assertThat(reception.get("/staff/inbox/closed?queue=support").body())
        .contains(person.thread().toString());
    assertThat(people.log(person.thread())).contains("close:done");
    people.writesMore(person, "En sak till");
    assertThat(reception.get("/staff/inbox/rows").body()).contains(person.thread().toString());
  }

  @Test
  void the_closed_ones_are_shown_by_the_page() {
    for (int i = 0; i < 60; i++) {
      people.byHand(
          "insert into contact.thread (id, language, begun_at, last_seq, state, closed_at) values (gen_random_uuid(), 'sv', now(), 1, 'closed', now())");
    }
    Browser reception = in(Role.RECEPTION);
    assertThat(reception.get("/staff/inbox/closed?queue=support").body())
        .contains("Visar 1–25 av 60");
    assertThat(reception.get("/staff/inbox/closed?queue=support&page=3").body())
        .contains("Visar 51–60 av 60");
    assertThat(reception.get("/staff/inbox/closed?queue=support&page=999999999").status())
        .isEqualTo(200);
  }

  @Test
  void a_page_that_stands_open_is_told_what_is_new_and_leaves_no_line_when_nothing_is() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser reception = in(Role.RECEPTION);
    String lines = next(reception.get(person.href()).body(), "/lines");
    int before = people.log(person.thread()).size();
    assertThat(reception.get(lines).status()).isEqualTo(204);
    assertThat(people.log(person.thread())).hasSize(before);
    people.writesMore(person, "Är du kvar?");
    Browser.Answer news = reception.get(lines);
    assertThat(news.body()).contains("Är du kvar?").doesNotContain("<textarea", "<html");
    assertThat(people.log(person.thread())).hasSize(before + 1);
  }

  @Test
  void in_english_for_one_who_reads_english() {
    people.writes(Queue.SUPPORT, "Hello");
    assertThat(in(Role.RECEPTION).get("/staff/inbox", Map.of("Accept-Language", "en")).body())
        .contains("Not answered", "Inbox");
  }

  private Browser in(Role role) {
    return staff.logIn(staff.add(role), port);
  }

  private static Map<String, String> form(Browser browser, People.Person person, String words) {
    Browser.Answer page = browser.get(person.href());
    Map<String, String> form = new HashMap<>();
    form.put("_form", page.token());
    form.put("client", page.hidden("client"));
    form.put("words", words);
    return form;
  }

  private static String next(String page, String part) {
    Matcher found = Pattern.compile("hx-get=\"([^\"]*" + part + "[^\"]*)\"").matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1).replace("&amp;", "&");
  }
}
