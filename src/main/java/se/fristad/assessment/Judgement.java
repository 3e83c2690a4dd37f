package se.fristad.assessment;

import java.util.Set;

/// The professional's own judgement over a result: the same level, or another one, up or down, with
/// the reason. It is what stands.
///
/// @param level the level that stands
/// @param reason empty only when it is the result's own level
/// @param second who else judged it so; empty unless the instrument asks for a second person to go
///   down from a critical answer
public record Judgement(Level level, String reason, String second) {
  /// What is missing.
  public enum Lacking {
    /// The level.
    LEVEL,
    /// The reason for another level than the result's.
    REASON,
    /// A second person.
    SECOND_PERSON
  }

  /// What is missing before this judgement of a result can stand; empty when it stands.
  public Set<Lacking> lacking(Result result, Instrument instrument) {
    throw new UnsupportedOperationException();
  }
}
