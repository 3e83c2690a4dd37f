package se.fristad.contact.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.contact.ConflictDeclared;
import se.fristad.contact.ConflictLifted;
import se.fristad.contact.People;
import se.fristad.contact.Queue;
import se.fristad.contact.Threads;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestEvents;

/// One of us knows the person who writes.
@FristadTest
@DisplayName("Conflict of interest")
class ConflictTest {
  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private TestEvents events;
  @Autowired private People people;
  @Autowired private Threads threads;
  @LocalServerPort private int port;

  @BeforeEach
  void nobodyWaits() {
    clock.reset();
    people.byHand("delete from contact.thread");
    people.byHand("delete from contact_perpetrator.thread");
  }

  @Test
  @DisplayName("E-T12 for whoever knows her the conversation is not there, and the head sees it")
  void for_whoever_knows_her_the_conversation_is_not_there_and_the_head_sees_it() {
    People.Person person = people.writes(Queue.SUPPORT, "Min kusin arbetar hos er");
    TestStaff.Person cousin = staff.add(Role.RECEPTION);
    Browser hers = staff.logIn(cousin, port);
    Browser other = staff.logIn(staff.add(Role.RECEPTION), port);
    Browser head = staff.logIn(staff.add(Role.HEAD), port);
    assertThat(head.get(person.href()).body()).doesNotContain("Jäv: samtalet finns inte för");
    Map<String, String> form = Map.of("_form", hers.get(person.href()).token());
    assertThat(hers.post(person.href() + "/conflict", form).location()).isEqualTo("/staff/inbox");

    Browser.Answer notForHer = hers.get(person.href());
    Browser.Answer notThere = hers.get("/staff/inbox/support/" + UUID.randomUUID());
    assertThat(notForHer.status()).isEqualTo(notThere.status()).isEqualTo(404);
    assertThat(notForHer.body()).isEqualTo(notThere.body());
    assertThat(hers.get("/staff/inbox").body()).doesNotContain(person.thread().toString());
    for (String page : new String[] {"/lines", "/reach", "/call"}) {
      assertThat(hers.get(person.href() + page).status()).as(page).isEqualTo(404);
    }
    for (String act : new String[] {"/answer", "/close", "/reach", "/call", "/conflict"}) {
      Map<String, String> sent =
          Map.of(
              "_form",
              form.get("_form"),
              "words",
              "Hej",
              "client",
              UUID.randomUUID().toString(),
              "read",
              "rule,hidden,quiet",
              "call",
              "may");
      assertThat(hers.post(person.href() + act, sent).status()).as(act).isEqualTo(404);
    }
    other.post(person.href() + "/close", Map.of("_form", other.get(person.href()).token()));
    assertThat(hers.get("/staff/inbox/closed?queue=support").body())
        .doesNotContain(person.thread().toString());
    assertThat(other.get("/staff/inbox/closed?queue=support").body())
        .contains(person.thread().toString());

    assertThat(head.get(person.href()).body()).contains("Jäv: samtalet finns inte för");
    assertThat(
            people.count(
                "select count(*) from contact.conflict where thread = ? and staff = ?",
                person.thread(),
                cousin.staff()))
        .isOne();
    assertThat(people.log(person.thread())).contains("declare_conflict:done");
    assertThat(events.of(ConflictDeclared.class))
        .anyMatch(declared -> declared.thread().equals(person.thread()));
  }

  @Test
  void nobody_says_so_of_a_conversation_at_another_door_or_of_none() {
    People.Person person = people.writes(Queue.CHANGE, "Hej");
    Browser reception = staff.logIn(staff.add(Role.RECEPTION), port);
    Map<String, String> form = Map.of("_form", reception.get("/staff/roles").token());
    assertThat(reception.post(person.href() + "/conflict", form).status()).isEqualTo(404);
    assertThat(
            reception
                .post("/staff/inbox/support/" + UUID.randomUUID() + "/conflict", form)
                .status())
        .isEqualTo(404);
    assertThat(people.count("select count(*) from contact_perpetrator.conflict")).isZero();
  }

  @Test
  @DisplayName("E-T12 the head lifts a conflict with a reason, and the conversation is there again")
  void the_head_lifts_a_conflict_with_a_reason_and_the_conversation_is_there_again() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    TestStaff.Person colleague = staff.add(Role.RECEPTION);
    Browser hers = staff.logIn(colleague, port);
    Browser head = staff.logIn(staff.add(Role.HEAD), port);
    hers.post(person.href() + "/conflict", Map.of("_form", hers.get(person.href()).token()));
    String lift = person.href() + "/conflict/lift";
    String asked = lift + "?staff=" + colleague.staff();
    assertThat(hers.get(asked).status()).isEqualTo(404);
    assertThat(head.get(lift + "?staff=" + UUID.randomUUID()).status()).isEqualTo(404);

    Browser.Answer page = head.get(asked);
    assertThat(head.get(person.href()).body()).contains("Häv jävet");
    Map<String, String> form = new HashMap<>();
    form.put("_form", page.token());
    form.put("staff", colleague.staff().toString());
    form.put("lift", page.hidden("lift"));
    form.put("why", "  ");
    Browser.Answer refused = head.post(lift, form);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Utan skäl står det kvar", "id=\"f-why-error\"");
    form.put("why", "å".repeat(1_001));
    assertThat(head.post(lift, form).body()).contains("Det är 1 för långt", "å".repeat(1_001));
    assertThat(hers.get(person.href()).status()).isEqualTo(404);

    form.put("why", "Det var en annan med samma efternamn.");
    assertThat(head.post(lift, form).location()).isEqualTo(person.href());
    assertThat(head.post(lift, form).location()).isEqualTo(person.href());
    assertThat(hers.get(person.href()).status()).isEqualTo(200);
    assertThat(hers.get("/staff/inbox").body()).contains(person.thread().toString());
    assertThat(hers.get(person.href()).body()).doesNotContain("samma efternamn");
    assertThat(head.get(person.href()).body())
        .contains("Jäv som har hävts", "Det var en annan med samma efternamn.")
        .doesNotContain("Jäv: samtalet finns inte för");
    assertThat(
            people.count(
                "select count(*) from contact.conflict_lifted where thread = ? and staff = ? and position(convert_to('efternamn', 'UTF8') in sealed) = 0",
                person.thread(),
                colleague.staff()))
        .isOne();
    assertThat(people.count("select count(*) from contact.conflict")).isZero();
    assertThat(people.log(person.thread())).contains("lift_conflict:done");
    assertThat(events.of(ConflictLifted.class))
        .anyMatch(lifted -> lifted.thread().equals(person.thread()));
  }

  @Test
  @DisplayName("E-T12 what is not there for her is not counted for her, and no page is short of it")
  void what_is_not_there_for_her_is_not_counted_for_her_and_no_page_is_short() {
    TestStaff.Person cousin = staff.add(Role.RECEPTION);
    people.writes(Queue.SUPPORT, "Hej");
    people.byHand(
        "insert into contact.thread (id, language, state, begun_at, closed_at) select gen_random_uuid(), 'sv', 'closed', now(), now() + n * interval '1 second' from generate_series(1, 30) n");
    people.byHand(
        "insert into contact.conflict (thread, staff, at) select id, ?, now() from contact.thread where state = 'closed' order by closed_at desc limit 4",
        cousin.staff());
    var thread = people.id("select id from contact.thread where state = 'open'");
    people.byHand(
        "insert into contact.conflict (thread, staff, at) values (?, ?, now())",
        thread,
        cousin.staff());
    assertThat(threads.closed(cousin.viewer(), Queue.SUPPORT, 0)).hasSize(26);
    assertThat(threads.closedCount(cousin.viewer(), Queue.SUPPORT)).isEqualTo(26);
    assertThat(threads.openCount(cousin.viewer(), Queue.SUPPORT)).isZero();
    var other = staff.add(Role.RECEPTION).viewer();
    assertThat(threads.closedCount(other, Queue.SUPPORT)).isEqualTo(30);
    assertThat(threads.openCount(other, Queue.SUPPORT)).isOne();
  }
}
