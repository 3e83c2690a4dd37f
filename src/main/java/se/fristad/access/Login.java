package se.fristad.access;

import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fristad.audit.AuditLog;
import se.fristad.audit.LogLine;
import se.fristad.audit.Outcome;
import se.fristad.vault.Confidential;
import se.fristad.vault.DataKey;
import se.fristad.vault.StaffKeys;

/// Logging in with password and authenticator code.
///
/// An account that does not exist, has not begun or is locked takes the same Argon2, the same code
/// check and the same log line as one with a wrong password, and gives the same answer.
@StaffFace
@Component
final class Login {
  private static final byte[] DECOY_SALT = Secrets.random(16);
  private static final byte[] DECOY_SECRET = Secrets.random(20);
  private static final byte[] DECOY_HASH = Secrets.random(32);

  private final StaffRows rows;
  private final StaffKeys keys;
  private final OwnSide own;
  private final Sessions sessions;
  private final Passwords passwords;
  private final LoginLimits limits;
  private final AuditLog log;
  private final Clock clock;
  private final TimeCodes codes = new TimeCodes();

  Login(
      StaffRows rows,
      StaffKeys keys,
      OwnSide own,
      Sessions sessions,
      Passwords passwords,
      LoginLimits limits,
      AuditLog log,
      Clock clock) {
    this.rows = rows;
    this.keys = keys;
    this.own = own;
    this.sessions = sessions;
    this.passwords = passwords;
    this.limits = limits;
    this.log = log;
    this.clock = clock;
  }

  /// How it went.
  sealed interface Answer {
    /// She is in.
    ///
    /// @param token for the cookie, and for nothing else
    record In(String token) implements Answer {
      /// The token is not printed.
      @Override
      public String toString() {
        return "[in]";
      }
    }

    /// Name, password or code is wrong; which one is not said.
    record Wrong() implements Answer {}

    /// Too many tries on this name, or too many logins at once: in a while.
    record Busy() implements Answer {}
  }

  /// Tries to log in.
  Answer tryIn(String login, Confidential password, String code) {
    byte[] index = index(keys, login);
    if (!limits.mayTry(index)) {
      return new Answer.Busy();
    }
    StaffRows.@Nullable Account account =
        own.<Optional<StaffRows.Account>>transaction(() -> rows.account(index)).orElse(null);
    byte @Nullable [] salt = account == null ? null : account.salt();
    byte @Nullable [] hash = account == null ? null : account.hash();
    byte @Nullable [] totp = account == null ? null : account.sealedTotp();
    Optional<byte[]> derived = passwords.hash(password, salt == null ? DECOY_SALT : salt);
    if (derived.isEmpty()) {
      limits.notTried(index);
      return new Answer.Busy();
    }
    boolean agrees = MessageDigest.isEqual(derived.get(), hash == null ? DECOY_HASH : hash);
    byte[] secret =
        account == null || totp == null ? DECOY_SECRET : secret(account.id(), account, totp);
    OptionalLong step =
        codes.step(secret, code, clock.instant(), account == null ? -1 : account.lastStep());
    @Nullable UUID staff = account == null ? null : account.id();
    boolean right = account != null && account.active() && agrees && step.isPresent();
    Optional<String> token =
        own.transaction(() -> {
          Optional<String> begun =
              right && staff != null
                  ? sessions.begin(staff, "password_totp", step.getAsLong())
                  : Optional.empty();
          log.append(
              LogLine.about(
                  staff,
                  null,
                  null,
                  "login",
                  "session",
                  staff,
                  "login",
                  begun.isPresent() ? Outcome.DONE : Outcome.REFUSED));
          return begun;
        });
    if (token.isEmpty()) {
      return new Answer.Wrong();
    }
    limits.gotIn(index);
    return new Answer.In(token.get());
  }

  /// Logs out: the row is removed, so a copied cookie is worth nothing.
  void out(Sessions.Session session) {
    own.transaction(() -> {
      log.append(
          session
              .viewer()
              .line("logout", "session", session.viewer().staff(), "login", Outcome.DONE));
      return true;
    });
    sessions.end(session);
  }

  private byte[] secret(UUID staff, StaffRows.Account account, byte[] sealed) {
    try (DataKey key = keys.unwrap(staff, account.key())) {
      return Secrets.fromBase32(key.open(StaffNames.totp(staff), sealed).reveal());
    }
  }

  /// The blind index of a login name: case, width and surrounding blanks do not matter.
  static byte[] index(StaffKeys keys, String login) {
    return keys.index(
        "login",
        Normalizer.normalize(login, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT));
  }
}
