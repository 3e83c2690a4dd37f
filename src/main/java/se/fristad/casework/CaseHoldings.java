package se.fristad.casework;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.law.Deadlines;
import se.fristad.retention.Holdings;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;
import se.fristad.vault.Side;

/// A closed file dies five years after the last note in any file of the same person (16 kap. 1 §
/// SoL), with the name when no other file has it. The file of a child that was investigated is kept
/// until the child is thirty (16 kap. 2 a § SoL); one in which no investigation was opened is not.
///
/// Not by this job: the files of those born on the 5th, 15th or 25th, which are kept for research
/// (16 kap. 4 § SoL), and of those whose day of birth is not known, which a person decides on.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class CaseHoldings implements Holdings {
  /// The days of birth whose files are kept for research in this county.
  private static final Set<Integer> FOR_RESEARCH = Set.of(5, 15, 25);

  private final JdbcClient sql;
  private final PersonRows people;

  CaseHoldings(JdbcClient sql, PersonRows people) {
    this.sql = sql;
    this.people = people;
  }

  @Override
  public String module() {
    return "casework";
  }

  @Override
  public String kind() {
    return CaseFileRule.KIND;
  }

  @Override
  public List<Side> sides() {
    return List.of(Side.SUPPORT);
  }

  /// @param investigatedChild the day a child's file was closed in which it was investigated; null
  ///   for every other
  private record Closed(
      UUID id, UUID person, LocalDate lastNote, @Nullable LocalDate investigatedChild) {}

  @Override
  public List<UUID> due(Instant now, int most) {
    LocalDate today = LocalDate.ofInstant(now, Files.HERE);
    // five years are counted by the law's own rule; here only what cannot be due is left out
    Timestamp surelyNot = Timestamp.from(today.minusYears(4).atStartOfDay(Files.HERE).toInstant());
    return sql
        .sql(
            """
            select f.id, f.person, f.noted_at,
                   case when f.kind = 'child' and exists (select from casework.investigation i where i.file = f.id)
                        then f.closed_at end
              from casework.file f join casework.person p on p.id = f.person
             where f.state = 'closed' and f.noted_at <= :latest
               and not exists (select from casework.file g join casework.person q on q.id = g.person
                 where (q.id = p.id or q.number_index = p.number_index) and g.id <> f.id
                   and (g.state = 'open' or g.noted_at > :latest))
             order by f.noted_at
            """)
        .param("latest", surelyNot)
        .query((row, number) ->
            new Closed(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                LocalDate.ofInstant(row.getTimestamp(3).toInstant(), Files.HERE),
                row.getTimestamp(4) == null
                    ? null
                    : LocalDate.ofInstant(row.getTimestamp(4).toInstant(), Files.HERE)))
        .list()
        .stream()
        .filter(closed -> !Deadlines.destruction(closed.lastNote).strict().isAfter(today))
        .filter(closed -> mayDie(closed, today))
        .limit(most)
        .map(Closed::id)
        .toList();
  }

  private boolean mayDie(Closed closed, LocalDate today) {
    LocalDate born = people.find(closed.person).map(Person::born).orElse(null);
    if (born == null || FOR_RESEARCH.contains(born.getDayOfMonth())) {
      return false;
    }
    LocalDate child = closed.investigatedChild;
    return child == null
        || Deadlines.childFileKept(born, child).map(kept -> !kept.isAfter(today)).orElse(true);
  }

  @Override
  public void destroy(UUID id) {
    List<UUID> persons =
        sql.sql("delete from casework.file where id = ? returning person")
            .param(id)
            .query((row, number) -> row.getObject(1, UUID.class))
            .list();
    for (UUID person : persons) {
      sql.sql(
              """
              delete from casework.person p
               where p.id = ? and not exists (select from casework.file f where f.person = p.id)
              """)
          .param(person)
          .update();
    }
  }
}
