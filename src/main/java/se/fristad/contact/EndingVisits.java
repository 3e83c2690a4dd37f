package se.fristad.contact;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.vault.Sides;

/// Ends visits whose time is over: the key wrapped for the page goes at once, the mark a day later.
@Component
@ConditionalOnExpression("'${fristad.faces}'.contains('jobs')")
public class EndingVisits {
  private final JdbcClient sql;

  EndingVisits(JdbcClient sql) {
    this.sql = sql;
  }

  /// Ends the visits of a queue's door, on its side.
  ///
  /// @return how many were ended
  public int end(Queue queue) {
    return Sides.on(
        queue.side(),
        () -> sql.sql("select " + queue.door() + ".sweep()").query(Integer.class).single());
  }
}
