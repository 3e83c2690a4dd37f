package se.fristad.contact.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
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
import se.fristad.contact.ColleagueInvited;
import se.fristad.contact.NoteWritten;
import se.fristad.contact.People;
import se.fristad.contact.Queue;
import se.fristad.contact.ThreadTaken;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestEvents;

/// What colleagues do with a conversation among themselves, and who comes in after the person was
/// told and asked.
@FristadTest
@DisplayName("The desk")
class DeskTest {
  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private TestEvents events;
  @Autowired private People people;
  @LocalServerPort private int port;

  @BeforeEach
  void nobodyWrites() {
    clock.reset();
    people.byHand("delete from contact.thread");
    people.byHand("delete from contact_perpetrator.thread");
    events.forget();
  }

  // take and hand over

  @Test
  void taken_it_is_hers_in_the_table_the_log_the_event_and_the_inbox() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    TestStaff.Person who = staff.add(Role.RECEPTION);
    Browser reception = staff.logIn(who, port);
    assertThat(post(reception, person, "take").location()).isEqualTo(person.href());
    assertThat(owner(person, who)).isEqualTo(1);
    assertThat(people.log(person.thread())).contains("take:done");
    assertThat(events.of(ThreadTaken.class)).singleElement().matches(one -> !one.handedOver());
    assertThat(reception.get("/staff/inbox?owner=mine").body()).contains(person.href());
    Browser colleague = in(Role.RECEPTION);
    assertThat(colleague.get("/staff/inbox").body()).contains("Prov " + who.login());
    post(colleague, person, "take");
    assertThat(owner(person, who)).isZero();
  }

  @Test
  void handed_over_with_a_note_it_is_the_colleagues_and_the_person_sees_nothing_of_it() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser reception = in(Role.RECEPTION);
    TestStaff.Person to = staff.add(Role.CASEWORKER);
    assertThat(post(reception, person, "handover", "to", "nobody", "handover_words", " ").body())
        .contains("Välj vem som tar över", "Skriv något först");
    assertThat(people.log(person.thread())).doesNotContain("hand_over:done");
    Browser.Answer given =
        post(
            reception,
            person,
            "handover",
            "to",
            to.staff().toString(),
            "handover_words",
            "Hon vill ha ett möte i morgon");
    assertThat(given.location()).isEqualTo("/staff/inbox");
    assertThat(owner(person, to)).isEqualTo(1);
    assertThat(people.log(person.thread())).contains("hand_over:done");
    assertThat(events.of(ThreadTaken.class)).singleElement().matches(ThreadTaken::handedOver);
    assertThat(events.of(NoteWritten.class)).singleElement().matches(NoteWritten::handover);
    assertThat(staff.logIn(to, port).get(person.href()).body())
        .contains("Hon vill ha ett möte i morgon", "Överlämnat av");
    assertThat(
            people.count("select count(*) from contact.message where thread = ?", person.thread()))
        .isEqualTo(1);
  }

  // notes

  @Test
  @DisplayName("E-T07 a note with 19121212-1212 is warned of and stopped until it is taken away")
  void a_note_that_reveals_is_stopped_until_it_is_taken_away() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser reception = in(Role.RECEPTION);
    for (String reveals :
        new String[] {
          "Hon är 19121212-1212",
          "nås på 070-174 06 05",
          "bor på Storgatan 3",
          "heter Mia",
          "x@y.se"
        }) {
      Browser.Answer stopped = post(reception, person, "note", "note_words", reveals);
      assertThat(stopped.status()).as(reveals).isEqualTo(422);
      assertThat(stopped.body()).contains("sparas inte så länge", reveals);
    }
    assertThat(people.count("select count(*) from contact.note")).isZero();
    assertThat(people.log(person.thread())).doesNotContain("note:done");
    assertThat(events.of(NoteWritten.class)).isEmpty();
    assertThat(post(reception, person, "note", "note_words", "Hon vågar inte gå hem").location())
        .isEqualTo(person.href());
    assertThat(
            people.count(
                "select count(*) from contact.note where position(convert_to('vågar', 'UTF8') in sealed) = 0"))
        .isEqualTo(1);
    assertThat(people.log(person.thread())).contains("note:done");
    assertThat(events.of(NoteWritten.class)).hasSize(1);
    assertThat(in(Role.HEAD).get(person.href()).body()).contains("Hon vågar inte gå hem");
  }

  @Test
  void an_empty_note_and_one_too_long_are_refused_and_the_same_form_twice_is_one_note() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser reception = in(Role.RECEPTION);
    assertThat(post(reception, person, "note", "note_words", " \u200b").status()).isEqualTo(422);
    assertThat(post(reception, person, "note", "note_words", "å".repeat(4_001)).body())
        .contains("högst 4\u00a0000 tecken. Ta bort 1");
    Map<String, String> form = form(reception, person);
    form.put("note_words", "En sak");
    reception.post(person.href() + "/note", form);
    reception.post(person.href() + "/note", form);
    assertThat(people.count("select count(*) from contact.note")).isEqualTo(1);
  }

  @Test
  void a_note_dies_with_its_conversation() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    post(in(Role.RECEPTION), person, "note", "note_words", "En sak");
    people.byHand("delete from contact.thread where id = ?", person.thread());
    assertThat(people.count("select count(*) from contact.note")).isZero();
  }

  // another competence

  @Test
  @DisplayName("E-T22 a police officer joins only after the announcement was delivered")
  void a_police_officer_reads_only_after_the_announcement_is_delivered_and_not_refused() {
    People.Person person = people.writes(Queue.SUPPORT, "Han har slagit mig");
    Browser reception = in(Role.RECEPTION);
    TestStaff.Person officer = staff.add(Role.POLICE_OFFICER);
    Browser police = staff.logIn(officer, port);
    assertThat(police.get(person.href()).status()).isEqualTo(404);
    assertThat(police.get("/staff/invited").body()).contains("Inga inbjudningar");

    assertThat(invite(reception, person, officer, Role.POLICE_OFFICER).location())
        .isEqualTo(person.href());
    assertThat(people.log(person.thread())).contains("invite:done");
    assertThat(events.of(ColleagueInvited.class)).hasSize(1);
    assertThat(reception.get(person.href()).body())
        .contains("en polis", "Säg nej om du inte vill", "står inte på personens sida än");
    clock.advance(Duration.ofMinutes(20));
    assertThat(police.get(person.href()).status()).as("not delivered").isEqualTo(404);
    assertThat(police.get("/staff/invited").body())
        .contains("står inte på personens sida än")
        .doesNotContain(person.href());
    clock.reset();

    people.reads(person, 0);
    assertThat(police.get(person.href()).status()).as("on its way").isEqualTo(404);
    people.reads(person, 2);
    assertThat(police.get(person.href()).status()).as("just delivered").isEqualTo(404);
    clock.advance(Duration.ofSeconds(115));
    assertThat(police.get(person.href()).status()).as("she has time to answer").isEqualTo(404);
    clock.advance(Duration.ofSeconds(10));
    assertThat(police.get(person.href()).body())
        .contains("Han har slagit mig", "Skicka svaret")
        .doesNotContain("Mellan kollegor", "Gör en aktualisering", "Avsluta samtalet");
    assertThat(police.get("/staff/invited").body()).contains(person.href());

    Map<String, String> answer = form(police, person);
    answer.put("words", "Så här går en anmälan till.");
    assertThat(police.post(person.href() + "/answer", answer).status()).isEqualTo(303);
    assertThat(reception.get(person.href()).body())
        .contains("Så här går en anmälan till.", "– polis");
    for (String act : new String[] {"take", "note", "handover", "invite", "close", "danger"}) {
      assertThat(police.post(person.href() + "/" + act, answer).status()).as(act).isEqualTo(404);
    }
    assertThat(staff.logIn(staff.add(Role.POLICE_OFFICER), port).get(person.href()).status())
        .as("another officer")
        .isEqualTo(404);
    assertThat(police.get("/staff/inbox").status()).isEqualTo(404);
  }

  @Test
  void who_has_said_no_in_her_own_words_is_believed_and_nobody_comes_in() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser reception = in(Role.RECEPTION);
    TestStaff.Person officer = staff.add(Role.POLICE_OFFICER);
    invite(reception, person, officer, Role.POLICE_OFFICER);
    people.reads(person, 2);
    people.writesMore(person, "Nej tack, inte polisen.");
    clock.advance(Duration.ofMinutes(3));
    assertThat(staff.logIn(officer, port).get(person.href()).status()).isEqualTo(404);
    assertThat(reception.get(person.href()).body()).contains("Personen har sagt nej");
    assertThat(invite(reception, person, officer, Role.POLICE_OFFICER).body())
        .contains("redan tillfrågad här, eller har fått nej");
    assertThat(people.log(person.thread())).contains("invite:refused");
  }

  @Test
  @DisplayName("E-T22 a no after a question is a no")
  void who_asks_first_and_then_says_no_is_believed() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    TestStaff.Person officer = staff.add(Role.POLICE_OFFICER);
    invite(in(Role.RECEPTION), person, officer, Role.POLICE_OFFICER);
    people.reads(person, 2);
    people.writesMore(person, "Vem är det?");
    people.writesMore(person, "Nej, inte polisen.");
    clock.advance(Duration.ofMinutes(3));
    assertThat(staff.logIn(officer, port).get(person.href()).status()).isEqualTo(404);
    assertThat(in(Role.RECEPTION).get(person.href()).body()).contains("Personen har sagt nej");
  }

  @Test
  void a_yes_that_is_noted_opens_at_once_and_a_no_shuts() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser reception = in(Role.RECEPTION);
    TestStaff.Person nurse = staff.add(Role.NURSE);
    invite(reception, person, nurse, Role.NURSE);
    String id =
        people.id("select id from contact.invitation where thread = ?", person.thread()).toString();
    post(reception, person, "invitation", "id", id, "act", "yes");
    assertThat(people.log(person.thread()))
        .as("nobody answers what has not arrived")
        .contains("invited_yes:refused");
    people.reads(person, 2);
    post(reception, person, "invitation", "id", id, "act", "yes");
    Browser invited = staff.logIn(nurse, port);
    assertThat(invited.get(person.href()).status()).isEqualTo(200);
    post(reception, person, "invitation", "id", id, "act", "no");
    assertThat(invited.get(person.href()).status()).isEqualTo(404);
    assertThat(invited.get(person.href() + "/lines").status()).isEqualTo(404);
    post(reception, person, "invitation", "id", id, "act", "yes");
    assertThat(invited.get(person.href()).status()).as("a no stands").isEqualTo(404);
  }

  @Test
  void an_invitation_that_is_ended_opens_nothing() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser reception = in(Role.RECEPTION);
    TestStaff.Person worker = staff.add(Role.NGO_WORKER);
    invite(reception, person, worker, Role.NGO_WORKER);
    people.reads(person, 2);
    clock.advance(Duration.ofMinutes(3));
    Browser invited = staff.logIn(worker, port);
    assertThat(invited.get(person.href()).status()).isEqualTo(200);
    String id =
        people.id("select id from contact.invitation where thread = ?", person.thread()).toString();
    post(reception, person, "invitation", "id", id, "act", "end");
    assertThat(people.log(person.thread())).contains("uninvite:done");
    assertThat(invited.get(person.href()).status()).isEqualTo(404);
  }

  @Test
  void one_of_the_team_who_was_asked_in_waits_as_anybody_else() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    TestStaff.Person worker = staff.add(Role.TREATMENT_WORKER);
    Browser colleague = staff.logIn(worker, port);
    assertThat(colleague.get(person.href()).status()).isEqualTo(200);
    invite(in(Role.RECEPTION), person, worker, Role.TREATMENT_WORKER);
    assertThat(colleague.get(person.href()).status()).isEqualTo(404);
  }

  @Test
  void
      an_answer_of_ours_after_the_question_hides_it_from_one_who_comes_back_so_it_is_not_delivered() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser reception = in(Role.RECEPTION);
    TestStaff.Person officer = staff.add(Role.POLICE_OFFICER);
    invite(reception, person, officer, Role.POLICE_OFFICER);
    Map<String, String> answer = form(reception, person);
    answer.put("words", "Hör av dig igen.");
    reception.post(person.href() + "/answer", answer);
    people.reads(person, 3);
    assertThat(people.count("select count(*) from contact.invitation where delivered_at is null"))
        .isEqualTo(1);
  }

  // side by side

  @Test
  void ones_own_conversations_stand_above_each_and_a_colleague_who_looks_is_seen() {
    People.Person one = people.writes(Queue.SUPPORT, "Ett");
    People.Person two = people.writes(Queue.SUPPORT, "Två");
    TestStaff.Person who = staff.add(Role.RECEPTION);
    Browser reception = staff.logIn(who, port);
    post(reception, one, "take");
    post(reception, two, "take");
    assertThat(reception.get(one.href()).body()).contains("Dina samtal", two.href());
    assertThat(in(Role.CASEWORKER).get(one.href()).body())
        .contains("Prov " + who.login() + " har också samtalet öppet")
        .doesNotContain("Dina samtal");
  }

  @Test
  void whoever_may_no_longer_read_sees_nobody_there_either_and_is_not_seen_to_write() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    TestStaff.Person who = staff.add(Role.CASEWORKER);
    Browser worker = staff.logIn(who, port);
    Map<String, String> form = form(worker, person);
    assertThat(worker.get(person.href() + "/signs").body()).contains("Personens sida är öppen.");
    assertThat(worker.post(person.href() + "/typing", form).status()).isEqualTo(204);
    List<String> before = people.log(person.thread());
    worker.get(person.href() + "/signs");
    worker.post(person.href() + "/typing", form);
    assertThat(people.log(person.thread()))
        .as("nothing is read, nothing is logged")
        .isEqualTo(before);
    people.byHand(
        "insert into contact.conflict (thread, staff, at) values (?, ?, now())",
        person.thread(),
        who.staff());
    assertThat(worker.get(person.href() + "/signs").status()).isEqualTo(404);
    assertThat(worker.post(person.href() + "/typing", form).status()).isEqualTo(404);
    clock.advance(Duration.ofSeconds(11));
    assertThat(in(Role.RECEPTION).get(person.href()).body())
        .doesNotContain("har också samtalet öppet");
  }

  // the name towards the person

  @Test
  void an_answer_is_signed_with_the_name_one_has_taken_once_and_again_after_a_colleague() {
    People.Person person = people.writes(Queue.SUPPORT, "Hej");
    Browser reception = in(Role.RECEPTION);
    Map<String, String> form = new HashMap<>();
    form.put("_form", reception.get("/staff/alias").token());
    form.put("name", "Nina");
    assertThat(reception.post("/staff/alias", form).body()).contains("Välj ett av namnen");
    form.put("name", "Alva");
    assertThat(reception.post("/staff/alias", form).location()).isEqualTo("/staff/alias");
    answer(reception, person, "Ett");
    answer(reception, person, "Två");
    assertThat(reception.get(person.href()).body().split("– Alva", -1)).hasSize(2);
    answer(in(Role.RECEPTION), person, "Tre");
    answer(reception, person, "Fyra");
    assertThat(reception.get(person.href()).body().split("– Alva", -1)).hasSize(3);
    form.put("name", "none");
    reception.post("/staff/alias", form);
    assertThat(people.count("select count(*) from contact.alias where signature = 'Alva'"))
        .isZero();
  }

  private void answer(Browser browser, People.Person person, String words) {
    Map<String, String> form = form(browser, person);
    form.put("words", words);
    assertThat(browser.post(person.href() + "/answer", form).status()).isEqualTo(303);
  }

  private Browser.Answer invite(
      Browser browser, People.Person person, TestStaff.Person who, Role role) {
    return post(browser, person, "invite", "who", role.code() + "." + who.staff());
  }

  private static Browser.Answer post(
      Browser browser, People.Person person, String act, String... fields) {
    Map<String, String> form = form(browser, person);
    for (int i = 0; i < fields.length; i += 2) {
      form.put(fields[i], fields[i + 1]);
    }
    return browser.post(person.href() + "/" + act, form);
  }

  private static Map<String, String> form(Browser browser, People.Person person) {
    Browser.Answer page = browser.get(person.href());
    Map<String, String> form = new HashMap<>();
    form.put("_form", page.token());
    form.put("client", UUID.randomUUID().toString());
    form.put("id", UUID.randomUUID().toString());
    return form;
  }

  private long owner(People.Person person, TestStaff.Person who) {
    return people.count(
        "select count(*) from contact.handling where thread = ? and owner = ?",
        person.thread(),
        who.staff());
  }

  private Browser in(Role role) {
    return staff.logIn(staff.add(role), port);
  }
}
