package se.fristad.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fristad.centre.Municipality;
import se.fristad.centre.MunicipalityCode;
import se.fristad.law.Deadlines;
import se.fristad.page.Described;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.Texts;
import se.fristad.page.Tone;

/// The requests that a matter is moved, in a file.
final class TransferTables {
  private TransferTables() {}

  /// The table; none of a file without requests.
  static List<Table> all(Texts texts, Reading reading, LocalDate today) {
    return reading.transfers().isEmpty()
        ? List.of()
        : List.of(
            ReadFile.table(
                texts,
                "casework.transfers",
                List.of(
                    "casework.transfer.what",
                    "casework.transfer.asked",
                    "casework.transfer.answer",
                    "casework.transfer.tried"),
                reading.transfers().stream()
                    .map(Reading.Seen::row)
                    .map(row ->
                        Table.Row.of(
                            Cell.of(what(texts, row)),
                            Cell.of(texts.date(row.askedOn())),
                            answer(texts, row, today),
                            Cell.of(tried(texts, row))))
                    .toList()));
  }

  /// The request that an address names.
  static List<Described> told(
      Texts texts, Reading reading, @Nullable UUID record, LocalDate today) {
    List<Described> lines = new ArrayList<>();
    for (Reading.Seen<TransferRows.Row> seen : reading.transfers()) {
      TransferRows.Row row = seen.row();
      if (row.id().equals(record)) {
        lines.add(new Described(what(texts, row), texts.date(row.askedOn())));
        add(lines, texts, "casework.step.transfer.wish", seen.words().value("wish"));
        add(lines, texts, "casework.step.transfer.why", seen.words().value("why"));
        lines.add(
            new Described(texts.t("casework.transfer.answer"), answer(texts, row, today).text()));
        add(lines, texts, "casework.transfer.words", seen.words().value("answer"));
        add(lines, texts, "casework.transfer.tried", tried(texts, row));
      }
    }
    return lines;
  }

  private static void add(List<Described> lines, Texts texts, String key, String value) {
    if (!value.isBlank()) {
      lines.add(new Described(texts.t(key), value));
    }
  }

  private static String what(Texts texts, TransferRows.Row row) {
    return texts.t(
        "casework.transfer." + row.direction().code(), municipality(texts, row.municipality()));
  }

  private static String municipality(Texts texts, String code) {
    return MunicipalityCode.read(code)
        .flatMap(Municipality::inCounty)
        .map(Municipality::name)
        .orElseGet(() -> texts.t("casework.transfer.code", code));
  }

  private static Cell answer(Texts texts, TransferRows.Row row, LocalDate today) {
    Boolean answer = row.answer();
    LocalDate on = row.answeredOn();
    if (answer != null && on != null) {
      return Cell.of(
          texts.t(answer ? "casework.transfer.yes" : "casework.transfer.no", texts.date(on)));
    }
    LocalDate last = Deadlines.transferAnswered(row.askedOn()).legal();
    return row.silent(today)
        ? Cell.badge(texts.t("casework.transfer.silent", texts.date(last)), Tone.WARN)
        : Cell.of(texts.t("casework.transfer.waits", texts.date(last)));
  }

  private static String tried(Texts texts, TransferRows.Row row) {
    LocalDate applied = row.appliedOn();
    if (applied == null) {
      return "";
    }
    Boolean tried = row.tried();
    LocalDate on = row.triedOn();
    return tried == null || on == null
        ? texts.t(
            "casework.transfer.applied",
            texts.date(applied),
            texts.date(Deadlines.transferTried(applied).legal()))
        : texts.t(tried ? "casework.transfer.moved" : "casework.transfer.stays", texts.date(on));
  }
}
