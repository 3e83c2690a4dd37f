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
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Role;
import se.fristad.access.Viewer;
import se.fristad.casework.facts.SupportType;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.retention.Destruction;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// How files end.
@FristadTest
class CaseHoldingsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  @Autowired private Road road;
  @Autowired private Forms forms;
  @Autowired private CaseHoldings holdings;
  @Autowired private Destruction destruction;
  @Autowired private Walk walk;
  @Autowired private People people;

  @BeforeEach
  void empty() {
    walk.goTo(DAY);
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
  }

  private UUID closed(String number) {
    Viewer worker = walk.delegate();
    Walk.At at = walk.opened(worker, walk.opening(number, DAY, DAY.plusDays(1)));
    at = walk.decided(walk.concluded(walk.investigated(at)), SupportType.SUPPORT_TALKS);
    done(road.serve(worker, at.file(), at.decision(), DAY));
    done(road.receiveAppeal(worker, at.file(), new Road.Appeal(at.decision(), DAY, text("x"))));
    String appeal = "select id from casework.appeal where file = ?";
    done(road.handOverAppeal(worker, at.file(), people.id(appeal, at.file()), Walk.unchanged()));
    UUID support =
        done(
            road.grantSupport(
                worker, at.file(), walk.under(at, SupportType.SUPPORT_TALKS, UUID.randomUUID())));
    done(road.endSupport(worker, at.file(), support, DAY));
    walk.followedUp(at);
    done(road.note(worker, at.file(), text("Sista anteckningen.")));
    done(road.close(worker, at.file(), Walk.closing()));
    return at.file();
  }

  private List<UUID> due() {
    return Sides.on(Side.SUPPORT, () -> holdings.due(walk.now(), 200));
  }

  @Test
  void a_closed_file_dies_five_years_after_the_last_note_with_all_that_hangs_on_it() {
    UUID file = closed(Walk.number(LocalDate.of(1990, 3, 16)));
    walk.goTo(DAY.plusYears(5).minusDays(1));
    assertThat(due()).isEmpty();
    walk.goTo(DAY.plusYears(5));
    assertThat(due()).containsExactly(file);
    destruction.run();
    for (String table :
        List.of(
            "file",
            "person",
            "data_key",
            "assignment",
            "consent",
            "assessment",
            "investigation",
            "decision",
            "appeal",
            "support",
            "follow_up",
            "note",
            "task")) {
      assertThat(people.count("select count(*) from casework." + table)).as(table).isZero();
    }
    assertThat(people.log(file)).endsWith("destroy:done");
  }

  @Test
  void an_open_file_is_kept_and_so_is_one_of_somebody_who_has_another() {
    String number = Walk.number(LocalDate.of(1990, 3, 16));
    closed(number);
    walk.opened(walk.delegate(), walk.opening(number, DAY, DAY.plusDays(1)));
    walk.goTo(DAY.plusYears(9));
    assertThat(due()).isEmpty();
  }

  @Test
  void those_born_on_the_5th_15th_and_25th_are_kept_for_research() {
    for (int day : new int[] {5, 15, 25}) {
      closed(Walk.number(LocalDate.of(1990, 3, day)));
    }
    closed("");
    UUID other = closed(Walk.number(LocalDate.of(1990, 3, 6)));
    walk.goTo(DAY.plusYears(9));
    assertThat(due()).containsExactly(other);
  }

  @Test
  void a_form_that_nobody_sent_dies_after_thirty_days() {
    Walk.At at = walk.opened();
    done(forms.save(at.worker(), at.file(), "note", Words.of(Map.of("note", "Halva"))));
    UUID toBe = UUID.randomUUID();
    done(forms.save(in(Role.CASEWORKER), toBe, Forms.OPEN, Words.of(Map.of("name", "Yl"))));
    walk.goTo(DAY.plusDays(29));
    destruction.run();
    assertThat(people.count("select count(*) from casework.form")).isEqualTo(2);
    walk.goTo(DAY.plusDays(31));
    destruction.run();
    assertThat(people.count("select count(*) from casework.form")).isZero();
    assertThat(people.count("select count(*) from casework.data_key where id = ?", toBe)).isZero();
  }
}
