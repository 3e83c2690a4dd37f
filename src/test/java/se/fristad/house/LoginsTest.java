package se.fristad.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.fristad.vault.Side;

/// The wall in the database, tried from every side of it with that side's own login: whatever the
/// program on that side might be made to send.
class LoginsTest {
  private static final String REFUSED = "42501";

  /// Who may read a schema's tables, by hand. A schema that is not named here fails.
  private static final Map<String, Set<Side>> READERS =
      Map.ofEntries(
          Map.entry("audit", Set.of(Side.LOG)),
          Map.entry("access", Set.of()),
          Map.entry("centre", Set.of()),
          Map.entry("contact", Set.of(Side.SUPPORT)),
          Map.entry("contact_perpetrator", Set.of(Side.PERPETRATOR)),
          Map.entry("contact_professional", Set.of(Side.SUPPORT)),
          Map.entry("intake", Set.of(Side.SUPPORT)),
          Map.entry("casework", Set.of(Side.SUPPORT)),
          Map.entry("statistics", Set.of(Side.SUPPORT)),
          Map.entry("events_support", Set.of(Side.SUPPORT)),
          Map.entry("events_shelter", Set.of(Side.SHELTER)),
          Map.entry("events_perpetrator", Set.of(Side.PERPETRATOR)),
          Map.entry("events_conference", Set.of(Side.CONFERENCE)),
          Map.entry("timer", Set.of(Side.LOG)),
          Map.entry("house", Set.of()));

  /// Schemas of other tests, which they take away themselves.
  private static final Set<String> OF_TESTS = Set.of("ears", "writing");

  private static final TestHouse HOUSE = TestHouse.shared();

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "Wall: no login reads, counts, joins, explains, locks or probes another side's tables")
  void a_login_reaches_no_table_of_another_side(Side side) throws Exception {
    int tried = 0;
    try (Connection login = HOUSE.as(side);
        Statement statement = login.createStatement()) {
      login.setAutoCommit(false);
      for (Table table : tables()) {
        if (readers(table).contains(side)) {
          continue;
        }
        for (String attempt : table.attempts()) {
          refused(statement, attempt);
          login.rollback();
          tried++;
        }
      }
    }
    assertThat(tried).isGreaterThan(200);
  }

  @Test
  void a_login_does_read_what_is_its_own() throws Exception {
    for (Table own :
        List.of(
            new Table("events_support", "event_publication"),
            new Table("events_perpetrator", "event_publication"),
            new Table("timer", "scheduled_tasks"))) {
      for (Side side : readers(own)) {
        try (Connection login = HOUSE.as(side);
            Statement statement = login.createStatement()) {
          assertThat(statement.execute("select count(*) from " + own.name())).isTrue();
        }
      }
    }
  }

  /// Table by table and function by function: what those who ask in their work have written lies
  /// with the same roles as what those who seek support have, and with no other (ADR 0020).
  @Test
  @DisplayName("Wall: the professionals' schema has the roles of its side, table by table")
  void the_professionals_schema_has_the_roles_of_its_side_and_no_other() {
    List<String> tables = grantsOnTables("contact_professional");
    assertThat(tables)
        .hasSizeGreaterThan(40)
        .containsExactlyInAnyOrderElementsOf(grantsOnTables("contact"))
        .noneMatch(grant -> grant.contains("perpetrator") || grant.contains("f_front"));
    List<String> functions = grantsOnFunctions("door_professional");
    assertThat(functions)
        .hasSizeGreaterThan(20)
        .containsExactlyInAnyOrderElementsOf(grantsOnFunctions("door"))
        .noneMatch(grant -> grant.contains("perpetrator") || grant.endsWith("for everybody"));
  }

  private static List<String> grantsOnTables(String schema) {
    return HOUSE
        .database()
        .sql()
        .sql(
            """
            select c.relname || ' of ' || o.rolname || ': ' || a.privilege_type || ' for ' || coalesce(g.rolname, 'everybody')
              from pg_class c join pg_roles o on o.oid = c.relowner
              cross join lateral aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a
              left join pg_roles g on g.oid = a.grantee
             where c.relnamespace = cast(? as regnamespace) and c.relkind in ('r', 'v')
            """)
        .param(schema)
        .query((row, number) -> String.valueOf(row.getString(1)))
        .list();
  }

  private static List<String> grantsOnFunctions(String schema) {
    return HOUSE
        .database()
        .sql()
        .sql(
            """
            select p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ') of ' || o.rolname || ' for '
                   || coalesce(g.rolname, 'everybody')
              from pg_proc p join pg_roles o on o.oid = p.proowner
              cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
              left join pg_roles g on g.oid = a.grantee
             where p.pronamespace = cast(? as regnamespace)
            """)
        .param(schema)
        .query((row, number) -> String.valueOf(row.getString(1)))
        .list();
  }

  @ParameterizedTest
  @EnumSource
  void no_login_learns_from_the_catalogue_what_the_wall_hides(Side side) throws Exception {
    try (Connection login = HOUSE.as(side);
        Statement statement = login.createStatement()) {
      for (String attempt :
          List.of(
              "select reltuples from pg_class",
              "select relpages from pg_class",
              "select * from pg_class",
              "select c from pg_class c",
              "select pg_relation_size('contact.thread'::regclass)",
              "select pg_total_relation_size('contact.thread'::regclass)",
              "select pg_indexes_size('contact.thread'::regclass)",
              "select pg_database_size(current_database())",
              "select * from pg_stat_activity",
              "select * from pg_stat_user_tables",
              "select * from pg_stat_all_indexes",
              "select * from pg_statio_user_tables",
              "select * from pg_stat_database",
              "select * from pg_stats",
              "select * from pg_statistic",
              "select * from pg_sequences",
              "select pg_stat_get_live_tuples('contact.thread'::regclass)",
              "select pg_stat_get_tuples_inserted('contact.thread'::regclass)",
              "select pg_stat_get_activity(null)",
              "select * from pg_locks",
              "select pg_lock_status()",
              "select pg_blocking_pids(1)",
              "select pg_current_wal_lsn()",
              "select pg_xact_status('3'::xid8)",
              "select pg_relation_filenode('contact.thread'::regclass)",
              "select * from pg_authid",
              "select * from pg_shadow",
              "select * from pg_largeobject")) {
        refused(statement, attempt);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void no_login_holds_locks_sleeps_keeps_files_or_writes_programs(Side side) throws Exception {
    try (Connection login = HOUSE.as(side);
        Statement statement = login.createStatement()) {
      for (String attempt :
          List.of(
              "select pg_advisory_lock(1)",
              "select pg_try_advisory_lock(1)",
              "select pg_advisory_xact_lock(1)",
              "select pg_try_advisory_xact_lock(1, 2)",
              "select pg_sleep(0)",
              "select pg_sleep_for('1 ms')",
              "select pg_notify('a', 'b')",
              "select lo_create(0)",
              "select lo_from_bytea(0, 'x')",
              "select lo_get(1)",
              "select query_to_xml('select 1', true, true, '')",
              "select table_to_xml('contact.thread', true, true, '')",
              "select database_to_xml(true, true, '')",
              "select pg_export_snapshot()",
              "select pg_read_file('PG_VERSION')",
              "select pg_ls_dir('.')",
              "copy (select 1) to program 'true'",
              "copy (select 1) to '/tmp/never'",
              "create temporary table never (n int)",
              "create table public.never (n int)",
              "create schema never",
              "create function never() returns int language sql as 'select 1'",
              "do 'begin end'",
              "set role f_owner",
              "set role m_contact",
              "set role d_door",
              "set session authorization postgres",
              "grant m_contact to f_front",
              "alter role f_owner login",
              "alter system set fsync = off",
              "set log_statement = 'all'",
              "checkpoint")) {
        refused(statement, attempt);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void no_login_opens_another_database(Side side) {
    for (String other : List.of("postgres", "template1")) {
      assertThatThrownBy(() ->
              DriverManager.getConnection(
                  HOUSE.house().postgres().url(other),
                  side.login(),
                  HOUSE.house().logins().password(side.login())))
          .isInstanceOfSatisfying(
              SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo(REFUSED));
    }
  }

  @Test
  void an_error_about_another_sides_rows_names_no_value() throws Exception {
    try (Connection login = HOUSE.as(Side.SUPPORT);
        Statement statement = login.createStatement()) {
      assertThatThrownBy(() ->
              statement.execute(
                  "insert into events_support.event_publication (id, listener_id, event_type, serialized_event, publication_date)"
                      + " values ('c0ffee00-0000-4000-8000-000000000001', 'l', 't', 'e', now()), ('c0ffee00-0000-4000-8000-000000000001', 'l', 't', 'e', now())"))
          .isInstanceOf(SQLException.class)
          .message()
          .contains("unique")
          .doesNotContain("c0ffee00");
    }
  }

  @Test
  void the_owner_cannot_log_in_while_the_house_stands() throws Exception {
    assertThat(strings("select rolname from pg_roles where rolcanlogin and rolname <> 'postgres'"))
        .containsExactlyInAnyOrder(
            "f_front", "f_support", "f_shelter", "f_perpetrator", "f_conference", "f_log");
    assertThat(
            strings(
                """
                select rolname from pg_roles where rolname !~ '^pg_' and rolname <> 'postgres'
                  and (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)
                """))
        .isEmpty();
  }

  @Test
  void logins_inherit_their_modules_and_cannot_become_them() throws Exception {
    assertThat(
            strings(
                """
                select member.rolname || ' may become ' || role.rolname
                from pg_auth_members m join pg_roles member on member.oid = m.member join pg_roles role on role.oid = m.roleid
                where member.rolcanlogin and (m.set_option or m.admin_option)
                  and member.rolname <> 'postgres'
                """))
        .isEmpty();
  }

  @Test
  void nothing_of_ours_lies_in_public_or_belongs_to_everyone() throws Exception {
    assertThat(
            strings(
                "select relname from pg_class where relnamespace = 'public'::regnamespace"
                    + " union all select proname from pg_proc where pronamespace = 'public'::regnamespace"))
        .isEmpty();
    assertThat(
            strings(
                """
                select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where n.nspname !~ '^(pg_|information_schema)' and has_function_privilege('public', p.oid, 'execute')
                """))
        .as("functions that everyone may call")
        .isEmpty();
    assertThat(
            strings(
                """
                select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace,
                  lateral aclexplode(c.relacl) a
                where n.nspname !~ '^(pg_|information_schema)' and a.grantee = 0
                """))
        .as("tables that everyone may touch")
        .isEmpty();
  }

  @Test
  void functions_that_run_as_another_are_closed_on_all_sides() throws Exception {
    assertThat(
            strings(
                """
                select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                  join pg_roles owner on owner.oid = p.proowner
                where n.nspname !~ '^(pg_|information_schema)' and p.prosecdef
                  and (owner.rolcanlogin or owner.rolsuper or p.proconfig is null
                       or not ('search_path=pg_catalog, pg_temp' = any (p.proconfig)))
                """))
        .isEmpty();
    assertThat(
            strings(
                """
                select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where n.nspname !~ '^(pg_|information_schema)' and p.prosecdef and p.prosrc ~* '\\mexecute\\M'
                """))
        .as("dynamic SQL")
        .isEmpty();
  }

  @Test
  void the_public_face_is_held_to_short_questions() throws Exception {
    try (Connection front = HOUSE.as(Side.FRONT);
        Statement statement = front.createStatement()) {
      assertThat(show(statement, "statement_timeout")).isEqualTo("3s");
      assertThat(show(statement, "idle_in_transaction_session_timeout")).isEqualTo("5s");
    }
    assertThat(strings("select rolconnlimit::text from pg_roles where rolname = 'f_front'"))
        .noneMatch(limit -> limit.equals("-1"));
  }

  private record Table(String schema, String table) {
    String name() {
      return schema + "." + table;
    }

    List<String> attempts() {
      String name = name();
      return List.of(
          "select * from " + name,
          "select count(*) from " + name,
          "select 1 from " + name + " limit 0",
          "select 1 where exists (select 1 from " + name + ")",
          "select 1 from pg_class c left join " + name + " t on true limit 1",
          "select 1 from " + name + " for update",
          "explain select * from " + name,
          "explain (analyze) select * from " + name,
          "lock table " + name + " in access share mode",
          "copy " + name + " to stdout",
          "insert into " + name + " default values",
          "insert into " + name + " default values on conflict do nothing",
          "delete from " + name,
          "truncate " + name,
          "drop table " + name,
          "analyze " + name + "; select reltuples from pg_class",
          "create index on " + name + " ((1))",
          "comment on table " + name + " is 'x'");
    }
  }

  private static Set<Side> readers(Table table) {
    Set<Side> readers = READERS.get(table.schema);
    if (readers == null) {
      throw new AssertionError("nobody has said who may read the schema " + table.schema);
    }
    return readers;
  }

  private static List<Table> tables() throws SQLException {
    List<Table> tables = new ArrayList<>();
    try (Connection owner = HOUSE.superuser();
        Statement statement = owner.createStatement();
        var rows =
            statement.executeQuery(
                """
                select schemaname, tablename from pg_tables where schemaname !~ '^(pg_|information_schema)'
                union all select schemaname, viewname from pg_views where schemaname !~ '^(pg_|information_schema)'
                """)) {
      while (rows.next()) {
        if (!OF_TESTS.contains(rows.getString(1))) {
          tables.add(new Table(rows.getString(1), '"' + rows.getString(2) + '"'));
        }
      }
    }
    assertThat(tables).hasSizeGreaterThan(15);
    return tables;
  }

  private static void refused(Statement statement, String attempt) {
    assertThatThrownBy(() -> statement.execute(attempt))
        .as(attempt)
        .isInstanceOfSatisfying(
            SQLException.class, no -> assertThat(no.getSQLState()).as(attempt).isEqualTo(REFUSED));
  }

  private static Set<String> strings(String query) throws SQLException {
    Set<String> all = new TreeSet<>();
    try (Connection owner = HOUSE.superuser();
        Statement statement = owner.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        all.add(rows.getString(1));
      }
    }
    return all;
  }

  private static String show(Statement statement, String setting) throws SQLException {
    try (var row = statement.executeQuery("show " + setting)) {
      row.next();
      return row.getString(1);
    }
  }
}
