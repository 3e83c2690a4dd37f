package se.fristad.centre;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// A page of information on the public face (*informationssida*), in one language, in one version.
///
/// @param id of the page in all its languages
/// @param number its place in an address: a number, since an address stays on the reader's device
/// @param language the code of its language
/// @param version how often this language's page has been changed
/// @param state whether anybody may read it
/// @param door the code of the door it belongs to; [#EVERYONE] for none
/// @param title what it is called
/// @param body the text, in Markdown
/// @param reviewBy by when somebody reads it through again
/// @param at when this version was made
/// @param by by whom
public record PublicPage(
    UUID id,
    int number,
    String language,
    int version,
    State state,
    String door,
    String title,
    String body,
    LocalDate reviewBy,
    Instant at,
    UUID by) {
  /// It belongs to no single door.
  public static final String EVERYONE = "everyone";

  /// The longest text, in Unicode code points.
  public static final int MOST = 8_000;

  /// Whether anybody may read it.
  public enum State {
    /// Staff only. An earlier version that was published stays.
    DRAFT,
    /// Anybody.
    PUBLISHED,
    /// Nobody any longer.
    WITHDRAWN;

    /// As it stands in the table.
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }
  }

  /// Whether the day to read it through has passed.
  public boolean isDueForReview(LocalDate today) {
    return state == State.PUBLISHED && today.isAfter(reviewBy);
  }
}
