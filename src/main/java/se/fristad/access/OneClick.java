package se.fristad.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import se.fristad.audit.AuditLog;
import se.fristad.audit.LogLine;
import se.fristad.audit.Outcome;

/// Begins a session without password or code. The bean exists only where the data are a
/// demonstration; whoever asks it has checked the request first.
@StaffFace
@ConditionalOnBooleanProperty("fristad.demonstration")
@Component
public final class OneClick {
  private final Sessions sessions;
  private final OwnSide own;
  private final AuditLog log;

  OneClick(Sessions sessions, OwnSide own, AuditLog log) {
    this.sessions = sessions;
    this.own = own;
    this.log = log;
  }

  /// The cookie of a new session of the demonstration; empty when there is no such person.
  public Optional<ResponseCookie> begin(HttpServletRequest request, UUID staff) {
    return own.transaction(
            () -> {
              Optional<String> token = sessions.begin(staff, "demonstration", null);
              token.ifPresent(any ->
                  log.append(
                      LogLine.about(
                          staff,
                          null,
                          null,
                          "login",
                          "session",
                          staff,
                          "demonstration",
                          Outcome.DONE)));
              return token;
            })
        .map(token -> Sessions.cookie(request, token));
  }
}
