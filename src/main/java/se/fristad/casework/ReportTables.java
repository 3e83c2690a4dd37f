package se.fristad.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.fristad.casework.web.ReportsAnswered;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.Texts;
import se.fristad.page.Tone;

/// The reports about children in a file: those that came in, and those that were made from it.
final class ReportTables {
  private final Texts texts;
  private final Reading reading;

  ReportTables(Texts texts, Reading reading) {
    this.texts = texts;
    this.reading = reading;
  }

  /// The tables; none of a file without reports.
  List<Table> all() {
    List<Table> tables = new ArrayList<>();
    reports(tables, "casework.reports.received", ReportRows.Row::received);
    reports(tables, "casework.reports.made", ReportRows.Row::made);
    return tables;
  }

  /// How many children nobody is known to have in sight: in an adult's file each report is a child,
  /// in a child's file they are all about the same. Null of a file without reports.
  @Nullable ReportsAnswered answered() {
    if (reading.reports().isEmpty()) {
      return null;
    }
    long waiting = reading.reports().stream().filter(seen -> seen.row().unanswered()).count();
    if (waiting == 0) {
      return new ReportsAnswered(Tone.SUCCESS, texts.t("casework.children.none"), null);
    }
    return new ReportsAnswered(
        Tone.WARN,
        reading.file().kind() == CaseFile.Kind.CHILD
            ? texts.t("casework.children.this")
            : texts.t("casework.children.waiting", waiting),
        texts.t("casework.children.why"));
  }

  private void reports(List<Table> tables, String caption, Predicate<ReportRows.Row> which) {
    List<Table.Row> rows =
        reading.reports().stream()
            .filter(seen -> which.test(seen.row()))
            .map(this::report)
            .toList();
    if (!rows.isEmpty()) {
      tables.add(
          ReadFile.table(
              texts,
              caption,
              List.of(
                  "casework.report.child",
                  "casework.report.sent",
                  "casework.report.receipt",
                  "casework.report.protection",
                  "casework.report.outcome"),
              rows));
    }
  }

  private Table.Row report(Reading.Seen<ReportRows.Row> seen) {
    ReportRows.Row row = seen.row();
    Instant sent = row.sentAt();
    ChildRoad.Outcome outcome = row.outcome();
    LocalDate outcomeOn = row.outcomeOn();
    boolean theirs = row.elsewhere();
    return Table.Row.of(
        child(seen),
        sent == null
            ? Cell.badge(texts.t("casework.report.not-sent"), Tone.DANGER)
            : Cell.of(texts.moment(sent)).withDetail(seen.words().value("to")),
        !theirs
            ? Cell.of(texts.t("casework.report.here"))
            : row.receiptOn() == null
                ? sent == null
                    ? Cell.of("–")
                    : Cell.badge(texts.t("casework.report.no-receipt"), Tone.WARN)
                : Cell.of(texts.date(row.receiptOn()))
                    .withDetail(seen.words().value("receipt_from")),
        answered(row.protectionOn(), row.made() && !theirs ? "in-child" : "not-assessed", theirs),
        outcome == null || outcomeOn == null
            ? Cell.badge(texts.t("casework.report.undecided"), Tone.WARN)
            : theirs(
                Cell.of(texts.t("casework.child-outcome." + outcome.code(), texts.date(outcomeOn))),
                theirs));
  }

  /// Another unit's dates are its own, and shown so.
  private Cell theirs(Cell cell, boolean theirs) {
    return theirs ? cell.withDetail(texts.t("casework.report.theirs")) : cell;
  }

  private Cell answered(@Nullable LocalDate day, String otherwise, boolean theirs) {
    return day == null
        ? Cell.of(texts.t(theirs ? "casework.report.not-told" : "casework.report." + otherwise))
        : theirs(Cell.of(texts.date(day)), theirs);
  }

  private Cell child(Reading.Seen<ReportRows.Row> seen) {
    Words words = seen.words();
    String name = words.value("name");
    if (name.isEmpty()) {
      name = reading.person().name().reveal();
    }
    String own = words.value("child_file");
    return (own.isEmpty() ? Cell.of(name) : Cell.link(name, CasePages.FILES + own))
        .withDetail(texts.t("casework.exposure." + words.value("exposure")));
  }
}
