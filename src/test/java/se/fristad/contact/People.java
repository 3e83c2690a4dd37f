package se.fristad.contact;

import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import se.fristad.contact.front.Said;
import se.fristad.contact.front.VisitToken;
import se.fristad.contact.front.Visits;
import se.fristad.house.TestDatabase;
import se.fristad.house.TestHouse;
import se.fristad.vault.Confidential;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// People who write to us, and what then stands in the tables and in the log.
@TestComponent
public final class People {
  private final Visits visits;
  private final TestDatabase database = TestHouse.shared().database();

  People(Visits visits) {
    this.visits = visits;
  }

  /// Someone who has written.
  ///
  /// @param thread her conversation
  /// @param token her open page
  public record Person(UUID thread, Queue queue, VisitToken token) {
    /// The address of the conversation on the staff face.
    public String href() {
      return "/staff/inbox/" + queue.name().toLowerCase(java.util.Locale.ROOT) + "/" + thread;
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
        UUID.fromString(
            database.text(
                "select id from " + queue.schema() + ".thread order by begun_at desc limit 1"));
    return new Person(thread, queue, token);
  }

  /// Someone writes at one of the doors.
  public Person writes(Entrance entrance, String words) {
    VisitToken token = VisitToken.minted();
    Said said =
        Sides.on(
            Side.FRONT,
            () ->
                visits.begin(
                    entrance, token, UUID.randomUUID(), Confidential.of(words), "sv", true));
    if (!(said instanceof Said.Acknowledged)) {
      throw new IllegalStateException(said.toString());
    }
    Queue queue = entrance.queue();
    return new Person(latest(queue), queue, token);
  }

  private UUID latest(Queue queue) {
    return UUID.fromString(
        database.text(
            "select id from " + queue.schema() + ".thread order by begun_at desc limit 1"));
  }

  /// She writes again.
  public void writesMore(Person person, String words) {
    Sides.run(
        Side.FRONT,
        () ->
            visits.say(person.queue(), person.token(), UUID.randomUUID(), Confidential.of(words)));
  }

  /// Her open page asks for what is newer than what stands on it.
  public void reads(Person person, int after) {
    Sides.run(Side.FRONT, () -> visits.look(person.queue(), person.token(), after));
  }

  /// As [TestDatabase#count].
  public long count(String question, Object... values) {
    return database.count(question, values);
  }

  /// As [TestDatabase#text].
  public String text(String question, Object... values) {
    return database.text(question, values);
  }

  /// An id from the database.
  public UUID id(String question, Object... values) {
    return database
        .sql()
        .sql(question)
        .params(values)
        .query((row, number) -> row.getObject(1, UUID.class))
        .single();
  }

  /// As [TestDatabase#byHand].
  public void byHand(String statement, Object... values) {
    database.byHand(statement, values);
  }

  /// As [TestDatabase#log].
  public List<String> log(UUID subject) {
    return database.log(subject);
  }
}
