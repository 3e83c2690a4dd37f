package se.fristad.assessment;

import java.util.EnumSet;
import java.util.Set;

/// The professional's own judgement over a result: the same level, or another one, up or down, with
/// the reason. It is what stands.
///
/// @param level the level that stands
/// @param reason why it is another than the result's; may be empty when it is the same
/// @param second who else judged it so; empty unless the instrument asks for a second person
public record Judgement(Level level, String reason, String second) {
  /// What is missing.
  public enum Lacking {
    /// The reason for another level than the result's.
    REASON,
    /// A second person, for a level below the result's.
    SECOND_PERSON
  }

  /// What is missing before this judgement of a result can stand; empty when it stands.
  public Set<Lacking> lacking(Result result, Instrument instrument) {
    Set<Lacking> lacking = EnumSet.noneOf(Lacking.class);
    if (level != result.level() && reason.isBlank()) {
      lacking.add(Lacking.REASON);
    }
    boolean down = level.compareTo(result.level()) < 0;
    if (down && instrument.secondPersonToLower() && second.isBlank()) {
      lacking.add(Lacking.SECOND_PERSON);
    }
    return lacking;
  }
}
