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

/// A form that nobody has sent or touched for thirty days dies.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class FormHoldings implements Holdings {
  private final JdbcClient sql;

  FormHoldings(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public String module() {
    return "casework";
  }

  @Override
  public String kind() {
    return "form";
  }

  @Override
  public List<Side> sides() {
    return List.of(Side.SUPPORT);
  }

  @Override
  public List<UUID> due(Instant now, int most) {
    return sql.sql("select id from casework.form where saved_at <= ? order by saved_at limit ?")
        .params(Timestamp.from(now.minus(Period.FORM.length())), most)
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  @Override
  public void destroy(UUID id) {
    sql.sql("delete from casework.form where id = ?").param(id).update();
  }
}
