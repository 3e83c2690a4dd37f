package se.fristad.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.fristad.access.FileDoor;
import se.fristad.access.FileRef;
import se.fristad.access.Opened;
import se.fristad.access.Permit;
import se.fristad.access.Purpose;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.access.Written;
import se.fristad.centre.OpeningHours;
import se.fristad.contact.Conflicts;
import se.fristad.contact.Queue;
import se.fristad.contact.Screenings;
import se.fristad.contact.ThreadId;
import se.fristad.contact.Threads;
import se.fristad.contact.facts.Channel;
import se.fristad.contact.facts.ContactBegun;
import se.fristad.contact.facts.Door;
import se.fristad.intake.facts.IntakeCounted;
import se.fristad.page.Language;
import se.fristad.page.TextCatalogue;
import se.fristad.retention.Period;
import se.fristad.vault.DataKey;
import se.fristad.vault.Place;
import se.fristad.vault.Side;
import se.fristad.vault.SideKeys;
import se.fristad.vault.Sides;
import se.fristad.vault.WrappedKey;

/// The intakes: begun, written in while the conversation goes on, concluded once.
///
/// Every opening goes through the [FileDoor] on the support side. What stands in the way of a
/// conclusion is an answer, and a line of the log.
@StaffFace
@Component
class Intakes {
  /// How many rows a page of a list has.
  static final int PAGE = 25;

  private static final int MOST_AWAITING = 200;

  private final IntakeRows rows;
  private final Threads threads;
  private final Offers offers;
  private final IntakeConflictRows conflicts;
  private final NotHers notHers;
  private final Conflicts known;
  private final Screenings screenings;
  private final TextCatalogue catalogue;
  private final FileDoor door;
  private final SideKeys keys;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Intakes(
      IntakeRows rows,
      Threads threads,
      Offers offers,
      IntakeConflictRows conflicts,
      NotHers notHers,
      Conflicts known,
      Screenings screenings,
      TextCatalogue catalogue,
      FileDoor door,
      SideKeys keys,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.threads = threads;
    this.offers = offers;
    this.conflicts = conflicts;
    this.notHers = notHers;
    this.known = known;
    this.screenings = screenings;
    this.catalogue = catalogue;
    this.door = door;
    this.keys = keys;
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
    return begin(viewer, id, way, thread, false);
  }

  /// As [#begin(Viewer, UUID, WayIn, UUID)].
  ///
  /// @param screened whether what was told of danger in the conversation is taken over
  Opened<UUID> begin(Viewer viewer, UUID id, WayIn way, @Nullable UUID thread, boolean screened) {
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
            screened ? "begin_screened" : "begin",
            permit -> permit.id().equals(id) ? begun(permit, way, thread, screened) : null));
  }

  private Written<UUID> begun(Permit permit, WayIn way, @Nullable UUID thread, boolean screened) {
    Typed empty = Typed.empty().with(Typed.WAY, way.code());
    Typed typed =
        screened && thread != null
            ? screenings
                .latest(Queue.SUPPORT, new ThreadId(thread))
                .map(told -> TakenAnswers.into(empty, told, catalogue.in(Language.SWEDISH)))
                .orElse(empty)
            : empty;
    try (DataKey key = DataKey.random()) {
      byte[] sealed = key.seal(place(permit.id(), 1), typed.sealable());
      WrappedKey wrapped = keys.wrap(permit.id(), key);
      if (rows.begin(
          permit.id(), thread, way, permit.viewer().staff(), clock.instant(), sealed, wrapped)) {
        if (thread != null) {
          // who knows her does not find her again under another name of the same matter
          known
              .of(Queue.SUPPORT, new ThreadId(thread))
              .forEach(staff ->
                  conflicts.declare(permit.id(), staff, clock.instant(), permit.viewer().staff()));
        }
        return Written.sealed(permit.id(), 1, sealed);
      }
    }
    UUID there = thread == null ? permit.id() : rows.draftOf(thread).orElse(permit.id());
    int version = rows.find(there).map(Intake.Row::version).orElse(1);
    return Written.plain(there, version);
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
  /// @param seen what the writer's page was made from
  Saving save(Viewer viewer, UUID id, Seen seen, Typed typed) {
    return switch (write(viewer, id, "save", permit -> saved(permit, seen, typed))) {
      case Opened.Value<Saving> saving -> saving.value();
      case Opened.NotThere<Saving> notThere -> new Saving.NotThere();
    };
  }

  private @Nullable Written<Saving> saved(Permit permit, Seen seen, Typed typed) {
    Intake.Row row = rows.lock(permit.id()).orElse(null);
    if (row == null) {
      return null;
    }
    Obstacle obstacle = obstacle(row, permit, seen, typed);
    if (obstacle != null) {
      return Written.refused(new Saving.Not(obstacle));
    }
    Instant now = clock.instant();
    byte[] sealed = store(permit, row, seen, typed, now);
    return Written.sealed(new Saving.Kept(row.version() + 1, now), row.version() + 1, sealed);
  }

  /// Concludes an intake, if every rule is met. It is final.
  Concluding conclude(Viewer viewer, UUID id, Seen seen, Typed typed) {
    return switch (write(viewer, id, "conclude", permit -> concluded(permit, seen, typed))) {
      case Opened.Value<Concluding> concluding -> concluding.value();
      case Opened.NotThere<Concluding> notThere -> new Concluding.NotThere();
    };
  }

  private @Nullable Written<Concluding> concluded(Permit permit, Seen seen, Typed typed) {
    Intake.Row row = rows.lock(permit.id()).orElse(null);
    if (row == null) {
      return null;
    }
    Obstacle obstacle = obstacle(row, permit, seen, typed);
    if (obstacle != null) {
      return Written.refused(new Concluding.Not(obstacle));
    }
    Instant now = clock.instant();
    boolean nameless = row.nameless() || typed.ticked(Typed.NAMELESS);
    List<Refusal> refusals = IntakeRule.refusals(typed, row.nameless(), nameless, now);
    if (!refusals.isEmpty()) {
      return Written.refused(new Concluding.Refused(refusals));
    }
    Outcome outcome = typed.outcome().orElseThrow();
    byte[] sealed = store(permit, row, seen, typed, now);
    rows.conclude(
        row.id(), outcome, nameless && !outcome.opensInvestigation(), permit.viewer().staff(), now);
    if (row.thread() != null) {
      rows.forget(row.thread());
    }
    promise(row, typed, outcome, permit.viewer().staff(), now);
    events.publishEvent(new IntakeConcluded(row.id(), outcome.code(), now));
    count(row, typed, outcome, now);
    return Written.sealed(new Concluding.Concluded(outcome), row.version() + 1, sealed);
  }

  /// One who declined is promised to be asked again, in the same transaction.
  private void promise(Intake.Row row, Typed typed, Outcome outcome, UUID staff, Instant now) {
    Offer.Channel channel = Offer.Channel.of(typed.value(Typed.OFFER_CHANNEL)).orElse(null);
    if (outcome.code().equals("declined") && channel != null && channel != Offer.Channel.HERSELF) {
      offers.promise(
          row.id(),
          row.thread(),
          channel,
          typed.offerDay(now).orElseThrow(),
          typed.value(Typed.OFFER_HOW),
          staff,
          now);
    }
  }

  /// Tells the figures. What stands in the inbox, written or spoken, is told by `contact`; a call
  /// or a visit of which the intake is the first trace is known here alone.
  private void count(Intake.Row row, Typed typed, Outcome outcome, Instant now) {
    String municipality = Typed.code(typed.value(Typed.MUNICIPALITY));
    events.publishEvent(
        new IntakeCounted(
            UUID.randomUUID(),
            LocalDate.ofInstant(now, OpeningHours.HERE),
            municipality == null ? IntakeCounted.UNKNOWN : municipality,
            Source.of(typed.value(Typed.SOURCE)).map(Source::code).orElse(IntakeCounted.UNKNOWN),
            outcome.code()));
    WayIn way = typed.way().orElse(row.way());
    if (!row.nameless() && (way == WayIn.PHONE || way == WayIn.VISIT)) {
      events.publishEvent(
          new ContactBegun(
              UUID.randomUUID(),
              LocalDate.ofInstant(row.madeAt(), OpeningHours.HERE),
              Door.SUPPORT,
              way == WayIn.PHONE ? Channel.PHONE : Channel.VISIT,
              ContactBegun.UNKNOWN));
    }
  }

  /// Why the intake takes nothing more as it is; null when nothing stands in the way.
  ///
  /// A page may send a version that it has itself saved over: the answer to that was on its way.
  /// What another page has written, somebody else's or one's own in another window, is never
  /// written over.
  private static @Nullable Obstacle obstacle(
      Intake.Row row, Permit permit, Seen seen, Typed typed) {
    if (row.stage() instanceof Intake.Stage.Concluded) {
      return Obstacle.CONCLUDED;
    }
    boolean own = row.savedBy().equals(permit.viewer().staff());
    boolean ownPage = own && seen.page() != null && seen.page().equals(row.savedPage());
    if (row.version() != seen.version() && !ownPage) {
      return own ? Obstacle.CHANGED_HERE : Obstacle.CHANGED;
    }
    return typed.tooMuch() ? Obstacle.TOO_MUCH : null;
  }

  private byte[] store(Permit permit, Intake.Row row, Seen seen, Typed typed, Instant now) {
    IntakeRows.Sealed before = rows.sealed(row.id()).orElseThrow();
    int version = row.version() + 1;
    try (DataKey key = keys.unwrap(row.id(), before.key())) {
      byte[] sealed = key.seal(place(row.id(), version), typed.sealable());
      rows.save(row.id(), version, typed, permit.viewer().staff(), seen.page(), now, sealed);
      return sealed;
    }
  }

  /// What has been made of a conversation; the ids stand in the log.
  List<Intake.Row> ofThread(Viewer viewer, UUID thread) {
    return onSide(() ->
        door.list(
            viewer,
            IntakeFileRule.KIND,
            "of_thread",
            () -> {
              Set<UUID> hidden = conflicts.notFor(viewer.staff());
              return rows.of(thread).stream().filter(row -> !hidden.contains(row.id())).toList();
            },
            Intake.Row::id));
  }

  /// A page of a list, of [#PAGE] rows.
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
                () -> rows.list(shown, viewer.staff(), onlyOf, PAGE, (page - 1) * PAGE),
                Intake.Row::id),
            rows.count(shown, viewer.staff(), onlyOf)));
  }

  /// The conversations that were closed before an intake was made of them, the longest first. One
  /// whose words are to be destroyed can be made nothing of any more.
  List<IntakeRows.Awaiting> awaiting(Viewer viewer) {
    return onSide(() ->
        door.list(
            viewer,
            "thread",
            "without_intake",
            () ->
                rows.awaiting(
                    notHers.of(viewer.staff()),
                    clock.instant().minus(Period.THREAD_CLOSED.length()),
                    MOST_AWAITING),
            IntakeRows.Awaiting::thread));
  }

  private <T> Opened<T> write(
      Viewer viewer, UUID id, String act, Function<Permit, @Nullable Written<T>> work) {
    return onSide(() -> door.write(viewer, file(id), Purpose.SCREENING, act, work));
  }

  private static <T> T onSide(Supplier<T> work) {
    return Sides.on(Side.SUPPORT, work);
  }

  private static FileRef file(UUID id) {
    return new FileRef(IntakeFileRule.KIND, id);
  }

  private static Place place(UUID id, int version) {
    return new Place("intake", id, "form", version);
  }
}
