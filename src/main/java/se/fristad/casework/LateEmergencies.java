package se.fristad.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fristad.access.Purpose;
import se.fristad.audit.AuditLog;
import se.fristad.audit.LogLine;
import se.fristad.audit.Outcome;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;
import se.fristad.vault.Side;
import se.fristad.vault.Sweep;

/// An emergency hour that no head has looked at within a working day gets a line in the log, where
/// the log reviewer finds it.
@OnFace(Face.JOBS)
@Component
class LateEmergencies implements Sweep {
  private static final int MOST = 200;

  private final EmergencyRows rows;
  private final AuditLog log;
  private final TransactionTemplate transaction;

  LateEmergencies(EmergencyRows rows, AuditLog log, PlatformTransactionManager transactions) {
    this.rows = rows;
    this.log = log;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public String name() {
    return "late-emergencies";
  }

  @Override
  public Side side() {
    return Side.SUPPORT;
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(10);
  }

  @Override
  public void sweep(Instant now) {
    transaction.executeWithoutResult(status -> {
      List<EmergencyRows.Late> late = rows.late(now, MOST);
      late.forEach(one ->
          log.append(
              LogLine.about(
                  null,
                  null,
                  null,
                  "emergency_unreviewed",
                  EmergencyRule.KIND,
                  one.file(),
                  Purpose.EMERGENCY.code(),
                  Outcome.DONE)));
    });
  }
}
