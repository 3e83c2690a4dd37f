package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.in;
import static se.fristad.casework.Walk.refused;
import static se.fristad.casework.Walk.text;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.Viewer;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.vault.Confidential;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// Working notes and the journal: whose they are, what is locked, and what is said beside it.
@FristadTest
@DisplayName("The journal")
class JournalTest {
  private static final LocalDate MONDAY = LocalDate.of(2027, 3, 8);

  @Autowired private Road road;
  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private People people;
  @Autowired private JdbcClient sql;

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

  private static Road.Noting noting(String text, Road.Mark... marks) {
    return new Road.Noting(text(text), Set.of(marks), text(""));
  }

  private long notes() {
    return people.count("select count(*) from casework.note where file = ?", file);
  }

  private long working() {
    return people.count("select count(*) from casework.working_note where file = ?", file);
  }

  private String journal() {
    Browser.Answer page = karin.open(Desk.file(file) + "/journal");
    assertThat(page.status()).isEqualTo(200);
    return page.body();
  }

  // forbidden first

  @Test
  void nobody_but_its_writer_ever_sees_a_working_note_not_the_head_either() {
    UUID note = done(road.keepWorkingNote(karin.viewer(), file, text("Fråga om nycklarna.")));
    assertThat(journal()).contains("Dina arbetsanteckningar", "Fråga om nycklarna.");
    Desk.Worker head = desk.in(Role.HEAD);
    for (String path : new String[] {"", "/journal", "/print"}) {
      assertThat(head.open(Desk.file(file) + path).body()).doesNotContain("nycklarna");
    }
    assertThat(karin.open(Desk.file(file) + "/print").body()).doesNotContain("nycklarna");
    assertThat(head.open(Desk.step(file, "working_note", note)).status()).isEqualTo(404);
    // the file is handed over: what was hers alone does not go with it
    Desk.Worker maria = desk.in(Role.CASEWORKER);
    done(road.handOver(head.viewer(), file, Walk.handing(maria.id())));
    assertThat(maria.open(Desk.file(file) + "/journal").body()).doesNotContain("nycklarna");
    assertThat(maria.open(Desk.step(file, "working_note", note)).body())
        .doesNotContain("nycklarna");
    assertThat(refused(road.changeWorkingNote(maria.viewer(), file, note, text("Nytt"))))
        .containsExactly("written_in_words.gone");
    assertThat(refused(road.lockWorkingNote(maria.viewer(), file, note, noting("Nytt"))))
        .containsExactly("written_in_words.gone");
    assertThat(refused(road.throwWorkingNote(maria.viewer(), file, note)))
        .containsExactly("written_in_words.gone");
    assertThat(road.throwWorkingNote(karin.viewer(), file, note)).isInstanceOf(Step.NotThere.class);
    assertThat(working()).isOne();
  }

  @Test
  void a_stranger_finds_neither_journal_nor_print_and_writes_nothing_beside_a_note() {
    UUID note = done(road.note(karin.viewer(), file, text("Hon ringde.")));
    Desk.Worker stranger = desk.in(Role.CASEWORKER);
    for (String path : new String[] {"/journal", "/print", "/find"}) {
      assertThat(stranger.open(Desk.file(file) + path).status()).as(path).isEqualTo(404);
    }
    for (Role role : Role.values()) {
      Viewer other = in(role);
      boolean head = role == Role.HEAD;
      assertThat(road.keepWorkingNote(other, file, text("x")) instanceof Step.NotThere)
          .as(role.code())
          .isEqualTo(!head);
      assertThat(road.correctNote(other, file, note, text("x")) instanceof Step.NotThere)
          .as(role.code())
          .isEqualTo(!head);
    }
    assertThat(people.log(file)).contains("correct_note:not_there", "keep_working_note:not_there");
  }

  // refused

  @Test
  void what_is_empty_too_long_or_about_nothing_is_refused_with_its_rule() {
    Viewer she = karin.viewer();
    UUID note = done(road.note(she, file, text("Hon ringde.")));
    assertThat(refused(road.keepWorkingNote(she, file, text(" \n "))))
        .containsExactly("written_in_words.note");
    assertThat(refused(road.correctNote(she, file, note, text(""))))
        .containsExactly("written_in_words.correction");
    assertThat(refused(road.correctNote(she, file, UUID.randomUUID(), text("x"))))
        .containsExactly("corrected_beside.none");
    assertThat(refused(road.note(she, file, noting("Om systern.", Road.Mark.OTHERS))))
        .containsExactly("written_in_words.whom");
    assertThat(refused(road.note(she, file, text("å".repeat(Notes.MOST + 1)))))
        .containsExactly("casework.wrong.long");
    done(road.note(she, file, text("å".repeat(Notes.MOST))));
    UUID correction = done(road.correctNote(she, file, note, text("Hon skrev.")));
    // a correction is corrected by one more beside the note
    assertThat(refused(road.correctNote(she, file, correction, text("x"))))
        .containsExactly("corrected_beside.none");
    assertThat(
            refused(
                road.dispute(
                    she, file, new Road.Disputing(note, Road.Speaking.SELF, text(""), text("")))))
        .containsExactly("disputed_fact_is_noted.fact", "disputed_fact_is_noted.words");
    UUID own = done(road.keepWorkingNote(she, file, text("Min.")));
    for (UUID nothing : new UUID[] {UUID.randomUUID(), own}) {
      assertThat(
              refused(
                  road.dispute(
                      she,
                      file,
                      new Road.Disputing(nothing, Road.Speaking.SELF, text("a"), text("b")))))
          .containsExactly("disputed_fact_is_noted.none");
    }
    assertThat(people.log(file)).contains("dispute_fact:refused", "correct_note:refused");
  }

  @Test
  void a_locked_note_can_be_changed_and_taken_out_by_no_program_that_works_with_files() {
    UUID note = done(road.note(karin.viewer(), file, text("Hon ringde.")));
    for (String statement :
        new String[] {
          "update casework.note set made_at = now() where id = '" + note + "'",
          "delete from casework.note where id = '" + note + "'"
        }) {
      assertThatThrownBy(() -> Sides.run(Side.SUPPORT, () -> sql.sql(statement).update()))
          .as(statement)
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageContaining("permission denied");
    }
    assertThat(notes()).isOne();
    // with its file it dies
    people.byHand("delete from casework.file where id = ?", file);
    assertThat(notes()).isZero();
  }

  @Test
  void a_file_is_not_closed_over_ones_own_working_notes() {
    Viewer she = karin.viewer();
    UUID note = done(road.keepWorkingNote(she, file, text("Min.")));
    assertThat(refused(road.close(she, file, Walk.closing())))
        .contains("nothing_left_to_do.working_note");
    done(road.throwWorkingNote(she, file, note));
    assertThat(refused(road.close(she, file, Walk.closing())))
        .doesNotContain("nothing_left_to_do.working_note");
  }

  // done

  @Test
  void a_working_note_moves_no_date_of_the_file_and_is_locked_when_it_is_written_in() {
    Viewer she = karin.viewer();
    String noted = "select noted_at::text from casework.file where id = '" + file + "'";
    String before = people.text(noted);
    String form = Desk.step(file, "working_note");
    assertThat(karin.send(form, "note", "Fråga om nycklarna.").status()).isEqualTo(303);
    UUID own = people.id("select id from casework.working_note where file = ?", file);
    walk.goTo(MONDAY.plusDays(2));
    Browser.Answer on = karin.open(Desk.step(file, "working_note", own));
    assertThat(on.body()).contains("Fråga om nycklarna.", "inte heller chefen");
    assertThat(
            karin
                .send(
                    Desk.step(file, "working_note", own),
                    "note",
                    "Fråga om nycklarna och hunden.",
                    "then",
                    "keep")
                .status())
        .isEqualTo(303);
    assertThat(people.text(noted)).isEqualTo(before);
    assertThat(notes()).isZero();
    assertThat(
            karin
                .send(
                    Desk.step(file, "working_note", own),
                    "note",
                    "Hon har bytt lås. Hunden är hos systern.",
                    "then",
                    "lock",
                    "marks",
                    "others",
                    "whom",
                    "systern Mira")
                .status())
        .isEqualTo(303);
    assertThat(working()).isZero();
    assertThat(notes()).isOne();
    assertThat(people.text(noted)).isNotEqualTo(before);
    assertThat(people.log(file))
        .contains("keep_working_note:done", "change_working_note:done", "note:done");
    assertThat(
            people.count(
                "select count(*) from casework.note where position('Mira'::bytea in sealed) > 0"))
        .isZero();
    assertThat(journal())
        .contains("Hon har bytt lås.", "Om någon annan: systern Mira")
        .doesNotContain("Dina arbetsanteckningar");
    UUID next = done(road.keepWorkingNote(she, file, text("Bort.")));
    assertThat(
            karin
                .send(Desk.step(file, "working_note", next), "note", "Bort.", "then", "throw")
                .status())
        .isEqualTo(303);
    assertThat(working()).isZero();
    assertThat(notes()).isOne();
    assertThat(people.log(file)).contains("throw_working_note:done");
  }

  @Test
  void a_correction_stands_beside_its_note_which_stays_as_it_was() {
    UUID note = done(road.note(karin.viewer(), file, text("Hon kom på tisdagen.")));
    String sealed = "select encode(sealed, 'hex') from casework.note where id = '" + note + "'";
    String before = people.text(sealed);
    walk.goTo(MONDAY.plusDays(1));
    assertThat(karin.open(Desk.step(file, "correct_note", note)).body())
        .contains("Så står det", "Hon kom på tisdagen.");
    assertThat(
            karin.send(Desk.step(file, "correct_note", note), "note", "Det var onsdagen.").status())
        .isEqualTo(303);
    assertThat(people.text(sealed)).isEqualTo(before);
    assertThat(people.log(file)).contains("correct_note:done");
    for (String path : new String[] {"/journal", "/print"}) {
      assertThat(karin.open(Desk.file(file) + path).body())
          .as(path)
          .containsSubsequence("Hon kom på tisdagen.", "Rättelse", "Det var onsdagen.");
    }
    assertThat(karin.open(Desk.file(file)).body())
        .contains("En anteckning rättades bredvid", "Hon kom på tisdagen.");
  }

  @Test
  @DisplayName(
      "B-T30 a party disputes a fact: a note is attached, the original text unchanged, both in the print")
  void what_the_person_disputes_stands_beside_what_was_written_and_both_are_printed() {
    UUID note = done(road.note(karin.viewer(), file, text("Hon dricker varje kväll.")));
    String sealed = "select encode(sealed, 'hex') from casework.note where id = '" + note + "'";
    String before = people.text(sealed);
    Browser.Answer sent =
        karin.send(
            Desk.step(file, "dispute", note),
            "about",
            note.toString(),
            "by",
            "self",
            "fact",
            "Att hon dricker",
            "words",
            "Jag dricker inte alls.");
    assertThat(sent.status()).isEqualTo(303);
    assertThat(people.text(sealed)).isEqualTo(before);
    assertThat(
            people.count(
                "select count(*) from casework.note where file = ? and kind = 'dispute' and about = ?",
                file,
                note))
        .isOne();
    assertThat(people.log(file)).contains("dispute_fact:done");
    for (String path : new String[] {"/journal", "/print"}) {
      assertThat(karin.open(Desk.file(file) + path).body())
          .as(path)
          .containsSubsequence(
              "Hon dricker varje kväll.",
              "Personen säger emot",
              "Att hon dricker",
              "Jag dricker inte alls.");
    }
  }

  @Test
  void what_is_disputed_in_a_decision_or_elsewhere_in_the_file_is_told_with_what_it_is_about() {
    Walk.At at = walk.decided(se.fristad.casework.facts.SupportType.SUPPORT_TALKS);
    Viewer she = at.worker();
    done(
        road.dispute(
            she,
            at.file(),
            new Road.Disputing(
                at.decision(), Road.Speaking.SPOKESPERSON, text("Motiveringen"), text("Fel år."))));
    done(
        road.dispute(
            she,
            at.file(),
            new Road.Disputing(at.file(), Road.Speaking.SELF, text("Adressen"), text("Flyttat."))));
    Desk.Worker head = desk.in(Role.HEAD);
    assertThat(head.open(Desk.file(at.file()) + "/journal").body())
        .contains("Ombudet säger emot", "Beslut 8 mars 2027", "Någon annanstans i akten");
    assertThat(head.open(Desk.file(at.file()) + "/print").body())
        .containsSubsequence("Beslut", "Motiveringen", "Fel år.");
    assertThat(head.open(Desk.file(at.file()) + "/print").body()).contains("Flyttat.");
  }

  @Test
  void the_journal_says_which_notes_are_new_to_the_person_and_why_she_has_not_been_told() {
    Viewer she = karin.viewer();
    assertThat(journal()).contains("och det finns inga än");
    done(road.note(she, file, text("Ett.")));
    done(road.note(she, file, text("Två.")));
    assertThat(journal()).contains("Personen har inte fått veta av de 2 anteckningar som finns.");
    String form = Desk.step(file, "inform");
    assertThat(
            karin
                .send(form, "how", "not_yet", "informed_on", MONDAY.toString(), "words", "")
                .body())
        .contains("Skriv varför personen inte har fått veta än.", "14 kap. 6 § SoL (2025:400)");
    assertThat(karin.send(form, "how", "told", "informed_on", MONDAY.plusDays(1).toString()).body())
        .contains("Dagen har inte varit än.");
    assertThat(people.count("select count(*) from casework.informed where file = ?", file))
        .isZero();
    done(
        road.informOfNotes(
            she,
            file,
            new Road.Informing(
                MONDAY, Road.Told.NOT_YET, Confidential.of("Mannen läser hennes post."))));
    assertThat(journal())
        .contains("Mannen läser hennes post.", "2 anteckningar är nya för personen.");
    walk.goTo(MONDAY.plusDays(1));
    assertThat(
            karin.send(form, "how", "read", "informed_on", MONDAY.plusDays(1).toString()).status())
        .isEqualTo(303);
    assertThat(journal()).contains("Personen läste anteckningarna", "Ingen anteckning är ny");
    walk.goTo(MONDAY.plusDays(2));
    done(road.note(she, file, text("Tre.")));
    assertThat(journal()).contains("En anteckning är ny för personen.");
    assertThat(people.log(file)).contains("inform_of_notes:done", "inform_of_notes:refused");
  }

  @Test
  void what_the_police_said_and_where_somebody_protected_is_stay_off_paper_and_it_says_so() {
    Viewer she = karin.viewer();
    done(road.note(she, file, noting("Polisen sade att han har vapen.", Road.Mark.POLICE)));
    UUID place = done(road.note(she, file, noting("Hon bor hos Siri.", Road.Mark.PLACE)));
    done(road.correctNote(she, file, place, text("Hos Siri sedan i går.")));
    done(road.note(she, file, text("Hon vill ha samtal.")));
    assertThat(karin.open(Desk.file(file) + "/print").body())
        .contains("Hon vill ha samtal.", "En del är utelämnad: Polisen")
        .doesNotContain("vapen", "Siri");
    assertThat(journal()).contains("vapen", "Hon bor hos Siri.");
    assertThat(people.log(file)).contains("print_file:read");
  }

  @Test
  void a_long_journal_has_pages_and_an_empty_one_says_what_to_do() {
    assertThat(journal()).contains("Inga anteckningar än");
    for (int each = 1; each <= Journal.ON_A_PAGE + 1; each++) {
      walk.goTo(MONDAY.plusDays(each));
      done(road.note(karin.viewer(), file, text("Anteckning nummer " + each + ".")));
    }
    assertThat(journal())
        .contains("Anteckning nummer 26.", "Visar 1–25 av 26", "/journal?page=2")
        .doesNotContain("Anteckning nummer 1.");
    assertThat(karin.open(Desk.file(file) + "/journal?page=2").body())
        .contains("Anteckning nummer 1.");
    assertThat(karin.open(Desk.file(file) + "/journal?page=x").status()).isEqualTo(200);
  }

  @Test
  void who_gives_support_sees_her_own_notes_and_what_others_have_said_beside_them() {
    Walk.At at = walk.served(se.fristad.casework.facts.SupportType.SUPPORT_TALKS);
    Desk.Worker eva = desk.in(Role.TREATMENT_WORKER);
    done(
        road.grantSupport(
            at.worker(),
            at.file(),
            walk.under(at, se.fristad.casework.facts.SupportType.SUPPORT_TALKS, eva.id())));
    done(road.note(at.worker(), at.file(), text("Utredarens ord.")));
    UUID hers = done(road.note(eva.viewer(), at.file(), text("Första samtalet.")));
    done(road.correctNote(at.worker(), at.file(), hers, text("Det var det andra.")));
    assertThat(eva.open(Desk.file(at.file()) + "/journal").body())
        .contains("Första samtalet.", "Det var det andra.")
        .doesNotContain("Utredarens ord.");
    Browser.Answer page = eva.open(Desk.file(at.file()) + "/find");
    assertThat(
            eva.browser()
                .post(Desk.file(at.file()) + "/find", eva.form(page(eva, at), "words", "ord"))
                .body())
        .doesNotContain("Utredarens");
    assertThat(page.status()).isEqualTo(200);
  }

  private static Browser.Answer page(Desk.Worker worker, Walk.At at) {
    return worker.open(Desk.step(at.file(), "note"));
  }
}
