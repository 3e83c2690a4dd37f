package se.fristad.casework;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;
import se.fristad.vault.Side;
import se.fristad.vault.Sweep;

/// Notes each day what was planned to begin and has begun, more than three months after it was
/// granted: nobody has to say so for the supervisor to be told (34 kap. 2 § SoL).
@OnFace(Face.JOBS)
@Component
class NotingWhatBegan implements Sweep {
  private final NotCarriedOutRows rows;
  private final TransactionTemplate transaction;

  NotingWhatBegan(NotCarriedOutRows rows, PlatformTransactionManager transactions) {
    this.rows = rows;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public String name() {
    return "note-what-began";
  }

  @Override
  public Side side() {
    return Side.SUPPORT;
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void sweep(Instant now) {
    transaction.executeWithoutResult(status -> rows.noteBegun(null, now));
  }
}
