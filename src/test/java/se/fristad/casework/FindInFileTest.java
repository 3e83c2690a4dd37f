package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.text;

import java.time.LocalDate;
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

/// Words sought in one file, over what is opened for its reader.
@FristadTest
@DisplayName("Finding in a file")
class FindInFileTest {
  private static final LocalDate MONDAY = LocalDate.of(2027, 3, 8);

  @Autowired private Road road;
  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private People people;

  @SuppressWarnings("NullAway.Init")
  private Desk.Worker karin;

  @SuppressWarnings("NullAway.Init")
  private UUID file;

  @BeforeEach
  void monday() {
    walk.goTo(MONDAY);
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
    karin = desk.delegate();
    file = done(road.open(karin.viewer(), walk.opening())).file();
  }

  private Browser.Answer find(Desk.Worker worker, UUID in, String words) {
    String token = worker.open("/staff/roles").token();
    return worker.browser().post(Desk.file(in) + "/find", Map.of("_form", token, "words", words));
  }

  @Test
  void words_are_found_in_one_file_and_never_in_another_not_of_the_same_person_either() {
    done(road.note(karin.viewer(), file, text("Nyckeln låg i brevlådan.")));
    UUID other = done(road.open(karin.viewer(), walk.opening())).file();
    done(road.note(karin.viewer(), other, text("Hästen heter Brunte.")));
    assertThat(find(karin, file, "nyckel").body())
        .contains("Ett ställe", "<mark>Nyckel</mark>", "i brevlådan.");
    assertThat(find(karin, file, "brunte").body())
        .contains("Orden finns inte i ärendet")
        .doesNotContain("Hästen");
    Desk.Worker stranger = desk.in(Role.CASEWORKER);
    assertThat(find(stranger, file, "nyckel").status()).isEqualTo(404);
    assertThat(find(stranger, file, "nyckel").body())
        .isEqualTo(find(stranger, UUID.randomUUID(), "nyckel").body());
    assertThat(find(stranger, file, "").status()).isEqualTo(404);
  }

  @Test
  void it_stands_in_the_log_as_a_reading_with_its_purpose_and_without_the_words() {
    find(karin, file, "Samtycke");
    assertThat(people.log(file)).contains("find_in_file:read");
    assertThat(
            people.text(
                "select purpose from audit.line where act = 'find_in_file' and subject = ?", file))
        .isEqualTo("investigating");
    assertThat(people.count("select count(*) from audit.line e where e::text ilike '%samtycke%'"))
        .isZero();
  }

  @Test
  void everything_written_is_sought_notes_corrections_investigation_decision_and_support() {
    Walk.At at = walk.served(se.fristad.casework.facts.SupportType.SUPPORT_TALKS);
    Desk.Worker head = desk.in(Role.HEAD);
    UUID note = done(road.note(at.worker(), at.file(), text("Hon kom.")));
    done(road.correctNote(at.worker(), at.file(), note, text("Hon ringde.")));
    for (String[] each :
        new String[][] {
          {"telefonen", "Utredning"},
          {"sova", "Utredning"},
          {"lämnat", "Den som utövat våldet"},
          {"natt", "Utredning"},
          {"tillgodoses", "Beslut"},
          {"ringde", "Rättelse"},
          {"muntligt", "Samtycke"}
        }) {
      assertThat(find(head, at.file(), each[0]).body())
          .as(each[0])
          .contains("<mark>", "<h2>" + each[1] + "</h2>");
    }
    assertThat(find(head, at.file(), "telefonen finnsinte").body())
        .contains("Orden finns inte i ärendet");
  }

  @Test
  void what_is_empty_too_short_or_too_long_is_said_beside_the_field_and_seeks_nothing() {
    for (String[] each :
        new String[][] {
          {"", "Skriv ett ord att söka efter."},
          {"  ", "Skriv ett ord att söka efter."},
          {"å", "Skriv minst 2 bokstäver."},
          {"a".repeat(Finding.MOST_CHARACTERS + 1), "Skriv högst 100 tecken."}
        }) {
      Browser.Answer answer = find(karin, file, each[0]);
      assertThat(answer.status()).as(each[0]).isEqualTo(422);
      assertThat(answer.body()).contains(each[1], "id=\"f-words-error\"");
    }
    assertThat(people.log(file)).doesNotContain("find_in_file:read");
    assertThat(find(karin, file, "a".repeat(Finding.MOST_CHARACTERS)).status()).isEqualTo(200);
    assertThat(find(karin, file, "<b>x</b>").body()).doesNotContain("<b>x</b>");
  }

  @Test
  void of_many_places_the_latest_are_shown_and_it_says_how_many_there_are() {
    for (int each = 0; each <= Finding.MOST_SHOWN; each++) {
      done(road.note(karin.viewer(), file, text("Samtal nummer " + each + ".")));
    }
    assertThat(find(karin, file, "samtal nummer").body())
        .contains("51 ställen. De 50 senaste visas; skriv ett ord till för att få färre.");
  }

  @Test
  void the_page_is_asked_for_without_words_in_its_address() {
    Browser.Answer page = karin.open(Desk.file(file) + "/find");
    assertThat(page.body())
        .contains("Sökningen gäller bara det här ärendet", "method=\"post\"")
        .doesNotContain("Orden finns inte");
    assertThat(karin.open(Desk.file(file)).body()).contains(Desk.file(file) + "/find");
  }
}
