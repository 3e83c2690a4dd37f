package se.fristad.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fristad.access.Role;
import se.fristad.access.StaffFace;
import se.fristad.access.Staffing;
import se.fristad.access.Viewer;
import se.fristad.centre.OpeningHours;
import se.fristad.retention.Destruction;
import se.fristad.statistics.Telling;

/// Makes the invented year when the demonstration is started for the first time, while the program
/// serves. The file [#MARK] in the data directory says how far it is: `making` from the first step,
/// `made` after the last one. Data whose year was broken off are wiped at the next start, so that
/// nothing is ever made twice.
@StaffFace
@OnDemonstration
@Component
public class YearMaker implements Telling {
  /// Where it is written how far the making is.
  public static final String MARK = "year";

  /// What stands there from the first step until the last.
  public static final String MAKING = "making";

  private static final Logger LOG = LoggerFactory.getLogger(YearMaker.class);
  private static final ZoneId HERE = OpeningHours.HERE;
  private static final int HANDS = 2;

  /// As much of the work as so many roads: a night's releases are weighed by linear programmes.
  private static final int A_NIGHT = 10;

  private final Making making;
  private final Staffing staffing;
  private final Destruction destruction;
  private final Nights nights;
  private final InventedReception reception;
  private final InventedNight night;
  private final Clock clock;
  private final Path mark;
  private final String volumes;
  private final long seed;
  private final boolean opens;
  private final AtomicInteger done = new AtomicInteger();
  private volatile int all;
  private volatile State state = State.NONE;
  private volatile boolean telling;

  /// How far it is.
  public enum State {
    /// No year is made of these data.
    NONE,
    /// It is being made.
    MAKING,
    /// It is made.
    MADE,
    /// It was broken off; the next start begins anew.
    BROKEN_OFF
  }

  YearMaker(
      Making making,
      Staffing staffing,
      Destruction destruction,
      Nights nights,
      InventedReception reception,
      InventedNight night,
      Clock clock,
      @Value("${fristad.data}") Path data,
      @Value("${fristad.demonstration.volumes:none}") String volumes,
      @Value("${fristad.demonstration.seed:2025}") long seed,
      @Value("${fristad.demonstration.reception:false}") boolean opens) {
    this.making = making;
    this.staffing = staffing;
    this.destruction = destruction;
    this.nights = nights;
    this.reception = reception;
    this.night = night;
    this.clock = clock;
    this.mark = data.resolve(MARK);
    this.volumes = volumes;
    this.seed = seed;
    this.opens = opens;
  }

  /// Begins, beside everything else, when there is a year to make and nothing is made.
  @Order(10)
  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    if (Files.exists(mark)) {
      state = State.MADE;
    } else if (!volumes.equals("none")) {
      telling = true;
      state = State.MAKING;
      Thread.ofPlatform().name("making the year").daemon().start(this::makeOrSay);
    } else if (opens) {
      Thread.ofPlatform().name("opening the reception").daemon().start(this::openOrSay);
    }
  }

  /// Makes the year, and comes back when it is made.
  void make() {
    telling = true;
    state = State.MAKING;
    write(MAKING);
    try {
      walkAll();
      // what is told of its months belongs to quarters that are frozen below
      reception.open(team(), opens);
      night();
      nights.waitUntilAllIsHeard();
      telling = false;
      nights.pass(LocalDate.of(Year.OF, 1, 1), () -> done.addAndGet(A_NIGHT));
      destruction.run();
      write("made");
      state = State.MADE;
    } finally {
      if (state == State.MAKING) {
        // half a year is never released: its data are wiped at the next start
        state = State.BROKEN_OFF;
      }
    }
  }

  private void makeOrSay() {
    try {
      make();
    } catch (RuntimeException failed) {
      LOG.error(
          "the invented year was broken off ({} at {}); the next start begins it anew",
          failed.getClass().getSimpleName(),
          failed.getStackTrace().length == 0 ? "?" : failed.getStackTrace()[0]);
    }
  }

  /// Without a year the reception is open all the same.
  private void openOrSay() {
    try {
      reception.open(team(), true);
      night();
    } catch (RuntimeException failed) {
      LOG.error(
          "the invented reception was not opened ({} at {})",
          failed.getClass().getSimpleName(),
          failed.getStackTrace().length == 0 ? "?" : failed.getStackTrace()[0]);
    }
  }

  private void walkAll() {
    Making.Team team = team();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    LocalDate today = LocalDate.ofInstant(now, HERE);
    List<Story> stories = Year.planned(seed, Volumes.of(volumes), now);
    all = stories.size() + nights.until(LocalDate.of(Year.OF, 1, 1), today).size() * A_NIGHT;
    making.mandates(team, LocalDate.of(today.getYear(), 12, 31));
    ConcurrentLinkedQueue<Story> waiting = new ConcurrentLinkedQueue<>(stories);
    ConcurrentLinkedQueue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    List<Thread> hands =
        java.util.stream.IntStream.range(0, HANDS)
            .mapToObj(each ->
                Thread.ofPlatform()
                    .name("making the year " + each)
                    .daemon()
                    .start(() -> walk(waiting, team, failures)))
            .toList();
    for (Thread hand : hands) {
      try {
        hand.join();
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("stopped while the year was made", stopping);
      }
    }
    if (!failures.isEmpty()) {
      throw failures.peek();
    }
  }

  private void walk(
      ConcurrentLinkedQueue<Story> waiting,
      Making.Team team,
      ConcurrentLinkedQueue<RuntimeException> failures) {
    for (Story story = waiting.poll(); story != null; story = waiting.poll()) {
      try {
        making.walk(story, team);
        done.incrementAndGet();
      } catch (RuntimeException failed) {
        failures.add(failed);
        waiting.clear();
      }
    }
  }

  /// Whether a setting names a year that can be.
  public static boolean understands(String volumes) {
    try {
      return volumes.equals("none") || Volumes.of(volumes).intakes() >= 0;
    } catch (IllegalArgumentException cannotBe) {
      return false;
    }
  }

  /// Until all of it is told and heard no period of it is closed.
  @Override
  public boolean goesOn() {
    return telling;
  }

  /// How far it is.
  public State state() {
    return state;
  }

  /// What it holds; nothing when no year is made.
  Optional<Volumes> holds() {
    return volumes.equals("none") ? Optional.empty() : Optional.of(Volumes.of(volumes));
  }

  /// How much of it is made, in hundredths.
  public int percent() {
    return state == State.MADE ? 100 : all == 0 ? 0 : done.get() * 100 / all;
  }

  private void night() {
    night.pass(
        viewers(Role.CASEWORKER).getFirst(),
        viewers(Role.DUTY_SOCIAL_SERVICE).getFirst(),
        viewers(Role.HEAD).getFirst());
  }

  private Making.Team team() {
    return new Making.Team(
        viewers(Role.RECEPTION).getFirst(),
        viewers(Role.CASEWORKER),
        viewers(Role.TREATMENT_WORKER).getFirst(),
        viewers(Role.CHANGE_WORKER).getFirst(),
        viewers(Role.HEAD).getFirst(),
        viewers(Role.HEAD).getLast());
  }

  private List<Viewer> viewers(Role role) {
    return staffing.everyone().stream()
        .flatMap(member ->
            member.viewers().stream()
                .filter(capacity -> capacity.role() == role)
                .map(capacity -> new Viewer(member.id(), capacity.organisation(), role)))
        .toList();
  }

  private void write(String how) {
    try {
      Files.writeString(mark, how + "\n");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
