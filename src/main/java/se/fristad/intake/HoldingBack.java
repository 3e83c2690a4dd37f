package se.fristad.intake;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.contact.ConflictDeclared;
import se.fristad.contact.ConflictLifted;

/// Remembers who knows the person of a conversation for what came out of it, since the conversation
/// dies first. Until this has run the conversation itself is asked.
@StaffFace
@Component
class HoldingBack {
  private final NotHers notHers;

  HoldingBack(NotHers notHers) {
    this.notHers = notHers;
  }

  /// Idempotent: told twice, it is held once.
  @ApplicationModuleListener(condition = "#declared.queue().name() == 'SUPPORT'")
  public void holdBack(ConflictDeclared declared) {
    notHers.hold(declared.thread(), null, declared.at());
  }

  /// Idempotent; what was declared again meanwhile stays.
  @ApplicationModuleListener(condition = "#lifted.queue().name() == 'SUPPORT'")
  public void releaseAgain(ConflictLifted lifted) {
    notHers.release(lifted.thread(), null, lifted.staff());
  }
}
