package se.fristad.vault;

import java.util.Locale;

/// A side of the wall. Each has a database login of its own and, when it keeps words about people,
/// a keyset of its own.
///
/// What one side stores, no other can read: not by SQL (separate logins), not by key (separate
/// keysets), not by class (module boundaries). A node serves the sides that `fristad.sides` names
/// and loads nothing of the others.
public enum Side {
  /// The public face. Owns no table, holds only public keys; may call the functions in the door
  /// schemas.
  FRONT("f_front"),
  /// Those who are exposed to violence, and everyone who helps them.
  SUPPORT("f_support"),
  /// The shelter: the only side that knows addresses.
  SHELTER("f_shelter"),
  /// Those who use violence.
  PERPETRATOR("f_perpetrator"),
  /// The *samråd*: the one door in the wall.
  CONFERENCE("f_conference"),
  /// The log: reads `audit`, adds seals, sees nothing else.
  LOG("f_log");

  private final String login;

  Side(String login) {
    this.login = login;
  }

  /// The database login of this side, as it stands in `pg_roles`.
  public String login() {
    return login;
  }

  /// Whether this side keeps people's words and therefore has a keyset. `FRONT` and `LOG` do not.
  public boolean keepsWords() {
    return this == SUPPORT || this == SHELTER || this == PERPETRATOR || this == CONFERENCE;
  }

  /// The name used in settings, file names and schema names: `support`, `perpetrator` …
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
