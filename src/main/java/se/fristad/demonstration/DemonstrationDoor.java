package se.fristad.demonstration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import se.fristad.access.OneClickDoor;
import se.fristad.access.StaffFace;
import se.fristad.access.Staffing;

/// The door of the demonstration: its invented staff, one click each. Who has chosen a password is
/// not offered: she logs in with it.
///
/// It is there only when all of this holds, else the answer is the same as for a page that does not
/// exist: the data are a demonstration; the database is the embedded one; the program is bound to
/// loopback; `Host` names loopback; no header says that a proxy stands between; and the press came
/// from our own page. Demonstration data beside another bind address or an external database do not
/// start at all.
@StaffFace
@ConditionalOnBooleanProperty("fristad.demonstration")
@Component
final class DemonstrationDoor implements OneClickDoor {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "[::1]", "localhost");
  private static final List<String> PROXY =
      List.of(
          "Forwarded",
          "Via",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-Forwarded-Port",
          "X-Forwarded-Prefix",
          "X-Forwarded-Ssl");

  private final Staffing staffing;

  DemonstrationDoor(
      Staffing staffing,
      @Value("${server.address:}") String address,
      @Value("${fristad.database.embedded:false}") boolean embedded) {
    refuseAnythingButLoopback(address, embedded);
    this.staffing = staffing;
  }

  static void refuseAnythingButLoopback(String address, boolean embedded) {
    if (!LOOPBACK.contains(address)) {
      throw new IllegalStateException(
          "these data are a demonstration and are served on loopback only: remove server.address");
    }
    if (!embedded) {
      throw new IllegalStateException(
          "these data are a demonstration and live in the embedded database only: remove"
              + " fristad.database");
    }
  }

  @Override
  public List<Offered> offeredTo(HttpServletRequest request) {
    return isFor(request)
        ? staffing.everyone().stream()
            .filter(one -> one.active() && !one.begun() && !one.viewers().isEmpty())
            .map(one -> new Offered(one.id(), one.name().reveal(), one.viewers().getFirst().role()))
            .toList()
        : List.of();
  }

  /// Whether the door is there for a request: straight from this machine.
  static boolean isFor(HttpServletRequest request) {
    return isLoopback(request.getHeader("Host"))
        && PROXY.stream().allMatch(name -> request.getHeader(name) == null)
        && Collections.list(request.getHeaderNames()).stream()
            .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("x-forwarded"));
  }

  /// Whether a press came from our own page.
  static boolean isPressedHere(HttpServletRequest request) {
    return isFor(request) && "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
  }

  private static boolean isLoopback(@Nullable String host) {
    return host != null && host.matches("(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]{1,5})?");
  }
}
