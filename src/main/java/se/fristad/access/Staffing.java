package se.fristad.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
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

/// Who works here: adding, locking, one-time codes. Used by the administrator's page, by the first
/// start and by the demonstration.
///
/// Nobody sets somebody else's password: an administrator hands over a one-time code, valid an
/// hour, and the person chooses password and authenticator herself.
@StaffFace
@Component
public final class Staffing {
  private static final long NO_STEP = -1;
  private final StaffRows rows;
  private final StaffKeys keys;
  private final OwnSide own;
  private final Passwords passwords;
  private final AuditLog log;
  private final Clock clock;
  private final Proofs proofs;
  private final TimeCodes codes = new TimeCodes();

  Staffing(
      StaffRows rows, StaffKeys keys, OwnSide own, Passwords passwords, AuditLog log, Clock clock) {
    this.rows = rows;
    this.keys = keys;
    this.proofs = new Proofs(keys);
    this.own = own;
    this.passwords = passwords;
    this.log = log;
    this.clock = clock;
  }

  /// One who works here.
  ///
  /// @param begun whether she has chosen her password
  /// @param viewers her organisations and roles, the first is the one she begins in
  public record Member(
      UUID id,
      Confidential name,
      Confidential login,
      boolean active,
      boolean begun,
      Instant addedAt,
      List<Capacity> viewers) {}

  /// An organisation and a role.
  public record Capacity(String organisation, Role role) {}

  /// What adding somebody answers.
  public sealed interface Addition {
    /// She is added.
    record Added(UUID staff) implements Addition {}

    /// Somebody has that login name already.
    record LoginTaken() implements Addition {}
  }

  /// Everyone, in the order they were added.
  public List<Member> everyone() {
    return own.transaction(rows::all).stream()
        .map(row -> {
          try (DataKey key = keys.unwrap(row.id(), row.key())) {
            return new Member(
                row.id(),
                key.open(StaffNames.name(row.id()), row.sealedName()),
                key.open(StaffNames.login(row.id()), row.sealedLogin()),
                row.active(),
                row.begun(),
                row.addedAt(),
                row.viewers().stream().map(Staffing::capacity).toList());
          }
        })
        .toList();
  }

  /// Adds somebody who cannot log in until she has used a one-time code.
  ///
  /// @param by who adds; none at the first start
  /// @param capacities at least one; she begins in the first
  public Addition add(
      @Nullable Viewer by, Confidential name, String login, List<Capacity> capacities) {
    UUID id = UUID.randomUUID();
    boolean added =
        own.transaction(() -> {
          boolean made = insert(id, name, login, capacities);
          note(by, "add", id, made);
          return made;
        });
    return added ? new Addition.Added(id) : new Addition.LoginTaken();
  }

  /// A one-time code for somebody to choose a new password with; replaces an older one. Empty when
  /// the account is locked.
  public Optional<String> code(Viewer by, UUID staff) {
    String code = Secrets.code();
    return own.transaction(() -> {
      boolean made = rows.makeLink(proofs.code(code), "begin", staff);
      note(by, "make_code", staff, made);
      return made ? Optional.of(code) : Optional.<String>empty();
    });
  }

  /// A one-time code for the first administrator, for the start of an empty installation to print.
  /// Empty when there is an administrator already.
  public Optional<String> firstAdministratorCode() {
    String code = Secrets.code();
    return own.transaction(() -> {
      boolean made = rows.makeLink(proofs.code(code), "first_administrator", null);
      if (made) {
        note(null, "make_code", null, true);
      }
      return made ? Optional.of(code) : Optional.<String>empty();
    });
  }

  /// Locks an account, which ends its sessions at once, or opens it again. False when there is no
  /// such account, or when somebody tries to lock herself out.
  public boolean lock(Viewer by, UUID staff, boolean locked) {
    return own.transaction(() -> {
      boolean done = !by.staff().equals(staff) && rows.lock(staff, locked);
      note(by, locked ? "lock" : "unlock", staff, done);
      return done;
    });
  }

  /// Whom a one-time code is for.
  ///
  /// @param name null for the first administrator, who tells her own
  record Invited(@Nullable UUID staff, @Nullable Confidential name, @Nullable Confidential login) {}

  /// Whom this code is for; empty when it is wrong, used or older than an hour.
  Optional<Invited> invited(String code) {
    return own.transaction(() -> rows.link(proofs.code(code))).map(this::invited);
  }

  private Invited invited(StaffRows.Link link) {
    @Nullable UUID staff = link.staff();
    if (staff == null
        || link.key() == null
        || link.sealedName() == null
        || link.sealedLogin() == null) {
      return new Invited(null, null, null);
    }
    try (DataKey key = keys.unwrap(staff, link.key())) {
      return new Invited(
          staff,
          key.open(StaffNames.name(staff), link.sealedName()),
          key.open(StaffNames.login(staff), link.sealedLogin()));
    }
  }

  /// How choosing a password went.
  enum Beginning {
    /// Done; log in.
    DONE,
    /// The one-time code is wrong, used or too old.
    CODE_GONE,
    /// The six digits do not agree with the secret.
    DIGITS_WRONG,
    /// Somebody has that login name.
    LOGIN_TAKEN,
    /// Too many wait.
    BUSY
  }

  /// Sets what the owner of a code chose. The code works once.
  ///
  /// @param name and `login`: used for the first administrator only
  /// @param secret base32 of 20 bytes, as her authenticator got it
  Beginning begin(
      String code,
      @Nullable Confidential name,
      @Nullable String login,
      Confidential password,
      Confidential secret,
      String digits) {
    Optional<Invited> invited = invited(code);
    if (invited.isEmpty()) {
      return Beginning.CODE_GONE;
    }
    OptionalLong step =
        codes.step(Secrets.fromBase32(secret.reveal()), digits, clock.instant(), NO_STEP);
    if (step.isEmpty()) {
      return Beginning.DIGITS_WRONG;
    }
    byte[] salt = Secrets.random(16);
    Optional<byte[]> hash = passwords.hash(password, salt);
    if (hash.isEmpty()) {
      return Beginning.BUSY;
    }
    @Nullable UUID known = invited.get().staff();
    try {
      return own.transaction(() -> {
        UUID staff = known == null ? UUID.randomUUID() : known;
        if (known == null
            && (name == null
                || login == null
                || !insert(
                    staff, name, login, List.of(new Capacity("centre", Role.ADMINISTRATOR))))) {
          return Beginning.LOGIN_TAKEN;
        }
        byte[] sealed = sealTotp(staff, secret);
        if (!rows.useLink(proofs.code(code), staff, sealed, step.getAsLong(), salt, hash.get())) {
          throw new CodeGone();
        }
        note(null, "begin", staff, true);
        return Beginning.DONE;
      });
    } catch (CodeGone used) {
      return Beginning.CODE_GONE;
    }
  }

  /// Undoes what was added for a code that somebody else used in the same moment.
  private static final class CodeGone extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private byte[] sealTotp(UUID staff, Confidential secret) {
    StaffRows.Row row =
        rows.all().stream().filter(one -> one.id().equals(staff)).findFirst().orElseThrow();
    try (DataKey key = keys.unwrap(staff, row.key())) {
      return key.seal(StaffNames.totp(staff), secret);
    }
  }

  private boolean insert(UUID id, Confidential name, String login, List<Capacity> capacities) {
    try (DataKey key = DataKey.random()) {
      boolean made =
          rows.add(
              id,
              Login.index(keys, login),
              key.seal(StaffNames.login(id), Confidential.of(login.strip())),
              key.seal(StaffNames.name(id), name),
              keys.wrap(id, key));
      if (made) {
        capacities.forEach(one ->
            rows.addViewer(
                proofs.viewer(id, one.organisation(), one.role()),
                id,
                one.organisation(),
                one.role()));
      }
      return made;
    }
  }

  private void note(@Nullable Viewer by, String act, @Nullable UUID subject, boolean done) {
    Outcome outcome = done ? Outcome.DONE : Outcome.REFUSED;
    log.append(
        by == null
            ? LogLine.about(null, null, null, act, "staff", subject, "administration", outcome)
            : by.line(act, "staff", subject, "administration", outcome));
  }

  private static Capacity capacity(String stored) {
    int slash = stored.indexOf('/');
    return new Capacity(stored.substring(0, slash), Role.of(stored.substring(slash + 1)));
  }
}
