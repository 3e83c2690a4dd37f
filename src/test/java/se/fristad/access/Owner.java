package se.fristad.access;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.fristad.house.TestHouse;

/// Looks behind the functions of `access`, and makes sessions older, which is how tests move the
/// clock that they go by.
final class Owner {
  private final JdbcClient sql;

  Owner(TestHouse house) {
    sql = house.database().sql();
  }

  /// Moves the sessions of somebody into the past.
  void ageSessions(UUID staff, String interval) {
    sql.sql(
            "UPDATE access.session SET seen_at = seen_at - CAST(? AS interval),"
                + " expires_at = expires_at - CAST(? AS interval) WHERE staff = ?")
        .params(interval, interval, staff)
        .update();
  }

  /// Moves only the end of the whole session, as when somebody has clicked all day.
  void ageWhole(UUID staff, String interval) {
    sql.sql(
            "UPDATE access.session SET expires_at = expires_at - CAST(? AS interval)"
                + " WHERE staff = ?")
        .params(interval, staff)
        .update();
  }

  long count(String table, String where, Object... values) {
    return sql.sql("SELECT count(*) FROM " + table + " WHERE " + where)
        .params(values)
        .query(Long.class)
        .single();
  }

  JdbcClient sql() {
    return sql;
  }
}
