package se.fristad.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.fristad.vault.OnSide;
import se.fristad.vault.Side;

/// Writes the [Checkpoint] of the day to a file outside the database and to a second receiver, who
/// is not the one that runs the database.
///
/// Settings: `fristad.audit.checkpoint` is a directory on this machine (else the house's own),
/// `fristad.audit.checkpoint-copy` the receiver's (a mounted directory of someone else); either may
/// be empty. The file in both is [#FILE], one line a day, never rewritten.
@Component
@OnSide(Side.LOG)
public class Checkpoints {
  /// The name of the file in each directory.
  public static final String FILE = "log-checkpoints.txt";

  private final SealRows seals;
  private final ObjectProvider<SealKey> key;
  private final TransactionTemplate transaction;
  private final List<Path> directories;

  Checkpoints(
      JdbcClient jdbc,
      ObjectProvider<SealKey> key,
      PlatformTransactionManager transactions,
      @Value("${fristad.audit.checkpoint:}") String here,
      @Value("${fristad.audit.checkpoint-copy:}") String copy) {
    this.seals = new SealRows(jdbc);
    this.key = key;
    this.transaction = new TransactionTemplate(transactions);
    this.directories = Stream.of(here, copy).filter(name -> !name.isBlank()).map(Path::of).toList();
  }

  /// Takes a checkpoint and adds it to both files, flushed to the disk.
  ///
  /// @return the checkpoint; none while nothing is sealed
  /// @throws UncheckedIOException when a receiver cannot be written
  public Optional<Checkpoint> write() {
    Optional<Checkpoint> taken = transaction.execute(status -> take());
    taken.ifPresent(
        checkpoint -> directories.forEach(directory -> add(directory, checkpoint.text() + "\n")));
    return taken;
  }

  private Optional<Checkpoint> take() {
    return seals
        .last()
        .map(last ->
            Checkpoint.sign(
                key.getObject(),
                last.number(),
                last.root(),
                seals.linesUpTo(last.number()),
                seals.horizon().now()));
  }

  private static void add(Path directory, String line) {
    try {
      Files.createDirectories(directory);
      try (FileChannel file =
          FileChannel.open(
              directory.resolve(FILE),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.APPEND)) {
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          file.write(bytes);
        }
        file.force(true);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
