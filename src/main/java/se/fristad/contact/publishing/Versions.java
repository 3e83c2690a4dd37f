package se.fristad.contact.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.page.Empty;
import se.fristad.page.Paging;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.Table.Column;
import se.fristad.page.Table.Row;
import se.fristad.vault.Confidential;

/// What something for the public has said before, and who of us wrote it: the table under each
/// form.
@StaffFace
@Component
class Versions {
  private final StaffNames names;

  Versions(StaffNames names) {
    this.names = names;
  }

  /// One version.
  ///
  /// @param at when it was written; null for what came with the program
  /// @param by who wrote it; null for what came with the program
  record One(int number, Cell what, @Nullable Instant at, @Nullable UUID by) {}

  Table table(Shell shell, List<One> versions) {
    Map<UUID, Confidential> known =
        names.of(
            versions.stream()
                .flatMap(version -> Stream.ofNullable(version.by()))
                .collect(Collectors.toSet()));
    return drawn(
        shell,
        versions.stream()
            .map(version ->
                Row.of(
                    Cell.of(shell.texts().number(version.number())),
                    version.what(),
                    Cell.of(moment(shell, version.at())),
                    Cell.of(called(shell, known, version.by()))))
            .toList());
  }

  /// The table of what nobody has kept yet.
  static Table none(Shell shell) {
    return drawn(shell, List.of());
  }

  private static Table drawn(Shell shell, List<Row> rows) {
    return new Table(
        shell.t("contact.public.versions"),
        List.of(
            Column.number(shell.t("contact.public.column.version")),
            Column.of(shell.t("contact.public.column.what")),
            Column.of(shell.t("contact.public.column.when")),
            Column.of(shell.t("contact.public.column.who"))),
        rows,
        Paging.whole(rows.size()),
        Empty.of(
            shell.t("contact.public.versions.empty"),
            shell.t("contact.public.versions.empty.text")),
        true,
        null);
  }

  private static String moment(Shell shell, @Nullable Instant at) {
    return at == null ? "" : shell.texts().moment(at);
  }

  private static String called(Shell shell, Map<UUID, Confidential> known, @Nullable UUID by) {
    Confidential name = by == null ? null : known.get(by);
    return name == null ? shell.t("contact.inbox.colleague") : name.reveal();
  }
}
