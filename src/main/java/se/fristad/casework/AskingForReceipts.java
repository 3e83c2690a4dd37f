package se.fristad.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;
import se.fristad.vault.Side;
import se.fristad.vault.Sweep;

/// Asks each day for the receipt of a report about a child that has not come: the one whose file it
/// is has it on her day, every day, until the unit has said that it has the child in sight. What
/// was not asked yesterday is not asked twice today.
@OnFace(Face.JOBS)
@Component
class AskingForReceipts implements Sweep {
  private static final int MOST = 200;

  private final ReportRows rows;
  private final Tasks tasks;
  private final TransactionTemplate transaction;

  AskingForReceipts(ReportRows rows, Tasks tasks, PlatformTransactionManager transactions) {
    this.rows = rows;
    this.tasks = tasks;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public String name() {
    return "ask-for-receipts";
  }

  @Override
  public Side side() {
    return Side.SUPPORT;
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(10);
  }

  @Override
  public void sweep(Instant now) {
    while (swept(now) == MOST) {
      // and the next two hundred
    }
  }

  private int swept(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, Files.HERE);
    Integer found =
        transaction.execute(status -> {
          List<ReportRows.Silent> silent = rows.silent(now, MOST);
          for (ReportRows.Silent one : silent) {
            tasks.askFor(one.file(), one.id(), today, one.staff());
            // in the last minute of a day the next time is tomorrow's, or it would be asked for
            // without end
            Instant next = Tasks.endOf(today);
            rows.askAgain(one.id(), next.isAfter(now) ? next : Tasks.endOf(today.plusDays(1)));
          }
          return silent.size();
        });
    return found == null ? 0 : found;
  }
}
