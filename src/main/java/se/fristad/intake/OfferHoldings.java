package se.fristad.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.Queue;
import se.fristad.contact.RemainingThreads;
import se.fristad.retention.Holdings;
import se.fristad.retention.Period;
import se.fristad.vault.Side;

/// A promise to ask again dies the day after it was kept, or thirty days after the day on which
/// nobody could keep it.
@Component
class OfferHoldings implements Holdings {
  private final OfferRows rows;
  private final RemainingThreads remaining;

  OfferHoldings(OfferRows rows, RemainingThreads remaining) {
    this.rows = rows;
    this.remaining = remaining;
  }

  @Override
  public String module() {
    return "intake";
  }

  @Override
  public String kind() {
    return "offer";
  }

  @Override
  public List<Side> sides() {
    return List.of(Side.SUPPORT);
  }

  @Override
  public List<UUID> due(Instant now, int most) {
    return rows.over(
        now.minus(Period.OFFER_KEPT.length()),
        LocalDate.ofInstant(now.minus(Period.OFFER_LOST.length()), OpeningHours.HERE),
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
