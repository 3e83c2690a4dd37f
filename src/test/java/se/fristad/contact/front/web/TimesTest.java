package se.fristad.contact.front.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.People;
import se.fristad.contact.reception.Calendar;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;

/// A time booked, seen, changed and taken back on the public page, without a script and as our
/// script asks for it: with nothing but the page, and no name.
@FristadTest
@DisplayName("Booking a time on the public page")
class TimesTest {
  private static final Instant MONDAY = Calendar.monday();
  private static final ZonedDateTime HERE = MONDAY.atZone(OpeningHours.HERE);
  private static final Pattern OPTION = Pattern.compile("<option value=\"([a-z_]+\\.[0-9.]+)\">");
  @LocalServerPort private int port;
  @Autowired private TestClock clock;
  @Autowired private People people;

  @BeforeEach
  void somebody_receives_on_mondays_and_tuesdays() {
    Calendar calendar = new Calendar(people, "contact");
    people.byHand("delete from contact.thread");
    calendar.empty();
    calendar.room("Blå rummet");
    UUID worker = calendar.worker(UUID.randomUUID());
    calendar.hours(worker, 1, 11, 13);
    calendar.hours(worker, 2, 9, 11);
    clock.set(MONDAY);
  }

  @AfterEach
  void back_to_now() {
    new Calendar(people, "contact").empty();
    clock.reset();
  }

  private static String first(String page) {
    Matcher option = OPTION.matcher(page);
    assertThat(option.find()).isTrue();
    return option.group(1);
  }

  private static String on(String page, String way, ZonedDateTime at) {
    String code = way + "." + at.toEpochSecond() / 60 + ".60";
    assertThat(page).contains("value=\"" + code + "\"");
    return code;
  }

  @Test
  void a_time_is_seen_booked_changed_and_taken_back_without_a_script() {
    Visitor visitor = new Visitor(port);
    String talk = visitor.begin("Hej");
    assertThat(talk).contains("Vill du boka en tid?");
    String times = visitor.post(Visitor.form(talk, "times")).body();
    assertThat(times)
        .contains("<details id=\"times\" open", "Hos oss", "På telefon", "På video")
        .doesNotContain("Blå rummet");
    String tuesday = on(times, "on_site", HERE.plusDays(1).withHour(9));
    HttpResponse<String> booked =
        visitor.post(Visitor.with(Visitor.form(times, "book"), "time", tuesday));
    assertThat(booked.statusCode()).isEqualTo(200);
    assertThat(booked.body())
        .contains(
            "Du har en tid hos oss tisdag", "Svartbäcksgatan 17", "Vill du kunna komma tillbaka");
    String phone = on(booked.body(), "phone", HERE.plusDays(1).withHour(10));
    String changed =
        visitor.post(Visitor.with(Visitor.form(booked.body(), "book"), "time", phone)).body();
    assertThat(changed).contains("Du har en tid på telefon tisdag");
    assertThat(people.count("select count(*) from contact.meeting where state = 'booked'")).isOne();
    String gone = visitor.post(Visitor.form(changed, "unbook")).body();
    assertThat(gone).contains("Din tid är borttagen.");
    assertThat(people.count("select count(*) from contact.meeting where state = 'booked'"))
        .isZero();
    assertThat(people.count("select count(*) from contact.taken")).isZero();
  }

  @Test
  void the_same_form_sent_twice_is_one_time() {
    Visitor visitor = new Visitor(port);
    String times = visitor.post(Visitor.form(visitor.begin("Hej"), "times")).body();
    Map<String, String> form = Visitor.with(Visitor.form(times, "book"), "time", first(times));
    assertThat(visitor.post(form).statusCode()).isEqualTo(200);
    assertThat(visitor.post(form).statusCode()).isEqualTo(200);
    assertThat(people.count("select count(*) from contact.meeting")).isOne();
  }

  @Test
  void a_time_that_somebody_else_took_has_one_sentence_with_the_nearest() {
    Visitor one = new Visitor(port);
    Visitor other = new Visitor(port);
    String ours = one.post(Visitor.form(one.begin("Hej"), "times")).body();
    String theirs = other.post(Visitor.form(other.begin("Hej"), "times")).body();
    String time = on(ours, "on_site", HERE.plusDays(1).withHour(9));
    one.post(Visitor.with(Visitor.form(ours, "book"), "time", time));
    HttpResponse<String> taken =
        other.post(Visitor.with(Visitor.form(theirs, "book"), "time", time));
    assertThat(taken.statusCode()).isEqualTo(422);
    assertThat(taken.body()).contains("Den tiden är tagen. Närmast lediga är: ", "klockan 10:00");
    HttpResponse<String> nothing = other.post(Visitor.form(theirs, "book"));
    assertThat(nothing.statusCode()).isEqualTo(422);
    assertThat(nothing.body()).contains("Välj en tid i listan.");
    assertThat(
            other.post(Visitor.with(Visitor.form(theirs, "book"), "time", "<b>.1.1")).statusCode())
        .isEqualTo(422);
  }

  @Test
  void a_page_whose_visit_has_ended_books_nothing_and_shows_nothing() {
    Visitor visitor = new Visitor(port);
    String times = visitor.post(Visitor.form(visitor.begin("Hej"), "times")).body();
    visitor.post(Visitor.form(times, "leave"));
    HttpResponse<String> late =
        visitor.post(Visitor.with(Visitor.form(times, "book"), "time", first(times)));
    assertThat(late.statusCode()).isEqualTo(410);
    assertThat(visitor.post(Visitor.form(times, "times")).statusCode()).isEqualTo(410);
    assertThat(visitor.post(Visitor.form(times, "unbook")).statusCode()).isEqualTo(410);
    assertThat(people.count("select count(*) from contact.meeting")).isZero();
  }

  @Test
  void the_script_is_told_the_same_in_fields() {
    Visitor visitor = new Visitor(port);
    String talk = visitor.begin("Hej");
    Map<String, String> ask = new LinkedHashMap<>(Visitor.form(talk, "times"));
    String answer = visitor.ask(ask).body();
    assertThat(answer).contains("\"answer\":\"times\"", "\"groups\"", "\"hers\":false");
    Matcher code = Pattern.compile("\"code\":\"([^\"]+)\"").matcher(answer);
    assertThat(code.find()).isTrue();
    Map<String, String> book = new LinkedHashMap<>(Visitor.form(talk, "book"));
    book.put("time", code.group(1));
    assertThat(visitor.ask(book).body()).contains("\"hers\":true", "Du har en tid");
  }

  @Test
  void those_who_ask_in_their_work_book_with_words_of_their_own_and_no_name() {
    Visitor visitor = new Visitor(port);
    String talk =
        visitor
            .post(
                Visitor.with(
                    Visitor.form(visitor.get("/sv/5").body(), "begin"), "words", "En elev"))
            .body();
    String times = visitor.post(Visitor.form(talk, "times")).body();
    assertThat(shown(times))
        .contains("Skriv inte vem det gäller", "Vad gäller tiden?", "Jag kommer med någon")
        .doesNotContain("Du behöver inte säga vad du heter");
    ZonedDateTime tuesday = HERE.plusDays(1).withHour(9);
    Map<String, String> form = Visitor.with(Visitor.form(times, "book"), "errand", "accompanies");
    HttpResponse<String> wrong =
        visitor.post(Visitor.with(form, "time", on(times, "phone", tuesday)));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body())
        .contains(
            "Den som kommer med någon behöver en tid hos oss. Närmast lediga är: ",
            "klockan 10:00");
    HttpResponse<String> booked =
        visitor.post(Visitor.with(form, "time", on(times, "on_site", tuesday)));
    assertThat(booked.statusCode()).isEqualTo(200);
    assertThat(shown(booked.body()))
        .contains("Du har en tid hos oss tisdag", "och kommer med någon")
        .contains("Vi kan inte skicka sms eller mejl. Men vi kan ringa dig på jobbet");
    assertThat(
            people.count(
                "select count(*) from contact.meeting where asker is not null and errand = 'accompanies' and thread is null"))
        .isOne();
    people.byHand("delete from contact_professional.thread");
  }

  /// What stands on a page without what is there for somebody else.
  private static String shown(String page) {
    return page.replaceAll("(?s)<(p|div) data-for=\"[a-z]+\" hidden>.*?</\\1>", "");
  }

  @Test
  void the_way_back_by_words_leads_to_the_time() {
    Visitor visitor = new Visitor(port);
    String times = visitor.post(Visitor.form(visitor.begin("Hej"), "times")).body();
    String booked =
        visitor.post(Visitor.with(Visitor.form(times, "book"), "time", first(times))).body();
    String words = visitor.post(Visitor.form(booked, "words")).body();
    Matcher phrase = Pattern.compile("id=\"phrase-words\"[^>]*>([^<]+)<").matcher(words);
    assertThat(phrase.find()).isTrue();
    Visitor later = new Visitor(port);
    String back =
        later
            .post(
                Visitor.with(
                    Visitor.form(later.get("/sv").body(), "return"), "words", phrase.group(1)))
            .body();
    assertThat(later.post(Visitor.form(back, "times")).body()).contains("Du har en tid hos oss");
  }
}
