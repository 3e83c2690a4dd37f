package se.fristad.contact.reception;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fristad.audit.AuditLog;
import se.fristad.audit.LogLine;
import se.fristad.audit.Outcome;
import se.fristad.centre.Centre;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.Queue;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;
import se.fristad.vault.Sides;

/// What times leave behind: numbers of a month (*mottagningens räkneverk*).
///
/// A time is counted once, when it has begun, in the month in which it lies: whoever has everything
/// destroyed afterwards stays a number and nothing else. A day is closed when it is over and all
/// its times are counted; a month is told when its last day is closed, and never changes again.
@OnFace({Face.STAFF, Face.JOBS})
@Component
public class TimeCounts {
  private static final int AT_ONCE = 200;

  /// So many days are closed in one look, if nobody has looked for long.
  private static final int DAYS_AT_ONCE = 400;

  private final JdbcClient sql;
  private final MeetingRows meetings;
  private final Predicate<LocalDate> open;
  private final AuditLog log;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  TimeCounts(
      JdbcClient sql,
      MeetingRows meetings,
      Centre centre,
      AuditLog log,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions) {
    this.sql = sql;
    this.meetings = meetings;
    this.open = centre.hours()::isOpenOn;
    this.log = log;
    this.events = events;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// A counter of a month.
  ///
  /// @param month its first day
  record Count(LocalDate month, String what, long number) {}

  /// From which day times are counted, and the last day of which all are.
  record Counted(LocalDate since, LocalDate through) {
    /// Whether a month is told: all its days are counted. The first one may have begun before.
    boolean tells(LocalDate month) {
      return !month.plusMonths(1).isAfter(through.plusDays(1))
          && !month.isBefore(since.withDayOfMonth(1));
    }
  }

  /// @param thread the conversation of somebody who seeks support
  /// @param errand what somebody who asks in her work came for
  private record Begun(
      UUID meeting,
      @Nullable UUID thread,
      boolean acute,
      LocalDate day,
      @Nullable LocalDate asked,
      boolean later,
      Optional<String> language,
      Optional<String> errand) {}

  /// Counts what has begun, and closes the days that are over.
  public void count(Queue queue, Instant now) {
    Sides.run(
        queue.side(),
        () -> {
          while (Boolean.TRUE.equals(transaction.execute(status -> begun(queue, now)))) {
            // until none is left
          }
          LocalDate today = LocalDate.ofInstant(now, OpeningHours.HERE);
          for (int days = 0; days < DAYS_AT_ONCE; days++) {
            if (!Boolean.TRUE.equals(transaction.execute(status -> close(queue, today, now)))) {
              break;
            }
          }
        });
  }

  /// What is counted of the months between two, both included; only of those that are told.
  List<Count> between(Queue queue, LocalDate first, LocalDate last) {
    return Sides.on(
        queue.side(),
        () -> {
          Optional<Counted> counted = counted(queue);
          return counted.isEmpty()
              ? List.of()
              : sql
                  .sql(
                      "select month, what, number from "
                          + queue.schema()
                          + ".time_count where month between :first and :last")
                  .param("first", first)
                  .param("last", last)
                  .query((row, number) ->
                      new Count(
                          row.getObject(1, LocalDate.class), row.getString(2), row.getLong(3)))
                  .list()
                  .stream()
                  .filter(one -> counted.get().tells(one.month()))
                  .toList();
        });
  }

  /// How far it has come; nothing when no day is counted yet.
  Optional<Counted> known(Queue queue) {
    return Sides.on(queue.side(), () -> counted(queue));
  }

  private Optional<Counted> counted(Queue queue) {
    return sql.sql("select since, through from " + queue.schema() + ".time_counted")
        .query((row, number) ->
            new Counted(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)))
        .optional();
  }

  /// Counts some of what has begun; true when there may be more.
  private boolean begun(Queue queue, Instant now) {
    String schema = queue.schema();
    List<Begun> some =
        sql.sql(
                "select m.id, m.thread, m.kind = 'acute', m.from_at, t.begun_at, exists (select from "
                    + schema
                    + ".meeting e where e.thread = m.thread and e.counted), i.language, m.errand from "
                    + schema
                    + ".meeting m left join "
                    + schema
                    + ".thread t on t.id = m.thread left join "
                    + schema
                    + ".interpreter i on i.meeting = m.id and i.state <> 'called_off'"
                    + " where not m.counted and m.state = 'booked' and m.kind <> 'group' and m.from_at <= ? order by m.from_at limit ? for update of m skip locked")
            .params(Timestamp.from(now), AT_ONCE)
            .query((row, number) ->
                new Begun(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getBoolean(3),
                    LocalDate.ofInstant(row.getTimestamp(4).toInstant(), OpeningHours.HERE),
                    row.getTimestamp(5) == null
                        ? null
                        : LocalDate.ofInstant(row.getTimestamp(5).toInstant(), OpeningHours.HERE),
                    row.getBoolean(6),
                    Optional.ofNullable(row.getString(7)),
                    Optional.ofNullable(row.getString(8))))
            .list();
    Set<UUID> met = new HashSet<>();
    for (Begun one : some) {
      List<String> what =
          one.errand()
              .map(errand -> List.of("consulted", "consulted_" + errand))
              .orElseGet(() -> person(one, met));
      what.forEach(each -> add(queue, one.day(), each, 1));
      sql.sql("update " + schema + ".meeting set counted = true where id = ?")
          .param(one.meeting())
          .update();
    }
    return some.size() == AT_ONCE;
  }

  /// What a time of somebody who seeks support counts as.
  private static List<String> person(Begun one, Set<UUID> met) {
    List<String> what = new ArrayList<>();
    what.add("began");
    if (one.acute()) {
      what.add("acute_used");
    }
    LocalDate asked = one.asked();
    UUID thread = one.thread();
    if (!one.later() && asked != null && thread != null && met.add(thread)) {
      what.add("first");
      what.add("wait_" + Wait.between(asked, one.day()).code());
    }
    one.language()
        .ifPresent(language -> {
          what.add("interpreter");
          what.add("interpreter_" + language);
        });
    return what;
  }

  private void add(Queue queue, LocalDate day, String what, int number) {
    sql.sql(
            "insert into "
                + queue.schema()
                + ".time_count as c (month, what, number) values (?, ?, ?) on conflict (month, what)"
                + " do update set number = c.number + excluded.number")
        .params(day.withDayOfMonth(1), what, number)
        .update();
  }

  /// Closes the next day that is over, from the month of the first time that began; false when
  /// there is none.
  private boolean close(Queue queue, LocalDate today, Instant now) {
    String schema = queue.schema();
    sql.sql(
            "insert into "
                + schema
                + ".time_counted (id, since, through) select 1, min(month), min(month) - 1 from "
                + schema
                + ".time_count having count(*) > 0 on conflict do nothing")
        .update();
    LocalDate day =
        sql.sql("select through + 1 from " + schema + ".time_counted for update")
            .query((row, number) -> row.getObject(1, LocalDate.class))
            .optional()
            .orElse(today);
    Instant ends = day.plusDays(1).atStartOfDay(OpeningHours.HERE).toInstant();
    boolean left =
        sql.sql(
                "select exists (select from "
                    + schema
                    + ".meeting where not counted and state = 'booked' and kind <> 'group' and from_at < ?)")
            .param(Timestamp.from(ends))
            .query(Boolean.class)
            .single();
    if (!day.isBefore(today) || left) {
      return false;
    }
    int released = released(queue, day);
    if (released > 0) {
      add(queue, day, "acute_released", released);
    }
    if (day.plusDays(1).getDayOfMonth() == 1) {
      // as it is known when the month ends: what is found out later changes no month that is told
      sql.sql(
              "insert into "
                  + schema
                  + ".time_count (month, what, number) select month,"
                  + " case when what in ('did_not_come', 'walked_in') then what else 'walked_in_' || what end, number from "
                  + schema
                  + ".arrival_count where what in ('did_not_come', 'walked_in', 'conversation', 'intake', 'nothing')"
                  + " and number > 0 and month = ? on conflict do nothing")
          .param(day.withDayOfMonth(1))
          .update();
    }
    sql.sql("update " + schema + ".time_counted set through = ?").param(day).update();
    log.append(
        LogLine.about(
            null, null, null, "count_times", "booked_time", null, day.toString(), Outcome.DONE));
    events.publishEvent(new TimesCounted(queue, day, now));
    return true;
  }

  /// How many acute times a day had for somebody: those of everybody who was there, in a room that
  /// was in order, whoever took them.
  private int released(Queue queue, LocalDate day) {
    Instant begins = day.atStartOfDay(OpeningHours.HERE).toInstant();
    Instant ends = day.plusDays(1).atStartOfDay(OpeningHours.HERE).toInstant();
    Plan plan = meetings.plan(queue, null, begins, ends);
    Plan away =
        new Plan(
            plan.hours().stream().filter(Plan.Hours::acute).toList(),
            plan.held(),
            plan.rooms(),
            plan.taken().stream().filter(Plan.Taken::away).toList());
    return new FreeTimes(away, open, begins, Duration.ZERO).between(day, day).size();
  }
}
