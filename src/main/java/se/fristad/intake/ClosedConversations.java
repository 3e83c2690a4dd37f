package se.fristad.intake;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.contact.ThreadClosed;

/// Keeps a conversation in sight that was closed before anyone made an intake of it. A call that
/// was closed with a reason is settled.
@StaffFace
@Component
class ClosedConversations {
  private final IntakeRows rows;

  ClosedConversations(IntakeRows rows) {
    this.rows = rows;
  }

  /// Idempotent: told twice, it is remembered once.
  @ApplicationModuleListener(
      condition = "#closed.queue().name() == 'SUPPORT' and !#closed.reasoned()")
  public void remindOfIntake(ThreadClosed closed) {
    rows.remember(closed.thread(), closed.at());
  }
}
