package se.fristad.intake;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of for whom an offer or a series is not there.
@Component
class NotForRows {
  private static final String OF =
      " (o.thread = cast(:thread as uuid) or o.intake = cast(:intake as uuid))";

  private final JdbcClient sql;

  NotForRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// The offers and series that are not there for a member of staff.
  Set<UUID> heldFrom(UUID staff) {
    return new HashSet<>(
        sql.sql("select coalesce(offer, service) from intake.not_for where staff = ?")
            .param(staff)
            .query((row, number) -> row.getObject(1, UUID.class))
            .list());
  }

  /// From now on what came out of a conversation, or out of an intake, is not there for these.
  void hold(@Nullable UUID thread, @Nullable UUID intake, Collection<UUID> staff, Instant at) {
    for (String into :
        new String[] {
          "insert into intake.not_for (offer, staff, at) select o.id, s.staff, :at from intake.offer o, unnest(:staff) as s (staff) where"
              + OF
              + " on conflict do nothing",
          "insert into intake.not_for (service, staff, at) select o.id, s.staff, :at from intake.service o, unnest(:staff) as s (staff) where o.thread = cast(:thread as uuid) on conflict do nothing"
        }) {
      var asked =
          sql.sql(into)
              .param("thread", thread, Types.OTHER)
              .param("staff", staff.toArray(UUID[]::new))
              .param("at", Timestamp.from(at));
      (into.contains(":intake") ? asked.param("intake", intake, Types.OTHER) : asked).update();
    }
  }

  /// What came out of them is there again for somebody.
  void release(@Nullable UUID thread, @Nullable UUID intake, UUID staff) {
    sql.sql(
            "delete from intake.not_for n using intake.offer o where n.offer = o.id and n.staff = :staff and"
                + OF)
        .param("thread", thread, Types.OTHER)
        .param("intake", intake, Types.OTHER)
        .param("staff", staff)
        .update();
    sql.sql(
            "delete from intake.not_for n using intake.service o where n.service = o.id and n.staff = :staff and o.thread = cast(:thread as uuid)")
        .param("thread", thread, Types.OTHER)
        .param("staff", staff)
        .update();
  }
}
