package se.fristad.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.fristad.vault.Confidential;
import se.fristad.vault.DataKey;
import se.fristad.vault.Place;
import se.fristad.vault.StaffKeys;

/// The names of those who work here, for pages that say who did something. Asked for after the
/// page's own transaction has ended.
@StaffFace
@Component
public final class StaffNames {
  private final StaffRows rows;
  private final StaffKeys keys;
  private final OwnSide own;

  StaffNames(StaffRows rows, StaffKeys keys, OwnSide own) {
    this.rows = rows;
    this.keys = keys;
    this.own = own;
  }

  /// The names of these staff; who is not in the register is not in the answer.
  public Map<UUID, Confidential> of(Collection<UUID> staff) {
    Map<UUID, Confidential> names = new HashMap<>();
    if (!staff.isEmpty()) {
      for (StaffRows.SealedName row : own.transaction(() -> rows.names(staff))) {
        try (DataKey key = keys.unwrap(row.id(), row.key())) {
          names.put(row.id(), key.open(name(row.id()), row.sealed()));
        }
      }
    }
    return names;
  }

  static Place name(UUID staff) {
    return new Place("access", staff, "name", 1);
  }

  static Place login(UUID staff) {
    return new Place("access", staff, "login", 1);
  }

  static Place totp(UUID staff) {
    return new Place("access", staff, "totp", 1);
  }
}
