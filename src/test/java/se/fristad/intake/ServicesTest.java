package se.fristad.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.contact.People;
import se.fristad.contact.Queue;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestEvents;

/// Support without individual assessment: what the board has decided, and what is given by it. 11
/// kap. 5 and 6 §§, 14 kap. 5 § SoL.
@FristadTest
@DisplayName("Support without assessment")
class ServicesTest {
  private static final String TYPES = "/staff/service-types";
  private static final String NEW = "/staff/services/new?type=";

  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private TestEvents events;
  @Autowired private People people;
  @LocalServerPort private int port;

  @BeforeEach
  void nothingIsGiven() {
    clock.set(Instant.parse("2026-11-26T09:00:00Z"));
    people.byHand("delete from intake.service");
    people.byHand("delete from intake.service_type");
    events.forget();
  }

  @AfterEach
  void today() {
    clock.reset();
  }

  @Test
  void only_the_head_writes_down_what_the_board_has_decided_and_it_is_told_three_ways() {
    String type = type();
    for (Role role : Role.values()) {
      assertThat(in(role).get(TYPES).status())
          .as(role.code())
          .isEqualTo(role == Role.HEAD ? 200 : 404);
      if (role != Role.HEAD) {
        assertThat(in(role).get(TYPES + "/" + type).status()).as(role.code()).isEqualTo(404);
      }
    }
    decide(type, "11:5", "2026-11-26", "", "");
    assertThat(
            people.count(
                "select count(*) from intake.board_decision where service_type = ? and paragraph = '11:5' and diary = 'SON 2026/17'",
                UUID.fromString(type)))
        .isEqualTo(1);
    assertThat(people.log(UUID.fromString(type))).contains("begin:done", "board_decision:done");
    assertThat(events.of(BoardDecided.class)).hasSize(1);
    assertThat(in(Role.HEAD).get(TYPES).body()).contains("Stödsamtal", "Inget gällande beslut");
  }

  @Test
  void a_decision_that_lacks_something_is_refused_beside_the_field_and_keeps_what_was_typed() {
    String type = type();
    Browser head = in(Role.HEAD);
    Map<String, String> form = decision(head, type, "14:5", "2026-11-26", "2026-11-25", "");
    form.put("decided", "2026-11-27");
    form.put("diary", "");
    Browser.Answer refused = head.post(TYPES + "/" + type + "/decisions", form);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains(
            "den kan inte ligga framåt i tiden",
            "den kan inte ligga före beslutet",
            "den kan inte ligga före den första",
            "Skriv diarienumret",
            "Skriv de särskilda skälen",
            "value=\"2026-11-27\"");
    assertThat(people.count("select count(*) from intake.board_decision")).isZero();
  }

  @Test
  void BOARD_HAS_DECIDED() {
    String type = type();
    Browser worker = in(Role.TREATMENT_WORKER);
    assertThat(worker.get("/staff/services").body())
        .contains("Inget stöd kan påbörjas utan behovsprövning i dag");
    Map<String, String> form = form(worker, type);
    form.put("form", "named");
    form.put("who", "Mia Ek");
    Browser.Answer refused = worker.post("/staff/services", form);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("11 kap. 5 § SoL", "Mia Ek");
    assertThat(people.count("select count(*) from intake.service")).isZero();
    assertThat(people.log(UUID.fromString(form.get("id")))).contains("begin:refused");
    decide(type, "11:5", "2026-11-26", "", "");
    assertThat(worker.get("/staff/services").body()).contains("Påbörja: Stödsamtal");
    assertThat(worker.post("/staff/services", form).status()).isEqualTo(303);
    assertThat(people.log(UUID.fromString(form.get("id")))).contains("begin:done");
    assertThat(events.of(ServiceBegun.class)).singleElement().matches(ServiceBegun::named);
  }

  @Test
  @DisplayName("B-T14 without a valid 14:5 decision the form offers only “named”")
  void ANONYMOUS_BY_DECISION() {
    String type = type();
    decide(type, "11:5", "2026-11-26", "", "");
    Browser worker = in(Role.TREATMENT_WORKER);
    assertThat(worker.get(NEW + type).body())
        .contains("value=\"named\"", "Serien kan bara ges med namn")
        .doesNotContain("value=\"anonymous\"");
    Map<String, String> form = form(worker, type);
    form.put("form", "anonymous");
    Browser.Answer refused = worker.post("/staff/services", form);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Utan namn kan det bara bli råd", "14 kap. 5 § SoL");
    assertThat(people.count("select count(*) from intake.service")).isZero();
    assertThat(events.of(ServiceBegun.class)).isEmpty();

    decide(type, "14:5", "2026-11-27", "2026-12-31", "Ingen söker annars stöd");
    assertThat(worker.get(NEW + type).body()).as("the day before").doesNotContain("anonymous\"");
    assertThat(worker.post("/staff/services", form).status()).isEqualTo(422);
    clock.set(Instant.parse("2026-11-26T22:59:00Z"));
    assertThat(again(worker = in(Role.TREATMENT_WORKER), form).status())
        .as("a minute before midnight here")
        .isEqualTo(422);
    clock.set(Instant.parse("2026-11-26T23:01:00Z"));
    worker = in(Role.TREATMENT_WORKER);
    assertThat(worker.get(NEW + type).body()).as("its first day").contains("anonymous\"");
    assertThat(again(worker, form).status()).isEqualTo(303);
    clock.set(Instant.parse("2026-12-31T22:59:00Z"));
    assertThat(in(Role.TREATMENT_WORKER).get(NEW + type).body())
        .as("its last day")
        .contains("anonymous\"");
    clock.set(Instant.parse("2026-12-31T23:01:00Z"));
    assertThat(in(Role.TREATMENT_WORKER).get(NEW + type).body())
        .as("the day after")
        .doesNotContain("anonymous\"");
  }

  @Test
  void a_series_without_a_name_is_not_gone_on_with_when_the_decision_has_lapsed_but_can_be_ended() {
    String type = type();
    decide(type, "11:5", "2026-11-26", "", "");
    decide(type, "14:5", "2026-11-26", "2026-12-31", "Ingen söker annars stöd");
    Browser worker = in(Role.TREATMENT_WORKER);
    String href = begun(worker, type, "anonymous", "");
    assertThat(save(worker, href, "session", Map.of()).status()).isEqualTo(303);
    assertThat(people.count("select sessions from intake.service")).isEqualTo(1);
    clock.set(Instant.parse("2027-01-01T09:00:00Z"));
    worker = in(Role.TREATMENT_WORKER);
    assertThat(worker.get(href).body()).contains("gäller inte längre");
    assertThat(worker.get("/staff/services").body()).contains("Beslutet har gått ut");
    Browser.Answer refused = save(worker, href, "session", Map.of());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("14 kap. 5 § SoL");
    assertThat(people.count("select sessions from intake.service")).isEqualTo(1);
    assertThat(save(worker, href, "close", Map.of("told", "1")).location())
        .isEqualTo("/staff/services");
  }

  @Test
  @DisplayName("B-T15 “informed of the right to apply (11:6)” is ticked before closing")
  void TOLD_BEFORE_CLOSING() {
    String type = type();
    decide(type, "11:5", "2026-11-26", "", "");
    Browser worker = in(Role.TREATMENT_WORKER);
    String href = begun(worker, type, "named", "Mia Ek");
    Browser.Answer refused = save(worker, href, "close", Map.of("who", "Mia Ek", "form", "named"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("Berätta att det går att ansöka", "11 kap. 6 § SoL", "href=\"#f-told\"");
    assertThat(people.count("select count(*) from intake.service where ended_at is null"))
        .isEqualTo(1);
    assertThat(people.log(id(href))).contains("close:refused");
    assertThat(events.of(ServiceEnded.class)).isEmpty();
    assertThat(
            save(worker, href, "close", Map.of("who", "Mia Ek", "form", "named", "told", "1"))
                .location())
        .isEqualTo("/staff/services");
    assertThat(people.count("select count(*) from intake.service where ended_at is not null"))
        .isEqualTo(1);
    assertThat(people.log(id(href))).contains("close:done");
    assertThat(events.of(ServiceEnded.class)).hasSize(1);
    assertThat(worker.get(href).body()).doesNotContain("<textarea", "Avsluta serien");
  }

  @Test
  void a_series_without_a_name_keeps_no_name_no_number_and_no_address() {
    String type = type();
    decide(type, "11:5", "2026-11-26", "", "");
    decide(type, "14:5", "2026-11-26", "", "Ingen söker annars stöd");
    Browser worker = in(Role.TREATMENT_WORKER);
    Map<String, String> form = form(worker, type);
    form.put("form", "anonymous");
    form.put("who", "Mia");
    form.put("note", "Nås på 070-174 06 05");
    Browser.Answer refused = worker.post("/staff/services", form);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Ta bort namnet", "serien är utan namn");
    assertThat(people.count("select count(*) from intake.service")).isZero();
  }

  @Test
  void a_name_that_was_given_is_not_taken_away_and_two_pages_do_not_write_over_each_other() {
    String type = type();
    decide(type, "11:5", "2026-11-26", "", "");
    decide(type, "14:5", "2026-11-26", "", "Ingen söker annars stöd");
    Browser worker = in(Role.TREATMENT_WORKER);
    String href = begun(worker, type, "named", "Mia Ek");
    assertThat(save(worker, href, "save", Map.of("form", "anonymous", "who", "")).body())
        .contains("Det kan inte tas bort i efterhand");
    Map<String, String> old = open(worker, href);
    save(worker, href, "save", Map.of("form", "named", "who", "Mia Ek", "note", "Ett"));
    old.putAll(Map.of("form", "named", "who", "Mia Ek", "note", "Två", "act", "save"));
    Browser.Answer changed = worker.post(href, old);
    assertThat(changed.status()).isEqualTo(409);
    assertThat(changed.body()).contains("Någon har skrivit i serien", "Två");
    assertThat(in(Role.HEAD).get(href).body()).contains("Ett").doesNotContain("<textarea");
    assertThat(in(Role.CHANGE_WORKER).get(href).status()).isEqualTo(404);
  }

  @Test
  void words_are_sealed_and_a_series_dies_in_its_time() {
    String type = type();
    decide(type, "11:5", "2026-11-26", "", "");
    Browser worker = in(Role.TREATMENT_WORKER);
    begun(worker, type, "named", "Mia Ek");
    assertThat(
            people.count(
                "select count(*) from intake.service where position(convert_to('Mia', 'UTF8') in sealed) = 0"))
        .isEqualTo(1);
    assertThat(people.count("select count(*) from intake.data_key where service is not null"))
        .isEqualTo(1);
    people.byHand("delete from intake.service");
    assertThat(people.count("select count(*) from intake.data_key where service is not null"))
        .isZero();
  }

  private String type() {
    Browser head = in(Role.HEAD);
    Browser.Answer page = head.get(TYPES);
    String id = UUID.randomUUID().toString();
    Browser.Answer added =
        head.post(
            TYPES, Map.of("_form", page.token(), "id", id, "name", "Stödsamtal", "level", "3"));
    assertThat(added.location()).isEqualTo(TYPES + "/" + id);
    return id;
  }

  @Test
  @DisplayName("E-T12 for whoever knows her the series is not there: no list, number or address")
  void for_whoever_knows_her_the_series_is_not_there() {
    String type = type();
    decide(type, "11:5", "2026-11-26", "", "");
    people.byHand("delete from contact.thread");
    clock.reset();
    People.Person person = people.writes(Queue.SUPPORT, "Min kusin arbetar hos er");
    clock.set(Instant.parse("2026-11-26T09:00:00Z"));
    Browser worker = in(Role.TREATMENT_WORKER);
    Map<String, String> form = form(worker, type);
    form.putAll(Map.of("form", "named", "who", "Mia Ek", "thread", person.thread().toString()));
    String href = worker.post("/staff/services", form).location();
    Browser hers = in(Role.TREATMENT_WORKER);
    Map<String, String> before = open(hers, href);
    assertThat(hers.get("/staff/services").body()).contains(href);
    assertThat(
            hers.post(person.href() + "/conflict", Map.of("_form", before.get("_form"))).location())
        .isEqualTo("/staff/inbox");

    assertThat(hers.get("/staff/services").body()).doesNotContain(href);
    assertThat(hers.get(href).status()).isEqualTo(404);
    before.putAll(Map.of("form", "named", "who", "Mia Ek", "note", "Ändrat", "act", "save"));
    assertThat(hers.post(href, before).status()).isEqualTo(404);
    assertThat(people.count("select count(*) from intake.service where version = 1")).isEqualTo(1);
    assertThat(people.log(id(href))).doesNotContain("save:done");
    assertThat(worker.get(href).body()).contains("Mia Ek");
    // nor does she begin another of that conversation
    Map<String, String> again = form(hers, type);
    again.putAll(Map.of("form", "named", "who", "Mia Ek", "thread", person.thread().toString()));
    assertThat(hers.post("/staff/services", again).status()).isEqualTo(404);
    assertThat(people.count("select count(*) from intake.service")).isOne();

    // closed without an intake it waits for one, and not in her inbox
    people.byHand("delete from intake.awaiting");
    people.byHand(
        "insert into intake.awaiting (thread, closed_at) values (?, ?)",
        person.thread(),
        java.sql.Timestamp.from(Instant.parse("2026-11-26T08:00:00Z")));
    String link = "/staff/inbox/support/" + person.thread();
    people.byHand(
        "update contact.thread set state = 'closed', closed_at = now(), waiting_since = null");
    assertThat(in(Role.TREATMENT_WORKER).get("/staff/inbox").body()).contains(link);
    assertThat(hers.get("/staff/inbox").body()).doesNotContain(link);

    // destroyed, and the series goes on
    await().until(() -> people.count("select count(*) from intake.not_for") == 1);
    people.byHand("delete from intake.awaiting");
    people.byHand("delete from contact.thread");
    people.byHand("update intake.service set thread = null");
    assertThat(hers.get("/staff/services").body()).doesNotContain(href);
    assertThat(hers.get(href).status()).isEqualTo(404);
    assertThat(worker.get("/staff/services").body()).contains(href);
  }

  private void decide(String type, String paragraph, String from, String until, String reasons) {
    Browser head = in(Role.HEAD);
    assertThat(
            head.post(
                    TYPES + "/" + type + "/decisions",
                    decision(head, type, paragraph, from, until, reasons))
                .status())
        .isEqualTo(303);
  }

  private static Map<String, String> decision(
      Browser head, String type, String paragraph, String from, String until, String reasons) {
    Map<String, String> form = new HashMap<>();
    form.put("_form", head.get(TYPES + "/" + type).token());
    form.put("decision", UUID.randomUUID().toString());
    form.put("paragraph", paragraph);
    form.put("decided", "2026-11-26");
    form.put("from", from);
    form.put("until", until);
    form.put("diary", "SON 2026/17");
    form.put("reasons", reasons);
    return form;
  }

  private static String begun(Browser worker, String type, String named, String who) {
    Map<String, String> form = form(worker, type);
    form.put("form", named);
    form.put("who", who);
    Browser.Answer begun = worker.post("/staff/services", form);
    assertThat(begun.status()).isEqualTo(303);
    return begun.location();
  }

  private static Browser.Answer again(Browser worker, Map<String, String> form) {
    Map<String, String> same = new HashMap<>(form);
    same.put("_form", worker.get("/staff/services").token());
    return worker.post("/staff/services", same);
  }

  private static Browser.Answer save(
      Browser worker, String href, String act, Map<String, String> fields) {
    Map<String, String> form = open(worker, href);
    form.put("form", "anonymous");
    form.putAll(fields);
    form.put("act", act);
    return worker.post(href, form);
  }

  private static Map<String, String> open(Browser worker, String href) {
    Browser.Answer page = worker.get(href);
    Map<String, String> form = new HashMap<>();
    form.put("_form", page.token());
    form.put("version", page.hidden("version"));
    return form;
  }

  private static Map<String, String> form(Browser worker, String type) {
    Map<String, String> form = new HashMap<>();
    form.put("_form", worker.get(NEW + type).token());
    form.put("id", UUID.randomUUID().toString());
    form.put("type", type);
    form.put("note", "Samtal om trygghet");
    return form;
  }

  private static UUID id(String href) {
    return UUID.fromString(href.substring(href.lastIndexOf('/') + 1));
  }

  private Browser in(Role role) {
    return staff.logIn(staff.add(role), port);
  }
}
