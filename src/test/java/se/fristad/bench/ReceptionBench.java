package se.fristad.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;
import se.fristad.access.Opened;
import se.fristad.access.Role;
import se.fristad.access.TestStaff;
import se.fristad.access.Viewer;
import se.fristad.contact.Queue;
import se.fristad.contact.ThreadId;
import se.fristad.contact.front.TimesToBook;
import se.fristad.contact.front.VisitToken;
import se.fristad.contact.front.Visits;
import se.fristad.contact.reception.Bookings;
import se.fristad.contact.reception.FreeTimes;
import se.fristad.house.Serving;
import se.fristad.house.TestHouse;
import se.fristad.vault.Confidential;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// How long it takes to find the free times of eight weeks, for 20 who receive and 10 rooms, while
/// others book: for a person on the public face, and for one of us, where it is a line in the log
/// too.
class ReceptionBench {
  private static final int ROUNDS = Integer.getInteger("fristad.rounds", 1_000);
  private static final int WARM = Math.min(ROUNDS, 400);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int WORKERS = 20;
  private static final int ROOMS = 10;
  private static final int WHO_BOOK = 2;
  private static final long PAUSE = Duration.ofMillis(200).toNanos();

  private final Figures figures = new Figures("reception");

  @Test
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void free_times_are_found_while_others_book() throws Exception {
    TestHouse house = TestHouse.raised(true);
    ConfigurableApplicationContext node = Serving.node(house.settings(), 0, Map.of());
    try {
      UUID holder = wrote(node, house);
      receives(house, holder);
      TimesToBook front = node.getBean(TimesToBook.class);
      Bookings bookings = node.getBean(Bookings.class);
      Viewer viewer = TestStaff.on(node).add(Role.RECEPTION).viewer();
      VisitToken token = writes(node);
      ThreadId thread = new ThreadId(latest(house));
      AtomicBoolean over = new AtomicBoolean();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<Integer>> booking = new ArrayList<>();
        for (int who = 0; who < WHO_BOOK; who++) {
          booking.add(threads.submit(() -> books(node, front, over)));
        }
        long began = System.nanoTime();
        measure("a person", () -> personal(front, token));
        measure("one of us", () -> staffs(bookings, viewer, thread));
        over.set(true);
        int booked = 0;
        for (Future<Integer> one : booking) {
          booked += one.get();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        figures.line(
            "   meanwhile %d times booked by %d at once (%.0f a second); %d workers, %d rooms, %d booked when it began; load %.1f",
            booked,
            WHO_BOOK,
            booked / seconds,
            WORKERS,
            ROOMS,
            BOOKED,
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        assertThat(booked).isPositive();
      }
    } finally {
      Serving.stop(node);
      house.close();
    }
  }

  private void measure(String who, IntSupplier search) {
    int found = 0;
    for (int warm = 0; warm < WARM; warm++) {
      found = search.getAsInt();
    }
    List<Double> times = new ArrayList<>();
    List<Double> processor = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      long used = THREADS.getCurrentThreadCpuTime();
      long began = System.nanoTime();
      found = search.getAsInt();
      times.add((System.nanoTime() - began) / 1e6);
      processor.add((THREADS.getCurrentThreadCpuTime() - used) / 1e6);
    }
    figures.line(
        "free times for %s: %d found; p50 %.1f p99 %.1f ms of %d searches; of our own processor p50 %.1f p99 %.1f ms",
        who,
        found,
        Figures.percentile(times, 0.5),
        Figures.percentile(times, 0.99),
        ROUNDS,
        Figures.percentile(processor, 0.5),
        Figures.percentile(processor, 0.99));
    assertThat(found).isPositive();
  }

  private static int personal(TimesToBook front, VisitToken token) {
    return Sides.on(Side.FRONT, () -> front.offer(Queue.SUPPORT, token, "sv").orElseThrow())
        .free()
        .size();
  }

  private static int staffs(Bookings bookings, Viewer viewer, ThreadId thread) {
    return bookings.offer(viewer, Queue.SUPPORT, thread, null)
            instanceof Opened.Value<Bookings.Offer>(Bookings.Offer offer)
        ? offer.free().size()
        : 0;
  }

  private static VisitToken writes(ConfigurableApplicationContext node) {
    VisitToken token = VisitToken.minted();
    Sides.run(
        Side.FRONT,
        () ->
            node.getBean(Visits.class)
                .begin(
                    Queue.SUPPORT, token, UUID.randomUUID(), Confidential.of("hej"), "sv", true));
    return token;
  }

  /// Five times a second somebody writes, looks, and takes a time; how many got one. More than any
  /// centre sees in a day.
  private static int books(
      ConfigurableApplicationContext node, TimesToBook front, AtomicBoolean over) {
    int booked = 0;
    while (!over.get()) {
      VisitToken token = writes(node);
      List<FreeTimes.Time> free =
          Sides.on(Side.FRONT, () -> front.offer(Queue.SUPPORT, token, "sv").orElseThrow()).free();
      String code = free.get(ThreadLocalRandom.current().nextInt(free.size())).code();
      TimesToBook.Chosen chosen =
          Sides.on(
              Side.FRONT,
              () -> front.choose(Queue.SUPPORT, token, UUID.randomUUID(), code, "", "sv"));
      if (chosen instanceof TimesToBook.Chosen.Stands) {
        booked++;
      }
      LockSupport.parkNanos(PAUSE);
    }
    return booked;
  }

  private static UUID wrote(ConfigurableApplicationContext node, TestHouse house)
      throws SQLException {
    writes(node);
    return latest(house);
  }

  private static UUID latest(TestHouse house) throws SQLException {
    try (Connection connection = house.superuser();
        Statement statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select id from contact.thread order by begun_at desc limit 1")) {
      row.next();
      return row.getObject(1, UUID.class);
    }
  }

  /// Six of twenty are booked in each hour of the weekdays to come, in six of the rooms.
  private static final int BOOKED = 40 * 7 * 6;

  /// @param holder whose times they are: ordinary ones, as most are
  private static void receives(TestHouse house, UUID holder) throws SQLException {
    try (Connection connection = house.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into contact.room (id, name, house, seats) select gen_random_uuid(), 'Rum ' || n, 1, 4 from generate_series(1, "
              + ROOMS
              + ") n");
      statement.execute(
          "insert into contact.worker (id, staff) select gen_random_uuid(), gen_random_uuid() from generate_series(1, "
              + WORKERS
              + ")");
      statement.execute(
          "insert into contact.hours (id, worker, kind, weekday, starts, ends, minutes, ways, valid_from)"
              + " select gen_random_uuid(), w.id, 'ordinary', d, '09:00', '16:00', 60, '{on_site,phone,video}', '2020-01-01'"
              + " from contact.worker w, generate_series(1, 5) d");
      statement.execute(
          "insert into contact.meeting (id, kind, way, worker, room, from_at, until_at, thread, booked_at)"
              + " select gen_random_uuid(), 'ordinary', 'on_site', w.id, r.id, t.at, t.at + interval '1 hour', '"
              + holder
              + "'::uuid, now()"
              + " from (select d.day, h, (d.day + make_interval(hours => h)) at time zone 'Europe/Stockholm' as at from"
              + " (select day from generate_series(current_date + 1, current_date + 60, interval '1 day') as day where extract(isodow from day) < 6 order by day limit 40) d, generate_series(9, 15) h) t"
              + " join (select id, row_number() over (order by id) as n from contact.worker) w on (w.n + extract(day from t.day)::integer + t.h) % 20 < 6"
              + " join (select id, row_number() over (order by id) - 1 as n from contact.room) r on r.n = (w.n + extract(day from t.day)::integer + t.h) % 20");
      statement.execute(
          "insert into contact.taken (what, quarter, meeting) select o.what, q, m.id from contact.meeting m,"
              + " unnest(array[m.worker, m.room]) as o (what), generate_series(m.from_at, m.until_at - interval '15 minutes', interval '15 minutes') as q");
    }
  }
}
