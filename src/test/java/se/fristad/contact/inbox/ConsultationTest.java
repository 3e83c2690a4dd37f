package se.fristad.contact.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.contact.ConsultationNoted;
import se.fristad.contact.People;
import se.fristad.contact.Queue;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.house.TestEvents;

/// What those who ask in their work were helped with.
@FristadTest
@DisplayName("Consultation")
class ConsultationTest {
  private static final String LIST = "/staff/consultations";

  @Autowired private TestStaff staff;
  @Autowired private TestClock clock;
  @Autowired private TestEvents events;
  @Autowired private People people;
  @LocalServerPort private int port;
  private People.Person teacher;
  private Browser worker;

  @BeforeEach
  void a_teacher_writes() {
    clock.set(Instant.parse("2026-11-19T10:30:00Z"));
    people.byHand("delete from contact_professional.consultation");
    people.byHand("delete from contact_professional.thread");
    people.byHand("delete from contact.thread");
    teacher = people.writes(Queue.PROFESSIONAL, "Jag är lärare och undrar över en elev.");
    worker = staff.logIn(staff.add(Role.CASEWORKER), port);
  }

  @AfterEach
  void back_to_now() {
    clock.reset();
  }

  @Test
  void who_does_not_answer_professionals_finds_nothing_of_it() {
    People.Person woman = people.writes(Queue.SUPPORT, "Hej");
    for (Role role : new Role[] {Role.RECEPTION, Role.CHANGE_WORKER, Role.NURSE}) {
      Browser other = staff.logIn(staff.add(role), port);
      assertThat(other.get(href()).status()).as(role.code()).isEqualTo(404);
      assertThat(other.get(LIST).status()).as(role.code()).isEqualTo(404);
      Map<String, String> form = form();
      form.put("_form", other.get("/staff/roles").token());
      assertThat(other.post(href(), form).status()).as(role.code()).isEqualTo(404);
    }
    assertThat(worker.get(woman.href() + "/consultation").status()).isEqualTo(404);
    assertThat(worker.get(woman.href()).body()).doesNotContain("Skriv ner konsultationen");
    assertThat(people.count("select count(*) from contact_professional.consultation")).isZero();
  }

  @Test
  @DisplayName(
      "E-T17 a consultation stores organisation type, municipality and topic; a name in the case text is warned")
  void
      a_consultation_stores_organisation_municipality_and_topic_and_a_name_in_the_case_is_warned() {
    assertThat(worker.get(teacher.href()).body()).contains("Skriv ner konsultationen");
    Map<String, String> form = form();
    form.put("case", "Eleven heter Fatima och går i åttan.");
    Browser.Answer warned = worker.post(href(), form);
    assertThat(warned.status()).isEqualTo(422);
    assertThat(warned.body())
        .contains("Det liknar ett namn", "Eleven heter Fatima", "name=\"sure\"")
        .contains("<option value=\"0331\" selected");
    assertThat(people.count("select count(*) from contact_professional.consultation")).isZero();

    form.put("case", "En elev i åttan kommer inte till skolan. Råd: prata enskilt, anmäl i dag.");
    assertThat(worker.post(href(), form).location()).isEqualTo(teacher.href());
    UUID id = people.id("select id from contact_professional.consultation");
    assertThat(
            people.count(
                "select count(*) from contact_professional.consultation where thread = ? and organisation = 'school' and municipality = '0331' and topic = 'child' and noted_on = '2026-11-19' and version = 1",
                teacher.thread()))
        .isOne();
    assertThat(
            people.count(
                "select count(*) from contact_professional.consultation_words where position(convert_to('elev', 'UTF8') in sealed) = 0"))
        .isOne();
    assertThat(people.log(teacher.thread())).contains("note_consultation:done");
    assertThat(events.of(ConsultationNoted.class))
        .anyMatch(noted -> noted.consultation().equals(id) && noted.version() == 1);
    assertThat(worker.get(teacher.href()).body())
        .contains("Skola, elevhälsa", "Heby", "Ett barn", "En elev i åttan");
    Browser head = staff.logIn(staff.add(Role.HEAD), port);
    assertThat(head.get(teacher.href()).body()).contains("En elev i åttan").doesNotContain(href());
    assertThat(head.get(LIST).body()).contains("Heby", "Skola, elevhälsa", "19 november 2026");
  }

  @Test
  @DisplayName("E-T12 for whoever knows her the consultation stands in no list")
  void for_whoever_knows_her_the_consultation_stands_in_no_list() {
    Map<String, String> form = form();
    form.put("case", "");
    assertThat(worker.post(href(), form).location()).isEqualTo(teacher.href());
    assertThat(worker.get(LIST).body()).contains("Heby", "19 november 2026");
    assertThat(
            worker
                .post(teacher.href() + "/conflict", Map.of("_form", worker.get(LIST).token()))
                .location())
        .isEqualTo("/staff/inbox");
    assertThat(worker.get(LIST).body()).doesNotContain("19 november 2026");
    Browser head = staff.logIn(staff.add(Role.HEAD), port);
    assertThat(head.get(LIST).body()).contains("19 november 2026");
  }

  @Test
  void the_name_of_a_workplace_is_kept_after_a_tick_and_a_personal_number_never() {
    Map<String, String> form = form();
    form.put("case", "Förskolan heter Linnéa.");
    assertThat(worker.post(href(), form).status()).isEqualTo(422);
    form.put("sure", "1");
    assertThat(worker.post(href(), form).location()).isEqualTo(teacher.href());
    form.put("version", "1");
    form.put("case", "Eleven är 19121212-1212.");
    Browser.Answer stopped = worker.post(href(), form);
    assertThat(stopped.status()).isEqualTo(422);
    assertThat(stopped.body())
        .contains("något som liknar ett personnummer", "id=\"f-case-error\"", "19121212-1212");
    assertThat(
            people.count(
                "select count(*) from contact_professional.consultation where version = 1"))
        .isOne();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          organisation | church | Välj vilken sorts arbetsplats
          organisation |        | Välj vilken sorts arbetsplats
          municipality | 0180   | Välj kommun, eller att den ligger utanför länet
          municipality |        | Välj kommun, eller att den ligger utanför länet
          topic        | weather| Välj vad frågan gällde mest
          """)
  void what_is_wrong_comes_back_with_a_sentence_beside_the_field_and_everything_typed(
      String field, String value, String said) {
    Map<String, String> form = form();
    form.put("case", "Skrivet och kvar.");
    form.put(field, value == null ? "" : value);
    Browser.Answer answer = worker.post(href(), form);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains(said, "id=\"f-" + field + "-error\"", "Skrivet och kvar.");
    assertThat(people.count("select count(*) from contact_professional.consultation")).isZero();
  }

  @Test
  void the_longest_case_is_kept_and_one_character_more_is_not() {
    Map<String, String> form = form();
    form.put("case", "å".repeat(4_001));
    assertThat(worker.post(href(), form).body()).contains("högst 4\u00a0000 tecken");
    form.put("case", "å".repeat(4_000));
    assertThat(worker.post(href(), form).location()).isEqualTo(teacher.href());
  }

  @Test
  void who_keeps_what_a_colleague_has_changed_meanwhile_is_told_and_loses_nothing() {
    worker.post(href(), form());
    Map<String, String> mine = form();
    mine.put("case", "Skrivet och kvar.");
    Browser.Answer answer = worker.post(href(), mine);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body()).contains("En kollega har ändrat det här", "Skrivet och kvar.");
    assertThat(people.log(teacher.thread())).contains("note_consultation:refused");
  }

  @Test
  void the_words_die_with_the_conversation_and_the_codes_stay() {
    Map<String, String> form = form();
    form.put("case", "En elev i åttan.");
    worker.post(href(), form);
    people.byHand("delete from contact_professional.thread where id = ?", teacher.thread());
    assertThat(people.count("select count(*) from contact_professional.consultation_words"))
        .isZero();
    assertThat(
            people.count(
                "select count(*) from contact_professional.consultation where thread is null"))
        .isOne();
    assertThat(worker.get(LIST).body()).contains("Skola, elevhälsa").doesNotContain("En elev");
  }

  @Test
  void the_list_says_what_to_do_when_it_is_empty_and_pages_when_it_is_long() {
    assertThat(worker.get(LIST).body())
        .contains("Ingen konsultation är nedskriven än", "Älvkarleby", "Kommun utanför länet");
    people.byHand(
        """
        insert into contact_professional.consultation (id, noted_on, organisation, municipality, topic)
          select gen_random_uuid(), date '2026-11-01', 'association', '9999', 'uses_violence' from generate_series(1, 200)
        """);
    assertThat(worker.get(LIST + "?page=8").body())
        .contains("Förening, trossamfund, kvinnojour", "200");
  }

  private String href() {
    return teacher.href() + "/consultation";
  }

  private Map<String, String> form() {
    Map<String, String> form = new HashMap<>();
    form.put("_form", worker.get(href()).token());
    form.put("version", "0");
    form.put("organisation", "school");
    form.put("municipality", "0331");
    form.put("topic", "child");
    form.put("case", "");
    return form;
  }
}
