package se.fristad.access;

import java.time.Clock;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.fristad.audit.AuditLog;
import se.fristad.audit.Outcome;
import se.fristad.vault.DataKey;
import se.fristad.vault.StaffKeys;

/// Showing the second factor anew (*förnyad inloggning*), for what could do harm in the hands of
/// whoever finds an open screen ([Allowed#shownAnew]).
///
/// The code is that of the one whose session it is, and works once, here or at a login. Wrong ones
/// are counted and slowed as at a login; each that is looked at is a line in the log. One that
/// comes while she has to wait is not looked at, and leaves none: a flood does not fill the log.
@StaffFace
@Component
final class Proving {
  private final SessionRows rows;
  private final StaffKeys keys;
  private final OwnSide own;
  private final LoginLimits limits;
  private final AuditLog log;
  private final Clock clock;
  private final TimeCodes codes = new TimeCodes();

  Proving(
      SessionRows rows,
      StaffKeys keys,
      OwnSide own,
      LoginLimits limits,
      AuditLog log,
      Clock clock) {
    this.rows = rows;
    this.keys = keys;
    this.own = own;
    this.limits = limits;
    this.log = log;
    this.clock = clock;
  }

  /// How it went.
  enum Answer {
    /// It is she.
    PROVED,
    /// The code is not right, or was used.
    WRONG,
    /// Too many tries: in a while.
    BUSY
  }

  /// Shows it anew.
  ///
  /// @param code as it was typed; a session of the demonstration has none
  Answer prove(Sessions.Session session, String code) {
    UUID staff = session.viewer().staff();
    byte[] tries = keys.index("prove", staff.toString());
    if (!limits.mayTry(tries)) {
      return Answer.BUSY;
    }
    boolean proved =
        own.transaction(() -> {
          boolean done =
              rows.secondFactor(session.tokenHash())
                  .filter(factor -> factor.staff().equals(staff))
                  .map(factor -> isShown(session, factor, code))
                  .orElse(false);
          log.append(
              session
                  .viewer()
                  .line("prove", "session", staff, "login", done ? Outcome.DONE : Outcome.REFUSED));
          return done;
        });
    if (!proved) {
      return Answer.WRONG;
    }
    limits.gotIn(tries);
    return Answer.PROVED;
  }

  private boolean isShown(Sessions.Session session, SessionRows.SecondFactor factor, String code) {
    if (session.demonstration()) {
      return rows.prove(session.tokenHash(), null);
    }
    byte[] sealed = factor.sealedTotp();
    if (sealed == null) {
      return false;
    }
    OptionalLong step;
    try (DataKey key = keys.unwrap(factor.staff(), factor.key())) {
      byte[] secret =
          Secrets.fromBase32(key.open(StaffNames.totp(factor.staff()), sealed).reveal());
      step = codes.step(secret, code, clock.instant(), factor.lastStep());
    }
    return step.isPresent() && rows.prove(session.tokenHash(), step.getAsLong());
  }
}
