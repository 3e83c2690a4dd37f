package se.fristad.audit;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fristad.vault.OnSide;
import se.fristad.vault.Side;

/// Seals the lines that were written since the last time; run every five seconds by the node that
/// holds the [SealKey].
///
/// A batch is cut by transaction, not by number: a line takes its number when it is written and
/// shows when its transaction ends, so a batch cut by number would pass a late one by for ever.
///
/// Weakness that we accept: in the five seconds before it is sealed a line can be removed without a
/// trace, and as long as one transaction stays open the lines after it wait too.
@Component
@OnSide(Side.LOG)
public class Sealing {
  private final LineRows lines;
  private final SealRows seals;
  private final ObjectProvider<SealKey> key;
  private final TransactionTemplate transaction;

  Sealing(JdbcClient jdbc, ObjectProvider<SealKey> key, PlatformTransactionManager transactions) {
    this.lines = new LineRows(jdbc);
    this.seals = new SealRows(jdbc);
    this.key = key;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Seals one batch.
  ///
  /// @throws RestoredCluster when the database counts its transactions from another beginning than
  ///   the last seal: it was restored and [Segments#beginAfterRestore] has not been run
  public Batch sealOnce() {
    try {
      return transaction.execute(status -> seal());
    } catch (DuplicateKeyException another) {
      return new Batch.AnotherWasFirst();
    }
  }

  private Batch seal() {
    SealRows.SegmentRow segment = seals.segment();
    Optional<SealRows.Last> last = seals.last();
    long from =
        last.filter(seal -> seal.segment() == segment.number())
            .map(SealRows.Last::horizon)
            .orElse(segment.horizon());
    // This statement before the next: what is below the horizon has ended when the lines are read.
    SealRows.Horizon horizon = seals.horizon();
    if (Long.compareUnsigned(horizon.xid(), from) < 0) {
      throw new RestoredCluster();
    }
    List<StoredLine> batch = lines.between(segment.number(), from, horizon.xid());
    if (batch.isEmpty()) {
      return new Batch.NothingNew();
    }
    long number = last.map(SealRows.Last::number).orElse(0L) + 1;
    seals.add(
        Seal.sign(
            key.getObject(),
            number,
            segment.number(),
            horizon.xid(),
            horizon.now(),
            batch,
            last.map(SealRows.Last::root).orElseGet(Seal::beginning)));
    return new Batch.Sealed(number, batch.size());
  }

  /// The database was restored into another cluster and no new segment has been begun.
  public static final class RestoredCluster extends IllegalStateException {
    private static final long serialVersionUID = 1;

    RestoredCluster() {
      super("the log was restored: begin a new segment");
    }
  }
}
