package se.fristad.statistics;

import java.sql.Date;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of counters.
@StaffOrJobs
@Component
class CounterRows {
  private final JdbcClient sql;

  CounterRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// A counter that goes up by one: a whole has its municipality, a part its value.
  record Tick(String municipality, Measure measure, String dimension, String value) {
    static Tick whole(Measure measure, String municipality) {
      return new Tick(Municipalities.counted(municipality), measure, "", "");
    }

    static Tick part(Measure measure, Dimension dimension, String value) {
      return new Tick("", measure, dimension.code(), value);
    }
  }

  /// A counter as it stands.
  record Count(
      LocalDate month,
      String municipality,
      String measure,
      String dimension,
      String value,
      long n,
      boolean late) {}

  /// Notes a fact; false when it has been counted before.
  boolean see(UUID fact, LocalDate today) {
    return sql.sql(
                "insert into statistics.seen (fact, seen_on) values (?, ?) on conflict do nothing")
            .params(fact, Date.valueOf(today))
            .update()
        == 1;
  }

  /// Forgets facts that cannot come again.
  int forget(LocalDate before) {
    return sql.sql("delete from statistics.seen where seen_on < ?")
        .param(Date.valueOf(before))
        .update();
  }

  /// Counting: no period is closed before this transaction ends.
  void holdOpen() {
    sql.sql("select id from statistics.gate where id = 1 for share").query(Integer.class).single();
  }

  /// Closing: nobody counts before this transaction ends.
  void holdShut() {
    sql.sql("select id from statistics.gate where id = 1 for update").query(Integer.class).single();
  }

  /// The quarters that are closed to new facts, from a year on.
  Set<Period> frozenQuarters(int fromYear) {
    return new HashSet<>(
        sql.sql("select year, quarter from statistics.release where quarter > 0 and year >= ?")
            .param(fromYear)
            .query((row, number) -> new Period(row.getInt(1), row.getInt(2)))
            .list());
  }

  void count(LocalDate month, boolean late, List<Tick> ticks) {
    sql.sql(
            """
            insert into statistics.counter as c (month, municipality, measure, dimension, value, n, late)
              select :month, t.municipality, t.measure, t.dimension, t.value, 1, :late
                from unnest(:municipality::text[], :measure::text[], :dimension::text[], :value::text[])
                  as t (municipality, measure, dimension, value)
                order by 2, 3, 4, 5
              on conflict (month, municipality, measure, dimension, value)
                do update set n = c.n + 1, late = c.late + excluded.late
            """)
        .param("month", Date.valueOf(month))
        .param("late", late ? 1 : 0)
        .param("municipality", ticks.stream().map(Tick::municipality).toArray(String[]::new))
        .param("measure", ticks.stream().map(one -> one.measure().code()).toArray(String[]::new))
        .param("dimension", ticks.stream().map(Tick::dimension).toArray(String[]::new))
        .param("value", ticks.stream().map(Tick::value).toArray(String[]::new))
        .update();
  }

  Optional<LocalDate> firstMonth() {
    return sql.sql("select min(month) from statistics.counter")
        .query((row, number) -> Optional.ofNullable(row.getDate(1)).map(Date::toLocalDate))
        .single();
  }

  List<Count> between(LocalDate first, LocalDate last) {
    return sql.sql(
            """
            select month, municipality, measure, dimension, value, n, late > 0
              from statistics.counter where month between ? and ?
            """)
        .params(Date.valueOf(first), Date.valueOf(last))
        .query((row, number) -> {
          Date month = row.getDate(1);
          return new Count(
              month.toLocalDate(),
              row.getString(2),
              row.getString(3),
              row.getString(4),
              row.getString(5),
              row.getLong(6),
              row.getBoolean(7));
        })
        .list();
  }
}
