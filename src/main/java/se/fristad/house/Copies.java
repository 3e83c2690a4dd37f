package se.fristad.house;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.postgresql.PGConnection;

/// Which tables are copied where, and the copying itself (`COPY`, PostgreSQL's text format).
///
/// Data and keys never lie in one file: a data backup without the key export of the last days opens
/// nothing. Visits and one-time things are copied nowhere.
final class Copies {
  private static final Set<String> KEY_TABLES = Set.of("data_key", "phrase");
  private static final Set<String> NOWHERE =
      Set.of("visit", "presence", "renewal_key", "session", "link", "flyway_schema_history");
  private static final Set<String> SCHEMAS_LEFT_OUT = Set.of("timer", "house");

  private Copies() {}

  record Table(String schema, String name) {
    String file() {
      return schema + "." + name + ".copy";
    }

    boolean holdsKeys() {
      return KEY_TABLES.contains(name);
    }

    String quoted() {
      return "\"" + schema + "\".\"" + name + "\"";
    }
  }

  /// All tables that are copied, parents before children.
  static List<Table> tables(Connection connection) throws SQLException {
    String sql =
        """
        select n.nspname, c.relname
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
          order by (select count(*) from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'), 1, 2
        """;
    List<Table> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        Table table = new Table(rows.getString(1), rows.getString(2));
        if (!NOWHERE.contains(table.name) && !SCHEMAS_LEFT_OUT.contains(table.schema)) {
          tables.add(table);
        }
      }
    }
    return tables;
  }

  static long out(Connection connection, Table table, OutputStream to)
      throws SQLException, IOException {
    return connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyOut("copy " + table.quoted() + " (" + columns(connection, table) + ") to stdout", to);
  }

  static long in(Connection connection, Table table, String columns, InputStream from)
      throws SQLException, IOException {
    return connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("copy " + table.quoted() + " (" + columns + ") from stdin", from);
  }

  static String columns(Connection connection, Table table) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute"
                + " where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''")) {
      statement.setString(1, table.quoted());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
