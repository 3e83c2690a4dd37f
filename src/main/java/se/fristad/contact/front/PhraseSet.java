package se.fristad.contact.front;

import se.fristad.vault.Confidential;

/// What became of the wish for words that lead back.
public sealed interface PhraseSet {
  /// The words, shown once.
  record Set(Confidential words) implements PhraseSet {}

  /// The visit has ended.
  record Gone() implements PhraseSet {}

  /// Too many ask at once: try again in a moment.
  record Busy() implements PhraseSet {}
}
