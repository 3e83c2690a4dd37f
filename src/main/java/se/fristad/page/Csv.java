package se.fristad.page;

import java.util.List;

/// Lines of a file for machines: RFC 4180, comma, no cell of which is ever a formula.
public final class Csv {
  private Csv() {}

  /// One line.
  public static String line(List<String> columns) {
    StringBuilder line = new StringBuilder();
    for (String column : columns) {
      line.append(line.isEmpty() ? "" : ",").append(field(column));
    }
    return line.append("\r\n").toString();
  }

  /// A field that no spreadsheet takes for a formula (an apostrophe stands before what looks like
  /// one) and no parser takes for two.
  public static String field(String text) {
    String harmless =
        !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
        ? '"' + harmless.replace("\"", "\"\"") + '"'
        : harmless;
  }
}
