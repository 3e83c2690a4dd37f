package se.fristad.audit;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fristad.vault.OnSide;
import se.fristad.vault.Side;

/// The segments of the log. A restored database counts transactions anew, so its numbers are never
/// compared with those of before: a new segment begins, and signs the root that the old one ended
/// with.
@Component
@OnSide(Side.LOG)
public class Segments {
  private final LineRows lines;
  private final SealRows seals;
  private final ObjectProvider<SealKey> key;
  private final TransactionTemplate transaction;

  Segments(JdbcClient jdbc, ObjectProvider<SealKey> key, PlatformTransactionManager transactions) {
    this.lines = new LineRows(jdbc);
    this.seals = new SealRows(jdbc);
    this.key = key;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Seals what the old segment had not sealed when it was copied and begins the next. To be run
  /// once after a restore, before the doors open: a line written meanwhile would stand in the old
  /// segment outside its last seal, and be named as added.
  ///
  /// The owner of the database first sets the counter of `audit.line.id` past the highest number.
  ///
  /// @return the number of the new segment
  public int beginAfterRestore() {
    return transaction.execute(status -> begin());
  }

  private int begin() {
    SealRows.SegmentRow old = seals.segment();
    Optional<SealRows.Last> last = seals.last();
    SealRows.Horizon now = seals.horizon();
    long from =
        last.filter(seal -> seal.segment() == old.number())
            .map(SealRows.Last::horizon)
            .orElse(old.horizon());
    byte[] root = last.map(SealRows.Last::root).orElseGet(Seal::beginning);
    long end = lines.endOf(old.number());
    List<StoredLine> tail = lines.between(old.number(), from, end);
    if (!tail.isEmpty()) {
      Seal seal =
          Seal.sign(
              key.getObject(),
              last.map(SealRows.Last::number).orElse(0L) + 1,
              old.number(),
              end,
              now.now(),
              tail,
              root);
      seals.add(seal);
      root = seal.root();
    }
    int number = old.number() + 1;
    byte[] toSign = Seal.segmentToSign(number, now.now(), now.xid(), root);
    seals.add(
        new SealRows.SegmentRow(
            number, now.now(), now.xid(), root, key.getObject().key().sign(toSign)));
    return number;
  }
}
