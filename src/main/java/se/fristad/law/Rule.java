package se.fristad.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One rule of law that the program follows: its wordings through time, each with its paragraph.
/// Days, weeks and months stand in it and nowhere else.
///
/// @param key its name in tables and texts
/// @param decides which date says which wording applies
/// @param versions in the order of time, without gaps
public record Rule(String key, DecidingDate decides, List<Version> versions) {
  /// Copies the list, and checks that one wording follows the other and none outlives its act.
  public Rule {
    versions = List.copyOf(versions);
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("no wording of " + key);
    }
    for (int i = 1; i < versions.size(); i++) {
      LocalDate ended = versions.get(i - 1).to();
      if (ended == null || !ended.plusDays(1).equals(versions.get(i).from())) {
        throw new IllegalArgumentException("a gap in " + key + " before " + versions.get(i).from());
      }
    }
  }

  /// A wording.
  ///
  /// @param to the last day; null while it stands
  /// @param limit the time that it gives; null when it gives none
  /// @param longer what must be at hand to make the time longer; null when it cannot be made longer
  public record Version(
      Provision provision,
      LocalDate from,
      @Nullable LocalDate to,
      @Nullable Limit limit,
      @Nullable Reasons longer) {
    /// Checks that its act was in force throughout.
    public Version {
      Act act = provision.act();
      if (!act.inForce(from) || (to == null ? act.to().isPresent() : !act.inForce(to))) {
        throw new IllegalArgumentException(provision + " was not in force all that time");
      }
    }

    private boolean covers(LocalDate day) {
      return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
  }

  /// The wording of a day; empty when there was no such rule yet.
  public Optional<Version> version(LocalDate day) {
    return versions.stream().filter(version -> version.covers(day)).findFirst();
  }

  /// The wording of a day, or the first one when there was no such rule yet: a date typed wrongly
  /// by a century is refused where it was typed, not here.
  Version nearest(LocalDate day) {
    return version(day).orElseGet(versions::getFirst);
  }

  /// The paragraph that applies on a day; empty when there was no such rule yet.
  public Optional<Provision> on(LocalDate day) {
    return version(day).map(Version::provision);
  }

  /// The paragraph as it is cited on a day, for a refusal beside a field: that of the first wording
  /// when there was no such rule yet.
  public String citedOn(LocalDate day) {
    return nearest(day).provision().cited();
  }

  /// The time that it gives on a day; empty when it gives none.
  public Optional<Limit> limit(LocalDate day) {
    return version(day).flatMap(version -> Optional.ofNullable(version.limit()));
  }

  /// Key of its name; [#sentenceKey] stands under it.
  public String textKey() {
    return "law.rule." + key;
  }

  /// Key of what it demands, in one plain sentence.
  public String sentenceKey() {
    return textKey() + ".sentence";
  }
}
