package se.fristad.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.fristad.vault.Side;

/// In what capacity somebody works here (*roll*). A role opens sides, never files by itself: what
/// may be opened is decided per file by the owner's [FileRule].
public enum Role {
  /// Receives those who write, call or walk in (*mottagning*).
  RECEPTION(Side.SUPPORT),
  /// Investigates and decides (*socialsekreterare*, 14 kap. 2 § SoL).
  CASEWORKER(Side.SUPPORT, Side.CONFERENCE),
  /// Gives support and treatment (*behandlare*).
  TREATMENT_WORKER(Side.SUPPORT, Side.CONFERENCE),
  /// Works with those who use violence (*förändringsarbete*); never on the support side.
  CHANGE_WORKER(Side.PERPETRATOR, Side.CONFERENCE),
  /// Takes part in the *samråd* for the region; writes nothing in our files.
  NURSE(Side.CONFERENCE),
  /// Takes part in the *samråd* for the police; writes nothing in our files.
  POLICE_OFFICER(Side.CONFERENCE),
  /// Delivers support for an organisation without profit (*ideell organisation*).
  NGO_WORKER(Side.SUPPORT),
  /// Staff of the shelter (*skyddat boende*).
  SHELTER_STAFF(Side.SHELTER),
  /// Answers for the shelter (*föreståndare*).
  SHELTER_MANAGER(Side.SHELTER, Side.CONFERENCE),
  /// Decides when the offices are shut (*socialjour*).
  DUTY_SOCIAL_SERVICE(Side.SUPPORT, Side.SHELTER),
  /// Answers for the centre (*enhetschef*).
  HEAD(Side.SUPPORT, Side.SHELTER, Side.PERPETRATOR, Side.CONFERENCE),
  /// Decides where the law asks for an elected board (*ledamot med delegation*).
  BOARD_MEMBER(Side.SUPPORT),
  /// Follows figures and agreements; opens no file.
  PROJECT_LEADER(Side.SUPPORT),
  /// Writes what the public face says; opens no file.
  CONTENT_EDITOR(Side.SUPPORT),
  /// Adds and locks staff, sees faults; opens no file and stands on no side.
  ADMINISTRATOR(),
  /// Reads the log and nothing else.
  LOG_REVIEWER(Side.LOG);

  private final Set<Side> sides;
  private final @Nullable Side home;

  Role(Side... sides) {
    this.sides = Set.copyOf(Arrays.asList(sides));
    this.home = sides.length == 0 ? null : sides[0];
  }

  /// The sides this role may work on; empty for the administrator.
  public Set<Side> sides() {
    return sides;
  }

  /// The side whose keys seal a form that this role had typed when its session ended; null when the
  /// role keeps no words about people.
  @Nullable Side home() {
    return home != null && home.keepsWords() ? home : null;
  }

  /// As it stands in the database, the log and the message files.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The key of its name in the message files.
  public String textKey() {
    return "access.role." + code();
  }

  /// The role of a code.
  ///
  /// @throws IllegalArgumentException when there is none
  public static Role of(String code) {
    return EnumSet.allOf(Role.class).stream()
        .filter(role -> role.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such role"));
  }
}
