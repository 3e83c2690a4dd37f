package se.fristad.contact;

import java.time.LocalDate;
import se.fristad.access.Viewer;

/// Where a page of information is put for everybody to read, by one who writes for the centre.
public interface PublicShelf {
  /// Publishes a page in a language.
  ///
  /// @param number of the page; 0 for a new one
  /// @param door the code of the door it belongs to
  /// @param body in Markdown
  /// @return its number; 0 when somebody else was first, and nothing was published
  int publish(
      Viewer viewer,
      int number,
      String language,
      String door,
      String title,
      String body,
      LocalDate reviewBy);
}
