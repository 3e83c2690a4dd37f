package se.fristad.intake;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.contact.InboxSection;
import se.fristad.intake.web.SectionPage;
import se.fristad.page.Empty;
import se.fristad.page.Paging;
import se.fristad.page.Shell;
import se.fristad.page.Table;
import se.fristad.page.View;

/// Under the inbox: the conversations that were closed before an intake was made of them.
@StaffFace
@Component
class WithoutIntake implements InboxSection {
  private static final Set<Role> SHOWN_TO =
      Set.of(Role.RECEPTION, Role.CASEWORKER, Role.TREATMENT_WORKER, Role.HEAD);

  private final Intakes intakes;
  private final Clock clock;

  WithoutIntake(Intakes intakes, Clock clock) {
    this.intakes = intakes;
    this.clock = clock;
  }

  @Override
  public Optional<View> below(Viewer viewer, Shell shell) {
    if (!SHOWN_TO.contains(viewer.role())) {
      return Optional.empty();
    }
    List<IntakeRows.Awaiting> awaiting = intakes.awaiting(viewer);
    return Optional.of(
        View.of(
            "intake/section",
            new SectionPage(
                shell,
                new Table(
                    shell.t("intake.without"),
                    List.of(
                        Table.Column.of(shell.t("intake.without.closed")),
                        Table.Column.of(shell.t("intake.without.next"))),
                    awaiting.stream()
                        .map(row ->
                            Table.Row.of(
                                Table.Cell.of(shell.texts().ago(row.closedAt(), clock.instant()))
                                    .withDetail(shell.texts().moment(row.closedAt())),
                                Table.Cell.link(
                                    shell.t("intake.without.open"),
                                    "/staff/inbox/support/" + row.thread())))
                        .toList(),
                    Paging.whole(awaiting.size()),
                    Empty.of(shell.t("intake.without.empty"), shell.t("intake.without.empty.text")),
                    true,
                    null))));
  }
}
