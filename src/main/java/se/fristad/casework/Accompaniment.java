package se.fristad.casework;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fristad.vault.Confidential;

/// That somebody of us comes along (*ledsagning*, A-EXT-05): to what and where, within the time
/// that is safe for the person, and what whoever goes must know.
///
/// @param meet where they meet; blank when it is where they go
/// @param safeFrom from when it is safe for her
/// @param safeUntil until when
/// @param second the second of us; null when one is enough
/// @param risk what whoever goes must know
/// @param policeWords who was asked, what was answered, or why nobody was
public record Accompaniment(
    Occasion occasion,
    Confidential where,
    Confidential meet,
    Instant from,
    Instant until,
    Instant safeFrom,
    Instant safeUntil,
    UUID staff,
    @Nullable UUID second,
    Confidential risk,
    Police police,
    Confidential policeWords) {
  /// To what.
  public enum Occasion {
    /// A trial, or a hearing.
    COURT,
    /// The police, the prosecutor.
    POLICE,
    /// Health care.
    HEALTH_CARE,
    /// Another authority.
    AUTHORITY,
    /// To fetch what is hers from where she lived (A-EXT-05).
    BELONGINGS,
    /// Something else.
    OTHER;

    String code() {
      return Road.code(this);
    }
  }

  /// Whether the police come too (*handräckning*, escort).
  public enum Police {
    /// They come.
    COMING,
    /// They are asked and have not answered.
    ASKED,
    /// They are not asked.
    NOT_ASKED;

    String code() {
      return Road.code(this);
    }
  }

  /// Neither where nor when is printed.
  @Override
  public String toString() {
    return "[an accompaniment]";
  }
}
