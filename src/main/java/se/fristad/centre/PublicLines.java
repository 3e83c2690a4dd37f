package se.fristad.centre;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The telephone numbers: those that come with the program, as staff have changed them, and those
/// that staff have added. Asked on the side of the caller.
@Component
public class PublicLines {
  private final JdbcClient sql;
  private final Centre centre;

  PublicLines(JdbcClient sql, Centre centre) {
    this.sql = sql;
    this.centre = centre;
  }

  /// One change.
  ///
  /// @param phone the number as it was then
  /// @param shown whether it was shown
  /// @param at when
  /// @param by by whom
  public record Version(int number, String phone, boolean shown, Instant at, UUID by) {}

  /// All of them, also those that are not shown, the most urgent first.
  public List<PublicLine> all() {
    Map<String, PublicLine> lines = new LinkedHashMap<>();
    unchanged(centre).forEach(line -> lines.put(line.line().id(), line));
    sql.sql("select * from centre.lines()")
        .query((row, number) -> line(row))
        .list()
        .forEach(line -> lines.put(line.line().id(), line));
    return List.copyOf(lines.values());
  }

  /// Those that come with the program, for a node that cannot ask.
  public static List<PublicLine> unchanged(Centre centre) {
    return SupportLines.all(centre.emergencySocialServices()).stream()
        .map(line -> new PublicLine(line, Map.of(), true, 0))
        .toList();
  }

  /// How one has been changed, the latest first.
  public List<Version> versions(PublicLine line) {
    return sql.sql(
            "select version, phone, shown, changed_at, changed_by from centre.line_versions(?)")
        .param(line.id())
        .query((row, number) -> {
          Timestamp at = row.getTimestamp(4);
          return new Version(
              row.getInt(1),
              row.getString(2),
              row.getBoolean(3),
              at.toInstant(),
              row.getObject(5, UUID.class));
        })
        .list();
  }

  /// Adds a version; the line says which.
  ///
  /// @return false when somebody else has added this version first
  public boolean keep(PublicLine line, Instant at, UUID by) {
    SupportLine told = line.line();
    SupportLine.Hours hours = told.answering();
    return sql.sql(
            """
            select centre.keep_line(?, ?, ?, ?, ?, cast(? as time), cast(? as time), ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.asList(
                line.id(),
                line.version(),
                told.id(),
                told.phone(),
                told.doors().stream().map(Enum::name).sorted().toArray(String[]::new),
                hours == null ? null : hours.from().toString(),
                hours == null ? null : hours.to().toString(),
                told.recheckBy(),
                line.shown(),
                line.names().get("sv"),
                line.names().get("latt"),
                line.names().get("en"),
                line.names().get("ar"),
                Timestamp.from(at),
                by))
        .query(Boolean.class)
        .single();
  }

  private static PublicLine line(ResultSet row) throws SQLException {
    LocalTime answers = row.getObject("answers", LocalTime.class);
    LocalTime shuts = row.getObject("shuts", LocalTime.class);
    Map<String, String> names = new LinkedHashMap<>();
    for (String language : List.of("sv", "latt", "en", "ar")) {
      names.put(language, row.getString("name_" + language));
    }
    return new PublicLine(
        new SupportLine(
            row.getString("code"),
            row.getString("phone"),
            doors(row.getArray("doors")),
            answers == null || shuts == null ? null : new SupportLine.Hours(answers, shuts),
            row.getObject("recheck_by", LocalDate.class)),
        names,
        row.getBoolean("shown"),
        row.getInt("version"));
  }

  private static Set<SupportLine.Door> doors(Array stored) throws SQLException {
    List<SupportLine.Door> doors = new ArrayList<>();
    for (Object door : (Object[]) stored.getArray()) {
      doors.add(SupportLine.Door.valueOf(door.toString()));
    }
    return doors.stream().collect(Collectors.toUnmodifiableSet());
  }
}
