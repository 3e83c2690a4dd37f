package se.fristad.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fristad.access.DaySection;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.web.DayChildren;
import se.fristad.page.Empty;
import se.fristad.page.Paging;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.Table.Column;
import se.fristad.page.Texts;
import se.fristad.page.Tone;
import se.fristad.page.View;

/// The children that are reported and not yet investigated, as a number on top of my day: hers for
/// a caseworker, everybody's for the head. None of them is forgotten.
@Order(30)
@StaffFace
@Component
class ChildrenWaiting implements DaySection {
  /// How many are shown of those who have waited longest.
  static final int MOST = 10;

  private static final Set<Role> SHOWN_TO = Set.of(Role.CASEWORKER, Role.HEAD);

  private final CaseLists lists;
  private final Clock clock;

  ChildrenWaiting(CaseLists lists, Clock clock) {
    this.lists = lists;
    this.clock = clock;
  }

  @Override
  public Optional<View> today(Viewer viewer, Shell shell) {
    return SHOWN_TO.contains(viewer.role())
        ? Optional.of(View.of("casework/day-children", section(viewer, shell)))
        : Optional.empty();
  }

  private DayChildren section(Viewer viewer, Shell shell) {
    Texts texts = shell.texts();
    int waiting = lists.countUnanswered(viewer);
    if (waiting == 0) {
      return new DayChildren(shell, Tone.SUCCESS, texts.t("casework.children.none"), null, null);
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), Files.HERE);
    List<Table.Row> rows =
        lists.unanswered(viewer, MOST).stream().map(one -> row(texts, one, today)).toList();
    return new DayChildren(
        shell,
        Tone.WARN,
        texts.t("casework.children.waiting", waiting),
        waiting > MOST
            ? texts.t("casework.children.why.most", MOST)
            : texts.t("casework.children.why"),
        new Table(
            texts.t("casework.children.list"),
            Stream.of("file", "waits", "since")
                .map(column -> Column.of(texts.t("casework.children.column." + column)))
                .toList(),
            rows,
            Paging.whole(rows.size()),
            Empty.of("", ""),
            false,
            null));
  }

  private static Table.Row row(Texts texts, CaseLists.Unanswered one, LocalDate today) {
    LocalDate since = LocalDate.ofInstant(one.since(), Files.HERE);
    String waits = !one.elsewhere() ? "here" : one.sent() ? "receipt" : "send";
    return Table.Row.of(
        Cell.link(one.line().called(texts), CasePages.FILES + one.line().file().id())
            .withDetail(one.line().number()),
        Cell.of(texts.t("casework.children.waits." + waits)),
        Cell.of(texts.near(since, today)).withDetail(texts.date(since)));
  }
}
