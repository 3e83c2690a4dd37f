package se.fristad.casework.web;

import java.util.List;
import se.fristad.page.Field;
import se.fristad.page.Option;
import se.fristad.page.Shell;

/// Why somebody reads the file of a person with protected personal data.
///
/// @param href where it is sent
/// @param most the most characters that the words may have
public record ReasonPage(
    Shell shell, String href, Field why, List<Option> reasons, Field words, int most) {
  /// Copies the list.
  public ReasonPage {
    reasons = List.copyOf(reasons);
  }
}
