package se.fristad.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Checks the whole log against the public keys. Needs a connection as `f_log` and nothing else of
/// the program, so that a reviewer can run it from a machine of her own.
///
/// It reads in one snapshot and may run beside the sealing. Gaps in the numbers of lines mean
/// nothing: a transaction that was rolled back leaves one.
public final class Verification {
  /// The most findings that are named; the first is what matters.
  static final int MOST_FINDINGS = 20;

  private static final int ROWS_AT_A_TIME = 500;

  private final Connection connection;
  private final PublicKeys sealers;
  private final PublicKeys writers;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<Integer, Long> horizons = new HashMap<>();
  private int lastSegment;
  private long seals;
  private long lines;
  private long unsealed;

  private Verification(Connection connection, PublicKeys sealers, PublicKeys writers) {
    this.connection = connection;
    this.sealers = sealers;
    this.writers = writers;
  }

  /// The outcome.
  ///
  /// @param findings what is wrong, the first first; empty when all is well
  /// @param seals how many seals were checked
  /// @param lines how many sealed lines were checked
  /// @param unsealed how many lines wait for their seal
  record Verdict(List<Finding> findings, long seals, long lines, long unsealed) {
    /// Whether nothing is wrong.
    public boolean passes() {
      return findings.isEmpty();
    }
  }

  /// Checks the log.
  ///
  /// @param connection as `f_log`; left with its transaction rolled back
  /// @param sealers who may sign seals ([AuditKeys#sealers])
  /// @param writers who may write lines ([AuditKeys#writers])
  /// @param checkpoints lines of a checkpoint file; empty when there is none
  /// @throws SQLException when the database cannot be read
  static Verdict of(
      Connection connection, PublicKeys sealers, PublicKeys writers, List<String> checkpoints)
      throws SQLException {
    boolean automatic = connection.getAutoCommit();
    int isolation = connection.getTransactionIsolation();
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    try {
      return new Verification(connection, sealers, writers).check(checkpoints);
    } finally {
      connection.rollback();
      connection.setTransactionIsolation(isolation);
      connection.setAutoCommit(automatic);
    }
  }

  /// The command: checks, prints sentences, gives the exit code.
  ///
  /// @param keys the directory with `log.pub` and `line.pub`
  /// @param checkpoint a checkpoint file, if one is at hand
  /// @return 0 when all is well, 1 when something is wrong
  /// @throws IOException when a key or the checkpoint file cannot be read
  /// @throws SQLException when the database cannot be read
  public static int run(
      Connection connection, Path keys, @Nullable Path checkpoint, Locale locale, PrintStream out)
      throws IOException, SQLException {
    List<String> checkpoints = checkpoint == null ? List.of() : Files.readAllLines(checkpoint);
    Verdict verdict = of(connection, AuditKeys.sealers(keys), AuditKeys.writers(keys), checkpoints);
    verdict.findings().forEach(finding -> out.println(VerdictInWords.sentence(finding, locale)));
    out.println(VerdictInWords.sentence(verdict, locale));
    return verdict.passes() ? 0 : 1;
  }

  private Verdict check(List<String> checkpoints) throws SQLException {
    Chain chain = checkSeals();
    checkSealedLines();
    checkUnsealedLines();
    checkCopies();
    checkCheckpoints(checkpoints, chain);
    return new Verdict(List.copyOf(findings), seals, lines, unsealed);
  }

  /// The roots and counts of all seals, for the checkpoints.
  private record Chain(Map<Long, byte[]> roots, Map<Long, Long> counts, long last) {}

  private Chain checkSeals() throws SQLException {
    Map<Integer, SealRows.SegmentRow> segments = readSegments();
    Map<Long, byte[]> roots = new HashMap<>();
    Map<Long, Long> counts = new HashMap<>();
    byte[] previous = Seal.beginning();
    int segment = 0;
    long expected = 1;
    long sum = 0;
    try (PreparedStatement statement =
            prepare(
                """
                SELECT number, segment, horizon::text AS horizon, ids, leaves, previous, root, signature, at
                FROM audit.seal ORDER BY number
                """);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        long number = row.getLong("number");
        for (; expected < number; expected++) {
          found(new Finding.SealRemoved(expected));
          if (findings.size() >= MOST_FINDINGS) {
            break;
          }
        }
        boolean gap = expected != number || (number > 1 && !roots.containsKey(number - 1));
        int inSegment = row.getInt("segment");
        long horizon = Long.parseUnsignedLong(row.getString("horizon"));
        byte[] root = row.getBytes("root");
        byte[] before = row.getBytes("previous");
        Long[] ids = (Long[]) row.getArray("ids").getArray();
        byte[][] leaves = (byte[][]) row.getArray("leaves").getArray();
        Fields fields = Seal.head(number, inSegment, horizon, LineRows.instant(row, "at"), before);
        for (int i = 0; i < ids.length; i++) {
          fields.add(ids[i].longValue()).add(leaves[i]);
        }
        if (!Arrays.equals(fields.sha256(), root)
            || !Seal.isSigned(sealers, root, row.getBytes("signature"))
            || !(gap || Arrays.equals(before, previous))
            || inSegment < segment) {
          found(new Finding.SealAltered(number));
        }
        for (; segment < inSegment; segment++) {
          checkSegment(segments.get(segment + 1), segment + 1, before);
        }
        horizons.put(inSegment, horizon);
        sum += ids.length;
        roots.put(number, root);
        counts.put(number, sum);
        previous = root;
        expected = number + 1;
        seals++;
      }
    }
    int highest = segments.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
    for (; segment < highest; segment++) {
      checkSegment(segments.get(segment + 1), segment + 1, previous);
    }
    lastSegment = highest;
    return new Chain(roots, counts, expected - 1);
  }

  private Map<Integer, SealRows.SegmentRow> readSegments() throws SQLException {
    Map<Integer, SealRows.SegmentRow> segments = new HashMap<>();
    try (PreparedStatement statement =
            prepare(
                """
                SELECT number, begun_at, horizon::text AS horizon, last_root, signature
                FROM audit.segment ORDER BY number
                """);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        SealRows.SegmentRow segment = SealRows.segment(row);
        segments.put(segment.number(), segment);
      }
    }
    return segments;
  }

  private void checkSegment(
      SealRows.@Nullable SegmentRow segment, int number, byte[] endOfTheOneBefore) {
    if (segment == null || !Arrays.equals(segment.lastRoot(), endOfTheOneBefore)) {
      found(new Finding.SegmentAltered(number));
      return;
    }
    // The first has nothing before it; its lines are held by the first seal.
    byte[] signature = segment.signature();
    if (number > 1
        && (signature == null
            || !sealers.signed(
                Seal.segmentToSign(
                    number, segment.begunAt(), segment.horizon(), segment.lastRoot()),
                signature))) {
      found(new Finding.SegmentAltered(number));
    }
  }

  private void checkSealedLines() throws SQLException {
    try (PreparedStatement statement =
            prepare(
                "SELECT s.number AS seal, s.at AS sealed_at, u.id AS sealed_id, u.leaf, "
                    + LineRows.COLUMNS
                    + """
                    FROM audit.seal s
                    CROSS JOIN LATERAL unnest(s.ids, s.leaves) WITH ORDINALITY AS u (id, leaf, place)
                    LEFT JOIN audit.line l ON l.id = u.id
                    ORDER BY s.number, u.place
                    """);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        long id = row.getLong("sealed_id");
        long seal = row.getLong("seal");
        lines++;
        if (row.getString("xid") == null) {
          found(new Finding.Removed(id, seal, LineRows.instant(row, "sealed_at")));
          continue;
        }
        StoredLine line = read(row);
        if (line == null) {
          found(new Finding.Altered(id, null, seal));
        } else if (!Arrays.equals(line.leaf(), row.getBytes("leaf"))) {
          found(new Finding.Altered(id, line.at(), seal));
        } else if (!line.wasWrittenByANode(writers)) {
          found(new Finding.Added(id, line.at()));
        }
      }
    }
  }

  private void checkUnsealedLines() throws SQLException {
    try (PreparedStatement statement =
            prepare(
                "SELECT "
                    + LineRows.COLUMNS
                    + """
                    FROM audit.line l
                    WHERE NOT EXISTS (
                      SELECT FROM audit.seal s CROSS JOIN LATERAL unnest(s.ids) AS u (id) WHERE u.id = l.id)
                    ORDER BY l.id
                    """);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        StoredLine line = read(row);
        boolean waits =
            line != null
                && line.segment() == lastSegment
                && Long.compareUnsigned(line.xid(), horizons.getOrDefault(line.segment(), 0L)) >= 0
                && line.wasWrittenByANode(writers);
        if (waits) {
          unsealed++;
        } else {
          found(new Finding.Added(row.getLong("id"), LineRows.instant(row, "at")));
        }
      }
    }
  }

  /// A line copied with its mark: the table refuses it while the owner leaves its constraints
  /// standing.
  private void checkCopies() throws SQLException {
    try (PreparedStatement statement =
            prepare(
                """
                SELECT min(l.id) AS original, max(l.id) AS copy
                FROM audit.line l GROUP BY l.mark HAVING count(*) > 1 ORDER BY 2
                """);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        found(new Finding.Doubled(row.getLong("copy"), row.getLong("original")));
      }
    }
  }

  private void checkCheckpoints(List<String> texts, Chain chain) {
    for (int i = 0; i < texts.size(); i++) {
      if (texts.get(i).isBlank()) {
        continue;
      }
      Checkpoint checkpoint;
      try {
        checkpoint = Checkpoint.of(texts.get(i));
      } catch (IllegalArgumentException malformed) {
        found(new Finding.CheckpointAltered(i + 1));
        continue;
      }
      if (!checkpoint.isSigned(sealers)) {
        found(new Finding.CheckpointAltered(i + 1));
        continue;
      }
      byte[] root = chain.roots().get(checkpoint.number());
      if (root == null && checkpoint.number() > chain.last()) {
        found(
            new Finding.CutTail(
                checkpoint.number(), chain.last(), checkpoint.at(), checkpoint.lines()));
      } else if (root != null
          && (!Arrays.equals(root, checkpoint.root())
              || chain.counts().getOrDefault(checkpoint.number(), 0L) != checkpoint.lines())) {
        found(new Finding.OtherHistory(checkpoint.number(), checkpoint.at()));
      }
    }
  }

  /// The line; none when it holds what no program of ours could have written.
  private static @Nullable StoredLine read(ResultSet row) throws SQLException {
    try {
      return LineRows.read(row);
    } catch (RuntimeException notALine) {
      return null;
    }
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setFetchSize(ROWS_AT_A_TIME);
    return statement;
  }

  private void found(Finding finding) {
    if (findings.size() < MOST_FINDINGS) {
      findings.add(finding);
    }
  }
}
