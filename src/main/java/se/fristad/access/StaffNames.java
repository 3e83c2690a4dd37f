package se.fristad.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
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
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\p{Cc}\\p{Cs}\\x{61c}\\x{200b}\\x{200e}\\x{200f}\\x{202a}-\\x{202e}\\x{2060}-\\x{2069}\\x{feff}]");

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

  /// A name as it was typed, without what nobody sees and what would turn the line around it; none
  /// when no letter is left, or more than a hundred signs.
  static Optional<String> read(String typed) {
    String name = UNSEEN.matcher(typed).replaceAll("").strip();
    boolean isName = name.length() <= 100 && name.codePoints().anyMatch(Character::isLetter);
    return isName ? Optional.of(name) : Optional.empty();
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
