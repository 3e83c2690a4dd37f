package se.fristad.contact.reception;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fristad.access.DaySection;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.contact.Queue;
import se.fristad.contact.reception.web.AcuteReminded;
import se.fristad.contact.reception.web.TimesPage;
import se.fristad.page.Shell;
import se.fristad.page.View;

/// From the middle of the week the head is told, on *My day*, that the next one has too few acute
/// times; until it has them. Where nobody receives at all nothing can be done there, and nothing is
/// said.
@Order(13)
@StaffFace
@Component
class AcuteReminder implements DaySection {
  /// From which weekday on.
  static final DayOfWeek FROM = DayOfWeek.WEDNESDAY;

  private final AcuteTimes acute;
  private final Receptions receptions;
  private final Clock clock;

  AcuteReminder(AcuteTimes acute, Receptions receptions, Clock clock) {
    this.acute = acute;
    this.receptions = receptions;
    this.clock = clock;
  }

  @Override
  public Optional<View> today(Viewer viewer, Shell shell) {
    LocalDate today = SetUpForms.today(clock);
    if (viewer.role() != Role.HEAD || today.getDayOfWeek().compareTo(FROM) < 0) {
      return Optional.empty();
    }
    LocalDate monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    List<TimesPage.Way> lacking = new ArrayList<>();
    int all = 0;
    for (Queue queue : Receptions.seenBy(viewer)) {
      if (!receptions.receivers(queue).isEmpty()) {
        int missing = acute.week(queue, monday).missing();
        all += missing;
        if (missing > 0) {
          lacking.add(
              new TimesPage.Way(
                  shell.t(
                      "contact.acute.remind.side",
                      shell.t("contact.inbox.door." + BookPages.code(queue)),
                      missing),
                  AcutePages.at(queue, monday),
                  false));
        }
      }
    }
    return all == 0
        ? Optional.empty()
        : Optional.of(
            View.of(
                "contact/acute-reminded",
                new AcuteReminded(shell, shell.t("contact.acute.remind", all), lacking)));
  }
}
