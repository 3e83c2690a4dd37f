package se.fristad.casework;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.retention.Holdings;
import se.fristad.retention.Period;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;
import se.fristad.vault.Side;

/// Two things of no file that tell of a member of staff: that she asked for an emergency hour of
/// somebody who is not there, and that she wanted to open the file of her kin. The first dies
/// ninety days after it, the second ninety days after the head has seen it; one that no head has
/// seen stands.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class AskedHoldings implements Holdings {
  private final JdbcClient sql;

  AskedHoldings(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public String module() {
    return "casework";
  }

  @Override
  public String kind() {
    return "asked";
  }

  @Override
  public List<Side> sides() {
    return List.of(Side.SUPPORT);
  }

  @Override
  public List<UUID> due(Instant now, int most) {
    return sql.sql(
            """
            select id from (
              select id, at from casework.emergency where file is null and at <= :then
              union all
              select id, seen_at from casework.mark_met where seen_at <= :then) asked
             order by at limit :most
            """)
        .param("then", Timestamp.from(now.minus(Period.ASKED_IN_VAIN.length())))
        .param("most", most)
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  @Override
  public void destroy(UUID id) {
    sql.sql("delete from casework.emergency where id = ? and file is null").param(id).update();
    sql.sql("delete from casework.mark_met where id = ? and seen_at is not null")
        .param(id)
        .update();
  }
}
