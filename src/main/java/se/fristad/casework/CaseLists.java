package se.fristad.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
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
  /// Rows of one page of a list.
  static final int PAGE = 25;

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
    DUE("due_at asc nulls last, f.opened_at, f.id"),
    /// The greatest risk first, and what was never assessed before what is low.
    RISK(
        "case f.risk when 'high' then 0 when 'medium' then 1 when 'low' then 3 else 2 end, f.risk_until, f.opened_at desc, f.id"),
    /// The latest first.
    OPENED("f.opened_at desc, f.id"),
    /// What was written in last.
    NOTED("f.noted_at desc, f.id");

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

    /// How they can be sorted, the first unless another is chosen. In closed files nothing is due.
    List<Order> orders() {
      return this == OPEN
          ? List.of(Order.DUE, Order.RISK, Order.OPENED, Order.NOTED)
          : List.of(Order.NOTED, Order.OPENED, Order.RISK);
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

  /// A page of 25; beyond the end it is the last one. What it is narrowed to stands in the log
  /// beside which list it is. The page is chosen among the plain columns, and only what it shows is
  /// joined and opened.
  ///
  /// @param page from 1
  Page list(Viewer viewer, Shown shown, Narrowed narrowed, Order order, int page) {
    String where =
        " where f.state = '"
            + shown.code()
            + "' and "
            + scope(viewer)
            + String.join("", narrowed.conditions());
    Map<String, Object> told = narrowed.told(clock.instant());
    return files.asking(() -> {
      int total =
          sql.sql("select count(*) from casework.file f" + where)
              .params(told)
              .param("staff", viewer.staff())
              .query(Integer.class)
              .single();
      int last = Math.max(1, (total + PAGE - 1) / PAGE);
      List<Line> lines =
          files.list(
              viewer,
              CaseFileRule.KIND,
              shown.code() + "_by_" + order.code() + narrowed.code(),
              () ->
                  sql.sql(
                          "with found as materialized (select f.id, "
                              + (shown == Shown.OPEN ? NEXT_DUE : "null::timestamptz")
                              + " as due_at from casework.file f"
                              + where
                              + " order by "
                              + order.by
                              + " limit "
                              + PAGE
                              + " offset :from) select "
                              + NAMED
                              + ", found.due_at as due_at from found join casework.file f on f.id = found.id"
                              + JOINED
                              + " order by "
                              + order.by)
                      .params(told)
                      .param("staff", viewer.staff())
                      .param("from", (Math.min(page, last) - 1) * PAGE)
                      .query(this::line)
                      .list(),
              line -> line.file().id());
      return new Page(lines, total);
    });
  }

  /// Who answers for, or investigates, the files that are open, for the head to narrow her list to.
  List<UUID> whose(Viewer viewer) {
    return viewer.role() == Role.HEAD
        ? files.asking(() ->
            sql.sql(
                    """
                    select distinct a.staff from casework.assignment a join casework.file f on f.id = a.file
                     where a.to_at is null and a.relation in ('responsible', 'investigates') and f.state = 'open'
                    """)
                .query(UUID.class)
                .list())
        : List.of();
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

  /// Whether something is a number by which the night finds somebody: hers, or one that the centre
  /// gave. A telephone is not: it may be another's.
  boolean isNightValue(Confidential typed) {
    return search(typed.reveal().strip())
        .filter(search -> !search.what.equals("telephone"))
        .isPresent();
  }

  /// What of the night the day has not read, who has waited longest first: of the viewer's own
  /// files; the head's is all of it.
  List<Unread> unread(Viewer viewer) {
    return files.list(
        viewer,
        DutyRule.KIND,
        "unread",
        () ->
            sql.sql(
                    "select "
                        + NAMED
                        + ", null::timestamptz as due_at, n.id as event, n.what, n.at, n.by from"
                        + " casework.night_event n join casework.file f on f.id = n.file"
                        + JOINED
                        + " where n.read_at is null and n.what <> 'watch' and "
                        + scope(viewer)
                        + " order by n.at, n.id limit 200")
                .param("staff", viewer.staff())
                .query((row, number) ->
                    new Unread(
                        row.getObject("event", UUID.class),
                        NightRows.What.of(row.getString("what")),
                        row.getTimestamp("at").toInstant(),
                        row.getObject("by", UUID.class),
                        line(row, number)))
                .list(),
        Unread::event);
  }

  /// Something that happened in a night and that the day has not read.
  record Unread(UUID event, NightRows.What what, Instant at, UUID by, Line line) {}

  /// What of the night a member of the duty social service sees in her list: the number of the
  /// file, and nothing of whose it is. What she has written since a day, and what the day asks for
  /// this night.
  List<NightRows.Numbered> ofNight(Viewer viewer, String which, LocalDate night, Instant since) {
    return files.list(
        viewer,
        DutyRule.KIND,
        which,
        () ->
            sql.sql(
                    "select "
                        + NAMED
                        + ", null::timestamptz as due_at, n.id as event, n.what, n.record, n.at as happened_at,"
                        + " n.by as happened_by, n.night, n.until_at, n.read_at, n.read_by, n.sealed as event_sealed"
                        + " from casework.night_event n join casework.file f on f.id = n.file"
                        + JOINED
                        + " where "
                        + (which.equals("watch")
                            ? "n.what = 'watch' and n.night = :night"
                            : "n.what <> 'watch' and n.by = :staff and n.at >= :since")
                        + " and not exists (select from casework.conflict j where j.file = f.id and j.staff = :staff) and "
                        + ALONE
                        + "cast(:night as date) is not null and cast(:since as timestamptz) is not null"
                        + " order by n.at desc, n.id limit 200")
                .param("staff", viewer.staff())
                .param("night", java.sql.Date.valueOf(night))
                .param("since", Timestamp.from(since))
                .query((row, number) -> {
                  Line line = line(row, number);
                  return new NightRows.Numbered(
                      new NightRows.Row(
                          row.getObject("event", UUID.class),
                          line.file().id(),
                          NightRows.What.of(row.getString("what")),
                          row.getObject("record", UUID.class),
                          row.getTimestamp("happened_at").toInstant(),
                          row.getObject("happened_by", UUID.class),
                          row.getObject("night", LocalDate.class),
                          FileRows.instant(row, "until_at"),
                          FileRows.instant(row, "read_at"),
                          row.getObject("read_by", UUID.class),
                          row.getBytes("event_sealed")),
                      line.file(),
                      line.number());
                })
                .list(),
        one -> one.row().id());
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
  boolean maySearch(Viewer viewer) {
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

  /// A page of what is new.
  record NewsPage(List<News> news, int total) {}

  /// What others have done in the viewer's files, and the files that became hers, the latest first.
  /// Whoever delivers support hears of the risk and of what she is to do, and of nothing else that
  /// she may not read; the head of decisions and of what became high risk.
  ///
  /// @param unseen whether only what came after she was in the file the last time
  /// @param page from 1; beyond the end it is the last one
  NewsPage news(Viewer viewer, Instant since, boolean unseen, int page) {
    List<Of<News>> found =
        files.list(
            viewer,
            CaseFileRule.KIND,
            unseen ? "changed_unseen" : "changed",
            () ->
                sql.sql(
                        "with hers as materialized (select f.id, f.opened_at from casework.file f"
                            + " where "
                            + touched(viewer)
                            + " and "
                            + scope(viewer)
                            + "), found as materialized (select * from (select c.file, c.what, c.at, c.by,"
                            + " count(*) over () as many,"
                            + " row_number() over (order by c.at desc, c.file, c.what) as place from ("
                            + String.join(" union all ", happened(viewer))
                            + ") c where c.by is distinct from :staff"
                            + (unseen ? NOT_SEEN : "")
                            + ") n where "
                            + onPage(page)
                            + ") select "
                            + NAMED
                            + ", found.what, found.at, found.by, found.many, null::timestamptz as due_at"
                            + " from found join casework.file f on f.id = found.file"
                            + JOINED
                            + " order by found.place")
                    .param("staff", viewer.staff())
                    .param("since", Timestamp.from(since))
                    .query((row, number) ->
                        new Of<>(
                            row.getInt("many"),
                            new News(
                                row.getString("what"),
                                row.getTimestamp("at").toInstant(),
                                row.getObject("by", UUID.class),
                                line(row, number))))
                    .list(),
            news -> news.one().line().file().id());
    return new NewsPage(found.stream().map(Of::one).toList(), many(found));
  }

  /// One of so many.
  private record Of<T>(int many, T one) {}

  private static int many(List<? extends Of<?>> found) {
    return found.isEmpty() ? 0 : found.getFirst().many();
  }

  /// After she was in the file the last time.
  private static final String NOT_SEEN =
      """
       and not exists (select from casework.opened s
            where s.file = c.file and s.staff = :staff and s.last_at >= c.at)\
      """;

  private static final String NIGHT = " and x.what in ('looked', 'note')";

  /// The files in which there can be something new: nothing is written in a file without its date
  /// of the last note being moved, but by the night, which only the one whose file it is hears of.
  private static String touched(Viewer viewer) {
    return viewer.role() == Role.CASEWORKER
        ? "(f.noted_at >= :since or exists (select from casework.night_event x where x.file = f.id"
            + " and x.at >= :since"
            + NIGHT
            + "))"
        : "f.noted_at >= :since";
  }

  /// What is news to a role.
  private static List<String> happened(Viewer viewer) {
    return switch (viewer.role()) {
      case HEAD ->
          List.of(
              happened("decision", "'decided'", "decided_at", "decided_by", ""),
              happened("assessment", ASSESSED, "made_at", "made_by", " and x.level = 'high'"));
      case CASEWORKER ->
          List.of(
              happened("note", "'note'", "made_at", "made_by", ""),
              happened("assessment", ASSESSED, "made_at", "made_by", ""),
              happened("investigation", "'investigation_opened'", "opened_at", "opened_by", ""),
              happened("decision", "'decided'", "decided_at", "decided_by", ""),
              happened("follow_up", "'followed_up'", "done_at", "done_by", ""),
              happened("danger_change", "'danger_changed'", "noted_at", "noted_by", ""),
              happened(
                  "plan_action", "'plan_action_said'", "said_at", "said_by", " and x.version > 1"),
              happened("reopening", "'reopened'", "made_at", "made_by", ""),
              happened("night_event", "'night_' || x.what", "at", "by", NIGHT),
              // who opened a file knows that it is hers
              assigned("responsible", " and x.from_at > h.opened_at"));
      default ->
          List.of(
              happened("assessment", ASSESSED, "made_at", "made_by", ""),
              happened("danger_change", "'danger_changed'", "noted_at", "noted_by", ""),
              assigned("delivers", ""));
    };
  }

  private static final String ASSESSED =
      "case x.level when 'high' then 'assessed_high' else 'assessed' end";

  private static String assigned(String relation, String more) {
    return happened(
        "assignment",
        "'assigned_" + relation + "'",
        "from_at",
        null,
        " and x.staff = :staff and x.to_at is null and x.relation = '" + relation + "'" + more);
  }

  private static String happened(
      String table, String what, String at, @Nullable String by, String more) {
    return "select x.file, "
        + what
        + " as what, x."
        + at
        + " as at, "
        + (by == null ? "null::uuid" : "x." + by)
        + " as by from hers h join casework."
        + table
        + " x on x.file = h.id where x."
        + at
        + " >= :since"
        + more;
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

  /// The parts of my day.
  enum Part {
    /// What is late.
    LATE,
    /// What is due today.
    TODAY,
    /// What is due within the week.
    WEEK;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A page of a part of my day.
  record DuePage(List<Due> due, int total) {}

  /// What is due for somebody until a day, in its parts, the nearest first. The head sees what is
  /// late for everybody. Of a file that her role may not open nothing is shown, also when the task
  /// is still hers. Of each part one page is shown and opened, and all are counted.
  ///
  /// @param pages which page of each part, from 1; beyond the end it is the last one
  Map<Part, DuePage> due(Viewer viewer, LocalDate until, Map<Part, Integer> pages) {
    Instant now = clock.instant();
    List<Of<Due>> found =
        files.list(
            viewer,
            "task",
            "my_day",
            () ->
                sql.sql(
                        "with found as materialized (select * from (select t.*, count(*) over (partition by t.part) as many,"
                            + " row_number() over (partition by t.part order by t.due_at, t.id) as place from ("
                            + tasks(viewer)
                            + " and "
                            + scope(viewer)
                            + ") t) p where "
                            + shown(pages)
                            + ") select "
                            + NAMED
                            + ", t.due_at, t.id as task, t.kind as task_kind, t.record, t.legal_at, t.staff, t.many"
                            + " from found t join casework.file f on f.id = t.file"
                            + JOINED
                            + " order by t.due_at, t.id")
                    .param("staff", viewer.staff())
                    .param("now", Timestamp.from(now))
                    .param("role", viewer.role().code())
                    .param("today", Timestamp.from(endOfToday(now)))
                    .param("until", Timestamp.from(Tasks.endOf(until)))
                    .query((row, number) ->
                        new Of<>(row.getInt("many"), new Due(task(row), line(row, number))))
                    .list(),
            due -> due.one().line().file().id());
    Map<Part, List<Of<Due>>> parts =
        found.stream().collect(Collectors.groupingBy(due -> part(due.one().task().due(), now)));
    Map<Part, DuePage> day = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      List<Of<Due>> of = parts.getOrDefault(part, List.of());
      day.put(part, new DuePage(of.stream().map(Of::one).toList(), many(of)));
    }
    return day;
  }

  private static Part part(Instant due, Instant now) {
    return due.isBefore(now) ? Part.LATE : due.isAfter(endOfToday(now)) ? Part.WEEK : Part.TODAY;
  }

  private static Instant endOfToday(Instant now) {
    return Tasks.endOf(LocalDate.ofInstant(now, Files.HERE));
  }

  private static String shown(Map<Part, Integer> pages) {
    return Arrays.stream(Part.values())
        .map(part ->
            "(part = '" + part.code() + "' and " + onPage(pages.getOrDefault(part, 1)) + ")")
        .collect(Collectors.joining(" or "));
  }

  /// The rows of a page by their `place` among so `many`; beyond the end those of the last one.
  private static String onPage(int page) {
    String from = "least(%d, (many - 1) / %d * %d)".formatted((page - 1) * PAGE, PAGE, PAGE);
    return "place > " + from + " and place <= " + from + " + " + PAGE;
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

  private static final String NEXT_DUE =
      "(select min(t.due_at) from casework.task t where t.file = f.id and t.done_at is null"
          + " and t.staff is not null)";

  private static final String SELECT =
      "select " + NAMED + ", " + NEXT_DUE + " as due_at from casework.file f" + JOINED;

  /// What is due, with the part of the day it belongs to.
  private static final String TASKS =
      """
      select t.id, t.file, t.kind, t.record, t.due_at, t.legal_at, t.staff,
             case when t.due_at < :now then 'late' when t.due_at <= :today then 'today' else 'week' end as part
        from casework.task t join casework.file f on f.id = t.file
       where t.done_at is null and t.due_at <= :until
         and (t.staff = :staff or t.role = :role\
      """;

  /// The head sees what is late for everybody; for the others it is not even asked.
  private static String tasks(Viewer viewer) {
    return TASKS + (viewer.role() == Role.HEAD ? " or t.due_at < :now)" : ")");
  }

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
