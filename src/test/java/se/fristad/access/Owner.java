package se.fristad.access;

import java.sql.SQLException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import se.fristad.house.TestHouse;

/// The owner of the database, in tests only: looks behind the functions, and makes rows older,
// which
/// is how tests move the clock that sessions go by.
final class Owner {
  private final JdbcClient sql;

  Owner(TestHouse house) {
    try {
      sql = JdbcClient.create(new SingleConnectionDataSource(house.superuser(), true));
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
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
