package se.fristad.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.casework.facts.AgeBand;
import se.fristad.casework.facts.CaseClosed;
import se.fristad.casework.facts.CaseFact;
import se.fristad.casework.facts.ChildCase;
import se.fristad.casework.facts.ChildReported;
import se.fristad.casework.facts.Decided;
import se.fristad.casework.facts.DecisionOutcome;
import se.fristad.casework.facts.FollowedUp;
import se.fristad.casework.facts.InvestigationOpened;
import se.fristad.casework.facts.NeedMet;
import se.fristad.casework.facts.Relationship;
import se.fristad.casework.facts.RiskAssessed;
import se.fristad.casework.facts.RiskLevel;
import se.fristad.casework.facts.SupportGranted;
import se.fristad.casework.facts.SupportType;
import se.fristad.casework.facts.ViolenceKind;
import se.fristad.casework.facts.ViolenceMapped;
import se.fristad.contact.facts.Channel;
import se.fristad.contact.facts.ContactBegun;
import se.fristad.contact.facts.Door;
import se.fristad.contact.facts.FirstAnswer;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.intake.facts.IntakeCounted;

/// Years at random in a county whose centre investigates for all eight municipalities; the files
/// are fetched as anybody fetches them and solved as equations.
@FristadTest
@TestPropertySource(
    properties = "fristad.centre.investigates-for=0305,0319,0330,0331,0360,0380,0381,0382")
@DisplayName("E-T18, D-T08: the attack")
class AttackTest {
  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private Year year;
  @Autowired private Releases releases;
  @LocalServerPort private int port;

  @BeforeEach
  @AfterEach
  void nothingIsCounted() {
    year.forgetEverything();
    clock.reset();
  }

  @Test
  void a_middling_year_told_quarter_by_quarter() {
    attack(new Random(1), 30, true);
  }

  @Test
  void a_small_year_told_quarter_by_quarter() {
    attack(new Random(2), 9, true);
  }

  @Test
  void a_year_with_hardly_anyone_told_quarter_by_quarter() {
    attack(new Random(3), 3, true);
  }

  @Test
  void a_large_year_told_quarter_by_quarter() {
    attack(new Random(4), 130, true);
  }

  @Test
  void a_middling_year_told_at_once() {
    attack(new Random(5), 30, false);
  }

  @Test
  void a_small_year_told_at_once() {
    attack(new Random(6), 7, false);
  }

  /// @param quarterly about how many of each in a quarter
  private void attack(Random random, int quarterly, boolean eachQuarter) {
    Map<String, Long> truth = new HashMap<>();
    for (int quarter = 1; quarter <= 4; quarter++) {
      List<Object> facts = facts(random, new Period(2031, quarter), quarterly);
      year.goTo(new Period(2031, quarter).lastDay());
      year.tell(facts);
      note(truth, facts);
      if (eachQuarter) {
        year.goTo(new Period(2031, quarter).lastDay().plusDays(4));
        assertThat(releases.makeDue()).isEqualTo(quarter == 4 ? 2 : 1);
      }
    }
    year.goTo(LocalDate.of(2032, 1, 5));
    assertThat(releases.makeDue()).isEqualTo(eachQuarter ? 0 : 5);
    Map<String, String> published = published();
    assertThat(published.values()).contains("<5");

    List<String> broken = new ArrayList<>(AttackedYear.broken(published, Map.of()));
    for (String municipality : Municipalities.county()) {
      Map<String, Long> own = new HashMap<>();
      for (String measure : List.of("intakes", "investigations", "outpatient", "placements")) {
        String cell = "2031|" + municipality + "|" + measure + "||";
        own.put(cell, truth.getOrDefault(cell, 0L));
      }
      broken.addAll(AttackedYear.broken(published, own));
    }
    assertThat(broken).isEmpty();
    truth.forEach((cell, n) -> {
      String told = published.get(cell);
      if (told != null && told.matches("[0-9]+")) {
        assertThat(told).as(cell).isEqualTo(n.toString());
      }
    });
  }

  private Map<String, String> published() {
    Browser head = staff.logIn(staff.add(Role.HEAD), port);
    Map<String, String> published = new HashMap<>();
    for (String period : List.of("", "&quarter=1", "&quarter=2", "&quarter=3", "&quarter=4")) {
      Browser.Answer file = head.get("/staff/statistics/figures.csv?year=2031" + period);
      assertThat(file.status()).isEqualTo(200);
      published.putAll(Year.published(file.body()));
    }
    return published;
  }

  private static List<Object> facts(Random random, Period quarter, int quarterly) {
    List<Object> facts = new ArrayList<>();
    for (int i = some(random, quarterly); i > 0; i--) {
      facts.add(
          new ContactBegun(
              id(random),
              day(random, quarter),
              Door.SUPPORT,
              skewed(random, List.of(Channel.values())),
              skewed(random, List.of("sv", "en", "unknown", "fi"))));
      facts.add(
          new FirstAnswer(
              id(random),
              day(random, quarter),
              Door.SUPPORT,
              (long) Math.pow(9, random.nextDouble(4))));
    }
    for (int i = some(random, quarterly); i > 0; i--) {
      facts.add(
          new IntakeCounted(
              id(random),
              day(random, quarter),
              random.nextInt(12) == 0 ? "0180" : place(random),
              skewed(random, Dimension.SOURCE.all()),
              skewed(random, Dimension.OUTCOME.all())));
    }
    for (int i = some(random, quarterly); i > 0; i--) {
      facts.addAll(road(random, quarter));
    }
    return facts;
  }

  private static List<CaseFact> road(Random random, Period quarter) {
    AgeBand age =
        skewed(random, List.of(AgeBand.TO_40, AgeBand.TO_64, AgeBand.TO_25, AgeBand.FROM_65));
    Set<ViolenceKind> kinds = new TreeSet<>();
    Set<Relationship> relations = new TreeSet<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      kinds.add(skewed(random, List.of(ViolenceKind.values())));
      relations.add(skewed(random, List.of(Relationship.values())));
    }
    List<CaseFact> road = new ArrayList<>();
    String place = place(random);
    road.add(new InvestigationOpened(id(random), day(random, quarter), place, age));
    road.add(new ViolenceMapped(id(random), day(random, quarter), place, age, kinds, relations));
    road.add(
        new RiskAssessed(
            id(random), day(random, quarter), place, skewed(random, List.of(RiskLevel.values()))));
    road.add(
        new Decided(
            id(random),
            day(random, quarter),
            place,
            skewed(random, List.of(DecisionOutcome.values())),
            random.nextInt(9) == 0 ? null : random.nextInt(150)));
    road.add(
        new SupportGranted(
            id(random),
            day(random, quarter),
            place,
            random.nextInt(3) == 0
                ? SupportType.SHELTER
                : skewed(random, List.of(SupportType.values()).reversed())));
    road.add(
        new FollowedUp(
            id(random), day(random, quarter), place, skewed(random, List.of(NeedMet.values()))));
    if (random.nextBoolean()) {
      road.add(new CaseClosed(id(random), day(random, quarter), place));
      road.add(
          new ChildReported(
              id(random),
              day(random, quarter),
              place,
              skewed(random, List.of(ChildCase.values()))));
    }
    return road;
  }

  /// The true numbers that somebody of a municipality may know, by its own count.
  private static void note(Map<String, Long> truth, List<Object> facts) {
    for (Object fact : facts) {
      switch (fact) {
        case IntakeCounted intake -> note(truth, intake.municipality(), "intakes");
        case InvestigationOpened opened -> note(truth, opened.municipality(), "investigations");
        case SupportGranted granted -> {
          if (granted.type().isShelter()) {
            note(truth, granted.municipality(), "placements");
          } else if (granted.type().isOutpatient()) {
            note(truth, granted.municipality(), "outpatient");
          }
        }
        default -> {
          // told of the county alone
        }
      }
    }
  }

  private static void note(Map<String, Long> truth, String municipality, String measure) {
    truth.merge("2031|" + municipality + "|" + measure + "||", 1L, Long::sum);
    truth.merge("2031||" + measure + "||", 1L, Long::sum);
  }

  private static int some(Random random, int about) {
    return Math.max(0, (int) Math.round(about * (0.5 + random.nextDouble())));
  }

  private static UUID id(Random random) {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private static LocalDate day(Random random, Period quarter) {
    return quarter.firstDay().plusDays(random.nextInt(90));
  }

  private static String place(Random random) {
    return random.nextInt(3) == 0
        ? "0380"
        : skewed(random, List.of("0381", "0305", "0330", "0360", "0382", "0331", "0319"));
  }

  private static <T> T skewed(Random random, List<T> of) {
    return of.get((int) (Math.pow(random.nextDouble(), 2.2) * of.size()));
  }
}
