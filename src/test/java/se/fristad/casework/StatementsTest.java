package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.text;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.Statements;
import se.fristad.access.Viewer;
import se.fristad.assessment.Level;
import se.fristad.casework.facts.SupportType;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.vault.Confidential;

/// How many statements a page asks of the database: for a file of forty notes among dozens of files
/// as many as for the first note of the first file. Each is a way there and back, and a page that
/// asks once for each row is quick for a year and slow in the fifth.
@FristadTest
class StatementsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final String NUMBER = Walk.number(LocalDate.of(1984, 7, 2));
  private static final int MORE = 30;

  /// The most that a page may ask, the session and the line of the log among it.
  private static final int MOST_OF_A_FILE = 48;

  private static final int MOST_OF_A_DAY = 44;
  private static final int MOST_OF_A_LIST = 8;

  @Autowired private Road road;
  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private TestClock clock;
  @Autowired private People people;
  @Autowired private Statements statements;

  @BeforeEach
  void empty() {
    walk.goTo(DAY);
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
  }

  /// Those who look, and at what.
  private record House(Desk.Worker karin, Desk.Worker johan, Desk.Worker head, UUID file) {
    /// Each page, who opens it, and how many statements it may ask.
    Map<String, Look> looks() {
      Map<String, Look> looks = new LinkedHashMap<>();
      for (String page : List.of("", "/journal", "/find", "/relations", "/why", "/print")) {
        looks.put("the file" + page, new Look(karin, Desk.file(file) + page, MOST_OF_A_FILE));
      }
      looks.put("the head's", new Look(head, Desk.file(file), MOST_OF_A_FILE));
      looks.put("the deliverer's", new Look(johan, Desk.file(file), MOST_OF_A_FILE));
      looks.put("her day", new Look(karin, "/staff/day?since=30", MOST_OF_A_DAY));
      looks.put("the head's day", new Look(head, "/staff/day?since=30", MOST_OF_A_DAY));
      looks.put("people", new Look(karin, "/staff/people", MOST_OF_A_LIST));
      looks.put("everybody", new Look(head, "/staff/people?order=risk", MOST_OF_A_LIST));
      looks.put("closed", new Look(head, "/staff/people?shown=closed", MOST_OF_A_LIST));
      looks.put("late", new Look(head, OverduePages.HREF, MOST_OF_A_LIST));
      looks.put("not carried out", new Look(head, "/staff/not-carried-out", MOST_OF_A_LIST));
      return looks;
    }
  }

  private record Look(Desk.Worker who, String href, int most) {}

  private House house() {
    Desk.Worker karin = desk.delegate();
    Desk.Worker johan = desk.in(Role.TREATMENT_WORKER);
    Walk.At at =
        walk.concluded(
            walk.investigated(
                walk.opened(karin.viewer(), walk.opening(NUMBER, DAY, DAY.plusMonths(6)))));
    at = walk.decided(at, SupportType.SUPPORT_TALKS);
    done(road.serve(karin.viewer(), at.file(), at.decision(), DAY));
    done(
        road.grantSupport(
            karin.viewer(), at.file(), walk.under(at, SupportType.SUPPORT_TALKS, johan.id())));
    done(road.note(johan.viewer(), at.file(), text("Vi har talats vid.")));
    done(road.link(karin.viewer(), at.file(), link("Mannen hon lämnat")));
    // something is late from the first day: a table that is empty asks for no names
    Walk.At late = walk.opened(karin.viewer(), walk.opening("", DAY, DAY.plusMonths(6)));
    people.byHand(
        "update casework.task set due_at = due_at - interval '3 days' where file = ?", late.file());
    return new House(karin, johan, desk.in(Role.HEAD), at.file());
  }

  private static Link link(String name) {
    Confidential nothing = text("");
    return new Link(
        null,
        text(name),
        Link.Bond.FORMER_PARTNER,
        Link.Danger.DANGEROUS,
        true,
        true,
        nothing,
        nothing,
        nothing,
        nothing,
        Link.Source.HERSELF,
        DAY,
        nothing,
        false,
        nothing);
  }

  /// The same house, years later.
  private void grow(House house) {
    Viewer karin = house.karin().viewer();
    Viewer johan = house.johan().viewer();
    for (int each = 0; each < MORE; each++) {
      clock.advance(Duration.ofMinutes(20));
      done(road.note(karin, house.file(), text("Hon ringde om nyckeln, gång " + each + ".")));
      done(road.note(johan, house.file(), text("Hon kom, gång " + each + ".")));
      Walk.At other = walk.opened(karin, walk.opening("", DAY, DAY.plusMonths(6)));
      if (each % 5 == 0) {
        done(road.link(karin, house.file(), link("En av dem, " + each)));
        done(
            road.assess(
                karin, house.file(), Walk.assessing(Level.HIGH, "Ja.", "danger_now", "yes")));
        done(road.planFollowUp(karin, house.file(), DAY.plusDays(each + 3L)));
        done(
            road.grantSupport(
                karin, house.file(), walk.service(SupportType.SUPPORT_TALKS, johan.staff())));
        done(
            road.informOfNotes(
                karin, house.file(), new Road.Informing(DAY, Road.Told.TOLD, text("I rummet."))));
        Viewer another = walk.delegate();
        Walk.At theirs =
            walk.decided(
                walk.concluded(walk.investigated(walk.opened(another, walk.opening()))),
                SupportType.SUPPORT_TALKS);
        done(road.note(another, theirs.file(), text("Deras.")));
        house.head().browser().get(Desk.file(theirs.file()));
        house.head().browser().get(Desk.file(other.file()));
      }
    }
    // and what was due today is late
    clock.advance(Duration.ofHours(6));
  }

  /// How many statements each look asks; the least of three, for what else goes on in the house is
  /// not of the page.
  private Map<String, Integer> asked(House house) {
    Map<String, Integer> asked = new LinkedHashMap<>();
    house.looks().forEach((name, look) -> asked.put(name, asked(look)));
    asked.put("a find", finds(house.karin(), "/staff/people", "value", NUMBER));
    asked.put(
        "a find in the file",
        finds(house.karin(), Desk.file(house.file()) + "/find", "words", "nyckeln"));
    return asked;
  }

  private int asked(Look look) {
    return least(() -> {
      Browser.Answer answer = look.who().browser().get(look.href());
      assertThat(answer.status()).as(look.href()).isEqualTo(200);
    });
  }

  private int finds(Desk.Worker who, String href, String field, String value) {
    String token = who.browser().get(href).token();
    return least(() -> {
      Browser.Answer answer = who.browser().post(href, Map.of("_form", token, field, value));
      assertThat(answer.status()).as(href).isEqualTo(200);
    });
  }

  private int least(Runnable look) {
    List<Integer> counted = new ArrayList<>();
    for (int each = 0; each < 3; each++) {
      counted.add(
          (int)
              statements.of(look).stream()
                  .filter(one -> !List.of("begin", "commit", "rollback").contains(one))
                  .count());
    }
    return counted.stream().min(Integer::compare).orElseThrow();
  }

  @Test
  void a_page_asks_as_many_statements_in_a_house_that_has_grown_as_in_a_new_one() {
    House house = house();
    Map<String, Integer> small = asked(house);
    grow(house);
    Map<String, Integer> grown = asked(house);
    assertThat(grown).isEqualTo(small);
    house
        .looks()
        .forEach((name, look) ->
            assertThat(small.get(name)).as(name).isPositive().isLessThanOrEqualTo(look.most()));
  }
}
