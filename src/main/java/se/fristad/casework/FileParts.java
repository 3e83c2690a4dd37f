package se.fristad.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fristad.casework.FilePart.Kind;
import se.fristad.casework.FilePart.Reveals;
import se.fristad.casework.FilePart.Said;
import se.fristad.casework.Reading.Seen;
import se.fristad.page.Texts;

/// All that is written in a file, as far as its reader may see it, the latest first.
final class FileParts {
  private static final Set<Reveals> NOTHING = Set.of();

  private final Texts texts;
  private final Reading reading;
  private final List<FilePart> parts = new ArrayList<>();

  private FileParts(Texts texts, Reading reading) {
    this.texts = texts;
    this.reading = reading;
  }

  static List<FilePart> of(Texts texts, Reading reading) {
    FileParts all = new FileParts(texts, reading);
    all.journal();
    all.inquiry();
    all.afterwards();
    return all.parts.stream()
        .filter(part -> !part.said().isEmpty())
        .sorted(Comparator.comparing(FilePart::at).reversed().thenComparing(FilePart::key))
        .toList();
  }

  /// What its marks say that a note would reveal.
  static Set<Reveals> reveals(Words words) {
    Set<Reveals> reveals = EnumSet.noneOf(Reveals.class);
    for (String code : words.codes("marks")) {
      reveals.add(
          switch (Road.Mark.of(code)) {
            case OTHERS -> Reveals.OTHERS;
            case POLICE -> Reveals.POLICE;
            case PLACE -> Reveals.PLACE;
          });
    }
    return reveals;
  }

  private void journal() {
    Map<UUID, Seen<NoteRows.Row>> notes = new HashMap<>();
    reading.notes().forEach(seen -> notes.put(seen.row().id(), seen));
    for (Seen<NoteRows.Row> seen : reading.notes()) {
      NoteRows.Row row = seen.row();
      // what stands beside a note tells of the same people
      Seen<NoteRows.Row> beside = row.about() == null ? null : notes.get(row.about());
      Words marked = beside == null ? seen.words() : beside.words();
      Kind kind =
          switch (row.kind()) {
            case NOTE -> Kind.NOTE;
            case CORRECTION -> Kind.CORRECTION;
            case DISPUTE -> Kind.DISPUTE;
          };
      parts.add(
          new FilePart(
              row.id().toString(),
              kind,
              row.id(),
              row.about(),
              row.madeAt(),
              false,
              row.madeBy(),
              kind == Kind.DISPUTE ? disputed(seen.words()) : said(seen.words(), "text"),
              reveals(marked),
              marked.value("whom")));
    }
  }

  private List<Said> disputed(Words words) {
    List<Said> said = new ArrayList<>(said(words, "fact"));
    said.add(new Said(texts.t("casework.part.word.own_words"), words.value("text")));
    return said;
  }

  private void inquiry() {
    reading
        .assessments()
        .forEach(seen ->
            add(
                Kind.ASSESSMENT,
                seen.row().id(),
                seen.row().madeAt(),
                seen.row().madeBy(),
                told(
                    "level",
                    texts.t("casework.risk." + seen.row().level()),
                    seen.words(),
                    "reason",
                    "second"),
                NOTHING));
    for (Seen<MappingRows.Row> seen : reading.mappings()) {
      mapped(seen);
    }
    for (Seen<InvestigationRows.Row> seen : reading.investigations()) {
      InvestigationRows.Row row = seen.row();
      Words words = seen.words();
      List<Said> said = new ArrayList<>(said(words, "period", "words", "own_words"));
      for (Road.Need need : Investigations.mapping(words).needs()) {
        said.add(
            new Said(
                texts.t("casework.part.word.need"),
                texts.t("casework.need." + need.domain().code()) + ": " + need.words().reveal()));
      }
      said.addAll(said(words, "opinion", "not_heard", "why", "longer_why"));
      Instant at = row.concludedAt() == null ? row.openedAt() : row.concludedAt();
      add(Kind.INVESTIGATION, row.id(), at, row.investigator(), said, NOTHING);
      List<Said> others =
          Investigations.mapping(words).perpetrators().stream()
              .map(one ->
                  new Said(
                      texts.t("casework.relationship." + one.relation().code()),
                      one.words().reveal()))
              .toList();
      parts.add(
          new FilePart(
              row.id() + ".p",
              Kind.PERPETRATORS,
              row.id(),
              null,
              at,
              false,
              row.investigator(),
              others,
              Set.of(Reveals.OTHERS),
              ""));
    }
    reading
        .decisions()
        .forEach(seen ->
            add(
                Kind.DECISION,
                seen.row().id(),
                seen.row().decidedAt(),
                seen.row().decidedBy(),
                told(
                    "outcome",
                    texts.t("casework.outcome." + seen.row().outcome().code()),
                    seen.words(),
                    "motive",
                    "confirmed",
                    "risk",
                    "own_words",
                    "children_words",
                    "childs_best",
                    "no_investigation"),
                NOTHING));
    reading
        .appeals()
        .forEach(seen ->
            addDay(
                Kind.APPEAL,
                seen.row().id(),
                seen.row().receivedOn(),
                said(seen.words(), "words", "draft", "answer"),
                NOTHING));
  }

  /// What was mapped, also what something newer has taken the place of: it was written down.
  private void mapped(Seen<MappingRows.Row> seen) {
    MappingRows.Row row = seen.row();
    if (Mappings.isExposure(seen.words())) {
      exposed(row, Mappings.exposure(seen.words()));
      return;
    }
    Checklist.Answers answers = Mappings.answers(seen.words());
    String list = answers.list().code();
    List<Said> said = new ArrayList<>();
    for (String item : answers.list().items()) {
      if (answers.answers().get(item) == Checklist.Answered.YES) {
        said.add(
            new Said(
                texts.t("casework.checklist." + list),
                texts.t("casework.checklist." + list + "." + item)));
      }
    }
    said.addAll(
        said(
            Words.none().with("whom", answers.who()).with("words", answers.words()),
            "whom",
            "words"));
    add(Kind.MAPPING, row.id(), row.madeAt(), row.madeBy(), said, NOTHING);
  }

  private void exposed(MappingRows.Row row, Exposure one) {
    List<Said> said = new ArrayList<>();
    said.add(
        new Said(
            texts.t("casework.part.word.violence"),
            texts.t("casework.violence." + one.kind().code())));
    Words words =
        Words.none()
            .with("period", one.period())
            .with("whom", one.whom())
            .with("own_words", one.ownWords())
            .with("words", one.words())
            .with("source", one.provenance().told());
    said.addAll(said(words, "period", "whom", "own_words", "words", "source"));
    Set<Reveals> reveals = EnumSet.noneOf(Reveals.class);
    if (one.provenance().source() == Provenance.Source.POLICE_BY_MOUTH) {
      reveals.add(Reveals.POLICE);
    }
    switch (one.provenance().protection()) {
      case ORDINARY -> {}
      case PLACE -> reveals.add(Reveals.PLACE);
      case ANOTHER_PERSON -> reveals.add(Reveals.OTHERS);
      case DANGER -> reveals.add(Reveals.DANGER);
    }
    add(Kind.MAPPING, row.id(), row.madeAt(), row.madeBy(), said, reveals);
  }

  private void afterwards() {
    reading
        .supports()
        .forEach(seen ->
            addDay(
                Kind.SUPPORT,
                seen.row().id(),
                seen.row().grantedOn(),
                told(
                    "type",
                    texts.t("casework.type." + seen.row().type().code()),
                    seen.words(),
                    "goal"),
                NOTHING));
    reading
        .followUps()
        .forEach(seen -> {
          Instant done = seen.row().doneAt();
          if (done != null) {
            add(
                Kind.FOLLOW_UP,
                seen.row().id(),
                done,
                seen.row().doneBy(),
                said(seen.words(), "words"),
                NOTHING);
          }
        });
    reading
        .dangerChanges()
        .forEach(seen ->
            add(
                Kind.ASSESSMENT,
                seen.row().id(),
                seen.row().notedAt(),
                seen.row().notedBy(),
                told(
                    "danger",
                    texts.t("casework.danger." + seen.words().value("what")),
                    seen.words(),
                    "words",
                    "why"),
                // whom it is about is somebody else
                seen.words().value("what").equals(Road.DangerEvent.LINK.code())
                    ? Set.of(Reveals.OTHERS)
                    : NOTHING));
    reading
        .accompaniments()
        .forEach(seen ->
            add(
                Kind.ACCOMPANIMENT,
                seen.row().id(),
                seen.row().bookedAt(),
                seen.row().bookedBy(),
                told(
                    "occasion",
                    texts.t("casework.accompany.occasion." + seen.words().value("occasion")),
                    seen.words(),
                    "where",
                    "meet",
                    "risk",
                    "police_words",
                    "words"),
                Set.of(Reveals.PLACE)));
    reading
        .contactsAgain()
        .forEach(seen -> {
          Instant ended = seen.row().endedAt();
          if (ended != null) {
            add(
                Kind.FOLLOW_UP,
                seen.row().id(),
                ended,
                seen.row().endedBy(),
                said(seen.words(), "words"),
                NOTHING);
          }
        });
    reading
        .plans()
        .forEach(seen ->
            add(
                Kind.PLAN,
                seen.row().id(),
                seen.row().madeAt(),
                seen.row().madeBy(),
                planned(seen),
                NOTHING));
    reading
        .reports()
        .forEach(seen ->
            add(
                Kind.REPORT,
                seen.row().id(),
                seen.row().aroseAt(),
                seen.row().madeBy(),
                said(
                    seen.words(),
                    "name",
                    "school",
                    "who",
                    "seen",
                    "to",
                    "receipt_from",
                    "asked",
                    "protection",
                    "measures",
                    "why",
                    "answer",
                    "opinion",
                    "not_heard",
                    "words",
                    "longer_why",
                    "told",
                    "followed"),
                Set.of(Reveals.CHILD)));
    reading
        .consents()
        .forEach(seen ->
            add(
                Kind.CONSENT,
                seen.row().id(),
                seen.row().madeAt(),
                seen.row().madeBy(),
                told(
                    "subject",
                    texts.t("casework.consent." + seen.row().subject()),
                    seen.words(),
                    "to",
                    "how"),
                NOTHING));
    for (Seen<DisclosureRows.Row> seen : reading.disclosures()) {
      DisclosureRows.Row row = seen.row();
      Telling.Receiver receiver = Telling.of(seen.words()).receiver();
      boolean police =
          switch (row.ground()) {
            case POLICE_CLOSE, POLICE_YOUNG, POLICE_CHILD, POLICE_CRIME, CRIME_FIGHTING -> true;
            case CONSENT,
                NEEDED,
                PARTY,
                CARE,
                REPORTER,
                CHILD_REPORT,
                CHILD_INQUIRY,
                SHELTER_STAY,
                BOARD,
                SHELTER_ADDRESS,
                STATISTICS,
                SUPERVISION ->
                receiver == Telling.Receiver.POLICE;
          };
      boolean place =
          row.ground() == DisclosureGround.SHELTER_ADDRESS
              || row.ground() == DisclosureGround.SHELTER_STAY;
      parts.add(
          new FilePart(
              row.id().toString(),
              Kind.DISCLOSURE,
              row.id(),
              null,
              row.madeAt(),
              false,
              row.madeBy(),
              TellingTables.said(texts, seen),
              police ? Set.of(Reveals.POLICE) : place ? Set.of(Reveals.PLACE) : NOTHING,
              ""));
    }
    Instant closed = reading.file().closedAt();
    if (closed != null) {
      add(
          Kind.CLOSING,
          reading.file().id(),
          closed,
          reading.file().responsible(),
          said(reading.words(), "closed_why", "contact_how"),
          NOTHING);
    }
  }

  /// A plan with all that is to be done by it, and what has been said of each.
  private List<Said> planned(Seen<PlanRows.Row> plan) {
    Words words = plan.words();
    // whoever delivers support reads what is hers, and no goals
    int goals = words.value("goals").isEmpty() ? 0 : Plans.goals(words);
    List<Said> said = new ArrayList<>();
    for (int goal = 0; goal < goals; goal++) {
      said.add(
          new Said(
              texts.t("casework.plan.column.goal", goal + 1),
              words.value(Plan.Goal.field(goal, "words"))));
    }
    for (Seen<PlanRows.Action> action : PlanForm.actions(reading, plan.row().id())) {
      said.add(
          new Said(
              texts.t("casework.plan.column.what"),
              action.words().value("what")
                  + " ("
                  + texts.t("casework.plan.standing." + action.row().standing().code())
                  + ")"));
      said.addAll(said(action.words(), "name"));
      for (Planned.Said one : Planned.said(action.words())) {
        if (!one.words().isBlank()) {
          said.add(
              new Said(
                  texts.t("casework.plan.standing." + one.standing().code()),
                  one.words().reveal()));
        }
      }
    }
    said.addAll(said(words, "view", "got_how", "why"));
    return said;
  }

  private void add(
      Kind kind,
      UUID record,
      Instant at,
      @Nullable UUID by,
      List<Said> said,
      Set<Reveals> reveals) {
    parts.add(
        new FilePart(record.toString(), kind, record, null, at, false, by, said, reveals, ""));
  }

  private void addDay(
      Kind kind, UUID record, LocalDate day, List<Said> said, Set<Reveals> reveals) {
    Instant at = day.atStartOfDay(Files.HERE).toInstant();
    parts.add(
        new FilePart(record.toString(), kind, record, null, at, true, null, said, reveals, ""));
  }

  private List<Said> told(String what, String value, Words words, String... names) {
    List<Said> said = new ArrayList<>();
    said.add(new Said(texts.t("casework.part.word." + what), value));
    said.addAll(said(words, names));
    return said;
  }

  /// Those of the words that are there.
  private List<Said> said(Words words, String... names) {
    List<Said> said = new ArrayList<>();
    for (String name : names) {
      if (!words.value(name).isBlank()) {
        said.add(new Said(texts.t("casework.part.word." + name), words.value(name)));
      }
    }
    return said;
  }
}
