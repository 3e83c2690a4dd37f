package se.fristad.statistics;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of releases.
@StaffOrJobs
@Component
class ReleaseRows {
  private final JdbcClient sql;

  ReleaseRows(JdbcClient sql) {
    this.sql = sql;
  }

  /// A number of a release, for those who make the next one.
  record Frozen(Cell cell, long n, @Nullable Label label) {}

  /// A cell with its number, to be frozen.
  record Freezing(Cell cell, long n, boolean late) {}

  /// A release that can be read.
  record Made(Period period, Instant at, int hidden, int programmes) {}

  /// What is told of a cell; the number only where it is shown, so that no other leaves the
  /// database on the way to a page.
  record Told(Cell cell, Label label, @Nullable Long n, boolean late) {}

  /// Closes a period to new facts; false when it is closed.
  boolean freeze(Period period, Instant at) {
    return sql.sql(
                """
                insert into statistics.release (year, quarter, frozen_at) values (?, ?, ?)
                  on conflict do nothing
                """)
            .params(period.inYear(), period.quarter(), Timestamp.from(at))
            .update()
        == 1;
  }

  void keep(List<Freezing> cells) {
    sql.sql(
            """
            insert into statistics.cell (year, quarter, municipality, measure, dimension, value, n, late)
              select * from unnest(:year::int[], :quarter::int[], :municipality::text[], :measure::text[],
                                   :dimension::text[], :value::text[], :n::int[], :late::boolean[])
            """)
        .param("year", array(cells, one -> one.cell().period().inYear(), Integer[]::new))
        .param("quarter", array(cells, one -> one.cell().period().quarter(), Integer[]::new))
        .param("municipality", array(cells, one -> one.cell().municipality(), String[]::new))
        .param("measure", array(cells, one -> one.cell().measure().code(), String[]::new))
        .param("dimension", array(cells, one -> code(one.cell().dimension()), String[]::new))
        .param("value", array(cells, one -> one.cell().value(), String[]::new))
        .param("n", array(cells, one -> Math.toIntExact(one.n()), Integer[]::new))
        .param("late", array(cells, Freezing::late, Boolean[]::new))
        .update();
  }

  private static <T, A> A[] array(
      List<T> all, java.util.function.Function<T, A> of, java.util.function.IntFunction<A[]> made) {
    return all.stream().map(of).toArray(made);
  }

  /// The periods that are closed to new facts.
  List<Period> frozen() {
    return periods("select year, quarter from statistics.release");
  }

  /// Those of them that cannot be read yet.
  List<Period> unmade() {
    return periods("select year, quarter from statistics.release where made_at is null");
  }

  private List<Period> periods(String question) {
    return sql
        .sql(question)
        .query((row, number) -> new Period(row.getInt(1), row.getInt(2)))
        .list()
        .stream()
        .sorted()
        .toList();
  }

  /// Everything frozen of a year.
  List<Frozen> ofYear(int year) {
    return sql.sql(
            """
            select year, quarter, municipality, measure, dimension, value, n, label
              from statistics.cell where year = ?
            """)
        .param(year)
        .query((row, number) -> {
          String label = row.getString(8);
          return new Frozen(
              cell(
                  row.getInt(1),
                  row.getInt(2),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5),
                  row.getString(6)),
              row.getLong(7),
              label == null ? null : Label.of(label));
        })
        .list();
  }

  /// Whether a period waits for its labels; its row is locked.
  boolean isUnmade(Period period) {
    return sql.sql(
            "select true from statistics.release where year = ? and quarter = ? and made_at is null for update")
        .params(period.inYear(), period.quarter())
        .query(Boolean.class)
        .optional()
        .isPresent();
  }

  void label(Map<Cell, Label> labels) {
    List<Map.Entry<Cell, Label>> all = List.copyOf(labels.entrySet());
    sql.sql(
            """
            update statistics.cell c set label = t.label
              from unnest(:year::int[], :quarter::int[], :municipality::text[], :measure::text[],
                          :dimension::text[], :value::text[], :label::text[])
                as t (year, quarter, municipality, measure, dimension, value, label)
              where c.label is null and c.year = t.year and c.quarter = t.quarter
                and c.municipality = t.municipality and c.measure = t.measure
                and c.dimension = t.dimension and c.value = t.value
            """)
        .param("year", array(all, one -> one.getKey().period().inYear(), Integer[]::new))
        .param("quarter", array(all, one -> one.getKey().period().quarter(), Integer[]::new))
        .param("municipality", array(all, one -> one.getKey().municipality(), String[]::new))
        .param("measure", array(all, one -> one.getKey().measure().code(), String[]::new))
        .param("dimension", array(all, one -> code(one.getKey().dimension()), String[]::new))
        .param("value", array(all, one -> one.getKey().value(), String[]::new))
        .param("label", array(all, one -> one.getValue().code(), String[]::new))
        .update();
  }

  void made(Period period, @Nullable UUID by, Instant at, int hidden, int programmes) {
    sql.sql(
            """
            update statistics.release set made_by = :by, made_at = :at, hidden = :hidden, programmes = :programmes
              where year = :year and quarter = :quarter and made_at is null
            """)
        .param("by", by, java.sql.Types.OTHER)
        .param("at", Timestamp.from(at))
        .param("hidden", hidden)
        .param("programmes", programmes)
        .param("year", period.inYear())
        .param("quarter", period.quarter())
        .update();
  }

  /// The releases that can be read, in the order of time.
  List<Made> made() {
    return sql
        .sql(
            """
            select year, quarter, made_at, hidden, programmes from statistics.release
              where made_at is not null
            """)
        .query((row, number) -> {
          Timestamp at = row.getTimestamp(3);
          return new Made(
              new Period(row.getInt(1), row.getInt(2)),
              at.toInstant(),
              row.getInt(4),
              row.getInt(5));
        })
        .list()
        .stream()
        .sorted(java.util.Comparator.comparing(Made::period))
        .toList();
  }

  /// What is told in a release; nothing when it cannot be read.
  List<Told> told(Period period) {
    return sql.sql(
            """
            select c.year, c.quarter, c.municipality, c.measure, c.dimension, c.value, c.label,
                   case when c.label = 'shown' then c.n end, c.late
              from statistics.cell c
              join statistics.release r on r.year = c.year and r.quarter = c.quarter and r.made_at is not null
              where c.year = ? and c.quarter = ? and c.label is not null
            """)
        .params(period.inYear(), period.quarter())
        .query((row, number) ->
            new Told(
                cell(
                    row.getInt(1),
                    row.getInt(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6)),
                Label.of(row.getString(7)),
                Optional.ofNullable(row.getObject(8))
                    .map(n -> ((Number) n).longValue())
                    .orElse(null),
                row.getBoolean(9)))
        .list();
  }

  /// The county's whole numbers of a release as they are, hidden or not.
  Map<Measure, Long> wholes(Period period) {
    Map<Measure, Long> wholes = new EnumMap<>(Measure.class);
    sql.sql(
            """
            select c.measure, c.n from statistics.cell c
              join statistics.release r on r.year = c.year and r.quarter = c.quarter and r.made_at is not null
              where c.year = ? and c.quarter = ? and c.municipality = '' and c.dimension = ''
            """)
        .params(period.inYear(), period.quarter())
        .query(
            (org.springframework.jdbc.core.RowCallbackHandler)
                row -> wholes.put(Measure.of(row.getString(1)), row.getLong(2)));
    return wholes;
  }

  private static Cell cell(
      int year, int quarter, String municipality, String measure, String dimension, String value) {
    return new Cell(
        new Period(year, quarter),
        Measure.of(measure),
        dimension.isEmpty() ? null : Dimension.of(dimension),
        value,
        municipality);
  }

  private static String code(@Nullable Dimension dimension) {
    return dimension == null ? "" : dimension.code();
  }
}
