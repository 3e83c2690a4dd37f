package se.fristad.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.access.Colleagues;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.vault.Confidential;
import se.fristad.vault.DataKey;
import se.fristad.vault.SideKeys;
import se.fristad.vault.WrappedKey;

/// Somebody comes along (*ledsagning*): booked within the time that is safe for her, with what
/// whoever goes must know, and by two of us when there is danger.
@StaffFace
@Component
class Accompaniments {
  /// Who goes along: those of this house who meet her.
  static final Set<Role> ROLES = Set.of(Role.CASEWORKER, Role.TREATMENT_WORKER);

  /// The most of one file: each is read whenever the file is.
  static final int MOST = 200;

  private static final String WHAT = "accompaniment";
  private static final int DAYS_SHOWN = 7;

  private final Files files;
  private final GoingOut goingOut;
  private final AccompanimentRows rows;
  private final Links links;
  private final DangerChanges changes;
  private final FileConflictRows conflicts;
  private final Colleagues colleagues;
  private final Tasks tasks;
  private final JdbcClient sql;
  private final SideKeys keys;
  private final ApplicationEventPublisher events;

  Accompaniments(
      Files files,
      GoingOut goingOut,
      AccompanimentRows rows,
      Links links,
      DangerChanges changes,
      FileConflictRows conflicts,
      Colleagues colleagues,
      Tasks tasks,
      JdbcClient sql,
      SideKeys keys,
      ApplicationEventPublisher events) {
    this.files = files;
    this.goingOut = goingOut;
    this.rows = rows;
    this.links = links;
    this.changes = changes;
    this.conflicts = conflicts;
    this.colleagues = colleagues;
    this.tasks = tasks;
    this.sql = sql;
    this.keys = keys;
    this.events = events;
  }

  /// Whether two go: when the risk is high, or nobody knows it any more, when somebody around her
  /// is dangerous, and to where she lived.
  ///
  /// @param asks whether something has happened after which the risk is not assessed yet
  static boolean needsTwo(
      CaseFile file,
      List<Link> links,
      boolean asks,
      Accompaniment.Occasion occasion,
      LocalDate today) {
    return occasion == Accompaniment.Occasion.BELONGINGS || dangerous(file, links, asks, today);
  }

  private static boolean dangerous(CaseFile file, List<Link> links, boolean asks, LocalDate today) {
    LocalDate until = file.riskUntil();
    return asks
        || until == null
        || today.isAfter(until)
        || "high".equals(file.risk())
        || links.stream().anyMatch(link -> !link.ended() && link.danger() == Link.Danger.DANGEROUS);
  }

  /// Books one.
  Step<UUID> book(Viewer viewer, UUID file, Accompaniment one) {
    return files.write(
        viewer,
        file,
        "accompany",
        hand -> {
          hand.open();
          hand.ofAdult();
          Files.refuse(refusals(hand, one));
          UUID id = UUID.randomUUID();
          rows.insert(
              new AccompanimentRows.Row(
                  id,
                  hand.id(),
                  one.from(),
                  one.until(),
                  one.staff(),
                  one.second(),
                  AccompanimentRows.State.BOOKED,
                  hand.staff(),
                  hand.now(),
                  null,
                  null,
                  1,
                  hand.seal(id, WHAT, 1, words(one))));
          tasks.add(
              hand.id(),
              TaskKind.ACCOMPANY,
              id,
              LocalDate.ofInstant(one.from(), Files.HERE),
              hand.responsible());
          events.publishEvent(new AccompanimentChanged(hand.id(), id, hand.now()));
          return id;
        });
  }

  private List<Refusal> refusals(Files.InHand hand, Accompaniment one) {
    List<Refusal> refusals = new ArrayList<>();
    if (one.where().isBlank()) {
      refusals.add(CaseRule.WRITTEN_IN_WORDS.refusal("where", ".accompany_where"));
    }
    // where they go may be his door, when her belongings are fetched; where they meet never is
    refusals.addAll(goingOut.against(hand, GoingOut.Way.ACCOMPANY, "meet", one.meet()));
    refusals.addAll(ofTimes(hand.now(), one));
    List<Link> around = links.in(hand);
    refusals.addAll(ofStaff(hand, one, around));
    if (one.risk().isBlank()) {
      refusals.add(CaseRule.WHO_GOES_IS_SAFE.refusal("risk", ".note"));
    }
    if (one.police() == Accompaniment.Police.NOT_ASKED
        && one.occasion() == Accompaniment.Occasion.BELONGINGS
        && dangerous(hand.file(), around, changes.asks(hand), hand.today())) {
      refusals.add(CaseRule.WHO_GOES_IS_SAFE.refusal("police", ".police"));
    }
    if (rows.of(hand.id()).size() >= MOST) {
      refusals.add(Refusal.unreadable("where", "casework.step.accompany.most", MOST));
    }
    return refusals;
  }

  private static List<Refusal> ofTimes(Instant now, Accompaniment one) {
    List<Refusal> refusals = new ArrayList<>();
    if (!one.until().isAfter(one.from())) {
      refusals.add(CaseRule.ACCOMPANIED_IN_SAFE_TIME.refusal("until", ".order"));
    } else if (one.from().isBefore(now)) {
      refusals.add(CaseRule.ACCOMPANIED_IN_SAFE_TIME.refusal("from", ".past"));
    }
    if (!one.safeUntil().isAfter(one.safeFrom())) {
      refusals.add(CaseRule.ACCOMPANIED_IN_SAFE_TIME.refusal("safe_until", ".order"));
    } else {
      if (one.from().isBefore(one.safeFrom())) {
        refusals.add(CaseRule.ACCOMPANIED_IN_SAFE_TIME.refusal("from", ".before"));
      }
      if (one.until().isAfter(one.safeUntil())) {
        refusals.add(CaseRule.ACCOMPANIED_IN_SAFE_TIME.refusal("until", ".after"));
      }
    }
    return refusals;
  }

  private List<Refusal> ofStaff(Files.InHand hand, Accompaniment one, List<Link> around) {
    List<Refusal> refusals = new ArrayList<>();
    Set<UUID> going =
        colleagues.with(ROLES).stream().map(Colleagues.Colleague::id).collect(Collectors.toSet());
    UUID second = one.second();
    refusals.addAll(ofOne(hand, one, "staff", one.staff(), going));
    if (second == null) {
      if (needsTwo(hand.file(), around, changes.asks(hand), one.occasion(), hand.today())) {
        refusals.add(CaseRule.WHO_GOES_IS_SAFE.refusal("second", ".two"));
      }
    } else if (second.equals(one.staff())) {
      refusals.add(CaseRule.WHO_GOES_IS_SAFE.refusal("second", ".same"));
    } else {
      refusals.addAll(ofOne(hand, one, "second", second, going));
    }
    return refusals;
  }

  private List<Refusal> ofOne(
      Files.InHand hand, Accompaniment one, String field, UUID staff, Set<UUID> going) {
    if (!going.contains(staff) || conflicts.declared(hand.id(), staff)) {
      // who has a conflict is told apart from nobody
      return List.of(CaseRule.WHO_GOES_IS_SAFE.refusal(field, ".nobody"));
    }
    return rows.busy(staff, one.from(), one.until())
        ? List.of(CaseRule.WHO_GOES_IS_SAFE.refusal(field, ".busy"))
        : List.of();
  }

  /// What came of one: they went, or not, and why.
  Step<UUID> went(Viewer viewer, UUID file, UUID id, boolean went, Confidential words) {
    return files.write(
        viewer,
        file,
        "accompanied",
        CaseFileRule.purposeOf(viewer),
        hand -> {
          hand.open();
          AccompanimentRows.Row row = booked(hand, id, viewer);
          if (row.from().isAfter(hand.now())) {
            throw Files.refused(CaseRule.ACCOMPANIED_IN_SAFE_TIME.refusal("went", ".not_yet"));
          }
          if (!went && words.isBlank()) {
            throw Files.refused(CaseRule.WRITTEN_IN_WORDS.refusal("words", ".accompany_why"));
          }
          end(
              hand,
              row,
              went ? AccompanimentRows.State.DONE : AccompanimentRows.State.NOT_DONE,
              words);
          return id;
        });
  }

  /// It is called off.
  Step<UUID> callOff(Viewer viewer, UUID file, UUID id, Confidential why) {
    return files.write(
        viewer,
        file,
        "call_off_accompaniment",
        hand -> {
          AccompanimentRows.Row row = booked(hand, id, viewer);
          if (why.isBlank()) {
            throw Files.refused(CaseRule.WRITTEN_IN_WORDS.refusal("why", ".accompany_why"));
          }
          end(hand, row, AccompanimentRows.State.CALLED_OFF, why);
          return id;
        });
  }

  private AccompanimentRows.Row booked(Files.InHand hand, UUID id, Viewer viewer) {
    return rows.find(hand.id(), id)
        .filter(AccompanimentRows.Row::booked)
        .filter(row -> viewer.role() == Role.CASEWORKER || row.goes(hand.staff()))
        .orElseThrow(
            () -> Files.refused(CaseRule.ACCOMPANIED_IN_SAFE_TIME.refusal("went", ".over")));
  }

  private void end(
      Files.InHand hand,
      AccompanimentRows.Row row,
      AccompanimentRows.State state,
      Confidential words) {
    int version = row.version() + 1;
    Words all = hand.open(row.id(), WHAT, row.version(), row.sealed()).with("words", words);
    rows.end(
        row.id(),
        state,
        hand.staff(),
        hand.now(),
        version,
        hand.seal(row.id(), WHAT, version, all));
    tasks.done(hand.id(), row.id(), hand.staff(), hand.now(), TaskKind.ACCOMPANY);
    events.publishEvent(new AccompanimentChanged(hand.id(), row.id(), hand.now()));
  }

  private static Words words(Accompaniment one) {
    return Words.none()
        .with("occasion", one.occasion().code())
        .with("where", one.where())
        .with("meet", one.meet())
        .with("safe_from", one.safeFrom().toString())
        .with("safe_until", one.safeUntil().toString())
        .with("risk", one.risk())
        .with("police", one.police().code())
        .with("police_words", one.policeWords());
  }

  /// All of a file, opened, the latest first.
  List<Reading.Seen<AccompanimentRows.Row>> of(Files.InHand hand) {
    return rows.of(hand.id()).stream()
        .map(row -> new Reading.Seen<>(row, hand.open(row.id(), WHAT, row.version(), row.sealed())))
        .toList();
  }

  /// One as it stands on the day of whoever goes along.
  ///
  /// @param called what the person is called in a list
  /// @param risk the level of the file; null before the first assessment
  record Mine(AccompanimentRows.Row row, Words words, Confidential called, @Nullable String risk) {
    @Override
    public String toString() {
      return "[an accompaniment of mine]";
    }
  }

  /// Those that somebody is to go along with, today and the days after, the nearest first. She need
  /// not work in the file: what she must know to go stands here, and nothing else of it. Which she
  /// was shown stands in the log.
  List<Mine> mine(Viewer viewer, Instant now) {
    Instant from = LocalDate.ofInstant(now, Files.HERE).atStartOfDay(Files.HERE).toInstant();
    return files.list(
        viewer,
        WHAT,
        "my_accompaniments",
        () ->
            sql.sql(
                    "select "
                        + AccompanimentRows.COLUMNS
                        + """
                        , f.risk, k.kek, k.wrapped, p.id as person, p.version as person_version, p.sealed as person_sealed,
                          pk.kek as person_kek, pk.wrapped as person_wrapped
                          from casework.accompaniment a
                          join casework.file f on f.id = a.file
                          join casework.data_key k on k.file = f.id
                          join casework.person p on p.id = f.person
                          join casework.data_key pk on pk.person = p.id
                         where a.state = 'booked' and (a.staff = :staff or a.second = :staff)
                           and a.until_at >= :from and a.from_at < :until
                           and not exists (select from casework.conflict c where c.file = f.id and c.staff = :staff)
                         order by a.from_at, a.id limit 50
                        """)
                .param("staff", viewer.staff())
                .param("from", Timestamp.from(from))
                .param(
                    "until",
                    Timestamp.from(from.atZone(Files.HERE).plusDays(DAYS_SHOWN + 1L).toInstant()))
                .query(this::mine)
                .list(),
        one -> one.row().id());
  }

  private Mine mine(ResultSet row, int number) throws SQLException {
    AccompanimentRows.Row one = AccompanimentRows.row(row, number);
    UUID person = row.getObject("person", UUID.class);
    try (DataKey key =
            keys.unwrap(one.file(), new WrappedKey(row.getString("kek"), row.getBytes("wrapped")));
        DataKey personKey =
            keys.unwrap(
                person,
                new WrappedKey(row.getString("person_kek"), row.getBytes("person_wrapped")))) {
      Words words = Words.of(key.open(Files.place(one.id(), WHAT, one.version()), one.sealed()));
      Words who =
          Words.of(
              personKey.open(
                  Files.place(person, "person", row.getInt("person_version")),
                  row.getBytes("person_sealed")));
      boolean hidden = Guard.of(who).inLists() != Road.Protection.NONE;
      return new Mine(
          one,
          words,
          hidden ? Confidential.of("") : Person.of(person, 1, who).called(),
          row.getString("risk"));
    }
  }
}
