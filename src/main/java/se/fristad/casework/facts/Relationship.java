package se.fristad.casework.facts;

import java.util.Locale;

/// What the one who used violence is to the person; several, and several at once.
public enum Relationship {
  /// Partner.
  PARTNER,
  /// Former partner (*f.d. partner*).
  FORMER_PARTNER,
  /// Parent.
  PARENT,
  /// Brother or sister.
  SIBLING,
  /// Another relative (*annan släkting*).
  OTHER_RELATIVE,
  /// Family of the partner (*svärfamilj*).
  IN_LAW,
  /// Adult child.
  CHILD,
  /// Known in the collective (*bekant i kollektivet*).
  OF_THE_COLLECTIVE,
  /// Buyer (*köpare*).
  BUYER,
  /// Not known.
  UNKNOWN;

  /// As it stands in a counter.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
