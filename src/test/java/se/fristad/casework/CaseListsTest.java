package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.in;
import static se.fristad.casework.Walk.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Role;
import se.fristad.access.Viewer;
import se.fristad.assessment.Level;
import se.fristad.casework.facts.SupportType;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;

/// The lists of files, the search, and what is due.
@FristadTest
class CaseListsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final String NUMBER = Walk.number(LocalDate.of(1984, 7, 2));

  @Autowired private Road road;
  @Autowired private CaseLists lists;
  @Autowired private Handovers handovers;
  @Autowired private Walk walk;
  @Autowired private TestClock clock;
  @Autowired private People people;

  @BeforeEach
  void empty() {
    walk.goTo(DAY);
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
  }

  private List<UUID> found(Viewer viewer, String typed) {
    CaseLists.Found found = lists.find(viewer, text(typed));
    assertThat(found).isInstanceOf(CaseLists.Found.Lines.class);
    return ((CaseLists.Found.Lines) found).lines().stream().map(line -> line.file().id()).toList();
  }

  private List<UUID> listed(Viewer viewer, CaseLists.Order order) {
    return lists.list(viewer, CaseLists.Shown.OPEN, Narrowed.NOT, order, 1).lines().stream()
        .map(line -> line.file().id())
        .toList();
  }

  /// What is due, the parts of the day after another.
  private List<CaseLists.Due> due(Viewer viewer, LocalDate until) {
    return lists.due(viewer, until, Map.of()).values().stream()
        .flatMap(page -> page.due().stream())
        .toList();
  }

  // the search

  @ParameterizedTest
  @ValueSource(strings = {"070-174 06 05", "+46701740605", "0046 70 174 06 05", "0701740605"})
  void she_is_found_by_her_telephone_however_it_is_typed(String typed) {
    Viewer worker = walk.delegate();
    Road.Opening opening =
        new Road.Opening(
            UUID.randomUUID(), null, "0380", walk.who("", "070-1740605"), Walk.agreed(DAY, DAY));
    done(road.open(worker, opening));
    assertThat(found(worker, typed)).containsExactly(opening.file());
  }

  @Test
  void she_is_found_by_her_number_and_the_files_number_by_those_who_may_open_it() {
    Viewer worker = walk.delegate();
    Road.Opening opening = walk.opening(NUMBER, DAY, DAY.plusDays(9));
    String number = done(road.open(worker, opening)).number();
    for (String typed :
        List.of(NUMBER, NUMBER.substring(2, 8) + "-" + NUMBER.substring(8), number)) {
      assertThat(found(worker, typed)).containsExactly(opening.file());
      assertThat(found(in(Role.HEAD), typed)).containsExactly(opening.file());
      assertThat(found(in(Role.CASEWORKER), typed)).isEmpty();
      assertThat(found(in(Role.RECEPTION), typed)).isEmpty();
    }
    assertThat(found(worker, Walk.number(LocalDate.of(1984, 7, 3)))).isEmpty();
    for (String name : List.of("Ylva", "Ylva Exempel", "", "%", NUMBER.substring(0, 8))) {
      assertThat(lists.find(worker, text(name))).isInstanceOf(CaseLists.Found.NotAValue.class);
    }
    assertThat(
            people.count(
                "select count(*) from audit.line where staff = ? and act = 'list' and purpose = 'find_number' and ids = array[?]",
                worker.staff(),
                opening.file()))
        .isEqualTo(2);
  }

  @Test
  void nobody_searches_more_than_thirty_times_an_hour() {
    Viewer worker = in(Role.CASEWORKER);
    for (int i = 0; i < CaseLists.MOST_SEARCHES; i++) {
      found(worker, "070-000 00 %02d".formatted(i));
    }
    assertThat(lists.find(worker, text(NUMBER))).isInstanceOf(CaseLists.Found.TooMany.class);
    assertThat(found(in(Role.CASEWORKER), NUMBER)).isEmpty();
    clock.advance(java.time.Duration.ofMinutes(61));
    assertThat(found(worker, NUMBER)).isEmpty();
  }

  // the lists

  @Test
  void a_list_is_of_ones_own_files_by_risk_by_what_is_due_or_by_date() {
    Viewer worker = walk.delegate();
    Walk.At low = walk.opened(worker, walk.opening());
    done(road.assess(worker, low.file(), Walk.assessing(Level.LOW, "", "danger_now", "no")));
    walk.goTo(DAY.plusDays(1));
    Walk.At high = walk.opened(worker, walk.opening());
    done(road.assess(worker, high.file(), Walk.assessing(Level.HIGH, "", "danger_now", "yes")));
    walk.goTo(DAY.plusDays(2));
    Walk.At never = walk.opened(worker, walk.opening());
    Walk.At others = walk.opened();
    assertThat(listed(worker, CaseLists.Order.RISK))
        .containsExactly(high.file(), never.file(), low.file());
    assertThat(listed(worker, CaseLists.Order.OPENED))
        .containsExactly(never.file(), high.file(), low.file());
    assertThat(listed(worker, CaseLists.Order.NOTED))
        .containsExactly(never.file(), high.file(), low.file());
    assertThat(listed(worker, CaseLists.Order.DUE))
        .containsExactly(low.file(), high.file(), never.file());
    assertThat(listed(in(Role.HEAD), CaseLists.Order.OPENED)).hasSize(4).contains(others.file());
    for (Role role : Role.values()) {
      if (role != Role.HEAD) {
        assertThat(
                lists
                    .list(in(role), CaseLists.Shown.OPEN, Narrowed.NOT, CaseLists.Order.DUE, 1)
                    .total())
            .as(role.code())
            .isZero();
      }
    }
  }

  @Test
  void whoever_delivers_has_a_list_of_those_she_delivers_to() {
    Walk.At at = walk.served(SupportType.SUPPORT_TALKS);
    Viewer deliverer = in(Role.TREATMENT_WORKER);
    assertThat(listed(deliverer, CaseLists.Order.DUE)).isEmpty();
    done(
        road.grantSupport(
            at.worker(), at.file(), walk.under(at, SupportType.SUPPORT_TALKS, deliverer.staff())));
    assertThat(listed(deliverer, CaseLists.Order.DUE)).containsExactly(at.file());
  }

  @Test
  void a_list_of_thirty_has_two_pages_and_names_each() {
    Viewer worker = in(Role.CASEWORKER);
    for (int i = 0; i < 30; i++) {
      walk.opened(worker, walk.opening("", DAY, DAY.plusDays(1)));
    }
    CaseLists.Page first =
        lists.list(worker, CaseLists.Shown.OPEN, Narrowed.NOT, CaseLists.Order.DUE, 1);
    CaseLists.Page second =
        lists.list(worker, CaseLists.Shown.OPEN, Narrowed.NOT, CaseLists.Order.DUE, 2);
    assertThat(first.total()).isEqualTo(30);
    assertThat(first.lines()).hasSize(25);
    assertThat(second.lines()).hasSize(5);
    assertThat(first.lines().getFirst().name().reveal()).isEqualTo("Ylva Exempel");
    assertThat(
            lists
                .list(worker, CaseLists.Shown.CLOSED, Narrowed.NOT, CaseLists.Order.DUE, 1)
                .lines())
        .isEmpty();
  }

  // my day

  @Test
  void what_is_due_is_shown_the_nearest_first_and_what_is_done_is_not() {
    Viewer worker = walk.delegate();
    Walk.At at = walk.opened(worker, walk.opening());
    assertThat(due(worker, DAY))
        .extracting(due -> due.task().kind())
        .containsExactlyInAnyOrder(TaskKind.INVESTIGATE, TaskKind.ASSESS_RISK);
    walk.investigated(at);
    assertThat(due(worker, DAY)).isEmpty();
    done(road.planFollowUp(worker, at.file(), DAY.plusDays(3)));
    assertThat(due(worker, DAY.plusDays(2))).isEmpty();
    assertThat(due(worker, DAY.plusDays(40)))
        .extracting(due -> due.task().kind())
        .containsExactly(TaskKind.FOLLOW_UP, TaskKind.REASSESS_RISK);
    assertThat(due(in(Role.CASEWORKER), DAY.plusDays(40))).isEmpty();
    assertThat(due(worker, DAY.plusDays(40)).getFirst().line().name().reveal())
        .isEqualTo("Ylva Exempel");
  }

  @Test
  void who_works_in_another_role_now_has_nothing_of_her_old_files_in_her_day() {
    Viewer worker = walk.delegate();
    walk.opened(worker, walk.opening());
    assertThat(due(worker, DAY)).isNotEmpty();
    for (Role role : new Role[] {Role.NGO_WORKER, Role.TREATMENT_WORKER}) {
      assertThat(due(new Viewer(worker.staff(), "centre", role), DAY)).as(role.code()).isEmpty();
    }
  }

  @Test
  void the_head_has_two_files_of_one_person_in_her_day_until_she_has_looked() {
    walk.opened(walk.delegate(), walk.opening(NUMBER, DAY, DAY.plusDays(1)));
    Walk.At second = walk.opened(walk.delegate(), walk.opening(NUMBER, DAY, DAY.plusDays(1)));
    Viewer head = in(Role.HEAD);
    assertThat(due(head, DAY))
        .singleElement()
        .matches(due ->
            due.task().kind() == TaskKind.SAME_PERSON
                && due.line().file().id().equals(second.file()));
    assertThat(handovers.lookedAtSamePerson(second.worker(), second.file()))
        .isInstanceOf(Step.NotThere.class);
    done(handovers.lookedAtSamePerson(head, second.file()));
    assertThat(due(head, DAY)).isEmpty();
  }

  @Test
  void a_line_of_a_list_is_not_printed() {
    Walk.At at = walk.opened();
    assertThat(
            lists
                .list(at.worker(), CaseLists.Shown.OPEN, Narrowed.NOT, CaseLists.Order.DUE, 1)
                .toString())
        .isEqualTo("Page[lines=[[a line]], total=1]");
    assertThat(due(at.worker(), walk.today()).toString())
        .contains("line=[a line]")
        .doesNotContain("Ylva")
        .doesNotContainPattern("2026-[0-9]{5}");
  }
}
