package se.fristad.retention;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fristad.audit.AuditLog;
import se.fristad.audit.LogLine;
import se.fristad.audit.Outcome;
import se.fristad.vault.Face;
import se.fristad.vault.Node;
import se.fristad.vault.OnFace;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// The one job that destroys what is due (*gallring*, 16 kap. SoL), each thing with its line in the
/// log, in one transaction.
@Component
@OnFace(Face.JOBS)
public class Destruction {
  private static final int BATCH = 200;

  /// More than there is.
  private static final int ALL = 10_000_000;

  private final ObjectProvider<Holdings> holdings;
  private final Node node;
  private final AuditLog log;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Destruction(
      ObjectProvider<Holdings> holdings,
      Node node,
      AuditLog log,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.holdings = holdings;
    this.node = node;
    this.log = log;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /// What is due of one kind.
  ///
  /// @param module whose it is
  /// @param kind as it stands in the log
  public record Due(String module, String kind, int count) {}

  /// Counts what is due of each kind, without touching it.
  public List<Due> dryRun() {
    Instant now = clock.instant();
    return holdings.stream()
        .map(holding ->
            new Due(
                holding.module(),
                holding.kind(),
                holding.sides().stream()
                    .filter(node::opens)
                    .mapToInt(side -> Sides.on(side, () -> holding.due(now, ALL)).size())
                    .sum()))
        .toList();
  }

  /// Destroys what is due; then what points at things that are gone, these or others.
  ///
  /// @return how many
  public int run() {
    Instant now = clock.instant();
    int destroyed = each((holding, side) -> Sides.on(side, () -> destroyAll(holding, now)));
    each((holding, side) -> Sides.on(side, () -> forgetGone(holding)));
    return destroyed;
  }

  private int forgetGone(Holdings holding) {
    Integer rows = transaction.execute(status -> holding.forgetGone());
    return rows == null ? 0 : rows;
  }

  private interface Work {
    int on(Holdings holding, Side side);
  }

  private int each(Work work) {
    return holdings.stream()
        .mapToInt(holding ->
            holding.sides().stream()
                .filter(node::opens)
                .mapToInt(side -> work.on(holding, side))
                .sum())
        .sum();
  }

  private int destroyAll(Holdings holding, Instant now) {
    int done = 0;
    while (true) {
      List<UUID> due = holding.due(now, BATCH);
      for (UUID id : due) {
        transaction.executeWithoutResult(status -> {
          holding.destroy(id);
          log.append(
              LogLine.about(
                  null, null, null, "destroy", holding.kind(), id, "retention", Outcome.DONE));
        });
        done++;
      }
      if (due.size() < BATCH) {
        return done;
      }
    }
  }
}
