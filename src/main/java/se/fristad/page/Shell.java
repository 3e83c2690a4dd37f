package se.fristad.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the staff layout needs around every page: the texts, who is logged in and for which
/// organisation, the navigation, what is one press away from every page, the demonstration's
/// banner, the form token and the look.
///
/// An empty `who` is the door: nobody is logged in, and neither navigation nor log-out is drawn.
public record Shell(
    Texts texts,
    String who,
    String organisation,
    List<NavItem> navigation,
    List<NavItem> quick,
    boolean demonstration,
    String formToken,
    Look look,
    @Nullable Alarm alarm) {
  /// Copies the lists.
  public Shell {
    navigation = List.copyOf(navigation);
    quick = List.copyOf(quick);
  }

  /// The shell of the login pages.
  public static Shell door(Texts texts, boolean demonstration, String formToken, Look look) {
    return new Shell(texts, "", "", List.of(), List.of(), demonstration, formToken, look, null);
  }

  /// Whether somebody is logged in.
  public boolean someone() {
    return !who.isEmpty();
  }

  /// The text of a key, in the language of the page.
  public String t(String key, Object... filled) {
    return texts.t(key, filled);
  }

  /// The address of one of the staff face's files, with the hash of its content.
  public String asset(String name) {
    return Asset.named(name).href();
  }

  /// The name of the page one is on, for the phone's closed menu; empty when it is not in the
  /// navigation.
  public String here() {
    return navigation.stream().filter(NavItem::current).map(NavItem::label).findFirst().orElse("");
  }
}
