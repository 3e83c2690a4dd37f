package se.fristad.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.fristad.vault.SecretFiles;

/// The directory in which everything of an installation lies: the database, the keys, the temporary
/// files, the backups. Mode 0700.
///
/// One program at a time: a lock is held as long as this is open. Whether the data are a
/// demonstration is decided when the directory is made and never changed.
final class DataDirectory implements AutoCloseable {
  /// The version of the data's layout that this program writes.
  static final int VERSION = 1;

  private static final Set<PosixFilePermission> OTHERS =
      PosixFilePermissions.fromString("---rwxrwx");

  /// What may lie in a directory whose first start was broken off.
  private static final Set<String> OF_A_START =
      Set.of("lock", "tmp", "keys", "backups", "checkpoints", "pg", "version.new");

  private final Path root;
  private final FileChannel lockFile;

  private DataDirectory(Path root, FileChannel lockFile) {
    this.root = root;
    this.lockFile = lockFile;
  }

  /// Opens the directory, making it when it is not there.
  ///
  /// @param demonstration what new data become; ignored when data are there
  /// @throws Refused when it cannot be written, is open to others, is in use or holds newer data
  public static DataDirectory open(Path root, boolean demonstration) {
    Path absolute = root.toAbsolutePath().normalize();
    make(absolute);
    refuseForeign(absolute);
    FileChannel lock = lock(absolute);
    try {
      DataDirectory data = new DataDirectory(absolute, lock);
      data.checkVersion(demonstration);
      for (String part : Set.of("keys", "tmp", "backups", "checkpoints")) {
        makePrivate(absolute.resolve(part));
      }
      data.emptyTmp();
      return data;
    } catch (IOException failed) {
      throw new Refused(
          "The data directory "
              + absolute
              + " cannot be written. Choose another with FRISTAD_DATA, or give this user the right to write there.");
    }
  }

  private static void make(Path root) {
    try {
      if (!Files.exists(root)) {
        Files.createDirectories(root.getParent());
        makePrivate(root);
      }
    } catch (IOException failed) {
      throw new Refused(
          "The data directory "
              + root
              + " cannot be made. Choose another with FRISTAD_DATA, or give this user the right to write there.");
    }
    if (!Files.isDirectory(root) || !Files.isWritable(root)) {
      throw new Refused(
          "The data directory "
              + root
              + " cannot be written. Choose another with FRISTAD_DATA, or give this user the right to write there.");
    }
    try {
      if (Files.getPosixFilePermissions(root).stream().anyMatch(OTHERS::contains)) {
        throw new Refused(
            "The data directory "
                + root
                + " is open to other users of this machine. Close it with: chmod 700 "
                + root);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// A directory that holds files but no data of ours was named by mistake.
  private static void refuseForeign(Path root) {
    if (Files.exists(root.resolve("version"))) {
      return;
    }
    try (var files = Files.list(root)) {
      if (files.map(Path::getFileName).anyMatch(name -> !OF_A_START.contains(name.toString()))) {
        throw new Refused(
            "The directory "
                + root
                + " holds something else than data of Fristad. Choose an empty one with FRISTAD_DATA.");
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static FileChannel lock(Path root) {
    try {
      FileChannel channel =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock;
      try {
        lock = channel.tryLock();
      } catch (OverlappingFileLockException same) {
        lock = null;
      }
      if (lock == null) {
        channel.close();
        throw new Refused(
            "Another program already uses the data directory "
                + root
                + ". Stop it first, or choose another directory with FRISTAD_DATA.");
      }
      return channel;
    } catch (IOException failed) {
      throw new Refused(
          "The data directory "
              + root
              + " cannot be written. Choose another with FRISTAD_DATA, or give this user the right to write there.");
    }
  }

  /// Whether a program holds the directory now.
  static boolean isHeld(Path root) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock == null;
    } catch (OverlappingFileLockException same) {
      return true;
    }
  }

  private void checkVersion(boolean demonstration) throws IOException {
    Path file = root.resolve("version");
    if (!Files.exists(file)) {
      SecretFiles.write(
          file,
          (VERSION + "\n" + (demonstration ? "demonstration" : "real") + "\n")
              .getBytes(StandardCharsets.UTF_8));
      return;
    }
    int found = Integer.parseInt(Files.readAllLines(file).getFirst().strip());
    if (found > VERSION) {
      throw newer(root);
    }
  }

  static Refused newer(Path root) {
    return new Refused(
        "The data in "
            + root
            + " were made by a newer version of Fristad. Start that version, or restore a backup that is older.");
  }

  /// Whether the data are an invented centre.
  public boolean demonstration() {
    try {
      return Files.readAllLines(root.resolve("version")).get(1).strip().equals("demonstration");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// The directory itself.
  public Path root() {
    return root;
  }

  /// Where the keyset files lie.
  public Path keys() {
    return root.resolve("keys");
  }

  /// Where the embedded database lies.
  public Path postgres() {
    return root.resolve("pg");
  }

  /// Where temporary files lie; emptied at start.
  public Path tmp() {
    return root.resolve("tmp");
  }

  /// Where backups are put unless told otherwise.
  public Path backups() {
    return root.resolve("backups");
  }

  /// Where the log's checkpoints are put.
  public Path checkpoints() {
    return root.resolve("checkpoints");
  }

  static void makePrivate(Path directory) throws IOException {
    Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  private void emptyTmp() throws IOException {
    Files.walkFileTree(
        tmp(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failed)
              throws IOException {
            if (!directory.equals(tmp())) {
              Files.deleteIfExists(directory);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
