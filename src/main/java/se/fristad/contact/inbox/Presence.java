package se.fristad.contact.inbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.contact.Queue;
import se.fristad.contact.ThreadId;
import se.fristad.vault.Sides;

/// Who has a conversation open just now, and who writes in it: so that two of us do not answer at
/// once, and so that the person and we see each other as in any talk. On every node of the database
/// alike.
///
/// It stands in a table without a write-ahead log, seconds ahead and never behind: it says who is
/// here, and nobody can ask who was.
@StaffFace
@Component
class Presence {
  /// An open page asks every two seconds.
  private static final Duration HERE = Duration.ofSeconds(10);

  /// A page in which somebody writes says so every four seconds at most.
  private static final Duration TYPING = Duration.ofSeconds(6);

  private final JdbcClient sql;
  private final Clock clock;

  Presence(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// What is seen of a conversation.
  ///
  /// @param others who else of us has it open
  /// @param typing which of those write
  /// @param person how it stands with the person's page
  /// @param personTyping whether she writes
  record Seen(Set<UUID> others, Set<UUID> typing, Page person, boolean personTyping) {
    Seen {
      others = Set.copyOf(others);
      typing = Set.copyOf(typing);
    }

    /// Changes when anything of it changes.
    String key() {
      return Integer.toHexString(
          (new TreeSet<>(others) + "|" + new TreeSet<>(typing) + "|" + person + personTyping)
              .hashCode());
    }
  }

  /// The person's page, as far as we can see it.
  enum Page {
    /// It stands open, and its line to us holds.
    OPEN,
    /// It stands open without our script: then we do not see whether anybody looks at it.
    UNSEEN,
    /// Its line broke less than three minutes ago.
    LOST,
    /// No page is open.
    CLOSED,
    /// There is no page: a call, or a visit to us.
    NONE
  }

  private record Who(UUID who, boolean typing) {}

  /// Somebody has just read a conversation.
  void here(Queue queue, ThreadId thread, UUID staff) {
    Instant now = clock.instant();
    Sides.run(
        queue.side(),
        () ->
            sql.sql(
                    "insert into "
                        + queue.schema()
                        + ".presence as p (thread, who, here_until)"
                        + " select t.id, ?, ? from "
                        + queue.schema()
                        + ".thread t where t.id = ?"
                        + " on conflict (thread, who) do update set here_until = excluded.here_until")
                .params(staff, Timestamp.from(now.plus(HERE)), thread.value())
                .update());
  }

  /// Somebody still looks at it.
  ///
  /// @return false when she has not been here for a while: then she opens it through the door again
  boolean still(Queue queue, ThreadId thread, UUID staff) {
    Instant now = clock.instant();
    return Sides.on(
        queue.side(),
        () ->
            sql.sql(
                        "update "
                            + queue.schema()
                            + ".presence p set here_until = ? where thread = ? and who = ? and here_until > ?"
                            // to whom the person has said no since, or who has said that she knows
                            // her, is asked at the door again
                            + " and not exists (select from "
                            + queue.schema()
                            + ".invitation i where i.thread = p.thread and i.staff = p.who"
                            + " and (i.answer = 'no' or i.ended_at is not null))"
                            + " and not exists (select from "
                            + queue.schema()
                            + ".conflict c where c.thread = p.thread and c.staff = p.who)")
                    .params(
                        Timestamp.from(now.plus(HERE)), thread.value(), staff, Timestamp.from(now))
                    .update()
                == 1);
  }

  /// She writes; the person sees it for some seconds, and so do colleagues.
  ///
  /// @return false when she does not have it open
  boolean writes(Queue queue, ThreadId thread, UUID staff) {
    Instant now = clock.instant();
    return Sides.on(
        queue.side(),
        () ->
            sql.sql(
                        "update "
                            + queue.schema()
                            + ".presence set typing_until = ? where thread = ? and who = ? and here_until > ?")
                    .params(
                        Timestamp.from(now.plus(TYPING)),
                        thread.value(),
                        staff,
                        Timestamp.from(now))
                    .update()
                == 1);
  }

  /// She has sent what she wrote.
  void stops(Queue queue, ThreadId thread, UUID staff) {
    Sides.run(
        queue.side(),
        () ->
            sql.sql(
                    "update "
                        + queue.schema()
                        + ".presence set typing_until = null where thread = ? and who = ?")
                .params(thread.value(), staff)
                .update());
  }

  /// What is seen of a conversation by somebody who has it open.
  Seen seen(Queue queue, ThreadId thread, UUID staff) {
    Timestamp now = Timestamp.from(clock.instant());
    return Sides.on(
        queue.side(),
        () -> {
          List<Who> here =
              sql.sql(
                      "select who, coalesce(typing_until > ?, false) from "
                          + queue.schema()
                          + ".presence where thread = ? and here_until > ?")
                  .params(now, thread.value(), now)
                  .query((row, number) -> new Who(row.getObject(1, UUID.class), row.getBoolean(2)))
                  .list();
          List<Page> pages =
              sql.sql(
                      "select script, faded from "
                          + queue.schema()
                          + ".visit where thread = ? and wrapped is not null and expires_at > ?")
                  .params(thread.value(), now)
                  .query((row, number) ->
                      row.getBoolean(2) ? Page.LOST : row.getBoolean(1) ? Page.OPEN : Page.UNSEEN)
                  .list();
          boolean spoken =
              sql.sql(
                      "select exists (select from "
                          + queue.schema()
                          + ".handling where thread = ? and channel <> 'chat')")
                  .param(thread.value())
                  .query(Boolean.class)
                  .single();
          return new Seen(
              here.stream()
                  .map(Who::who)
                  .filter(who -> !who.equals(staff) && !who.equals(thread.value()))
                  .collect(Collectors.toSet()),
              here.stream()
                  .filter(Who::typing)
                  .map(Who::who)
                  .filter(who -> !who.equals(staff) && !who.equals(thread.value()))
                  .collect(Collectors.toSet()),
              spoken ? Page.NONE : pages.stream().min(Page::compareTo).orElse(Page.CLOSED),
              here.stream().anyMatch(who -> who.typing() && who.who().equals(thread.value())));
        });
  }
}
