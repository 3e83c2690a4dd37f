package se.fristad.intake;

import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fristad.access.DaySection;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.intake.web.AwaitingPage;
import se.fristad.page.Shell;
import se.fristad.page.View;

/// Applications that nobody has taken up, on top of my day: an investigation is opened at once (14
/// kap. 2 § SoL).
@Order(20)
@StaffFace
@Component
class AwaitingInvestigation implements DaySection {
  private static final Set<Role> SHOWN_TO = Set.of(Role.CASEWORKER, Role.HEAD);

  private final Intakes intakes;

  AwaitingInvestigation(Intakes intakes) {
    this.intakes = intakes;
  }

  @Override
  public Optional<View> today(Viewer viewer, Shell shell) {
    if (!SHOWN_TO.contains(viewer.role())) {
      return Optional.empty();
    }
    int waiting = intakes.list(viewer, Shown.INVESTIGATION, 1).total();
    return waiting == 0
        ? Optional.empty()
        : Optional.of(
            View.of(
                "intake/awaiting",
                new AwaitingPage(shell, shell.t("intake.list.urgent", waiting))));
  }
}
