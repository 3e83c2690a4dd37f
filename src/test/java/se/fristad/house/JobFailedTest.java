package se.fristad.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import se.fristad.access.FaultBook;
import se.fristad.vault.Side;

/// A job of the night that fails, over the timer's real table.
@FristadTest
class JobFailedTest {
  private static final String NAME = "try-in-vain";
  @Autowired private Wall wall;
  @Autowired private ObjectProvider<FaultBook> faults;
  private final AtomicInteger tries = new AtomicInteger();

  @AfterEach
  void forget() throws Exception {
    try (var connection = wall.pool(Side.LOG).getConnection();
        var statement = connection.createStatement()) {
      statement.execute("delete from timer.scheduled_tasks where task_name = '" + NAME + "'");
    }
  }

  @Test
  void after_ten_tries_with_growing_pauses_it_is_one_numbered_fault() {
    SettableClock clock = new SettableClock();
    clock.set(Instant.parse("2026-11-21T02:31:00Z"));
    RecurringTask<?> task =
        Jobs.task(
            NAME,
            Schedules.daily(ZoneId.of("Europe/Stockholm"), LocalTime.of(2, 30)),
            () -> {
              tries.incrementAndGet();
              throw new IllegalStateException("Han läser min telefon");
            },
            faults);
    var builder = TestHelper.createManualScheduler(wall.pool(Side.LOG));
    builder.tableName("timer.scheduled_tasks");
    builder.startTasks(task);
    builder.failureLogging(LogLevel.OFF, false);
    ManualScheduler scheduler = builder.clock(clock).build();
    scheduler.start();
    clock.tick(Duration.ofDays(1));
    Instant began = clock.now();
    runUntil(scheduler, clock, 9);
    assertThat(reported()).isEmpty();
    runUntil(scheduler, clock, 10);
    assertThat(Duration.between(began, clock.now())).isLessThan(Duration.ofHours(20));
    assertThat(reported())
        .singleElement()
        .satisfies(fault -> assertThat(fault.kind()).isEqualTo("job-failed"));
    runUntil(scheduler, clock, 20);
    assertThat(reported()).as("the same fault").hasSize(1);
  }

  private void runUntil(ManualScheduler scheduler, SettableClock clock, int wanted) {
    for (int minutes = 0; tries.get() < wanted; minutes++) {
      assertThat(minutes).isLessThan(20 * 24 * 60);
      scheduler.runAnyDueExecutions();
      if (tries.get() < wanted) {
        clock.tick(Duration.ofMinutes(2));
      }
    }
  }

  private List<FaultBook.Fault> reported() {
    return faults.getObject().latest().stream()
        .filter(fault -> fault.place().equals(NAME))
        .toList();
  }
}
