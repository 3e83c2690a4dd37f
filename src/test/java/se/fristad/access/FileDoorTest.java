package se.fristad.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.fristad.house.FristadTest;
import se.fristad.house.TestHouse;
import se.fristad.vault.Side;
import se.fristad.vault.Sides;

/// The one door to a file: decision, work and log line in one transaction; *not there* and *not for
/// you* are one way.
@FristadTest
@Import({FileDoorTest.Folders.class, DeskPages.class})
@DisplayName("The one door to a file")
class FileDoorTest {
  private static final UUID THERE = UUID.randomUUID();
  private static final UUID HERS = UUID.randomUUID();
  private static final List<String> STATEMENTS = new ArrayList<>();
  @Autowired private FileDoor door;
  @Autowired private JdbcClient sql;
  private final Owner owner = new Owner(TestHouse.shared());
  private final Viewer viewer = new Viewer(HERS, "centre", Role.RECEPTION);

  /// The folders of the tests: one exists, and it is for one person.
  @TestConfiguration
  static class Folders {
    @Bean
    FileRule folders() {
      return new FileRule() {
        @Override
        public String kind() {
          return "folder";
        }

        @Override
        public Relation relationOf(Viewer who, UUID id) {
          STATEMENTS.add("relation");
          return id.equals(THERE) && who.staff().equals(HERS) ? Relation.MINE : Relation.NONE;
        }

        @Override
        public boolean allows(Viewer who, Relation relation, Purpose purpose) {
          STATEMENTS.add("rule");
          return relation == Relation.MINE;
        }
      };
    }
  }

  private static @Nullable String read(Permit permit) {
    STATEMENTS.add("read");
    return permit.id().equals(THERE) ? "what stands in it" : null;
  }

  private Opened<String> open(Viewer who, UUID id) {
    return Sides.on(
        Side.SUPPORT,
        () -> door.open(who, new FileRef("folder", id), Purpose.ANSWERING, FileDoorTest::read));
  }

  private String outcome(UUID staff, UUID subject) {
    return owner
        .sql()
        .sql(
            "SELECT outcome FROM audit.line WHERE staff = ? AND subject = ? ORDER BY id DESC LIMIT 1")
        .params(staff, subject)
        .query(String.class)
        .single();
  }

  @Test
  void who_may_reads_and_it_stands_in_the_log() {
    assertThat(open(viewer, THERE)).isEqualTo(new Opened.Value<>("what stands in it"));
    assertThat(outcome(HERS, THERE)).isEqualTo("read");
  }

  @Test
  void not_there_and_not_for_you_run_the_same_and_leave_the_same_line() {
    Viewer other = new Viewer(UUID.randomUUID(), "centre", Role.RECEPTION);
    STATEMENTS.clear();
    assertThat(open(other, THERE)).isEqualTo(new Opened.NotThere<>());
    List<String> notForYou = List.copyOf(STATEMENTS);
    UUID nowhere = UUID.randomUUID();
    STATEMENTS.clear();
    assertThat(open(other, nowhere)).isEqualTo(new Opened.NotThere<>());
    assertThat(STATEMENTS).isEqualTo(notForYou).containsExactly("relation", "rule", "read");
    assertThat(outcome(other.staff(), THERE)).isEqualTo("not_there");
    assertThat(outcome(other.staff(), nowhere)).isEqualTo("not_there");
  }

  @Test
  void the_work_of_one_who_may_not_never_sees_the_real_id() {
    Viewer other = new Viewer(UUID.randomUUID(), "centre", Role.RECEPTION);
    List<UUID> seen = new ArrayList<>();
    Sides.run(
        Side.SUPPORT,
        () ->
            door.open(
                other,
                new FileRef("folder", THERE),
                Purpose.ANSWERING,
                permit -> {
                  seen.add(permit.id());
                  return "a work that finds something anyway";
                }));
    assertThat(seen).hasSize(1).doesNotContain(THERE);
    assertThat(open(other, THERE)).isInstanceOf(Opened.NotThere.class);
  }

  @Test
  void a_role_of_another_side_finds_nothing_whatever_the_owner_says() {
    Viewer changeWorker = new Viewer(HERS, "centre", Role.CHANGE_WORKER);
    assertThat(open(changeWorker, THERE)).isInstanceOf(Opened.NotThere.class);
    assertThat(open(new Viewer(HERS, "centre", Role.ADMINISTRATOR), THERE))
        .isInstanceOf(Opened.NotThere.class);
  }

  @Test
  void the_value_is_handed_out_only_after_the_line_is_committed() {
    List<Boolean> committed = new ArrayList<>();
    Opened<String> opened =
        Sides.on(
            Side.SUPPORT,
            () ->
                door.open(
                    viewer,
                    new FileRef("folder", THERE),
                    Purpose.ANSWERING,
                    permit -> {
                      assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                          .isTrue();
                      assertThat(TransactionSynchronizationManager.isCurrentTransactionReadOnly())
                          .isFalse();
                      TransactionSynchronizationManager.registerSynchronization(
                          new TransactionSynchronization() {
                            @Override
                            public void afterCommit() {
                              committed.add(true);
                            }
                          });
                      return "x";
                    }));
    assertThat(committed).containsExactly(true);
    assertThat(opened).isInstanceOf(Opened.Value.class);
  }

  @Test
  void when_the_line_cannot_be_written_nothing_is_read() {
    Viewer unwritable = new Viewer(HERS, "Ett namn i klartext", Role.RECEPTION);
    assertThatThrownBy(() -> open(unwritable, THERE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("klartext");
  }

  @Test
  void a_write_leaves_version_and_hash_in_the_log() {
    byte[] hash = Secrets.sha256(new byte[] {1});
    Opened<String> written =
        Sides.on(
            Side.SUPPORT,
            () ->
                door.write(
                    viewer,
                    new FileRef("folder", THERE),
                    Purpose.ANSWERING,
                    "answer",
                    permit -> Written.sealed("done", 7, new byte[] {1})));
    assertThat(written).isEqualTo(new Opened.Value<>("done"));
    assertThat(
            owner.count(
                "audit.line",
                "staff = ? AND act = 'answer' AND outcome = 'done' AND version = 7 AND hash = ?",
                HERS,
                hash))
        .isGreaterThanOrEqualTo(1);
  }

  @Test
  void a_refusal_undoes_what_was_written_and_has_a_line_of_its_own() {
    UUID row = UUID.randomUUID();
    Opened<String> refused =
        Sides.on(
            Side.SUPPORT,
            () ->
                door.write(
                    viewer,
                    new FileRef("folder", THERE),
                    Purpose.ANSWERING,
                    "refuse",
                    permit -> {
                      sql.sql("insert into intake.awaiting (thread, closed_at) values (?, now())")
                          .param(row)
                          .update();
                      return Written.refused("against the law");
                    }));
    assertThat(refused).isEqualTo(new Opened.Value<>("against the law"));
    assertThat(owner.count("intake.awaiting", "thread = ?", row)).isZero();
    assertThat(
            owner.count("audit.line", "staff = ? AND act = 'refuse' AND outcome = 'refused'", HERS))
        .isEqualTo(1);
    assertThat(owner.count("audit.line", "act = 'refuse' AND outcome = 'done'")).isZero();
  }

  @Test
  void a_write_without_a_permit_is_undone() {
    Viewer other = new Viewer(UUID.randomUUID(), "centre", Role.RECEPTION);
    assertThatThrownBy(() ->
            Sides.run(
                Side.SUPPORT,
                () ->
                    door.write(
                        other,
                        new FileRef("folder", THERE),
                        Purpose.ANSWERING,
                        "answer",
                        permit -> Written.plain("done", 1))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(owner.count("audit.line", "staff = ?", other.staff())).isZero();
  }

  @Test
  void a_list_is_one_line_with_the_ids_that_were_shown() {
    UUID one = UUID.randomUUID();
    UUID two = UUID.randomUUID();
    Viewer reader = new Viewer(UUID.randomUUID(), "centre", Role.RECEPTION);
    List<UUID> shown =
        Sides.on(
            Side.SUPPORT,
            () -> door.list(reader, "folder", "waiting", () -> List.of(one, two), id -> id));
    assertThat(shown).containsExactly(one, two);
    assertThat(
            owner.count(
                "audit.line",
                "staff = ? AND act = 'list' AND purpose = 'waiting' AND ids = ARRAY[?, ?]",
                reader.staff(),
                one,
                two))
        .isEqualTo(1);
    Viewer stranger = new Viewer(UUID.randomUUID(), "centre", Role.LOG_REVIEWER);
    List<UUID> nothing =
        Sides.on(
            Side.SUPPORT,
            () -> door.list(stranger, "folder", "waiting", () -> List.of(one), id -> id));
    assertThat(nothing).isEmpty();
  }
}
