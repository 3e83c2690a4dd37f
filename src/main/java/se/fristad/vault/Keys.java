package se.fristad.vault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// Makes the keys of a new installation, before the program starts. Repeating it changes nothing
/// that is there.
public final class Keys {
  private Keys() {}

  /// Whether there are keys here that are sealed under a master key.
  public static boolean isSealed(Path keys) {
    return Files.exists(Keyset.file(keys, StaffKeys.OWNER));
  }

  /// Whether this master key opens the keys that lie here.
  public static boolean opens(Path keys, MasterKey master) {
    try {
      Keyset.load(keys, StaffKeys.OWNER, master);
      return true;
    } catch (Tampered | IllegalArgumentException anotherKey) {
      return false;
    }
  }

  /// Makes what is missing in the key directory: one keyset a side, the staff register's, the
  /// public halves, the phrase's salt and pepper.
  ///
  /// @return the names of what was made, empty at a second start
  public static List<String> prepare(Path keys, MasterKey master, Clock clock) {
    List<String> made = new ArrayList<>();
    for (Side side : Side.values()) {
      if (side.keepsWords() && !Files.exists(Keyset.file(keys, side.code()))) {
        Keyset.fresh(side.code(), clock.instant()).save(keys, master);
        made.add(side.code());
      }
    }
    // a letterbox that is newer than the installation gets its pair at the next start
    for (Letterbox box : Letterbox.values()) {
      if (!Files.exists(QueueKeys.file(keys, box))) {
        Keyset keyset = Keyset.load(keys, box.side().code(), master);
        if (!keyset.has(box.kind())) {
          keyset = keyset.with(QueuePair.entry(box.kind(), clock.instant()));
          keyset.save(keys, master);
        }
        QueueKeys.publish(keys, box, keyset.newest(box.kind()));
      }
    }
    if (!Files.exists(Keyset.file(keys, StaffKeys.OWNER))) {
      Keyset.fresh(StaffKeys.OWNER, clock.instant()).save(keys, master);
      made.add(StaffKeys.OWNER);
    }
    if (!Files.exists(PhraseKeys.file(keys))) {
      PhraseKeys.prepare(keys);
      made.add("phrase");
    }
    return made;
  }
}
