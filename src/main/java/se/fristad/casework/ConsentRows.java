package se.fristad.casework;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.vault.Face;
import se.fristad.vault.OnFace;

/// The SQL of consents.
@OnFace({Face.STAFF, Face.JOBS})
@Component
class ConsentRows {
  private final JdbcClient sql;

  ConsentRows(JdbcClient sql) {
    this.sql = sql;
  }

  @SuppressWarnings("ArrayRecordComponent")
  record Row(
      UUID id,
      String subject,
      LocalDate givenOn,
      LocalDate endsOn,
      @Nullable Instant withdrawnAt,
      UUID madeBy,
      Instant madeAt,
      byte[] sealed) {
    /// Whether it stands on a day.
    boolean stands(LocalDate day) {
      return withdrawnAt == null && !day.isBefore(givenOn) && !day.isAfter(endsOn);
    }
  }

  void insert(
      UUID id,
      UUID file,
      Road.Subject subject,
      LocalDate given,
      LocalDate ends,
      UUID by,
      Instant at,
      byte[] sealed) {
    sql.sql(
            """
            insert into casework.consent (id, file, subject, given_on, ends_on, made_by, made_at, sealed)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            file,
            subject.code(),
            Date.valueOf(given),
            Date.valueOf(ends),
            by,
            Timestamp.from(at),
            sealed)
        .update();
  }

  boolean stands(UUID file, Road.Subject subject, LocalDate day) {
    return sql.sql(
            """
            select exists (select from casework.consent
             where file = ? and subject = ? and withdrawn_at is null and ? between given_on and ends_on)
            """)
        .params(file, subject.code(), Date.valueOf(day))
        .query(Boolean.class)
        .single();
  }

  /// The last day of what she has agreed to and not taken back; empty when there is nothing.
  Optional<LocalDate> lastDay(UUID file, Road.Subject subject) {
    return sql.sql(
            """
            select max(ends_on) from casework.consent
             where file = ? and subject = ? and withdrawn_at is null having count(*) > 0
            """)
        .params(file, subject.code())
        .query((row, number) -> row.getDate(1).toLocalDate())
        .optional();
  }

  /// @return how many were withdrawn
  int withdraw(UUID file, Road.Subject subject, Instant at) {
    return sql.sql(
            """
            update casework.consent set withdrawn_at = ?, version = version + 1
             where file = ? and subject = ? and withdrawn_at is null
            """)
        .params(Timestamp.from(at), file, subject.code())
        .update();
  }

  /// One of them is taken back.
  ///
  /// @return false when there is none such that stood
  boolean withdraw(UUID file, UUID consent, Instant at) {
    return sql.sql(
                """
                update casework.consent set withdrawn_at = ?, version = version + 1
                 where file = ? and id = ? and subject = ? and withdrawn_at is null
                """)
            .params(Timestamp.from(at), file, consent, Road.Subject.DISCLOSE.code())
            .update()
        == 1;
  }

  List<Row> of(UUID file) {
    return sql.sql(
            """
            select id, subject, given_on, ends_on, withdrawn_at, made_by, made_at, sealed
              from casework.consent where file = ? order by made_at desc
            """)
        .param(file)
        .query((row, number) ->
            new Row(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getDate(3).toLocalDate(),
                row.getDate(4).toLocalDate(),
                FileRows.instant(row, "withdrawn_at"),
                row.getObject(6, UUID.class),
                row.getTimestamp(7).toInstant(),
                row.getBytes(8)))
        .list();
  }
}
