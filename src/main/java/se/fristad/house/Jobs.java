package se.fristad.house;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import se.fristad.access.FaultBook;
import se.fristad.audit.Checkpoints;
import se.fristad.audit.Sealing;
import se.fristad.centre.OpeningHours;
import se.fristad.retention.Destruction;
import se.fristad.statistics.Releases;
import se.fristad.vault.Face;
import se.fristad.vault.KeyTurning;
import se.fristad.vault.Node;
import se.fristad.vault.OnFace;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;
import se.fristad.vault.Sweep;

/// What runs by itself, on nodes with the face `jobs`: sealing the log, checkpoints, turning keys,
/// retrying events, destroying what is due, making the releases of figures, and each room's own
/// [Sweep].
///
/// Through db-scheduler, so that several nodes share the work and a killed one's work is taken
/// over. Each job does what it does on the side it belongs to and may be repeated.
@Component
@OnFace(Face.JOBS)
@ConditionalOnBooleanProperty(name = "fristad.jobs.start", matchIfMissing = true)
class Jobs implements SmartLifecycle {
  private final ObjectProvider<FaultBook> faults;
  private final Scheduler scheduler;
  private volatile boolean running;

  Jobs(
      Wall wall,
      Node node,
      Sealing sealing,
      Checkpoints checkpoints,
      KeyTurning turning,
      EventRetry retry,
      Destruction destruction,
      ObjectProvider<Releases> releases,
      ObjectProvider<Sweep> sweeps,
      ObjectProvider<FaultBook> faults,
      Clock clock) {
    this.faults = faults;
    List<RecurringTask<?>> tasks = new ArrayList<>();
    tasks.add(every("seal-the-log", Duration.ofSeconds(5), sealing::sealOnce));
    tasks.add(at("checkpoint-the-log", LocalTime.of(3, 30), checkpoints::write));
    tasks.add(every("destroy-what-is-due", Duration.ofMinutes(15), destruction::run));
    if (node.opens(Side.SUPPORT)) {
      tasks.add(
          at("make-releases", LocalTime.of(4, 30), () -> releases.ifAvailable(Releases::makeDue)));
    }
    for (Side side : Side.values()) {
      if (side.keepsWords() && node.opens(side)) {
        tasks.add(
            at(
                "turn-keys-" + side.code(),
                LocalTime.of(2, 30),
                () -> Sides.run(side, turning::turn)));
        tasks.add(
            every("retry-events-" + side.code(), Duration.ofSeconds(30), () -> retry.retry(side)));
      }
    }
    sweeps.stream()
        .filter(sweep -> node.opens(sweep.side()))
        .forEach(sweep ->
            tasks.add(
                every(
                    sweep.name() + "-" + sweep.side().code(),
                    sweep.every(),
                    () -> Sides.run(sweep.side(), () -> sweep.sweep(clock.instant())))));
    this.scheduler =
        Scheduler.create(wall.pool(Side.LOG))
            .tableName("timer.scheduled_tasks")
            .startTasks(tasks)
            .threads(3)
            // it would print what an exception says
            .failureLogging(LogLevel.OFF, false)
            .pollingInterval(Duration.ofSeconds(1))
            .heartbeatInterval(Duration.ofSeconds(5))
            .missedHeartbeatsLimit(4)
            .shutdownMaxWait(Duration.ofSeconds(5))
            .build();
  }

  private RecurringTask<?> every(String name, Duration pause, Runnable work) {
    return task(name, Schedules.fixedDelay(pause), work, faults);
  }

  private RecurringTask<?> at(String name, LocalTime time, Runnable work) {
    return task(name, Schedules.daily(OpeningHours.HERE, time), work, faults);
  }

  static RecurringTask<?> task(
      String name, Schedule schedule, Runnable work, ObjectProvider<FaultBook> faults) {
    return Tasks.recurring(name, schedule)
        .onFailure(new JobFailed(schedule, faults))
        .execute((instance, context) -> work.run());
  }

  @Override
  public void start() {
    running = true;
    scheduler.start();
  }

  @Override
  public void stop() {
    running = false;
    scheduler.stop();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
