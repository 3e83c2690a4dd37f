package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.text;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.access.Viewer;
import se.fristad.assessment.Level;
import se.fristad.casework.facts.SupportType;
import se.fristad.contact.People;
import se.fristad.contact.Queue;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;

/// The page of a file, the list of people and my day, asked for without a script.
@FristadTest
class CasePagesTest {
  @Autowired private Road road;
  @Autowired private Walk walk;
  @Autowired private TestClock clock;
  @Autowired private TestStaff staff;
  @Autowired private People people;
  @LocalServerPort private int port;

  @BeforeEach
  void empty() {
    clock.reset();
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
  }

  private record Hers(Browser browser, Viewer viewer) {}

  private Hers in(Role role) {
    TestStaff.Person person = staff.add(role);
    return new Hers(staff.logIn(person, port), person.viewer());
  }

  private UUID opened(Viewer worker, String name, LocalDate born) {
    Road.Opening opening =
        walk.opening(Walk.number(born), walk.today(), walk.today().plusMonths(6));
    Road.Who who = opening.who();
    return done(road.open(
            worker,
            new Road.Opening(
                opening.file(),
                null,
                "0380",
                new Road.Who(
                    text(name),
                    who.number(),
                    null,
                    text("070-1740610"),
                    who.address(),
                    who.safeContact(),
                    Road.Protection.NONE,
                    "sv"),
                opening.register())))
        .file();
  }

  @Test
  void the_page_says_first_how_to_make_contact_then_the_risk_then_what_is_due() {
    Hers karin = in(Role.CASEWORKER);
    UUID file = opened(karin.viewer(), "Ylva Exempel", LocalDate.of(1990, 3, 16));
    done(
        road.assess(
            karin.viewer(), file, Walk.assessing(Level.HIGH, "Hon är rädd.", "danger_now", "no")));
    String page = karin.browser().get("/staff/files/" + file).body();
    assertThat(page)
        .containsSubsequence(
            "Ylva Exempel",
            "Så kan du ta kontakt",
            "Ring bara före klockan tre.",
            "Hög risk",
            "Att göra",
            "14 kap. 2 §",
            "Vem gör vad",
            "Vad som har hänt",
            "Risken bedömdes",
            "Ärendet öppnades");
  }

  @Test
  void what_the_answers_point_to_is_not_told_as_why_when_the_worker_judges_otherwise() {
    Hers karin = in(Role.CASEWORKER);
    UUID file = opened(karin.viewer(), "Ylva Exempel", LocalDate.of(1990, 3, 16));
    done(
        road.assess(
            karin.viewer(), file, Walk.assessing(Level.HIGH, "Hon är rädd.", "danger_now", "no")));
    assertThat(karin.browser().get("/staff/files/" + file).body())
        .containsSubsequence("Hög risk", "<dt>Vad svaren pekar på</dt>", "Hon är rädd.")
        .doesNotContain("<dt>Varför</dt>");
    done(road.assess(karin.viewer(), file, Walk.assessing(Level.LOW, "", "danger_now", "no")));
    assertThat(karin.browser().get("/staff/files/" + file).body())
        .containsSubsequence("Låg risk", "<dt>Varför</dt>");
  }

  @Test
  void a_colleague_and_whoever_asks_for_a_file_that_is_not_there_get_the_same_page() {
    Hers karin = in(Role.CASEWORKER);
    UUID file = opened(karin.viewer(), "Ylva Exempel", LocalDate.of(1990, 3, 16));
    Hers colleague = in(Role.CASEWORKER);
    Browser.Answer notForHer = colleague.browser().get("/staff/files/" + file);
    Browser.Answer notThere = colleague.browser().get("/staff/files/" + UUID.randomUUID());
    assertThat(notForHer.status()).isEqualTo(404);
    assertThat(notForHer.body()).isEqualTo(notThere.body());
    assertThat(people.log(file)).endsWith("open:not_there");
    assertThat(colleague.browser().get("/staff/people").body()).doesNotContain("Ylva");
  }

  @Test
  void a_note_stands_first_in_the_story_and_what_cannot_be_taken_comes_back_as_typed() {
    Hers karin = in(Role.CASEWORKER);
    UUID file = opened(karin.viewer(), "Ylva Exempel", LocalDate.of(1990, 3, 16));
    String href = "/staff/files/" + file;
    String note = href + "/steps/note";
    Browser.Answer page = karin.browser().get(href);
    Map<String, String> form = new TreeMap<>();
    form.put("_form", page.token());
    form.put("form", page.hidden("form"));
    form.put("note", "Hon sover hos <b>en</b> vän.");
    assertThat(karin.browser().post(note, form).location()).isEqualTo(href);
    assertThat(karin.browser().post(note, form).location()).isEqualTo(href);
    assertThat(karin.browser().get(href).body())
        .contains("Hon sover hos &lt;b&gt;en&lt;/b&gt; vän.");
    assertThat(people.log(file)).contains("note:done");

    form.put("form", UUID.randomUUID().toString());
    form.put("note", "  ");
    Browser.Answer empty = karin.browser().post(note, form);
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.body()).contains("Anteckningen är tom.", "Det viktiga skrivs ner");
    form.put("note", "ett långt ord ".repeat(5_000));
    Browser.Answer tooLong = karin.browser().post(note, form);
    assertThat(tooLong.status()).isEqualTo(422);
    assertThat(tooLong.body()).contains("ett långt ord ett långt ord");
    assertThat(people.count("select count(*) from casework.note where file = ?", file)).isOne();
  }

  @Test
  void
      a_list_says_what_to_do_when_it_is_empty_and_shows_twenty_five_of_thirty_with_the_longest_name() {
    Hers karin = in(Role.CASEWORKER);
    assertThat(karin.browser().get("/staff/people").body())
        .contains("Inga öppna ärenden är dina", "Ett ärende öppnas när någon har sagt vem");
    assertThat(karin.browser().get("/staff/day").body()).contains("Inget är försenat");
    String longest =
        "Anna-Maria Fatemeh Wilhelmina af Påhittskiöld-Exempelsdotter ".repeat(2).strip();
    opened(karin.viewer(), longest, LocalDate.of(1980, 1, 1));
    for (int each = 1; each < 30; each++) {
      opened(karin.viewer(), "Person " + each, LocalDate.of(1980, 1, 1).plusDays(each));
    }
    Browser.Answer first = karin.browser().get("/staff/people?order=opened");
    assertThat(first.body()).contains("Person 29", "1–25", "30").doesNotContain(longest);
    assertThat(karin.browser().get("/staff/people?order=opened&page=2").body()).contains(longest);
    for (String wrong :
        new String[] {"?page=-1", "?page=x&order=<b>", "?shown=hemligt&page=999999999"}) {
      assertThat(
              karin
                  .browser()
                  .get("/staff/people" + wrong.replace("<", "%3C").replace(">", "%3E"))
                  .status())
          .isEqualTo(200);
    }
  }

  @Test
  void somebody_is_found_by_a_whole_number_and_never_by_a_name() {
    Hers karin = in(Role.CASEWORKER);
    opened(karin.viewer(), "Ylva Exempel", LocalDate.of(1990, 3, 16));
    String token = karin.browser().get("/staff/people").token();
    String number = Walk.number(LocalDate.of(1990, 3, 16));
    for (String value : new String[] {number, "0701740610", "070-174 06 10"}) {
      assertThat(
              karin.browser().post("/staff/people", Map.of("_form", token, "value", value)).body())
          .as(value)
          .contains("Ylva Exempel");
    }
    Browser.Answer name =
        karin.browser().post("/staff/people", Map.of("_form", token, "value", "Ylva"));
    assertThat(name.status()).isEqualTo(422);
    assertThat(name.body()).contains("varken ett helt personnummer", "value=\"Ylva\"");
    Hers colleague = in(Role.CASEWORKER);
    String hers = colleague.browser().get("/staff/people").token();
    assertThat(
            colleague
                .browser()
                .post("/staff/people", Map.of("_form", hers, "value", number))
                .body())
        .contains("Inget ärende som du får öppna har det numret")
        .doesNotContain("Ylva");
  }

  @Test
  void my_day_tells_what_is_late_what_is_due_today_and_what_comes_this_week() {
    Hers karin = in(Role.CASEWORKER);
    UUID file = opened(karin.viewer(), "Ylva Exempel", LocalDate.of(1990, 3, 16));
    people.byHand(
        "update casework.task set due_at = due_at - interval '3 days' where file = ?", file);
    String day = karin.browser().get("/staff/day").body();
    assertThat(day).containsSubsequence("Försenat", "Ylva Exempel", "Försenat, ");
    assertThat(in(Role.CASEWORKER).browser().get("/staff/day").body()).doesNotContain("Ylva");
  }

  @Test
  void my_day_says_who_waits_and_what_others_have_done_and_not_what_she_did_herself() {
    Hers karin = in(Role.CASEWORKER);
    UUID file = opened(karin.viewer(), "Ylva Exempel", LocalDate.of(1990, 3, 16));
    done(
        road.assess(
            karin.viewer(), file, Walk.assessing(Level.HIGH, "Hon är rädd.", "danger_now", "no")));
    done(road.note(karin.viewer(), file, text("Min egen anteckning.")));
    assertThat(karin.browser().get("/staff/day").body())
        .containsSubsequence("Öppna inkorgen", "försenat", "I dag", "Nytt sedan", "Inget nytt");

    Hers birgitta = in(Role.HEAD);
    assertThat(birgitta.browser().get("/staff/day").body())
        .containsSubsequence("Nytt sedan", "Ylva Exempel", "Risken bedömdes som hög");
    Hers nadja = in(Role.CASEWORKER);
    assertThat(nadja.browser().get("/staff/day").body()).doesNotContain("Ylva");
    clock.advance(Duration.ofHours(1));
    done(road.handOver(birgitta.viewer(), file, Walk.handing(nadja.viewer().staff())));
    assertThat(nadja.browser().get("/staff/day?since=7").body())
        .containsSubsequence("Nytt sedan", "Ylva Exempel", "Ärendet blev ditt");
    assertThat(karin.browser().get("/staff/day").body()).doesNotContain("Ylva");
    assertThat(nadja.browser().get("/staff/day?since=%3Cb%3E").status()).isEqualTo(200);
  }

  @Test
  void my_day_says_what_came_since_we_closed_to_those_who_have_an_inbox() {
    people.writes(Queue.SUPPORT, "Får jag ringa er?");
    for (Role role : new Role[] {Role.CASEWORKER, Role.TREATMENT_WORKER, Role.HEAD}) {
      assertThat(in(role).browser().get("/staff/day").body())
          .as(role.code())
          .containsSubsequence(
              "väntar på svar, den som väntat längst",
              "Sedan det stängde",
              "inte fått svar",
              "Öppna inkorgen")
          .doesNotContain("Får jag ringa er?");
    }
    assertThat(in(Role.HEAD).browser().get("/staff/day").body())
        .contains("Våldsutsatta och anhöriga som hört av sig: ");
    assertThat(in(Role.NGO_WORKER).browser().get("/staff/day").body())
        .doesNotContain("väntar på svar", "Öppna inkorgen");
  }

  @Test
  void the_head_sees_what_is_late_for_everybody_and_whose_it_is() {
    Hers karin = in(Role.CASEWORKER);
    UUID file = opened(karin.viewer(), "Ylva Exempel", LocalDate.of(1990, 3, 16));
    Hers birgitta = in(Role.HEAD);
    assertThat(birgitta.browser().get("/staff/day").body()).contains("Inget är försenat");
    people.byHand(
        "update casework.task set due_at = due_at - interval '3 days' where file = ?", file);
    assertThat(birgitta.browser().get("/staff/day").body())
        .containsSubsequence("Försenat", "Ylva Exempel");
    assertThat(in(Role.TREATMENT_WORKER).browser().get("/staff/day").body()).doesNotContain("Ylva");
  }

  @Test
  void what_is_due_far_away_says_its_day_once_and_what_is_near_says_it_in_words_too() {
    Hers karin = in(Role.CASEWORKER);
    UUID file = opened(karin.viewer(), "Ylva Exempel", LocalDate.of(1990, 3, 16));
    people.byHand(
        "update casework.task set due_at = '2031-05-04 12:00+02', legal_at = '2031-05-04 12:00+02' where file = ?",
        file);
    assertThat(karin.browser().get("/staff/people").body()).containsOnlyOnce("4 maj 2031");
  }

  @Test
  void who_delivers_a_support_sees_neither_decision_nor_anybody_elses_note() {
    Viewer delegate = walk.delegate();
    Walk.At at = walk.concluded(walk.investigated(walk.opened(delegate, walk.opening())));
    done(road.note(delegate, at.file(), text("Bara för den som utreder.")));
    Hers johan = in(Role.TREATMENT_WORKER);
    done(
        road.grantSupport(
            delegate,
            at.file(),
            new Road.Supporting(
                null,
                SupportType.SUPPORT_TALKS,
                Road.Provider.OWN,
                johan.viewer().staff(),
                Road.Horizon.SHORT,
                null,
                true,
                text("Sova om nätterna."))));
    String page = johan.browser().get("/staff/files/" + at.file()).body();
    assertThat(page)
        .contains("Ring bara före klockan tre.", "Sova om nätterna.")
        .doesNotContain("Bara för den som utreder.", "Slag och kontroll");
  }
}
