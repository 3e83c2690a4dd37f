package se.fristad.contact.lobby;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.fristad.contact.Queue;
import se.fristad.retention.Holdings;
import se.fristad.retention.Period;
import se.fristad.vault.Side;

/// Calls for help stay a year, for the yearly review of the staff's own safety.
@Component
class HelpHoldings implements Holdings {
  private final HelpRows rows;

  HelpHoldings(HelpRows rows) {
    this.rows = rows;
  }

  @Override
  public String module() {
    return "contact";
  }

  @Override
  public String kind() {
    return "help";
  }

  @Override
  public List<Side> sides() {
    return List.of(Queue.SUPPORT.side(), Queue.CHANGE.side());
  }

  @Override
  public List<UUID> due(Instant now, int most) {
    return rows.endedBefore(LobbyHoldings.here(), now.minus(Period.HELP_CALL.length()), most);
  }

  @Override
  public void destroy(UUID id) {
    rows.destroy(LobbyHoldings.here(), id);
  }
}
