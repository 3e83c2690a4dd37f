package se.fristad.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// `docs/data-classes.md` says of every column what it holds and why. Here it is compared with the
/// tables that exist.
class DataClassesTest {
  private static final Path PAGE = Path.of("docs", "data-classes.md");
  private static final Set<String> CLASSES =
      Set.of("plain", "sealed", "blind index", "key", "hash");

  /// `| schema.table.column | class | why |`
  private static final Pattern ROW =
      Pattern.compile("\\| ([a-z_]+\\.[a-z_]+\\.[a-z_]+) \\| ([a-z ]+) \\| (.+) \\|");

  @Test
  void every_column_stands_on_the_page_and_nothing_else_does() throws Exception {
    Set<String> written = classes().keySet();
    Set<String> real = columns();

    Set<String> missing = new TreeSet<>(real);
    missing.removeAll(written);
    Set<String> superfluous = new TreeSet<>(written);
    superfluous.removeAll(real);

    assertThat(missing).as("columns that docs/data-classes.md does not name").isEmpty();
    assertThat(superfluous).as("columns that it names and that do not exist").isEmpty();
  }

  @Test
  void every_column_has_one_of_the_five_classes() throws IOException {
    assertThat(classes().values()).isSubsetOf(CLASSES);
  }

  /// What is sealed, wrapped or hashed is bytes. A text or a time cannot be a secret of ours.
  @Test
  void a_column_that_is_not_plain_is_bytes() throws Exception {
    Map<String, String> types = types();
    Set<String> wrong = new TreeSet<>();
    for (Map.Entry<String, String> column : classes().entrySet()) {
      String type = types.getOrDefault(column.getKey(), "");
      if (!column.getValue().equals("plain") && !type.equals("bytea") && !type.equals("ARRAY")) {
        wrong.add(column.getKey() + " is " + type);
      }
    }
    assertThat(wrong).isEmpty();
  }

  /// The columns that the page names, with their class. A row of `contact` stands for the same
  /// table of `contact_perpetrator` and `contact_professional` too, which are made by the same
  /// migrations.
  private static Map<String, String> classes() throws IOException {
    Map<String, String> classes = new TreeMap<>();
    for (String line : Files.readAllLines(PAGE)) {
      Matcher row = ROW.matcher(line.strip());
      if (row.matches()) {
        String column = row.group(1);
        assertThat(classes.put(column, row.group(2))).as("%s stands twice", column).isNull();
        if (column.startsWith("contact.")) {
          for (String twin : Set.of("contact_perpetrator.", "contact_professional.")) {
            classes.put(twin + column.substring("contact.".length()), row.group(2));
          }
        }
      }
    }
    return classes;
  }

  private static Set<String> columns() throws SQLException {
    return types().keySet();
  }

  private static Map<String, String> types() throws SQLException {
    String sql =
        """
        select c.table_schema || '.' || c.table_name || '.' || c.column_name, c.data_type
          from information_schema.columns c
          join information_schema.tables t using (table_schema, table_name)
          where t.table_type in ('BASE TABLE', 'VIEW')
            and c.table_schema not in ('pg_catalog', 'information_schema')
            and c.table_name <> 'flyway_schema_history'
        """;
    Map<String, String> types = new TreeMap<>();
    try (Connection connection = TestHouse.shared().superuser();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        types.put(rows.getString(1), rows.getString(2));
      }
    }
    return types;
  }
}
