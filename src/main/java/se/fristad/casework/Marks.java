package se.fristad.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.audit.AuditLog;
import se.fristad.audit.Outcome;
import se.fristad.law.PersonalNumber;
import se.fristad.vault.Confidential;

/// Kin and neighbours of those who work here, by marks (*jäv*, 16 § FL): each says the personal
/// numbers of her kin and the addresses of her neighbours once; what is kept is marks that nobody
/// can read. Whenever somebody is written down in a file, herself or around her, they are held
/// against the marks: for whoever is kin or a neighbour the file is not there, and the head alone
/// is told.
///
/// It is no way to find out who has a file: to declare answers the same whoever it is, and so does
/// the refusal to open.
@StaffFace
@Component
class Marks {
  /// The most that somebody declares.
  static final int MOST = 100;

  private final Files files;
  private final MarkRows rows;
  private final FileConflictRows conflicts;
  private final Tasks tasks;
  private final AuditLog log;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Marks(
      Files files,
      MarkRows rows,
      FileConflictRows conflicts,
      Tasks tasks,
      AuditLog log,
      ApplicationEventPublisher events,
      Clock clock) {
    this.files = files;
    this.rows = rows;
    this.conflicts = conflicts;
    this.tasks = tasks;
    this.log = log;
    this.events = events;
    this.clock = clock;
  }

  /// Says that somebody with this number is her kin, or that she lives next to this address.
  Step<Boolean> declare(Viewer viewer, MarkRows.Kind kind, Confidential typed) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, Files.HERE);
    Optional<String> value =
        kind == MarkRows.Kind.NUMBER
            ? PersonalNumber.read(typed.reveal(), today).map(PersonalNumber::twelveDigits)
            : Optional.of(MarkRows.street(typed)).filter(street -> !street.isEmpty());
    if (value.isEmpty()) {
      return new Step.Refused<>(
          List.of(
              kind == MarkRows.Kind.NUMBER
                  ? Openings.wrong(typed.reveal(), today).citedOn(today)
                  : Refusal.unreadable("value", "casework.kin.no-street")));
    }
    return files.asking(() -> declared(viewer, kind, value.get(), now));
  }

  private Step<Boolean> declared(Viewer viewer, MarkRows.Kind kind, String value, Instant now) {
    if (rows.of(viewer.staff()).size() >= MOST) {
      return new Step.Refused<>(List.of(Refusal.unreadable("value", "casework.kin.most", MOST)));
    }
    rows.insert(viewer.staff(), kind, value, now);
    rows.files(viewer.staff(), kind, value)
        .forEach(met -> keptFrom(met.file(), viewer.staff(), met.responsible(), now));
    log.append(viewer.line("declare_kin", "kin", null, "conflict", Outcome.DONE));
    return new Step.Done<>(true);
  }

  /// Takes one of her marks back: a neighbour has moved, a number was wrong. What is shut for her
  /// by it stays shut until the head opens it, since nobody can say any more which it was.
  boolean takeBack(Viewer viewer, UUID id) {
    return files.asking(() -> {
      boolean done = rows.takeBack(id, viewer.staff());
      log.append(
          viewer.line(
              "take_back_kin", "kin", id, "conflict", done ? Outcome.DONE : Outcome.NOT_THERE));
      if (done) {
        events.publishEvent(new MarkTakenBack(viewer.staff(), clock.instant()));
      }
      return done;
    });
  }

  /// What she has declared, with the day and nothing of whom.
  List<MarkRows.Row> of(Viewer viewer) {
    return files.asking(() -> rows.of(viewer.staff()));
  }

  /// Whether somebody is kin or neighbour of the one who wants to open her file. It is told to the
  /// head, and the log.
  boolean refuses(Viewer viewer, Confidential number, Confidential address, @Nullable UUID intake) {
    return files.asking(() -> {
      boolean hers = rows.met(number, address).contains(viewer.staff());
      if (hers) {
        rows.refused(viewer.staff(), intake, clock.instant());
        log.append(viewer.line("open_file", CaseFileRule.KIND, null, "conflict", Outcome.REFUSED));
      }
      return hers;
    });
  }

  /// Somebody is written down in a file: for whoever of us is kin or neighbour of hers it is not
  /// there from now on. In the transaction of the step.
  ///
  /// @param responsible who answers for the file
  void hold(
      UUID file,
      Confidential number,
      Confidential address,
      @Nullable UUID responsible,
      Instant now) {
    Set<UUID> met = rows.met(number, address);
    met.stream()
        .filter(staff -> !conflicts.declared(file, staff))
        .forEach(staff -> keptFrom(file, staff, staff.equals(responsible), now));
  }

  private void keptFrom(UUID file, UUID staff, boolean responsible, Instant now) {
    conflicts.met(file, staff, now);
    if (responsible) {
      tasks.addFor(Role.HEAD, file, TaskKind.HAND_OVER, null, LocalDate.ofInstant(now, Files.HERE));
    }
    events.publishEvent(new FileConflictChanged(file, true, now));
  }

  /// The refusals that no head has seen.
  List<MarkRows.Refused> unseen(Viewer viewer) {
    return viewer.role() == Role.HEAD ? files.asking(rows::unseen) : List.of();
  }

  /// The head has seen it.
  boolean seen(Viewer viewer, UUID id) {
    return viewer.role() == Role.HEAD
        && files.asking(() -> {
          boolean done = rows.seen(id, viewer.staff(), clock.instant());
          log.append(
              viewer.line(
                  "see_kin", "kin", id, "conflict", done ? Outcome.DONE : Outcome.NOT_THERE));
          return done;
        });
  }
}
