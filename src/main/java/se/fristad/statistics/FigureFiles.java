package se.fristad.statistics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import se.fristad.page.Csv;
import se.fristad.page.Texts;

/// A release as a file: the same cells and the same signs as on the page, nothing else.
///
/// CSV for machines: RFC 4180, UTF-8 without a byte order mark, comma. XLSX for people. No cell of
/// either is ever a formula.
final class FigureFiles {
  private FigureFiles() {}

  private static final List<String> CSV_HEAD =
      List.of(
          "period",
          "municipality",
          "municipality_name",
          "measure",
          "measure_name",
          "dimension",
          "dimension_name",
          "value",
          "value_name",
          "count");

  static byte[] csv(Texts texts, List<ReleaseRows.Told> lines) {
    StringBuilder file = new StringBuilder(Csv.line(CSV_HEAD));
    for (ReleaseRows.Told told : lines) {
      file.append(Csv.line(columns(texts, told)));
    }
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> columns(Texts texts, ReleaseRows.Told told) {
    Cell cell = told.cell();
    Dimension dimension = cell.dimension();
    Long n = told.n();
    List<String> columns = new ArrayList<>();
    columns.add(cell.period().code());
    columns.add(cell.municipality());
    columns.add(Names.place(texts, cell.municipality()));
    columns.add(cell.measure().code());
    columns.add(Names.of(texts, cell.measure()));
    columns.add(dimension == null ? "" : dimension.code());
    columns.add(dimension == null ? "" : Names.of(texts, dimension));
    columns.add(cell.value());
    columns.add(Names.value(texts, dimension, cell.value()));
    columns.add(n != null ? Long.toString(n) : Names.mark(told.label()));
    return columns;
  }

  static byte[] xlsx(Texts texts, Release release, List<ReleaseRows.Told> lines) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "Fristad", "1.0")) {
      figures(texts, lines, book.newWorksheet(texts.t("statistics.file.sheet")));
      about(texts, release, book.newWorksheet(texts.t("statistics.file.about")));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return bytes.toByteArray();
  }

  private static void figures(Texts texts, List<ReleaseRows.Told> lines, Worksheet sheet) {
    List<String> head =
        List.of(
            texts.t("statistics.file.period"),
            texts.t("statistics.file.municipality"),
            texts.t("statistics.file.measure"),
            texts.t("statistics.file.dimension"),
            texts.t("statistics.file.value"),
            texts.t("statistics.file.count"));
    int[] widths = {12, 26, 34, 30, 44, 10};
    for (int column = 0; column < head.size(); column++) {
      sheet.value(0, column, head.get(column));
      sheet.style(0, column).bold().set();
      sheet.width(column, widths[column]);
    }
    sheet.freezePane(0, 1);
    int row = 1;
    for (ReleaseRows.Told told : lines) {
      Cell cell = told.cell();
      Dimension dimension = cell.dimension();
      Long n = told.n();
      sheet.value(row, 0, cell.period().code());
      sheet.value(row, 1, Names.place(texts, cell.municipality()));
      sheet.value(row, 2, Names.of(texts, cell.measure()));
      sheet.value(row, 3, dimension == null ? "" : Names.of(texts, dimension));
      sheet.value(row, 4, Names.value(texts, dimension, cell.value()));
      if (n != null) {
        sheet.value(row, 5, n);
      } else {
        sheet.value(row, 5, Names.mark(told.label()));
        sheet.style(row, 5).horizontalAlignment("right").set();
      }
      row++;
    }
    sheet.setAutoFilter(0, 0, Math.max(1, row - 1), head.size() - 1);
  }

  private static void about(Texts texts, Release release, Worksheet sheet) {
    List<String> lines = new ArrayList<>();
    lines.add(texts.t("statistics.made", texts.moment(release.made().at())));
    lines.add(texts.t("statistics.legend.few"));
    lines.add(texts.t("statistics.legend.hidden"));
    lines.add(texts.t("statistics.legend.withheld"));
    if (release.hasLate()) {
      lines.add(texts.t("statistics.late"));
    }
    for (Measure measure : Measure.values()) {
      lines.add(
          Names.of(texts, measure) + ": " + texts.t("statistics.definition." + measure.code()));
    }
    sheet.width(0, 110);
    for (int row = 0; row < lines.size(); row++) {
      sheet.value(row, 0, lines.get(row));
    }
  }
}
