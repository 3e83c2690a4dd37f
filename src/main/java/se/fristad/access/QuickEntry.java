package se.fristad.access;

import java.util.Set;
import se.fristad.page.Icon;

/// What is one press away from every staff page, in the bar on top: contributed as a bean by the
/// room whose page it is. Few, and only what cannot wait for the right page.
///
/// @param textKey the key of its word
/// @param href where it leads
/// @param icon the picture beside the word
/// @param roles who sees it
public record QuickEntry(String textKey, String href, Icon icon, Set<Role> roles) {
  /// Copies the roles.
  public QuickEntry {
    roles = Set.copyOf(roles);
  }
}
