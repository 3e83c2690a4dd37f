package se.fristad.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import se.fristad.page.Described;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.Texts;
import se.fristad.page.Tone;

/// Draws accompaniments: the safe time and the risk for whoever goes stand beside each.
final class Accompanied {
  private Accompanied() {}

  static Table table(Texts texts, Reading reading, NamedStaff names) {
    return ReadFile.table(
        texts,
        "casework.accompany",
        List.of(
            "casework.accompany.when",
            "casework.accompany.what",
            "casework.accompany.who",
            "casework.accompany.risk",
            "casework.accompany.state"),
        reading.accompaniments().stream().map(seen -> row(texts, seen, names)).toList());
  }

  private static Table.Row row(
      Texts texts, Reading.Seen<AccompanimentRows.Row> seen, NamedStaff names) {
    AccompanimentRows.Row row = seen.row();
    Words words = seen.words();
    Cell state =
        Cell.badge(
            texts.t("casework.accompany.state." + row.state().code()),
            switch (row.state()) {
              case BOOKED -> Tone.INFO;
              case DONE -> Tone.SUCCESS;
              case NOT_DONE -> Tone.WARN;
              case CALLED_OFF -> Tone.NEUTRAL;
            });
    String came = words.value("words");
    return Table.Row.of(
        Cell.of(time(texts, row.from(), row.until())).withDetail(safe(texts, words)),
        Cell.of(texts.t("casework.accompany.occasion." + words.value("occasion")))
            .withDetail(words.value("where")),
        row.second() == null
            ? Cell.of(names.of(row.staff()))
            : Cell.of(
                texts.t("casework.accompany.both", names.of(row.staff()), names.of(row.second()))),
        Cell.of(words.value("risk")).withDetail(police(texts, words)),
        came.isBlank() ? state : state.withDetail(came));
  }

  static String time(Texts texts, Instant from, Instant until) {
    return texts.t(
        "casework.accompany.time",
        texts.moment(from),
        texts.time(until.atZone(Files.HERE).toLocalTime()));
  }

  static String safe(Texts texts, Words words) {
    return texts.t(
        "casework.accompany.safe",
        texts.time(Instant.parse(words.value("safe_from")).atZone(Files.HERE).toLocalTime()),
        texts.time(Instant.parse(words.value("safe_until")).atZone(Files.HERE).toLocalTime()));
  }

  static String police(Texts texts, Words words) {
    String police = texts.t("casework.accompany.police." + words.value("police"));
    return words.value("police_words").isBlank()
        ? police
        : police + ": " + words.value("police_words");
  }

  /// One, in lines.
  static List<Described> lines(Texts texts, AccompanimentRows.Row row, Words words) {
    List<Described> lines = new ArrayList<>();
    lines.add(
        new Described(texts.t("casework.accompany.when"), time(texts, row.from(), row.until())));
    lines.add(new Described(texts.t("casework.accompany.safe.label"), safe(texts, words)));
    lines.add(
        new Described(
            texts.t("casework.accompany.what"),
            texts.t("casework.accompany.occasion." + words.value("occasion"))
                + ", "
                + words.value("where")));
    if (!words.value("meet").isBlank()) {
      lines.add(new Described(texts.t("casework.step.accompany.meet"), words.value("meet")));
    }
    lines.add(new Described(texts.t("casework.accompany.risk"), words.value("risk")));
    lines.add(new Described(texts.t("casework.accompany.police"), police(texts, words)));
    return lines;
  }
}
