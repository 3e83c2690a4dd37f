package se.fristad.casework;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.fristad.access.StaffFace;
import se.fristad.access.Viewer;
import se.fristad.vault.Confidential;

/// Why somebody reads the file of a person with protected personal data, or of one of whom nobody
/// knows: said in words before anything of it is shown, and for half an hour. Without it the door
/// stays shut, and the log says so.
@StaffFace
@Component
class Reasons {
  /// How long one reason opens one file for the one who gave it.
  static final Duration HOLDS = Duration.ofMinutes(30);

  /// The longest reason, in characters, and the shortest that says anything.
  static final int MOST = 500;

  static final int LEAST = 8;

  private final Files files;
  private final CaseFileRule rule;
  private final JdbcClient sql;
  private final Clock clock;

  Reasons(Files files, CaseFileRule rule, JdbcClient sql, Clock clock) {
    this.files = files;
    this.rule = rule;
    this.sql = sql;
    this.clock = clock;
  }

  /// For what a file is read.
  enum Why {
    /// She is to be reached, or has reached us.
    CONTACT,
    /// She is investigated.
    INVESTIGATION,
    /// Something is to be decided.
    DECISION,
    /// She is given support.
    SUPPORT,
    /// It is followed up.
    FOLLOW_UP,
    /// The head answers for others' work.
    SUPERVISION,
    /// Something else.
    OTHER;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Whether nothing but a reason is missing: the file is there and would be this viewer's to read.
  /// Asked the same way of a file that is not there.
  boolean missing(Viewer viewer, UUID file) {
    return files.asking(() -> {
      boolean hers =
          rule.allows(viewer, rule.relationOf(viewer, file), CaseFileRule.purposeOf(viewer));
      boolean unsaid =
          sql.sql(
                  """
                  select exists (select from casework.file f join casework.person p on p.id = f.person
                    where f.id = :file and p.guard <> 'open' and not exists (
                      select from casework.reading_reason r
                       where r.file = f.id and r.staff = :staff and r.at <= :now and r.until_at > :now))
                  """)
              .param("file", file)
              .param("staff", viewer.staff())
              .param("now", Timestamp.from(clock.instant()))
              .query(Boolean.class)
              .single();
      return hers && unsaid;
    });
  }

  /// Says why.
  ///
  /// @return until when it opens the file
  Step<Instant> say(Viewer viewer, UUID file, Why why, Confidential words) {
    return files.beside(
        viewer,
        file,
        "say_reason",
        CaseFileRule.purposeOf(viewer),
        hand -> {
          if (words.reveal().strip().length() < LEAST) {
            throw Files.refused(CaseRule.READING_HAS_A_REASON.refusal("words"));
          }
          return written(hand, why.code(), words, HOLDS);
        });
  }

  /// Writes a reason down.
  Instant written(Files.InHand hand, String why, Confidential words, Duration holds) {
    UUID id = UUID.randomUUID();
    Instant until = hand.now().plus(holds);
    sql.sql(
            "insert into casework.reading_reason (id, file, staff, why, at, until_at, sealed) values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            id,
            hand.id(),
            hand.staff(),
            why,
            Timestamp.from(hand.now()),
            Timestamp.from(until),
            hand.sealText(id, "reading_reason", 1, words))
        .update();
    return until;
  }
}
