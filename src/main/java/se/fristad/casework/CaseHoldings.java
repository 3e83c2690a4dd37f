package se.fristad.casework;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.law.Deadlines;
import se.fristad.retention.Holdings;
import se.fristad.vault.Side;

/// A closed adult file dies five years after the last note (16 kap. 1 § SoL), with its person when
/// no other file is hers.
@Component
class CaseHoldings implements Holdings {
  private final JdbcClient sql;

  CaseHoldings(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public String module() {
    return "casework";
  }

  @Override
  public String kind() {
    return CaseFileRule.KIND;
  }

  @Override
  public List<Side> sides() {
    return List.of(Side.SUPPORT);
  }

  @Override
  public List<UUID> due(Instant now, int most) {
    LocalDate today = LocalDate.ofInstant(now, Files.HERE);
    return sql
        .sql(
            """
            select id, noted_at from casework.file
             where state = 'closed' and kind = 'adult' and noted_at <= ? order by noted_at
            """)
        .param(Timestamp.from(today.minusYears(4).atStartOfDay(Files.HERE).toInstant()))
        .query((row, number) ->
            new Closed(row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()))
        .list()
        .stream()
        .filter(closed -> !closed.destroyedFrom().isAfter(today))
        .map(Closed::id)
        .limit(most)
        .toList();
  }

  private record Closed(UUID id, Instant notedAt) {
    LocalDate destroyedFrom() {
      return Deadlines.destruction(LocalDate.ofInstant(notedAt, Files.HERE)).strict();
    }
  }

  @Override
  public void destroy(UUID id) {
    List<UUID> person =
        sql.sql("delete from casework.file where id = ? returning person")
            .param(id)
            .query((row, number) -> row.getObject(1, UUID.class))
            .list();
    person.forEach(one ->
        sql.sql(
                "delete from casework.person p where p.id = ? and not exists (select from casework.file f where f.person = p.id)")
            .param(one)
            .update());
  }
}
