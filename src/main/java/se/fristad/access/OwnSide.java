package se.fristad.access;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fristad.vault.Node;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// The side by which this node reaches the functions of schema `access`.
///
/// Staff and sessions belong to no side; every login may call the functions and none may see the
/// tables. The first side this node opens is taken.
@StaffFace
@Component
final class OwnSide {
  private final Side side;
  private final TransactionTemplate transaction;

  OwnSide(Node node, PlatformTransactionManager transactions) {
    this.side =
        List.of(Side.SUPPORT, Side.PERPETRATOR, Side.SHELTER, Side.CONFERENCE).stream()
            .filter(node::opens)
            .findFirst()
            .orElse(Side.LOG);
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Does the work in a transaction on this side.
  <T extends @Nullable Object> T transaction(Supplier<T> work) {
    return Sides.on(side, () -> inTransaction(work));
  }

  @SuppressWarnings("NullAway") // the template hands out what the work gave
  private <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
    return transaction.execute(status -> work.get());
  }
}
