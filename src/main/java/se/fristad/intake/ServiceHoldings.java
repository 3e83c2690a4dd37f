package se.fristad.intake;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.fristad.contact.Queue;
import se.fristad.contact.RemainingThreads;
import se.fristad.retention.Holdings;
import se.fristad.retention.Period;
import se.fristad.vault.Side;

/// Series of support without assessment die thirty days after their end when they name nobody, and
/// five years after when they do.
@Component
class ServiceHoldings implements Holdings {
  private final ServiceRows rows;
  private final RemainingThreads remaining;

  ServiceHoldings(ServiceRows rows, RemainingThreads remaining) {
    this.rows = rows;
    this.remaining = remaining;
  }

  @Override
  public String module() {
    return "intake";
  }

  @Override
  public String kind() {
    return "service";
  }

  @Override
  public List<Side> sides() {
    return List.of(Side.SUPPORT);
  }

  @Override
  public List<UUID> due(Instant now, int most) {
    return rows.due(
        now.minus(Period.SERVICE_ANONYMOUS.length()),
        now.minus(Period.SERVICE_NAMED.length()),
        most);
  }

  @Override
  public void destroy(UUID id) {
    rows.destroy(id);
  }

  @Override
  public int forgetGone() {
    Set<UUID> gone = new HashSet<>(rows.threads());
    gone.removeAll(remaining.of(Queue.SUPPORT, gone));
    return gone.isEmpty() ? 0 : rows.forgetGone(gone);
  }
}
