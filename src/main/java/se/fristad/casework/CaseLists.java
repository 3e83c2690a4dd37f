package se.fristad.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.casework.facts.ChildCase;
import se.fristad.law.PersonalNumber;
import se.fristad.page.Texts;
import se.fristad.vault.Confidential;
import se.fristad.vault.DataKey;
import se.fristad.vault.SideKeys;
import se.fristad.vault.WrappedKey;

/// The lists of files: by what is due, by risk, by date, never by name, and only of files that the
/// viewer may open. Somebody is found by exact value only, through a blind index.
@StaffFace
@Component
class CaseLists {
  /// News that my day shows at most.
  static final int MOST_NEWS = 50;

  /// Searches somebody may make in an hour.
  static final int MOST_SEARCHES = 30;

  private final Files files;
  private final JdbcClient sql;
  private final SideKeys keys;
  private final Clock clock;
  private final Map<UUID, Deque<Instant>> searches = new ConcurrentHashMap<>();

  CaseLists(Files files, JdbcClient sql, SideKeys keys, Clock clock) {
    this.files = files;
    this.sql = sql;
    this.keys = keys;
    this.clock = clock;
  }

  /// By what a list is sorted.
  enum Order {
    /// What is due first.
    DUE("due_at asc nulls last, f.opened_at"),
    /// The greatest risk first, and what was never assessed before what is low.
    RISK(
        "case f.risk when 'high' then 0 when 'medium' then 1 when 'low' then 3 else 2 end, f.risk_until"),
    /// The latest first.
    OPENED("f.opened_at desc"),
    /// What was written in last.
    NOTED("f.noted_at desc");

    private final String by;

    Order(String by) {
      this.by = by;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Which files.
  enum Shown {
    /// Open ones.
    OPEN,
    /// Closed ones.
    CLOSED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A line of a list.
  ///
  /// @param due when the next thing is due; null when nothing is
  /// @param level what protects her personal data: in a list she has no name then, and no place
  record Line(
      CaseFile file,
      String number,
      Confidential name,
      Road.Protection level,
      @Nullable Instant due) {
    /// What she is called in a list.
    String called(Texts texts) {
      return level == Road.Protection.NONE ? name.reveal() : texts.t("casework.people.protected");
    }

    /// Whose it is, is not printed: not her number, nor anything of her file.
    @Override
    public String toString() {
      return "[a line]";
    }
  }

  /// A page of a list.
  record Page(List<Line> lines, int total) {}

  /// What a search gives.
  sealed interface Found {
    /// These, of the files that the viewer may open.
    record Lines(List<Line> lines) implements Found {}

    /// It is neither a personal number nor a telephone nor a file's number.
    record NotAValue() implements Found {}

    /// Too many searches within the hour.
    record TooMany() implements Found {}
  }

  /// Something due.
  record Due(Tasks.Task task, Line line) {}

  /// A page of 25.
  ///
  /// @param page from 1
  Page list(Viewer viewer, Shown shown, Order order, int page) {
    String where = " where f.state = '" + shown.code() + "' and " + scope(viewer);
    List<Line> lines =
        files.list(
            viewer,
            CaseFileRule.KIND,
            shown.code() + "_by_" + order.code(),
            () ->
                sql.sql(SELECT + where + " order by " + order.by + " limit 25 offset :from")
                    .param("staff", viewer.staff())
                    .param("from", (page - 1) * 25)
                    .query(this::line)
                    .list(),
            line -> line.file().id());
    int total =
        sql.sql("select count(*) from casework.file f" + where)
            .param("staff", viewer.staff())
            .query(Integer.class)
            .single();
    return new Page(lines, total);
  }

  /// The numbers of these files, those that the viewer may open.
  Map<UUID, String> numbers(Viewer viewer, Set<UUID> of) {
    if (of.isEmpty()) {
      return Map.of();
    }
    return files
        .list(
            viewer,
            CaseFileRule.KIND,
            "numbers",
            () ->
                sql.sql(SELECT + " where f.id = any(:ids) and " + scope(viewer))
                    .param("ids", of.toArray(UUID[]::new), java.sql.Types.ARRAY)
                    .param("staff", viewer.staff())
                    .query(this::line)
                    .list(),
            line -> line.file().id())
        .stream()
        .collect(Collectors.toMap(line -> line.file().id(), Line::number));
  }

  /// Finds by personal number, telephone or the file's own number.
  Found find(Viewer viewer, Confidential typed) {
    if (!maySearch(viewer)) {
      return new Found.TooMany();
    }
    Search search = search(typed.reveal().strip()).orElse(null);
    if (search == null) {
      return new Found.NotAValue();
    }
    return new Found.Lines(
        files.list(
            viewer,
            CaseFileRule.KIND,
            "find_" + search.what,
            () ->
                sql.sql(
                        SELECT
                            + " where "
                            + search.where
                            + " and "
                            + scope(viewer)
                            + " order by f.opened_at desc limit 25")
                    .param("staff", viewer.staff())
                    .param("index", search.index)
                    .query(this::line)
                    .list(),
            line -> line.file().id()));
  }

  /// Whether something is a number by which somebody can be found.
  boolean isValue(Confidential typed) {
    return search(typed.reveal().strip()).isPresent();
  }

  /// The file that is wanted in an emergency, whoever's it is: the open one, else the latest.
  Optional<UUID> inEmergency(Confidential typed) {
    return search(typed.reveal().strip())
        .flatMap(search ->
            sql.sql(
                    "select f.id from casework.file f join casework.person p on p.id = f.person where "
                        + search.where
                        + " order by f.state = 'open' desc, f.opened_at desc limit 1")
                .param("index", search.index)
                .query(UUID.class)
                .optional());
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Search(String what, String where, byte[] index) {}

  private Optional<Search> search(String typed) {
    if (typed.matches("[0-9]{4}-[0-9]{5}")) {
      return Optional.of(new Search("case", "f.number_index = :index", keys.index("case", typed)));
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), Files.HERE);
    Optional<PersonalNumber> number = PersonalNumber.read(typed, today);
    if (number.isPresent()) {
      return Optional.of(
          new Search(
              "number", "p.number_index = :index", keys.index("pid", number.get().twelveDigits())));
    }
    Optional<Confidential> reserve = ReserveNumber.read(typed);
    if (reserve.isPresent()) {
      return Optional.of(
          new Search(
              "reserve",
              "p.reserve_index = :index",
              keys.index("reserve", reserve.get().reveal())));
    }
    return Telephone.read(typed)
        .map(telephone ->
            new Search(
                "telephone", "p.telephone_index = :index", keys.index("telephone", telephone)));
  }

  /// Counted in memory, by the application's clock; a start forgets it.
  private boolean maySearch(Viewer viewer) {
    Instant now = clock.instant();
    Deque<Instant> made = searches.computeIfAbsent(viewer.staff(), any -> new ArrayDeque<>());
    synchronized (made) {
      made.removeIf(at -> !at.isAfter(now.minus(Duration.ofHours(1))));
      if (made.size() >= MOST_SEARCHES) {
        return false;
      }
      made.add(now);
      return true;
    }
  }

  /// Something that somebody else did.
  ///
  /// @param what a code: `note`, `decided`, `assigned_delivers` …
  /// @param by who did it; null when it is not written down
  record News(String what, Instant at, @Nullable UUID by, Line line) {}

  /// What others have done in the viewer's files, and the files that became hers, the latest first.
  /// Whoever delivers support hears of the risk and of what she is to do, and of nothing else that
  /// she may not read; the head of decisions and of what became high risk.
  List<News> news(Viewer viewer, Instant since) {
    return files.list(
        viewer,
        CaseFileRule.KIND,
        "changed",
        () ->
            sql.sql(
                    "select "
                        + NAMED
                        + ", c.what, c.at, c.by, null::timestamptz as due_at from ("
                        + HAPPENED
                        + ") c join casework.file f on f.id = c.file"
                        + JOINED
                        + " where c.at >= :since and c.by is distinct from :staff and c.what in ("
                        + heard(viewer)
                        + ") and "
                        + scope(viewer)
                        + " order by c.at desc limit "
                        + MOST_NEWS)
                .param("staff", viewer.staff())
                .param("since", Timestamp.from(since))
                .query((row, number) ->
                    new News(
                        row.getString("what"),
                        row.getTimestamp("at").toInstant(),
                        row.getObject("by", UUID.class),
                        line(row, number)))
                .list(),
        news -> news.line().file().id());
  }

  private static String heard(Viewer viewer) {
    return switch (viewer.role()) {
      case HEAD -> "'decided', 'assessed_high'";
      case CASEWORKER ->
          "'note', 'assessed', 'assessed_high', 'investigation_opened', 'decided', 'followed_up',"
              + " 'assigned_responsible', 'danger_changed', 'plan_action_said'";
      default -> "'assessed', 'assessed_high', 'assigned_delivers', 'danger_changed'";
    };
  }

  /// A child that is reported and for whom there is neither a receipt nor a decision.
  ///
  /// @param report the report that waits
  /// @param elsewhere whether another unit is to answer
  /// @param sent whether it is sent
  /// @param since when it was learned, or reached us
  record Unanswered(UUID report, boolean elsewhere, boolean sent, Instant since, Line line) {}

  /// The children nobody is known to have in sight, who has waited longest first: each once, where
  /// the answer is waited for.
  List<Unanswered> unanswered(Viewer viewer, int most) {
    return files.list(
        viewer,
        CaseFileRule.KIND,
        "children_unanswered",
        () ->
            sql.sql(
                    "select "
                        + NAMED
                        + ", null::timestamptz as due_at, r.id as report, r.handled, r.arose_at, r.sent_at from ("
                        + WAITING
                        + ") r join casework.file f on f.id = r.file"
                        + JOINED
                        + " where "
                        + scope(viewer)
                        + " order by r.arose_at, r.id limit :most")
                .param("staff", viewer.staff())
                .param("most", most)
                .query((row, number) ->
                    new Unanswered(
                        row.getObject("report", UUID.class),
                        row.getString("handled").equals(ChildCase.ELSEWHERE.code()),
                        row.getTimestamp("sent_at") != null,
                        row.getTimestamp("arose_at").toInstant(),
                        line(row, number)))
                .list(),
        one -> one.line().file().id());
  }

  /// How many they are.
  int countUnanswered(Viewer viewer) {
    return sql.sql(
            "select count(*) from ("
                + WAITING
                + ") r join casework.file f on f.id = r.file where "
                + scope(viewer))
        .param("staff", viewer.staff())
        .query(Integer.class)
        .single();
  }

  /// Of a child's file its first report that waits; of an adult's each that another unit is to
  /// answer, since one report is one child. What we answer ourselves waits in the child's file.
  private static final String WAITING =
      """
      select distinct on (case w.kind when 'child' then w.file else w.id end)
             w.id, w.file, w.handled, w.arose_at, w.sent_at
        from (select r.id, r.file, r.handled, r.arose_at, r.sent_at, o.kind
                from casework.report r join casework.file o on o.id = r.file
               where r.outcome is null
                 and (r.part = 'received' or r.handled = 'elsewhere' and r.receipt_on is null)) w
       order by case w.kind when 'child' then w.file else w.id end, w.arose_at
      """;

  /// What is due for somebody until a day, the nearest first; what is late is among it. The head
  /// sees what is late for everybody. Of a file that her role may not open nothing is shown, also
  /// when the task is still hers.
  List<Due> due(Viewer viewer, LocalDate until) {
    return files.list(
        viewer,
        "task",
        "my_day",
        () ->
            sql.sql(
                    SELECT_DUE
                        + """
                         where t.done_at is null and t.due_at <= :until
                           and (t.staff = :staff or t.role = :role or (:head and t.due_at < :now))
                        """
                        + " and "
                        + scope(viewer)
                        + " order by t.due_at limit 200")
                .param("staff", viewer.staff())
                .param("head", viewer.role() == Role.HEAD)
                .param("now", Timestamp.from(clock.instant()))
                .param("role", viewer.role().code())
                .param("until", Timestamp.from(Tasks.endOf(until)))
                .query((row, number) -> new Due(task(row), line(row, number)))
                .list(),
        due -> due.line().file().id());
  }

  /// Which files the role may open: the same answer as the door's, for many at once.
  private String scope(Viewer viewer) {
    return "not exists (select from casework.conflict j where j.file = f.id and j.staff = :staff) and "
        + (viewer.role() == Role.HEAD ? "" : ALONE)
        + ofRole(viewer);
  }

  /// Of somebody with another identity nobody but the head finds anything.
  private static final String ALONE =
      "not exists (select from casework.person h where h.id = f.person and h.guard = 'head') and ";

  private String ofRole(Viewer viewer) {
    return switch (viewer.role()) {
      case HEAD -> "cast(:staff as uuid) is not null";
      case CASEWORKER -> mine("'responsible', 'investigates'");
      case TREATMENT_WORKER -> mine("'delivers'");
      case NGO_WORKER -> mine("'delivers'") + " and " + shared();
      default -> "cast(:staff as uuid) is null";
    };
  }

  /// A consent that others are told stands today.
  private String shared() {
    return "exists (select from casework.consent s where s.file = f.id and s.subject = 'share'"
        + " and s.withdrawn_at is null and date '"
        + LocalDate.ofInstant(clock.instant(), Files.HERE)
        + "' between s.given_on and s.ends_on)";
  }

  private static String mine(String relations) {
    return "exists (select from casework.assignment a where a.file = f.id and a.staff = :staff"
        + " and a.to_at is null and a.relation in ("
        + relations
        + "))";
  }

  private static final String NAMED =
      FileRows.COLUMNS
          + """
          , f.sealed, k.kek, k.wrapped, p.version as person_version, p.sealed as person_sealed,
            pk.kek as person_kek, pk.wrapped as person_wrapped\
          """;

  private static final String JOINED =
      """
       join casework.data_key k on k.file = f.id
       join casework.person p on p.id = f.person
       join casework.data_key pk on pk.person = p.id
      """;

  private static final String SELECT =
      "select "
          + NAMED
          + ", (select min(t.due_at) from casework.task t where t.file = f.id and t.done_at is null"
          + " and t.staff is not null) as due_at from casework.file f"
          + JOINED;

  /// What can be new to somebody. Who opened a file knows that it is hers.
  private static final String HAPPENED =
      """
      select file, 'note' as what, made_at as at, made_by as by from casework.note
      union all
      select file, case level when 'high' then 'assessed_high' else 'assessed' end, made_at, made_by
        from casework.assessment
      union all
      select file, 'investigation_opened', opened_at, opened_by from casework.investigation
      union all
      select file, 'decided', decided_at, decided_by from casework.decision
      union all
      select file, 'followed_up', done_at, done_by from casework.follow_up where done_at is not null
      union all
      select file, 'danger_changed', noted_at, noted_by from casework.danger_change
      union all
      select file, 'plan_action_said', said_at, said_by from casework.plan_action where version > 1
      union all
      select a.file, 'assigned_' || a.relation, a.from_at, null::uuid
        from casework.assignment a join casework.file o on o.id = a.file
       where a.staff = :staff and a.to_at is null
         and (a.relation = 'delivers' or a.relation = 'responsible' and a.from_at > o.opened_at)
      """;

  private static final String SELECT_DUE =
      "select "
          + NAMED
          + ", t.due_at, t.id as task, t.kind as task_kind, t.record, t.legal_at, t.staff"
          + " from casework.task t join casework.file f on f.id = t.file"
          + JOINED;

  private static Tasks.Task task(ResultSet row) throws SQLException {
    return new Tasks.Task(
        row.getObject("task", UUID.class),
        row.getObject("id", UUID.class),
        TaskKind.of(row.getString("task_kind")),
        row.getObject("record", UUID.class),
        row.getTimestamp("due_at").toInstant(),
        row.getTimestamp("legal_at").toInstant(),
        row.getObject("staff", UUID.class),
        null);
  }

  private Line line(ResultSet row, int number) throws SQLException {
    CaseFile file = FileRows.file(row);
    try (DataKey key = keys.unwrap(file.id(), wrapped(row, ""));
        DataKey personKey = keys.unwrap(file.person(), wrapped(row, "person_"))) {
      Words words = FileRows.words(row, key, file.id());
      Words person =
          Words.of(
              personKey.open(
                  Files.place(file.person(), "person", row.getInt("person_version")),
                  row.getBytes("person_sealed")));
      return new Line(
          file,
          words.value("number"),
          person.text("name"),
          Guard.of(person).inLists(),
          FileRows.instant(row, "due_at"));
    }
  }

  private static WrappedKey wrapped(ResultSet row, String whose) throws SQLException {
    return new WrappedKey(row.getString(whose + "kek"), row.getBytes(whose + "wrapped"));
  }

  /// Whether a role has lists of files at all.
  static boolean has(Role role) {
    return role == Role.HEAD
        || role == Role.CASEWORKER
        || role == Role.TREATMENT_WORKER
        || role == Role.NGO_WORKER;
  }
}
