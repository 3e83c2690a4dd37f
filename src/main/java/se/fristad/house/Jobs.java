package se.fristad.house;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import se.fristad.audit.Checkpoints;
import se.fristad.audit.Sealing;
import se.fristad.contact.EndingVisits;
import se.fristad.contact.Queue;
import se.fristad.retention.Destruction;
import se.fristad.statistics.Releases;
import se.fristad.vault.KeyTurning;
import se.fristad.vault.Node;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// What runs by itself, on nodes with the face `jobs`: sealing the log, checkpoints, turning keys,
/// retrying events, ending visits, making the releases of figures.
///
/// Through db-scheduler, so that several nodes share the work and a killed one's work is taken
/// over. Each job does what it does on the side it belongs to and may be repeated.
@Component
@ConditionalOnExpression("'${fristad.faces}'.contains('jobs') and ${fristad.jobs.start:true}")
class Jobs implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private static final ZoneId HERE = ZoneId.of("Europe/Stockholm");
  private final Scheduler scheduler;
  private volatile boolean running;

  Jobs(
      Wall wall,
      Node node,
      Sealing sealing,
      Checkpoints checkpoints,
      KeyTurning turning,
      EventRetry retry,
      EndingVisits visits,
      Destruction destruction,
      Releases releases) {
    List<RecurringTask<?>> tasks = new ArrayList<>();
    tasks.add(every("seal-the-log", Duration.ofSeconds(5), sealing::sealOnce));
    tasks.add(at("checkpoint-the-log", LocalTime.of(3, 30), checkpoints::write));
    tasks.add(every("destroy-what-is-due", Duration.ofMinutes(15), destruction::run));
    if (node.opens(Side.SUPPORT)) {
      tasks.add(at("make-releases", LocalTime.of(4, 30), releases::makeDue));
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
    for (Queue queue : Queue.values()) {
      if (node.opens(queue.side())) {
        tasks.add(
            every(
                "end-visits-" + queue.side().code(),
                Duration.ofMinutes(1),
                () -> visits.end(queue)));
      }
    }
    this.scheduler =
        Scheduler.create(wall.pool(Side.LOG))
            .tableName("timer.scheduled_tasks")
            .startTasks(tasks)
            .threads(3)
            .pollingInterval(Duration.ofSeconds(1))
            .heartbeatInterval(Duration.ofSeconds(5))
            .missedHeartbeatsLimit(4)
            .shutdownMaxWait(Duration.ofSeconds(5))
            .build();
  }

  private static RecurringTask<?> every(String name, Duration pause, Runnable work) {
    return task(name, Schedules.fixedDelay(pause), work);
  }

  private static RecurringTask<?> at(String name, LocalTime time, Runnable work) {
    return task(name, Schedules.daily(HERE, time), work);
  }

  private static RecurringTask<?> task(String name, Schedule schedule, Runnable work) {
    return Tasks.recurring(name, schedule)
        .execute((instance, context) -> {
          try {
            work.run();
          } catch (RuntimeException failed) {
            // the next run tries again; a code and no message, since a message may hold a value
            LOG.warn("the job {} failed ({})", name, failed.getClass().getSimpleName());
          }
        });
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
