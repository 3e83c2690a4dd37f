package se.fristad.house;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The eye of the one who owns the database: what stands in the tables and in the log, whatever the
/// logins may see; and the hand that does what nobody may do.
public final class TestDatabase {
  private final JdbcClient sql;

  TestDatabase(TestHouse house) {
    try {
      sql = JdbcClient.create(new SingleConnectionDataSource(house.superuser(), true));
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /// A number: `count("select count(*) from intake.intake where id = ?", id)`.
  public long count(String question, Object... values) {
    return sql.sql(question).params(values).query(Long.class).single();
  }

  /// A text.
  public String text(String question, Object... values) {
    return sql.sql(question).params(values).query(String.class).single();
  }

  /// Does something by hand that no login may do.
  public void byHand(String statement, Object... values) {
    sql.sql(statement).params(values).update();
  }

  /// The log's lines about a record, as `act:outcome`, in their order.
  public List<String> log(UUID subject) {
    return sql.sql("select act || ':' || outcome from audit.line where subject = ? order by id")
        .param(subject)
        .query((row, number) -> row.getString(1))
        .list();
  }

  /// For what needs more.
  public JdbcClient sql() {
    return sql;
  }
}
