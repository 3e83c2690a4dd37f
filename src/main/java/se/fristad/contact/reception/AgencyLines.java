package se.fristad.contact.reception;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.InboxSection;
import se.fristad.contact.Queue;
import se.fristad.contact.inbox.web.CallsSection;
import se.fristad.contact.reception.web.TimesPage;
import se.fristad.page.Empty;
import se.fristad.page.Paging;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.Table.Column;
import se.fristad.page.Table.Row;
import se.fristad.page.Tone;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// The calls to agencies in words: under the inbox, and in the day and the week.
@Order(11)
@StaffFace
@Component
class AgencyLines implements InboxSection {
  private final AgencyCalls calls;
  private final StaffNames names;
  private final Clock clock;

  AgencyLines(AgencyCalls calls, StaffNames names, Clock clock) {
    this.calls = calls;
    this.names = names;
    this.clock = clock;
  }

  /// A task in words.
  record Line(AgencyCalls.Task task, String what, String who, @Nullable String href) {}

  @Override
  public Optional<View> below(Viewer viewer, Shell shell) {
    List<Table> tables = new ArrayList<>();
    for (Queue queue : Receptions.seenBy(viewer)) {
      List<Line> lines = of(shell, viewer, queue);
      if (!lines.isEmpty()) {
        tables.add(table(shell, lines));
      }
    }
    return tables.isEmpty()
        ? Optional.empty()
        : Optional.of(View.of("contact/calls-section", new CallsSection(shell, tables)));
  }

  /// The calls to agencies, those that are late first.
  List<Line> of(Shell shell, Viewer viewer, Queue queue) {
    List<AgencyCalls.Task> due = calls.due(viewer, queue);
    Map<UUID, Confidential> known =
        names.of(
            due.stream()
                .map(one -> one.interpreter().caller())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return due.stream().map(one -> line(shell, viewer, queue, one, known)).toList();
  }

  private static Line line(
      Shell shell,
      Viewer viewer,
      Queue queue,
      AgencyCalls.Task task,
      Map<UUID, Confidential> known) {
    UUID caller = task.interpreter().caller();
    Confidential name = caller == null ? null : known.get(caller);
    String conversation = BookPages.conversation(queue, task.booked(), viewer.role());
    return new Line(
        task,
        shell.t(
            "contact.reception.agency-call." + task.why().code(),
            SetUpForms.language(shell, task.interpreter().need().language())),
        caller == null
            ? shell.t("contact.reach.calls.nobody")
            : name == null ? shell.t("contact.inbox.colleague") : name.reveal(),
        conversation == null || viewer.role() == Role.HEAD
            ? null
            : conversation + "/interpreter?meeting=" + task.booked().id());
  }

  /// The calls as a table.
  Table table(Shell shell, List<Line> lines) {
    LocalDate today = clock.instant().atZone(OpeningHours.HERE).toLocalDate();
    return new Table(
        shell.t("contact.reception.agency-calls"),
        List.of(
            Column.of(shell.t("contact.reception.agency-call.what")),
            Column.of(shell.t("contact.reception.agency-call.time")),
            Column.of(shell.t("contact.reach.calls.who")),
            Column.of(shell.t("contact.reach.calls.state"))),
        lines.stream().map(one -> row(shell, one, today)).toList(),
        Paging.whole(lines.size()),
        Empty.of(
            shell.t("contact.reception.agency-calls.empty"),
            shell.t("contact.reception.agency-calls.empty.text")),
        true,
        null);
  }

  private static Row row(Shell shell, Line line, LocalDate today) {
    AgencyCalls.Task task = line.task();
    String href = line.href();
    return Row.of(
        href == null ? Cell.of(line.what()) : Cell.link(line.what(), href),
        Cell.of(BookPages.when(shell, task.booked().from())),
        Cell.of(line.who()),
        task.overdue()
            ? Cell.badge(shell.t("contact.reach.calls.late"), Tone.DANGER)
            : Cell.badge(
                shell.texts().near(task.day(), today),
                task.day().equals(today) ? Tone.WARN : Tone.NEUTRAL));
  }

  /// A call as it stands in a day of the week.
  static TimesPage.Entry entry(Shell shell, Line line) {
    return new TimesPage.Entry(
        shell.t("contact.reception.interpreter"),
        line.what(),
        line.who(),
        line.href(),
        line.task().overdue() ? shell.t("contact.reach.calls.late") : null);
  }
}
