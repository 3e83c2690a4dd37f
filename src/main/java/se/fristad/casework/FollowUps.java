package se.fristad.casework;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.facts.FollowedUp;

/// The follow-up (*uppföljning*): she is asked whether her need was met (A-COO-14).
@StaffFace
@Component
class FollowUps {
  private final Files files;
  private final FollowUpRows rows;
  private final Tasks tasks;
  private final Forms forms;
  private final ApplicationEventPublisher events;

  FollowUps(
      Files files, FollowUpRows rows, Tasks tasks, Forms forms, ApplicationEventPublisher events) {
    this.files = files;
    this.rows = rows;
    this.tasks = tasks;
    this.forms = forms;
    this.events = events;
  }

  /// It is to be made on a day.
  Step<UUID> plan(Viewer viewer, UUID file, LocalDate due) {
    return files.write(
        viewer,
        file,
        "plan_follow_up",
        hand -> {
          hand.open();
          hand.ofAdult();
          if (due.isBefore(hand.today())) {
            throw Files.refused(CaseRule.DATES_IN_ORDER.refusal("due_on", ".past"));
          }
          UUID id = UUID.randomUUID();
          rows.insert(id, hand.id(), due);
          tasks.add(hand.id(), TaskKind.FOLLOW_UP, id, due, hand.responsible());
          return id;
        });
  }

  /// She has answered.
  Step<UUID> answer(Viewer viewer, UUID file, UUID followUp, Road.FollowUp answer) {
    return files.write(
        viewer,
        file,
        "follow_up",
        hand -> {
          hand.open();
          FollowUpRows.Row row =
              rows.find(hand.id(), followUp)
                  .filter(found -> found.doneAt() == null)
                  .orElseThrow(() ->
                      Files.refused(CaseRule.NEED_IS_FOLLOWED_UP.refusal("follow_up", ".done")));
          byte[] sealed =
              hand.seal(row.id(), "follow_up", 1, Words.none().with("words", answer.words()));
          rows.done(row.id(), answer.needMet(), hand.staff(), hand.now(), sealed);
          tasks.done(hand.id(), row.id(), hand.staff(), hand.now(), TaskKind.FOLLOW_UP);
          forms.drop(hand.id(), hand.staff(), "follow_up");
          events.publishEvent(
              new FollowedUp(
                  UUID.randomUUID(), hand.today(), hand.file().municipality(), answer.needMet()));
          return row.id();
        });
  }
}
