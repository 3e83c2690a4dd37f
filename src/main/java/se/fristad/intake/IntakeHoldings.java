package se.fristad.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.contact.Queue;
import se.fristad.contact.RemainingThreads;
import se.fristad.retention.Holdings;
import se.fristad.retention.Period;
import se.fristad.vault.Side;

/// Intakes that became nothing die after thirty days when they name nobody, and so do drafts that
/// nobody has touched; those that may name somebody after five years (16 kap. 1 § SoL). One that
/// opens an investigation is kept: it belongs to the file.
@Component
class IntakeHoldings implements Holdings {
  private final JdbcClient sql;
  private final IntakeRows rows;
  private final RemainingThreads remaining;

  IntakeHoldings(JdbcClient sql, IntakeRows rows, RemainingThreads remaining) {
    this.sql = sql;
    this.rows = rows;
    this.remaining = remaining;
  }

  @Override
  public String module() {
    return "intake";
  }

  @Override
  public String kind() {
    return "intake";
  }

  @Override
  public List<Side> sides() {
    return List.of(Side.SUPPORT);
  }

  @Override
  public List<UUID> due(Instant now, int most) {
    return sql.sql(
            """
            select id from intake.intake
              where (state = 'concluded' and outcome <> 'opens'
                     and concluded_at <= case when thread is null then cast(? as timestamptz) else cast(? as timestamptz) end)
                 or (state = 'draft' and saved_at <= ?)
              order by made_at limit ?
            """)
        .params(
            Timestamp.from(now.minus(Period.INTAKE_NAMED.length())),
            Timestamp.from(now.minus(Period.INTAKE_BECAME_NOTHING.length())),
            Timestamp.from(now.minus(Period.INTAKE_DRAFT.length())),
            most)
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  @Override
  public void destroy(UUID id) {
    sql.sql("delete from intake.intake where id = ?").param(id).update();
  }

  /// A conversation that she, or time, has destroyed leaves no number here.
  @Override
  public int forgetGone() {
    Set<UUID> gone = rows.threads();
    gone.removeAll(remaining.of(Queue.SUPPORT, gone));
    return gone.isEmpty() ? 0 : rows.forgetGone(gone);
  }
}
