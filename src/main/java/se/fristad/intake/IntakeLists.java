package se.fristad.intake;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.fristad.page.Empty;
import se.fristad.page.Paging;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.Table.Column;
import se.fristad.page.Texts;
import se.fristad.page.Tone;
import se.fristad.vault.Confidential;

/// Draws the lists of intakes as tables.
final class IntakeLists {
  private IntakeLists() {}

  /// A page of a list.
  ///
  /// @param asked which page, from 1
  /// @param known the names of those who made them
  static Table table(
      Shell shell, Shown shown, Intakes.Listed listed, int asked, Map<UUID, Confidential> known) {
    Texts texts = shell.texts();
    List<Table.Row> rows = listed.rows().stream().map(row -> row(texts, row, known)).toList();
    return new Table(
        shell.t("intake.list." + shown.code()),
        List.of(
            Column.of(shell.t("intake.list.made")),
            Column.of(shell.t("intake.list.outcome")),
            Column.of(shell.t("intake.list.way")),
            Column.of(shell.t("intake.list.municipality")),
            Column.of(shell.t("intake.list.by"))),
        rows,
        Paging.of(
            asked,
            Intakes.PAGE,
            listed.total(),
            number -> IntakePages.LIST + "?shown=" + shown.code() + "&page=" + number),
        Empty.of(
            shell.t("intake.list." + shown.code() + ".empty"),
            shell.t("intake.list." + shown.code() + ".empty.text")),
        false,
        null);
  }

  private static Table.Row row(Texts texts, Intake.Row row, Map<UUID, Confidential> known) {
    Cell outcome =
        switch (row.stage()) {
          case Intake.Stage.Draft draft -> Cell.badge(texts.t("intake.stage.draft"), Tone.INFO);
          case Intake.Stage.Concluded concluded ->
              concluded.investigationDue() == null
                  ? Cell.badge(
                      texts.t("intake.outcome." + concluded.outcome() + ".short"), Tone.NEUTRAL)
                  : Cell.badge(texts.t("intake.outcome.opens.short"), Tone.WARN);
        };
    return Table.Row.of(
        Cell.link(texts.moment(row.madeAt()), IntakePages.LIST + "/" + row.id()),
        outcome,
        Cell.of(texts.t("intake.way." + row.way().code())),
        Cell.of(
            ReadIntake.or(
                Forms.municipality(texts, row.municipality()), texts.t("intake.not-known"))),
        Cell.of(ReadIntake.name(texts, row.madeBy(), known)));
  }
}
