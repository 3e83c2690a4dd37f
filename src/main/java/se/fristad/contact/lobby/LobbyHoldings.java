package se.fristad.contact.lobby;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.fristad.contact.Queue;
import se.fristad.retention.Holdings;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// After the day nothing is left of who waited; of who had a time only whether she came, as long as
/// the time itself stands.
@Component
class LobbyHoldings implements Holdings {
  private final LobbyRows rows;

  LobbyHoldings(LobbyRows rows) {
    this.rows = rows;
  }

  @Override
  public String module() {
    return "contact";
  }

  @Override
  public String kind() {
    return LobbyRule.KIND;
  }

  @Override
  public List<Side> sides() {
    return List.of(Queue.SUPPORT.side(), Queue.CHANGE.side());
  }

  @Override
  public List<UUID> due(Instant now, int most) {
    return rows.past(here(), Lobby.day(now), most);
  }

  @Override
  public void destroy(UUID id) {
    rows.destroy(here(), id);
  }

  /// The queue of the running side whose people come to a house.
  static Queue here() {
    return Sides.current() == Queue.CHANGE.side() ? Queue.CHANGE : Queue.SUPPORT;
  }
}
