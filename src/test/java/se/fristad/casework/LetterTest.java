package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.Viewer;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.house.TestClock;
import se.fristad.outgoing.LetterOutcome;
import se.fristad.page.TypedForm;
import se.fristad.vault.Confidential;

/// A letter from a file: the rule and the gate before the address, and a paper that tells no more
/// than she has agreed to.
@FristadTest
@Import({Walk.class, Desk.class})
@DisplayName("Letters")
class LetterTest {
  private static final LocalDate MONDAY = LocalDate.of(2027, 3, 8);
  private static final String ADDRESS = "Prästgatan 4";
  private static final String READ = "rule,plain,opens";

  @Autowired private Road road;
  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private People people;
  @Autowired private TestClock clock;

  @SuppressWarnings("NullAway.Init")
  private Desk.Worker karin;

  @BeforeEach
  void monday() {
    walk.goTo(MONDAY);
    people.byHand("delete from casework.file");
    people.byHand("delete from casework.person");
    karin = desk.in(Role.CASEWORKER);
  }

  private UUID opened(Road.Protection protection) {
    Road.Opening some = walk.opening();
    Road.Who who = some.who();
    return done(road.open(
            karin.viewer(),
            new Road.Opening(
                some.file(),
                null,
                "0380",
                new Road.Who(
                    who.name(),
                    who.number(),
                    who.born(),
                    who.telephone(),
                    who.address(),
                    who.safeContact(),
                    protection,
                    who.language()),
                some.register())))
        .file();
  }

  private UUID opened(String letter, boolean named) {
    UUID file = opened(Road.Protection.NONE);
    TypedForm rule = TypedForm.empty().with("call", "never").with("letter", letter);
    done(road.reach(karin.viewer(), file, named ? rule.with("named", "1") : rule));
    return file;
  }

  private static String step(UUID file, String kind) {
    return Desk.file(file) + "/steps/" + kind;
  }

  @Test
  void a_letter_is_written_and_printed_only_by_her_whose_the_file_is() {
    UUID file = opened("may", false);
    UUID letter =
        done(
            road.letter(
                karin.viewer(), file, Writing.MUST_READ, Confidential.of("Välkommen på måndag.")));
    for (Role role : Role.values()) {
      Viewer other = Walk.in(role);
      assertThat(road.letter(other, file, Writing.MUST_READ, Confidential.of("Hej")))
          .as(role.code())
          .isInstanceOf(Step.NotThere.class);
      assertThat(road.print(other, file, letter)).as(role.code()).isInstanceOf(Step.NotThere.class);
      assertThat(road.lettered(other, file, letter, LetterOutcome.POSTED))
          .as(role.code())
          .isInstanceOf(Step.NotThere.class);
    }
    assertThat(people.count("select count(*) from casework.letter")).isOne();
  }

  @Test
  @DisplayName("E-T09 never a letter: no task, no address and no paper")
  void never_a_letter_means_no_task_no_address_and_no_paper() {
    for (String answer : new String[] {"never", ""}) {
      UUID file = opened(answer.isEmpty() ? "never" : answer, true);
      Browser.Answer form = karin.open(step(file, "letter"));
      assertThat(form.body()).doesNotContain(ADDRESS, "name=\"words\"");
      Browser.Answer sent =
          karin
              .browser()
              .post(step(file, "letter"), karin.form(form, "read", READ + ",yes", "words", "Hej"));
      assertThat(sent.status()).isEqualTo(422);
      assertThat(sent.body()).contains("Ingen adress har visats.").doesNotContain(ADDRESS);
      assertThat(people.log(file)).contains("letter:refused").doesNotContain("letter:done");
      assertThat(people.count("select count(*) from casework.letter where file = ?", file))
          .isZero();
      people.byHand("delete from casework.file");
    }
    UUID unasked = opened(Road.Protection.NONE);
    assertThat(karin.send(step(unasked, "letter"), "read", READ, "words", "Hej").body())
        .contains("Ingen adress har visats.")
        .doesNotContain(ADDRESS);
  }

  @Test
  void the_address_stands_on_no_page_before_the_rule_was_answered_and_not_after_twenty_minutes()
      throws IOException {
    UUID file = opened("may", false);
    for (String page :
        new String[] {Desk.file(file), step(file, "letter"), step(file, "consent")}) {
      assertThat(karin.open(page).body()).as(page).doesNotContain(ADDRESS);
    }
    assertThat(karin.open(Desk.file(file)).body()).contains("Visas när du skriver ett brev");
    Browser.Answer unread =
        karin.send(step(file, "letter"), "read", "rule", "words", "Välkommen på måndag.");
    assertThat(unread.status()).isEqualTo(422);
    assertThat(unread.body())
        .contains("Kryssa i alla tre", "Välkommen på måndag.")
        .doesNotContain(ADDRESS);
    assertThat(
            karin
                .send(step(file, "letter"), "read", READ, "words", "Välkommen på måndag.")
                .location())
        .isEqualTo(Desk.file(file));
    assertThat(people.log(file)).contains("letter:done");
    UUID letter = people.id("select id from casework.letter where file = ?", file);
    assertThat(
            people.count(
                "select count(*) from casework.letter where position(convert_to('Välkommen', 'UTF8') in sealed) = 0 and outcome is null"))
        .isOne();
    String form = step(file, "lettered/" + letter);
    assertThat(karin.open(form).body()).contains(ADDRESS, "Skriv ut brevet (PDF)");
    Browser.Answer paper = karin.open(Desk.file(file) + "/letters/" + letter);
    assertThat(paper.status()).isEqualTo(200);
    assertThat(paper.headers().get("content-type")).startsWith("application/pdf");
    assertThat(paper.headers().get("cache-control")).contains("no-store");
    assertThat(people.log(file)).contains("print_letter:done");
    clock.advance(Duration.ofMinutes(20));
    assertThat(karin.open(form).body())
        .contains("Adressen visas inte längre")
        .doesNotContain(ADDRESS);
    assertThat(karin.open(Desk.file(file) + "/letters/" + letter).location()).endsWith(form);
    assertThat(karin.send(form, "outcome", "posted").location()).isEqualTo(Desk.file(file));
    assertThat(people.log(file)).contains("letter_ended:done");
    assertThat(karin.send(form, "outcome", "came_back").location()).isEqualTo(Desk.file(file));
    assertThat(
            people.count(
                "select count(*) from casework.letter where id = ? and outcome = 'came_back'",
                letter))
        .isOne();
    // from now on she is asked before each
    assertThat(karin.send(step(file, "letter"), "read", READ, "words", "Hej igen").body())
        .contains("Ingen adress har visats.");
    assertThat(
            karin.send(step(file, "letter"), "read", READ + ",yes", "words", "Hej igen").location())
        .isEqualTo(Desk.file(file));
  }

  @Test
  @DisplayName("E-T10 no name of ours stands on the paper unless she has allowed it")
  void no_name_of_ours_stands_on_the_paper_unless_she_has_allowed_it() throws IOException {
    for (boolean named : new boolean[] {false, true}) {
      UUID file = opened("may", named);
      UUID letter =
          done(
              road.letter(
                  karin.viewer(),
                  file,
                  Writing.MUST_READ,
                  Confidential.of(
                      "Hej!\n\nDin tid är måndag klockan tio. " + "Ord ".repeat(1_000))));
      byte[] paper = done(road.print(karin.viewer(), file, letter));
      try (PDDocument document = Loader.loadPDF(paper)) {
        assertThat(document.getNumberOfPages()).isGreaterThan(1);
        assertThat(document.getDocumentInformation().getMetadataKeys()).isEmpty();
        String text = new PDFTextStripper().getText(document);
        assertThat(text)
            .contains("Ylva Exempel", ADDRESS, "2027-03-08", "Din tid är måndag klockan tio.");
        assertThat(text.contains("Nexus")).isEqualTo(named);
        assertThat(text).doesNotContain("Fristad", "Karin");
      }
      people.byHand("delete from casework.file");
    }
  }

  @Test
  void what_cannot_be_printed_is_refused_with_the_characters_and_nothing_is_lost() {
    UUID file = opened("may", false);
    Browser.Answer arabic = karin.send(step(file, "letter"), "read", READ, "words", "Hej مرحبا");
    assertThat(arabic.status()).isEqualTo(422);
    assertThat(arabic.body()).contains("inte skrivas ut med de här tecknen", "Hej مرحبا");
    assertThat(karin.send(step(file, "letter"), "read", READ, "words", "").body())
        .contains("Skriv brevet.");
    assertThat(karin.send(step(file, "letter"), "read", READ, "words", "å".repeat(5_001)).status())
        .isEqualTo(422);
    assertThat(
            karin
                .send(step(file, "letter"), "read", READ, "words", "Здравствуйте, Šarić! Γειά")
                .location())
        .isEqualTo(Desk.file(file));
  }
}
