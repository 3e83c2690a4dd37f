package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.text;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Role;
import se.fristad.assessment.Level;
import se.fristad.casework.facts.SupportType;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;

/// The list of files narrowed, and my day in pages: all of it stands in the address, and in the
/// log.
@FristadTest
class NarrowedTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  @Autowired private Road road;
  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private TestClock clock;
  @Autowired private People people;

  @BeforeEach
  void empty() {
    walk.goTo(DAY);
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
  }

  private UUID opened(Desk.Worker worker) {
    return walk.opened(worker.viewer(), walk.opening("", DAY, DAY.plusMonths(6))).file();
  }

  private void assessed(Desk.Worker worker, UUID file, Level level) {
    done(
        road.assess(
            worker.viewer(), file, Walk.assessing(level, "Sammantaget.", "danger_now", "no")));
  }

  private static List<UUID> files(Desk.Worker worker, String href) {
    return Pattern.compile("<a href=\"/staff/files/([0-9a-f-]{36})\"")
        .matcher(worker.browser().get(href).body())
        .results()
        .map((MatchResult found) -> UUID.fromString(found.group(1)))
        .toList();
  }

  private String logged(Desk.Worker worker) {
    return people.text(
        "select purpose from audit.line where staff = ? and kind = 'file' and act = 'list' order by id desc limit 1",
        worker.id());
  }

  @Test
  void a_list_is_narrowed_by_risk_and_by_what_is_due_and_the_log_says_so() {
    Desk.Worker karin = desk.delegate();
    UUID high = opened(karin);
    assessed(karin, high, Level.HIGH);
    UUID low = opened(karin);
    assessed(karin, low, Level.LOW);
    UUID never = opened(karin);
    people.byHand(
        "update casework.task set due_at = due_at - interval '3 days' where file = ?", low);
    people.byHand("delete from casework.task where file = ?", never);

    assertThat(files(karin, "/staff/people?risk=high")).containsExactly(high);
    assertThat(logged(karin)).isEqualTo("open_by_due:risk_high");
    assertThat(files(karin, "/staff/people?risk=low")).containsExactly(low);
    assertThat(files(karin, "/staff/people?risk=medium")).isEmpty();
    assertThat(files(karin, "/staff/people?risk=none")).containsExactly(never);
    assertThat(files(karin, "/staff/people?due=late")).containsExactly(low);
    assertThat(files(karin, "/staff/people?due=week&order=opened"))
        .containsExactlyInAnyOrder(high, low);
    assertThat(logged(karin)).isEqualTo("open_by_opened:due_week");
    assertThat(files(karin, "/staff/people?due=nothing")).containsExactly(never);
    assertThat(files(karin, "/staff/people?kind=child")).isEmpty();
    assertThat(files(karin, "/staff/people?kind=adult&risk=high&due=week")).containsExactly(high);
    assertThat(logged(karin)).isEqualTo("open_by_due:only_adult:risk_high:due_week");
  }

  @Test
  void a_narrowed_list_that_is_empty_says_how_to_see_it_all_and_every_way_keeps_what_was_chosen() {
    Desk.Worker karin = desk.delegate();
    opened(karin);
    String page = karin.browser().get("/staff/people?risk=high&kind=adult").body();
    assertThat(page)
        .contains(
            "Inget ärende stämmer med det du har valt",
            "<details class=\"filter\" open>",
            "href=\"/staff/people?shown=open&amp;order=risk&amp;kind=adult&amp;risk=high\"",
            "href=\"/staff/people?shown=open&amp;order=due\">Visa hela listan",
            "<option value=\"high\" selected>hög")
        .doesNotContain("Inga öppna ärenden är dina");
    // in closed files nothing is due, and they are not sorted by it
    assertThat(karin.browser().get("/staff/people?shown=closed&order=due&due=late").body())
        .contains("order=noted")
        .doesNotContain("name=\"due\"", "shown=closed&amp;order=due");
  }

  @Test
  void a_narrowed_list_of_thirty_has_two_pages_and_a_page_beyond_the_end_is_the_last() {
    Desk.Worker karin = desk.delegate();
    for (int each = 0; each < 30; each++) {
      assessed(karin, opened(karin), Level.HIGH);
    }
    opened(karin);
    String first = karin.browser().get("/staff/people?risk=high").body();
    assertThat(first)
        .contains(
            "Visar 1–25 av 30", "/staff/people?shown=open&amp;order=due&amp;risk=high&amp;page=2");
    for (String page : new String[] {"2", "77"}) {
      assertThat(files(karin, "/staff/people?risk=high&page=" + page)).as(page).hasSize(5);
      assertThat(karin.browser().get("/staff/people?risk=high&page=" + page).body())
          .contains("Visar 26–30 av 30");
    }
  }

  @Test
  void only_the_head_narrows_the_list_to_whose_files_they_are() {
    Desk.Worker karin = desk.delegate();
    Desk.Worker nadja = desk.delegate();
    UUID hers = opened(karin);
    UUID others = opened(nadja);
    Desk.Worker head = desk.in(Role.HEAD);
    assertThat(files(head, "/staff/people")).containsExactlyInAnyOrder(hers, others);
    assertThat(head.browser().get("/staff/people").body())
        .contains("name=\"whose\"", "value=\"" + nadja.id() + "\"");
    assertThat(files(head, "/staff/people?whose=" + nadja.id())).containsExactly(others);
    assertThat(logged(head)).isEqualTo("open_by_due:of_one");
    assertThat(files(karin, "/staff/people?whose=" + nadja.id())).containsExactly(hers);
    assertThat(karin.browser().get("/staff/people").body()).doesNotContain("name=\"whose\"");
    assertThat(files(head, "/staff/people?whose=" + UUID.randomUUID())).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "risk=%3Cb%3E",
        "kind=1%27%20or%20true--",
        "due=x&whose=y",
        "risk=HIGH",
        "risk=high&risk=low"
      })
  void what_cannot_be_read_in_the_address_narrows_nothing(String address) {
    Desk.Worker karin = desk.delegate();
    opened(karin);
    assertThat(karin.browser().get("/staff/people?" + address).status()).isEqualTo(200);
  }

  @Test
  void the_log_reviewer_reads_what_a_list_was_narrowed_to() {
    Desk.Worker karin = desk.delegate();
    opened(karin);
    files(karin, "/staff/people?risk=high&due=late");
    assertThat(desk.in(Role.LOG_REVIEWER).browser().get("/staff/log").body())
        .contains(
            "öppna ärenden efter vad som ska göras, bara hög risk, bara där något är försenat");
  }

  // my day

  @Test
  void what_others_have_done_is_new_until_she_has_been_in_the_file() {
    Desk.Worker karin = desk.delegate();
    UUID file = opened(karin);
    Desk.Worker johan = desk.in(Role.TREATMENT_WORKER);
    done(
        road.grantSupport(
            karin.viewer(), file, walk.service(SupportType.SUPPORT_TALKS, johan.id())));
    karin.browser().get(Desk.file(file));
    clock.advance(Duration.ofMinutes(5));
    done(road.note(johan.viewer(), file, text("Vi har talats vid.")));
    assertThat(news(karin, "")).containsExactly(file);
    assertThat(logged(karin, "changed_unseen")).isPositive();

    clock.advance(Duration.ofMinutes(5));
    karin.browser().get(Desk.file(file));
    assertThat(news(karin, "")).isEmpty();
    assertThat(karin.browser().get("/staff/day").body())
        .contains("Nytt sedan du sist var i ärendet", "Inget nytt");
    assertThat(news(karin, "?since=0")).containsExactly(file);
    assertThat(logged(karin, "changed")).isPositive();

    clock.advance(Duration.ofMinutes(5));
    done(road.note(johan.viewer(), file, text("Hon kom tillbaka.")));
    assertThat(news(karin, "")).containsExactly(file);
    // what another reader has opened is still new to her
    desk.in(Role.HEAD).browser().get(Desk.file(file));
    assertThat(news(karin, "")).containsExactly(file);
  }

  private long logged(Desk.Worker worker, String list) {
    return people.count(
        "select count(*) from audit.line where staff = ? and act = 'list' and purpose = ?",
        worker.id(),
        list);
  }

  private static List<UUID> news(Desk.Worker worker, String since) {
    String page = worker.browser().get("/staff/day" + since).body();
    return Pattern.compile("<a href=\"/staff/files/([0-9a-f-]{36})\"")
        .matcher(page.substring(page.indexOf("Nytt sedan")))
        .results()
        .map((MatchResult found) -> UUID.fromString(found.group(1)))
        .toList();
  }

  @Test
  void my_day_counts_all_and_shows_twenty_five_of_each_part_and_each_part_has_its_pages() {
    Desk.Worker karin = desk.delegate();
    for (int each = 0; each < 20; each++) {
      UUID file = opened(karin);
      if (each < 14) {
        people.byHand(
            "update casework.task set due_at = due_at - interval '3 days' where file = ? and kind in ('investigate', 'assess_risk')",
            file);
      }
    }
    String page = karin.browser().get("/staff/day").body();
    assertThat(page)
        .contains(
            "28 saker är försenade, 12 saker ska göras i dag",
            "Visar 1–25 av 28",
            "Visar 1–12 av 12",
            "href=\"/staff/day?late=2\"");
    String second = karin.browser().get("/staff/day?since=7&late=2").body();
    assertThat(second)
        .contains(
            "28 saker är försenade",
            "Visar 26–28 av 28",
            "Visar 1–12 av 12",
            "href=\"/staff/day?since=7\"",
            "href=\"/staff/day?since=30&amp;late=2\"");
    assertThat(karin.browser().get("/staff/day?late=99&today=x&news=-1").body())
        .contains("28 saker är försenade", "Visar 26–28 av 28");
  }

  // the story

  @Test
  void the_page_of_a_file_tells_thirty_things_and_the_way_to_the_older_ones() {
    Desk.Worker karin = desk.delegate();
    UUID file = opened(karin);
    for (int each = 1; each <= 40; each++) {
      clock.advance(Duration.ofMinutes(1));
      done(road.note(karin.viewer(), file, text("Anteckning nummer " + each + ".")));
    }
    String first = karin.browser().get(Desk.file(file)).body();
    assertThat(first)
        .containsSubsequence(
            "Anteckning nummer 40.",
            "Anteckning nummer 11.",
            "Visar 1–30 av 41",
            "href=\"/staff/files/" + file + "?story=2#story\"")
        .doesNotContain("Anteckning nummer 10.", "Ärendet öppnades");
    for (String page : new String[] {"2", "99999"}) {
      assertThat(karin.browser().get(Desk.file(file) + "?story=" + page).body())
          .containsSubsequence(
              "Anteckning nummer 10.",
              "Anteckning nummer 1.",
              "Ärendet öppnades",
              "Visar 31–41 av 41")
          .doesNotContain("Anteckning nummer 11.");
    }
    assertThat(karin.browser().get(Desk.file(file) + "?story=%3Cb%3E").body())
        .contains("Visar 1–30 av 41");
  }

  /// Whatever cannot be opened is not even tried where it is not shown.
  @Test
  void a_page_opens_only_what_it_shows() {
    Desk.Worker karin = desk.delegate();
    UUID file = opened(karin);
    for (int each = 1; each <= 40; each++) {
      clock.advance(Duration.ofMinutes(1));
      done(road.note(karin.viewer(), file, text("Anteckning nummer " + each + ".")));
    }
    people.byHand(
        "update casework.note set sealed = '\\x00' where file = ? and made_at = (select min(made_at) from casework.note where file = ?)",
        file,
        file);
    assertThat(karin.browser().get(Desk.file(file)).status()).isEqualTo(200);
    assertThat(karin.browser().get(Desk.file(file) + "?story=2").status()).isEqualTo(500);

    for (int each = 0; each < 30; each++) {
      clock.advance(Duration.ofMinutes(1));
      opened(karin);
    }
    people.byHand("update casework.file set sealed = '\\x00' where id = ?", file);
    assertThat(karin.browser().get("/staff/people?order=opened").status()).isEqualTo(200);
    assertThat(karin.browser().get("/staff/people?order=opened&page=2").status()).isEqualTo(500);
    // the first that is due today
    people.byHand(
        "update casework.task set due_at = due_at - interval '1 hour' where file = ?", file);
    assertThat(karin.browser().get("/staff/day?today=2").status()).isEqualTo(200);
    assertThat(karin.browser().get("/staff/day").status()).isEqualTo(500);
  }

  @Test
  void of_a_journal_of_others_a_deliverer_is_told_her_own_notes_however_many_theirs_are() {
    Desk.Worker karin = desk.delegate();
    UUID file = opened(karin);
    Desk.Worker johan = desk.in(Role.TREATMENT_WORKER);
    done(
        road.grantSupport(
            karin.viewer(), file, walk.service(SupportType.SUPPORT_TALKS, johan.id())));
    UUID his = done(road.note(johan.viewer(), file, text("Hans egen.")));
    done(road.correctNote(karin.viewer(), file, his, text("Rättelse av hans.")));
    for (int each = 0; each < 40; each++) {
      clock.advance(Duration.ofMinutes(1));
      done(road.note(karin.viewer(), file, text("Utredarens " + each)));
    }
    assertThat(johan.browser().get(Desk.file(file)).body())
        .contains("Hans egen.", "Rättelse av hans.")
        .doesNotContain("Utredarens", "av 4");
  }
}
