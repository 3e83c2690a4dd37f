package se.fristad.casework;

import static se.fristad.casework.Walk.done;
import static se.fristad.casework.Walk.text;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fristad.access.Viewer;
import se.fristad.assessment.Level;
import se.fristad.audit.LogLine;
import se.fristad.audit.ManyLines;
import se.fristad.audit.Outcome;
import se.fristad.casework.facts.NeedMet;
import se.fristad.casework.facts.SupportType;
import se.fristad.centre.Moment;
import se.fristad.house.TestHouse;
import se.fristad.law.Rules;
import se.fristad.page.TypedForm;
import se.fristad.vault.Confidential;
import se.fristad.vault.DataKey;
import se.fristad.vault.Side;
import se.fristad.vault.SideKeys;
import se.fristad.vault.Sides;
import se.fristad.vault.Tampered;
import se.fristad.vault.WrappedKey;

/// Years of files. Some are walked along the road by the use cases, step by step on their own days
/// ([#walk]); the others are copies of these ([#grow]): each row of each table under new ids, a new
/// key and new seals made by the vault, on other days, of another person and another worker, with
/// each line of its log written by the log's own way in and sealed with all others.
public final class Years {
  private static final int HANDS = 2;
  private static final LocalDate FIRST_BORN = LocalDate.of(1945, 1, 1);

  /// How many notes the patterns have: twenty in the middle, and one of two hundred.
  private static final List<Integer> NOTES =
      List.of(
          4, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 24, 26, 28, 31, 36, 44,
          56);

  private static final String SAID =
      "Hon kom på avtalad tid och hade sovit bättre. Vi gick igenom vad som har hänt sedan sist: han har ringt från ett"
          + " okänt nummer två gånger och stått utanför arbetet en morgon. Hon har sparat samtalslistan. Vi talade om vem som vet"
          + " var hon bor och om skolan. Hon vill att vi frågar igen om tolk nästa gång. ";

  /// Those who work here.
  public record Team(List<Viewer> caseworkers, Viewer treatment, Viewer head) {
    /// Copies the list.
    public Team {
      caseworkers = List.copyOf(caseworkers);
    }
  }

  private final Road road;
  private final Readings readings;
  private final SideKeys keys;
  private final ManyLines log;
  private final DataSource pool;
  private final TransactionTemplate transaction;
  private final TestHouse house;
  private final Team team;
  private final LocalDate today;
  private final List<Pattern> patterns = new ArrayList<>();
  private int made;

  /// Years of a node's house.
  public Years(ApplicationContext node, TestHouse house, Team team, LocalDate today) {
    this.road = node.getBean(Road.class);
    this.readings = node.getBean(Readings.class);
    this.keys = node.getBean(SideKeys.class);
    this.log = new ManyLines(node);
    this.pool = node.getBean(DataSource.class);
    this.transaction = new TransactionTemplate(node.getBean(PlatformTransactionManager.class));
    this.house = house;
    this.team = team;
    this.today = today;
  }

  /// How many files there are.
  public int files() {
    return made;
  }

  // by the use cases

  /// Walks the patterns, every second to its end.
  ///
  /// @return their files
  public List<UUID> walk() throws SQLException {
    LocalDate from = today.minusYears(3);
    at(
        from,
        0,
        () -> {
          for (Viewer one : team.caseworkers()) {
            done(
                road.giveMandate(
                    team.head(),
                    new Road.Mandate(
                        UUID.randomUUID(),
                        one.staff(),
                        Set.of(SupportType.values()),
                        from,
                        today.plusYears(1))));
          }
          return true;
        });
    List<UUID> files = new ArrayList<>();
    for (int each = 0; each < NOTES.size(); each++) {
      files.add(walked(each));
    }
    for (UUID file : files) {
      patterns.add(read(file));
    }
    made += files.size();
    return files;
  }

  private <T> T at(LocalDate day, int minutes, Supplier<T> work) {
    Instant moment =
        day.atTime(9, 0).atZone(Files.HERE).toInstant().plus(minutes, ChronoUnit.MINUTES);
    return Moment.on(moment, work);
  }

  private UUID walked(int each) {
    boolean closes = each % 2 == 1;
    int notes = NOTES.get(each);
    Viewer worker = team.caseworkers().get(each % team.caseworkers().size());
    LocalDate opened = today.minusDays(closes ? 340 : 60 + each * 4L);
    int days = closes ? 300 : 55;
    UUID file = UUID.randomUUID();
    at(
        opened,
        0,
        () -> {
          done(
              road.open(
                  worker,
                  new Road.Opening(
                      file,
                      null,
                      "0380",
                      new Road.Who(
                          text("Ylva Exempel"),
                          text(Walk.number(FIRST_BORN.minusDays(each + 1L))),
                          null,
                          text("070-1740605"),
                          text("Sagogatan 3, Uppsala"),
                          text("Ring bara före klockan tre."),
                          Road.Protection.NONE,
                          "sv"),
                      Walk.agreed(opened, opened.plusYears(1)))));
          done(
              road.reach(
                  worker,
                  file,
                  TypedForm.empty()
                      .with("call", "may")
                      .with("note", "Ring bara före klockan tre.")));
          for (int near = 0; near < each % 5; near++) {
            // one after another: what has the same moment has no order of its own
            int minute = 1 + near;
            at(opened, minute, () -> done(road.link(worker, file, link(minute - 1, opened))));
          }
          return done(
              road.assess(
                  worker,
                  file,
                  Walk.assessing(
                      Level.values()[each % 3], "Efter samtal med henne.", "danger_now", "no")));
        });
    UUID investigation = at(opened, 30, () -> done(road.openInvestigation(worker, file)));
    for (int note = 0; note < notes; note++) {
      String said = (note + 1) + ". " + SAID.repeat(1 + (note * 7 + each) % 6);
      at(
          opened.plusDays(1 + (long) note * (days - 5) / notes),
          note % 50,
          () -> {
            readings.read(worker, file);
            return done(road.note(worker, file, text(said)));
          });
    }
    if (each % 6 == 4) {
      return file;
    }
    LocalDate concluded = opened.plusDays(40);
    at(
        concluded,
        60,
        () -> {
          done(
              road.assess(
                  worker,
                  file,
                  Walk.assessing(
                      Level.values()[(each + 1) % 3], "En gång till.", "danger_now", "no")));
          return done(road.concludeInvestigation(worker, file, investigation, Walk.mapping()));
        });
    Set<SupportType> granted = Set.of(SupportType.SUPPORT_TALKS);
    UUID decision =
        at(
            concluded,
            90,
            () ->
                done(
                    road.decide(
                        worker,
                        file,
                        new Road.Deciding(
                            investigation,
                            granted,
                            granted,
                            Rules.ASSESSED_SUPPORT.key(),
                            text("Behovet kan inte tillgodoses på annat sätt."),
                            text(""),
                            Road.Heard.NOTHING))));
    at(
        concluded.plusDays(1),
        0,
        () -> done(road.serve(worker, file, decision, concluded.plusDays(1))));
    UUID support =
        at(
            concluded.plusDays(2),
            0,
            () ->
                done(
                    road.grantSupport(
                        worker,
                        file,
                        new Road.Supporting(
                            decision,
                            SupportType.SUPPORT_TALKS,
                            Road.Provider.OWN,
                            team.treatment().staff(),
                            Road.Horizon.SHORT,
                            concluded.plusDays(2),
                            true,
                            text("Att hon sover.")))));
    UUID followUp =
        at(
            concluded.plusDays(3),
            0,
            () -> done(road.planFollowUp(worker, file, concluded.plusDays(90))));
    if (closes) {
      at(
          opened.plusDays(days),
          0,
          () -> {
            done(
                road.followUp(
                    worker,
                    file,
                    followUp,
                    new Road.FollowUp(NeedMet.YES, text("Ja, jag sover."))));
            done(road.endSupport(worker, file, support, opened.plusDays(days)));
            return done(road.close(worker, file, Walk.closing()));
          });
    }
    return file;
  }

  private static Link link(int near, LocalDate on) {
    Confidential nothing = text("");
    return new Link(
        null,
        text(near == 0 ? "Mannen hon lämnat" : "En av hans, " + near),
        near == 0 ? Link.Bond.FORMER_PARTNER : Link.Bond.IN_LAW,
        near < 2 ? Link.Danger.DANGEROUS : Link.Danger.UNCERTAIN,
        near == 0,
        near == 0,
        nothing,
        nothing,
        nothing,
        nothing,
        Link.Source.HERSELF,
        on,
        nothing,
        false,
        nothing);
  }

  // as a copy

  /// A file as it stands in the tables and in the log, with what was sealed in it opened.
  private record Pattern(
      UUID file,
      UUID person,
      boolean open,
      Map<String, Table> tables,
      List<Line> lines,
      Set<UUID> ids,
      UUID worker) {}

  /// @param types of each column, as PostgreSQL calls them
  private record Table(List<String> columns, List<String> types, List<Row> rows) {}

  /// @param words what was sealed; null where nothing was
  private record Row(Object[] values, @Nullable Confidential words, int version, byte[] hash) {}

  /// @param hash of which sealed value it tells; null of none
  private record Line(Instant at, LogLine line, byte @Nullable [] hash) {}

  private Pattern read(UUID file) throws SQLException {
    try (Connection superuser = house.superuser();
        Statement ask = superuser.createStatement()) {
      Map<String, Table> tables = new LinkedHashMap<>();
      UUID person;
      UUID worker;
      boolean open;
      try (ResultSet row =
          ask.executeQuery(
              "select person, responsible, state from casework.file where id = '" + file + "'")) {
        row.next();
        person = row.getObject(1, UUID.class);
        worker = row.getObject(2, UUID.class);
        open = row.getString(3).equals("open");
      }
      Set<UUID> ids = new HashSet<>(Set.of(file, person));
      try (DataKey key = key(ask, "file", file);
          DataKey hers = key(ask, "person", person)) {
        tables.put("person", rows(ask, "person", "id = '" + person + "'", hers));
        tables.put("file", rows(ask, "file", "id = '" + file + "'", key));
        for (String name : dependent(ask)) {
          Table table = rows(ask, name, "file = '" + file + "'", key);
          if (!table.rows().isEmpty()) {
            tables.put(name, table);
          }
        }
      }
      for (Table table : tables.values()) {
        int id = table.columns().indexOf("id");
        if (id >= 0) {
          table.rows().forEach(row -> ids.add((UUID) row.values()[id]));
        }
      }
      return new Pattern(file, person, open, tables, lines(ask, file), ids, worker);
    }
  }

  /// The tables that hold something of a file, those before that others point at.
  private static List<String> dependent(Statement ask) throws SQLException {
    Map<String, Set<String>> needs = new LinkedHashMap<>();
    try (ResultSet row =
        ask.executeQuery(
            """
            select c.table_name from information_schema.columns c
             where c.table_schema = 'casework' and c.column_name = 'file' and c.table_name <> 'data_key' order by 1
            """)) {
      while (row.next()) {
        needs.put(row.getString(1), new HashSet<>());
      }
    }
    try (ResultSet row =
        ask.executeQuery(
            """
            select f.relname, t.relname from pg_constraint c join pg_class f on f.oid = c.conrelid
              join pg_class t on t.oid = c.confrelid join pg_namespace n on n.oid = f.relnamespace
             where c.contype = 'f' and n.nspname = 'casework' and f.oid <> t.oid
            """)) {
      while (row.next()) {
        if (needs.containsKey(row.getString(1)) && needs.containsKey(row.getString(2))) {
          needs.get(row.getString(1)).add(row.getString(2));
        }
      }
    }
    List<String> order = new ArrayList<>();
    while (order.size() < needs.size()) {
      needs.forEach((table, others) -> {
        if (!order.contains(table) && order.containsAll(others)) {
          order.add(table);
        }
      });
    }
    return order;
  }

  private DataKey key(Statement ask, String whose, UUID id) throws SQLException {
    try (ResultSet row =
        ask.executeQuery(
            "select kek, wrapped from casework.data_key where " + whose + " = '" + id + "'")) {
      row.next();
      WrappedKey wrapped = new WrappedKey(row.getString(1), row.getBytes(2));
      return Sides.on(Side.SUPPORT, () -> keys.unwrap(id, wrapped));
    }
  }

  private static Table rows(Statement ask, String table, String where, DataKey key)
      throws SQLException {
    List<String> columns = new ArrayList<>();
    List<String> types = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    try (ResultSet row =
        ask.executeQuery("select * from casework." + table + " where " + where + " order by 1")) {
      for (int at = 1; at <= row.getMetaData().getColumnCount(); at++) {
        columns.add(row.getMetaData().getColumnName(at));
        types.add(row.getMetaData().getColumnTypeName(at));
      }
      while (row.next()) {
        Object[] values = new Object[columns.size()];
        for (int at = 0; at < values.length; at++) {
          values[at] =
              types.get(at).startsWith("_") && row.getArray(at + 1) != null
                  ? row.getArray(at + 1).getArray()
                  : row.getObject(at + 1);
        }
        int sealed = columns.indexOf("sealed");
        byte[] bytes = sealed < 0 ? null : (byte[]) values[sealed];
        if (bytes == null) {
          rows.add(new Row(values, null, 0, new byte[0]));
        } else {
          rows.add(opened(table, columns, values, bytes, key));
        }
      }
    }
    return new Table(columns, types, rows);
  }

  private static Row opened(
      String table, List<String> columns, Object[] values, byte[] sealed, DataKey key) {
    UUID id = (UUID) values[columns.indexOf("id")];
    for (String column : List.of("sealed_version", "version", "")) {
      int at = columns.indexOf(column);
      if (at >= 0 || column.isEmpty()) {
        int version = at < 0 ? 1 : (Integer) values[at];
        try {
          return new Row(
              values,
              key.open(Files.place(id, table, version), sealed),
              version,
              Files.sha256(sealed));
        } catch (Tampered another) {
          continue;
        }
      }
    }
    throw new IllegalStateException("what is sealed in " + table + " was not opened");
  }

  private static List<Line> lines(Statement ask, UUID file) throws SQLException {
    List<Line> lines = new ArrayList<>();
    try (ResultSet row =
        ask.executeQuery(
            "select claimed_at, staff, organisation, role, act, kind, purpose, outcome, version, hash"
                + " from audit.line where subject = '"
                + file
                + "' order by id")) {
      while (row.next()) {
        Integer version = row.getObject(9, Integer.class);
        byte[] hash = row.getBytes(10);
        lines.add(
            new Line(
                row.getTimestamp(1).toInstant(),
                new LogLine(
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    file,
                    row.getString(7),
                    Outcome.valueOf(row.getString(8).toUpperCase(Locale.ROOT)),
                    List.of(),
                    version,
                    hash),
                hash));
      }
    }
    return lines;
  }

  /// Copies until there are so many files, nine of ten closed.
  public void grow(int files) throws Exception {
    List<Integer> numbers = new ArrayList<>();
    for (int number = made; number < files; number++) {
      numbers.add(number);
    }
    try (ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
      List<Future<Integer>> all = new ArrayList<>();
      for (int hand = 0; hand < HANDS; hand++) {
        int mine = hand;
        Callable<Integer> work =
            () -> {
              int copied = 0;
              for (int at = mine; at < numbers.size(); at += HANDS) {
                copy(numbers.get(at));
                copied++;
              }
              return copied;
            };
        all.add(hands.submit(work));
      }
      for (Future<Integer> one : all) {
        made += one.get();
      }
    }
    // as the machine does by itself in years
    try (Connection superuser = house.superuser();
        Statement ask = superuser.createStatement()) {
      ask.execute("vacuum (analyze)");
    }
  }

  private void copy(int number) {
    boolean open = number % 10 == 0;
    List<Pattern> kind = patterns.stream().filter(pattern -> pattern.open() == open).toList();
    copied(
        kind.get(number / (open ? 10 : 1) % kind.size()),
        team.caseworkers().get(number / 3 % team.caseworkers().size()).staff(),
        open ? number / 10 % 3 : number * 37 % 180,
        number);
  }

  /// A copy of a walked file in nothing but its ids, its number and its person's number: what the
  /// pages show of both must be the same.
  public UUID twin(UUID walked) {
    Pattern pattern =
        patterns.stream().filter(one -> one.file().equals(walked)).findFirst().orElseThrow();
    return copied(pattern, pattern.worker(), 0, made++);
  }

  private UUID copied(Pattern pattern, UUID worker, int weeks, int number) {
    return Sides.on(
        Side.SUPPORT,
        () ->
            transaction.execute(status -> {
              try {
                return written(pattern, worker, weeks, number);
              } catch (SQLException failed) {
                throw new IllegalStateException(failed);
              }
            }));
  }

  private UUID written(Pattern pattern, UUID worker, int weeks, int number) throws SQLException {
    Map<UUID, UUID> others = new HashMap<>();
    pattern.ids().forEach(id -> others.put(id, UUID.randomUUID()));
    UUID file = Objects.requireNonNull(others.get(pattern.file()));
    UUID person = Objects.requireNonNull(others.get(pattern.person()));
    others.put(pattern.worker(), worker);
    Map<String, byte[]> hashes = new HashMap<>();
    Connection connection = DataSourceUtils.getConnection(pool);
    try (DataKey key = DataKey.random();
        DataKey hers = DataKey.random()) {
      for (Map.Entry<String, Table> each : pattern.tables().entrySet()) {
        Table table = each.getValue();
        String name = each.getKey();
        boolean ofPerson = name.equals("person");
        try (PreparedStatement insert = connection.prepareStatement(insert(name, table))) {
          for (Row row : table.rows()) {
            Words told = told(name, row, number);
            byte[] sealed = null;
            Confidential words = row.words();
            if (words != null) {
              UUID id =
                  Objects.requireNonNull(
                      others.get((UUID) row.values()[table.columns().indexOf("id")]));
              sealed =
                  (ofPerson ? hers : key)
                      .seal(
                          Files.place(id, name, row.version()),
                          told == null ? words : told.sealable());
              hashes.put(Arrays.toString(row.hash()), Files.sha256(sealed));
            }
            for (int at = 0; at < table.columns().size(); at++) {
              insert.setObject(
                  at + 1,
                  value(
                      connection,
                      table.columns().get(at),
                      table.types().get(at),
                      row.values()[at],
                      others,
                      weeks,
                      sealed,
                      told));
            }
            insert.addBatch();
          }
          insert.executeBatch();
        }
        if (name.equals("file") || ofPerson) {
          keep(connection, name, ofPerson ? person : file, ofPerson ? hers : key);
        }
      }
    }
    List<ManyLines.Said> said = new ArrayList<>();
    for (Line line : pattern.lines()) {
      LogLine one = line.line();
      byte[] hash = line.hash();
      said.add(
          new ManyLines.Said(
              line.at().minus(7L * weeks, ChronoUnit.DAYS),
              new LogLine(
                  pattern.worker().equals(one.staff()) ? worker : one.staff(),
                  one.organisation(),
                  one.role(),
                  one.act(),
                  one.kind(),
                  file,
                  one.purpose(),
                  one.outcome(),
                  List.of(),
                  one.version(),
                  hash == null ? null : hashes.getOrDefault(Arrays.toString(hash), hash))));
    }
    log.append(connection, said);
    return file;
  }

  private static String insert(String name, Table table) {
    return "insert into casework."
        + name
        + " ("
        + String.join(", ", table.columns())
        + ") values ("
        + String.join(", ", table.columns().stream().map(column -> "?").toList())
        + ")";
  }

  private void keep(Connection connection, String whose, UUID id, DataKey key) throws SQLException {
    WrappedKey wrapped = keys.wrap(id, key);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into casework.data_key (id, "
                + whose
                + ", kek, wrapped) values (?, ?, ?, ?)")) {
      insert.setObject(1, id);
      insert.setObject(2, id);
      insert.setString(3, wrapped.kek());
      insert.setBytes(4, wrapped.bytes());
      insert.executeUpdate();
    }
  }

  /// What is said of who it is, and of the file's own number: no two are the same.
  private static @Nullable Words told(String table, Row row, int number) {
    Confidential words = row.words();
    return switch (table) {
      case "person" ->
          words == null
              ? null
              : Words.of(words).with("number", number(number)).with("telephone", telephone(number));
      case "file" ->
          words == null ? null : Words.of(words).with("number", "2016-%05d".formatted(number));
      default -> null;
    };
  }

  /// Registers a case by the use case alone.
  public void opens(int worker) {
    LocalDate day = LocalDate.now(Files.HERE);
    done(
        road.open(
            team.caseworkers().get(worker % team.caseworkers().size()),
            new Road.Opening(
                UUID.randomUUID(),
                null,
                "0380",
                new Road.Who(
                    text("Ylva Exempel"),
                    text(""),
                    null,
                    text("070-1740605"),
                    text(""),
                    text("Ring bara före klockan tre."),
                    Road.Protection.NONE,
                    "sv"),
                Walk.agreed(day, day.plusMonths(6)))));
  }

  /// The personal number of the person of a copy.
  public static String number(int copy) {
    return Walk.number(FIRST_BORN.plusDays(copy));
  }

  private static String telephone(int copy) {
    return "0701%06d".formatted(copy);
  }

  private @Nullable Object value(
      Connection connection,
      String column,
      String type,
      @Nullable Object value,
      Map<UUID, UUID> others,
      int weeks,
      byte @Nullable [] sealed,
      @Nullable Words told)
      throws SQLException {
    return switch (value) {
      case null -> null;
      case UUID id -> others.getOrDefault(id, id);
      case Timestamp at -> Timestamp.from(at.toInstant().minus(7L * weeks, ChronoUnit.DAYS));
      case Date on -> Date.valueOf(on.toLocalDate().minusWeeks(weeks));
      case byte[] bytes ->
          switch (column) {
            case "sealed" -> sealed;
            case "number_index" ->
                told == null
                    ? bytes
                    : keys.index(
                        told.value("number").contains("-") ? "case" : "pid", told.value("number"));
            case "telephone_index" ->
                told == null
                    ? bytes
                    : keys.index(
                        "telephone", Telephone.read(told.value("telephone")).orElseThrow());
            default -> bytes;
          };
      case Object[] many -> connection.createArrayOf(type.substring(1), many);
      default -> value;
    };
  }
}
