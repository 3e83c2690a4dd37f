package se.fristad.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fristad.casework.Walk.done;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import se.fristad.access.Browser;
import se.fristad.access.Role;
import se.fristad.access.StaffNames;
import se.fristad.casework.facts.SupportType;
import se.fristad.contact.People;
import se.fristad.house.FristadTest;
import se.fristad.outgoing.TaggedPaper;

/// Documents: who may not, what is refused, what stands in them, and that they can be read out.
@FristadTest
@DisplayName("Documents")
class DocumentTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  @Autowired private Walk walk;
  @Autowired private Desk desk;
  @Autowired private People people;
  @Autowired private Documents documents;
  @Autowired private StaffNames staff;

  @BeforeAll
  static void validator() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  @BeforeEach
  void monday() {
    walk.goTo(DAY);
    walk.forget();
    people.byHand("delete from casework.document");
    people.byHand("delete from casework.template");
  }

  private Walk.At decided(Desk.Worker karin) {
    return walk.decided(
        walk.concluded(walk.investigated(walk.opened(karin.viewer(), walk.opening()))),
        SupportType.SUPPORT_TALKS);
  }

  private UUID made(UUID file) {
    return people.id("select id from casework.document where file = ?", file);
  }

  private byte[] paper(Desk.Worker worker, UUID file) {
    return done(documents.paper(worker.viewer(), file, made(file)));
  }

  private static String notice(Walk.At at) {
    return Desk.step(at.file(), NoticeForm.KIND, at.decision());
  }

  private static String text(byte[] paper) throws IOException {
    try (PDDocument document = Loader.loadPDF(paper)) {
      return new PDFTextStripper().getText(document);
    }
  }

  /// What the validator finds against PDF/UA-1.
  private static List<String> faults(byte[] paper) throws Exception {
    try (PDFAParser parser =
        Foundries.defaultInstance()
            .createParser(new ByteArrayInputStream(paper), PDFAFlavour.PDFUA_1)) {
      ValidationResult result =
          Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false).validate(parser);
      assertThat(result.getTotalAssertions()).as("it looked at something").isPositive();
      return result.getTestAssertions().stream()
          .filter(one -> one.getStatus() == TestAssertion.Status.FAILED)
          .map(one -> one.getRuleId().getClause() + " " + one.getMessage())
          .distinct()
          .toList();
    }
  }

  // who may not

  @Test
  void nobody_but_the_one_whose_file_it_is_and_the_head_finds_a_document() {
    Desk.Worker karin = desk.delegate();
    Walk.At at = decided(karin);
    done(documents.notice(karin.viewer(), at.file(), at.decision(), false, Walk.text("")));
    String href = DocumentPages.href(at.file(), made(at.file()));
    Desk.Worker colleague = desk.in(Role.CASEWORKER);
    Desk.Worker johan = desk.in(Role.TREATMENT_WORKER);
    for (Desk.Worker other : List.of(colleague, johan)) {
      assertThat(other.open(href).status()).isEqualTo(404);
      assertThat(other.open(href + "/paper").status()).isEqualTo(404);
    }
    assertThat(documents.notice(colleague.viewer(), at.file(), at.decision(), false, Walk.text("")))
        .isInstanceOf(Step.NotThere.class);
    assertThat(desk.in(Role.HEAD).open(href).body()).contains("Beslutsunderrättelse");
    assertThat(people.count("select count(*) from casework.document where file = ?", at.file()))
        .isOne();
  }

  @Test
  void a_document_of_another_file_is_not_there_and_a_decision_of_another_has_no_notice_here() {
    Desk.Worker karin = desk.delegate();
    Walk.At one = decided(karin);
    Walk.At other = decided(karin);
    done(documents.notice(karin.viewer(), one.file(), one.decision(), false, Walk.text("")));
    assertThat(karin.open(DocumentPages.href(other.file(), made(one.file()))).status())
        .isEqualTo(404);
    assertThat(
            Walk.refused(
                documents.notice(
                    karin.viewer(), other.file(), one.decision(), false, Walk.text(""))))
        .containsExactly("notice_says_it_all.none");
    assertThat(people.log(other.file())).endsWith("make_document:refused");
  }

  // what is refused

  @Test
  void names_are_left_out_only_when_it_is_said_which_threat_is_feared() {
    Desk.Worker karin = desk.delegate();
    Walk.At at = decided(karin);
    Browser.Answer refused = karin.send(notice(at), "unnamed", "1", "nameless", " ");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .containsSubsequence(
            "error-summary", "Skriv vad som befaras och mot vem", "33 § FL (2017:900)")
        .contains("name=\"unnamed\" value=\"1\" checked");
    assertThat(people.count("select count(*) from casework.document where file = ?", at.file()))
        .isZero();
    assertThat(people.log(at.file())).contains("make_document:refused");
  }

  // what stands in them

  @Test
  void the_notice_tells_all_of_the_decision_and_how_it_is_appealed() throws Exception {
    Desk.Worker karin = desk.delegate();
    Walk.At at = decided(karin);
    Browser.Answer form = karin.open(notice(at));
    assertThat(form.body())
        .contains("Stödsamtal", "Behovet kan inte tillgodoses", "13 kap. 1 § SoL");
    assertThat(karin.send(notice(at)).location()).isEqualTo(Desk.file(at.file()));
    assertThat(
            people.count(
                """
                select count(*) from casework.document d join casework.template t on t.id = d.template
                 where d.file = ? and d.record = ? and d.made_by = ? and t.version = 1 and t.made_by is null
                """,
                at.file(),
                at.decision(),
                karin.id()))
        .isOne();
    assertThat(people.log(at.file())).contains("make_document:done");
    assertThat(walk.facts()).noneMatch(fact -> fact.toString().contains("document"));
    String href = DocumentPages.href(at.file(), made(at.file()));
    assertThat(karin.open(Desk.file(at.file())).body()).contains(href, "version 1");
    assertThat(karin.open(href).body())
        .contains("Vad som är beslutat", "Förvaltningsrätten i Uppsala", "inom tre veckor");
    Browser.Answer route = karin.open(href + "/paper");
    assertThat(route.status()).isEqualTo(200);
    assertThat(route.body()).startsWith("%PDF-");
    assertThat(route.headers())
        .containsEntry("content-disposition", "attachment; filename=\"1.pdf\"")
        .containsEntry("cache-control", "no-store");
    String paper = text(paper(karin, at.file()));
    assertThat(paper)
        .contains(
            "Det gäller Ylva Exempel.",
            "Stödsamtal",
            "Behovet kan inte tillgodoses på annat sätt.",
            "13 kap. 1 § SoL (2025:400)",
            "Överklagandet ska ha kommit in till oss inom tre veckor",
            "1 (")
        .doesNotContain("{{", "Barnets bästa", "Det här får du inte");
    assertThat(people.log(at.file())).endsWith("print_document:done");
  }

  @Test
  @DisplayName("B-T29: the notice does not name who decided, and the record does")
  void the_notice_without_a_name() throws Exception {
    Desk.Worker karin = desk.delegate();
    Walk.At at = decided(karin);
    String threat = "Brodern har skrivit att han ska leta upp den som beslutar.";
    String page = karin.open(Desk.file(at.file())).body();
    assertThat(karin.send(notice(at), "unnamed", "1", "nameless", threat).location())
        .isEqualTo(Desk.file(at.file()));
    String href = DocumentPages.href(at.file(), made(at.file()));
    byte[] bytes = paper(karin, at.file());
    String named = Objects.requireNonNull(staff.of(List.of(karin.id())).get(karin.id())).reveal();
    assertThat(page).contains(named);
    assertThat(text(bytes))
        .doesNotContain(named, "Beslutet är fattat av", "Vem som har beslutat", threat)
        .contains("Beslutet är fattat 23 november 2026");
    assertThat(faults(bytes)).isEmpty();
    // the file says who, and why she is not named
    assertThat(
            people.count(
                "select count(*) from casework.decision where id = ? and decided_by = ?",
                at.decision(),
                karin.id()))
        .isOne();
    assertThat(karin.open(Desk.file(at.file())).body()).contains(named);
    assertThat(karin.open(href).body()).contains("Ingen som fattat beslutet nämns", threat);
  }

  @Test
  void the_summary_is_of_an_investigation_that_is_ready() throws Exception {
    Desk.Worker karin = desk.delegate();
    Walk.At at = walk.investigated(walk.opened(karin.viewer(), walk.opening()));
    assertThat(Walk.refused(documents.summary(karin.viewer(), at.file(), at.investigation())))
        .containsExactly("summary_says_it_all.none");
    walk.concluded(at);
    String href = Desk.step(at.file(), SummaryForm.KIND, at.investigation());
    assertThat(karin.send(href).location()).isEqualTo(Desk.file(at.file()));
    byte[] bytes = paper(karin, at.file());
    assertThat(text(bytes))
        .contains(
            "Fysiskt",
            "Före detta partner: Mannen hon lämnat",
            "Jag vågar inte sova.",
            "Skydd i natt");
    assertThat(faults(bytes)).isEmpty();
  }

  // that they can be read out

  @Test
  void a_document_is_tagged_titled_and_in_swedish_and_passes_the_validator() throws Exception {
    Desk.Worker karin = desk.delegate();
    Walk.At at = decided(karin);
    done(documents.notice(karin.viewer(), at.file(), at.decision(), false, Walk.text("")));
    byte[] bytes = paper(karin, at.file());
    assertThat(faults(bytes)).isEmpty();
    try (PDDocument document = Loader.loadPDF(bytes)) {
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("sv");
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Beslutsunderrättelse");
      assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      document
          .getPages()
          .forEach(page ->
              page.getResources()
                  .getFontNames()
                  .forEach(name -> {
                    try {
                      assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                    } catch (IOException unreadable) {
                      throw new AssertionError(unreadable);
                    }
                  }));
    }
    // and the validator is one that finds something
    try (PDDocument bare = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      bare.addPage(new PDPage());
      bare.save(out);
      assertThat(faults(out.toByteArray())).isNotEmpty();
    }
  }

  @Test
  void a_long_document_goes_on_over_pages_and_every_letter_of_swedish_is_there() throws Exception {
    String long5 = "Åsa, Örjan och Ängla bor på Övre Slottsgatan. É ü ñ ž ł. ".repeat(400);
    byte[] bytes =
        TaggedPaper.of(
            "Beslut",
            "Nexus",
            "# Beslut\n\n## Varför\n\n" + long5 + "\n\n- ett\n- två\n\n**tre** <b>\u0001");
    try (PDDocument document = Loader.loadPDF(bytes)) {
      assertThat(document.getNumberOfPages()).isGreaterThan(4);
    }
    assertThat(text(bytes)).contains("Åsa, Örjan och Ängla", "ž ł", "<b>", "2 (");
    assertThat(faults(bytes)).isEmpty();
    assertThat(text(bytes)).doesNotContain("\u0001");
  }
}
