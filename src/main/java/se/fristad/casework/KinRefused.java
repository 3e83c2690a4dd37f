package se.fristad.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fristad.access.DaySection;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.StaffNames;
import se.fristad.access.Viewer;
import se.fristad.casework.web.DayKin;
import se.fristad.page.Shell;
import se.fristad.page.View;
import se.fristad.vault.Confidential;

/// On top of the head's day: who wanted to open a file of her kin or neighbour and was refused. The
/// matter waits for somebody else.
@Order(20)
@StaffFace
@Component
class KinRefused implements DaySection {
  private final Marks marks;
  private final StaffNames names;

  KinRefused(Marks marks, StaffNames names) {
    this.marks = marks;
    this.names = names;
  }

  @Override
  public Optional<View> today(Viewer viewer, Shell shell) {
    if (viewer.role() != Role.HEAD) {
      return Optional.empty();
    }
    List<MarkRows.Refused> unseen = marks.unseen(viewer);
    if (unseen.isEmpty()) {
      return Optional.empty();
    }
    Map<UUID, Confidential> known =
        names.of(unseen.stream().map(MarkRows.Refused::staff).collect(Collectors.toSet()));
    return Optional.of(
        View.of(
            "casework/day-kin",
            new DayKin(
                shell,
                unseen.stream()
                    .map(one -> {
                      Confidential name = known.get(one.staff());
                      return new DayKin.One(
                          shell.t(
                              "casework.kin.refused.one",
                              name == null ? shell.t("casework.somebody") : name.reveal(),
                              shell.texts().moment(one.at())),
                          one.intake() == null ? null : "/staff/intakes/" + one.intake(),
                          KinPages.HREF + "/met/" + one.id());
                    })
                    .toList())));
  }
}
