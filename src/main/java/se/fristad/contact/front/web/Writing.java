package se.fristad.contact.front.web;

import se.fristad.contact.front.CallWishes;
import se.fristad.contact.front.VisitToken;
import se.fristad.page.Texts;

/// Writes the document, each time with a new form number.
final class Writing {
  private final Facts facts;
  private final FormNumbers numbers;
  private final CallWishes calls;
  private final Inline inline = Inline.read();

  Writing(Facts facts, FormNumbers numbers, CallWishes calls) {
    this.facts = facts;
    this.numbers = numbers;
    this.calls = calls;
  }

  /// What the face tells about us, as it is at the moment it is asked.
  interface Facts {
    /// The facts in the reader's language.
    FrontPage.House now(Texts texts);

    /// Whether we are there, of all the facts the one that each received message asks for.
    Opening opening(Texts texts);

    /// The few that a language has which says only the short safety set.
    FrontPage.House safety(Texts texts);
  }

  /// @param open whether somebody is there to answer
  /// @param opens when it opens the next time, in words
  record Opening(boolean open, String opens) {}

  Opening opening(Texts texts) {
    return facts.opening(texts);
  }

  FrontPage.House house(Texts texts) {
    return facts.now(texts);
  }

  FrontPage page(Texts texts, String token, FrontPage.Shown shown) {
    FrontPage.House house = texts.spoken().isWhole() ? facts.now(texts) : facts.safety(texts);
    return new FrontPage(texts, house, inline, token, numbers.fresh(), shown, calls.offered());
  }

  /// The secret of a page that has begun nothing yet.
  String fresh() {
    return VisitToken.minted().reveal();
  }

  String policy() {
    return inline.policy();
  }
}
