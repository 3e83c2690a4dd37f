package se.fristad.page;

/// One line of the navigation, in the order of the work. `waiting` is shown beside the word when it
/// is above zero, as the threads nobody has answered.
public record NavItem(String label, String href, Icon icon, boolean current, int waiting) {
  /// A line with nothing waiting.
  public static NavItem of(String label, String href, Icon icon, boolean current) {
    return new NavItem(label, href, icon, current, 0);
  }
}
