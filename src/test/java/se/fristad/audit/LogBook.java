package se.fristad.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// The log on a database of its own, with keys, to be written, sealed, spoiled and verified.
final class LogBook {
  final Cluster cluster;
  final String database;
  final AuditLog log;
  final Sealing sealing;
  final Segments segments;
  final AuditTrail trail;
  final Path directory;
  private final Checkpoints checkpoints;
  private final TransactionTemplate transaction;

  /// What the command said and how it ended.
  record Said(int exit, String text) {}

  LogBook(Cluster cluster) {
    this(cluster, SigningKey.fresh(), SigningKey.fresh());
  }

  LogBook(Cluster cluster, SigningKey seals, SigningKey marks) {
    this.cluster = cluster;
    this.database = cluster.database();
    Map<Object, Object> sources = sources(cluster, database);
    AbstractRoutingDataSource routing =
        new AbstractRoutingDataSource() {
          @Override
          protected Object determineCurrentLookupKey() {
            return Sides.current();
          }
        };
    routing.setTargetDataSources(sources);
    routing.afterPropertiesSet();
    DataSourceTransactionManager transactions = new DataSourceTransactionManager(routing);
    JdbcClient jdbc = JdbcClient.create(routing);
    ObjectProvider<SealKey> sealKey = provided(new SealKey(seals), SealKey.class);
    try {
      this.directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "log-keys");
      Files.writeString(directory.resolve("log.pub"), seals.published() + "\n");
      Files.writeString(directory.resolve("line.pub"), marks.published() + "\n");
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
    this.transaction = new TransactionTemplate(transactions);
    this.log = new AuditLog(jdbc, provided(new LineKey(marks), LineKey.class), Clock.systemUTC());
    this.sealing = new Sealing(jdbc, sealKey, transactions);
    this.segments = new Segments(jdbc, sealKey, transactions);
    this.trail = new AuditTrail(jdbc, transactions);
    this.checkpoints =
        new Checkpoints(
            jdbc,
            sealKey,
            transactions,
            directory.resolve("here").toString(),
            directory.resolve("copy").toString());
  }

  <T> T in(Side side, Supplier<T> work) {
    return Sides.on(side, () -> transaction.execute(status -> work.get()));
  }

  long write(LogLine line) {
    return in(Side.SUPPORT, () -> log.append(line));
  }

  long write() {
    return write(line("open"));
  }

  static LogLine line(String act) {
    return LogLine.about(
        UUID.randomUUID(),
        "socialtjanst",
        "caseworker",
        act,
        "intake",
        UUID.randomUUID(),
        "handle",
        Outcome.READ);
  }

  Batch seal() {
    return Sides.on(Side.LOG, sealing::sealOnce);
  }

  void checkpoint() {
    Sides.on(Side.LOG, checkpoints::write);
  }

  Path checkpointFile() {
    return directory.resolve("copy").resolve(Checkpoints.FILE);
  }

  void byHand(String sql) {
    cluster.execute(database, "f_owner", sql);
  }

  Said verify() {
    return verify(null);
  }

  Said verify(@Nullable Path checkpoint) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Connection connection = cluster.as(database, "f_log").getConnection()) {
      int exit =
          Verification.run(
              connection,
              directory,
              checkpoint,
              Locale.of("sv"),
              new PrintStream(out, true, StandardCharsets.UTF_8));
      return new Said(exit, out.toString(StandardCharsets.UTF_8));
    } catch (SQLException | IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static Map<Object, Object> sources(Cluster cluster, String database) {
    Map<Object, Object> sources = new java.util.HashMap<>();
    for (Side side : List.of(Side.values())) {
      sources.put(side, cluster.as(database, side.login()));
    }
    return sources;
  }

  private static <T> ObjectProvider<T> provided(T bean, Class<T> type) {
    return new StaticListableBeanFactory(Map.of("key", bean)).getBeanProvider(type);
  }
}
