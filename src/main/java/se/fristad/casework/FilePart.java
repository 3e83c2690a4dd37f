package se.fristad.casework;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that was written down in a file, in words, as it is found, printed and weighed when a
/// party wants to see it.
///
/// @param key names it within the file; of two parts of one record each has its own
/// @param record the record it stands in
/// @param about the record beside which it stands; null when it stands by itself
/// @param at when
/// @param dayOnly whether only the day of that moment is known
/// @param by who wrote it; null when that is not known
/// @param said what stands in it, each with what it is
/// @param reveals what it would reveal beside the person's own matter
/// @param whom of whom it also tells, as it was written; empty when nobody said
record FilePart(
    String key,
    Kind kind,
    UUID record,
    @Nullable UUID about,
    Instant at,
    boolean dayOnly,
    @Nullable UUID by,
    List<Said> said,
    Set<Reveals> reveals,
    String whom) {
  /// Copies the list and the set.
  FilePart {
    said = List.copyOf(said);
    reveals = Set.copyOf(reveals);
  }

  /// A text and what it is.
  record Said(String what, String text) {}

  /// What it is.
  enum Kind {
    NOTE,
    CORRECTION,
    DISPUTE,
    ASSESSMENT,
    MAPPING,
    INVESTIGATION,
    PERPETRATORS,
    DECISION,
    APPEAL,
    SUPPORT,
    FOLLOW_UP,
    PLAN,
    ACCOMPANIMENT,
    REPORT,
    CONSENT,
    DISCLOSURE,
    CLOSING;

    String textKey() {
      return "casework.part." + name().toLowerCase(Locale.ROOT);
    }
  }

  /// What somebody would learn by it who is not to.
  enum Reveals {
    /// Of somebody else.
    OTHERS,
    /// Of a child.
    CHILD,
    /// What the police have told, or have been told.
    POLICE,
    /// Where somebody is who is protected.
    PLACE,
    /// What puts somebody in danger when it is known that it is known.
    DANGER;

    String textKey() {
      return "casework.reveals." + name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public String toString() {
    return "[a part of a file]";
  }
}
