package se.fristad.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;

/// Whom the login page offers with one click: contributed by the demonstration and by nothing else
/// (security: the door exists only on loopback, with an embedded database).
public interface OneClickDoor {
  /// One who is offered.
  ///
  /// @param role her first role
  record Offered(UUID staff, String name, Role role) {}

  /// Who is offered to this request; empty when the door is not there for it.
  List<Offered> offeredTo(HttpServletRequest request);
}
