package se.fristad.vault;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Derivations that are slow on purpose, on platform threads of their own.
///
/// On virtual threads sixteen of them stop every page of the node for seconds; here a flood fills
/// one lane's queue and nothing else. The public lane and the staff lane do not wait for each
/// other.
public final class Argon2 implements AutoCloseable {
  /// Who waits.
  public enum Lane {
    /// Phrases on the public face.
    PUBLIC,
    /// Staff logins.
    STAFF
  }

  private static final int QUEUE = 64;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private final ThreadPoolExecutor publicLane =
      lane("argon2-public", Math.max(1, Runtime.getRuntime().availableProcessors() / 4));
  private final ThreadPoolExecutor staffLane = lane("argon2-staff", 1);

  /// Derives `length` bytes, or answers empty when the lane is full or the wait would pass ten
  /// seconds: then the page says that it is busy and shows the numbers to call.
  public Optional<byte[]> derive(
      Lane lane,
      Strength strength,
      byte[] secret,
      byte[] salt,
      byte @Nullable [] pepper,
      int length) {
    return derive(lane, () -> strength.hash(secret, salt, pepper, length));
  }

  /// As [#derive(Lane, Strength, byte[], byte[], byte[], int)], for one who prepares it himself.
  ///
  /// @param derivation runs on a platform thread of the lane, which lives as long as this does
  Optional<byte[]> derive(Lane lane, Callable<byte[]> derivation) {
    ThreadPoolExecutor threads = lane == Lane.PUBLIC ? publicLane : staffLane;
    Future<byte[]> answer;
    try {
      answer = threads.submit(derivation);
    } catch (RejectedExecutionException full) {
      return Optional.empty();
    }
    try {
      return Optional.of(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException busy) {
      answer.cancel(true);
      return Optional.empty();
    } catch (InterruptedException stopping) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException fault) {
      throw new IllegalStateException("the derivation failed", fault.getCause());
    }
  }

  private static ThreadPoolExecutor lane(String name, int threads) {
    return new ThreadPoolExecutor(
        threads,
        threads,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(QUEUE),
        Thread.ofPlatform().name(name + "-", 1).daemon().factory());
  }

  @Override
  public void close() {
    publicLane.shutdownNow();
    staffLane.shutdownNow();
  }
}
