package se.fristad.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fristad.vault.OnSide;
import se.fristad.vault.Side;

/// Reading the log, for the log reviewer alone. Who may do that is decided in `access`; that she
/// read is a line of its own, written by the one who calls.
@Component
@OnSide(Side.LOG)
public class AuditTrail {
  /// The most lines of one page.
  public static final int MOST_LINES = 200;

  private final JdbcClient jdbc;
  private final SealRows seals;
  private final TransactionTemplate transaction;

  AuditTrail(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.seals = new SealRows(jdbc);
    this.transaction = new TransactionTemplate(transactions);
  }

  /// What to show. An absent part filters nothing.
  ///
  /// @param staff who acted
  /// @param subject the record, also where it was one of a list
  /// @param act the act's code
  /// @param day the day by the program's clock, in `zone`
  /// @param zone the centre's time zone
  public record Filter(
      @Nullable UUID staff,
      @Nullable UUID subject,
      @Nullable String act,
      @Nullable LocalDate day,
      ZoneId zone) {
    /// Everything.
    public static Filter none() {
      return new Filter(null, null, null, null, ZoneId.of("Europe/Stockholm"));
    }
  }

  /// A line as the reviewer sees it.
  ///
  /// @param number its number; gaps mean nothing
  /// @param at the clock of the database
  /// @param claimedAt the clock of the program
  /// @param login the login it came by
  /// @param line what was done
  /// @param sealed whether a seal already covers it
  public record Shown(
      long number, Instant at, Instant claimedAt, String login, LogLine line, boolean sealed) {}

  /// A page, newest first.
  ///
  /// @param lines the lines of the page
  /// @param total how many lines the filter finds
  /// @param outcomes how many of them ended how; every outcome has a number
  public record Page(List<Shown> lines, long total, Map<Outcome, Long> outcomes) {}

  /// The end of the chain.
  ///
  /// @param number the last seal, 0 before the first
  /// @param at when it was made
  /// @param unsealed how many lines wait for the next
  public record State(long number, @Nullable Instant at, long unsealed) {}

  /// A page of lines.
  ///
  /// @param page from 0
  /// @param size 1 to [#MOST_LINES]
  public Page page(Filter filter, int page, int size) {
    int limit = Math.clamp(size, 1, MOST_LINES);
    long offset = (long) Math.max(page, 0) * limit;
    return transaction.execute(status -> read(filter, offset, limit));
  }

  /// How far the sealing has come.
  public State state() {
    return transaction.execute(status -> {
      Optional<SealRows.Last> last = seals.last();
      long unsealed =
          jdbc.sql("SELECT count(*) FROM audit.line l WHERE NOT " + SEALED)
              .query(Long.class)
              .single();
      return new State(
          last.map(SealRows.Last::number).orElse(0L),
          last.map(SealRows.Last::at).orElse(null),
          unsealed);
    });
  }

  private static final String SEALED =
      """
      EXISTS (SELECT FROM audit.seal s WHERE s.segment = l.segment AND s.horizon > l.xid)
      """;

  private Page read(Filter filter, long offset, int limit) {
    List<String> conditions = new ArrayList<>(List.of("true"));
    Map<String, Object> params = new HashMap<>();
    if (filter.staff() != null) {
      conditions.add("l.staff = :staff");
      params.put("staff", filter.staff());
    }
    if (filter.subject() != null) {
      conditions.add("(l.subject = :subject OR l.ids @> ARRAY[CAST(:subject AS uuid)])");
      params.put("subject", filter.subject());
    }
    if (filter.act() != null) {
      conditions.add("l.act = :act");
      params.put("act", filter.act());
    }
    LocalDate day = filter.day();
    if (day != null) {
      conditions.add("l.claimed_at >= :from AND l.claimed_at < :to");
      params.put("from", day.atStartOfDay(filter.zone()).toOffsetDateTime());
      params.put("to", day.plusDays(1).atStartOfDay(filter.zone()).toOffsetDateTime());
    }
    String where = " FROM audit.line l WHERE " + String.join(" AND ", conditions);
    Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      outcomes.put(outcome, 0L);
    }
    jdbc.sql("SELECT l.outcome, count(*) AS lines" + where + " GROUP BY l.outcome")
        .params(params)
        .query((row, n) -> Map.entry(Outcome.of(row.getString("outcome")), row.getLong("lines")))
        .list()
        .forEach(e -> outcomes.put(e.getKey(), e.getValue()));
    List<Shown> lines =
        jdbc.sql(
                "SELECT "
                    + LineRows.COLUMNS
                    + ", "
                    + SEALED
                    + " AS sealed"
                    + where
                    + " ORDER BY l.id DESC LIMIT :limit OFFSET :offset")
            .params(params)
            .param("limit", limit)
            .param("offset", offset)
            .query((row, n) -> {
              StoredLine line = LineRows.read(row);
              return new Shown(
                  line.id(),
                  line.at(),
                  line.claimedAt(),
                  line.login(),
                  line.line(),
                  row.getBoolean("sealed"));
            })
            .list();
    return new Page(
        lines, outcomes.values().stream().mapToLong(Long::longValue).sum(), Map.copyOf(outcomes));
  }
}
