package se.fristad.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.postgresql.ds.PGSimpleDataSource;
import se.fristad.vault.Side;

/// A PostgreSQL of its own, with the log and nothing else. These tests alter tables by hand and
/// count transactions from another beginning, so they share no cluster with the rest.
final class Cluster implements AutoCloseable {
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private final Path home;
  private final Path data;
  private final int port;
  private final String password = UUID.randomUUID().toString();

  Cluster() {
    try {
      home = unpacked();
      data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "log-cluster");
      Path secret = data.resolveSibling(data.getFileName() + ".pw");
      Files.writeString(secret, password);
      run(
          "initdb",
          "-A",
          "scram-sha-256",
          "-U",
          "postgres",
          "-E",
          "UTF8",
          "--locale=C.UTF-8",
          "--pwfile=" + secret,
          "-D",
          data.resolve("pg").toString());
      Files.delete(secret);
      try (ServerSocket free = new ServerSocket(0)) {
        port = free.getLocalPort();
      }
      run(
          "pg_ctl",
          "-D",
          data.resolve("pg").toString(),
          "-w",
          "-l",
          data.resolve("log").toString(),
          "-o",
          "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=",
          "start");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    StringBuilder roles = new StringBuilder("CREATE ROLE d_audit NOLOGIN;");
    roles.append("CREATE ROLE f_owner LOGIN PASSWORD '").append(password).append("';");
    for (Side side : Side.values()) {
      roles
          .append("CREATE ROLE ")
          .append(side.login())
          .append(" LOGIN PASSWORD '")
          .append(password)
          .append("';");
    }
    roles.append("GRANT d_audit TO f_owner WITH SET TRUE, INHERIT FALSE");
    execute("postgres", "postgres", roles.toString());
  }

  /// A database with the migrations of the log.
  String database() {
    String name = "log_" + DATABASES.incrementAndGet();
    execute("postgres", "postgres", "CREATE DATABASE " + name + " OWNER f_owner");
    execute(name, "f_owner", "CREATE SCHEMA audit");
    try (InputStream sql =
        Cluster.class.getResourceAsStream("/db/migration/audit/V1__the_log.sql")) {
      execute(
          name,
          "f_owner",
          new String(java.util.Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return name;
  }

  PGSimpleDataSource as(String database, String login) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(login);
    source.setPassword(password);
    return source;
  }

  void execute(String database, String login, String sql) {
    try (Connection connection = as(database, login).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public void close() {
    if (Files.exists(data.resolve("pg/postmaster.pid"))) {
      run("pg_ctl", "-D", data.resolve("pg").toString(), "-m", "immediate", "stop");
    }
  }

  private void run(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(home.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException(program + " failed");
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static Path unpacked() throws IOException {
    Path home = Files.createDirectories(Path.of("target/log-postgres").toAbsolutePath());
    // two test runners may come at once: the second waits
    try (FileChannel door =
            FileChannel.open(
                home.resolve("door"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock alone = door.lock()) {
      if (!Files.exists(home.resolve("unpacked"))) {
        unpack(home);
      }
      return home;
    }
  }

  private static void unpack(Path home) throws IOException {
    try (InputStream resource = Cluster.class.getResourceAsStream("/postgres-linux-x86_64.txz");
        TarArchiveInputStream tar =
            new TarArchiveInputStream(
                new XZCompressorInputStream(java.util.Objects.requireNonNull(resource)))) {
      TarArchiveEntry entry;
      while ((entry = tar.getNextEntry()) != null) {
        Path file = home.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else if (entry.isSymbolicLink()) {
          Files.createDirectories(file.getParent());
          Files.deleteIfExists(file);
          Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(tar, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
          if ((entry.getMode() & 0100) != 0) {
            file.toFile().setExecutable(true);
          }
        }
      }
    }
    Files.createFile(home.resolve("unpacked"));
  }
}
