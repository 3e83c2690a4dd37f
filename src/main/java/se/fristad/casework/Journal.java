package se.fristad.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.fristad.access.Role;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.casework.FilePart.Kind;
import se.fristad.casework.FilePart.Reveals;
import se.fristad.casework.web.FindPage;
import se.fristad.casework.web.JournalEntry;
import se.fristad.casework.web.JournalEntry.Way;
import se.fristad.casework.web.JournalPage;
import se.fristad.casework.web.NotePanel;
import se.fristad.casework.web.PrintPage;
import se.fristad.casework.web.PrintedPart;
import se.fristad.page.Described;
import se.fristad.page.Empty;
import se.fristad.page.Field;
import se.fristad.page.Paging;
import se.fristad.page.Shell;
import se.fristad.page.Texts;
import se.fristad.page.Tone;

/// Draws what is written in a file that has been read: its journal, what was found in it, and what
/// of it is put on paper.
final class Journal {
  /// How many notes stand on a page.
  static final int ON_A_PAGE = 25;

  private static final int BEGINNING = 50;

  /// What never stands on paper unless somebody has weighed it and said so.
  private static final Set<Reveals> OFF_PAPER =
      Set.of(Reveals.OTHERS, Reveals.POLICE, Reveals.PLACE, Reveals.DANGER);

  private final Shell shell;
  private final Texts texts;
  private final Viewer viewer;
  private final Reading reading;
  private final NamedStaff names;
  private final ReadFile file;
  private final Instant now;
  private final List<FilePart> parts;

  Journal(Shell shell, Viewer viewer, Reading reading, StaffNames names, Instant now) {
    this.shell = shell;
    this.texts = shell.texts();
    this.viewer = viewer;
    this.reading = reading;
    this.names = NamedStaff.in(reading, names, texts);
    this.file = new ReadFile(shell, reading, names, now);
    this.now = now;
    this.parts = FileParts.of(texts, reading);
  }

  /// The first words of a part, to know it by.
  static String beginning(FilePart part) {
    String text = part.said().getFirst().text().replace('\n', ' ').strip();
    if (text.codePointCount(0, text.length()) <= BEGINNING) {
      return text;
    }
    int end = text.offsetByCodePoints(0, BEGINNING);
    int word = text.lastIndexOf(' ', end);
    return text.substring(0, word > end / 2 ? word : end).strip() + " …";
  }

  private static String href(UUID file) {
    return CasePages.FILES + file + "/journal";
  }

  private UUID id() {
    return reading.file().id();
  }

  JournalPage page(@Nullable NotePanel note, int page) {
    List<FilePart> own =
        parts.stream()
            .filter(part ->
                part.kind() == Kind.NOTE || (part.kind() == Kind.DISPUTE && !isNote(part.about())))
            .toList();
    Paging paging = Paging.of(page, ON_A_PAGE, own.size(), other -> href(id()) + "?page=" + other);
    List<JournalEntry> entries =
        own.stream().skip(paging.skipped()).limit(ON_A_PAGE).map(this::entry).toList();
    return new JournalPage(
        shell,
        file.head(),
        informedTone(),
        informed(),
        reading.workingNotes().stream()
            .map(seen ->
                new JournalPage.Working(
                    texts.t(
                        "casework.journal.working.when", texts.when(seen.row().changedAt(), now)),
                    seen.words().value("text"),
                    StepPages.href(id(), WorkingNoteForm.KIND, seen.row().id())))
            .toList(),
        ways(),
        entries,
        paging,
        Empty.of(texts.t("casework.journal.empty"), texts.t("casework.journal.empty.text")),
        CasePages.FILES + id() + "/find",
        note);
  }

  private boolean isNote(@Nullable UUID about) {
    return parts.stream().anyMatch(part -> part.kind() == Kind.NOTE && part.record().equals(about));
  }

  private boolean writes() {
    return NoteForm.WRITERS.contains(viewer.role());
  }

  private List<Way> ways() {
    List<Way> ways = new ArrayList<>();
    if (writes()) {
      ways.add(way(WorkingNoteForm.KIND, null));
      ways.add(way(DisputeForm.KIND, null));
    }
    if (viewer.role() == Role.CASEWORKER) {
      ways.add(way(InformForm.KIND, null));
    }
    ways.add(new Way(texts.t("casework.journal.print"), CasePages.FILES + id() + "/print"));
    return ways;
  }

  private Way way(String kind, @Nullable UUID record) {
    return new Way(texts.t("casework.step." + kind), StepPages.href(id(), kind, record));
  }

  private JournalEntry entry(FilePart part) {
    List<String> marks =
        part.reveals().stream()
            .sorted()
            .map(one ->
                one == Reveals.OTHERS && !part.whom().isBlank()
                    ? texts.t("casework.reveals.whom", part.whom())
                    : texts.t(one.textKey()))
            .toList();
    return new JournalEntry(
        printed(part, one -> true),
        marks,
        writes() && part.kind() == Kind.NOTE
            ? List.of(
                way(CorrectNoteForm.KIND, part.record()), way(DisputeForm.KIND, part.record()))
            : List.of());
  }

  private Tone informedTone() {
    return unknown() == 0 ? Tone.INFO : Tone.WARN;
  }

  /// How many notes there are that she has not been told of.
  private long unknown() {
    Instant until =
        reading.informed().stream()
            .filter(seen -> !seen.row().how().equals(Road.Told.NOT_YET.code()))
            .map(seen -> seen.row().notesUntil())
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    return parts.stream()
        .filter(part -> part.kind() == Kind.NOTE && part.at().isAfter(until))
        .count();
  }

  private String informed() {
    if (reading.informed().isEmpty()) {
      return texts.t("casework.informed.never", unknown());
    }
    Reading.Seen<NoteRows.Informed> last = reading.informed().getFirst();
    LocalDate today = LocalDate.ofInstant(now, Files.HERE);
    String said =
        texts.t(
            "casework.informed." + last.row().how(),
            texts.near(last.row().on(), today),
            last.words().value("words"));
    return said + " " + texts.t("casework.informed.since", unknown());
  }

  /// A part in words, with what stands beside it.
  private PrintedPart printed(FilePart part, Predicate<FilePart> shown) {
    List<PrintedPart> beside =
        part.kind() == Kind.PERPETRATORS
            ? List.of()
            : parts.stream()
                .filter(one -> part.record().equals(one.about()) && shown.test(one))
                .sorted(Comparator.comparing(FilePart::at))
                .map(one -> printed(one, shown))
                .toList();
    List<Described> lines = new ArrayList<>();
    disputed(part).ifPresent(lines::add);
    part.said().forEach(said -> lines.add(new Described(said.what(), said.text())));
    return new PrintedPart(
        title(part),
        part.dayOnly() ? texts.date(part.at()) : texts.moment(part.at()),
        part.by() == null ? "" : names.of(part.by()),
        lines,
        beside);
  }

  private String title(FilePart part) {
    if (part.kind() != Kind.DISPUTE) {
      return texts.t(part.kind().textKey());
    }
    return reading.notes().stream()
        .filter(seen -> seen.row().id().equals(part.record()))
        .findFirst()
        .map(seen -> texts.t("casework.part.dispute." + seen.words().value("who")))
        .orElse(texts.t(part.kind().textKey()));
  }

  /// What a dispute is about, when it does not stand beside it on this page.
  private java.util.Optional<Described> disputed(FilePart part) {
    if (part.kind() != Kind.DISPUTE || isNote(part.about())) {
      return java.util.Optional.empty();
    }
    String about =
        parts.stream()
            .filter(one -> one.record().equals(part.about()) && one.about() == null)
            .findFirst()
            .map(one ->
                texts.t("casework.part.of", texts.t(one.kind().textKey()), texts.date(one.at())))
            .orElse(texts.t("casework.step.dispute.file"));
    return java.util.Optional.of(new Described(texts.t("casework.part.word.about"), about));
  }

  FindPage found(Field field, @Nullable Finding finding) {
    String href = CasePages.FILES + id() + "/find";
    Empty empty = Empty.of(texts.t("casework.find.none"), texts.t("casework.find.none.text"));
    if (finding == null) {
      return new FindPage(shell, file.head(), href, field, null, List.of(), empty);
    }
    List<Finding.Found> found = finding.in(parts);
    String said =
        found.size() > Finding.MOST_SHOWN
            ? texts.t("casework.find.many", found.size(), Finding.MOST_SHOWN)
            : texts.t("casework.find.found", found.size());
    return new FindPage(
        shell,
        file.head(),
        href,
        field,
        said,
        found.stream().limit(Finding.MOST_SHOWN).map(this::place).toList(),
        empty);
  }

  private FindPage.Place place(Finding.Found found) {
    FilePart part = found.part();
    return new FindPage.Place(
        title(part),
        part.dayOnly() ? texts.date(part.at()) : texts.moment(part.at()),
        part.by() == null ? "" : names.of(part.by()),
        found.excerpts().stream()
            .map(one ->
                new FindPage.Line(
                    one.what(),
                    one.pieces().stream()
                        .map(piece -> new FindPage.Piece(piece.text(), piece.sought()))
                        .toList()))
            .toList());
  }

  /// The file on paper, from its first day; without what is marked as of somebody else, told by the
  /// police, or dangerous to have told.
  PrintPage print() {
    // who has used violence belongs to the matter itself
    Predicate<FilePart> shown =
        part ->
            part.kind() == Kind.PERPETRATORS
                || part.reveals().stream().noneMatch(OFF_PAPER::contains);
    List<String> leftOut = new ArrayList<>();
    for (Reveals one : OFF_PAPER.stream().sorted().toList()) {
      long count =
          parts.stream().filter(part -> !shown.test(part) && part.reveals().contains(one)).count();
      if (count > 0) {
        leftOut.add(texts.t("casework.print.left-out", count, texts.t(one.textKey())));
      }
    }
    return printed("casework.print.lead", leftOut, shown, href(id()));
  }

  /// What a party was given to see, on paper, as it was decided: nothing that was written later.
  java.util.Optional<PrintPage> seen(UUID insight) {
    return reading.insights().stream()
        .filter(seen -> seen.row().id().equals(insight))
        .findFirst()
        .map(seen -> {
          Set<String> given = Set.copyOf(seen.words().codes("given"));
          return printed(
              "casework.insight.lead",
              decided(seen),
              part -> given.contains(part.key()),
              CasePages.FILES + id());
        });
  }

  private List<String> decided(Reading.Seen<InsightRows.Row> seen) {
    Road.Seeing.Paragraph paragraph = seen.row().paragraph();
    if (paragraph == null) {
      return List.of();
    }
    LocalDate day = LocalDate.ofInstant(seen.row().decidedAt(), Files.HERE);
    return List.of(
        texts.t(
            "casework.insight.left",
            Integer.parseInt(seen.words().value("left")),
            paragraph.law().citedOn(day),
            seen.words().value("why")),
        texts.t("casework.insight.appeal"));
  }

  /// Some of the file on paper.
  PrintPage printed(String lead, List<String> leftOut, Predicate<FilePart> shown, String back) {
    Set<UUID> records =
        parts.stream()
            .filter(part -> part.about() == null && shown.test(part))
            .map(FilePart::record)
            .collect(Collectors.toSet());
    return new PrintPage(
        shell,
        file.head().title(),
        texts.t(lead, reading.number(), texts.moment(now)),
        leftOut,
        parts.stream()
            .filter(shown)
            // what stands beside another part is printed with it
            .filter(part -> part.about() == null || !records.contains(part.about()))
            .sorted(Comparator.comparing(FilePart::at).thenComparing(FilePart::key))
            .map(part -> printed(part, shown))
            .toList(),
        back);
  }
}
