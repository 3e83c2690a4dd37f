package se.fristad.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.centre.Centre;
import se.fristad.outgoing.LetterPaper;
import se.fristad.outgoing.TaggedPaper;
import se.fristad.vault.Confidential;

/// Documents of a file (*handlingar*): filled in from the template that stands, kept as they were
/// filled in, with the version that they were made of. Made once, never changed: a second one is a
/// second one.
///
/// On paper it is PDF/UA. What is posted to her goes by the letter and its gate ([Writing]); what
/// is made here is read on the screen and handed over in the room.
@StaffFace
@Component
class Documents {
  /// What somebody has written about her, of what a document says. The rest is ours: our name, the
  /// court, the law.
  private static final Set<String> WRITTEN =
      Set.of(
          "motive",
          "childs_best",
          "correction",
          "perpetrators",
          "period",
          "words",
          "own_words",
          "needs");

  private final Files files;
  private final Protections protections;
  private final DocumentRows documents;
  private final TemplateRows templates;
  private final DecisionRows decisions;
  private final InvestigationRows investigations;
  private final Plans plans;
  private final PersonRows people;
  private final Saying saying;
  private final Centre centre;

  Documents(
      Files files,
      Protections protections,
      DocumentRows documents,
      TemplateRows templates,
      DecisionRows decisions,
      InvestigationRows investigations,
      Plans plans,
      PersonRows people,
      Saying saying,
      Centre centre) {
    this.files = files;
    this.protections = protections;
    this.documents = documents;
    this.templates = templates;
    this.decisions = decisions;
    this.investigations = investigations;
    this.plans = plans;
    this.people = people;
    this.saying = saying;
    this.centre = centre;
  }

  /// A document as it is read.
  ///
  /// @param words its Markdown, filled in
  /// @param nameless why nobody is named in it; blank when somebody may be
  record Read(DocumentRows.Row row, Confidential words, Confidential nameless) {}

  /// Who reads documents: not she who only delivers support, who reads neither investigation nor
  /// decision.
  static boolean reads(Viewer viewer) {
    return viewer.role() == Role.CASEWORKER || viewer.role() == Role.HEAD;
  }

  /// Makes the notice of a decision.
  ///
  /// @param nameless why nobody who took it is named: what threat is feared (33 § FL); blank when
  ///   they are named
  Step<UUID> notice(
      Viewer viewer, UUID file, UUID decision, boolean unnamed, Confidential nameless) {
    return files.write(
        viewer,
        file,
        "make_document",
        CaseFileRule.deciding(viewer),
        hand -> {
          DecisionRows.Row row =
              decisions
                  .find(hand.id(), decision)
                  .orElseThrow(() ->
                      Files.refused(CaseRule.NOTICE_SAYS_IT_ALL.refusal("decision", ".none")));
          if (unnamed && nameless.isBlank()) {
            throw Files.refused(CaseRule.NAME_LEFT_OUT_FOR_A_THREAT.refusal("nameless"));
          }
          Words words = hand.open(row.id(), "decision", row.version(), row.sealed());
          return made(
              hand,
              DocumentKind.DECISION_NOTICE,
              row.id(),
              saying.ofDecision(
                  number(hand), person(hand), row, words, corrections(hand, row), unnamed),
              unnamed ? nameless : null);
        });
  }

  /// Makes the summary of an investigation that is ready.
  Step<UUID> summary(Viewer viewer, UUID file, UUID investigation) {
    return files.write(
        viewer,
        file,
        "make_document",
        CaseFileRule.deciding(viewer),
        hand -> {
          InvestigationRows.Row row = investigations.find(hand.id(), investigation).orElse(null);
          if (row == null || row.state() != InvestigationRows.State.CONCLUDED) {
            throw Files.refused(CaseRule.SUMMARY_SAYS_IT_ALL.refusal("investigation", ".none"));
          }
          return made(
              hand,
              DocumentKind.INVESTIGATION_SUMMARY,
              row.id(),
              saying.ofInvestigation(
                  number(hand),
                  person(hand),
                  row,
                  hand.open(row.id(), "investigation", row.version(), row.sealed()),
                  ReadFile.risk(saying.texts(), hand.file(), hand.today())),
              null);
        });
  }

  /// Makes the plan on paper. What is printed of somebody who is protected names no place.
  Step<UUID> plan(Viewer viewer, UUID file, UUID plan) {
    return files.write(
        viewer,
        file,
        "make_document",
        CaseFileRule.deciding(viewer),
        hand -> {
          Reading.Seen<PlanRows.Row> seen =
              plans.of(hand).stream()
                  .filter(one -> one.row().id().equals(plan) && one.row().stands())
                  .findFirst()
                  .orElseThrow(() ->
                      Files.refused(CaseRule.PLAN_STANDS_BESIDE.refusal("plan", ".replaced")));
          Map<String, String> said =
              saying.ofPlan(
                  number(hand),
                  person(hand),
                  hand.today(),
                  seen,
                  plans.actions(hand).stream()
                      .filter(one -> one.row().plan().equals(plan))
                      .toList());
          Files.refuse(
              Protections.print(
                  person(hand),
                  hand.today(),
                  "plan",
                  Confidential.of(said.get("goals") + "\n" + said.get("view"))));
          return made(hand, DocumentKind.ACTION_PLAN, plan, said, null);
        });
  }

  private UUID made(
      Files.InHand hand,
      DocumentKind kind,
      UUID record,
      Map<String, String> said,
      @Nullable Confidential nameless) {
    // what was written before she was protected, and before it was asked where it is written
    Files.refuse(
        protections.inPrint(
            hand,
            "document",
            Confidential.of(
                said.entrySet().stream()
                    .filter(one -> WRITTEN.contains(one.getKey()))
                    .map(Map.Entry::getValue)
                    .collect(Collectors.joining("\n\n")))));
    TemplateRows.Row template = standing(kind, hand.now());
    String words = Filling.filled(template.words(), said);
    String missing = LetterPaper.cannot(words);
    if (!missing.isEmpty()) {
      throw Files.refused(Refusal.unreadable("document", "casework.step.letter.script", missing));
    }
    UUID id = UUID.randomUUID();
    documents.insert(
        hand.id(),
        new DocumentRows.Row(
            id,
            kind,
            record,
            hand.now(),
            hand.staff(),
            template.id(),
            template.version(),
            hand.seal(
                id, "document", 1, Words.none().with("words", words).with("nameless", nameless))));
    return id;
  }

  /// The version that stands; the program's own becomes one when it is first used, and when it has
  /// changed and nobody has written another.
  private TemplateRows.Row standing(DocumentKind kind, Instant now) {
    TemplateRows.Row latest = templates.latest(kind).orElse(null);
    String shipped = kind.shipped();
    if (latest != null && (latest.madeBy() != null || latest.words().equals(shipped))) {
      return latest;
    }
    templates.insert(
        new TemplateRows.Row(
            UUID.randomUUID(),
            kind,
            latest == null ? 1 : latest.version() + 1,
            shipped,
            now,
            null));
    return templates.latest(kind).orElseThrow();
  }

  private String corrections(Files.InHand hand, DecisionRows.Row row) {
    return decisions.corrections(hand.id()).stream()
        .filter(one -> one.decision().equals(row.id()))
        .map(one -> hand.openText(one.id(), "correction", 1, one.sealed()).reveal())
        .collect(Collectors.joining("\n\n"));
  }

  private static String number(Files.InHand hand) {
    return hand.words().value("number");
  }

  private Person person(Files.InHand hand) {
    return people.find(hand.file().person()).orElseThrow();
  }

  /// Reads one on the screen; empty when it is not there, or not for this viewer.
  Optional<Read> read(Viewer viewer, UUID file, UUID document) {
    if (!reads(viewer)) {
      return Optional.empty();
    }
    return switch (files.read(
        viewer, file, hand -> documents.find(hand.id(), document).map(row -> read(hand, row)))) {
      case Opened.Value<Optional<Read>> value -> value.value();
      case Opened.NotThere<Optional<Read>> _ -> Optional.empty();
    };
  }

  private static Read read(Files.InHand hand, DocumentRows.Row row) {
    Words words = hand.open(row.id(), "document", 1, row.sealed());
    return new Read(row, words.text("words"), words.text("nameless"));
  }

  /// One on paper, as PDF/UA; a line in the log each time.
  Step<byte[]> paper(Viewer viewer, UUID file, UUID document) {
    return files.write(
        viewer,
        file,
        "print_document",
        CaseFileRule.deciding(viewer),
        hand -> {
          DocumentRows.Row row =
              documents
                  .find(hand.id(), document)
                  .orElseThrow(() ->
                      Files.refused(CaseRule.NOTICE_SAYS_IT_ALL.refusal("document", ".none")));
          return paper(row.kind(), read(hand, row).words());
        });
  }

  private byte[] paper(DocumentKind kind, Confidential words) {
    return TaggedPaper.of(saying.texts().t(kind.textKey()), centre.name(), words.reveal());
  }

  /// Which a file has; only for the one who has opened it.
  List<DocumentRows.Row> of(Viewer viewer, UUID file) {
    return reads(viewer) ? documents.of(file) : List.of();
  }

  /// A template as it looks when it is filled in, of nobody.
  ///
  /// @return its Markdown
  String example(DocumentKind kind, String words) {
    return Filling.filled(words, saying.example(kind));
  }

  /// The same on paper.
  byte[] examplePaper(DocumentKind kind, String words) {
    return paper(kind, Confidential.of(example(kind, words)));
  }
}
