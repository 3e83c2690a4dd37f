package se.fristad.access;

import java.util.Set;
import se.fristad.page.Icon;

/// A line of the staff face's navigation, contributed as a bean by the module whose page it is.
///
/// @param order its place in the order of the work: 10 inbox, 20 my day, 30 people, 40 samråd, 50
///   shelter, 60 change work, 70 professionals, 80 figures, 90 steering, 100 log, 110
///   administration, 120 and on what is looked up
/// @param textKey the key of its word
/// @param href where it leads
/// @param icon the picture beside the word
/// @param roles who sees it
public record NavEntry(int order, String textKey, String href, Icon icon, Set<Role> roles) {
  /// From here on stands what is looked up: nobody's day begins there.
  public static final int REFERENCE = 120;

  /// Copies the roles.
  public NavEntry {
    roles = Set.copyOf(roles);
  }
}
