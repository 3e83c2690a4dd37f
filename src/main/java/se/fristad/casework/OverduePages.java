package se.fristad.casework;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import se.fristad.access.Allowed;
import se.fristad.access.Role;
import se.fristad.access.Shells;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.casework.web.OverduePage;
import se.fristad.page.Empty;
import se.fristad.page.Paging;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.Table.Cell;
import se.fristad.page.Table.Column;
import se.fristad.page.Texts;
import se.fristad.page.Tone;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// The head's page of what is late, by person and for the whole team: whoever has too much is
/// helped before a limit of the law passes.
@StaffFace
@Controller
class OverduePages {
  static final String HREF = "/staff/overdue";
  private static final int SOON = 7;

  private final InTime inTime;
  private final StaffNames names;
  private final Shells shells;
  private final Clock clock;

  OverduePages(InTime inTime, StaffNames names, Shells shells, Clock clock) {
    this.inTime = inTime;
    this.names = names;
    this.shells = shells;
    this.clock = clock;
  }

  @Allowed(Role.HEAD)
  @GetMapping(HREF)
  View page(HttpServletRequest request, Viewer viewer) {
    Shell shell = shells.shell(viewer, request);
    Texts texts = shell.texts();
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, Files.HERE);
    List<InTimeRows.Overdue> all = inTime.overdue(viewer, now, Tasks.endOf(today.plusDays(SOON)));
    Map<UUID, Confidential> known =
        names.of(
            all.stream()
                .map(InTimeRows.Overdue::staff)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    List<Table.Row> rows = new ArrayList<>();
    int late = 0;
    int passed = 0;
    int soon = 0;
    LocalDate oldest = null;
    for (InTimeRows.Overdue one : all) {
      late += one.late();
      passed += one.passed();
      soon += one.soon();
      LocalDate first = one.oldest();
      if (first != null && (oldest == null || first.isBefore(oldest))) {
        oldest = first;
      }
      rows.add(row(texts, who(texts, known, one.staff()), one, today));
    }
    if (rows.size() > 1) {
      rows.add(
          row(
              texts,
              texts.t("casework.overdue.team"),
              new InTimeRows.Overdue(null, late, passed, soon, oldest),
              today));
    }
    return View.of(
        "casework/overdue",
        new OverduePage(
            shell,
            new Table(
                texts.t("casework.overdue"),
                List.of(
                    Column.of(texts.t("casework.overdue.who")),
                    Column.number(texts.t("casework.overdue.passed")),
                    Column.number(texts.t("casework.overdue.late")),
                    Column.number(texts.t("casework.overdue.soon")),
                    Column.of(texts.t("casework.overdue.oldest"))),
                rows,
                Paging.whole(rows.size()),
                Empty.of(texts.t("casework.overdue.empty"), texts.t("casework.overdue.empty.text")),
                false,
                null)));
  }

  private static String who(Texts texts, Map<UUID, Confidential> known, @Nullable UUID staff) {
    Confidential name = staff == null ? null : known.get(staff);
    return staff == null
        ? texts.t("casework.due.head")
        : name == null ? texts.t("casework.somebody") : name.reveal();
  }

  private static Table.Row row(Texts texts, String who, InTimeRows.Overdue one, LocalDate today) {
    LocalDate oldest = one.oldest();
    return Table.Row.of(
        Cell.of(who),
        one.passed() == 0
            ? Cell.of(texts.number(0))
            : Cell.badge(texts.number(one.passed()), Tone.DANGER),
        Cell.of(texts.number(one.late())),
        Cell.of(texts.number(one.soon())),
        oldest == null
            ? Cell.of("–")
            : Cell.of(texts.near(oldest, today)).withDetail(texts.date(oldest)));
  }
}
