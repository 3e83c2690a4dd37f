package se.fristad.statistics;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fristad.casework.facts.AgeBand;
import se.fristad.casework.facts.CaseFact;
import se.fristad.casework.facts.InvestigationOpened;
import se.fristad.casework.facts.SupportGranted;
import se.fristad.casework.facts.SupportType;
import se.fristad.casework.facts.ViolenceKind;
import se.fristad.casework.facts.ViolenceMapped;
import se.fristad.contact.facts.ContactFact;
import se.fristad.house.TestClock;
import se.fristad.house.TestHouse;
import se.fristad.intake.facts.IntakeCounted;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// Years of invented facts, told without a conversation or a case, and the eye of the one who owns
/// the database.
@TestComponent
public class Year {
  private final Counting counting;
  private final TransactionTemplate transaction;
  private final JdbcClient sql;
  private final TestClock clock;

  Year(CounterRows rows, Clock clock, PlatformTransactionManager transactions) throws SQLException {
    // not the bean: that one hears in threads of its own
    this.counting = new Counting(rows, clock);
    this.transaction = new TransactionTemplate(transactions);
    this.sql =
        JdbcClient.create(new SingleConnectionDataSource(TestHouse.shared().superuser(), true));
    this.clock = (TestClock) clock;
  }

  /// Nothing has ever been counted.
  void forgetEverything() {
    for (String table : List.of("cell", "release", "counter", "seen")) {
      sql.sql("delete from statistics." + table).update();
    }
  }

  /// The morning of a day.
  void goTo(LocalDate day) {
    clock.set(day.atTime(LocalTime.of(8, 0)).atZone(ZoneId.of("Europe/Stockholm")).toInstant());
  }

  /// Counts facts, in one transaction.
  void tell(List<?> facts) {
    Sides.run(
        Side.SUPPORT, () -> transaction.executeWithoutResult(status -> facts.forEach(this::count)));
  }

  private void count(Object fact) {
    switch (fact) {
      case ContactFact contact -> counting.countContact(contact);
      case IntakeCounted intake -> counting.countIntake(intake);
      case CaseFact step -> counting.countStep(step);
      default -> throw new IllegalArgumentException("no fact");
    }
  }

  /// A number from the database.
  long count(String question, Object... values) {
    return sql.sql(question).params(values).query(Long.class).single();
  }

  /// The log's lines of an act on figures, as `purpose:outcome`.
  List<String> log(String act) {
    return sql.sql(
            "select purpose || ':' || outcome from audit.line where kind = 'figures' and act = ? order by id")
        .param(act)
        .query((row, number) -> row.getString(1))
        .list();
  }

  static List<IntakeCounted> intakes(LocalDate day, String municipality, int how) {
    List<IntakeCounted> facts = new ArrayList<>();
    for (int i = 0; i < how; i++) {
      facts.add(new IntakeCounted(UUID.randomUUID(), day, municipality, "self", "opens"));
    }
    return facts;
  }

  static List<CaseFact> investigations(LocalDate day, String municipality, int how) {
    List<CaseFact> facts = new ArrayList<>();
    for (int i = 0; i < how; i++) {
      AgeBand age = List.of(AgeBand.TO_25, AgeBand.TO_40, AgeBand.TO_64).get(i % 3);
      facts.add(new InvestigationOpened(UUID.randomUUID(), day, municipality, age));
      facts.add(
          new ViolenceMapped(
              UUID.randomUUID(),
              day,
              municipality,
              age,
              i % 7 == 0
                  ? Set.of(ViolenceKind.PHYSICAL, ViolenceKind.CONTROL)
                  : Set.of(ViolenceKind.PSYCHOLOGICAL),
              Set.of()));
    }
    return facts;
  }

  static List<CaseFact> supports(LocalDate day, String municipality, SupportType type, int how) {
    List<CaseFact> facts = new ArrayList<>();
    for (int i = 0; i < how; i++) {
      facts.add(new SupportGranted(UUID.randomUUID(), day, municipality, type));
    }
    return facts;
  }

  /// A file as it was published: what stands in the place of the number, by
  /// `period|municipality|measure|dimension|value`.
  static Map<String, String> published(String csv) {
    Map<String, String> cells = new HashMap<>();
    csv.lines()
        .skip(1)
        .forEach(line -> {
          String[] columns = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
          cells.put(
              String.join("|", columns[0], columns[1], columns[3], columns[5], columns[7]),
              columns[9]);
        });
    return cells;
  }
}
