package se.fristad.statistics;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fristad.access.Role;
import se.fristad.access.Viewer;
import se.fristad.audit.AuditLog;
import se.fristad.audit.LogLine;
import se.fristad.audit.Outcome;
import se.fristad.centre.OpeningHours;

/// The releases: one frozen cube of each closed quarter and year (*utgåva*).
///
/// Made in two steps. First the period is closed: from then on a fact that belongs to it counts in
/// the next, and its numbers stand. Then it is decided what is told of each, together with every
/// earlier release of the year; if that is interrupted it is done again. A year is made together
/// with the quarters of it that are not made, so that no number of either is chosen blindly.
@StaffOrJobs
@Component
public class Releases {
  /// So long the night waits after a period's last day, for facts that are on their way.
  public static final int GRACE_DAYS = 3;

  /// A fact cannot come again after so long: the registry has given it up.
  private static final int REMEMBERED_DAYS = 30;

  private static final ZoneId HERE = OpeningHours.HERE;

  private final CounterRows counters;
  private final ReleaseRows rows;
  private final Scheme scheme;
  private final AuditLog log;
  private final ObjectProvider<Telling> tellers;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Releases(
      CounterRows counters,
      ReleaseRows rows,
      Scheme scheme,
      AuditLog log,
      ObjectProvider<Telling> tellers,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.counters = counters;
    this.rows = rows;
    this.scheme = scheme;
    this.log = log;
    this.tellers = tellers;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /// The night's work: makes what has been closed for [#GRACE_DAYS], and forgets old facts.
  ///
  /// @return how many releases were made
  public int makeDue() {
    LocalDate today = today();
    transaction.executeWithoutResult(status -> counters.forget(today.minusDays(REMEMBERED_DAYS)));
    return make(null, today.minusDays(GRACE_DAYS)).size();
  }

  /// Makes everything whose last day has passed, by hand.
  ///
  /// @return what was made, in the order of time
  List<Period> makeNow(Viewer viewer) {
    return make(viewer, today());
  }

  /// Whether facts of days that have passed are still being told: then no period is closed.
  boolean isHeld() {
    return tellers.stream().anyMatch(Telling::goesOn);
  }

  /// The periods whose last day has passed and that have no release, in the order of time.
  List<Period> waiting() {
    List<Period> all = new ArrayList<>(rows.unmade());
    groups(today()).forEach(all::addAll);
    return all.stream().distinct().sorted().toList();
  }

  private List<Period> make(@Nullable Viewer viewer, LocalDate today) {
    if (isHeld()) {
      return List.of();
    }
    List<Period> made = new ArrayList<>();
    unmade().forEach(group -> made.addAll(decide(group, viewer)));
    for (Set<Period> group : groups(today)) {
      if (freeze(group)) {
        made.addAll(decide(group, viewer));
      }
    }
    return made;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), HERE);
  }

  /// What is closed and was interrupted, a year at a time.
  private List<Set<Period>> unmade() {
    return List.copyOf(
        rows.unmade().stream()
            .collect(
                Collectors.groupingBy(
                    Period::inYear,
                    java.util.TreeMap::new,
                    Collectors.<Period, Set<Period>>toCollection(TreeSet::new)))
            .values());
  }

  /// What is to be made together: a quarter alone, or a year with the quarters that it lacks.
  private List<Set<Period>> groups(LocalDate today) {
    Optional<LocalDate> first = counters.firstMonth();
    if (first.isEmpty()) {
      return List.of();
    }
    Set<Period> frozen = new HashSet<>(rows.frozen());
    List<Set<Period>> groups = new ArrayList<>();
    for (int year = first.get().getYear(); year <= today.getYear(); year++) {
      Period whole = Period.year(year);
      List<Period> lacking =
          whole
              .quarters()
              .filter(quarter -> quarter.isClosed(today) && !frozen.contains(quarter))
              .toList();
      if (whole.isClosed(today) && !frozen.contains(whole)) {
        Set<Period> together = new TreeSet<>(lacking);
        together.add(whole);
        groups.add(together);
      } else {
        lacking.forEach(quarter -> groups.add(Set.of(quarter)));
      }
    }
    return groups;
  }

  /// Closes periods to new facts, and keeps their numbers; false when somebody else has.
  private boolean freeze(Set<Period> group) {
    Boolean frozen =
        transaction.execute(status -> {
          counters.holdShut();
          Instant now = clock.instant();
          for (Period period : group) {
            if (!rows.freeze(period, now)) {
              status.setRollbackOnly();
              return false;
            }
            rows.keep(
                scheme.numbers(period, counters.between(period.firstDay(), period.lastDay())));
          }
          return true;
        });
    return Boolean.TRUE.equals(frozen);
  }

  /// Decides what is told of each number; the releases can be read from then on.
  private List<Period> decide(Set<Period> group, @Nullable Viewer viewer) {
    int year = group.iterator().next().inYear();
    List<ReleaseRows.Frozen> all = rows.ofYear(year);
    Map<Cell, Label> labels = new HashMap<>();
    int programmes = 0;
    for (Measure measure : Measure.values()) {
      Equations equations = equations(measure, all);
      Suppression suppression = new Suppression(equations);
      suppression.choose();
      programmes += suppression.programmes();
      for (Equations.Part part : equations.parts()) {
        Label label = part.label();
        if (label != null
            && group.contains(part.cell.period())
            && scheme.cells(part.cell.period(), measure).contains(part.cell)) {
          labels.put(part.cell, label);
        }
      }
    }
    return publish(group, viewer, labels, programmes);
  }

  /// One measure's year so far, with what has been told of it.
  private Equations equations(Measure measure, List<ReleaseRows.Frozen> all) {
    Map<Cell, Long> numbers = new HashMap<>();
    Set<Period> periods = new TreeSet<>();
    for (ReleaseRows.Frozen one : all) {
      if (one.cell().measure() == measure) {
        numbers.put(one.cell(), one.n());
        periods.add(one.cell().period());
      }
    }
    Equations equations = new Equations(measure, periods, scheme.municipalities(measure), numbers);
    for (ReleaseRows.Frozen one : all) {
      Label label = one.label();
      Equations.Part part = equations.part(one.cell());
      if (label != null && part != null && part.label() == null) {
        part.label(label);
        part.release();
      }
    }
    return equations;
  }

  private List<Period> publish(
      Set<Period> group, @Nullable Viewer viewer, Map<Cell, Label> labels, int programmes) {
    List<Period> made = new ArrayList<>();
    transaction.executeWithoutResult(status -> {
      Instant now = clock.instant();
      List<Period> mine = group.stream().sorted().filter(rows::isUnmade).toList();
      if (mine.size() != group.size()) {
        return;
      }
      rows.label(labels);
      @Nullable UUID staff = viewer == null ? null : viewer.staff();
      for (Period period : mine) {
        int hidden =
            (int)
                labels.entrySet().stream()
                    .filter(one -> one.getKey().period().equals(period))
                    .filter(one -> one.getValue() != Label.SHOWN)
                    .count();
        rows.made(period, staff, now, hidden, programmes);
        log.append(line(viewer, "release", period));
        made.add(period);
      }
    });
    return made;
  }

  /// The centre's own volumes in a release as they are, hidden or not: for the head alone, who may
  /// open every file that they count, and noted in the log (docs/adr/0017). For anyone else there
  /// are none.
  Map<Measure, Long> ownVolumes(Viewer viewer, Period period) {
    if (viewer.role() != Role.HEAD) {
      return Map.of();
    }
    Map<Measure, Long> wholes =
        transaction.execute(status -> {
          log.append(line(viewer, "own", period));
          return rows.wholes(period);
        });
    return wholes == null ? Map.of() : wholes;
  }

  /// Notes in the log that a file was taken out.
  void noteExport(Viewer viewer, Period period) {
    transaction.executeWithoutResult(status -> log.append(line(viewer, "export", period)));
  }

  private static LogLine line(@Nullable Viewer viewer, String act, Period period) {
    String what = period.code().toLowerCase(Locale.ROOT);
    return viewer == null
        ? LogLine.about(null, null, null, act, "figures", null, what, Outcome.DONE)
        : LogLine.about(
            viewer.staff(),
            viewer.organisation(),
            viewer.role().code(),
            act,
            "figures",
            null,
            what,
            Outcome.DONE);
  }
}
