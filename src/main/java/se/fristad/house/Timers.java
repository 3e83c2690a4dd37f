package se.fristad.house;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.fristad.audit.Checkpoints;
import se.fristad.audit.SealKey;
import se.fristad.audit.Sealing;
import se.fristad.vault.KeyTurning;
import se.fristad.vault.Node;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// What runs by itself, on nodes with the face `jobs`: at most one node at a time does each, told
/// apart by rows of `timer.scheduled_tasks` that hold names and times only.
///
/// A room adds a timer of its own as a bean of type [RecurringTask] with the instance `recurring`;
/// its work binds a side or calls a bean that does. `fristad.timers=false` lets nothing start, for
/// tests that call the work themselves.
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${fristad.faces}'.contains('jobs') and ${fristad.timers:true}")
class Timers {
  private static final Duration POLL = Duration.ofSeconds(1);

  @Bean
  RecurringTask<Void> sealing(Sealing sealing, ObjectProvider<SealKey> key) {
    return every("seal-log", Duration.ofSeconds(5), () -> key.ifAvailable(has -> seal(sealing)));
  }

  @Bean
  RecurringTask<Void> checkpoint(Checkpoints checkpoints, ObjectProvider<SealKey> key) {
    return every(
        "checkpoint-log", Duration.ofDays(1), () -> key.ifAvailable(has -> checkpoints.write()));
  }

  @Bean
  RecurringTask<Void> retryingEvents(EventRetry retry, Node node) {
    List<Side> sides = sidesWithWords(node);
    return every("retry-events", Duration.ofSeconds(30), () -> retry.retryAll(sides));
  }

  /// Hourly, though keys are turned once a night: a machine that was off at night does it in the
  /// morning.
  @Bean
  RecurringTask<Void> turningKeys(KeyTurning turning, Node node) {
    List<Side> sides = sidesWithWords(node);
    return every(
        "turn-keys",
        Duration.ofHours(1),
        () -> sides.forEach(side -> Sides.run(side, turning::turn)));
  }

  @Bean(destroyMethod = "stop")
  Scheduler scheduler(Wall wall, List<RecurringTask<?>> tasks) {
    return Scheduler.create(wall.pool(Side.LOG))
        .tableName("timer.scheduled_tasks")
        .startTasks(tasks)
        .threads(2)
        .pollingInterval(POLL)
        .shutdownMaxWait(Duration.ofSeconds(5))
        .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
        .failureLogging(com.github.kagkarlsson.scheduler.logging.LogLevel.WARN, false)
        .build();
  }

  /// Begins when the node serves, so that a slow job does not keep anyone waiting.
  @Bean
  ApplicationListener<ApplicationReadyEvent> startTimers(Scheduler scheduler) {
    return ready -> scheduler.start();
  }

  private static void seal(Sealing sealing) {
    sealing.sealOnce();
  }

  private static List<Side> sidesWithWords(Node node) {
    return Stream.of(Side.values()).filter(Side::keepsWords).filter(node::opens).toList();
  }

  private static RecurringTask<Void> every(String name, Duration pause, Runnable work) {
    return Tasks.recurring(name, FixedDelay.of(pause)).execute((instance, context) -> work.run());
  }
}
