package se.fristad.access;

import java.util.Set;

/// What must be seen at once on every staff page, contributed as a bean by the room whose it is:
/// help to a colleague. One at the most.
///
/// @param textKey the key of the button's word
/// @param press where the button is posted
/// @param watch where what is new is asked for; the route answers when something is
/// @param presses who has the button
/// @param sees who sees what is called
public record AlarmEntry(
    String textKey, String press, String watch, Set<Role> presses, Set<Role> sees) {
  /// Copies the roles.
  public AlarmEntry {
    presses = Set.copyOf(presses);
    sees = Set.copyOf(sees);
  }
}
