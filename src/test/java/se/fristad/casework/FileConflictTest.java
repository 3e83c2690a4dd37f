package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.house.TestEvents;

/// One of us knows somebody with a file.
@FristadTest
@DisplayName("Conflict of interest in a file")
class FileConflictTest {
  @Autowired private Road road;
  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private People people;
  @Autowired private TestEvents events;

  @SuppressWarnings("NullAway.Init")
  private Desk.Worker karin;

  @SuppressWarnings("NullAway.Init")
  private Desk.Worker head;

  @BeforeEach
  void nobody() {
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
    karin = desk.in(Role.CASEWORKER);
    head = desk.in(Role.HEAD);
  }

  private static String step(UUID file, String kind) {
    return Desk.file(file) + "/steps/" + kind;
  }

  @Test
  @DisplayName("E-T12 for whoever knows her the file is not there, and the head sees it")
  void for_whoever_knows_her_the_file_is_not_there_and_the_head_sees_it() {
    UUID file = done(road.open(karin.viewer(), walk.opening())).file();
    assertThat(karin.open("/staff/people").body()).contains(file.toString());
    assertThat(head.open(Desk.file(file)).body()).doesNotContain("Akten finns inte för");
    Browser.Answer unticked = karin.send(step(file, "conflict"));
    assertThat(unticked.status()).isEqualTo(422);
    assertThat(unticked.body()).contains("Välj vem det gäller.");
    assertThat(karin.send(step(file, "conflict"), "who", "myself").location())
        .isEqualTo("/staff/day");

    Browser.Answer notForHer = karin.open(Desk.file(file));
    Browser.Answer notThere = karin.open(Desk.file(UUID.randomUUID()));
    assertThat(notForHer.status()).isEqualTo(notThere.status()).isEqualTo(404);
    assertThat(notForHer.body()).isEqualTo(notThere.body());
    for (String page : new String[] {"/staff/people", "/staff/day"}) {
      assertThat(karin.open(page).body()).as(page).doesNotContain(file.toString());
    }
    for (String kind : new String[] {"note", "conflict", "reach", "call", "letter"}) {
      assertThat(karin.open(step(file, kind)).status()).as(kind).isEqualTo(404);
    }
    assertThat(
            people.count(
                "select count(*) from casework.conflict where file = ? and staff = ? and declared_by = staff",
                file,
                karin.id()))
        .isOne();
    assertThat(people.log(file)).contains("declare_conflict:done");
    assertThat(events.of(FileConflictChanged.class))
        .anyMatch(changed -> changed.file().equals(file) && changed.standing());
    assertThat(head.open(Desk.file(file)).body()).contains("Akten finns inte för");
  }

  @Test
  @DisplayName("E-T12 the head marks a colleague, who gets neither the file nor a support in it")
  void the_head_marks_a_colleague_who_is_given_nothing_in_the_file() {
    UUID file = done(road.open(karin.viewer(), walk.opening())).file();
    Desk.Worker cousin = desk.in(Role.CASEWORKER);
    assertThat(head.send(step(file, "conflict"), "who", UUID.randomUUID().toString()).body())
        .contains("Välj vem det gäller.");
    assertThat(head.send(step(file, "conflict"), "who", cousin.id().toString()).location())
        .isEqualTo(Desk.file(file));
    Browser.Answer given = head.send(step(file, "handover"), "to", cousin.id().toString());
    assertThat(given.status()).isEqualTo(422);
    assertThat(given.body()).contains("känner personen eller familjen");
    assertThat(karin.open(Desk.file(file)).body()).doesNotContain("Akten finns inte för");
    assertThat(
            people.count(
                "select count(*) from casework.file where id = ? and responsible = ?",
                file,
                karin.id()))
        .isOne();
  }

  @Test
  @DisplayName("E-T12 the head lifts a conflict with a reason, and the file is there again")
  void the_head_lifts_a_conflict_with_a_reason_and_the_file_is_there_again() {
    UUID file = done(road.open(karin.viewer(), walk.opening())).file();
    karin.send(step(file, "conflict"), "who", "myself");
    String lift = step(file, "lift_conflict/" + karin.id());
    assertThat(karin.open(lift).status()).isEqualTo(404);
    Browser.Answer form = head.open(lift);
    Browser.Answer refused = head.browser().post(lift, head.form(form, "why", " "));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Utan skäl står det kvar");
    assertThat(karin.open(Desk.file(file)).status()).isEqualTo(404);

    Map<String, String> sent =
        head.form(head.open(lift), "why", "Det var en annan med samma efternamn.");
    assertThat(head.browser().post(lift, sent).location()).isEqualTo(Desk.file(file));
    assertThat(karin.open(Desk.file(file)).status()).isEqualTo(200);
    assertThat(
            people.count(
                "select count(*) from casework.conflict_lifted where file = ? and position(convert_to('efternamn', 'UTF8') in sealed) = 0",
                file))
        .isOne();
    assertThat(people.count("select count(*) from casework.conflict")).isZero();
    assertThat(people.log(file)).contains("lift_conflict:refused", "lift_conflict:done");
    assertThat(events.of(FileConflictChanged.class))
        .anyMatch(changed -> changed.file().equals(file) && !changed.standing());
    sent.put("form", UUID.randomUUID().toString());
    assertThat(head.browser().post(lift, sent).body()).contains("inget jäv att häva");
  }
}
