package se.fristad.contact;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import se.fristad.contact.front.Said;
import se.fristad.contact.front.VisitToken;
import se.fristad.contact.front.Visits;
import se.fristad.house.TestHouse;
import se.fristad.vault.Confidential;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// People who write to us, and the eye of the one who owns the database: what stands in the tables
/// and in the log.
@TestComponent
public final class People {
  private final Visits visits;
  private final JdbcClient sql;

  People(Visits visits) throws SQLException {
    this.visits = visits;
    this.sql =
        JdbcClient.create(new SingleConnectionDataSource(TestHouse.shared().superuser(), true));
  }

  /// Someone who has written.
  ///
  /// @param thread her conversation
  /// @param token her open page
  public record Person(UUID thread, Queue queue, VisitToken token) {
    /// The address of the conversation on the staff face.
    public String href() {
      return "/staff/inbox/" + (queue == Queue.SUPPORT ? "support" : "change") + "/" + thread;
    }
  }

  /// Someone writes for the first time.
  public Person writes(Queue queue, String words) {
    VisitToken token = VisitToken.minted();
    Said said =
        Sides.on(
            Side.FRONT,
            () ->
                visits.begin(queue, token, UUID.randomUUID(), Confidential.of(words), "sv", true));
    if (!(said instanceof Said.Acknowledged)) {
      throw new IllegalStateException(said.toString());
    }
    UUID thread =
        sql.sql("select id from " + queue.schema() + ".thread order by begun_at desc limit 1")
            .query(UUID.class)
            .single();
    return new Person(thread, queue, token);
  }

  /// She writes again.
  public void writesMore(Person person, String words) {
    Sides.run(
        Side.FRONT,
        () ->
            visits.say(person.queue(), person.token(), UUID.randomUUID(), Confidential.of(words)));
  }

  /// A number from the database.
  public long count(String question, Object... values) {
    return sql.sql(question).params(values).query(Long.class).single();
  }

  /// An id from the database.
  public UUID id(String question, Object... values) {
    return sql.sql(question)
        .params(values)
        .query((row, number) -> row.getObject(1, UUID.class))
        .single();
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
}
