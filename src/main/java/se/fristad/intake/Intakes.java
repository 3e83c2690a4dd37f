package se.fristad.intake;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fristad.access.FileDoor;
import se.fristad.access.FileRef;
import se.fristad.access.Opened;
import se.fristad.access.Permit;
import se.fristad.access.Purpose;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.access.Written;
import se.fristad.audit.AuditLog;
import se.fristad.audit.LogLine;
import se.fristad.contact.Queue;
import se.fristad.contact.ThreadId;
import se.fristad.contact.Threads;
import se.fristad.vault.DataKey;
import se.fristad.vault.Place;
import se.fristad.vault.Side;
import se.fristad.vault.SideKeys;
import se.fristad.vault.Sides;
import se.fristad.vault.WrappedKey;

/// The intakes: begun, written in while the conversation goes on, concluded once.
///
/// Every opening goes through the [FileDoor] on the support side. What stands in the way of a
/// conclusion is an answer; the transaction is undone and the refusal has a log line of its own.
@StaffFace
@Component
class Intakes {
  private static final int MOST_AWAITING = 200;

  private final IntakeRows rows;
  private final Threads threads;
  private final FileDoor door;
  private final SideKeys keys;
  private final AuditLog log;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Intakes(
      IntakeRows rows,
      Threads threads,
      FileDoor door,
      SideKeys keys,
      AuditLog log,
      PlatformTransactionManager transactions,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.threads = threads;
    this.door = door;
    this.keys = keys;
    this.log = log;
    this.transaction = new TransactionTemplate(transactions);
    this.events = events;
    this.clock = clock;
  }

  /// A page of a list.
  record Listed(List<Intake.Row> rows, int total) {}

  /// Begins an intake, or finds the draft that somebody has begun of the same conversation.
  ///
  /// @param id minted with the form: the same id is the same intake
  /// @param thread the conversation; null for a call or a visit
  Opened<UUID> begin(Viewer viewer, UUID id, WayIn way, @Nullable UUID thread) {
    if (thread != null
        && threads.read(viewer, Queue.SUPPORT, new ThreadId(thread), Purpose.SCREENING)
            instanceof Opened.NotThere<?>) {
      return new Opened.NotThere<>();
    }
    return onSide(() ->
        door.write(
            viewer,
            file(id),
            Purpose.SCREENING,
            "begin",
            permit -> permit.id().equals(id) ? begun(permit, way, thread) : null));
  }

  private Written<UUID> begun(Permit permit, WayIn way, @Nullable UUID thread) {
    Typed typed = Typed.empty().with(Typed.WAY, way.code());
    try (DataKey key = DataKey.random()) {
      byte[] sealed = key.seal(place(permit.id(), 1), typed.sealable());
      WrappedKey wrapped = keys.wrap(permit.id(), key);
      if (rows.begin(
          permit.id(), thread, way, permit.viewer().staff(), clock.instant(), sealed, wrapped)) {
        return new Written<>(permit.id(), 1, sha256(sealed));
      }
    }
    UUID there = thread == null ? permit.id() : rows.draftOf(thread).orElse(permit.id());
    int version = rows.find(there).map(Intake.Row::version).orElse(1);
    return new Written<>(there, version, null);
  }

  /// Opens an intake for reading.
  Opened<Intake> read(Viewer viewer, UUID id) {
    return onSide(
        () -> door.open(viewer, file(id), IntakeFileRule.purposeOf(viewer), this::intake));
  }

  private @Nullable Intake intake(Permit permit) {
    Intake.Row row = rows.find(permit.id()).orElse(null);
    IntakeRows.Sealed sealed = rows.sealed(permit.id()).orElse(null);
    if (row == null || sealed == null || sealed.form() == null) {
      return null;
    }
    try (DataKey key = keys.unwrap(row.id(), sealed.key())) {
      return new Intake(row, Typed.of(key.open(place(row.id(), row.version()), sealed.form())));
    }
  }

  /// Keeps what is typed so far.
  ///
  /// @param seen the version that the writer's page was made from
  Saving save(Viewer viewer, UUID id, int seen, Typed typed) {
    try {
      Opened<Saving.Kept> kept = write(viewer, id, "save", permit -> saved(permit, seen, typed));
      return switch (kept) {
        case Opened.Value<Saving.Kept> value -> value.value();
        case Opened.NotThere<Saving.Kept> notThere -> new Saving.NotThere();
      };
    } catch (Standing standing) {
      refused(viewer, id, "save");
      return new Saving.Not(standing.obstacle);
    }
  }

  private @Nullable Written<Saving.Kept> saved(Permit permit, int seen, Typed typed) {
    Intake.Row row = writable(permit, seen, typed);
    if (row == null) {
      return null;
    }
    Instant now = clock.instant();
    byte[] sealed = store(permit, row, typed, now);
    return new Written<>(
        new Saving.Kept(row.version() + 1, now), row.version() + 1, sha256(sealed));
  }

  /// Concludes an intake, if every rule is met. It is final.
  Concluding conclude(Viewer viewer, UUID id, int seen, Typed typed) {
    try {
      Opened<Outcome> done =
          write(viewer, id, "conclude", permit -> concluded(permit, seen, typed));
      return switch (done) {
        case Opened.Value<Outcome> value -> new Concluding.Concluded(value.value());
        case Opened.NotThere<Outcome> notThere -> new Concluding.NotThere();
      };
    } catch (Standing standing) {
      refused(viewer, id, "conclude");
      return new Concluding.Not(standing.obstacle);
    } catch (Against against) {
      refused(viewer, id, "conclude");
      return new Concluding.Refused(against.refusals);
    }
  }

  private @Nullable Written<Outcome> concluded(Permit permit, int seen, Typed typed) {
    Intake.Row row = writable(permit, seen, typed);
    if (row == null) {
      return null;
    }
    Instant now = clock.instant();
    List<Refusal> refusals = IntakeRule.refusals(typed, row.nameless(), now);
    if (!refusals.isEmpty()) {
      throw new Against(refusals);
    }
    Outcome outcome = typed.outcome().orElseThrow();
    byte[] sealed = store(permit, row, typed, now);
    rows.conclude(row.id(), outcome, permit.viewer().staff(), now);
    if (row.thread() != null) {
      rows.forget(row.thread());
    }
    events.publishEvent(new IntakeConcluded(row.id(), outcome.code(), now));
    return new Written<>(outcome, row.version() + 1, sha256(sealed));
  }

  /// Locks the row; null when it is not there.
  ///
  /// One's own other tab may have saved since: what is sent last counts. Somebody else's words are
  /// never written over.
  private Intake.@Nullable Row writable(Permit permit, int seen, Typed typed) {
    Intake.Row row = rows.lock(permit.id()).orElse(null);
    if (row == null) {
      return null;
    }
    if (row.stage() instanceof Intake.Stage.Concluded) {
      throw new Standing(Obstacle.CONCLUDED);
    }
    if (row.version() != seen && !row.savedBy().equals(permit.viewer().staff())) {
      throw new Standing(Obstacle.CHANGED);
    }
    if (typed.tooMuch()) {
      throw new Standing(Obstacle.TOO_MUCH);
    }
    return row;
  }

  private byte[] store(Permit permit, Intake.Row row, Typed typed, Instant now) {
    IntakeRows.Sealed before = rows.sealed(row.id()).orElseThrow();
    int version = row.version() + 1;
    try (DataKey key = keys.unwrap(row.id(), before.key())) {
      byte[] sealed = key.seal(place(row.id(), version), typed.sealable());
      rows.save(row.id(), version, typed, permit.viewer().staff(), now, sealed);
      return sealed;
    }
  }

  /// What has been made of a conversation; the ids stand in the log.
  List<Intake.Row> ofThread(Viewer viewer, UUID thread) {
    return onSide(() ->
        door.list(viewer, IntakeFileRule.KIND, "of_thread", () -> rows.of(thread), Intake.Row::id));
  }

  /// A page of 25 of a list.
  ///
  /// @param page from 1
  Listed list(Viewer viewer, Shown shown, int page) {
    UUID onlyOf = IntakeFileRule.seesAll(viewer) ? null : viewer.staff();
    return onSide(() ->
        new Listed(
            door.list(
                viewer,
                IntakeFileRule.KIND,
                shown.code(),
                () -> rows.list(shown, onlyOf, 25, (page - 1) * 25),
                Intake.Row::id),
            rows.count(shown, onlyOf)));
  }

  /// The conversations that were closed before an intake was made of them, the longest first.
  List<IntakeRows.Awaiting> awaiting(Viewer viewer) {
    return onSide(() ->
        door.list(
            viewer,
            "thread",
            "without_intake",
            () -> rows.awaiting(MOST_AWAITING),
            IntakeRows.Awaiting::thread));
  }

  private <T> Opened<T> write(
      Viewer viewer, UUID id, String act, Function<Permit, @Nullable Written<T>> work) {
    return onSide(() -> door.write(viewer, file(id), Purpose.SCREENING, act, work));
  }

  private void refused(Viewer viewer, UUID id, String act) {
    LogLine line =
        LogLine.about(
            viewer.staff(),
            viewer.organisation(),
            viewer.role().code(),
            act,
            IntakeFileRule.KIND,
            id,
            Purpose.SCREENING.code(),
            se.fristad.audit.Outcome.REFUSED);
    Sides.run(Side.SUPPORT, () -> transaction.executeWithoutResult(status -> log.append(line)));
  }

  private static <T> T onSide(java.util.function.Supplier<T> work) {
    return Sides.on(Side.SUPPORT, work);
  }

  private static FileRef file(UUID id) {
    return new FileRef(IntakeFileRule.KIND, id);
  }

  private static Place place(UUID id, int version) {
    return new Place("intake", id, "form", version);
  }

  private static byte[] sha256(byte[] sealed) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(sealed);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
    }
  }

  /// Undoes the transaction: the intake takes nothing more as it is.
  private static final class Standing extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Obstacle obstacle;

    Standing(Obstacle obstacle) {
      super("an intake that takes nothing more", null, false, false);
      this.obstacle = obstacle;
    }
  }

  /// Undoes the transaction: rules stand in the way.
  private static final class Against extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<Refusal> refusals;

    Against(List<Refusal> refusals) {
      super("an intake against a rule", null, false, false);
      this.refusals = refusals;
    }
  }
}
