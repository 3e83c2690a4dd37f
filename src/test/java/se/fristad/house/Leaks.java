package se.fristad.house;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Looks for secrets wherever a house leaves anything: every row of every table, every byte of its
/// directory with the write-ahead log, the server's log and the temporary files, its backups, and
/// what it printed.
///
/// A secret is looked for as it is and in capital and small letters, in UTF-8 and UTF-16, as
/// hexadecimal digits, in Base64 at each of its three alignments, with the escapes of JSON and of
/// addresses; a personal number in each of its spellings. In rows and in small files the escapes
/// are also undone, one within the other.
///
/// It does not see what PostgreSQL compressed (only values over two kilobytes are) outside a living
/// row, and nothing in memory.
///
/// ```java
/// Leaks leaks = new Leaks(List.of(Canary.of("the first message", "qzvbnådkw")));
/// assertThat(leaks.in(house.directory(), superuser)).isEmpty();
/// ```
final class Leaks {
  /// How many escapes lie within each other at most.
  private static final int DEEPEST = 3;

  /// Files up to this size are also read with their escapes undone.
  private static final int SMALL = 4 << 20;

  private static final int BLOCK = 4 << 20;

  /// The shortest secret: shorter ones would be found everywhere.
  private static final int WINDOW = 8;

  private static final int SIEVE = 20;

  /// Something that must stand nowhere.
  ///
  /// @param what it is, for the report; the secret itself is never reported
  /// @param spellings under which it may stand, by their names
  record Canary(String what, Map<String, byte[]> spellings) {
    /// A text.
    static Canary of(String what, String text) {
      Map<String, byte[]> spellings = new LinkedHashMap<>();
      spell(spellings, "", text);
      spell(spellings, "capitals ", text.toUpperCase(Locale.ROOT));
      spell(spellings, "small ", text.toLowerCase(Locale.ROOT));
      return new Canary(what, spellings);
    }

    /// A personal number of twelve digits, in its four spellings, and with the plus of one who is
    /// over a hundred.
    static Canary ofNumber(String what, String digits) {
      String day = digits.substring(0, 8);
      String last = digits.substring(8);
      Map<String, byte[]> spellings = new LinkedHashMap<>();
      spell(spellings, "yyyymmdd-nnnn ", day + "-" + last);
      spell(spellings, "yyyymmddnnnn ", digits);
      spell(spellings, "yymmdd-nnnn ", day.substring(2) + "-" + last);
      spell(spellings, "yymmdd+nnnn ", day.substring(2) + "+" + last);
      spell(spellings, "yymmddnnnn ", digits.substring(2));
      return new Canary(what, spellings);
    }

    /// Words in their order, however they are put together.
    static Canary ofWords(String what, String words) {
      Map<String, byte[]> spellings = new LinkedHashMap<>();
      for (String between : List.of(" ", "", "-", "+", "_", ",", ", ", "\n")) {
        String text = words.replace(" ", between);
        spell(spellings, "", text);
        spell(spellings, "capitals ", text.toUpperCase(Locale.ROOT));
      }
      return new Canary(what, spellings);
    }

    /// A random secret that is written somehow and is bytes.
    static Canary ofSecret(String what, String text, byte[] bytes) {
      Map<String, byte[]> spellings = new LinkedHashMap<>(of(what, text).spellings);
      spellings.put("bytes", bytes);
      return new Canary(what, spellings);
    }

    private static void spell(Map<String, byte[]> spellings, String name, String text) {
      put(spellings, name + "UTF-8", text.getBytes(StandardCharsets.UTF_8));
      put(spellings, name + "UTF-16LE", text.getBytes(StandardCharsets.UTF_16LE));
      put(spellings, name + "UTF-16BE", text.getBytes(StandardCharsets.UTF_16BE));
      put(spellings, name + "\\u", escaped(text, "\\u%04x", letter -> letter > 126));
      put(spellings, name + "\\U", escaped(text, "\\u%04X", letter -> letter > 126));
      put(spellings, name + "every \\u", escaped(text, "\\u%04x", letter -> true));
    }

    private static void put(Map<String, byte[]> spellings, String name, byte[] bytes) {
      if (spellings.values().stream().noneMatch(one -> Arrays.equals(one, bytes))) {
        spellings.put(name, bytes);
      }
    }

    private static byte[] escaped(String text, String form, IntPredicate which) {
      StringBuilder escaped = new StringBuilder();
      for (char letter : text.toCharArray()) {
        escaped.append(which.test(letter) ? form.formatted((int) letter) : "" + letter);
      }
      return escaped.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
      return "[" + what + "]";
    }
  }

  /// A secret that was found.
  ///
  /// @param what the canary's name
  /// @param form how it was written there
  /// @param place a table, or a file under the directory
  record Found(String what, String form, String place) {}

  private record Form(String what, String form, byte[] bytes) {}

  private final Form[] forms;
  private final long[] beginnings;
  private final long[] sieve = new long[1 << (SIEVE - 6)];
  private final int longest;
  private final Set<Found> found = new LinkedHashSet<>();

  Leaks(Collection<Canary> canaries) {
    List<Form> all = new ArrayList<>();
    for (Canary canary : canaries) {
      canary
          .spellings()
          .forEach((name, bytes) -> {
            all.add(new Form(canary.what(), name, bytes));
            encodings(bytes)
                .forEach(
                    (as, encoded) -> all.add(new Form(canary.what(), name + ", " + as, encoded)));
          });
    }
    all.sort((one, other) -> Long.compare(beginning(one.bytes), beginning(other.bytes)));
    forms = all.toArray(Form[]::new);
    beginnings = all.stream().mapToLong(form -> beginning(form.bytes)).toArray();
    longest = all.stream().mapToInt(form -> form.bytes.length).max().orElse(WINDOW);
    for (long beginning : beginnings) {
      int place = place(beginning);
      sieve[place >> 6] |= 1L << place;
    }
  }

  private static Map<String, byte[]> encodings(byte[] bytes) {
    Map<String, byte[]> encoded = new TreeMap<>();
    String hex = HexFormat.of().formatHex(bytes);
    encoded.put("hex", hex.getBytes(StandardCharsets.US_ASCII));
    encoded.put("HEX", hex.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
    StringBuilder needed = new StringBuilder();
    StringBuilder every = new StringBuilder();
    for (byte one : bytes) {
      every.append("%%%02X".formatted(one));
      needed.append(one > ' ' && one < 127 ? "" + (char) one : "%%%02X".formatted(one));
    }
    encoded.put("percent", needed.toString().getBytes(StandardCharsets.US_ASCII));
    encoded.put(
        "percent and plus",
        needed.toString().replace("%20", "+").getBytes(StandardCharsets.US_ASCII));
    encoded.put("every percent", every.toString().getBytes(StandardCharsets.US_ASCII));
    for (int before = 0; before < 3; before++) {
      byte[] moved = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, moved, before, bytes.length);
      // the signs that hold bits of its neighbours too are left out
      int from = (before * 8 + 5) / 6;
      int to = moved.length * 8 / 6;
      byte[] standard = Base64.getEncoder().encode(moved);
      encoded.put("base64 +" + before, Arrays.copyOfRange(standard, from, to));
      byte[] url = Base64.getUrlEncoder().encode(moved);
      encoded.put("base64url +" + before, Arrays.copyOfRange(url, from, to));
    }
    return encoded;
  }

  /// Everything that is found in a house: its tables, its directory.
  Set<Found> in(Path directory, Connection superuser) throws SQLException, IOException {
    // the log first: a checkpoint lets go of its oldest files
    inFiles(directory.resolve("pg/data/pg_wal"), Instant.MIN);
    try (Statement statement = superuser.createStatement()) {
      statement.execute("checkpoint");
    }
    inTables(superuser);
    return inFiles(directory, Instant.MIN);
  }

  /// What is found in the rows of every table of the database, its catalogue among them.
  Set<Found> inTables(Connection superuser) throws SQLException, IOException {
    List<Copies.Table> tables = new ArrayList<>();
    try (Statement statement = superuser.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select n.nspname, c.relname
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind = 'r' and n.nspname not like 'pg\\_temp%' and n.nspname not like 'pg\\_toast%'
                """)) {
      while (rows.next()) {
        tables.add(new Copies.Table(rows.getString(1), rows.getString(2)));
      }
    }
    for (Copies.Table table : tables) {
      try (Rows rows = new Rows(table.schema() + "." + table.name())) {
        Copies.out(superuser, table, rows);
      }
    }
    return found;
  }

  /// Rows as they come, looked through by the megabyte and never cut within a row.
  private final class Rows extends OutputStream {
    private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();
    private final String table;

    Rows(String table) {
      this.table = table;
    }

    @Override
    public void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] row, int from, int length) {
      gathered.write(row, from, length);
      if (gathered.size() > BLOCK / 4 && length > 0 && row[from + length - 1] == '\n') {
        close();
      }
    }

    @Override
    public void close() {
      undone(gathered.toByteArray(), table, "");
      gathered.reset();
    }
  }

  /// What is found in the files under a directory that were written since a moment.
  Set<Found> inFiles(Path directory, Instant since) throws IOException {
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path one, BasicFileAttributes attributes) {
            // PostgreSQL's own programs, as they were unpacked
            return one.endsWith("pg/bin") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile()
                && !attributes.lastModifiedTime().toInstant().isBefore(since)) {
              inFile(file, directory.relativize(file).toString(), attributes.size());
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
            return goneOrNotOurs(failed);
          }
        });
    return found;
  }

  private static FileVisitResult goneOrNotOurs(IOException failed) throws IOException {
    if (failed instanceof NoSuchFileException || failed instanceof AccessDeniedException) {
      return FileVisitResult.CONTINUE;
    }
    throw failed;
  }

  private void inFile(Path file, String place, long size) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      if (place.endsWith(".zip")) {
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          undone(zip.readAllBytes(), place + "!" + entry.getName(), "");
        }
      } else if (size <= SMALL && !file.toString().contains("/pg/data/")) {
        undone(in.readAllBytes(), place, "");
      } else {
        inStream(in, place);
      }
    } catch (NoSuchFileException | AccessDeniedException gone) {
      goneOrNotOurs(gone);
    }
  }

  /// By the block, each beginning with the end of the one before, so that nothing is cut in two.
  private void inStream(InputStream in, String place) throws IOException {
    byte[] block = new byte[longest + BLOCK];
    int kept = 0;
    for (int read = in.readNBytes(block, 0, BLOCK);
        read > 0;
        read = in.readNBytes(block, kept, BLOCK)) {
      int filled = kept + read;
      asItIs(block, filled, place, "");
      kept = Math.min(longest, filled);
      System.arraycopy(block, filled - kept, block, 0, kept);
    }
  }

  /// What is found in a text that was printed.
  Set<Found> inText(String text, String place) {
    undone(text.getBytes(StandardCharsets.UTF_8), place, "");
    return found;
  }

  private void asItIs(byte[] content, int length, String place, String undone) {
    long window = 0;
    for (int at = 0; at < length; at++) {
      window = window << 8 | content[at] & 0xff;
      int sieved = place(window);
      if ((sieve[sieved >> 6] & 1L << sieved) != 0 && at >= WINDOW - 1) {
        candidates(window, content, at - WINDOW + 1, length, place, undone);
      }
    }
  }

  private void candidates(
      long window, byte[] content, int from, int length, String place, String undone) {
    int at = Arrays.binarySearch(beginnings, window);
    if (at < 0) {
      return;
    }
    while (at > 0 && beginnings[at - 1] == window) {
      at--;
    }
    for (; at < forms.length && beginnings[at] == window; at++) {
      byte[] bytes = forms[at].bytes;
      if (from + bytes.length <= length
          && Arrays.equals(content, from, from + bytes.length, bytes, 0, bytes.length)) {
        found.add(new Found(forms[at].what, forms[at].form + undone, place));
      }
    }
  }

  private static long beginning(byte[] form) {
    if (form.length < WINDOW) {
      throw new IllegalArgumentException("too short to be looked for");
    }
    long beginning = 0;
    for (int at = 0; at < WINDOW; at++) {
      beginning = beginning << 8 | form[at] & 0xff;
    }
    return beginning;
  }

  private static int place(long window) {
    return (int) (window * 0x9E3779B97F4A7C15L >>> 64 - SIEVE);
  }

  /// As it is, and with each kind of escape undone, and so on inwards.
  private void undone(byte[] content, String place, String path) {
    asItIs(content, content.length, place, path);
    if (path.chars().filter(sign -> sign == '<').count() == DEEPEST) {
      return;
    }
    views(content)
        .forEach((name, view) -> {
          if (view.length >= WINDOW) {
            undone(view, place, path + " < " + name);
          }
        });
  }

  private static Map<String, byte[]> views(byte[] content) {
    Map<String, byte[]> views = new LinkedHashMap<>();
    for (int from = 0; from < 2; from++) {
      views.put("hex +" + from, hex(content, from));
    }
    for (int from = 0; from < 4; from++) {
      views.put("base64 +" + from, base64(content, from));
    }
    views.put("escapes", escapes(content));
    return views;
  }

  /// The bytes behind every run of at least sixteen hexadecimal digits.
  private static byte[] hex(byte[] content, int from) {
    ByteArrayOutputStream view = new ByteArrayOutputStream();
    runs(
        content,
        2 * WINDOW,
        Leaks::digit,
        (begin, end) -> {
          for (int at = begin + from; at + 1 < end; at += 2) {
            view.write(digit(content[at]) << 4 | digit(content[at + 1]));
          }
          view.write(0);
        });
    return view.toByteArray();
  }

  /// The bytes behind every run of at least twelve signs of either Base64.
  private static byte[] base64(byte[] content, int from) {
    ByteArrayOutputStream view = new ByteArrayOutputStream();
    runs(
        content,
        12,
        Leaks::sign,
        (begin, end) -> {
          int bits = 0;
          int many = 0;
          for (int at = begin + from; at < end; at++) {
            bits = bits << 6 | sign(content[at]);
            many += 6;
            if (many >= 8) {
              many -= 8;
              view.write(bits >> many);
              bits &= (1 << many) - 1;
            }
          }
          view.write(0);
        });
    return view.toByteArray();
  }

  private interface Value {
    int of(byte one);
  }

  private interface Run {
    void at(int begin, int end);
  }

  private static void runs(byte[] content, int shortest, Value value, Run each) {
    int begin = 0;
    for (int at = 0; at <= content.length; at++) {
      if (at == content.length || value.of(content[at]) < 0) {
        if (at - begin >= shortest) {
          each.at(begin, at);
        }
        begin = at + 1;
      }
    }
  }

  private static int digit(byte one) {
    return one >= '0' && one <= '9'
        ? one - '0'
        : one >= 'a' && one <= 'f'
            ? one - 'a' + 10
            : one >= 'A' && one <= 'F' ? one - 'A' + 10 : -1;
  }

  private static int sign(byte one) {
    if (one >= 'A' && one <= 'Z') {
      return one - 'A';
    }
    if (one >= 'a' && one <= 'z') {
      return one - 'a' + 26;
    }
    if (one >= '0' && one <= '9') {
      return one - '0' + 52;
    }
    return one == '+' || one == '-' ? 62 : one == '/' || one == '_' ? 63 : -1;
  }

  /// The content with the escapes of JSON (four digits) and of addresses (percent and two digits)
  /// undone, and without the backslashes that `COPY` doubles; empty when there is nothing of the
  /// kind.
  private static byte[] escapes(byte[] content) {
    ByteArrayOutputStream view = new ByteArrayOutputStream(content.length);
    boolean any = false;
    for (int at = 0; at < content.length; at++) {
      byte one = content[at];
      if (one == '%' && number(content, at + 1, 2) >= 0) {
        view.write(number(content, at + 1, 2));
        at += 2;
        any = true;
      } else if (one == '\\'
          && at + 1 < content.length
          && content[at + 1] == 'u'
          && number(content, at + 2, 4) >= 0) {
        byte[] letter =
            Character.toString(number(content, at + 2, 4)).getBytes(StandardCharsets.UTF_8);
        view.write(letter, 0, letter.length);
        at += 5;
        any = true;
      } else if (one == '\\' && at + 1 < content.length && content[at + 1] == '\\') {
        any = true;
      } else {
        view.write(one);
      }
    }
    return any ? view.toByteArray() : new byte[0];
  }

  private static int number(byte[] content, int from, int digits) {
    int number = 0;
    for (int at = from; at < from + digits; at++) {
      if (at >= content.length || digit(content[at]) < 0) {
        return -1;
      }
      number = number << 4 | digit(content[at]);
    }
    return number;
  }
}
