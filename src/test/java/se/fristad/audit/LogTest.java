package se.fristad.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// The log is written by one function only, sealed late commits included, and what is done to it by
/// hand is named (point 5 of the order of proof in the security decisions).
class LogTest {
  private static final String MARK = "decode(repeat('00', 80), 'hex')";

  private static Cluster cluster;
  private LogBook book;

  @BeforeAll
  static void start() {
    cluster = new Cluster();
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @BeforeEach
  void open() {
    book = new LogBook(cluster);
  }

  @Test
  void what_is_written_is_sealed_and_verifies() {
    book.write();
    book.write();
    assertThat(book.seal()).isEqualTo(new Batch.Sealed(1, 2));
    assertThat(book.seal()).isEqualTo(new Batch.NothingNew());
    book.write();
    assertThat(book.seal()).isEqualTo(new Batch.Sealed(2, 1));
    book.write();

    LogBook.Said said = book.verify();

    assertThat(said.exit()).isZero();
    assertThat(said.text()).contains("3 rader i 2 sigill stämmer, 1 rader väntar");
  }

  @Test
  void a_line_that_commits_after_the_seal_of_later_ones_is_in_the_next_batch() throws Exception {
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch mayCommit = new CountDownLatch(1);
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<Long> late =
          other.submit(() ->
              book.in(
                  Side.PERPETRATOR,
                  () -> {
                    long id = book.log.append(LogBook.line("late"));
                    written.countDown();
                    await(mayCommit);
                    return id;
                  }));
      await(written);
      long quick = book.write();
      Batch first = book.seal();
      mayCommit.countDown();
      assertThat(late.get()).isLessThan(quick);
      Batch second = book.seal();

      assertThat(first).isEqualTo(new Batch.NothingNew());
      assertThat(second).isEqualTo(new Batch.Sealed(1, 2));
    }
    assertThat(book.verify().exit()).isZero();
  }

  @Test
  void a_late_line_after_a_sealed_batch_is_not_passed_by() throws Exception {
    long before = book.write();
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch mayCommit = new CountDownLatch(1);
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<Long> late =
          other.submit(() ->
              book.in(
                  Side.SHELTER,
                  () -> {
                    long id = book.log.append(LogBook.line("late"));
                    written.countDown();
                    await(mayCommit);
                    return id;
                  }));
      await(written);
      book.write();
      assertThat(book.seal()).as("only what lies before it").isEqualTo(new Batch.Sealed(1, 1));
      mayCommit.countDown();
      assertThat(late.get()).isGreaterThan(before);
      assertThat(book.seal()).isEqualTo(new Batch.Sealed(2, 2));
    }
    LogBook.Said said = book.verify();
    assertThat(said.text()).contains("3 rader i 2 sigill stämmer, 0 rader väntar");
    assertThat(said.exit()).isZero();
  }

  @Test
  void two_who_seal_at_once_make_one_chain() throws Exception {
    for (int i = 0; i < 20; i++) {
      book.write();
      try (ExecutorService both = Executors.newFixedThreadPool(2)) {
        for (Future<Batch> one : both.invokeAll(List.<Callable<Batch>>of(book::seal, book::seal))) {
          assertThat(one.get()).isNotNull();
        }
      }
    }
    book.seal();
    LogBook.Said said = book.verify();
    assertThat(said.text()).contains("20 rader i 20 sigill stämmer, 0 rader väntar");
    assertThat(said.exit()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "staff = gen_random_uuid()",
        "staff = NULL",
        "organisation = 'polis'",
        "role = 'head'",
        "act = 'list'",
        "kind = 'thread'",
        "subject = gen_random_uuid()",
        "purpose = 'other'",
        "outcome = 'not_there'",
        "ids = ARRAY[gen_random_uuid()]",
        "version = 3",
        "hash = sha256('x')",
        "at = at + interval '1 microsecond'",
        "claimed_at = claimed_at - interval '1 hour'",
        "login = 'f_shelter'",
        "xid = xid8 '1'",
        "mark = sha256('x') || sha256('y') || substring(sha256('z') for 16)"
      })
  void a_line_altered_by_hand_is_named(String change) {
    book.write();
    long altered = book.write();
    book.write();
    book.seal();
    book.byHand("UPDATE audit.line SET " + change + " WHERE id = " + altered);

    LogBook.Said said = book.verify();

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.text()).startsWith("Rad " + altered + " har ändrats.");
  }

  @Test
  void a_line_altered_to_free_text_is_named() {
    long altered = book.write();
    book.seal();
    book.byHand("ALTER TABLE audit.line DROP CONSTRAINT line_act_check");
    book.byHand("UPDATE audit.line SET act = 'Hon bor på Storgatan'");

    LogBook.Said said = book.verify();

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.text()).startsWith("Rad " + altered + " har ändrats till något");
  }

  @Test
  void a_line_altered_before_its_seal_is_named() {
    long altered = book.write();
    book.byHand("UPDATE audit.line SET staff = gen_random_uuid() WHERE id = " + altered);
    assertThat(book.verify().text()).startsWith("Rad " + altered + " har lagts till för hand.");
    book.seal();
    assertThat(book.verify().exit()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"xid8 '1'", "pg_current_xact_id()", "(SELECT xid FROM audit.line WHERE id = 2)"})
  void a_line_added_by_hand_is_named(String xid) {
    book.write();
    book.write();
    book.seal();
    book.byHand(forged(xid, MARK));

    assertAdded(book.verify());
    book.seal();
    assertAdded(book.verify());
  }

  @Test
  void a_line_copied_with_its_mark_is_refused_and_without_that_named() {
    book.write();
    book.write();
    book.seal();
    String copy =
        forged("pg_current_xact_id()", "(SELECT mark FROM audit.line WHERE id = 1)")
            .replace(
                "gen_random_uuid(), 'socialtjanst'",
                "(SELECT staff FROM audit.line WHERE id = 1), 'socialtjanst'");
    assertThatThrownBy(() -> book.byHand(copy)).hasMessageContaining("line_mark_key");
    book.byHand("ALTER TABLE audit.line DROP CONSTRAINT line_mark_key");
    book.byHand(
        """
        INSERT INTO audit.line (segment, xid, at, claimed_at, login, staff, organisation, role, act, kind,
                                subject, purpose, outcome, ids, version, hash, mark)
        SELECT segment, pg_current_xact_id(), clock_timestamp(), claimed_at, login, staff, organisation, role, act,
               kind, subject, purpose, outcome, ids, version, hash, mark
        FROM audit.line WHERE id = 1
        """);
    book.seal();

    LogBook.Said said = book.verify();

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.text()).contains("är en kopia av rad 1.");
  }

  @Test
  void a_line_removed_by_hand_is_named() {
    book.write();
    long removed = book.write();
    book.write();
    book.seal();
    book.byHand("DELETE FROM audit.line WHERE id = " + removed);

    LogBook.Said said = book.verify();

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.text()).startsWith("Rad " + removed + " har tagits bort.");
  }

  @Test
  void a_line_rolled_back_leaves_a_gap_that_means_nothing() {
    book.write();
    assertThatThrownBy(() ->
            book.in(
                Side.SUPPORT,
                () -> {
                  book.log.append(LogBook.line("open"));
                  throw new IllegalStateException("the act failed");
                }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(book.write()).isEqualTo(3);
    book.seal();
    assertThat(book.verify().exit()).isZero();
  }

  @Test
  void a_seal_altered_or_removed_is_named() {
    for (int i = 0; i < 3; i++) {
      book.write();
      book.seal();
    }
    book.byHand("CREATE TABLE audit.kept AS SELECT * FROM audit.seal");
    book.byHand("DELETE FROM audit.seal WHERE number = 2");
    assertThat(book.verify().text()).startsWith("Sigill 2 har tagits bort.");
    book.byHand("INSERT INTO audit.seal SELECT * FROM audit.kept WHERE number = 2");
    assertThat(book.verify().exit()).isZero();
    book.byHand("UPDATE audit.seal SET leaves = ARRAY[sha256('x')] WHERE number = 2");
    assertThat(book.verify().text()).startsWith("Sigill 2 har ändrats");
  }

  @Test
  void a_seal_signed_with_another_key_is_named() throws IOException {
    book.write();
    book.seal();
    Files.writeString(book.directory.resolve("log.pub"), SigningKey.fresh().published());
    assertThat(book.verify().text()).startsWith("Sigill 1 har ändrats");
  }

  @Test
  void a_cut_tail_is_found_by_the_checkpoint() {
    book.write();
    book.seal();
    book.write();
    book.seal();
    book.checkpoint();
    assertThat(book.verify(book.checkpointFile()).exit()).isZero();
    book.byHand("DELETE FROM audit.seal WHERE number = 2");
    book.byHand("DELETE FROM audit.line WHERE id = 2");

    assertThat(book.verify().exit()).as("the table alone shows nothing").isZero();
    LogBook.Said said = book.verify(book.checkpointFile());
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.text()).contains("loggen slutar vid sigill 1", "känner sigill 2 och 2 rader");
  }

  @Test
  void a_table_put_back_and_written_on_is_found_by_the_checkpoint() {
    book.write();
    book.seal();
    book.write();
    book.seal();
    book.checkpoint();
    book.byHand("DELETE FROM audit.seal WHERE number = 2");
    book.byHand("DELETE FROM audit.line WHERE id = 2");
    book.write();
    book.seal();

    assertThat(book.verify().exit()).isZero();
    LogBook.Said said = book.verify(book.checkpointFile());
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.text()).startsWith("Loggen har skrivits om: sigill 2");
  }

  @Test
  void an_altered_checkpoint_is_named() throws IOException {
    book.write();
    book.seal();
    book.checkpoint();
    book.checkpoint();
    String text = Files.readString(book.checkpointFile());
    assertThat(text.lines()).hasSize(2);
    assertThat(Files.readString(book.directory.resolve("here").resolve(Checkpoints.FILE)))
        .isEqualTo(text);
    Files.writeString(book.checkpointFile(), text.replaceFirst(" 1 1 ", " 1 7 "));
    assertThat(book.verify(book.checkpointFile()).text()).startsWith("Rad 1 i kontrollpunktsfilen");
    Files.writeString(book.checkpointFile(), "nonsense\n");
    assertThat(book.verify(book.checkpointFile()).exit()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"f_front", "f_support", "f_shelter", "f_perpetrator", "f_conference", "f_log"})
  void no_login_touches_a_line_by_itself(String login) throws SQLException {
    book.write();
    book.seal();
    try (Connection connection = cluster.as(book.database, login).getConnection();
        Statement statement = connection.createStatement()) {
      assertRefused(statement, forged("pg_current_xact_id()", MARK));
      for (String table : List.of("line", "seal", "segment")) {
        assertRefused(statement, "UPDATE audit." + table + " SET segment = segment");
        assertRefused(statement, "UPDATE audit." + table + " SET number = number");
        assertRefused(statement, "DELETE FROM audit." + table);
        assertRefused(statement, "TRUNCATE audit." + table + " CASCADE");
        assertRefused(statement, "SELECT * FROM audit." + table + " FOR UPDATE");
        if (!login.equals("f_log")) {
          assertRefused(statement, "SELECT count(*) FROM audit." + table);
          assertRefused(statement, "INSERT INTO audit." + table + " DEFAULT VALUES");
        }
      }
      assertRefused(statement, "SELECT nextval('audit.line_id_seq')");
      assertRefused(statement, "ALTER TABLE audit.line DISABLE TRIGGER ALL");
      assertRefused(statement, "CREATE TABLE audit.mine (id int)");
      if (login.equals("f_front")) {
        assertRefused(statement, append("'open'", "'intake'"));
      } else {
        statement.execute(append("'open'", "'intake'"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hon bor på Storgatan",
        "hon bor",
        "",
        "Åsa",
        "a\nb",
        "0123456789012345678901234567890123456789012345678901234567890123456789"
      })
  void free_text_does_not_fit(String words) throws SQLException {
    try (Connection connection = cluster.as(book.database, "f_support").getConnection();
        Statement statement = connection.createStatement()) {
      String quoted = "'" + words + "'";
      assertThatThrownBy(() -> statement.execute(append(quoted, "'intake'")))
          .hasMessageContaining("check constraint");
      assertThatThrownBy(() -> statement.execute(append("'open'", quoted)))
          .hasMessageContaining("check constraint");
    }
    assertThatThrownBy(() -> LogBook.line(words))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("act is not a code");
  }

  @Test
  void the_database_says_who_and_when() throws SQLException {
    book.write();
    AuditTrail.Shown line =
        Sides.on(Side.LOG, () -> book.trail.page(AuditTrail.Filter.none(), 0, 10))
            .lines()
            .getFirst();
    assertThat(line.login()).isEqualTo("f_support");
    assertThat(line.sealed()).isFalse();
  }

  @Test
  void no_line_is_written_outside_a_transaction() {
    assertThatThrownBy(() -> Sides.on(Side.SUPPORT, () -> book.log.append(LogBook.line("open"))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void the_reviewer_finds_lines_by_person_record_act_and_day() {
    UUID staff = UUID.randomUUID();
    UUID shown = UUID.randomUUID();
    book.write(
        LogLine.about(
            staff, "polis", "police", "open", "intake", null, "handle", Outcome.NOT_THERE));
    book.write(
        new LogLine(
            staff,
            "polis",
            "police",
            "list",
            "intake",
            null,
            "handle",
            Outcome.READ,
            List.of(UUID.randomUUID(), shown),
            null,
            null));
    book.write();
    book.seal();
    book.write(
        new LogLine(
            null,
            null,
            null,
            "write",
            "intake",
            shown,
            "handle",
            Outcome.DONE,
            List.of(),
            2,
            new byte[32]));
    ZoneId zone = ZoneId.of("Europe/Stockholm");

    AuditTrail.Page all = read(new AuditTrail.Filter(null, null, null, null, zone));
    assertThat(all.total()).isEqualTo(4);
    assertThat(all.lines()).extracting(AuditTrail.Shown::number).containsExactly(4L, 3L, 2L, 1L);
    assertThat(all.lines())
        .extracting(AuditTrail.Shown::sealed)
        .containsExactly(false, true, true, true);
    assertThat(all.outcomes().get(Outcome.NOT_THERE)).isEqualTo(1);
    assertThat(read(new AuditTrail.Filter(staff, null, null, null, zone)).total()).isEqualTo(2);
    assertThat(read(new AuditTrail.Filter(null, shown, null, null, zone)).lines())
        .extracting(AuditTrail.Shown::number)
        .containsExactly(4L, 2L);
    assertThat(read(new AuditTrail.Filter(null, null, "list", null, zone)).total()).isEqualTo(1);
    assertThat(
            read(new AuditTrail.Filter(null, null, null, LocalDate.now(zone).plusDays(2), zone))
                .total())
        .isZero();
    assertThat(Sides.on(Side.LOG, book.trail::state).unsealed()).isEqualTo(1);
  }

  @Test
  void a_restore_begins_a_new_segment_and_verifies() throws Exception {
    SigningKey seals = SigningKey.fresh();
    SigningKey marks = SigningKey.fresh();
    LogBook old = new LogBook(cluster, seals, marks);
    try (Connection connection = cluster.as(old.database, "f_support").getConnection();
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < 500; i++) {
        statement.execute("SELECT pg_current_xact_id()");
      }
    }
    old.write();
    old.seal();
    old.write();
    old.checkpoint();
    try (Cluster another = new Cluster()) {
      LogBook restored = new LogBook(another, seals, marks);
      copy(old, restored);
      restored.write();
      assertThatThrownBy(restored::seal).isInstanceOf(Sealing.RestoredCluster.class);
      restored.byHand("DELETE FROM audit.line WHERE id = 3");

      assertThat(Sides.on(Side.LOG, restored.segments::beginAfterRestore)).isEqualTo(2);
      restored.write();
      assertThat(restored.seal()).isEqualTo(new Batch.Sealed(3, 1));

      LogBook.Said said = restored.verify(old.checkpointFile());
      assertThat(said.text()).contains("3 rader i 3 sigill stämmer, 0 rader väntar");
      assertThat(said.exit()).isZero();

      restored.byHand("UPDATE audit.segment SET last_root = sha256('x') WHERE number = 2");
      assertThat(restored.verify().text()).startsWith("Segment 2 har ändrats");
    }
  }

  private AuditTrail.Page read(AuditTrail.Filter filter) {
    return Sides.on(Side.LOG, () -> book.trail.page(filter, 0, 50));
  }

  private static void copy(LogBook from, LogBook to) throws SQLException, IOException {
    to.byHand("TRUNCATE audit.line, audit.seal, audit.segment");
    try (Connection source = from.cluster.as(from.database, "f_owner").getConnection();
        Connection target = to.cluster.as(to.database, "f_owner").getConnection();
        Statement statement = target.createStatement()) {
      CopyManager out = source.unwrap(PGConnection.class).getCopyAPI();
      CopyManager in = target.unwrap(PGConnection.class).getCopyAPI();
      for (String table : List.of("segment", "line", "seal")) {
        java.io.StringWriter rows = new java.io.StringWriter();
        out.copyOut("COPY audit." + table + " TO STDOUT", rows);
        in.copyIn("COPY audit." + table + " FROM STDIN", new java.io.StringReader(rows.toString()));
      }
      statement.execute("SELECT setval('audit.line_id_seq', (SELECT max(id) FROM audit.line))");
    }
  }

  private static void assertAdded(LogBook.Said said) {
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.text()).startsWith("Rad 3 har lagts till för hand.");
  }

  private static void assertRefused(Statement statement, String sql) {
    assertThatThrownBy(() -> statement.execute(sql))
        .as(sql)
        .isInstanceOf(SQLException.class)
        .hasMessageMatching("(?s).*(permission denied|must be owner|does not exist).*");
  }

  private static String forged(String xid, String mark) {
    return """
    INSERT INTO audit.line (segment, xid, at, claimed_at, login, staff, organisation, role, act, kind,
                            subject, purpose, outcome, ids, mark)
    VALUES (1, %s, clock_timestamp(), clock_timestamp(), 'f_support', gen_random_uuid(), 'socialtjanst',
            'caseworker', 'open', 'intake', gen_random_uuid(), 'handle', 'read', '{}', %s)
    """
        .formatted(xid, mark);
  }

  private static String append(String act, String kind) {
    return "SELECT audit.append(now(), NULL, NULL, NULL, "
        + act
        + ", "
        + kind
        + ", NULL, 'handle', 'read', '{}', NULL, NULL, "
        + MARK
        + ")";
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
