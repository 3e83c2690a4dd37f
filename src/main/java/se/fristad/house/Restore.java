package se.fristad.house;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.springframework.context.ConfigurableApplicationContext;
import se.fristad.audit.Segments;
import se.fristad.vault.SecretFiles;

/// `./run restore DATA.zip KEYS.zip`: fills an empty data directory. Data of any age, the newest
/// key export.
///
/// Records without a key are removed before the doors open: what was destroyed after the data were
/// copied stays destroyed. The log begins a new segment that signs the last root. The master key
/// must lie in place first (`keys/master`, or FRISTAD_MASTER_KEY_FILE).
final class Restore implements Command {
  @Override
  public String name() {
    return "restore";
  }

  @Override
  public String help() {
    return "fill an empty data directory from DATA.zip and the newest KEYS.zip";
  }

  @Override
  public int run(Path directory, List<String> arguments) throws Exception {
    if (arguments.size() != 2) {
      throw new Refused(
          "Name both files, as in: ./run restore data-20260101T020000Z.zip keys-20260108T020000Z.zip");
    }
    Path root = directory.toAbsolutePath().normalize();
    if (Files.exists(root.resolve("version"))) {
      throw new Refused(
          "There are data in "
              + root
              + " already, and nothing is overwritten. Choose an empty directory with FRISTAD_DATA.");
    }
    int removed = restore(root, Path.of(arguments.get(0)), Path.of(arguments.get(1)));
    System.out.println(
        "Restored to "
            + root
            + ". "
            + removed
            + " records had no key and were removed: they had been destroyed.");
    return 0;
  }

  /// @return how many records had no key
  static int restore(Path root, Path data, Path keys) throws Exception {
    for (Path file : List.of(data, keys)) {
      if (!Files.isReadable(file)) {
        throw new Refused("The file " + file + " cannot be read.");
      }
    }
    try (ZipFile dataFile = new ZipFile(data.toFile());
        ZipFile keyFile = new ZipFile(keys.toFile())) {
      boolean demonstration = isDemonstration(dataFile);
      if (demonstration != isDemonstration(keyFile)) {
        throw new Refused(
            "One file is of a demonstration and the other is real. Nothing was restored.");
      }
      if (keyFile.getEntry("keys/support.keyset") == null) {
        throw new Refused(
            "The file "
                + keys
                + " is not a key export. The data file comes first, the key file second.");
      }
      DataDirectory.makePrivate(root);
      Path keyDirectory = root.resolve("keys");
      List<Path> unpacked = unpackKeys(keyFile, keyDirectory);
      try {
        House.refuseAnotherMaster(keyDirectory);
      } catch (Refused refused) {
        for (Path file : unpacked) {
          Files.deleteIfExists(file);
        }
        throw new Refused(refused.getMessage() + " Nothing was restored.");
      }
      try (House house = House.raise(root, demonstration, sentence -> {})) {
        int removed;
        try (Connection connection = house.postgres().superuser(Migrations.DATABASE)) {
          connection.setAutoCommit(false);
          removed = fill(connection, dataFile, keyFile);
          connection.commit();
        }
        beginSegment(house);
        return removed;
      }
    }
  }

  /// Refuses what is not a backup or is newer.
  ///
  /// @return whether the data are a demonstration: restored data stay what they were
  private static boolean isDemonstration(ZipFile file) throws IOException {
    ZipEntry entry = file.getEntry("version");
    if (entry == null) {
      throw new Refused("The file " + file.getName() + " is not a backup of Fristad.");
    }
    try (InputStream in = file.getInputStream(entry)) {
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
      if (Integer.parseInt(lines.getFirst().strip()) > DataDirectory.VERSION) {
        throw new Refused(
            "The backup was made by a newer version of Fristad. Restore it with that version.");
      }
      return lines.get(1).strip().equals("demonstration");
    }
  }

  private static List<Path> unpackKeys(ZipFile file, Path keys) throws IOException {
    List<Path> unpacked = new ArrayList<>();
    for (ZipEntry entry : file.stream().filter(one -> one.getName().startsWith("keys/")).toList()) {
      Path target = keys.resolve(entry.getName().substring("keys/".length())).normalize();
      if (!target.startsWith(keys)) {
        throw new Refused("The key export names a file outside the key directory. It is not used.");
      }
      try (InputStream in = file.getInputStream(entry)) {
        SecretFiles.write(target, in.readAllBytes());
        unpacked.add(target);
      }
    }
    return unpacked;
  }

  private static int fill(Connection connection, ZipFile data, ZipFile keys)
      throws SQLException, IOException {
    List<Copies.Table> tables = Copies.tables(connection);
    try (Statement statement = connection.createStatement()) {
      // as the machine's owner, so that rows arrive as they were: no trigger, no check of what
      // points where until all is there
      statement.execute("set local session_replication_role = replica");
      for (Copies.Table table : tables) {
        statement.execute("delete from " + table.quoted());
      }
      for (Copies.Table table : tables) {
        ZipFile from = table.holdsKeys() ? keys : data;
        ZipEntry entry = from.getEntry(table.file());
        if (entry != null) {
          try (InputStream in = from.getInputStream(entry)) {
            Copies.in(connection, table, firstLine(in), in);
          }
        }
      }
      int removed = removeWithoutKey(statement, tables);
      statement.execute(
          "select setval(pg_get_serial_sequence('audit.line', 'id'), greatest(1, (select max(id) from audit.line)))");
      return removed;
    }
  }

  private static String firstLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int one = in.read(); one >= 0 && one != '\n'; one = in.read()) {
      line.append((char) one);
    }
    return line.toString();
  }

  /// Removes every record whose key is gone, whatever hangs on it and on that; and keys whose
  /// record is gone. A table of keys may serve several tables, each by a column of its own.
  private static int removeWithoutKey(Statement statement, List<Copies.Table> tables)
      throws SQLException {
    int removed = 0;
    Map<String, List<String>> children = new TreeMap<>();
    List<String[]> owners = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            """
            select n.nspname, child.relname, a.attname, parent.relname, key.attname
              from pg_constraint k
              join pg_class child on child.oid = k.conrelid
              join pg_class parent on parent.oid = k.confrelid
              join pg_namespace n on n.oid = child.relnamespace
              join pg_attribute a on a.attrelid = child.oid and a.attnum = k.conkey[1]
              join pg_attribute key on key.attrelid = parent.oid and key.attnum = k.confkey[1]
              where k.contype = 'f' and parent.relnamespace = child.relnamespace
            """)) {
      while (rows.next()) {
        String schema = rows.getString(1);
        String child = rows.getString(2);
        String parent = "\"" + schema + "\".\"" + rows.getString(4) + "\"";
        if (child.equals("data_key")) {
          owners.add(new String[] {parent, "\"" + schema + "\".\"data_key\"", rows.getString(3)});
        }
        children
            .computeIfAbsent(parent, any -> new ArrayList<>())
            .add(
                "\""
                    + schema
                    + "\".\""
                    + child
                    + "\"|"
                    + rows.getString(3)
                    + "|"
                    + rows.getString(5));
      }
    }
    for (String[] owner : owners) {
      removed +=
          statement.executeUpdate(
              "delete from "
                  + owner[0]
                  + " o where not exists (select from "
                  + owner[1]
                  + " k where k.\""
                  + owner[2]
                  + "\" = o.id)");
    }
    removeHanging(statement, children);
    return removed;
  }

  /// Removes rows that point at what is gone, until none does: a note hangs on a file, a file on a
  /// person.
  private static void removeHanging(Statement statement, Map<String, List<String>> children)
      throws SQLException {
    boolean more = true;
    while (more) {
      more = false;
      for (var parent : children.entrySet()) {
        for (String child : parent.getValue()) {
          String[] parts = child.split("\\|", 3);
          more |=
              statement.executeUpdate(
                      "delete from "
                          + parts[0]
                          + " c where c.\""
                          + parts[1]
                          + "\" is not null and not exists (select from "
                          + parent.getKey()
                          + " o where o.\""
                          + parts[2]
                          + "\" = c.\""
                          + parts[1]
                          + "\")")
                  > 0;
        }
      }
    }
  }

  private static void beginSegment(House house) {
    ConfigurableApplicationContext node =
        Serving.node(house, 0, Map.of("fristad.faces", "jobs", "fristad.jobs.start", "false"));
    try {
      node.getBean(Segments.class).beginAfterRestore();
    } finally {
      Serving.stop(node);
    }
  }
}
