package se.fristad.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import se.fristad.vault.Confidential;
import se.fristad.vault.DataKey;
import se.fristad.vault.StaffKeys;

/// Who sits at the screen. 32 random bytes in a cookie, their SHA-256 in the table, the staff row
/// looked at on every request; 30 minutes idle, 10 hours in all, both by the database's clock.
@StaffFace
@Component
final class Sessions {
  /// With TLS: bound to this host, sent nowhere else.
  static final String SECURE_COOKIE = "__Host-fristad";

  /// Without TLS, on loopback.
  static final String PLAIN_COOKIE = "fristad";

  static final Duration WHOLE = Duration.ofHours(10);
  private final SessionRows rows;
  private final StaffKeys keys;
  private final OwnSide own;

  Sessions(SessionRows rows, StaffKeys keys, OwnSide own) {
    this.rows = rows;
    this.keys = keys;
    this.own = own;
  }

  /// A session as the request brought it.
  ///
  /// @param living whether it has rights; an expired one may only have a form kept
  @SuppressWarnings("ArrayRecordComponent")
  record Session(
      byte[] tokenHash,
      boolean living,
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
    return rows.begin(Secrets.sha256(token), staff, level, step)
        ? Optional.of(Secrets.base64(token))
        : Optional.empty();
  }

  /// The session of a request, if its cookie names one that is living or expired less than twelve
  /// hours ago.
  ///
  /// @param signOfLife whether the thirty idle minutes begin anew
  Optional<Session> of(HttpServletRequest request, boolean signOfLife) {
    byte @Nullable [] token = token(request);
    if (token == null) {
      return Optional.empty();
    }
    byte[] hash = Secrets.sha256(token);
    return own.transaction(() -> rows.seen(hash, signOfLife))
        .map(seen -> {
          try (DataKey key = keys.unwrap(seen.staff(), seen.key())) {
            return new Session(
                hash,
                seen.living(),
                new Viewer(seen.staff(), seen.organisation(), seen.role()),
                seen.viewer(),
                seen.level().equals("demonstration"),
                key.open(StaffNames.name(seen.staff()), seen.sealedName()),
                formToken(token));
          }
        });
  }

  void end(Session session) {
    own.transaction(() -> {
      rows.end(session.tokenHash());
      return true;
    });
  }

  List<SessionRows.OwnViewer> viewers(Session session) {
    return own.transaction(() -> rows.viewers(session.tokenHash()));
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

  private static byte @Nullable [] token(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return null;
    }
    String name = request.isSecure() ? SECURE_COOKIE : PLAIN_COOKIE;
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(name) && cookie.getValue().length() == 43) {
        try {
          return Base64.getUrlDecoder().decode(cookie.getValue());
        } catch (IllegalArgumentException notOurs) {
          return null;
        }
      }
    }
    return null;
  }
}
