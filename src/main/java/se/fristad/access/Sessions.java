package se.fristad.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import se.fristad.vault.Confidential;
import se.fristad.vault.DataKey;
import se.fristad.vault.StaffKeys;

/// Who sits at the screen. Her id and 32 random bytes in a cookie, a keyed hash of both in the
/// table ([Proofs]), the staff row looked at on every request; 30 minutes idle, 10 hours in all,
/// both by the database's clock.
@StaffFace
@Component
final class Sessions {
  /// With TLS: bound to this host, sent nowhere else.
  static final String SECURE_COOKIE = "__Host-fristad";

  /// Without TLS, on loopback.
  static final String PLAIN_COOKIE = "fristad";

  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
  static final Duration WHOLE = Duration.ofHours(10);
  private final SessionRows rows;
  private final StaffKeys keys;
  private final Proofs proofs;
  private final OwnSide own;
  private final Duration proven;

  /// @param proven how long it lasts that somebody has shown her second factor
  Sessions(
      SessionRows rows,
      StaffKeys keys,
      OwnSide own,
      @Value("${fristad.access.proven:10m}") Duration proven) {
    this.rows = rows;
    this.proven = proven;
    this.keys = keys;
    this.proofs = new Proofs(keys);
    this.own = own;
  }

  /// A session as the request brought it.
  ///
  /// @param living whether it has rights; an expired one may only have a form kept
  /// @param proved whether she has shown her second factor a short while ago
  @SuppressWarnings("ArrayRecordComponent")
  record Session(
      byte[] tokenHash,
      boolean living,
      boolean proved,
      Viewer viewer,
      UUID viewerId,
      boolean demonstration,
      Confidential name,
      String formToken) {
    private static final String ATTRIBUTE = Session.class.getName();

    /// Neither token nor name is printed.
    @Override
    public String toString() {
      return "[session]";
    }

    static @Nullable Session of(HttpServletRequest request) {
      return (Session) request.getAttribute(ATTRIBUTE);
    }

    void putInto(HttpServletRequest request) {
      request.setAttribute(ATTRIBUTE, this);
    }
  }

  /// A token for somebody who has shown who she is; empty when the account is locked, the code was
  /// used or she has no role.
  Optional<String> begin(UUID staff, String level, @Nullable Long step) {
    byte[] token = Secrets.random(32);
    return rows.begin(proofs.session(staff, token), staff, level, step)
        ? Optional.of(new Cookied(staff, token).text())
        : Optional.empty();
  }

  /// The session of a request, if its cookie names one that is living or expired less than twelve
  /// hours ago.
  ///
  /// @param signOfLife whether the thirty idle minutes begin anew
  Optional<Session> of(HttpServletRequest request, boolean signOfLife) {
    Cookied cookied = cookied(request);
    if (cookied == null) {
      return Optional.empty();
    }
    byte[] token = cookied.token();
    byte[] hash = proofs.session(cookied.staff(), token);
    return own.transaction(() -> rows.seen(hash, signOfLife, proven))
        .filter(seen -> seen.staff().equals(cookied.staff()) && isGiven(seen))
        .map(seen -> {
          try (DataKey key = keys.unwrap(seen.staff(), seen.key())) {
            return new Session(
                hash,
                seen.living(),
                seen.proved(),
                new Viewer(seen.staff(), seen.organisation(), seen.role()),
                seen.viewer(),
                seen.level().equals("demonstration"),
                key.open(StaffNames.name(seen.staff()), seen.sealedName()),
                formToken(token));
          }
        });
  }

  /// How long it lasts that somebody has shown her second factor.
  Duration proven() {
    return proven;
  }

  void end(Session session) {
    own.transaction(() -> {
      rows.end(session.tokenHash());
      return true;
    });
  }

  List<SessionRows.OwnViewer> viewers(Session session) {
    UUID staff = session.viewer().staff();
    return own.transaction(() -> rows.viewers(session.tokenHash())).stream()
        .filter(one -> one.id().equals(proofs.viewer(staff, one.organisation(), one.role())))
        .toList();
  }

  /// Whether the role was given by us, and not written into the table.
  private boolean isGiven(SessionRows.Seen seen) {
    boolean given =
        seen.viewer().equals(proofs.viewer(seen.staff(), seen.organisation(), seen.role()));
    if (!given) {
      LOG.error("a session in a role that nobody gave; it is not let in");
    }
    return given;
  }

  boolean become(Session session, UUID viewer) {
    return own.transaction(() -> rows.become(session.tokenHash(), viewer));
  }

  /// The cookie with a new token. Over TLS it is `__Host-`; without, which only loopback allows, it
  /// is bound to the staff face.
  static ResponseCookie cookie(HttpServletRequest request, String token) {
    boolean secure = request.isSecure();
    return ResponseCookie.from(secure ? SECURE_COOKIE : PLAIN_COOKIE, token)
        .httpOnly(true)
        .secure(secure)
        .sameSite("Strict")
        .path(secure ? "/" : "/staff")
        .maxAge(token.isEmpty() ? Duration.ZERO : Duration.ofSeconds(-1))
        .build();
  }

  /// The token of the forms of a session: it follows from the cookie's and says nothing about it.
  private static String formToken(byte[] token) {
    return Secrets.base64(
        Secrets.sha256("fristad/access/form|".getBytes(StandardCharsets.UTF_8), token));
  }

  /// What a cookie says.
  @SuppressWarnings("ArrayRecordComponent")
  private record Cookied(UUID staff, byte[] token) {
    String text() {
      return Secrets.base64(
          ByteBuffer.allocate(48)
              .putLong(staff.getMostSignificantBits())
              .putLong(staff.getLeastSignificantBits())
              .put(token)
              .array());
    }

    static Cookied of(byte[] bytes) {
      ByteBuffer read = ByteBuffer.wrap(bytes);
      UUID staff = new UUID(read.getLong(), read.getLong());
      byte[] token = new byte[32];
      read.get(token);
      return new Cookied(staff, token);
    }

    /// Nothing of it is printed.
    @Override
    public String toString() {
      return "[cookie]";
    }
  }

  private static @Nullable Cookied cookied(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return null;
    }
    String name = request.isSecure() ? SECURE_COOKIE : PLAIN_COOKIE;
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(name) && cookie.getValue().length() == 64) {
        try {
          return Cookied.of(Base64.getUrlDecoder().decode(cookie.getValue()));
        } catch (IllegalArgumentException notOurs) {
          return null;
        }
      }
    }
    return null;
  }
}
