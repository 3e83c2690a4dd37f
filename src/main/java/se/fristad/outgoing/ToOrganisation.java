package se.fristad.outgoing;

import java.util.List;
import java.util.regex.Pattern;

/// A step that would reach an organisation and tell it something: an agency of interpreters. No
/// rule of hers is asked, since nothing of hers may be in it.
///
/// @param channel by what
/// @param said all that is told
public record ToOrganisation(Channel channel, List<String> said) {
  /// What looks like a personal number, or like a number where somebody can be reached.
  private static final Pattern SOMEBODY =
      Pattern.compile("[0-9]{6,8}[-+ ]?[0-9]{4}|(\\+[1-9]|\\b0)[0-9][0-9 -]{5,}[0-9]|@");

  /// Copies the list.
  public ToOrganisation {
    said = List.copyOf(said);
  }

  /// What the gate says of it.
  public enum Verdict {
    /// It may be taken.
    MAY,
    /// There is no such way out of the house.
    NO_WAY,
    /// It would tell of somebody, or what it is about.
    TELLS
  }

  boolean isOfSomebody() {
    return said.stream().anyMatch(line -> SOMEBODY.matcher(line).find());
  }
}
