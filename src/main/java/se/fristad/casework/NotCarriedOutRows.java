package se.fristad.casework;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.law.Rules;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;

/// The SQL of what is granted and not carried out.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class NotCarriedOutRows {
  /// The grounds whose decisions are reported: 11 kap. 1 § and 12 kap. 1 § SoL.
  static final Set<String> GROUNDS =
      Set.of(Rules.ASSESSED_SUPPORT.key(), Rules.ECONOMIC_SUPPORT.key());

  /// Each thing that a favourable decision grants and of which no support has begun, is planned to
  /// have begun, or was given up; and each that had begun and is interrupted. What a later decision
  /// stands instead of is not waited for under the earlier one. An acute protection is carried out
  /// the same night or ends within the month, long before the three months are over: its end is a
  /// task of its own.
  private static final String WAITING =
      """
      select d.file, d.id as decision, g.type,
             (select min(c.decided_at) from casework.decision c
               where c.investigation = d.investigation and g.type = any(c.types)) as decided_at,
             null::date as interrupted,
             (select x.reason from casework.delay x where x.decision = d.id and x.type = g.type
               order by x.said_at desc limit 1) as reason
        from casework.decision d cross join lateral unnest(d.types) as g(type)
       where d.ground = any(:grounds) and d.acute_until is null
         and not exists (select from casework.decision n where n.replaces = d.id)
         and not exists (select from casework.support s join casework.decision c on c.id = s.decision
           where c.investigation = d.investigation and s.type = g.type
             and (s.begins_on <= :today or s.ended_on is not null))
      union all
      select d.file, d.id, s.type, d.decided_at, i.from_on,
             (select x.reason from casework.delay x where x.decision = d.id and x.type = s.type
               and x.said_at >= i.made_at order by x.said_at desc limit 1)
        from casework.interruption i
        join casework.support s on s.id = i.support
        join casework.decision d on d.id = s.decision
       where d.ground = any(:grounds) and i.until_on is null and s.ended_on is null
      """;

  private static final String NOTICES =
      "select id, file, decision, type, since, what, on_day, told_on from casework.late_notice";

  private final JdbcClient sql;

  NotCarriedOutRows(JdbcClient sql) {
    this.sql = sql;
  }

  private JdbcClient.StatementSpec waiting(String where, LocalDate today) {
    return sql.sql(
            "select * from (" + WAITING + ") w" + where + " order by decided_at, decision, type")
        .param("grounds", GROUNDS.toArray(String[]::new), java.sql.Types.ARRAY)
        .param("today", Date.valueOf(today));
  }

  List<NotCarriedOut.One> all(LocalDate today) {
    return waiting("", today).query(NotCarriedOutRows::one).list();
  }

  List<NotCarriedOut.One> in(UUID file, LocalDate today) {
    return waiting(" where w.file = :file", today)
        .param("file", file)
        .query(NotCarriedOutRows::one)
        .list();
  }

  private static NotCarriedOut.One one(ResultSet row, int number) throws SQLException {
    LocalDate decided = LocalDate.ofInstant(row.getTimestamp("decided_at").toInstant(), Files.HERE);
    LocalDate interrupted = row.getObject("interrupted", LocalDate.class);
    String reason = row.getString("reason");
    return new NotCarriedOut.One(
        row.getObject("file", UUID.class),
        row.getObject("decision", UUID.class),
        Codes.support(row.getString("type")),
        decided,
        interrupted == null ? decided : interrupted,
        interrupted != null,
        reason == null ? null : NotCarriedOut.Reason.valueOf(reason.toUpperCase(Locale.ROOT)));
  }

  void say(
      UUID id,
      UUID file,
      NotCarriedOut.One one,
      NotCarriedOut.Reason reason,
      Instant at,
      UUID staff) {
    sql.sql(
            """
            insert into casework.delay (id, file, decision, type, reason, said_at, said_by)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id, file, one.decision(), one.type().code(), reason.code(), Timestamp.from(at), staff)
        .update();
  }

  /// Notes what of a file, or of all, has begun too late; each once.
  void noteBegun(@Nullable UUID file, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, Files.HERE);
    for (Begun one : begun(file, today, 1_000)) {
      NotCarriedOut.One waited =
          new NotCarriedOut.One(
              one.file(),
              one.decision(),
              Codes.support(one.type()),
              one.decidedOn(),
              one.decidedOn(),
              false,
              null);
      if (waited.late(one.began())) {
        insert(one.file(), waited, NotCarriedOut.What.CARRIED_OUT, one.began(), now);
      }
    }
  }

  void insert(
      UUID file, NotCarriedOut.One one, NotCarriedOut.What what, LocalDate on, Instant now) {
    sql.sql(
            """
            insert into casework.late_notice (id, file, decision, type, since, what, on_day, made_at)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (decision, type, since) do nothing
            """)
        .params(
            UUID.randomUUID(),
            file,
            one.decision(),
            one.type().code(),
            Date.valueOf(one.since()),
            what.code(),
            Date.valueOf(on),
            Timestamp.from(now))
        .update();
  }

  /// What has not been told, and what was told since a day.
  List<NotCarriedOut.Notice> notices(LocalDate toldSince) {
    return sql.sql(
            NOTICES
                + " where told_on is null or told_on >= ? order by told_on desc nulls first, on_day")
        .param(Date.valueOf(toldSince))
        .query(NotCarriedOutRows::notice)
        .list();
  }

  Optional<NotCarriedOut.Notice> notice(UUID file, UUID id) {
    return sql.sql(NOTICES + " where file = ? and id = ?")
        .params(file, id)
        .query(NotCarriedOutRows::notice)
        .optional();
  }

  void told(UUID id, LocalDate on, UUID staff) {
    sql.sql("update casework.late_notice set told_on = ?, told_by = ? where id = ?")
        .params(Date.valueOf(on), staff, id)
        .update();
  }

  private static NotCarriedOut.Notice notice(ResultSet row, int number) throws SQLException {
    @Nullable LocalDate told = row.getObject("told_on", LocalDate.class);
    return new NotCarriedOut.Notice(
        row.getObject("id", UUID.class),
        row.getObject("file", UUID.class),
        row.getObject("decision", UUID.class),
        Codes.support(row.getString("type")),
        row.getObject("since", LocalDate.class),
        NotCarriedOut.What.valueOf(row.getString("what").toUpperCase(Locale.ROOT)),
        row.getObject("on_day", LocalDate.class),
        told);
  }

  /// A support under a favourable decision that has begun, and of which nothing is noted.
  ///
  /// @param began the first day of the first of them
  record Begun(UUID file, UUID decision, String type, LocalDate decidedOn, LocalDate began) {}

  /// What may have begun late and is not noted; whether it was late is for the law to say.
  ///
  /// @param file the one to look in; null for all
  List<Begun> begun(@Nullable UUID file, LocalDate today, int most) {
    return sql.sql(
            """
            select d.file, d.id, s.type, d.decided_at, min(s.begins_on) as began
              from casework.decision d join casework.support s on s.decision = d.id
             where d.ground = any(:grounds) and s.begins_on <= :today
               and s.begins_on > (d.decided_at at time zone 'UTC')::date + 80
               and (cast(:file as uuid) is null or d.file = :file)
               and not exists (select from casework.support e where e.decision = d.id and e.type = s.type
                 and (e.begins_on <= (d.decided_at at time zone 'UTC')::date + 80))
               and not exists (select from casework.late_notice n where n.decision = d.id and n.type = s.type)
             group by d.file, d.id, s.type, d.decided_at order by d.decided_at limit :most
            """)
        .param("grounds", GROUNDS.toArray(String[]::new), java.sql.Types.ARRAY)
        .param("today", Date.valueOf(today))
        .param("file", file, java.sql.Types.OTHER)
        .param("most", most)
        .query((row, number) ->
            new Begun(
                row.getObject("file", UUID.class),
                row.getObject("id", UUID.class),
                row.getString("type"),
                LocalDate.ofInstant(row.getTimestamp("decided_at").toInstant(), Files.HERE),
                row.getObject("began", LocalDate.class)))
        .list();
  }

  // interruptions

  void interrupt(UUID id, UUID file, UUID support, LocalDate from, Instant now, UUID staff) {
    sql.sql(
            """
            insert into casework.interruption (id, file, support, from_on, made_at, made_by)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(id, file, support, Date.valueOf(from), Timestamp.from(now), staff)
        .update();
  }

  void resume(UUID support, LocalDate on) {
    sql.sql("update casework.interruption set until_on = ? where support = ? and until_on is null")
        .params(Date.valueOf(on), support)
        .update();
  }
}
