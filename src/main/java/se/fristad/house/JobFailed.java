package se.fristad.house;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import se.fristad.access.FaultBook;

/// What becomes of a job that fails: it is tried again after growing pauses, or when its time
/// comes, whichever is sooner; after ten tries in a row it is a numbered fault on the
/// administrator's page.
///
/// A job of the night would otherwise fail unseen for ten nights, and what was destroyed would stay
/// readable in old copies. The tries are counted in the timer's table, so that several nodes and a
/// restart count on.
final class JobFailed implements FailureHandler<Void> {
  private static final Logger LOG = LoggerFactory.getLogger(JobFailed.class);
  private final Schedule schedule;
  private final ObjectProvider<FaultBook> faults;

  JobFailed(Schedule schedule, ObjectProvider<FaultBook> faults) {
    this.schedule = schedule;
    this.faults = faults;
  }

  @Override
  public void onFailure(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    String name = complete.getExecution().getTaskName();
    int tries = complete.getExecution().consecutiveFailures + 1;
    // a code and no message, since a message may hold a value
    LOG.warn(
        "the job {} failed ({})",
        name,
        complete.getCause().map(cause -> cause.getClass().getSimpleName()).orElse("no cause"));
    Instant soon = complete.getTimeDone().plus(EventRetry.pause(tries));
    Instant planned = schedule.getNextExecutionTime(complete);
    operations.reschedule(complete, soon.isBefore(planned) ? soon : planned);
    if (tries % EventRetry.TRIES == 0) {
      report(name, complete.getExecution().lastSuccess);
    }
  }

  /// Once for as long as the job has not succeeded: the number follows from its last success.
  private void report(String name, @org.jspecify.annotations.Nullable Instant lastSuccess) {
    String number = number(name, lastSuccess);
    LOG.error("the job {} has failed {} times; fault {}", name, EventRetry.TRIES, number);
    try {
      faults.ifAvailable(page -> page.report(number, "job-failed", name));
    } catch (RuntimeException unreported) {
      // it is tried again with the next ten failures
      LOG.warn("the fault was not reported ({})", unreported.getClass().getSimpleName());
    }
  }

  private static String number(
      String name, @org.jspecify.annotations.Nullable Instant lastSuccess) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((name + "|" + lastSuccess).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 4).toUpperCase(Locale.ROOT);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
    }
  }
}
