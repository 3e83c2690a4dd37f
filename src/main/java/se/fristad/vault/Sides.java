package se.fristad.vault;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Which side the running code belongs to. Bound for the length of one call and never changed
/// inside it.
///
/// The database and the keys ask here: without a side there is no connection and no key. [OnSide]
/// binds it for the methods of a package; [#on] binds it by hand where the side follows from the
/// data, as with the queue of a thread.
public final class Sides {
  private static final ScopedValue<Side> CURRENT = ScopedValue.newInstance();

  private Sides() {}

  /// Runs `work` on `side`. A call that is already on another side may be nested only while no
  /// transaction is open; the transaction manager refuses otherwise.
  public static <T extends @Nullable Object> T on(Side side, Supplier<T> work) {
    return entering(side).call(work::get);
  }

  /// As [#on(Side, Supplier)], for work that throws.
  public static <T extends @Nullable Object, X extends Throwable> T calling(
      Side side, ScopedValue.CallableOp<T, X> work) throws X {
    return entering(side).call(work);
  }

  /// As [#on(Side, Supplier)], for work without a result.
  public static void run(Side side, Runnable work) {
    entering(side).run(work);
  }

  /// The side of the running code.
  ///
  /// @throws NoSide when none is bound: a fault of ours, never of the visitor
  public static Side current() {
    if (!CURRENT.isBound()) {
      throw new NoSide();
    }
    return CURRENT.get();
  }

  /// Whether a side is bound.
  public static boolean isBound() {
    return CURRENT.isBound();
  }

  private static ScopedValue.Carrier entering(Side side) {
    if (CURRENT.isBound()
        && CURRENT.get() != side
        && TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new TwoSides();
    }
    return ScopedValue.where(CURRENT, side);
  }

  /// Code inside a transaction of one side asked for another: it would be answered through the
  /// first side's connection.
  public static final class TwoSides extends IllegalStateException {
    private static final long serialVersionUID = 1;

    TwoSides() {
      super("a transaction of one side may not reach another");
    }
  }

  /// Code that belongs to no side asked for a connection or a key.
  public static final class NoSide extends IllegalStateException {
    private static final long serialVersionUID = 1;

    NoSide() {
      super("no side is bound: no connection and no key");
    }
  }
}
